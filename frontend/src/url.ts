// The state as the address's fragment, and back. What is at its default is left out; what cannot
// be understood is ignored, so that an old or mistyped link still opens the page.
import type { Scene } from "./scene/scene";
import type { Facet, State } from "./state";
import { FACETS, NO_THEME } from "./state";

const LIST_KEYS: Record<Facet, string> = {
  kinds: "kind",
  themes: "theme",
  countries: "country",
  levels: "level",
  communities: "community",
  places: "place",
  statuses: "status",
};

const CHOICES = {
  lang: ["es", "en"],
  theme: ["light", "dark"],
  tab: ["network", "map", "both", "table", "unconnected"],
  color: ["community", "level", "region"],
  size: ["influence", "partners", "agreements", "population"],
  table: ["governments", "agreements"],
} as const;

/** Keys in the address; `theme` is taken by the agreements' themes. */
const CHOICE_KEYS: Record<keyof typeof CHOICES, string> = {
  lang: "lang",
  theme: "mode",
  tab: "tab",
  color: "color",
  size: "size",
  table: "table",
};

export function toHash(state: State, defaults: State): string {
  const parameters = new URLSearchParams();
  const put = (key: string, value: string): void => parameters.set(key, value);
  for (const key of Object.keys(CHOICES) as (keyof typeof CHOICES)[]) {
    if (state[key] !== defaults[key]) put(CHOICE_KEYS[key], state[key]);
  }
  if (state.selected !== null) put("sel", state.selected);
  if (state.compare !== null) put("vs", state.compare);
  if (state.text !== "") put("q", state.text);
  for (const facet of FACETS) {
    if (state[facet].length > 0) put(LIST_KEYS[facet], state[facet].map(quoted).join(","));
  }
  if (state.from !== null) put("from", String(state.from));
  if (state.to !== null) put("to", String(state.to));
  if (!state.undated) put("undated", "0");
  if (state.unconnected) put("unconnected", "1");
  if (state.open.length > 0) put("open", state.open.map(quoted).join(","));
  if (state.representations) put("rep", "1");
  if (state.sort !== "") put("sort", state.sort);
  return parameters.toString();
}

/** The state that the fragment describes; ids that the scene does not have are dropped. */
export function fromHash(hash: string, defaults: State, scene: Scene): State {
  const parameters = new URLSearchParams(hash.replace(/^#/, ""));
  const state: State = { ...defaults };
  const chosen = Object.entries(CHOICES).flatMap(([key, allowed]) => {
    const value = parameters.get(CHOICE_KEYS[key as keyof typeof CHOICES]);
    return value !== null && (allowed as readonly string[]).includes(value) ? [[key, value]] : [];
  });
  Object.assign(state, Object.fromEntries(chosen));
  const exists = existence(scene);
  for (const facet of FACETS) {
    state[facet] = listOf(parameters.get(LIST_KEYS[facet])).filter(exists[facet]).sort();
  }
  state.open = listOf(parameters.get("open")).filter(exists.communities).sort();
  state.selected = existing(parameters.get("sel"), scene);
  state.compare = state.selected === null ? null : existing(parameters.get("vs"), scene);
  if (state.compare === state.selected) state.compare = null;
  state.text = parameters.get("q") ?? "";
  state.from = year(parameters.get("from"));
  state.to = year(parameters.get("to"));
  state.undated = parameters.get("undated") !== "0";
  state.unconnected = parameters.get("unconnected") === "1";
  state.representations = parameters.get("rep") === "1";
  state.sort = /^-?[a-z]+$/.test(parameters.get("sort") ?? "") ? parameters.get("sort")! : "";
  return state;
}

function existence(scene: Scene): Record<Facet, (id: string) => boolean> {
  const among = (ids: readonly string[]): ((id: string) => boolean) => {
    const known = new Set(ids);
    return (id) => known.has(id);
  };
  return {
    kinds: among(scene.kinds),
    themes: among([...scene.themes.id, NO_THEME]),
    countries: among(scene.countries.id),
    levels: among(scene.levels),
    communities: (id) => /^\d+$/.test(id) && Number(id) < scene.communities.count,
    places: (id) => scene.nodeById.has(id),
    statuses: among(scene.statuses),
  };
}

function existing(id: string | null, scene: Scene): string | null {
  return id !== null && scene.nodeById.has(id) ? id : null;
}

function year(text: string | null): number | null {
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : null;
}

// An id may hold a comma itself (a slug never does, another register's might).
function quoted(id: string): string {
  return id.replaceAll("%", "%25").replaceAll(",", "%2C");
}

function listOf(text: string | null): string[] {
  if (text === null || text === "") return [];
  const plain = (id: string): string => id.replaceAll("%2C", ",").replaceAll("%25", "%");
  return [...new Set(text.split(",").map(plain))];
}
