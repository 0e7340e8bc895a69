// What the data say at a glance, while nothing is selected: who the hubs are, who is left out,
// with whom. Every line leads there.
import { h, replace } from "../dom";
import { countryName, nodeName } from "../scene/scene";
import { isUnconnected } from "../filter";
import { isFiltered, toggled } from "../state";
import type { Tools, View } from "../view";
import { agreementsByCountry, agreementsByState, most } from "./facts";
import { mark, nodeButton, whereabouts } from "./names";
import { rankedList } from "./ranked";

export function story(view: View, tools: Tools): HTMLElement {
  const { words } = view;
  return h(
    "div",
    { class: "story" },
    h("h2", {}, words.storyTitle),
    synthesis(view),
    hubs(view, tools),
    statesLeftOut(view, tools),
    countries(view, tools),
    unconnected(view, tools),
  );
}

/** One sentence with the numbers that matter. */
function synthesis({ visible, words }: View): HTMLElement {
  const sentence = h("p", { class: "lead" });
  const { governments, agreements, countries: abroad } = visible.totals;
  replace(sentence, words.storyLead(governments, agreements, abroad));
  return sentence;
}

const HUBS = 8;

function hubs(view: View, tools: Tools): HTMLElement | null {
  const { scene, visible, words } = view;
  const ranked = most(
    new Map([...visible.nodePartners.entries()].filter(([, partners]) => partners > 0)),
  ).slice(0, HUBS);
  if (ranked.length === 0) return h("p", {}, words.nothingVisible);
  return h(
    "section",
    {},
    h("h3", {}, words.storyHubs),
    rankedList(
      ranked.map(([node, partners]) => {
        const name = h("span", { class: "named", title: whereabouts(view, node) });
        name.append(mark(view, node), nodeName(scene, node, view.lang));
        return {
          name,
          value: partners,
          text: words.partners(partners),
          act: () => tools.visit(node),
        };
      }),
    ),
  );
}

function statesLeftOut(view: View, tools: Tools): HTMLElement | null {
  const { scene, visible, words, format, lang, state } = view;
  const states = agreementsByState(scene, visible);
  if (states.size === 0) return null;
  const none = [...states]
    .filter(([, agreements]) => agreements === 0)
    .map(([state]) => state)
    .sort((a, b) => format.compare(nodeName(scene, a, lang), nodeName(scene, b, lang)));
  const text =
    none.length === 0
      ? words.storyAllStates(format.number(states.size))
      : words.storyStates(format.number(none.length), format.number(states.size), isFiltered(state));
  return h(
    "section",
    { class: "left-out" },
    h("h3", {}, words.storyStatesTitle),
    h("p", {}, text),
    h("div", { class: "chips" }, ...none.map((state) => nodeButton(view, tools, state))),
  );
}

const COUNTRIES = 7;

function countries(view: View, tools: Tools): HTMLElement | null {
  const { scene, visible, words, state } = view;
  const ranked = most(agreementsByCountry(scene, visible)).slice(0, COUNTRIES);
  if (ranked.length === 0) return null;
  return h(
    "section",
    {},
    h("h3", {}, words.storyCountries),
    rankedList(
      ranked.map(([country, agreements]) => {
        const id = scene.countries.id[country];
        return {
          name: countryName(scene, country, view.lang),
          value: agreements,
          text: words.agreements(agreements),
          kind: "bar-second",
          pressed: state.countries.includes(id),
          act: () => tools.store.set({ countries: toggled(tools.store.state.countries, id) }),
        };
      }),
    ),
  );
}

function unconnected(view: View, tools: Tools): HTMLElement {
  const { scene, words, format } = view;
  const own = scene.nodes.id.reduce((sum, _, node) => sum + (isUnconnected(scene, node) ? 1 : 0), 0);
  const listed = own + scene.unconnected.others.count;
  const total = Math.max(listed, scene.unconnected.total);
  return h(
    "section",
    { class: "left-out" },
    h("h3", {}, words.unconnected),
    h("p", {}, words.storyUnconnected(format.number(total), format.number(listed))),
    h(
      "button",
      { type: "button", class: "more", on: { click: () => tools.store.set({ tab: "unconnected" }) } },
      words.seeUnconnected,
    ),
  );
}
