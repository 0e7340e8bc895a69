// The part of the plane that the network opens on: the main part, and of the bands below it as
// much as leaves the main part legible.
import type { Scene } from "../scene/scene";
import type { View } from "../view";

export interface Box {
  x: [number, number];
  y: [number, number];
}

export const PADDING = 26;
/** How much of the main part's height the bands may add. */
const BANDS = 0.65;

export function frameOf({ nodes }: Scene): Box {
  const main = new Range2();
  const all = new Range2();
  for (let node = 0; node < nodes.count; node++) {
    all.add(nodes.x[node], nodes.y[node]);
    if (nodes.band[node] === 0) main.add(nodes.x[node], nodes.y[node]);
  }
  if (all.empty) return { x: [-1, 1], y: [-1, 1] };
  if (main.empty) return all.box();
  const [bottom, top] = main.y;
  const lowest = Math.max(all.y[0], bottom - BANDS * Math.max(top - bottom, 0.2));
  return new Range2(all.x, [lowest, all.y[1]]).box();
}

/** Pixels of a unit of the plane while the frame is in view whole. */
export function unitOf({ scene }: View, size: { width: number; height: number }): number {
  const { x, y } = frameOf(scene);
  const across = (size.width - 2 * PADDING) / (x[1] - x[0]);
  const down = (size.height - 2 * PADDING) / (y[1] - y[0]);
  return Math.max(1, Math.min(across, down));
}

class Range2 {
  constructor(
    readonly x: [number, number] = [Infinity, -Infinity],
    readonly y: [number, number] = [Infinity, -Infinity],
  ) {}

  get empty(): boolean {
    return this.x[0] > this.x[1];
  }

  add(x: number, y: number): void {
    this.x[0] = Math.min(this.x[0], x);
    this.x[1] = Math.max(this.x[1], x);
    this.y[0] = Math.min(this.y[0], y);
    this.y[1] = Math.max(this.y[1], y);
  }

  /** Never without extent. */
  box(): Box {
    const wide = ([low, high]: [number, number]): [number, number] =>
      high > low ? [low, high] : [low - 0.5, high + 0.5];
    return { x: wide(this.x), y: wide(this.y) };
  }
}
