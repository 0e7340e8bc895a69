// The scene as the front end works on it: typed columns, and what follows from them once and for
// all (who is linked with whom, which agreements a government has, in which state it lies).
import type { Topology } from "topojson-specification";
import type { Bilingual, Lang, WireScene } from "./wire";

export type { Bilingual, Lang } from "./wire";

/** Lists of numbers of different length, end to end: those of `i` are items[starts[i]..starts[i+1]). */
export interface Lists {
  starts: Int32Array;
  items: Int32Array;
}

export interface Nodes {
  count: number;
  id: string[];
  name: string[];
  nameIn: Record<Lang, (string | null)[] | null>;
  level: Int32Array;
  country: Int32Array;
  parent: Int32Array;
  /** NaN where it is not known; so are lat, lon and nearestKm. */
  population: Float64Array;
  lat: Float64Array;
  lon: Float64Array;
  x: Float64Array;
  y: Float64Array;
  /** 0 main part, 1 small component, 2 without agreements. */
  band: Int32Array;
  community: Int32Array;
  component: Int32Array;
  partners: Int32Array;
  agreements: Int32Array;
  rank: Record<string, Int32Array>;
  size: Float64Array;
  wordsIn: Record<Lang, (string | null)[] | null>;
  nearest: Int32Array;
  nearestKm: Float64Array;
  /** The state of the home country that a node is or lies in; -1 outside. */
  state: Int32Array;
}

export interface Others {
  count: number;
  id: string[];
  name: string[];
  level: Int32Array;
  country: Int32Array;
  state: Int32Array;
  population: Float64Array;
}

export interface Agreements {
  count: number;
  id: string[];
  kind: Int32Array;
  status: Int32Array;
  title: (string | null)[] | null;
  signed: (string | null)[] | null;
  starts: (string | null)[] | null;
  ends: (string | null)[] | null;
  parties: Lists;
  homes: Int32Array;
  themes: Lists;
  sources: Lists;
  /** The year of signature (else of the start); 0 when there is none. */
  year: Int32Array;
  /** What each agreement links: indices of pairs. */
  pairs: Lists;
}

/** Pairs of governments with an agreement or more; one < other. */
export interface Pairs {
  count: number;
  one: Int32Array;
  other: Int32Array;
}

export interface Scene {
  view: "explorer" | "map";
  lang: Lang;
  title: Bilingual;
  notices: Bilingual[];
  synthetic: boolean;
  /** Index of the home country; -1 when there is none. */
  home: number;
  words: WireScene["words"];
  nodes: Nodes;
  levels: string[];
  agreements: Agreements;
  pairs: Pairs;
  /** The pairs of each node, and the agreements of each node. */
  nodePairs: Lists;
  nodeAgreements: Lists;
  pairAgreements: Lists;
  kinds: string[];
  statuses: string[];
  themes: WireScene["themes"];
  countries: WireScene["countries"];
  communities: {
    count: number;
    es: string[];
    en: string[];
    size: number[];
    color: Int32Array;
    x: Float64Array;
    y: Float64Array;
  };
  sources: WireScene["sources"];
  representations: {
    count: number;
    id: string[];
    type: string[];
    es: (string | null)[] | null;
    en: (string | null)[] | null;
    city: (string | null)[] | null;
    country: Int32Array;
    lat: Float64Array;
    lon: Float64Array;
    status: (string | null)[] | null;
  };
  suggestions: NonNullable<WireScene["suggestions"]>;
  unconnected: {
    total: number;
    minPopulation: number | null;
    /** Without agreements and not among the nodes: named in the list, not drawn. */
    others: Others;
  };
  palette: Record<"light" | "dark", string[]>;
  basemap: {
    world: Topology;
    states: Topology | null;
    /** Node of each shape of `states`, by the shape's id. */
    stateNodes: ReadonlyMap<string, number>;
  } | null;
  years: { first: number; last: number; dated: number } | null;
  nodeById: ReadonlyMap<string, number>;
}

/** The items of list `i`. */
export function listed(lists: Lists, i: number): Int32Array {
  return lists.items.subarray(lists.starts[i], lists.starts[i + 1]);
}

export function lengthOf(lists: Lists, i: number): number {
  return lists.starts[i + 1] - lists.starts[i];
}

export function nodeName(scene: Scene, node: number, lang: Lang): string {
  return scene.nodes.nameIn[lang]?.[node] ?? scene.nodes.name[node];
}

export function countryName(scene: Scene, country: number, lang: Lang): string {
  return country < 0 ? "" : (scene.countries[lang][country] ?? scene.countries.id[country]);
}

export function communityName(scene: Scene, community: number, lang: Lang): string {
  return community < 0 ? "" : scene.communities[lang][community];
}

export function themeName(scene: Scene, theme: number, lang: Lang): string {
  return scene.themes[lang][theme] ?? scene.themes.id[theme];
}

/** The model's name for a value of it: (“kind”, “twinning”, “es”) → “hermanamiento”. */
export function word(
  scene: Scene,
  of: "level" | "kind" | "status" | "type",
  value: string,
  lang: Lang,
): string {
  return scene.words[of]?.[value]?.[lang] ?? value;
}
