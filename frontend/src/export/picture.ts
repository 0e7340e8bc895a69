// The picture of the view as one SVG document: the network as it stands, or the maps, with the
// title, what is visible, and the sources, so that it can be quoted on its own.
import type { NetworkPanel } from "../network/network";
import { neighbourhoodOf, paintFocus } from "../network/focus";
import { labelsOf, NEAR, paintAll, paintLabels } from "../network/picture";
import { paintBands } from "../network/bands";
import type { MapPanel } from "../map/map";
import type { View } from "../view";
import { capital, sourceName } from "../panels/agreement";
import { word } from "../scene/scene";
import { escaped, SvgPen } from "./svg";

const MARGIN = 24;
const HEAD = 62;
const FOOT = 34;
const LEGEND_ROW = 19;
/** Room for a letter of the legend, on the safe side. */
const LETTER = 6.9;

export interface Picture {
  svg: string;
  width: number;
  height: number;
}

export function pictureOf(view: View, network: NetworkPanel, map: MapPanel): Picture | null {
  return pictureOfNetwork(view, network) ?? pictureOfMaps(view, map.drawings());
}

function pictureOfNetwork(view: View, network: NetworkPanel): Picture | null {
  const drawn = network.drawn();
  if (drawn === null) return null;
  const { display, paper } = drawn;
  const pen = new SvgPen();
  const { selected, compare, inks } = view;
  paintAll(pen, paper, display, inks);
  if (selected >= 0) {
    const centres = compare >= 0 ? [selected, compare] : [selected];
    paintFocus(pen, paper, neighbourhoodOf(view.scene, view.visible, centres), { ...view, display, cursor: -1 });
  } else {
    paintBands(pen, paper, view, display);
    const most = Math.round((paper.width * paper.height) / 12_000);
    paintLabels(pen, paper, labelsOf(view.scene, display, view.lang, paper.radiusOnScreen(1) > NEAR), inks, { most });
  }
  const { width, height } = paper;
  const entries = view.look.legend.map(({ color, label }) => ({ color, label }));
  return framed(view, width, height, pen.document(width, height, view.scene.title[view.lang]), entries);
}

function pictureOfMaps(view: View, drawings: readonly SVGSVGElement[]): Picture | null {
  if (drawings.length === 0) return null;
  let [width, height] = [0, 0];
  const parts = drawings.map((drawing) => {
    const copy = drawing.cloneNode(true) as SVGSVGElement;
    const box = drawing.viewBox.baseVal;
    copy.setAttribute("y", String(height));
    height += box.height + 12;
    width = Math.max(width, box.width);
    return new XMLSerializer().serializeToString(copy);
  });
  const { scene, inks, lang } = view;
  const entries = scene.kinds.map((kind, i) => ({
    color: inks.kinds[i % inks.kinds.length],
    label: capital(word(scene, "kind", kind, lang)),
  }));
  return framed(view, width, height, parts.join(""), [
    ...entries,
    { color: inks.alert, label: view.words.hatchedMeans },
  ]);
}

interface Entry {
  color: string;
  label: string;
}

/** Title and legend above, sources below. */
function framed(
  view: View,
  width: number,
  height: number,
  inner: string,
  legend: readonly Entry[],
): Picture {
  const { scene, words, visible, inks, lang } = view;
  const pen = new SvgPen();
  const rows = legendRows(legend, width);
  const head = HEAD + rows.length * LEGEND_ROW;
  const full = { width: width + 2 * MARGIN, height: height + head + FOOT };
  pen.fill(full.width, full.height, inks.paper, 1);
  const style = { halo: inks.paper, align: "left" } as const;
  const title = scene.synthetic ? `${scene.title[lang]} · ${words.synthetic}` : scene.title[lang];
  const line = (text: string, most: number): number => Math.min(most, width / (0.6 * text.length));
  pen.text(MARGIN, 24, title, { ...style, size: line(title, 18), weight: 600, color: inks.ink });
  const { governments, agreements, pairs } = visible.totals;
  const numbers = words.visibleCount(governments, agreements, pairs);
  pen.text(MARGIN, 46, numbers, { ...style, size: 12, weight: 400, color: inks.muted });
  pen.group("legend", () => {
    rows.forEach((row, i) => {
      for (const { x, color, label } of row) {
        const y = HEAD + (i + 0.5) * LEGEND_ROW - 2;
        pen.dot(MARGIN + x + 5, y, 5, { shape: "circle", fill: color, stroke: color, width: 0 });
        pen.text(MARGIN + x + 15, y, label, { ...style, size: 12, weight: 400, color: inks.ink });
      }
    });
  });
  const used = new Set(scene.agreements.sources.items);
  const sources = [...used].map((source) => sourceName(view, source)).join("; ");
  const credit = `${words.source}: ${sources}`;
  pen.text(MARGIN, full.height - 16, credit, { ...style, size: line(credit, 11), weight: 400, color: inks.muted });
  const outer = pen.document(full.width, full.height, title);
  const placed = `<svg x="${MARGIN}" y="${head}" width="${width}" height="${height}" overflow="hidden">${inner}</svg>`;
  const svg = outer.replace(/<\/svg>\s*$/, () => `${placed}</svg>\n`);
  return { svg, ...full };
}

/** Entries beside one another, on as many rows as they need. */
function legendRows(legend: readonly Entry[], width: number): (Entry & { x: number })[][] {
  const rows: (Entry & { x: number })[][] = [];
  let x = Infinity;
  for (const entry of legend) {
    const own = 30 + entry.label.length * LETTER;
    if (x + own > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)!.push({ ...entry, x });
    x += own;
  }
  return rows;
}

/** A file's name from the page's title. */
export function fileName(view: View, ending: string): string {
  const base = escaped(view.scene.title[view.lang])
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `${base || "grafo"}${ending}`;
}
