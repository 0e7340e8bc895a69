// The right side: the story, the card of the selected government, or a comparison of two.
import { h } from "../dom";
import type { Panel, Tools } from "../view";
import { card } from "./card";
import { comparison } from "./comparison";
import { story } from "./story";

export function sidePanel(tools: Tools): Panel {
  const element = h("aside", { class: "side", id: "side" });
  let shown = "";
  return {
    element,
    update(view) {
      element.setAttribute("aria-label", view.words.sideLabel);
      const now = `${view.selected} ${view.compare}`;
      const scroll = now === shown ? element.scrollTop : 0;
      const kind = view.selected < 0 ? story : view.compare < 0 ? card : comparison;
      element.replaceChildren(kind(view, tools));
      element.scrollTop = scroll;
      shown = now;
    },
  };
}
