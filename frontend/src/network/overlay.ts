// The canvas over the stage: labels, captions, and the neighbourhood in focus. It is painted anew
// whenever the stage moves, which costs little: only what is named or in focus is drawn on it.
import { h } from "../dom";
import type { View } from "../view";
import { paintBands } from "./bands";
import type { Display } from "./display";
import { neighbourhoodOf, paintFocus } from "./focus";
import { CanvasPen, fontOf } from "./pen";
import type { Paper } from "./picture";
import { labelsOf, NEAR, paintLabels } from "./picture";
import type { Stage } from "./stage";

/** Pixels of the panel for each label. */
const ROOM = 16_000;

export class Overlay {
  readonly element = h("canvas", { class: "overlay", "aria-hidden": "true" });
  private readonly context = this.element.getContext("2d")!;

  paper(stage: Stage): Paper {
    return {
      ...stage.size(),
      toScreen: (point) => stage.toScreen(point),
      radiusOnScreen: (radius) => stage.radiusOnScreen(radius),
      measure: (text, size, weight) => {
        this.context.font = fontOf({ size, weight });
        return this.context.measureText(text).width;
      },
    };
  }

  /** Paint labels, or the neighbourhood of `centres`; returns how many lines are in focus. */
  paint(
    stage: Stage,
    view: View,
    display: Display,
    centres: readonly number[],
    cursor: number,
  ): number | null {
    this.clear(stage.size());
    const pen = new CanvasPen(this.context);
    const paper = this.paper(stage);
    if (centres.length > 0) {
      const near = neighbourhoodOf(view.scene, view.visible, centres);
      paintFocus(pen, paper, near, { ...view, display, cursor });
      return near.pairs.length;
    }
    paintBands(pen, paper, view, display);
    const labels = labelsOf(view.scene, display, view.lang, paper.radiusOnScreen(1) > NEAR);
    const most = Math.round((paper.width * paper.height) / ROOM);
    paintLabels(pen, paper, labels, view.inks, { most });
    return null;
  }

  private clear({ width, height }: { width: number; height: number }): void {
    const ratio = window.devicePixelRatio || 1;
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.element.width !== across || this.element.height !== down) {
      this.element.width = across;
      this.element.height = down;
    }
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.context.clearRect(0, 0, width, height);
  }
}
