// Where things are on the map: governments at their coordinates, and each country's bundles end
// amid its own governments in the picture (else in the middle of the country).
import type { GeoProjection } from "d3-geo";
import { geoCentroid } from "d3-geo";
import type { View } from "../view";
import { areasOf } from "./areas";
import type { Place } from "./flows";

export interface Places {
  ofNode(node: number): Place | null;
  ofCountry(country: number): Place | null;
}

export function placesOf(view: View, projection: GeoProjection): Places {
  const { scene, visible } = view;
  const { lat, lon, country } = scene.nodes;
  const size = scene.countries.id.length;
  const sums = new Float64Array(size * 3);
  const ofNode = (node: number): Place | null => {
    if (Number.isNaN(lat[node]) || Number.isNaN(lon[node])) return null;
    return projection([lon[node], lat[node]]);
  };
  for (let node = 0; node < scene.nodes.count; node++) {
    const weight = visible.nodeAgreements[node];
    if (weight === 0 || country[node] < 0) continue;
    const place = ofNode(node);
    if (place === null) continue;
    const at = country[node] * 3;
    sums[at] += place[0] * weight;
    sums[at + 1] += place[1] * weight;
    sums[at + 2] += weight;
  }
  const middles = new Map(
    areasOf(scene).countries.map(({ index, shape }) => [index, geoCentroid(shape)]),
  );
  return {
    ofNode,
    ofCountry(index) {
      const at = index * 3;
      if (sums[at + 2] > 0) return [sums[at] / sums[at + 2], sums[at + 1] / sums[at + 2]];
      const middle = middles.get(index);
      return middle === undefined ? null : projection(middle);
    },
  };
}
