// Makes the two base maps: shapes and their codes only, simplified for the size they are seen at.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { quantize } from "topojson-client";
import { filter, filterAttachedWeight, presimplify, simplify } from "topojson-simplify";

const read = async (...path) => JSON.parse(await readFile(join(...path), "utf8"));

/** Countries, by M49 code. Antarctica has no governments to show. */
export async function worldBasemap(here) {
  const topology = await read(here, "node_modules/world-atlas/countries-110m.json");
  const countries = topology.objects.countries.geometries
    .filter(({ id }) => id !== "010")
    .map(({ type, arcs, id }) => ({ type, arcs, ...(id === undefined ? {} : { id }) }));
  return compact({
    ...topology,
    objects: { countries: { type: "GeometryCollection", geometries: countries } },
  });
}

// The names in the source, with the codes that INEGI gives the states.
const INEGI = {
  Aguascalientes: "01", "Baja California": "02", "Baja California Sur": "03", Campeche: "04",
  Coahuila: "05", Colima: "06", Chiapas: "07", Chihuahua: "08", "Distrito Federal": "09",
  Durango: "10", Guanajuato: "11", Guerrero: "12", Hidalgo: "13", Jalisco: "14", México: "15",
  Michoacán: "16", Morelos: "17", Nayarit: "18", "Nuevo León": "19", Oaxaca: "20", Puebla: "21",
  Querétaro: "22", "Quintana Roo": "23", "San Luis Potosí": "24", Sinaloa: "25", Sonora: "26",
  Tabasco: "27", Tamaulipas: "28", Tlaxcala: "29", Veracruz: "30", Yucatán: "31", Zacatecas: "32",
};
// Square degrees below which a bend, and an island of its own, are not seen at this size.
const BEND = 0.0012;
const ISLAND = 0.006;

/** The states of Mexico, by INEGI code; the shape without a name is a set of islets. */
export async function statesBasemap(here) {
  const source = await read(here, "basemap/states-mx/mex.topo.json");
  const states = source.objects.mex.geometries
    .filter(({ id }) => id !== "-99")
    .map(({ type, arcs, properties }) => {
      const id = INEGI[properties.name];
      if (id === undefined) throw new Error(`no INEGI code for ${properties.name}`);
      return { type, arcs, id };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (states.length !== 32) throw new Error(`${states.length} states where Mexico has 32`);
  const weighed = presimplify({
    ...source,
    objects: { states: { type: "GeometryCollection", geometries: states } },
  });
  const simple = simplify(filter(weighed, filterAttachedWeight(weighed, ISLAND)), BEND);
  return compact(quantize(simple, 1e4));
}

function compact({ type, transform, bbox, objects, arcs }) {
  return `${JSON.stringify({ type, ...(transform ? { transform } : {}), ...(bbox ? { bbox } : {}), objects, arcs })}\n`;
}
