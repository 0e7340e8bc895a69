// Lays the bubbles of communities out: each starts at its community's middle and is pushed away
// from those it would cover, always in the same order, so that the same data give the same picture.
import type { Dot } from "./display";

const ROUNDS = 120;
const GAP = 1.12;

/** `unit` is the pixels that one unit of the scene takes while the whole picture is in view. */
export function settleBubbles(bubbles: readonly Dot[], unit: number): void {
  const radii = bubbles.map((dot) => Math.max(dot.spread, (dot.radius / unit) * GAP));
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (let i = 0; i < bubbles.length; i++) {
      for (let j = i + 1; j < bubbles.length; j++) {
        moved = part(bubbles[i], bubbles[j], radii[i], radii[j], i + j) || moved;
      }
    }
    if (!moved) return;
  }
}

/** Move two apart if they touch, the smaller one further. */
function part(a: Dot, b: Dot, ra: number, rb: number, turn: number): boolean {
  let [dx, dy] = [b.x - a.x, b.y - a.y];
  let distance = Math.hypot(dx, dy);
  const lacking = ra + rb - distance;
  if (lacking <= 1e-6) return false;
  if (distance < 1e-9) {
    // On the same spot: part them in a direction that depends on which they are.
    [dx, dy] = [Math.cos(turn * 2.4), Math.sin(turn * 2.4)];
    distance = 1;
  }
  const share = ra ** 2 / (ra ** 2 + rb ** 2 || 1);
  const [ux, uy] = [dx / distance, dy / distance];
  a.x -= ux * lacking * (1 - share);
  a.y -= uy * lacking * (1 - share);
  b.x += ux * lacking * share;
  b.y += uy * lacking * share;
  return true;
}
