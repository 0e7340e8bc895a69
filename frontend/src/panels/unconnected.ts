// “Sin conexión”: exactly the governments that no agreement links, state by state, and the small
// groups that are linked among themselves only.
import { h, replace } from "../dom";
import { isUnconnected, othersUnder, unconnectedUnder } from "../filter";
import { nodeName } from "../scene/scene";
import type { Panel, Tools, View } from "../view";
import { agreementsByState } from "./facts";
import { nodeButton, shortList } from "./names";

export function unconnectedPanel(tools: Tools): Panel {
  const element = h("section", { class: "unconnected", id: "unconnected", tabindex: -1 });
  return {
    element,
    update(view) {
      if (element.hidden) return;
      element.setAttribute("aria-label", view.words.unconnected);
      replace(element, ...content(view, tools));
    },
  };
}

function content(view: View, tools: Tools): (Node | null)[] {
  const { scene, words, format, state } = view;
  const listed = unconnectedUnder(scene, state);
  const others = othersUnder(scene, state);
  const { total, minPopulation } = scene.unconnected;
  const threshold = minPopulation === null ? null : format.number(minPopulation);
  const count = listed.length + others.length;
  return [
    h("h2", {}, words.unconnected),
    h("p", { class: "lead", "data-count": count }, words.unconnectedLead(format.number(count))),
    others.length > 0 &&
      threshold !== null &&
      h("p", { class: "small" }, words.unconnectedDrawn(threshold)),
    scene.unconnected.others.count === 0 &&
      total > listed.length &&
      threshold !== null &&
      h("p", { class: "small" }, words.unconnectedMore(format.number(total), threshold)),
    states(view, tools, listed),
    byState(view, tools, listed, others),
    smallGroups(view, tools),
  ].filter((part) => part !== false);
}

/** States without an agreement of their own, and whether any of their municipalities has one. */
function states(view: View, tools: Tools, listed: readonly number[]): HTMLElement | null {
  const { scene, words, format, lang } = view;
  const own = listed.filter((node) => scene.nodes.state[node] === node);
  if (own.length === 0) return null;
  const agreements = agreementsByState(scene, view.visible);
  const none = own.filter((state) => agreements.get(state) === 0);
  const some = own.filter((state) => agreements.get(state) !== 0);
  const group = (title: string, nodes: number[]): HTMLElement | null =>
    nodes.length === 0
      ? null
      : h(
          "div",
          { class: "group" },
          h("h4", {}, title, " ", h("span", { class: "choice-count" }, format.number(nodes.length))),
          h(
            "ul",
            { class: "chips" },
            ...byName(view, nodes).map((node) =>
              h("li", { "data-unconnected": scene.nodes.id[node] }, nodeButton(view, tools, node)),
            ),
          ),
        );
  const map = (): void => tools.store.set({ tab: "map" });
  return h(
    "section",
    {},
    h("h3", {}, words.unconnectedStates),
    group(words.statesWithNothing, none),
    group(words.statesWithMunicipalities, some),
    scene.basemap !== null &&
      h("button", { type: "button", class: "more", on: { click: map } }, words.seeOnMap),
  );

  function byName(of: View, nodes: number[]): number[] {
    const name = (node: number): string => nodeName(of.scene, node, lang);
    return nodes.sort((a, b) => format.compare(name(a), name(b)));
  }
}

/** All others, under their state (or their level, where they have none), most populous first. */
function byState(
  view: View,
  tools: Tools,
  listed: readonly number[],
  others: readonly number[],
): HTMLElement | null {
  const { scene, words, format, lang } = view;
  const { nodes } = scene;
  const groups = new Map<number, Group>();
  const groupOf = (state: number): Group => {
    const own = groups.get(state) ?? { nodes: [], others: [] };
    groups.set(state, own);
    return own;
  };
  for (const node of listed) {
    if (nodes.state[node] !== node) groupOf(nodes.state[node]).nodes.push(node);
  }
  for (const other of others) groupOf(scene.unconnected.others.state[other]).others.push(other);
  if (groups.size === 0) return null;
  const title = (state: number): string =>
    state < 0 ? words.withoutState : nodeName(scene, state, lang);
  const sorted = [...groups].sort(
    ([a, m], [b, n]) => sizeOf(n) - sizeOf(m) || format.compare(title(a), title(b)),
  );
  return h(
    "section",
    {},
    h("h3", {}, words.unconnectedOthers),
    h(
      "div",
      { class: "columns" },
      ...sorted.map(([state, members]) => group(view, tools, title(state), members)),
    ),
  );
}

/** Governments of a state: those that are drawn, and those that are named only. */
interface Group {
  nodes: number[];
  others: number[];
}

function sizeOf({ nodes, others }: Group): number {
  return nodes.length + others.length;
}

/** Most populous first. */
function byPeople(members: readonly number[], population: Float64Array): number[] {
  const people = (member: number): number => population[member] || 0;
  return [...members].sort((a, b) => people(b) - people(a) || a - b);
}

function namedOnly(view: View, others: readonly number[]): HTMLElement | null {
  if (others.length === 0) return null;
  const { scene, words, format } = view;
  const { id, name, population } = scene.unconnected.others;
  const items = byPeople(others, population).map((other) =>
    h(
      "li",
      { "data-unconnected": id[other] },
      h("span", {}, name[other]),
      population[other] > 0 &&
        h("span", { class: "choice-count" }, format.number(population[other])),
    ),
  );
  return h(
    "details",
    {},
    h("summary", { class: "more" }, words.smaller(format.number(others.length))),
    h("ul", { class: "plain-list" }, ...items),
  );
}

function group(view: View, tools: Tools, title: string, members: Group): HTMLElement {
  const { scene, words, format } = view;
  const { population } = scene.nodes;
  const people = (node: number): number => population[node] || 0;
  const ordered = byPeople(members.nodes, population);
  return h(
    "div",
    { class: "group" },
    h("h4", {}, title, " ", h("span", { class: "choice-count" }, format.number(sizeOf(members)))),
    h(
      "ul",
      { class: "plain-list" },
      ...ordered.map((node) =>
        h(
          "li",
          { "data-unconnected": scene.nodes.id[node] },
          nodeButton(view, tools, node),
          people(node) > 0 &&
            h(
              "span",
              { class: "choice-count", title: words.columnPopulation },
              format.number(people(node)),
            ),
        ),
      ),
    ),
    namedOnly(view, members.others),
  );
}

const GROUPS = 30;

/** Linked among themselves, but not with the main part. */
function smallGroups(view: View, tools: Tools): HTMLElement | null {
  const { scene, words, format } = view;
  const groups = new Map<number, number[]>();
  for (let node = 0; node < scene.nodes.count; node++) {
    if (scene.nodes.band[node] !== 1 || isUnconnected(scene, node)) continue;
    const component = scene.nodes.component[node];
    groups.set(component, [...(groups.get(component) ?? []), node]);
  }
  if (groups.size === 0) return null;
  const ordered = [...groups.values()].sort((a, b) => b.length - a.length || a[0] - b[0]);
  const items = ordered.map((members) =>
    h(
      "li",
      { class: "small-group", "data-group": members.length },
      ...members.slice(0, 12).map((node) => nodeButton(view, tools, node)),
      members.length > 12 && h("span", { class: "small" }, words.andMore(format.number(members.length - 12))),
    ),
  );
  return h(
    "section",
    {},
    h("h3", {}, words.smallGroups, " ", h("span", { class: "choice-count" }, format.number(groups.size))),
    h("p", { class: "small" }, words.smallGroupsNote),
    shortList(items, GROUPS, (rest) => words.showMore(format.number(rest)), "small-groups"),
  );
}
