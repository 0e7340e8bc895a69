// All about the government that is selected.
import { h, replace } from "../dom";
import { isUnconnected } from "../filter";
import { communityName, countryName, listed, nodeName } from "../scene/scene";
import { toggled } from "../state";
import type { Tools, View } from "../view";
import { agreementItem, capital } from "./agreement";
import { Combobox } from "./combobox";
import { mark, nodeButton, shortList, whereabouts } from "./names";
import { subjects } from "./subjects";

export function card(view: View, tools: Tools): HTMLElement {
  const node = view.selected;
  return h(
    "article",
    { class: "card", "aria-labelledby": "card-name" },
    heading(view, tools),
    numbers(view, node),
    standing(view, node),
    comparing(view, tools),
    subjects(view, node),
    agreements(view, tools, node),
    representation(view, node),
    suggestions(view, tools, node),
  );
}

function heading(view: View, tools: Tools): HTMLElement {
  const { scene, selected, words, lang, format } = view;
  const other = lang === "es" ? "en" : "es";
  const names = new Set(
    [scene.nodes.name[selected], nodeName(scene, selected, other)].filter(
      (name) => name !== nodeName(scene, selected, lang),
    ),
  );
  const population = scene.nodes.population[selected];
  const close = (): void => tools.store.set({ selected: null, compare: null });
  return h(
    "header",
    { class: "card-heading" },
    h("h2", { id: "card-name" }, mark(view, selected), nodeName(scene, selected, lang)),
    h("button", { type: "button", class: "close", "aria-label": words.close, title: words.close, on: { click: close } }, "×"),
    h("p", { class: "where" }, whereabouts(view, selected)),
    names.size > 0 && h("p", { class: "where" }, words.alsoCalled([...names].join(", "))),
    !Number.isNaN(population) &&
      h("p", { class: "where" }, words.inhabitants(format.number(population))),
  );
}

function numbers(view: View, node: number): HTMLElement {
  const { visible, words, format, scene } = view;
  const abroad = new Set<number>();
  for (const pair of listed(scene.nodePairs, node)) {
    if (visible.pairAgreements[pair] === 0) continue;
    const { one, other } = scene.pairs;
    abroad.add(scene.nodes.country[one[pair] === node ? other[pair] : one[pair]]);
  }
  const [partners, agreed] = [visible.nodePartners[node], visible.nodeAgreements[node]];
  const pairs: [string, number, string][] = [
    ["partners", partners, words.keyPartners(partners)],
    ["agreements", agreed, words.keyAgreements(agreed)],
    ["countries", abroad.size, words.keyCountries(abroad.size)],
  ];
  return h(
    "dl",
    { class: "card-numbers" },
    ...pairs.map(([key, value, label]) =>
      h("div", {}, h("dd", { "data-key": key, "data-value": value }, format.number(value)), h("dt", {}, label)),
    ),
  );
}

/** Its place in the network, in words. */
function standing(view: View, node: number): HTMLElement | null {
  const { scene, words, format, lang } = view;
  if (isUnconnected(scene, node)) return h("p", { class: "note-alert" }, words.cardUnconnected);
  const lines: (Node | string)[] = [];
  const own = scene.nodes.wordsIn[lang]?.[node];
  if (own != null) lines.push(sentence(own));
  const linked = scene.nodes.partners.reduce((sum, partners) => sum + (partners > 0 ? 1 : 0), 0);
  const ranks = (["partners", "pagerank", "betweenness", "closeness"] as const).flatMap((by) => {
    const place = scene.nodes.rank[by]?.[node] ?? 0;
    return place > 0 ? [h("li", {}, words.rank(format.ordinal(place), words[`rank_${by}`]))] : [];
  });
  const community = scene.nodes.community[node];
  return h(
    "section",
    { class: "standing" },
    ...lines.map((line) => h("p", {}, line)),
    ranks.length > 0 && h("p", { class: "small" }, words.rankOf(format.number(linked))),
    ranks.length > 0 && h("ul", { class: "ranks" }, ...ranks),
    community >= 0 && h("p", { class: "small" }, words.inCommunity(communityName(scene, community, lang))),
  );
}

function comparing(view: View, tools: Tools): HTMLElement {
  const { words, scene } = view;
  const field = new Combobox(tools, (node) => {
    if (node !== view.selected) tools.store.set({ compare: scene.nodes.id[node] });
  });
  field.update(view, words.compareWith);
  field.input.placeholder = words.compareWith;
  const state = scene.nodes.state[view.selected];
  const id = state >= 0 ? scene.nodes.id[state] : null;
  return h(
    "div",
    { class: "card-actions" },
    field.element,
    id !== null &&
      h(
        "button",
        {
          type: "button",
          "aria-pressed": String(view.state.places.includes(id)),
          on: {
            click: () => tools.store.set({ places: toggled(tools.store.state.places, id) }),
          },
        },
        words.filterState(nodeName(scene, state, view.lang)),
      ),
  );
}

/** As the data give it, with a capital and a full stop. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? capital(text) : `${capital(text)}.`;
}

const PARTNERS = 12;

/** Its visible agreements, partner by partner. */
function agreements(view: View, tools: Tools, node: number): HTMLElement | null {
  const { scene, visible, words, format, lang } = view;
  const { one, other } = scene.pairs;
  const pairs = [...listed(scene.nodePairs, node)]
    .filter((pair) => visible.pairAgreements[pair] > 0)
    .map((pair) => ({ pair, partner: one[pair] === node ? other[pair] : one[pair] }))
    .sort(
      (a, b) =>
        visible.pairAgreements[b.pair] - visible.pairAgreements[a.pair] ||
        format.compare(nodeName(scene, a.partner, lang), nodeName(scene, b.partner, lang)),
    );
  if (pairs.length === 0) return null;
  const items = pairs.map(({ pair, partner }) => {
    const held = [...listed(scene.pairAgreements, pair)].filter((a) => visible.agreement[a]);
    const details = h("details", { class: "partner", "data-agreements": held.length });
    const summary = h(
      "summary",
      {},
      mark(view, partner),
      h("span", { class: "partner-name" }, nodeName(scene, partner, lang)),
      h("span", { class: "partner-country" }, countryName(scene, scene.nodes.country[partner], lang)),
      h("span", { class: "choice-count" }, words.agreements(held.length)),
    );
    details.append(summary);
    // Filled when it is opened: a hub may have hundreds.
    details.addEventListener("toggle", () => {
      if (details.childElementCount > 1) return;
      details.append(
        h("ul", { class: "agreements" }, ...held.map((a) => agreementItem(view, a))),
        nodeButton(view, tools, partner),
      );
    });
    return h("li", {}, details);
  });
  return h(
    "section",
    {},
    h("h3", {}, words.cardAgreements),
    shortList(items, PARTNERS, (rest) => words.showMore(format.number(rest))),
  );
}

function representation(view: View, node: number): HTMLElement | null {
  const { scene, words, format, lang } = view;
  const nearest = scene.nodes.nearest[node];
  if (nearest < 0) return null;
  const { es, en, city, country, type, id } = scene.representations;
  const named = (lang === "es" ? es : en)?.[nearest] ?? es?.[nearest] ?? en?.[nearest];
  const name =
    named ??
    [scene.words.type[type[nearest]]?.[lang] ?? type[nearest], city?.[nearest] ?? id[nearest]].join(", ");
  const km = scene.nodes.nearestKm[node];
  const where = countryName(scene, country[nearest], lang);
  return h(
    "section",
    {},
    h("h3", {}, words.cardNearest),
    h("p", {}, words.nearest(name, where, Number.isNaN(km) ? null : format.number(km))),
  );
}

function suggestions(view: View, tools: Tools, node: number): HTMLElement | null {
  const { scene, words, lang } = view;
  const suggested = scene.suggestions[String(node)] ?? [];
  if (suggested.length === 0) return null;
  // The score is a log-odds: it orders, but says nothing to a reader. The reasons do.
  const list = h("ol", { class: "suggestions" });
  for (const [partner, score, es, en] of suggested) {
    const item = h("li", { "data-score": score });
    replace(
      item,
      nodeButton(view, tools, partner),
      h("span", { class: "choice-count" }, countryName(scene, scene.nodes.country[partner], lang)),
      h("ul", { class: "reasons small" }, ...(lang === "es" ? es : en).map((why) => h("li", {}, why))),
    );
    list.append(item);
  }
  const note = h("p", { class: "small" }, words.suggestionsNote);
  return h("section", {}, h("h3", {}, words.cardSuggestions), note, list);
}
