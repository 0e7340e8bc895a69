// What is visible under the filters, and how many agreements each choice would show.
//
// An agreement is visible when one of its pairs is. A pair of an agreement is visible when the
// agreement has a chosen kind, theme, status and year, and one of the pair's two governments has a
// chosen country, level, community and state. A choice's live count asks the same of all filters
// but its own.
import type { Scene } from "./scene/scene";
import { lengthOf, listed } from "./scene/scene";
import type { Facet, State } from "./state";
import { FACETS, NO_THEME } from "./state";

export interface Visible {
  agreement: Uint8Array;
  /** Visible agreements of each pair; visible pairs and agreements of each government. */
  pairAgreements: Int32Array;
  nodePartners: Int32Array;
  nodeAgreements: Int32Array;
  /** Whether the government is in the picture at all. */
  node: Uint8Array;
  totals: {
    agreements: number;
    pairs: number;
    governments: number;
    countries: number;
    unconnected: number;
    undated: number;
  };
  counts: Record<Facet, Int32Array>;
  /** Visible agreements by year, were it not for the years chosen. */
  byYear: ReadonlyMap<number, number>;
}

/** What is chosen, by index; null means that all are. */
type Chosen = Record<Facet, Set<number> | null>;

const YEARS = FACETS.length;
const bit = (position: number): number => 1 << position;
const FACET_BIT = Object.fromEntries(FACETS.map((f, i) => [f, bit(i)])) as Record<Facet, number>;
const OF_GOVERNMENTS = ["countries", "levels", "communities", "places"] as const;
type OfGovernments = (typeof OF_GOVERNMENTS)[number];

export function visibleUnder(scene: Scene, state: State): Visible {
  const chosen = chosenIn(scene, state);
  const visible = nothing(scene);
  const tally = new Tally(scene, visible.counts);
  const byYear = new Map<number, number>();
  for (let a = 0; a < scene.agreements.count; a++) {
    const failed = failedOf(scene, state, chosen, a);
    // Two failures or more: it counts nowhere.
    if ((failed & (failed - 1)) !== 0) continue;
    sift(scene, chosen, a, failed, visible, tally, byYear, state.unconnected);
  }
  visible.byYear = byYear;
  settle(scene, state, chosen, visible);
  return visible;
}

/**
 * Let agreement `a`, which fails the filters in `failed`, count where it counts. While only the
 * unconnected are shown it is `hidden`, but still counts.
 */
function sift(
  scene: Scene,
  chosen: Chosen,
  a: number,
  failed: number,
  visible: Visible,
  tally: Tally,
  byYear: Map<number, number>,
  hidden: boolean,
): void {
  const { pairs, agreements } = scene;
  tally.begin();
  let [shown, dated] = [false, false];
  for (const pair of listed(agreements.pairs, a)) {
    const [one, other] = [pairs.one[pair], pairs.other[pair]];
    const all = failed | failedPair(scene, chosen, one, other);
    if ((all & (all - 1)) !== 0) continue;
    tally.count(a, one, other, all);
    if ((all & ~bit(YEARS)) === 0) dated = true;
    if (all !== 0 || hidden) continue;
    shown = true;
    if (visible.pairAgreements[pair]++ === 0) {
      visible.nodePartners[one]++;
      visible.nodePartners[other]++;
    }
    tally.party(one, visible.nodeAgreements);
    tally.party(other, visible.nodeAgreements);
  }
  if (dated) byYear.set(agreements.year[a], (byYear.get(agreements.year[a]) ?? 0) + 1);
  if (!shown) return;
  visible.agreement[a] = 1;
  visible.totals.agreements++;
  if (agreements.year[a] === 0) visible.totals.undated++;
}

function failedOf(scene: Scene, state: State, chosen: Chosen, a: number): number {
  const { kind, status, themes, year } = scene.agreements;
  let failed = 0;
  if (chosen.kinds && !chosen.kinds.has(kind[a])) failed |= FACET_BIT.kinds;
  if (chosen.statuses && !chosen.statuses.has(status[a])) failed |= FACET_BIT.statuses;
  if (chosen.themes) {
    const among = chosen.themes;
    const own = listed(themes, a);
    const fits = own.length === 0 ? among.has(-1) : own.some((theme) => among.has(theme));
    if (!fits) failed |= FACET_BIT.themes;
  }
  if (year[a] === 0) {
    if (!state.undated) failed |= bit(YEARS);
  } else if (year[a] < (state.from ?? 0) || year[a] > (state.to ?? 9999)) failed |= bit(YEARS);
  return failed;
}

function failedPair(scene: Scene, chosen: Chosen, one: number, other: number): number {
  let failed = 0;
  for (const facet of OF_GOVERNMENTS) {
    const among = chosen[facet];
    if (among === null) continue;
    if (!among.has(valueOf(scene, facet, one)) && !among.has(valueOf(scene, facet, other))) {
      failed |= FACET_BIT[facet];
    }
  }
  return failed;
}

function valueOf(scene: Scene, facet: OfGovernments, node: number): number {
  const { country, level, community, state } = scene.nodes;
  if (facet === "countries") return country[node];
  if (facet === "levels") return level[node];
  return facet === "communities" ? community[node] : state[node];
}

/** Counts each agreement once for each value that it has. */
class Tally {
  private readonly seen: Record<OfGovernments, Int32Array>;
  private readonly parties: Int32Array;
  private once: Set<Facet> = new Set();
  private turn = 0;

  constructor(
    private readonly scene: Scene,
    private readonly counts: Record<Facet, Int32Array>,
  ) {
    this.parties = new Int32Array(scene.nodes.count);
    this.seen = Object.fromEntries(
      OF_GOVERNMENTS.map((facet) => [facet, new Int32Array(counts[facet].length)]),
    ) as Record<OfGovernments, Int32Array>;
  }

  begin(): void {
    this.turn++;
    this.once.clear();
  }

  /** Count one agreement of a government, once whatever the number of its partners in it. */
  party(node: number, agreements: Int32Array): void {
    if (this.parties[node] === this.turn) return;
    this.parties[node] = this.turn;
    agreements[node]++;
  }

  /** Count one pair of agreement `a` wherever it fails no filter but the facet's own. */
  count(a: number, one: number, other: number, failed: number): void {
    const { kind, status, themes } = this.scene.agreements;
    const counts = (facet: Facet): boolean => (failed & ~FACET_BIT[facet]) === 0;
    for (const facet of OF_GOVERNMENTS) {
      if (!counts(facet)) continue;
      this.end(facet, valueOf(this.scene, facet, one));
      this.end(facet, valueOf(this.scene, facet, other));
    }
    if (counts("kinds") && this.first("kinds")) this.counts.kinds[kind[a]]++;
    if (counts("statuses") && this.first("statuses")) this.counts.statuses[status[a]]++;
    if (counts("themes") && this.first("themes")) {
      for (const theme of listed(themes, a)) this.counts.themes[theme]++;
      if (lengthOf(themes, a) === 0) this.counts.themes[this.scene.themes.id.length]++;
    }
  }

  private first(facet: Facet): boolean {
    if (this.once.has(facet)) return false;
    this.once.add(facet);
    return true;
  }

  private end(facet: OfGovernments, value: number): void {
    if (value < 0 || this.seen[facet][value] === this.turn) return;
    this.seen[facet][value] = this.turn;
    this.counts[facet][value]++;
  }
}

function nothing(scene: Scene): Visible {
  const counts: Record<Facet, number> = {
    kinds: scene.kinds.length,
    // One more than there are: agreements without a theme.
    themes: scene.themes.id.length + 1,
    countries: scene.countries.id.length,
    levels: scene.levels.length,
    communities: scene.communities.count,
    places: scene.nodes.count,
    statuses: scene.statuses.length,
  };
  return {
    agreement: new Uint8Array(scene.agreements.count),
    pairAgreements: new Int32Array(scene.pairs.count),
    nodePartners: new Int32Array(scene.nodes.count),
    nodeAgreements: new Int32Array(scene.nodes.count),
    node: new Uint8Array(scene.nodes.count),
    totals: { agreements: 0, pairs: 0, governments: 0, countries: 0, unconnected: 0, undated: 0 },
    counts: Object.fromEntries(
      FACETS.map((facet) => [facet, new Int32Array(counts[facet])]),
    ) as Record<Facet, Int32Array>,
    byYear: new Map(),
  };
}

/** From pairs to governments: who is in the picture, and the totals. */
function settle(scene: Scene, state: State, chosen: Chosen, visible: Visible): void {
  const { nodes } = scene;
  const isolates = showsUnconnected(scene, state);
  const countries = new Set<number>();
  for (let node = 0; node < nodes.count; node++) {
    if (visible.nodePartners[node] > 0) {
      visible.node[node] = 1;
      visible.totals.governments++;
      countries.add(nodes.country[node]);
    } else if (isolates && isUnconnected(scene, node) && fits(scene, chosen, node)) {
      visible.node[node] = 1;
      visible.totals.unconnected++;
    }
  }
  countries.delete(scene.home);
  countries.delete(-1);
  visible.totals.countries = countries.size;
  for (const agreements of visible.pairAgreements) if (agreements > 0) visible.totals.pairs++;
}

/** Whether a government has no agreement with anyone, whatever the filters. */
export function isUnconnected(scene: Scene, node: number): boolean {
  return lengthOf(scene.nodePairs, node) === 0;
}

/** Filters of agreements say nothing of who has none: they hide them. */
function showsUnconnected(scene: Scene, state: State): boolean {
  const ofAgreements = [state.kinds, state.themes, state.statuses, state.communities];
  if (state.unconnected) return true;
  const { years } = scene;
  const allYears =
    (state.from === null || (years !== null && state.from <= years.first)) &&
    (state.to === null || (years !== null && state.to >= years.last));
  return allYears && state.undated && ofAgreements.every((chosen) => chosen.length === 0);
}

function fits(scene: Scene, chosen: Chosen, node: number): boolean {
  return (["countries", "levels", "places"] as const).every(
    (facet) => chosen[facet]?.has(valueOf(scene, facet, node)) ?? true,
  );
}

/** Governments without agreements that the filters of governments let through. */
export function unconnectedUnder(scene: Scene, state: State): number[] {
  const chosen = chosenIn(scene, state);
  const found: number[] = [];
  for (let node = 0; node < scene.nodes.count; node++) {
    if (isUnconnected(scene, node) && fits(scene, chosen, node)) found.push(node);
  }
  return found;
}

/** The same of those that are named only. */
export function othersUnder(scene: Scene, state: State): number[] {
  const chosen = chosenIn(scene, state);
  const { others } = scene.unconnected;
  const fitting = (other: number): boolean =>
    (chosen.countries?.has(others.country[other]) ?? true) &&
    (chosen.levels?.has(others.level[other]) ?? true) &&
    (chosen.places?.has(others.state[other]) ?? true);
  return Array.from({ length: others.count }, (_, other) => other).filter(fitting);
}

function chosenIn(scene: Scene, state: State): Chosen {
  const places = (ids: readonly string[], index: (id: string) => number): Set<number> | null =>
    ids.length === 0 ? null : new Set(ids.map(index));
  return {
    kinds: places(state.kinds, (id) => scene.kinds.indexOf(id)),
    // -1 stands for agreements without a theme.
    themes: places(state.themes, (id) => (id === NO_THEME ? -1 : scene.themes.id.indexOf(id))),
    countries: places(state.countries, (id) => scene.countries.id.indexOf(id)),
    levels: places(state.levels, (id) => scene.levels.indexOf(id)),
    communities: places(state.communities, Number),
    places: places(state.places, (id) => scene.nodeById.get(id) ?? -2),
    statuses: places(state.statuses, (id) => scene.statuses.indexOf(id)),
  };
}
