// What two governments have in common, and what only one has.
import type { Visible } from "./filter";
import type { Scene } from "./scene/scene";
import { listed } from "./scene/scene";

/** Partners, themes and countries (by index) of one or of both. */
export interface Shared {
  both: number[];
  one: number[];
  other: number[];
}

export interface Comparison {
  partners: Shared;
  themes: Shared;
  countries: Shared;
  /** Visible agreements between the two. */
  direct: number;
}

interface Side {
  partners: Set<number>;
  themes: Set<number>;
  countries: Set<number>;
}

export function compared(scene: Scene, visible: Visible, one: number, other: number): Comparison {
  const [a, b] = [sideOf(scene, visible, one), sideOf(scene, visible, other)];
  // What they have with each other is said apart, as the agreements between the two.
  a.partners.delete(other);
  b.partners.delete(one);
  const direct = [...listed(scene.nodePairs, one)].find(
    (pair) => scene.pairs.one[pair] === other || scene.pairs.other[pair] === other,
  );
  return {
    partners: shared(a.partners, b.partners),
    themes: shared(a.themes, b.themes),
    countries: shared(a.countries, b.countries),
    direct: direct === undefined ? 0 : visible.pairAgreements[direct],
  };
}

function sideOf(scene: Scene, visible: Visible, node: number): Side {
  const side: Side = { partners: new Set(), themes: new Set(), countries: new Set() };
  for (const pair of listed(scene.nodePairs, node)) {
    if (visible.pairAgreements[pair] === 0) continue;
    const { one, other } = scene.pairs;
    const partner = one[pair] === node ? other[pair] : one[pair];
    side.partners.add(partner);
    if (scene.nodes.country[partner] >= 0) side.countries.add(scene.nodes.country[partner]);
  }
  for (const a of listed(scene.nodeAgreements, node)) {
    if (!visible.agreement[a]) continue;
    for (const theme of listed(scene.agreements.themes, a)) side.themes.add(theme);
  }
  return side;
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): Shared {
  return {
    both: [...a].filter((item) => b.has(item)),
    one: [...a].filter((item) => !b.has(item)),
    other: [...b].filter((item) => !a.has(item)),
  };
}
