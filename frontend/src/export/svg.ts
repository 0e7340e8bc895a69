// Writes what a Pen draws as SVG, with presentation attributes only (a style would be refused by
// the page's own security policy, and by some editors).
import type { DotStyle, Pen, TextStyle } from "../network/pen";
import { FONT } from "../network/pen";
import { CORNERS } from "../network/shape";

const short = (value: number): string => String(Math.round(value * 100) / 100);

/** Characters that XML forbids altogether, whatever their escape. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

export function escaped(text: string): string {
  return text
    .replace(FORBIDDEN, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** The drawing as an element. Only for what a pen of this page wrote. */
export function elementOf(svg: string): Element {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
  return document.importNode(parsed.documentElement, true);
}

export class SvgPen implements Pen {
  private readonly parts: string[] = [];

  group(name: string, draw: () => void): void {
    this.parts.push(`<g class="${escaped(name)}">`);
    draw();
    this.parts.push("</g>");
  }

  fill(width: number, height: number, color: string, opacity: number): void {
    const shape = `width="${short(width)}" height="${short(height)}"`;
    this.parts.push(`<rect ${shape} fill="${escaped(color)}" fill-opacity="${short(opacity)}"/>`);
  }

  line(x1: number, y1: number, x2: number, y2: number, color: string, width: number): void {
    this.parts.push(
      `<path d="M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}" ` +
        `stroke="${escaped(color)}" stroke-width="${short(width)}" stroke-linecap="round"/>`,
    );
  }

  dot(x: number, y: number, radius: number, { shape, fill, stroke, width }: DotStyle): void {
    const corners = CORNERS[shape];
    const paint =
      `fill="${escaped(fill)}" stroke="${escaped(stroke)}" stroke-width="${short(width)}"`;
    if (corners.length === 0) {
      this.parts.push(
        `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}" ${paint}/>`,
      );
      return;
    }
    const points = corners
      .map(([dx, dy]) => `${short(x + dx * radius)},${short(y + dy * radius)}`)
      .join(" ");
    this.parts.push(`<polygon points="${points}" ${paint}/>`);
  }

  text(x: number, y: number, text: string, style: TextStyle): void {
    const anchor = { left: "start", center: "middle", right: "end" }[style.align];
    this.parts.push(
      `<text x="${short(x)}" y="${short(y)}" text-anchor="${anchor}" dominant-baseline="central" ` +
        `font-size="${short(style.size)}" font-weight="${style.weight}" ` +
        `fill="${escaped(style.color)}" stroke="${escaped(style.halo)}" stroke-width="3.5" ` +
        `stroke-linejoin="round" paint-order="stroke">${escaped(text)}</text>`,
    );
  }

  /** The drawing as a document of its own. */
  document(width: number, height: number, title: string): string {
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${short(width)}" height="${short(height)}" ` +
      `viewBox="0 0 ${short(width)} ${short(height)}" font-family="${escaped(FONT)}" role="img">` +
      `<title>${escaped(title)}</title>${this.parts.join("")}</svg>\n`
    );
  }
}
