// Facts for the story and the maps: agreements by state and by country. As with every live count,
// a filter by states does not narrow the numbers of states, nor one by countries those of countries:
// what is chosen can be compared with what is not.
import type { Visible } from "../filter";
import type { Scene } from "../scene/scene";

/**
 * Agreements of each state of the home country, those of its municipalities included, each
 * agreement once. Every state is a key.
 */
export function agreementsByState(scene: Scene, visible: Visible): Map<number, number> {
  const states = new Set([...scene.nodes.state].filter((state) => state >= 0));
  return new Map([...states].map((state) => [state, visible.counts.places[state]]));
}

/** Agreements of each country with any but the home country, each agreement once. */
export function agreementsByCountry(scene: Scene, visible: Visible): Map<number, number> {
  const numbers = [...visible.counts.countries.entries()];
  return new Map(numbers.filter(([country, n]) => n > 0 && country !== scene.home));
}

/** Sorted by number, most first; ties by index. */
export function most(of: ReadonlyMap<number, number>): [number, number][] {
  return [...of].sort(([a, m], [b, n]) => n - m || a - b);
}
