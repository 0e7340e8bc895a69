// Where the network is drawn. Two stages keep this promise: one on the graphics card, and a plain
// SVG for browsers without WebGL.
import type { Display } from "./display";
import type { Inks } from "../style/inks";

export interface Point {
  x: number;
  y: number;
}

export interface StageEvents {
  /** A dot was clicked (not dragged); null for the paper between dots. */
  click(dot: number | null): void;
  hover(dot: number | null): void;
  /** The picture moved or was drawn anew: what lies over it must follow. */
  moved(): void;
}

export interface Stage {
  readonly webgl: boolean;
  show(display: Display, inks: Inks): void;
  /** From the scene's coordinates to pixels of the stage. */
  toScreen(point: Point): Point;
  /** The radius in pixels, at the present zoom, of a dot with this radius. */
  radiusOnScreen(radius: number): number;
  size(): { width: number; height: number };
  zoom(factor: number): void;
  /** Bring all of the picture into view, or only what these points span. */
  fit(points?: readonly Point[]): void;
  destroy(): void;
}

export function stillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
