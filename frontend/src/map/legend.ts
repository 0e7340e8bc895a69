// What the map's colours, hatching and widths mean.
import { h, replace, s } from "../dom";
import { word } from "../scene/scene";
import { capital } from "../panels/agreement";
import type { View } from "../view";
import type { Classes } from "./classes";
import { flowWidth, widestOf } from "./flows";
import type { WorldDrawing } from "./world";
import { hatch } from "./states";

export function mapLegend(
  view: View,
  world: WorldDrawing,
  states: { classes: Classes; none: number } | null,
): HTMLElement {
  const { words } = view;
  return h(
    "div",
    { class: "map-legend" },
    states && section(words.legendStates, swatches(view, states.classes, states.none)),
    section(words.legendCountries, swatches(view, world.classes, null)),
    section(words.legendBundles, bundles(view, world), cutNote(view, world)),
    section(words.legendMarks, marks(view)),
  );
}

function section(title: string, ...parts: (HTMLElement | null)[]): HTMLElement {
  return h("div", { class: "legend-section" }, h("h3", {}, title), ...parts);
}

/** What the small marks on the world are. */
function marks(view: View): HTMLElement {
  const { words, inks, state } = view;
  const entry = (drawing: SVGElement, text: string): HTMLElement =>
    h("li", {}, s("svg", { width: 14, height: 14, "aria-hidden": "true" }, drawing), text);
  const diamond = (fill: string): SVGElement =>
    s("path", { d: "M7 2l5 5l-5 5l-5 -5z", fill, stroke: inks.alert, "stroke-width": 1.2 });
  return h(
    "ul",
    { class: "swatches one" },
    entry(s("circle", { cx: 7, cy: 7, r: 3.2, fill: inks.ink }), words.markGovernment),
    state.representations && entry(diamond(inks.alert), words.markEmbassy),
    state.representations && entry(diamond(inks.panel), words.markConsulate),
  );
}

function cutNote({ words, format }: View, { flows }: WorldDrawing): HTMLElement | null {
  if (flows.drawn === flows.all) return null;
  const text = words.bundlesCut(format.number(flows.drawn), format.number(flows.all));
  return h("p", { class: "small" }, text);
}

function swatches(view: View, classes: Classes, none: number | null): HTMLElement {
  const { inks, words, format } = view;
  const list = h("ul", { class: "swatches" });
  if (none !== null) {
    const drawing = s(
      "svg",
      { width: 22, height: 14, "aria-hidden": "true" },
      s("defs", {}, hatch("hatch-legend", inks.alert, inks.panel)),
      s("rect", { width: 22, height: 14, fill: "url(#hatch-legend)", stroke: inks.alert }),
    );
    list.append(h("li", {}, drawing, words.legendNone(format.number(none))));
  }
  if (classes.most === 0) return list;
  classes.from.forEach((from, i) => {
    const to = (classes.from[i + 1] ?? classes.most + 1) - 1;
    const swatch = h("span", { class: "swatch wide" });
    swatch.style.background = inks.scale[i];
    const range = from === to ? format.number(from) : `${format.number(from)}–${format.number(to)}`;
    list.append(h("li", {}, swatch, range));
  });
  return list;
}

function bundles(view: View, { flows }: WorldDrawing): HTMLElement {
  const { scene, inks, format, lang } = view;
  const list = h("ul", { class: "swatches one" });
  scene.kinds.forEach((kind, i) => {
    const line = s("svg", { width: 22, height: 10, "aria-hidden": "true" }, s("line", { x1: 0, y1: 5, x2: 22, y2: 5, stroke: inks.kinds[i % inks.kinds.length], "stroke-width": 4 }));
    list.append(h("li", {}, line, capital(word(scene, "kind", kind, lang))));
  });
  const samples = [...new Set([1, Math.round(flows.most / 8), flows.most])].filter((n) => n > 0);
  const widths = samples.map((n) => {
    const width = flowWidth(n, flows.most, widestOf(flows.drawn));
    const line = s("svg", { width: 22, height: 14, "aria-hidden": "true" }, s("line", { x1: 0, y1: 7, x2: 22, y2: 7, stroke: inks.muted, "stroke-width": width }));
    return h("li", {}, line, format.number(n));
  });
  const both = h("div", {});
  replace(both, list, h("ul", { class: "swatches three" }, ...widths));
  return both;
}
