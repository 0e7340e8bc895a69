// Colours and sizes of governments, as the reader has chosen them, and the legend that explains.
import type { Scene } from "../scene/scene";
import { communityName, word } from "../scene/scene";
import type { Facet, State } from "../state";
import type { Inks } from "../style/inks";
import type { Visible } from "../filter";

export interface LegendEntry {
  label: string;
  color: string;
  /** Governments in the picture. */
  count: number;
  /** What a click on the entry filters by. */
  filter: { facet: Facet; value: string } | null;
}

export interface Look {
  fill(node: number): string;
  /** From 0 to 1, by the measure chosen. */
  weight(node: number): number;
  legend: LegendEntry[];
}

/** The legend names no more than this many communities; the rest are “others”. */
const NAMED = 14;

export function lookOf(
  scene: Scene,
  state: State,
  visible: Visible,
  inks: Inks,
  others: string,
): Look {
  const group = groupsOf(scene, state);
  const counts = new Map<number, number>();
  for (let node = 0; node < scene.nodes.count; node++) {
    if (visible.nodePartners[node] === 0) continue;
    const own = group.of(node);
    counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  const ordered = [...counts].filter(([own]) => own >= 0).sort(([a, m], [b, n]) => n - m || a - b);
  const palette = scene.palette[state.theme];
  const colors = new Map<number, string>();
  for (const [i, [own]] of ordered.entries()) {
    const color = group.color ? group.color(own) : i;
    if (color >= 0 && color < palette.length) colors.set(own, palette[color]);
  }
  const legend: LegendEntry[] = [];
  let rest = 0;
  for (const [own, count] of ordered) {
    const color = colors.get(own);
    if (color === undefined || legend.length >= NAMED) rest += count;
    else legend.push({ label: group.label(own), color, count, filter: group.filter(own) });
  }
  rest += counts.get(-1) ?? 0;
  if (rest > 0) legend.push({ label: others, color: inks.other, count: rest, filter: null });
  const weights = weightsOf(scene, state, visible);
  return {
    fill: (node) => colors.get(group.of(node)) ?? inks.other,
    weight: (node) => weights[node],
    legend,
  };
}

interface Groups {
  of(node: number): number;
  label(group: number): string;
  filter(group: number): LegendEntry["filter"];
  /** Place in the palette, where the data gives one; else by size. */
  color?: (group: number) => number;
}

function groupsOf(scene: Scene, state: State): Groups {
  const { lang } = state;
  if (state.color === "level") {
    return {
      of: (node) => scene.nodes.level[node],
      label: (level) => word(scene, "level", scene.levels[level], lang),
      filter: (level) => ({ facet: "levels", value: scene.levels[level] }),
      color: (level) => level,
    };
  }
  if (state.color === "region") return regions(scene, lang);
  return {
    of: (node) => scene.nodes.community[node],
    label: (community) => communityName(scene, community, lang),
    filter: (community) => ({ facet: "communities", value: String(community) }),
    color: (community) => scene.communities.color[community],
  };
}

/** World regions, numbered in the order of the list of countries. */
function regions(scene: Scene, lang: State["lang"]): Groups {
  const names = scene.countries[`subregion_${lang}`] ?? scene.countries[`region_${lang}`] ?? [];
  const codes = scene.countries.subregion_en ?? scene.countries.region_en ?? names;
  const numbered = new Map<string, number>();
  const labels: string[] = [];
  const own = scene.countries.id.map((_, country) => {
    const code = codes[country];
    if (code == null) return -1;
    if (!numbered.has(code)) {
      numbered.set(code, labels.length);
      labels.push(names[country] ?? code);
    }
    return numbered.get(code)!;
  });
  return {
    of: (node) => own[scene.nodes.country[node]] ?? -1,
    label: (region) => labels[region],
    filter: () => null,
  };
}

function weightsOf(scene: Scene, state: State, visible: Visible): Float64Array {
  const { nodes } = scene;
  const raw = {
    influence: nodes.size,
    partners: visible.nodePartners,
    agreements: visible.nodeAgreements,
    population: nodes.population,
  }[state.size];
  const weights = Float64Array.from(raw, (value) => (value > 0 ? value : 0));
  const most = weights.reduce((a, b) => Math.max(a, b), 0);
  // Python's centrality is for drawing already; the others are counts, whose areas should compare.
  return weights.map((value) => {
    if (most === 0) return 0;
    return state.size === "influence" ? value / most : Math.sqrt(value / most);
  });
}
