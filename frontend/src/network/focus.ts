// The neighbourhood of one government, or of two that are compared, painted over the network: its
// lines and its partners in full colour, the rest behind a veil.
import type { Visible } from "../filter";
import type { Scene } from "../scene/scene";
import { listed, nodeName } from "../scene/scene";
import type { Inks } from "../style/inks";
import { mixed } from "../style/inks";
import type { Display, Dot } from "./display";
import { lineWidth } from "./lines";
import type { Look } from "./look";
import type { Labelled, Paper } from "./picture";
import { paintDot, paintLabels } from "./picture";
import type { Pen } from "./pen";
import { shapeOfLevel } from "./shape";

export interface Neighbourhood {
  centres: number[];
  /** Partners of the centres, and the visible pairs that link them. */
  partners: number[];
  pairs: number[];
  /** Partners of every centre, where there are several. */
  shared: Set<number>;
}

/** Who is linked with these governments under the filters; most agreements first. */
export function neighbourhoodOf(
  scene: Scene,
  visible: Visible,
  centres: readonly number[],
): Neighbourhood {
  const agreements = new Map<number, number>();
  const links = new Map<number, number>();
  const pairs = new Set<number>();
  for (const centre of centres) {
    for (const pair of listed(scene.nodePairs, centre)) {
      const shown = visible.pairAgreements[pair];
      if (shown === 0) continue;
      pairs.add(pair);
      const { one, other } = scene.pairs;
      const partner = one[pair] === centre ? other[pair] : one[pair];
      if (centres.includes(partner)) continue;
      agreements.set(partner, (agreements.get(partner) ?? 0) + shown);
      links.set(partner, (links.get(partner) ?? 0) + 1);
    }
  }
  const partners = [...agreements]
    .sort(([a, m], [b, n]) => n - m || scene.nodes.partners[b] - scene.nodes.partners[a] || a - b)
    .map(([partner]) => partner);
  const ofAll = partners.filter((partner) => centres.length > 1 && links.get(partner) === centres.length);
  return { centres: [...centres], partners, pairs: [...pairs], shared: new Set(ofAll) };
}

export interface Focus {
  display: Display;
  scene: Scene;
  visible: Visible;
  look: Look;
  inks: Inks;
  lang: "es" | "en";
  /** Keyboard's or pointer's place, labelled whatever else is. */
  cursor: number;
}

const VEIL = 0.86;

export function paintFocus(pen: Pen, paper: Paper, near: Neighbourhood, focus: Focus): void {
  const { scene, inks, visible } = focus;
  pen.fill(paper.width, paper.height, inks.paper, VEIL);
  const dot = (node: number): Dot => dotOf(focus, node);
  const centres = new Set(near.centres);
  for (const pair of near.pairs) {
    const [one, other] = [scene.pairs.one[pair], scene.pairs.other[pair]];
    const [a, b] = [paper.toScreen(dot(one)), paper.toScreen(dot(other))];
    const partner = centres.has(one) ? other : one;
    const color = mixed(inks.paper, focus.look.fill(partner), 0.62);
    pen.line(a.x, a.y, b.x, b.y, color, 0.6 + lineWidth(visible.pairAgreements[pair]));
  }
  for (const partner of [...near.partners].reverse()) {
    if (near.shared.has(partner)) paintRing(pen, paper, dot(partner), inks);
    paintDot(pen, paper, dot(partner), inks);
  }
  for (const centre of near.centres) {
    paintRing(pen, paper, dot(centre), inks);
    paintDot(pen, paper, dot(centre), inks, 2);
  }
  const label = (node: number, size: number, weight: 400 | 600): Labelled => ({
    dot: dot(node),
    text: nodeName(scene, node, focus.lang),
    size,
    weight,
  });
  const first = focus.cursor >= 0 && !centres.has(focus.cursor) ? [focus.cursor] : [];
  const labels = [
    ...near.centres.map((centre) => label(centre, 15, 600)),
    ...first.map((node) => label(node, 13, 600)),
    ...[...near.shared].map((node) => label(node, 13, 600)),
    ...near.partners
      .filter((node) => node !== focus.cursor && !near.shared.has(node))
      .map((node) => label(node, 12, 400)),
  ];
  if (first.length > 0) paintRing(pen, paper, dot(focus.cursor), inks);
  paintLabels(pen, paper, labels, inks, { most: 60, must: true });
}

function paintRing(pen: Pen, paper: Paper, dot: Dot, inks: Inks): void {
  const { x, y } = paper.toScreen(dot);
  pen.dot(x, y, paper.radiusOnScreen(dot.radius) + 6, {
    shape: dot.shape,
    fill: inks.paper,
    stroke: inks.ink,
    width: 1.6,
  });
}

/** The government's dot; at its own place, even while its community is a bubble. */
function dotOf({ display, scene, visible, look, inks }: Focus, node: number): Dot {
  const drawn = display.dots[display.dotOf[node]];
  if (drawn !== undefined && drawn.node === node) return drawn;
  const { nodes } = scene;
  const hollow = visible.nodePartners[node] === 0;
  return {
    node,
    community: -1,
    members: 1,
    x: nodes.x[node],
    y: nodes.y[node],
    radius: 3.6 + 8 * look.weight(node),
    shape: shapeOfLevel(scene.levels[nodes.level[node]]),
    fill: hollow ? inks.alert : look.fill(node),
    hollow,
    band: nodes.band[node],
    spread: 0,
  };
}
