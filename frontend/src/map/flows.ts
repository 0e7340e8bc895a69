// Agreements bundled by pair of countries: one bundle for each, as wide as it has agreements, with
// a strand for each kind. Curves lie in the plane of the map, so none runs over a pole or the cut.
import type { Visible } from "../filter";
import type { Scene } from "../scene/scene";
import { listed } from "../scene/scene";

export interface Flow {
  /** Countries; `one` is the home country where it takes part. */
  one: number;
  other: number;
  agreements: number;
  /** Agreements of each kind, by index of kind. */
  kinds: Int32Array;
}

/** Bundles between different countries, the widest first. */
export function flowsOf(scene: Scene, visible: Visible): Flow[] {
  const { country } = scene.nodes;
  const size = scene.countries.id.length;
  const flows = new Map<number, Flow>();
  for (let a = 0; a < scene.agreements.count; a++) {
    if (!visible.agreement[a]) continue;
    const keys = new Set<number>();
    for (const pair of listed(scene.agreements.pairs, a)) {
      if (visible.pairAgreements[pair] === 0) continue;
      const [p, q] = [country[scene.pairs.one[pair]], country[scene.pairs.other[pair]]];
      if (p < 0 || q < 0 || p === q) continue;
      const [one, other] = q === scene.home || (p !== scene.home && q < p) ? [q, p] : [p, q];
      keys.add(one * size + other);
    }
    for (const key of keys) {
      let flow = flows.get(key);
      if (flow === undefined) {
        const [one, other] = [Math.floor(key / size), key % size];
        flow = { one, other, agreements: 0, kinds: new Int32Array(scene.kinds.length) };
        flows.set(key, flow);
      }
      flow.agreements++;
      flow.kinds[scene.agreements.kind[a]]++;
    }
  }
  return [...flows.values()].sort(
    (a, b) => b.agreements - a.agreements || a.one - b.one || a.other - b.other,
  );
}

export type Place = readonly [number, number];

const BULGE = 0.17;

/** A curve from a place to another that bulges northwards, moved sideways by `off` pixels. */
export function curve([x1, y1]: Place, [x2, y2]: Place, off = 0): string {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = Math.hypot(dx, dy) || 1;
  // The normal that points north; on a meridian, the one that points away from the land (west).
  const side = dx > 0 || (dx === 0 && dy > 0) ? 1 : -1;
  const [nx, ny] = [(side * dy) / length, (-side * dx) / length];
  const [sx, sy] = [nx * off, ny * off];
  const bulge = length * BULGE;
  const point = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const [cx, cy] = [(x1 + x2) / 2 + nx * bulge, (y1 + y2) / 2 + ny * bulge];
  return `M${point(x1 + sx, y1 + sy)}Q${point(cx + sx, cy + sy)} ${point(x2 + sx, y2 + sy)}`;
}

/** Width of the widest bundle in pixels: many bundles must leave room for one another. */
export function widestOf(flows: number): number {
  return flows > 70 ? 7 : 13;
}

/** Width of a bundle in pixels; its square compares, as the areas of circles do. */
export function flowWidth(agreements: number, most: number, widest: number): number {
  return Math.max(0.7, widest * Math.sqrt(agreements / Math.max(most, 12)));
}

export interface Strand {
  kind: number;
  width: number;
  /** How far its middle is from the bundle's, in pixels. */
  off: number;
}

/** Divide a bundle's width among its kinds. */
export function strandsOf(flow: Flow, width: number): Strand[] {
  const strands: Strand[] = [];
  let at = -width / 2;
  for (const [kind, agreements] of flow.kinds.entries()) {
    if (agreements === 0) continue;
    const own = (width * agreements) / flow.agreements;
    strands.push({ kind, width: own, off: at + own / 2 });
    at += own;
  }
  return strands;
}
