// What every reader must know of the data before quoting them, in one line that opens the rest.
import { h, replace } from "../dom";
import type { Panel } from "../view";

export function noticesPanel(open: () => void): Panel {
  const element = h("div", { class: "notices", role: "note" });
  return {
    element,
    update({ scene, words, lang }) {
      const all = [...scene.notices.map((notice) => notice[lang])];
      element.hidden = all.length === 0;
      element.setAttribute("aria-label", words.notices);
      replace(
        element,
        h("span", { class: "notice-text" }, all.join(" · ")),
        h("button", { type: "button", on: { click: open } }, words.aboutShort),
      );
    },
  };
}
