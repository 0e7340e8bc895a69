// Zooming and moving the world map: wheel, drag and buttons. Dots, lines and labels keep about
// their size, and a drag is never a click.

const LEAST = 1;
const MOST = 24;
/** Pixels that a pointer may slip during a click. */
const SLIP = 4;

export class Zoom {
  private svg: SVGSVGElement | null = null;
  private scale = 1;
  private x = 0;
  private y = 0;
  /** How far the pointer has moved since it was pressed. */
  private moved = 0;

  /** Take a new drawing, at the zoom that the last one had. */
  attach(svg: SVGSVGElement): void {
    this.svg = svg;
    svg.addEventListener("wheel", (event) => this.wheel(event, svg), { passive: false });
    svg.addEventListener("pointerdown", (event) => this.press(event));
    svg.addEventListener("click", (event) => this.moved > SLIP && event.stopPropagation(), {
      capture: true,
    });
    if (this.scale !== 1) this.apply();
  }

  by(factor: number): void {
    const box = this.svg?.viewBox.baseVal;
    if (box) this.around(factor, box.width / 2, box.height / 2);
  }

  reset(): void {
    [this.scale, this.x, this.y] = [1, 0, 0];
    this.apply();
  }

  private wheel(event: WheelEvent, svg: SVGSVGElement): void {
    event.preventDefault();
    const frame = svg.getBoundingClientRect();
    const factor = 2 ** (-event.deltaY / 300);
    this.around(factor, event.clientX - frame.left, event.clientY - frame.top);
  }

  private press(event: PointerEvent): void {
    this.moved = 0;
    const [startX, startY, fromX, fromY] = [event.clientX, event.clientY, this.x, this.y];
    const ended = new AbortController();
    const { signal } = ended;
    const move = (now: PointerEvent): void => {
      const [dx, dy] = [now.clientX - startX, now.clientY - startY];
      this.moved = Math.max(this.moved, Math.hypot(dx, dy));
      if (this.scale === 1) return;
      [this.x, this.y] = [fromX + dx, fromY + dy];
      this.apply();
    };
    window.addEventListener("pointermove", move, { signal });
    for (const end of ["pointerup", "pointercancel"] as const) {
      window.addEventListener(end, () => ended.abort(), { signal });
    }
  }

  /** Zoom so that the point under (px, py) stays where it is. */
  private around(factor: number, px: number, py: number): void {
    const next = Math.min(MOST, Math.max(LEAST, this.scale * factor));
    this.x = px - ((px - this.x) * next) / this.scale;
    this.y = py - ((py - this.y) * next) / this.scale;
    this.scale = next;
    this.apply();
  }

  private apply(): void {
    const inner = this.svg?.querySelector<SVGGElement>(".zoomed");
    if (!this.svg || !inner) return;
    const { width, height } = this.svg.viewBox.baseVal;
    const { scale } = this;
    this.x = Math.min(0, Math.max(width * (1 - scale), this.x));
    this.y = Math.min(0, Math.max(height * (1 - scale), this.y));
    const move = `translate(${this.x.toFixed(2)} ${this.y.toFixed(2)})`;
    inner.setAttribute("transform", `${move} scale(${scale.toFixed(4)})`);
    resize(inner, "data-radius", "r", Math.sqrt(scale));
    resize(inner, "data-width", "stroke-width", scale);
    resize(inner, "data-size", "font-size", scale);
    for (const text of inner.querySelectorAll("text")) {
      text.setAttribute("stroke-width", (3 / scale).toFixed(2));
    }
  }
}

/** Set an attribute to the measure that another keeps, divided. */
function resize(within: SVGElement, kept: string, attribute: string, by: number): void {
  for (const element of within.querySelectorAll(`[${kept}]`)) {
    element.setAttribute(attribute, (Number(element.getAttribute(kept)) / by).toFixed(2));
  }
}
