// From the JSON in the page to a Scene, or a SceneError that says what is wrong with it.
import { indices, lists, maybeTexts, numbers, SceneError, texts } from "./check";
import { findPairs, turned } from "./pairs";
import type { Agreements, Lists, Nodes, Others, Pairs, Scene } from "./scene";
import type { WireScene } from "./wire";

const UNBOUNDED = 0x7fffffff;

export function decodeScene(text: string): Scene {
  let wire: WireScene;
  try {
    wire = JSON.parse(text) as WireScene;
  } catch (error) {
    throw new SceneError(`the scene is not JSON: ${(error as Error).message}`);
  }
  return sceneOf(wire);
}

export function sceneOf(wire: WireScene): Scene {
  if (wire?.schema !== 1) {
    throw new SceneError(`schema ${String(wire?.schema)} is not one that this page reads (1)`);
  }
  const countries = texts(wire.countries?.id, null, "countries.id").length;
  const home = wire.home == null ? -1 : wire.countries.id.indexOf(wire.home);
  const nodes = decodeNodes(wire, countries, home);
  const agreements = decodeAgreements(wire, nodes.count);
  const { pairs, ofAgreements } = findPairs(agreements.parties, agreements.homes, nodes.count);
  agreements.pairs = ofAgreements;
  const ends: Lists = endsOf(pairs);
  return {
    view: wire.view === "map" ? "map" : "explorer",
    lang: wire.lang === "en" ? "en" : "es",
    title: wire.title,
    notices: wire.notices ?? [],
    synthetic: wire.synthetic ?? false,
    home,
    words: wire.words,
    nodes,
    levels: wire.levels,
    agreements,
    pairs,
    nodePairs: turned(ends, nodes.count),
    nodeAgreements: turned(distinct(agreements.parties), nodes.count),
    pairAgreements: turned(agreements.pairs, pairs.count),
    kinds: wire.kinds,
    statuses: wire.statuses,
    themes: wire.themes,
    countries: wire.countries,
    communities: decodeCommunities(wire),
    sources: wire.sources,
    representations: decodeRepresentations(wire, countries),
    suggestions: wire.suggestions ?? {},
    unconnected: {
      total: wire.unconnected?.total ?? 0,
      minPopulation: wire.unconnected?.min_population ?? null,
      others: decodeOthers(wire, nodes, countries),
    },
    palette: wire.palette,
    basemap: decodeBasemap(wire, nodes.count),
    years: yearsOf(agreements.year),
    nodeById: new Map(nodes.id.map((id, i) => [id, i])),
  };
}

function decodeNodes(wire: WireScene, countries: number, home: number): Nodes {
  const raw = wire.nodes;
  const id = texts(raw?.id, null, "nodes.id");
  const count = id.length;
  const column = (name: keyof typeof raw, limit: number, options = {}): Int32Array =>
    indices(raw[name] as (number | null)[], count, limit, `nodes.${name}`, options);
  const measure = (name: keyof typeof raw, otherwise = NaN): Float64Array =>
    numbers(raw[name] as (number | null)[], count, `nodes.${name}`, otherwise);
  const level = column("level", wire.levels.length, { least: 0 });
  const country = column("country", countries);
  const parent = column("parent", count);
  const ranks = Object.entries(raw.rank ?? {}).map(
    ([name, ranked]) =>
      [name, indices(ranked, count, UNBOUNDED, `nodes.rank.${name}`, { otherwise: 0 })] as const,
  );
  return {
    count,
    id,
    name: texts(raw.name, count, "nodes.name"),
    nameIn: {
      es: maybeTexts(raw.name_es, count, "nodes.name_es"),
      en: maybeTexts(raw.name_en, count, "nodes.name_en"),
    },
    level,
    country,
    parent,
    population: measure("population"),
    lat: measure("lat"),
    lon: measure("lon"),
    x: measure("x", 0),
    y: measure("y", 0),
    band: column("band", 3, { least: 0, otherwise: 0 }),
    community: column("community", wire.communities.size.length),
    component: column("component", UNBOUNDED),
    partners: column("partners", UNBOUNDED, { least: 0 }),
    agreements: column("agreements", UNBOUNDED, { least: 0 }),
    rank: Object.fromEntries(ranks),
    size: measure("size", 0),
    wordsIn: {
      es: maybeTexts(raw.words_es, count, "nodes.words_es"),
      en: maybeTexts(raw.words_en, count, "nodes.words_en"),
    },
    nearest: column("nearest", wire.representations?.id.length ?? 0),
    nearestKm: measure("nearest_km"),
    state: statesOf(wire.levels.indexOf("state"), home, { level, country, parent }),
  };
}

function decodeOthers(wire: WireScene, nodes: Nodes, countries: number): Others {
  const raw = wire.unconnected?.others ?? { id: [], name: [], level: [], country: [] };
  const where = "unconnected.others";
  const id = texts(raw.id, null, `${where}.id`);
  const parent = indices(raw.parent, id.length, nodes.count, `${where}.parent`);
  return {
    count: id.length,
    id,
    name: texts(raw.name, id.length, `${where}.name`),
    level: indices(raw.level, id.length, wire.levels.length, `${where}.level`, { least: 0 }),
    country: indices(raw.country, id.length, countries, `${where}.country`),
    state: parent.map((above) => (above < 0 ? -1 : nodes.state[above])),
    population: numbers(raw.population, id.length, `${where}.population`),
  };
}

/** The state of each node of the home country: itself, or the first state above it. */
function statesOf(
  stateLevel: number,
  home: number,
  { level, country, parent }: Pick<Nodes, "level" | "country" | "parent">,
): Int32Array {
  return level.map((_, node) => {
    if (home < 0 || country[node] !== home) return -1;
    // The bound ends a loop of parents, which no source should have.
    for (let at = node, steps = 0; at >= 0 && steps < 8; at = parent[at], steps++) {
      if (level[at] === stateLevel) return at;
    }
    return -1;
  });
}

function decodeAgreements(wire: WireScene, nodes: number): Agreements {
  const raw = wire.agreements;
  const id = texts(raw?.id, null, "agreements.id");
  const count = id.length;
  const optional = (name: "title" | "signed" | "starts" | "ends"): (string | null)[] | null =>
    maybeTexts(raw[name], count, `agreements.${name}`);
  const signed = optional("signed");
  const starts = optional("starts");
  const parties = lists(raw.parties, count, nodes, "agreements.parties");
  const homes = indices(raw.homes, count, UNBOUNDED, "agreements.homes");
  return {
    count,
    id,
    kind: indices(raw.kind, count, wire.kinds.length, "agreements.kind", { least: 0 }),
    status: indices(raw.status, count, wire.statuses.length, "agreements.status", { least: 0 }),
    title: optional("title"),
    signed,
    starts,
    ends: optional("ends"),
    parties,
    homes,
    themes: lists(raw.themes, count, wire.themes.id.length, "agreements.themes"),
    sources: lists(raw.sources, count, wire.sources.id.length, "agreements.sources"),
    year: Int32Array.from(id, (_, a) => yearOf(signed?.[a] ?? starts?.[a])),
    pairs: { starts: new Int32Array(count + 1), items: new Int32Array(0) },
  };
}

function yearOf(date: string | null | undefined): number {
  const found = /^(\d{4})(?:-|$)/.exec(date ?? "");
  return found ? Number(found[1]) : 0;
}

function yearsOf(year: Int32Array): Scene["years"] {
  let [first, last, dated] = [UNBOUNDED, 0, 0];
  for (const y of year) {
    if (y === 0) continue;
    dated++;
    first = Math.min(first, y);
    last = Math.max(last, y);
  }
  return dated === 0 ? null : { first, last, dated };
}

/** The two ends of each pair, as lists. */
function endsOf(pairs: Pairs): Lists {
  const starts = new Int32Array(pairs.count + 1);
  const items = new Int32Array(2 * pairs.count);
  for (let p = 0; p < pairs.count; p++) {
    items[2 * p] = pairs.one[p];
    items[2 * p + 1] = pairs.other[p];
    starts[p + 1] = 2 * p + 2;
  }
  return { starts, items };
}

/** The same lists with each item once: a government may be named twice in one agreement. */
function distinct(lists: Lists): Lists {
  const starts = new Int32Array(lists.starts.length);
  const items: number[] = [];
  for (let i = 0; i + 1 < starts.length; i++) {
    items.push(...new Set(lists.items.subarray(lists.starts[i], lists.starts[i + 1])));
    starts[i + 1] = items.length;
  }
  return { starts, items: Int32Array.from(items) };
}

function decodeCommunities(wire: WireScene): Scene["communities"] {
  const raw = wire.communities;
  const count = raw.size.length;
  const colors = Math.max(wire.palette.light.length, wire.palette.dark.length);
  return {
    count,
    es: texts(raw.es, count, "communities.es"),
    en: texts(raw.en, count, "communities.en"),
    size: raw.size,
    color: indices(raw.color, count, colors, "communities.color"),
    x: numbers(raw.x, count, "communities.x", 0),
    y: numbers(raw.y, count, "communities.y", 0),
  };
}

function decodeRepresentations(wire: WireScene, countries: number): Scene["representations"] {
  const raw = wire.representations ?? { id: [], type: [] };
  const count = raw.id.length;
  return {
    count,
    id: raw.id,
    type: texts(raw.type, count, "representations.type"),
    es: maybeTexts(raw.es, count, "representations.es"),
    en: maybeTexts(raw.en, count, "representations.en"),
    city: maybeTexts(raw.city, count, "representations.city"),
    country: indices(raw.country, count, countries, "representations.country"),
    lat: numbers(raw.lat, count, "representations.lat"),
    lon: numbers(raw.lon, count, "representations.lon"),
    status: maybeTexts(raw.status, count, "representations.status"),
  };
}

function decodeBasemap(wire: WireScene, nodes: number): Scene["basemap"] {
  if (wire.basemap == null) return null;
  const stateNodes = new Map(Object.entries(wire.basemap.state_nodes ?? {}));
  for (const [shape, node] of stateNodes) {
    if (!Number.isInteger(node) || node < 0 || node >= nodes) {
      throw new SceneError(`basemap.state_nodes[${shape}]: ${node} is not a node`);
    }
  }
  return { world: wire.basemap.world, states: wire.basemap.states ?? null, stateNodes };
}
