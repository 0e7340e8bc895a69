// A scene small enough to check by hand:
//   Jalisco (state) — Guadalajara (municipality), both of Mexico; León, of Guanajuato
//   Portland and Kyoto abroad; Colima has no agreement; Tlalpan and Lima only have each other
import { sceneOf } from "../src/scene/decode";
import type { Scene } from "../src/scene/scene";
import type { WireScene } from "../src/scene/wire";

export const NODE = {
  jalisco: 0,
  guadalajara: 1,
  guanajuato: 2,
  leon: 3,
  portland: 4,
  kyoto: 5,
  colima: 6,
  tlalpan: 7,
  lima: 8,
};

const named = (es: string, en: string): { es: string; en: string } => ({ es, en });

export function smallWire(): WireScene {
  return {
    schema: 1,
    view: "explorer",
    lang: "es",
    title: named("Prueba", "Test"),
    notices: [],
    synthetic: true,
    home: "MX",
    words: {
      level: { state: named("estado", "state"), municipality: named("municipio", "municipality"), city: named("ciudad", "city") },
      kind: { twinning: named("hermanamiento", "twinning"), "specific-cooperation": named("cooperación específica", "specific cooperation") },
      status: { "in-force": named("vigente", "in force") },
      type: { consulate: named("consulado", "consulate") },
    },
    levels: ["state", "municipality", "city"],
    nodes: {
      id: ["mx-14", "mx-14039", "mx-11", "mx-11020", "gn-1", "gn-2", "mx-06", "mx-09012", "gn-3"],
      name: ["Jalisco", "Guadalajara", "Guanajuato", "León", "Portland", "京都市", "Colima", "Tlalpan", "Lima"],
      name_es: [null, null, null, null, null, "Kioto", null, null, null],
      name_en: [null, null, null, null, null, "Kyoto", null, null, null],
      level: [0, 1, 0, 1, 2, 2, 0, 1, 2],
      country: [0, 0, 0, 0, 1, 2, 0, 0, 3],
      parent: [-1, 0, -1, 2, -1, -1, -1, -1, -1],
      population: [8348151, 1385629, 6166934, 1721215, 652503, 1463723, 731391, 699928, null],
      lat: [20.6, 20.7, 21, 21.1, 45.5, 35, 19.1, 19.3, -12],
      lon: [-103.3, -103.3, -101.3, -101.7, -122.7, 135.8, -103.9, -99.2, -77],
      x: [0, 0.1, 0.5, 0.6, 0.2, -0.4, 0, 0.5, 0.6],
      y: [0, 0.2, 0.1, 0.4, 0.6, 0.5, -1, -0.8, -0.8],
      band: [0, 0, 0, 0, 0, 0, 2, 1, 1],
      community: [0, 0, 1, 1, 0, 0, -1, -1, -1],
      component: [0, 0, 0, 0, 0, 0, 2, 1, 1],
      partners: [1, 2, 1, 1, 3, 2, 0, 1, 1],
      agreements: [1, 3, 1, 1, 4, 1, 0, 1, 1],
      size: [0.3, 0.9, 0.3, 0.3, 1, 0.6, 0, 0.2, 0.2],
    },
    agreements: {
      // a1 and a2 link the same pair; a3 is signed by two Mexican governments with Kyoto; a5 has no date.
      id: ["a1", "a2", "a3", "a4", "a5", "a6"],
      kind: [0, 1, 1, 0, 0, 0],
      status: [0, 0, 0, 0, 0, 0],
      title: ["=HYPERLINK(\"x\")", null, null, null, null, null],
      signed: ["1990", "2005-03", "2010-05-03", "2010", null, "1980"],
      parties: [[1, 4], [1, 4], [0, 1, 5], [3, 4], [2, 4], [7, 8]],
      homes: [1, 1, 2, 1, 1, -1],
      themes: [[0], [0, 1], [1], [], [0], []],
      sources: [[0], [0], [0], [0], [0], [0]],
    },
    kinds: ["twinning", "specific-cooperation"],
    statuses: ["in-force"],
    themes: { id: ["culture", "water"], es: ["Cultura", "Agua"], en: ["Culture", "Water"] },
    countries: {
      id: ["MX", "US", "JP", "PE"],
      es: ["México", "Estados Unidos", "Japón", "Perú"],
      en: ["Mexico", "United States", "Japan", "Peru"],
      m49: ["484", "840", "392", "604"],
    },
    communities: { es: ["Portland y Guadalajara", "León"], en: ["Portland and Guadalajara", "León"], size: [4, 2], color: [0, 1], x: [0, 0.5], y: [0.3, 0.2] },
    sources: { id: ["s"], es: ["Registro"], en: ["Register"] },
    representations: { id: ["r"], type: ["consulate"], city: ["Portland"], country: [1], lat: [45.5], lon: [-122.7] },
    palette: { light: ["#0000aa", "#00aa00"], dark: ["#8888ff", "#88ff88"] },
    basemap: null,
  };
}

export function smallScene(): Scene {
  return sceneOf(smallWire());
}
