// The small box beside the pointer: a name and its numbers.
import { h, replace } from "../dom";

export class Tip {
  readonly element = h("div", { class: "tip", hidden: true });

  hide(): void {
    this.element.hidden = true;
  }

  /** Show it at a point of its panel, on the side where the panel (`width` pixels) has room. */
  show(name: string, numbers: string, at: { x: number; y: number }, width: number): void {
    replace(this.element, h("strong", {}, name), numbers !== "" && h("span", {}, numbers));
    this.element.classList.toggle("tip-left", at.x > width * 0.62);
    this.element.style.left = `${at.x}px`;
    this.element.style.top = `${at.y}px`;
    this.element.hidden = false;
  }
}
