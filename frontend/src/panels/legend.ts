// What colours, sizes and shapes mean, and the choice of what they stand for.
import { h, replace, s } from "../dom";
import { CORNERS, shapeOfLevel } from "../network/shape";
import { word } from "../scene/scene";
import type { ColorBy, SizeBy } from "../state";
import { toggled } from "../state";
import type { Panel, Tools, View } from "../view";

const COLORS: readonly ColorBy[] = ["community", "region", "level"];
const SIZES: readonly SizeBy[] = ["influence", "partners", "agreements", "population"];

export function legendPanel(tools: Tools): Panel {
  const color = h("select", { id: "color-by" });
  color.addEventListener("change", () => tools.store.set({ color: color.value as ColorBy }));
  const size = h("select", { id: "size-by" });
  size.addEventListener("change", () => tools.store.set({ size: size.value as SizeBy }));
  const colorLabel = h("label", { for: "color-by" });
  const sizeLabel = h("label", { for: "size-by" });
  const entries = h("ul", { class: "legend-list" });
  const shapes = h("ul", { class: "legend-shapes" });
  const element = h(
    "div",
    { class: "legend" },
    h("div", { class: "pick" }, colorLabel, color),
    entries,
    h("div", { class: "pick" }, sizeLabel, size),
    shapes,
  );

  function options(view: View): void {
    const { words, state } = view;
    colorLabel.textContent = words.colorBy;
    sizeLabel.textContent = words.sizeBy;
    const option = (value: string, label: string): HTMLElement => h("option", { value }, label);
    replace(color, ...COLORS.map((by) => option(by, words[`color_${by}`])));
    replace(size, ...SIZES.map((by) => option(by, words[`size_${by}`])));
    color.value = state.color;
    size.value = state.size;
  }

  return {
    element,
    update(view) {
      options(view);
      replace(
        entries,
        ...view.look.legend.map(({ label, color: ink, count, filter }) => {
          const swatch = h("span", { class: "swatch" });
          swatch.style.background = ink;
          const parts = [
            swatch,
            h("span", { class: "choice-name", title: label }, label),
            h("span", { class: "choice-count" }, view.format.number(count)),
          ];
          if (filter === null) return h("li", { class: "legend-entry" }, ...parts);
          const chosen = view.state[filter.facet].includes(filter.value);
          const act = (): void =>
            tools.store.set({
              [filter.facet]: toggled(tools.store.state[filter.facet], filter.value),
            });
          return h(
            "li",
            {},
            h("button", { type: "button", class: "legend-entry", "aria-pressed": chosen ? "true" : "false", on: { click: act } }, ...parts),
          );
        }),
      );
      replace(shapes, ...shapeEntries(view));
    },
  };
}

function shapeEntries(view: View): HTMLElement[] {
  const { scene, words, lang, inks } = view;
  const byShape = new Map<string, string[]>();
  for (const level of scene.levels) {
    const shape = shapeOfLevel(level);
    byShape.set(shape, [...(byShape.get(shape) ?? []), word(scene, "level", level, lang)]);
  }
  const entry = (drawing: SVGElement, text: string): HTMLElement =>
    h("li", {}, s("svg", { width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": "true" }, drawing), h("span", {}, text));
  const drawn = [...byShape].map(([shape, levels]) => {
    const corners = CORNERS[shape as keyof typeof CORNERS];
    const points = corners.map(([x, y]) => `${7 + 4.6 * x},${7 + 4.6 * y}`).join(" ");
    const drawing =
      corners.length === 0
        ? s("circle", { cx: 7, cy: 7, r: 4.6, fill: inks.muted })
        : s("polygon", { points, fill: inks.muted });
    return entry(drawing, levels.join(", "));
  });
  const ring = s("circle", { cx: 7, cy: 7, r: 4.4, fill: "none", stroke: inks.alert, "stroke-width": 1.6 });
  return [...drawn, entry(ring, words.hollowMeans)];
}
