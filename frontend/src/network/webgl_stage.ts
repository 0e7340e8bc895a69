// The network on the graphics card, by sigma. Positions come from Python and stay as they are;
// dragging moves the paper, never a dot, and never selects.
import { UndirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeRectangleProgram } from "sigma/rendering";
import type { Display } from "./display";
import { PADDING } from "./frame";
import { paper, ShapeProgram } from "./program";
import type { Point, Stage, StageEvents } from "./stage";
import { stillness } from "./stage";

/** Raises what sigma does where there is no WebGL. */
export function webglStage(
  container: HTMLElement,
  box: { x: [number, number]; y: [number, number] },
  events: StageEvents,
): Stage {
  const sigma = new Sigma(new UndirectedGraph(), container, {
    defaultNodeType: "dot",
    defaultEdgeType: "line",
    nodeProgramClasses: { dot: ShapeProgram },
    nodeHoverProgramClasses: {},
    edgeProgramClasses: { line: EdgeRectangleProgram },
    defaultDrawNodeHover: () => undefined,
    renderLabels: false,
    enableEdgeEvents: false,
    hideEdgesOnMove: false,
    minEdgeThickness: 0.6,
    zIndex: false,
    stagePadding: PADDING,
    minCameraRatio: 0.01,
    maxCameraRatio: 2.5,
    allowInvalidContainer: true,
    zoomDuration: 160,
  });
  sigma.setCustomBBox(box);
  sigma.on("clickNode", ({ node }) => events.click(Number(node)));
  sigma.on("clickStage", () => events.click(null));
  sigma.on("enterNode", ({ node }) => events.hover(Number(node)));
  sigma.on("leaveNode", () => events.hover(null));
  sigma.on("doubleClickNode", (event) => event.preventSigmaDefault());
  sigma.on("afterRender", () => events.moved());
  // sigma watches the window only, and this page's panels come and go within it.
  const observer = new ResizeObserver(() => {
    if (container.clientWidth > 0) sigma.scheduleRefresh();
  });
  observer.observe(container);
  const animation = (): { duration: number } => ({ duration: stillness() ? 0 : 350 });

  return {
    webgl: true,
    show(display, inks) {
      paper.color = shares(inks.paper);
      sigma.setSetting("hideEdgesOnMove", display.lines.length > 25_000);
      sigma.setGraph(graphOf(display));
    },
    toScreen: (point) => sigma.graphToViewport(point),
    radiusOnScreen: (radius) => sigma.scaleSize(radius),
    size: () => sigma.getDimensions(),
    zoom(factor) {
      const camera = sigma.getCamera();
      void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio / factor) }, animation());
    },
    fit(points) {
      const camera = sigma.getCamera();
      if (points === undefined || points.length === 0) {
        void camera.animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, animation());
        return;
      }
      void camera.animate(cameraAround(points), animation());
    },
    destroy() {
      observer.disconnect();
      sigma.kill();
    },
  };

  function cameraAround(points: readonly Point[]): { x: number; y: number; ratio: number } {
    const framed = points.map((point) =>
      sigma.viewportToFramedGraph(sigma.graphToViewport(point)),
    );
    const xs = framed.map((point) => point.x);
    const ys = framed.map((point) => point.y);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
    const { width, height } = sigma.getDimensions();
    const side = Math.min(width, height);
    const span = Math.max(((right - left) * side) / width, ((top - bottom) * side) / height);
    return {
      x: (left + right) / 2,
      y: (bottom + top) / 2,
      ratio: Math.min(1, Math.max(0.22, span * 1.35)),
    };
  }
}

function graphOf(display: Display): UndirectedGraph {
  const graph = new UndirectedGraph({ allowSelfLoops: false });
  display.dots.forEach(({ x, y, radius, fill, shape, hollow }, i) => {
    graph.addNode(String(i), { x, y, size: radius, color: fill, shape, hollow });
  });
  display.lines.forEach(({ one, other, width, color }, i) => {
    // sigma feathers its lines, which takes from their width.
    const size = width + 0.7;
    graph.addUndirectedEdgeWithKey(String(i), String(one), String(other), { size, color });
  });
  return graph;
}

function shares(color: string): [number, number, number] {
  const share = (at: number): number => parseInt(color.slice(at, at + 2), 16) / 255;
  return [share(1), share(3), share(5)];
}
