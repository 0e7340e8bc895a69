// A list of names with bars: who or what has most.
import { bar, h } from "../dom";

export interface Ranked {
  name: Node | string;
  value: number;
  text: string;
  act?: () => void;
  pressed?: boolean;
  kind?: string;
}

/** The bars compare with the first entry, or with `most`. */
export function rankedList(entries: readonly Ranked[], most?: number): HTMLElement {
  const top = most ?? entries.reduce((a, entry) => Math.max(a, entry.value), 0);
  return h(
    "ol",
    { class: "ranked" },
    ...entries.map(({ name, value, text, act, pressed, kind }) => {
      const parts = [
        h("span", { class: "ranked-name" }, name),
        h("span", { class: "ranked-value" }, text),
        bar(top === 0 ? 0 : value / top, kind),
      ];
      if (act === undefined) return h("li", { class: "ranked-entry" }, ...parts);
      const state = pressed === undefined ? {} : { "aria-pressed": String(pressed) };
      return h(
        "li",
        {},
        h("button", { type: "button", class: "ranked-entry", on: { click: act }, ...state }, ...parts),
      );
    }),
  );
}
