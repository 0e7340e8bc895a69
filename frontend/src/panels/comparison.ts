// Two governments side by side: their numbers, what they share, what each has alone.
import type { Shared } from "../compare";
import { compared } from "../compare";
import { h } from "../dom";
import { countryName, nodeName, themeName } from "../scene/scene";
import type { Tools, View } from "../view";
import { mark, nodeButton, shortList, whereabouts } from "./names";

export function comparison(view: View, tools: Tools): HTMLElement {
  const { scene, visible, selected, compare, words, lang } = view;
  const found = compared(scene, visible, selected, compare);
  const names = [selected, compare].map((node) => nodeName(scene, node, lang)) as [string, string];
  const texts = (shared: Shared, name: (i: number) => string): HTMLElement =>
    block(view, names, shared, (i) => h("li", {}, name(i)));
  return h(
    "article",
    { class: "card comparison", "aria-label": words.comparing(...names) },
    heading(view, tools),
    numbers(view),
    h("p", { class: "lead" }, words.directAgreements(found.direct)),
    h("h3", {}, words.comparePartners),
    block(view, names, found.partners, (node) => h("li", {}, nodeButton(view, tools, node))),
    h("h3", {}, words.filter_countries),
    texts(found.countries, (country) => countryName(scene, country, lang)),
    scene.themes.id.length > 0 && h("h3", {}, words.filter_themes),
    scene.themes.id.length > 0 && texts(found.themes, (theme) => themeName(scene, theme, lang)),
  );
}

function heading(view: View, tools: Tools): HTMLElement {
  const { scene, selected, compare, words, lang } = view;
  const side = (node: number, other: number): HTMLElement =>
    h(
      "div",
      { class: "compared" },
      h("h2", {}, mark(view, node), nodeName(scene, node, lang)),
      h("p", { class: "where" }, whereabouts(view, node)),
      h(
        "button",
        {
          type: "button",
          class: "more",
          on: { click: () => tools.store.set({ selected: scene.nodes.id[other], compare: null }) },
        },
        words.stopComparing(nodeName(scene, node, lang)),
      ),
    );
  return h("header", { class: "pair" }, side(selected, compare), side(compare, selected));
}

function numbers(view: View): HTMLElement {
  const { visible, words, format, selected, compare, scene } = view;
  const row = (label: string, of: (node: number) => number): HTMLElement => {
    const [one, other] = [of(selected), of(compare)];
    const cell = (value: number, greater: boolean): HTMLElement =>
      h("td", { class: greater ? "greater" : "" }, Number.isNaN(value) ? "—" : format.number(value));
    return h("tr", {}, cell(one, one > other), h("th", { scope: "row" }, label), cell(other, other > one));
  };
  return h(
    "table",
    { class: "versus" },
    h(
      "tbody",
      {},
      row(words.columnPartners, (node) => visible.nodePartners[node]),
      row(words.columnAgreements, (node) => visible.nodeAgreements[node]),
      row(words.columnPopulation, (node) => scene.nodes.population[node]),
    ),
  );
}

const MOST = 8;

function block(
  view: View,
  [one, other]: [string, string],
  shared: Shared,
  item: (i: number) => HTMLElement,
): HTMLElement {
  const { words, format } = view;
  const part = (title: string, of: number[], open: boolean): HTMLElement =>
    h(
      "details",
      { class: "shared", open },
      h("summary", {}, title, " ", h("span", { class: "choice-count" }, format.number(of.length))),
      shortList(of.map(item), MOST, (rest) => words.showMore(format.number(rest))),
    );
  return h(
    "div",
    {},
    part(words.inCommon, shared.both, shared.both.length > 0),
    part(words.onlyOf(one), shared.one, false),
    part(words.onlyOf(other), shared.other, false),
  );
}
