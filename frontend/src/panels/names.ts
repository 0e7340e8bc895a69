// How panels name a government: a button with its shape and colour that goes there.
import { h, s } from "../dom";
import { CORNERS, shapeOfLevel } from "../network/shape";
import { countryName, nodeName, word } from "../scene/scene";
import type { Tools, View } from "../view";

/** The mark of a government as the network draws it: shape by level, hollow without agreements. */
export function mark(view: View, node: number): SVGSVGElement {
  const { scene } = view;
  const hollow = scene.nodes.partners[node] === 0;
  const color = hollow ? view.inks.alert : view.look.fill(node);
  const paint = hollow
    ? { fill: "none", stroke: color, "stroke-width": 1.6 }
    : { fill: color, stroke: "none" };
  const corners = CORNERS[shapeOfLevel(scene.levels[scene.nodes.level[node]])];
  const points = corners.map(([x, y]) => `${7 + 4.6 * x},${7 + 4.6 * y}`).join(" ");
  const shape =
    corners.length === 0
      ? s("circle", { cx: 7, cy: 7, r: 4.6, ...paint })
      : s("polygon", { points, ...paint });
  return s("svg", { class: "mark", width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": "true" }, shape);
}

/** “municipio · Jalisco · México”. */
export function whereabouts(view: View, node: number): string {
  const { scene, lang } = view;
  const parent = scene.nodes.parent[node];
  return [
    word(scene, "level", scene.levels[scene.nodes.level[node]], lang),
    parent < 0 ? "" : nodeName(scene, parent, lang),
    countryName(scene, scene.nodes.country[node], lang),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

export function nodeButton(view: View, tools: Tools, node: number): HTMLButtonElement {
  return h(
    "button",
    { type: "button", class: "node-link", on: { click: () => tools.visit(node) } },
    mark(view, node),
    h("span", {}, nodeName(view.scene, node, view.lang)),
  );
}

/** A list that shows its beginning, and all of it when asked. */
export function shortList(
  items: readonly HTMLElement[],
  most: number,
  more: (rest: number) => string,
  kind = "plain-list",
): HTMLElement {
  const list = h("ul", { class: kind });
  list.append(...items.slice(0, most));
  if (items.length <= most) return list;
  const button = h("button", { type: "button", class: "more" }, more(items.length - most));
  button.addEventListener("click", () => {
    list.append(...items.slice(most));
    button.remove();
  });
  return h("div", {}, list, button);
}
