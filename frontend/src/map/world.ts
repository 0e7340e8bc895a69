// The world: countries coloured by their agreements, bundles between countries, governments as
// dots, and representations as an extra layer.
import type { GeoPermissibleObjects } from "d3-geo";
import { geoBounds, geoGraticule, geoPath } from "d3-geo";
import { roving } from "../a11y/roving";
import { s, setAttributes } from "../dom";
import { agreementsByCountry, most } from "../panels/facts";
import type { Scene } from "../scene/scene";
import { countryName, nodeName } from "../scene/scene";
import { toggled } from "../state";
import type { Tools, View } from "../view";
import { areasOf } from "./areas";
import type { Classes } from "./classes";
import { classesOf } from "./classes";
import { curve, flowsOf, flowWidth, strandsOf, widestOf } from "./flows";
import type { Places } from "./places";
import { placesOf } from "./places";
import { centralMeridian, worldProjection } from "./projection";
import { representationMarks } from "./representations";
import { selectedArcs } from "./selected";
import type { MapLabel } from "./text";
import { mapLabels } from "./text";

/** Beyond these, bundles and dots are too thin or too many to read. */
const MOST_FLOWS = 220;
const MOST_DOTS = 1000;
const LABELS = 16;

export interface WorldDrawing {
  svg: SVGSVGElement;
  classes: Classes;
  /** Bundles drawn, and how many there are. */
  flows: { drawn: number; all: number; most: number };
}

export function drawWorld(
  view: View,
  tools: Tools,
  frame: { width: number; height: number },
  tip: (text: string | null, event?: MouseEvent) => void,
): WorldDrawing {
  const { scene, inks, words } = view;
  const projection = worldProjection(meridianOf(view), frame);
  const places = placesOf(view, projection);
  const byCountry = agreementsByCountry(scene, view.visible);
  const classes = classesOf(byCountry.values(), inks.scale.length);
  const path = geoPath(projection);
  const outline = (shape: GeoPermissibleObjects): string => path(shape) ?? "";
  const { width, height } = frame;
  const flows = flowsOf(scene, view.visible);
  const widest = flows[0]?.agreements ?? 0;
  const zoomed = s(
    "g",
    { class: "zoomed" },
    s("path", { d: outline({ type: "Sphere" }), fill: inks.sea }),
    s("path", { d: outline(geoGraticule().step([30, 30])()), fill: "none", stroke: inks.line, "stroke-width": 0.5, "stroke-opacity": 0.55 }),
    countryShapes(view, tools, byCountry, classes, outline, tip),
    flowBundles(view, places, flows.slice(0, MOST_FLOWS), widest),
    dots(view, tools, places, tip),
    view.state.representations ? representationMarks(view, projection, tip) : null,
    selectedArcs(view, places),
    labels(view, places, byCountry, frame),
  );
  const svg = s(
    "svg",
    { class: "world", viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": words.worldLabel },
    zoomed,
  );
  return { svg, classes, flows: { drawn: Math.min(flows.length, MOST_FLOWS), all: flows.length, most: widest } };
}

const meridians = new WeakMap<Scene, number>();

function meridianOf({ scene }: View): number {
  let meridian = meridians.get(scene);
  if (meridian === undefined) {
    meridian = meridianFor(scene);
    meridians.set(scene, meridian);
  }
  return meridian;
}

function meridianFor(scene: Scene): number {
  const { country, lon, partners } = scene.nodes;
  let [sum, count] = [0, 0];
  const linked: number[] = [];
  for (let node = 0; node < scene.nodes.count; node++) {
    if (Number.isNaN(lon[node])) continue;
    if (partners[node] > 0) linked.push(lon[node]);
    if (country[node] === scene.home) [sum, count] = [sum + lon[node], count + 1];
  }
  const known = new Set(country.filter((_, node) => partners[node] > 0));
  const spans = areasOf(scene).countries.map(({ index, shape }) => {
    const [[west], [east]] = geoBounds(shape);
    return { west, east, cost: known.has(index) ? 5 : 1 };
  });
  return centralMeridian(count === 0 ? null : sum / count, linked, spans);
}

function countryShapes(
  view: View,
  tools: Tools,
  byCountry: ReadonlyMap<number, number>,
  classes: Classes,
  outline: (shape: GeoPermissibleObjects) => string,
  tip: (text: string | null, event?: MouseEvent) => void,
): SVGGElement {
  const { scene, inks, words, lang, state } = view;
  const group = s("g", { class: "countries" });
  const reachable: { element: SVGPathElement; agreements: number }[] = [];
  for (const { index, shape } of areasOf(scene).countries) {
    const agreements = byCountry.get(index) ?? 0;
    const home = index >= 0 && index === scene.home;
    const fill = home ? inks.home : agreements > 0 ? inks.scale[classes.of(agreements)] : inks.land;
    const id = index < 0 ? null : scene.countries.id[index];
    const chosen = id !== null && state.countries.includes(id);
    const element = s("path", {
      d: outline(shape),
      fill,
      stroke: chosen ? inks.ink : inks.border,
      "stroke-width": chosen ? 1.6 : 0.5,
      "vector-effect": "non-scaling-stroke",
      "data-country": id,
    });
    group.append(element);
    if (id === null) continue;
    const text = home
      ? countryName(scene, index, lang)
      : `${countryName(scene, index, lang)}: ${words.agreements(agreements)}`;
    element.addEventListener("mousemove", (event) => tip(text, event));
    element.addEventListener("mouseleave", () => tip(null));
    if (home || (agreements === 0 && !chosen)) continue;
    element.addEventListener("click", () =>
      tools.store.set({ countries: toggled(tools.store.state.countries, id) }),
    );
    setAttributes(element, {
      id: `country-${id}`,
      class: "clickable",
      role: "button",
      "aria-pressed": String(chosen),
      "aria-label": text,
    });
    reachable.push({ element, agreements });
  }
  reachable.sort((a, b) => b.agreements - a.agreements);
  roving(reachable.map(({ element }) => element), document.activeElement?.id ?? null);
  return group;
}

function flowBundles(view: View, places: Places, flows: ReturnType<typeof flowsOf>, widest: number): SVGGElement {
  const { scene, inks, selected } = view;
  const group = s("g", {
    class: "flows",
    fill: "none",
    "stroke-linecap": "round",
    "stroke-opacity": selected >= 0 ? 0.16 : flows.length > 70 ? 0.55 : 0.78,
    "pointer-events": "none",
  });
  for (const flow of [...flows].reverse()) {
    const [from, to] = [places.ofCountry(flow.one), places.ofCountry(flow.other)];
    if (from === null || to === null) continue;
    const bundle = s("g", { "data-flow": `${scene.countries.id[flow.one]}-${scene.countries.id[flow.other]}`, "data-agreements": flow.agreements });
    for (const { kind, width, off } of strandsOf(flow, flowWidth(flow.agreements, widest, widestOf(flows.length)))) {
      const stroke = inks.kinds[kind % inks.kinds.length];
      bundle.append(s("path", { d: curve(from, to, off), stroke, "stroke-width": width.toFixed(2), "data-width": width }));
    }
    group.append(bundle);
  }
  return group;
}

function dots(
  view: View,
  tools: Tools,
  places: Places,
  tip: (text: string | null, event?: MouseEvent) => void,
): SVGGElement {
  const { scene, visible, inks, words, lang, selected } = view;
  const group = s("g", { class: "dots", fill: inks.ink, "fill-opacity": selected >= 0 ? 0.25 : 0.8, stroke: inks.paper, "stroke-width": 0.6 });
  const shown = most(new Map([...visible.nodeAgreements.entries()].filter(([, n]) => n > 0)));
  for (const [node, agreements] of shown.slice(0, MOST_DOTS).reverse()) {
    const place = places.ofNode(node);
    if (place === null) continue;
    const home = scene.nodes.country[node] === scene.home;
    const radius = Math.min(7, (home ? 1.1 : 1.5) + 0.55 * Math.sqrt(agreements));
    const dot = s("circle", {
      cx: place[0].toFixed(1),
      cy: place[1].toFixed(1),
      r: radius.toFixed(2),
      "data-radius": radius,
      class: "clickable",
    });
    const text = `${nodeName(scene, node, lang)}: ${words.tipNumbers(visible.nodePartners[node], agreements)}`;
    dot.addEventListener("mousemove", (event) => tip(text, event));
    dot.addEventListener("mouseleave", () => tip(null));
    dot.addEventListener("click", () => tools.visit(node));
    group.append(dot);
  }
  return group;
}

function labels(
  view: View,
  places: Places,
  byCountry: ReadonlyMap<number, number>,
  frame: { width: number; height: number },
): SVGGElement {
  const { scene, inks, format, lang, selected } = view;
  const group = s("g", { class: "labels" });
  if (selected >= 0) return group;
  const wanted: MapLabel[] = [];
  for (const [country, agreements] of most(byCountry).slice(0, LABELS)) {
    const place = places.ofCountry(country);
    if (place === null) continue;
    wanted.push({
      x: place[0],
      y: place[1],
      text: `${countryName(scene, country, lang)} ${format.number(agreements)}`,
      size: wanted.length < 5 ? 13 : 11.5,
      weight: wanted.length < 5 ? 600 : 400,
      color: inks.ink,
      halo: inks.panel,
      radius: 7,
      centred: false,
    });
  }
  group.append(...mapLabels(wanted, frame, LABELS));
  return group;
}
