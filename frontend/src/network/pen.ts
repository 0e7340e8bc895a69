// Draws dots, lines and words; on a canvas here, as SVG in export/svg.ts. Whoever draws with it
// makes the same picture on the screen and in both kinds of file.
import type { Shape } from "./shape";
import { CORNERS } from "./shape";

export interface TextStyle {
  size: number;
  weight: 400 | 600;
  color: string;
  /** Colour of the outline that keeps the text legible over lines. */
  halo: string;
  align: "left" | "center" | "right";
}

export interface DotStyle {
  shape: Shape;
  fill: string;
  stroke: string;
  width: number;
}

export interface Pen {
  /** What is drawn meanwhile belongs together under this name. */
  group(name: string, draw: () => void): void;
  fill(width: number, height: number, color: string, opacity: number): void;
  line(x1: number, y1: number, x2: number, y2: number, color: string, width: number): void;
  dot(x: number, y: number, radius: number, style: DotStyle): void;
  text(x: number, y: number, text: string, style: TextStyle): void;
}

export const FONT =
  '"Inter", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "Noto Sans", Arial, sans-serif';

export function fontOf({ size, weight }: Pick<TextStyle, "size" | "weight">): string {
  return `${weight} ${size}px ${FONT}`;
}

export class CanvasPen implements Pen {
  constructor(private readonly canvas: CanvasRenderingContext2D) {
    canvas.lineCap = "round";
    canvas.lineJoin = "round";
    canvas.textBaseline = "middle";
  }

  group(_name: string, draw: () => void): void {
    draw();
  }

  fill(width: number, height: number, color: string, opacity: number): void {
    this.canvas.globalAlpha = opacity;
    this.canvas.fillStyle = color;
    this.canvas.fillRect(0, 0, width, height);
    this.canvas.globalAlpha = 1;
  }

  line(x1: number, y1: number, x2: number, y2: number, color: string, width: number): void {
    this.canvas.beginPath();
    this.canvas.moveTo(x1, y1);
    this.canvas.lineTo(x2, y2);
    this.canvas.strokeStyle = color;
    this.canvas.lineWidth = width;
    this.canvas.stroke();
  }

  dot(x: number, y: number, radius: number, style: DotStyle): void {
    this.canvas.beginPath();
    const corners = CORNERS[style.shape];
    if (corners.length === 0) this.canvas.arc(x, y, radius, 0, 2 * Math.PI);
    for (const [i, [dx, dy]] of corners.entries()) {
      const [px, py] = [x + dx * radius, y + dy * radius];
      if (i === 0) this.canvas.moveTo(px, py);
      else this.canvas.lineTo(px, py);
    }
    this.canvas.closePath();
    this.canvas.fillStyle = style.fill;
    this.canvas.fill();
    if (style.width <= 0) return;
    this.canvas.strokeStyle = style.stroke;
    this.canvas.lineWidth = style.width;
    this.canvas.stroke();
  }

  text(x: number, y: number, text: string, style: TextStyle): void {
    this.canvas.font = fontOf(style);
    this.canvas.textAlign = style.align;
    this.canvas.strokeStyle = style.halo;
    this.canvas.lineWidth = 3.5;
    this.canvas.strokeText(text, x, y);
    this.canvas.fillStyle = style.color;
    this.canvas.fillText(text, x, y);
  }
}
