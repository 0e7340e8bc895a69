// The filters, each with live counts, and what the colours, sizes and shapes mean.
import { h, replace } from "../dom";
import { communityName, countryName, nodeName, themeName, word } from "../scene/scene";
import type { Facet } from "../state";
import { isFiltered, NO_THEME, withoutFilters } from "../state";
import type { Panel, Tools, View } from "../view";
import type { Choice } from "./choices";
import { choices } from "./choices";
import { legendPanel } from "./legend";

const OPEN_AT_FIRST: ReadonlySet<Facet> = new Set(["kinds", "themes"]);
const SHOWN: readonly Facet[] = [
  "kinds",
  "themes",
  "countries",
  "places",
  "levels",
  "communities",
  "statuses",
];

export function filtersPanel(tools: Tools): Panel {
  const heading = h("h2", {});
  const count = h("p", { class: "filter-count", id: "visible-count" });
  const clear = h("button", { type: "button", class: "clear" });
  clear.addEventListener("click", () => tools.store.set(withoutFilters()));
  const unconnected = h("input", { type: "checkbox", id: "only-unconnected" });
  unconnected.addEventListener("change", () =>
    tools.store.set({ unconnected: unconnected.checked }),
  );
  const unconnectedName = h("span", { class: "choice-name" });
  const groups = new Map(
    SHOWN.map((facet) => [facet, choices(tools, facet, OPEN_AT_FIRST.has(facet))]),
  );
  const legend = legendPanel(tools);
  // On a phone the panel lies over the page.
  const close = h("button", { type: "button", class: "rail-close" });
  close.addEventListener("click", () => element.parentElement?.classList.remove("filters-open"));
  const element = h(
    "aside",
    { class: "rail", id: "filters" },
    close,
    legend.element,
    h("div", { class: "rail-heading" }, heading, clear),
    count,
    h("label", { class: "choice only-unconnected" }, unconnected, unconnectedName),
    ...[...groups.values()].map((group) => group.element),
  );
  return {
    element,
    update(view) {
      const { words, state, visible } = view;
      close.textContent = words.done;
      heading.textContent = words.filters;
      element.setAttribute("aria-label", words.filters);
      clear.textContent = words.clearFilters;
      clear.hidden = !isFiltered(state);
      const { governments, agreements, pairs } = visible.totals;
      count.textContent = words.visibleCount(governments, agreements, pairs);
      Object.assign(count.dataset, { governments, agreements, pairs });
      unconnected.checked = state.unconnected;
      replace(unconnectedName, words.onlyUnconnected);
      for (const [facet, group] of groups) {
        const all = choicesOf(view, facet);
        // One value only tells nothing apart.
        const useful = all.length > 1 || state[facet].length > 0 ? all : [];
        group.update(view, words[`filter_${facet}`], useful, state[facet]);
      }
      legend.update(view);
    },
  };
}

function choicesOf(view: View, facet: Facet): Choice[] {
  const { scene, lang, words, visible, state } = view;
  const counts = visible.counts[facet];
  const make = (i: number, value: string, label: string): Choice => ({
    value,
    label,
    count: counts[i],
  });
  const chosen = new Set(state[facet]);
  const all: Record<Facet, () => Choice[]> = {
    kinds: () => scene.kinds.map((kind, i) => make(i, kind, word(scene, "kind", kind, lang))),
    statuses: () =>
      scene.statuses.map((status, i) => make(i, status, word(scene, "status", status, lang))),
    levels: () => scene.levels.map((level, i) => make(i, level, word(scene, "level", level, lang))),
    themes: () => [
      ...scene.themes.id.map((id, i) => make(i, id, themeName(scene, i, lang))),
      make(scene.themes.id.length, NO_THEME, words.noTheme),
    ],
    countries: () =>
      scene.countries.id
        .map((id, i) => ({ ...make(i, id, countryName(scene, i, lang)), home: i === scene.home }))
        .filter((choice) => !choice.home || chosen.has(choice.value)),
    places: () =>
      [...statesOf(view)].map((node) =>
        make(node, scene.nodes.id[node], nodeName(scene, node, lang)),
      ),
    communities: () =>
      scene.communities.size.map((_, i) => make(i, String(i), communityName(scene, i, lang))),
  };
  const inOrder = facet === "kinds" || facet === "statuses";
  const found = all[facet]().filter(({ value, count }) => count > 0 || chosen.has(value) || inOrder);
  if (facet === "themes" && found.every(({ value }) => value === NO_THEME)) return [];
  return inOrder ? found : found.sort((a, b) => b.count - a.count || view.format.compare(a.label, b.label));
}

const states = new WeakMap<object, Set<number>>();

function statesOf({ scene }: View): Set<number> {
  let found = states.get(scene);
  if (found === undefined) {
    found = new Set([...scene.nodes.state].filter((state) => state >= 0));
    states.set(scene, found);
  }
  return found;
}
