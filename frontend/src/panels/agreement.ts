// One agreement, with all that its sources say of it.
import { h } from "../dom";
import { listed, themeName, word } from "../scene/scene";
import type { View } from "../view";

export function agreementItem(view: View, a: number): HTMLElement {
  const { scene, words, format, lang } = view;
  const { kind, status, title, signed, starts, ends, themes, sources } = scene.agreements;
  const line = (label: string, value: string | null | undefined): HTMLElement | null =>
    value == null || value === "" ? null : h("p", { class: "small" }, h("b", {}, `${label}: `), value);
  const from = starts?.[a] ?? null;
  const to = ends?.[a] ?? null;
  const validity =
    from === null && to === null
      ? null
      : words.validity(from && format.date(from), to && format.date(to));
  const date = signed?.[a] ?? null;
  return h(
    "li",
    { class: "agreement", "data-agreement": scene.agreements.id[a] },
    h(
      "p",
      { class: "agreement-title" },
      title?.[a] ?? capital(word(scene, "kind", scene.kinds[kind[a]], lang)),
    ),
    h(
      "p",
      { class: "small" },
      [
        capital(word(scene, "kind", scene.kinds[kind[a]], lang)),
        date === null ? words.noDate : words.signedOn(format.date(date)),
        word(scene, "status", scene.statuses[status[a]], lang),
      ].join(" · "),
    ),
    line(words.validityLabel, validity),
    line(
      words.filter_themes,
      format.list([...listed(themes, a)].map((theme) => themeName(scene, theme, lang))),
    ),
    line(
      words.source,
      format.list([...listed(sources, a)].map((source) => sourceName(view, source))),
    ),
  );
}

export function sourceName({ scene, lang }: View, source: number): string {
  return scene.sources[lang]?.[source] ?? scene.sources.es?.[source] ?? scene.sources.id[source];
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
