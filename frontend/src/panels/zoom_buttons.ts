// The three buttons that the network and the map have in common.
import { h, replace } from "../dom";
import type { Words } from "../words/words";

export interface Zoomed {
  zoom(factor: number): void;
  all(): void;
}

const STEP = 1.6;

export function fillZoomButtons(element: HTMLElement, words: Words, target: Zoomed): void {
  const button = (sign: string, label: string, act: () => void): HTMLElement =>
    h("button", { type: "button", title: label, "aria-label": label, on: { click: act } }, sign);
  replace(
    element,
    button("+", words.zoomIn, () => target.zoom(STEP)),
    button("−", words.zoomOut, () => target.zoom(1 / STEP)),
    button("⤢", words.zoomAll, () => target.all()),
  );
}
