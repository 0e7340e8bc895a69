// The home country's states: coloured by their agreements (municipalities' included), hatched where
// there are none, with the names of those.
import type { GeoPath, GeoProjection } from "d3-geo";
import { geoMercator, geoPath } from "d3-geo";
import { roving } from "../a11y/roving";
import { s, setAttributes } from "../dom";
import { agreementsByState } from "../panels/facts";
import { nodeName } from "../scene/scene";
import { toggled } from "../state";
import type { Tools, View } from "../view";
import type { Area } from "./areas";
import { areasOf } from "./areas";
import type { Classes } from "./classes";
import { classesOf } from "./classes";
import type { MapLabel } from "./text";
import { mapLabels } from "./text";

export interface StatesDrawing {
  svg: SVGSVGElement;
  classes: Classes;
  none: number;
}

export function hatch(id: string, color: string, paper: string): SVGElement {
  const size = { width: 6, height: 6 };
  return s(
    "pattern",
    { id, ...size, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    s("rect", { ...size, fill: paper }),
    s("line", { x1: 0, y1: 0, x2: 0, y2: 6, stroke: color, "stroke-width": 2.6 }),
  );
}

type Tell = (text: string | null, event?: MouseEvent) => void;

export function drawStates(
  view: View,
  tools: Tools,
  frame: { width: number; height: number },
  tell: Tell,
): StatesDrawing {
  const { inks, words, selected, scene } = view;
  const { width, height } = frame;
  const { states } = areasOf(scene);
  const path = geoPath(projectionOf(states, frame));
  const numbers = agreementsByState(scene, view.visible);
  const classes = classesOf(numbers.values(), inks.scale.length);
  const own = selected < 0 ? -1 : scene.nodes.state[selected];
  const shapes = states.map((area) => {
    const agreements = numbers.get(area.index) ?? 0;
    const fill = agreements === 0 ? "url(#hatch)" : inks.scale[classes.of(agreements)];
    const shape = shapeOf(view, area.index, agreements, own, path(area.shape) ?? "", fill);
    if (area.index >= 0) enliven(shape, view, tools, area.index, agreements, tell);
    return shape;
  });
  // Outlined ones over their neighbours.
  shapes.sort((a, b) => Number(a.classList.contains("strong")) - Number(b.classList.contains("strong")));
  roving(shapes.filter((shape) => shape.id !== ""), document.activeElement?.id ?? null);
  const labels = labelsOf(view, states, numbers, path);
  const size = { viewBox: `0 0 ${width} ${height}`, width, height };
  const svg = s(
    "svg",
    { class: "states-map", ...size, role: "group", "aria-label": words.statesLabel },
    s("defs", {}, hatch("hatch", inks.alert, inks.panel)),
    s("g", { class: "states" }, ...shapes),
    s("g", { class: "labels" }, ...mapLabels(labels, frame, 64)),
  );
  return { svg, classes, none: [...numbers.values()].filter((n) => n === 0).length };
}

const MARGIN = 6;

function projectionOf(states: readonly Area[], frame: { width: number; height: number }): GeoProjection {
  const features = states.map(({ shape }) => shape);
  const corner: [number, number] = [frame.width - MARGIN, frame.height - MARGIN];
  return geoMercator().fitExtent([[MARGIN, MARGIN], corner], { type: "FeatureCollection", features });
}

/** The shape of a state; outlined when it is chosen, or holds the selected government. */
function shapeOf(
  { scene, state, inks }: View,
  index: number,
  agreements: number,
  own: number,
  d: string,
  fill: string,
): SVGPathElement {
  const id = index < 0 ? null : scene.nodes.id[index];
  const strong = (id !== null && state.places.includes(id)) || (own >= 0 && own === index);
  return s("path", {
    d,
    fill,
    stroke: strong ? inks.ink : inks.panel,
    "stroke-width": strong ? 2.2 : 0.8,
    "stroke-linejoin": "round",
    class: strong ? "strong" : "",
    "data-state": id,
    "data-agreements": agreements,
  });
}

/** Make a shape answer to the pointer and to the keyboard: it filters by its state. */
function enliven(
  shape: SVGPathElement,
  view: View,
  tools: Tools,
  index: number,
  agreements: number,
  tell: Tell,
): void {
  const { scene, words, lang, state } = view;
  const id = scene.nodes.id[index];
  const text = `${nodeName(scene, index, lang)}: ${words.agreements(agreements)}`;
  shape.addEventListener("mousemove", (event) => tell(text, event));
  shape.addEventListener("mouseleave", () => tell(null));
  shape.addEventListener("click", () =>
    tools.store.set({ places: toggled(tools.store.state.places, id) }),
  );
  shape.classList.add("clickable");
  setAttributes(shape, {
    id: `state-${id}`,
    role: "button",
    "aria-pressed": String(state.places.includes(id)),
    "aria-label": text,
  });
}

/** Names of states with nothing first; then numbers, the larger states' first. */
function labelsOf(
  { scene, inks, format, lang }: View,
  states: readonly Area[],
  numbers: ReadonlyMap<number, number>,
  path: GeoPath,
): MapLabel[] {
  const known = states.filter(({ index }) => index >= 0);
  const labels = known.map(({ index, shape }) => {
    const [x, y] = path.centroid(shape);
    const agreements = numbers.get(index) ?? 0;
    const none = agreements === 0;
    const label: MapLabel = {
      x,
      y,
      text: none ? nodeName(scene, index, lang) : format.number(agreements),
      size: 11,
      weight: none ? 600 : 400,
      color: none ? inks.alert : inks.ink,
      halo: inks.panel,
      radius: 9,
    };
    return { label, none, area: path.area(shape) };
  });
  labels.sort((a, b) => Number(b.none) - Number(a.none) || b.area - a.area);
  return labels.map(({ label }) => label);
}
