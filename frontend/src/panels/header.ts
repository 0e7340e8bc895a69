// The top of the page: what this is, its key numbers, search, language, theme, files, help.
import { h, replace } from "../dom";
import type { Panel, Tools, View } from "../view";
import { Combobox } from "./combobox";
import { menu } from "./menu";

export interface Actions {
  png(): void;
  svg(): void;
  csvGovernments(): void;
  csvAgreements(): void;
  /** Null where the page has no address of its own. */
  link: (() => void) | null;
  print: (() => void) | null;
  help(): void;
  about(): void;
}

export function headerPanel(tools: Tools, actions: Actions): Panel {
  const search = new Combobox(tools, (node) => tools.visit(node));
  search.input.id = "search";
  const title = h("h1", {});
  const badge = h("button", {
    type: "button",
    class: "badge-synthetic",
    hidden: true,
    on: { click: actions.about },
  });
  const numbers = h("dl", { class: "key-numbers", "aria-live": "off" });
  const right = h("div", { class: "header-actions" });
  const element = h(
    "header",
    { class: "header" },
    h("div", { class: "header-title" }, title, badge),
    numbers,
    h("div", { class: "header-search", role: "search" }, search.element),
    right,
  );
  let lang = "";
  let theme = "";

  function renderActions({ words, state }: View): void {
    const button = (text: string, label: string, act: () => void): HTMLElement =>
      h("button", { type: "button", class: "ghost", "aria-label": label, title: label, on: { click: act } }, text);
    const other = state.lang === "es" ? "en" : "es";
    const dark = state.theme === "dark";
    replace(
      right,
      button(words.switchLanguage, words.switchLanguage, () => tools.store.set({ lang: other })),
      button(dark ? "☀" : "☾", dark ? words.lightTheme : words.darkTheme, () =>
        tools.store.set({ theme: dark ? "light" : "dark" }),
      ),
      menu(words.files, [
        [words.filePng, actions.png],
        [words.fileSvg, actions.svg],
        [words.fileCsvGovernments, actions.csvGovernments],
        [words.fileCsvAgreements, actions.csvAgreements],
        ...(actions.link ? [[words.copyLink, actions.link] as const] : []),
        ...(actions.print ? [[words.print, actions.print] as const] : []),
      ]),
      button("?", words.help, actions.help),
    );
  }

  return {
    element,
    update(view) {
      const { scene, words, format, visible, state } = view;
      title.textContent = scene.title[view.lang];
      badge.hidden = !scene.synthetic;
      badge.textContent = words.synthetic;
      search.update(view, words.search);
      search.input.placeholder = words.searchPlaceholder;
      const { totals } = visible;
      const unconnected = scene.unconnected.total || totals.unconnected;
      const pairs: [string, number, string][] = [
        ["governments", totals.governments, words.keyGovernments(totals.governments)],
        ["agreements", totals.agreements, words.keyAgreements(totals.agreements)],
        ["countries", totals.countries, words.keyCountries(totals.countries)],
        ["unconnected", unconnected, words.keyUnconnected],
      ];
      replace(
        numbers,
        ...pairs.map(([key, value, label]) =>
          h(
            "div",
            { class: `key key-${key}` },
            h("dt", {}, label),
            h("dd", { id: `key-${key}`, "data-value": value }, format.number(value)),
          ),
        ),
      );
      if (lang === state.lang && theme === state.theme) return;
      [lang, theme] = [state.lang, state.theme];
      renderActions(view);
    },
  };
}
