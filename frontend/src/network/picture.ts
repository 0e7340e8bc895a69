// Paints the network with a Pen: whole (for files, and where there is no WebGL), its labels, and
// the neighbourhood of one government over a veil that lets the rest recede.
import type { Scene } from "../scene/scene";
import { communityName, nodeName } from "../scene/scene";
import type { Inks } from "../style/inks";
import type { Display, Dot } from "./display";
import type { Candidate } from "./labels";
import { placeLabels } from "./labels";
import type { Pen, TextStyle } from "./pen";
import type { Point } from "./stage";

export interface Paper {
  width: number;
  height: number;
  toScreen(point: Point): Point;
  radiusOnScreen(radius: number): number;
  /** Width of a text in pixels. */
  measure(text: string, size: number, weight: 400 | 600): number;
}

/** From this zoom on, small groups have labels too. */
export const NEAR = 1.3;

/** The first labels are written even over dots. */
const SURE = 8;

export interface Labelled {
  dot: Dot;
  text: string;
  size: number;
  weight: 400 | 600;
}

const inView = (paper: Paper, { x, y }: Point, margin = 40): boolean =>
  x > -margin && y > -margin && x < paper.width + margin && y < paper.height + margin;

export function paintAll(pen: Pen, paper: Paper, display: Display, inks: Inks): void {
  pen.group("lines", () => {
    for (const { one, other, width, color } of display.lines) {
      const a = paper.toScreen(display.dots[one]);
      const b = paper.toScreen(display.dots[other]);
      pen.line(a.x, a.y, b.x, b.y, color, paper.radiusOnScreen(width));
    }
  });
  pen.group("dots", () => {
    for (const dot of display.dots) paintDot(pen, paper, dot, inks);
  });
}

export function paintDot(pen: Pen, paper: Paper, dot: Dot, inks: Inks, grow = 0): void {
  const { x, y } = paper.toScreen(dot);
  if (!inView(paper, { x, y }, 200)) return;
  const radius = paper.radiusOnScreen(dot.radius) + grow;
  const { shape, fill, hollow } = dot;
  pen.dot(x, y, hollow ? radius - 0.7 : radius, {
    shape,
    fill: hollow ? inks.paper : fill,
    stroke: hollow ? fill : inks.paper,
    width: hollow ? 1.5 : Math.min(1.1, 0.35 * radius),
  });
}

/** Write labels beside dots, the first of the list first, none over another. */
export function paintLabels(
  pen: Pen,
  paper: Paper,
  labelled: readonly Labelled[],
  inks: Inks,
  { most, must = false }: { most: number; must?: boolean },
): void {
  const seen = labelled
    .map((label) => ({ label, ...paper.toScreen(label.dot) }))
    .filter((point) => inView(paper, point));
  const candidates: Candidate[] = seen.map(({ label, x, y }, place) => ({
    x,
    y,
    radius: paper.radiusOnScreen(label.dot.radius),
    text: label.text,
    width: paper.measure(label.text, label.size, label.weight) + 2,
    height: label.size + 3,
    must: must || (place < SURE && label.dot.node >= 0),
  }));
  // Labels may cover small dots, which are many, but not the ones that are themselves labelled.
  const obstacles = candidates.slice(0, 60).map(({ x, y, radius }) => ({ x, y, radius: radius * 0.8 }));
  for (const { of, x, y, align } of placeLabels(candidates, paper, most, obstacles)) {
    const { text, size, weight } = seen[of].label;
    const style: TextStyle = { size, weight, color: inks.ink, halo: inks.paper, align };
    pen.text(x, y, text, style);
  }
}

/**
 * The labels worth writing, most important first: bubbles by members, then dots by their size.
 * Those of the small groups only from `near`.
 */
export function labelsOf(
  scene: Scene,
  display: Display,
  lang: "es" | "en",
  near: boolean,
): Labelled[] {
  const worth = display.dots
    .filter((dot) => !dot.hollow && (dot.node >= 0 || dot.members > 12))
    .filter((dot) => near || dot.band === 0)
    .sort((a, b) => b.radius - a.radius || a.node - b.node)
    .slice(0, 400);
  return worth.map((dot, place) => ({
    dot,
    text: dot.node >= 0 ? nodeName(scene, dot.node, lang) : communityName(scene, dot.community, lang),
    size: place < 8 ? 14 : 12,
    weight: place < 8 ? 600 : 400,
  }));
}
