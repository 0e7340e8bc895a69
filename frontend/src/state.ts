// The one source of truth: what the reader has chosen. Every panel is a function of (scene, state).
// Choices are kept as the data's own ids, so that a link still means the same after new data.
import type { Lang } from "./scene/wire";

export type Tab = "network" | "map" | "both" | "table" | "unconnected";
/** The tabs of each kind of page; it opens on the first. */
export const TABS_OF: Record<"explorer" | "map", readonly Tab[]> = {
  explorer: ["network", "map", "both", "table", "unconnected"],
  map: ["map", "table", "unconnected"],
};

export type ColorBy = "community" | "level" | "region";
export type SizeBy = "influence" | "partners" | "agreements" | "population";
export type TableOf = "governments" | "agreements";

/** Filters that hold lists of ids, in the order in which the panel shows them. */
export const FACETS = [
  "kinds",
  "themes",
  "countries",
  "levels",
  "communities",
  "places",
  "statuses",
] as const;
export type Facet = (typeof FACETS)[number];

/** Stands for agreements without any theme among the chosen themes. */
export const NO_THEME = "-";

export interface State extends Record<Facet, readonly string[]> {
  lang: Lang;
  theme: "light" | "dark";
  tab: Tab;
  selected: string | null;
  compare: string | null;
  text: string;
  from: number | null;
  to: number | null;
  undated: boolean;
  /** Show only governments without agreements. */
  unconnected: boolean;
  color: ColorBy;
  size: SizeBy;
  /** Communities that are unfolded in a view too large to show at once. */
  open: readonly string[];
  representations: boolean;
  table: TableOf;
  sort: string;
}

export function initialState(lang: Lang, theme: State["theme"], tab: Tab): State {
  return {
    lang,
    theme,
    tab,
    selected: null,
    compare: null,
    text: "",
    kinds: [],
    themes: [],
    countries: [],
    levels: [],
    communities: [],
    places: [],
    statuses: [],
    from: null,
    to: null,
    undated: true,
    unconnected: false,
    color: "community",
    size: "influence",
    open: [],
    representations: false,
    table: "governments",
    sort: "",
  };
}

/** The list with the value added, or without it if it was there. */
export function toggled(list: readonly string[], value: string): string[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value].sort();
}

/** What to change to show everything again; the rest of the state stays. */
export function withoutFilters(): Partial<State> {
  const empty = Object.fromEntries(FACETS.map((facet) => [facet, []]));
  return { ...empty, text: "", from: null, to: null, undated: true, unconnected: false };
}

export function isFiltered(state: State): boolean {
  return (
    FACETS.some((facet) => state[facet].length > 0) ||
    state.from !== null ||
    state.to !== null ||
    !state.undated ||
    state.unconnected
  );
}

type Listener = (state: State, before: State) => void;

/** Holds the state and tells whoever listens of each change. */
export class Store {
  private readonly listeners: Listener[] = [];

  constructor(private current: State) {}

  get state(): State {
    return this.current;
  }

  set(change: Partial<State>): void {
    const before = this.current;
    this.current = { ...before, ...change };
    for (const listener of this.listeners) listener(this.current, before);
  }

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }
}
