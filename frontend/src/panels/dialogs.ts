// Two windows over the page: how to use it, and what the data are.
import { h, replace } from "../dom";
import type { View } from "../view";
import { sourceName } from "./agreement";

export interface Dialog {
  element: HTMLDialogElement;
  show(view: View): void;
}

function dialog(content: (view: View) => (Node | null | false)[]): Dialog {
  const inner = h("div", { class: "dialog-text" });
  const element = h("dialog", { class: "dialog" }, inner);
  // A click outside of the text closes it, as Esc does.
  element.addEventListener("click", (event) => {
    if (event.target === element) element.close();
  });
  return {
    element,
    show(view) {
      const close = h(
        "button",
        { type: "button", class: "close", "aria-label": view.words.close, on: { click: () => element.close() } },
        "×",
      );
      replace(inner, close, ...content(view));
      element.setAttribute("aria-label", inner.querySelector("h2")?.textContent ?? "");
      element.showModal();
    },
  };
}

export function helpDialog(): Dialog {
  return dialog(({ words }) => [
    h("h2", {}, words.helpTitle),
    h("p", {}, words.helpIntro),
    h(
      "dl",
      { class: "keys" },
      ...words.helpKeys.split("\n").flatMap((line) => {
        const [key, what] = line.split("|");
        return [h("dt", {}, key), h("dd", {}, what)];
      }),
    ),
    h("p", {}, words.helpReading),
    h("p", {}, words.helpLink),
  ]);
}

export function aboutDialog(): Dialog {
  return dialog((view) => {
    const { scene, words, lang } = view;
    const { sources } = scene;
    return [
      h("h2", {}, words.about),
      scene.synthetic && h("p", { class: "note-alert" }, words.syntheticLong),
      ...scene.notices.map((notice) => h("p", {}, notice[lang])),
      h("h3", {}, words.sources),
      ...sources.id.map((_, source) => {
        const line = (label: string, value: string | null | undefined): HTMLElement | null =>
          value == null || value === "" ? null : h("p", { class: "small" }, h("b", {}, `${label}: `), value);
        const limits = lang === "es" ? sources.limits_es : sources.limits_en;
        return h(
          "div",
          { class: "about-source" },
          h("h4", {}, sourceName(view, source)),
          line(words.publisher, sources.publisher?.[source]),
          line(words.licence, sources.licence?.[source]),
          line(words.address, sources.url?.[source]),
          line(words.limits, limits?.[source]),
        );
      }),
      h("p", { class: "small" }, words.basemapCredit),
    ];
  });
}
