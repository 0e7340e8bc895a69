// Writes what the bands below the main part hold: small groups, and governments without agreements.
import type { View } from "../view";
import type { Display } from "./display";
import type { Paper } from "./picture";
import type { Pen } from "./pen";

export function paintBands(pen: Pen, paper: Paper, view: View, display: Display): void {
  const { words, inks } = view;
  const captions = ["", words.bandSmall, words.bandUnconnected];
  for (const band of [1, 2]) {
    let [left, top, radius] = [Infinity, -Infinity, 0];
    for (const dot of display.dots) {
      if (dot.band !== band) continue;
      left = Math.min(left, dot.x);
      top = Math.max(top, dot.y);
      radius = dot.radius;
    }
    if (left === Infinity) continue;
    const at = paper.toScreen({ x: left, y: top });
    const style = { size: 12, weight: 600, halo: inks.paper, align: "left" } as const;
    const color = band === 2 ? inks.alert : inks.muted;
    const y = at.y - paper.radiusOnScreen(radius) - 11;
    pen.text(at.x - paper.radiusOnScreen(radius), y, captions[band], { ...style, color });
  }
}
