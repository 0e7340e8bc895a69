// The network without WebGL: a plain SVG that can still be clicked. It does not zoom.
import { elementOf, SvgPen } from "../export/svg";
import type { Display } from "./display";
import { PADDING } from "./frame";
import type { Inks } from "../style/inks";
import { paintAll } from "./picture";
import type { Point, Stage, StageEvents } from "./stage";

/** From the scene's box to a frame of pixels, whole and with its proportions kept. */
export function fitted(
  box: { x: [number, number]; y: [number, number] },
  { width, height }: { width: number; height: number },
): (point: Point) => Point {
  const [left, right] = box.x;
  const [bottom, top] = box.y;
  const scale = Math.max(
    1e-9,
    Math.min((width - 2 * PADDING) / (right - left), (height - 2 * PADDING) / (top - bottom)),
  );
  return ({ x, y }) => ({
    x: width / 2 + (x - (left + right) / 2) * scale,
    y: height / 2 - (y - (bottom + top) / 2) * scale,
  });
}

export function svgStage(
  container: HTMLElement,
  box: { x: [number, number]; y: [number, number] },
  events: StageEvents,
): Stage {
  let drawn: { display: Display; inks: Inks } | null = null;
  const size = (): { width: number; height: number } => ({
    width: Math.max(1, container.clientWidth),
    height: Math.max(1, container.clientHeight),
  });
  const observer = new ResizeObserver(() => paint());
  observer.observe(container);
  container.addEventListener("click", (event) => {
    const frame = container.getBoundingClientRect();
    events.click(nearest(event.clientX - frame.left, event.clientY - frame.top));
  });

  function paint(): void {
    if (drawn === null) return;
    const { width, height } = size();
    const pen = new SvgPen();
    const paper = {
      width,
      height,
      toScreen: fitted(box, { width, height }),
      radiusOnScreen: (radius: number) => radius,
      measure: () => 0,
    };
    paintAll(pen, paper, drawn.display, drawn.inks);
    container.replaceChildren(elementOf(pen.document(width, height, "")));
    events.moved();
  }

  function nearest(x: number, y: number): number | null {
    const toScreen = fitted(box, size());
    let [best, distance] = [null as number | null, 10];
    drawn?.display.dots.forEach((dot, i) => {
      const point = toScreen(dot);
      const away = Math.hypot(point.x - x, point.y - y) - dot.radius;
      if (away < distance) [best, distance] = [i, away];
    });
    return best;
  }

  return {
    webgl: false,
    show(display, inks) {
      drawn = { display, inks };
      paint();
    },
    toScreen: (point) => fitted(box, size())(point),
    radiusOnScreen: (radius) => radius,
    size,
    zoom: () => undefined,
    fit: () => undefined,
    destroy: () => observer.disconnect(),
  };
}
