// Equal Earth, turned so that the cut runs where it hurts least: opposite the home country, within
// limits, through the countries and governments that matter least to the scene.
import type { GeoProjection } from "d3-geo";
import { geoEqualEarth } from "d3-geo";

/** How far the centre may move from the home country's longitude, and around a cut, in degrees. */
const LEEWAY = 36;
const MARGIN = 3;
/** Central meridian where there is no home country: Europe and Africa in the middle, no land cut. */
const NOWHERE = 11;
/** What of the world is shown: no Antarctica, no empty Arctic. */
const NORTH = 78;
const SOUTH = -56;

const wrapped = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;

/** A country from its western to its eastern end, and what cutting it costs. */
export interface Span {
  west: number;
  east: number;
  cost: number;
}

/** The central meridian; `home` is the home country's longitude, `lons` those of governments. */
export function centralMeridian(
  home: number | null,
  lons: ArrayLike<number>,
  spans: readonly Span[] = [],
): number {
  if (home === null) return NOWHERE;
  let [best, least] = [home, Infinity];
  for (let off = -LEEWAY; off <= LEEWAY; off += 2) {
    const cut = home + off + 180;
    let cost = Math.abs(off) / 1000;
    for (const { west, east, cost: own } of spans) if (within(cut, west, east)) cost += own;
    for (let i = 0; i < lons.length; i++) {
      if (Math.abs(wrapped(lons[i] - cut)) < MARGIN) cost++;
    }
    if (cost < least) [best, least] = [home + off, cost];
  }
  return wrapped(best);
}

/** Whether a meridian runs between two others, eastwards from the first. */
function within(meridian: number, west: number, east: number): boolean {
  const from = (lon: number): number => (((lon - west) % 360) + 360) % 360;
  return from(meridian) <= from(east);
}

/** Fit the shown part of the world into a frame. */
export function worldProjection(
  meridian: number,
  { width, height }: { width: number; height: number },
): GeoProjection {
  const projection = geoEqualEarth().rotate([-meridian, 0]).scale(1).translate([0, 0]);
  const edge = projection([meridian + 179.99, 0])![0];
  const north = projection([meridian, NORTH])![1];
  const south = projection([meridian, SOUTH])![1];
  const scale = Math.min((width - 4) / (2 * edge), (height - 4) / (south - north));
  return projection
    .scale(scale)
    .translate([width / 2, height / 2 - ((north + south) / 2) * scale])
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
}

/** Width over height of the shown part of the world. */
export const WORLD_ASPECT = 2.16;
