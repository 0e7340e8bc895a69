// Labels on a map as SVG text, none over another.
import { s } from "../dom";
import type { Candidate } from "../network/labels";
import { placeLabels } from "../network/labels";
import { fontOf } from "../network/pen";

export interface MapLabel {
  x: number;
  y: number;
  text: string;
  size: number;
  weight: 400 | 600;
  color: string;
  halo: string;
  radius?: number;
  centred?: boolean;
}

const context = (): CanvasRenderingContext2D => {
  canvas ??= document.createElement("canvas").getContext("2d")!;
  return canvas;
};
let canvas: CanvasRenderingContext2D | null = null;

/** The first of the list are the most important. */
export function mapLabels(
  labels: readonly MapLabel[],
  frame: { width: number; height: number },
  most: number,
): SVGTextElement[] {
  const candidates: Candidate[] = labels.map((label) => {
    context().font = fontOf(label);
    return {
      x: label.x,
      y: label.y,
      radius: label.radius ?? 0,
      text: label.text,
      width: context().measureText(label.text).width + 4,
      height: label.size + 2,
      centred: label.centred ?? true,
    };
  });
  return placeLabels(candidates, frame, most).map(({ of, x, y, align }) => {
    const { text, size, weight, color, halo } = labels[of];
    return s(
      "text",
      {
        x: x.toFixed(1),
        y: y.toFixed(1),
        "text-anchor": { left: "start", center: "middle", right: "end" }[align],
        "dominant-baseline": "central",
        "font-size": size,
        "font-weight": weight,
        fill: color,
        stroke: halo,
        "stroke-width": 3,
        "stroke-linejoin": "round",
        "paint-order": "stroke",
        "pointer-events": "none",
        "data-size": size,
      },
      text,
    );
  });
}
