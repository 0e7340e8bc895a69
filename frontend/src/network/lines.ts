// The lines of the network, opaque (thin transparent ones vanish on a graphics card), and paler the
// more there are, so that the dots keep standing out.
import type { Visible } from "../filter";
import type { Scene } from "../scene/scene";
import type { Inks } from "../style/inks";
import { mixed } from "../style/inks";
import type { Dot, Line } from "./display";

/** Width of a line in pixels, by the number of agreements that it stands for. */
export function lineWidth(agreements: number): number {
  return Math.min(8, 1.5 + 0.8 * Math.log2(agreements));
}

/** From 1 for few lines to less for many: how strongly they are drawn. */
function strengthOf(lines: number): number {
  return Math.min(1, Math.max(0.38, 1 - 0.5 * Math.log10(Math.max(1, lines / 1200))));
}

/** A line for each visible pair, or for each pair of bubbles with the agreements added up. */
export function linesOf(
  scene: Scene,
  visible: Visible,
  dots: readonly Dot[],
  dotOf: Int32Array,
  inks: Inks,
): Line[] {
  const { pairs } = scene;
  const own: Line[] = [];
  const merged = new Map<number, Line>();
  for (let pair = 0; pair < pairs.count; pair++) {
    const agreements = visible.pairAgreements[pair];
    const [one, other] = [dotOf[pairs.one[pair]], dotOf[pairs.other[pair]]];
    if (agreements === 0 || one < 0 || other < 0 || one === other) continue;
    const line = { one, other, agreements, color: inks.edge, width: 0 };
    if (dots[one].node >= 0 && dots[other].node >= 0) {
      own.push(line);
      continue;
    }
    const key = Math.min(one, other) * dots.length + Math.max(one, other);
    const before = merged.get(key);
    if (before) before.agreements += agreements;
    else merged.set(key, line);
  }
  return [...betweenBubbles([...merged.values()], inks), ...betweenDots(scene, own, dots, inks)];
}

/** Lines within a community have a tint of its colour, and lie over the others. */
function betweenDots(scene: Scene, lines: Line[], dots: readonly Dot[], inks: Inks): Line[] {
  const { community } = scene.nodes;
  const strength = strengthOf(lines.length);
  const within: Line[] = [];
  const across: Line[] = [];
  for (const line of lines) {
    const [a, b] = [community[dots[line.one].node], community[dots[line.other].node]];
    const together = a >= 0 && a === b;
    const plain = mixed(inks.paper, inks.edge, strength);
    line.color = together ? mixed(plain, dots[line.one].fill, 0.38) : plain;
    line.width = lineWidth(line.agreements) * strength;
    (together ? within : across).push(line);
  }
  return [...across, ...within];
}

const WIDEST = 6;

/** Lines between bubbles are many: the weaker, the thinner and paler, and the strong on top. */
function betweenBubbles(lines: Line[], inks: Inks): Line[] {
  const most = lines.reduce((a, line) => Math.max(a, line.agreements), 1);
  for (const line of lines) {
    const share = line.agreements / most;
    line.color = mixed(inks.paper, inks.edge, 0.2 + 0.8 * share ** 0.7);
    line.width = 0.7 + WIDEST * share;
  }
  return lines.sort((a, b) => a.agreements - b.agreements);
}
