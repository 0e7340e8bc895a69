// Walking the network with the keyboard. Left and right go round the partners of the government
// one stands on (around all of them, most linked first, while standing nowhere); down or Enter
// steps onto the partner, up goes back.
import type { View } from "../view";
import { nodeName } from "../scene/scene";
import { neighbourhoodOf } from "./focus";

export interface Step {
  /** What to say of the place reached; empty when there is nothing new. */
  text: string;
  /** Whether to select it. */
  select: boolean;
}

export class Walk {
  /** The government pointed at; -1 for none. */
  at = -1;
  private anchor = -1;
  private readonly trail: number[] = [];

  /** Stand on the government that has been selected by other means. */
  follow(selected: number): void {
    if (selected === this.anchor) return;
    this.anchor = selected;
    this.at = selected;
  }

  leave(): void {
    this.at = this.anchor;
  }

  /** What a key does; null for keys that are not for walking. */
  key(key: string, view: View): Step | null {
    switch (key) {
      case "ArrowRight":
        return this.turn(1, view);
      case "ArrowLeft":
        return this.turn(-1, view);
      case "ArrowDown":
      case "Enter":
        return this.enter();
      case "ArrowUp":
        return this.back(view);
      default:
        return null;
    }
  }

  private turn(by: 1 | -1, view: View): Step {
    const ring = this.ring(view);
    if (ring.length === 0) return { text: view.words.walkAlone, select: false };
    const now = ring.indexOf(this.at);
    const next = now < 0 ? (by === 1 ? 0 : ring.length - 1) : (now + by + ring.length) % ring.length;
    this.at = ring[next];
    return { text: placeText(view, this.at, next + 1, ring.length), select: false };
  }

  private enter(): Step | null {
    if (this.at < 0) return null;
    if (this.anchor >= 0 && this.anchor !== this.at) this.trail.push(this.anchor);
    this.anchor = this.at;
    return { text: "", select: true };
  }

  private back(view: View): Step {
    const before = this.trail.pop();
    if (before === undefined) return { text: view.words.walkStart, select: false };
    this.anchor = before;
    this.at = before;
    return { text: "", select: true };
  }

  private ring(view: View): number[] {
    const { scene, visible } = view;
    if (this.anchor >= 0) return neighbourhoodOf(scene, visible, [this.anchor]).partners;
    return [...visible.nodePartners.keys()]
      .filter((node) => visible.nodePartners[node] > 0)
      .sort((a, b) => visible.nodePartners[b] - visible.nodePartners[a] || a - b);
  }
}

function placeText(view: View, node: number, place: number, of: number): string {
  const { scene, visible, words, lang } = view;
  const numbers = words.tipNumbers(visible.nodePartners[node], visible.nodeAgreements[node]);
  return words.walkPlace(nodeName(scene, node, lang), numbers, place, of);
}
