// The shapes of the base map, joined with the scene: countries by M49 code, states by their own.
import type { Feature, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Scene } from "../scene/scene";

export interface Area {
  /** Country or node that the shape is; -1 when the scene has none. */
  index: number;
  shape: Feature<Geometry>;
}

export interface Areas {
  countries: Area[];
  states: Area[];
}

const made = new WeakMap<Scene, Areas>();

export function areasOf(scene: Scene): Areas {
  let areas = made.get(scene);
  if (areas === undefined) {
    areas = { countries: countriesOf(scene), states: statesOf(scene) };
    made.set(scene, areas);
  }
  return areas;
}

function countriesOf(scene: Scene): Area[] {
  if (scene.basemap === null) return [];
  const byCode = new Map<string, number>();
  scene.countries.m49?.forEach((code, country) => {
    if (code !== null) byCode.set(code.padStart(3, "0"), country);
  });
  return shapesOf(scene.basemap.world).map((shape) => ({
    index: byCode.get(String(shape.id).padStart(3, "0")) ?? -1,
    shape,
  }));
}

function statesOf(scene: Scene): Area[] {
  if (scene.basemap?.states == null) return [];
  const { stateNodes } = scene.basemap;
  return shapesOf(scene.basemap.states).map((shape) => ({
    index: stateNodes.get(String(shape.id)) ?? -1,
    shape,
  }));
}

/** The shapes of a topology's first collection. */
function shapesOf(topology: Topology): Feature<Geometry>[] {
  const [collection] = Object.values(topology.objects);
  return feature(topology, collection as GeometryCollection).features;
}
