// What the network draws: a dot for each government in the picture, a line for each pair. Where
// there are too many to read or to draw, a community is one bubble until the reader unfolds it.
import type { Visible } from "../filter";
import type { Scene } from "../scene/scene";
import type { State } from "../state";
import type { Inks } from "../style/inks";
import { settleBubbles } from "./bubbles";
import { linesOf } from "./lines";
import type { Look } from "./look";
import type { Shape } from "./shape";
import { shapeOfLevel } from "./shape";

/** More governments than this open as communities. */
export const FOLD_ABOVE = 5000;

export interface Dot {
  /** The government, or -1 for a bubble. */
  node: number;
  /** The community of a bubble, else -1. */
  community: number;
  /** How many governments it stands for. */
  members: number;
  x: number;
  y: number;
  /** In pixels, while the whole picture is in view. */
  radius: number;
  shape: Shape;
  fill: string;
  hollow: boolean;
  /** As of the governments: 0 main part, 1 small groups, 2 without agreements. */
  band: number;
  /** The room that it takes in the plane, where that is not its radius. */
  spread: number;
}

export interface Line {
  /** Indices of dots. */
  one: number;
  other: number;
  agreements: number;
  color: string;
  /** In pixels, while the whole picture is in view. */
  width: number;
}

export interface Display {
  dots: Dot[];
  lines: Line[];
  /** Whether any community is a bubble. */
  folded: boolean;
  /** The dot of each government, its bubble included; -1 when it is not in the picture. */
  dotOf: Int32Array;
}

export function displayOf(
  scene: Scene,
  state: State,
  visible: Visible,
  look: Look,
  inks: Inks,
  { unit, foldAbove = FOLD_ABOVE }: { unit: number; foldAbove?: number },
): Display {
  const { nodes } = scene;
  const shown = visible.node.reduce((sum, one) => sum + one, 0);
  const fold = shown > foldAbove;
  const open = new Set(state.open.map(Number));
  const dotOf = new Int32Array(nodes.count).fill(-1);
  const dots: Dot[] = [];
  const bubbles = new Map<number, number>();
  const scale = radiusScale(Math.min(nodes.count, foldAbove), unit);
  const alone = Math.min(scale.least, 0.4 * unit * pitchOf(scene));
  for (let node = 0; node < nodes.count; node++) {
    if (!visible.node[node]) continue;
    const community = nodes.community[node];
    if (!fold || community < 0 || open.has(community)) {
      dotOf[node] = dots.length;
      dots.push(dotFor(scene, node, look, visible, { ...scale, alone }, inks));
      continue;
    }
    if (!bubbles.has(community)) {
      bubbles.set(community, dots.length);
      dots.push(bubbleFor(scene, community, look.fill(node), nodes.band[node]));
    }
    dotOf[node] = bubbles.get(community)!;
    dots[dotOf[node]].members++;
  }
  const folded = dots.filter((dot) => dot.community >= 0);
  for (const bubble of folded) bubble.radius = bubbleRadius(bubble.members, shown);
  const main = folded.filter((bubble) => bubble.band === 0);
  settleBubbles([...main, ...unfolded(scene, open)], unit);
  return { dots, lines: linesOf(scene, visible, dots, dotOf, inks), folded: fold, dotOf };
}

/** Smaller dots for more governments and less room, so that they do not cover one another. */
function radiusScale(governments: number, unit: number): { least: number; more: number } {
  const crowd = Math.sqrt(Math.max(40, governments) / 300);
  const room = Math.min(1.25, Math.max(0.6, unit / 300));
  return {
    least: Math.max(1.6, (room * 3.6) / crowd ** 0.55),
    more: Math.max(5, (room * 14) / crowd ** 0.5),
  };
}

/** The distance of neighbours in the grid of governments without agreements. */
function pitchOf({ nodes }: Scene): number {
  let [pitch, last] = [Infinity, NaN];
  for (let node = 0; node < nodes.count; node++) {
    if (nodes.band[node] !== 2) continue;
    const step = Math.abs(nodes.x[node] - last);
    if (step > 0) pitch = Math.min(pitch, step);
    last = nodes.x[node];
  }
  return pitch;
}

/** A small group has less room than the main part. */
const IN_GROUPS = 0.8;

function dotFor(
  scene: Scene,
  node: number,
  look: Look,
  visible: Visible,
  scale: { least: number; more: number; alone: number },
  inks: Inks,
): Dot {
  const { nodes } = scene;
  const hollow = visible.nodePartners[node] === 0;
  const radius = scale.least + scale.more * look.weight(node);
  const linked = nodes.band[node] === 1 ? IN_GROUPS * radius : radius;
  return {
    node,
    community: -1,
    members: 1,
    x: nodes.x[node],
    y: nodes.y[node],
    radius: hollow ? scale.alone : linked,
    shape: shapeOfLevel(scene.levels[nodes.level[node]]),
    fill: hollow ? inks.alert : look.fill(node),
    hollow,
    band: nodes.band[node],
    spread: 0,
  };
}

function bubbleFor(scene: Scene, community: number, fill: string, band: number): Dot {
  const { x, y } = scene.communities;
  return {
    node: -1,
    community,
    members: 0,
    x: x[community],
    y: y[community],
    radius: 0,
    shape: "circle",
    fill,
    hollow: false,
    band,
    spread: 0,
  };
}

/** Room for the communities that are unfolded: bubbles that are not drawn. */
function unfolded(scene: Scene, open: ReadonlySet<number>): Dot[] {
  const { nodes } = scene;
  return [...open].map((community) => {
    const room = bubbleFor(scene, community, "", 0);
    const members = [...nodes.community.keys()].filter((i) => nodes.community[i] === community);
    for (const i of members) {
      room.spread = Math.max(room.spread, Math.hypot(nodes.x[i] - room.x, nodes.y[i] - room.y));
    }
    return room;
  });
}

/** Areas of bubbles compare as their members do. */
function bubbleRadius(members: number, shown: number): number {
  return Math.max(2.5, 110 * Math.sqrt(members / Math.max(1, shown)));
}
