// What the selected government's agreements are about: its themes, most frequent first.
import { h } from "../dom";
import { lengthOf, listed, themeName } from "../scene/scene";
import type { View } from "../view";
import { rankedList } from "./ranked";

const MOST = 6;

/** Of its visible agreements, how many name each theme; or that none names any. */
export function subjects(view: View, node: number): HTMLElement | null {
  const { scene, visible, words, format, lang } = view;
  const own = [...listed(scene.nodeAgreements, node)].filter((a) => visible.agreement[a]);
  if (own.length === 0) return null;
  const counts = new Map<number, number>();
  let without = 0;
  for (const a of own) {
    if (lengthOf(scene.agreements.themes, a) === 0) without++;
    for (const theme of listed(scene.agreements.themes, a)) {
      counts.set(theme, (counts.get(theme) ?? 0) + 1);
    }
  }
  const title = h("h3", {}, words.cardSubjects);
  if (counts.size === 0) {
    return h("section", { class: "subjects" }, title, h("p", { class: "small" }, words.noSubjects));
  }
  const ranked = [...counts]
    .map(([theme, value]) => ({ theme, value, name: themeName(scene, theme, lang) }))
    .sort((a, b) => b.value - a.value || format.compare(a.name, b.name));
  const entries = ranked.slice(0, MOST).map(({ theme, value, name }) => ({
    name: h("span", { "data-theme-id": scene.themes.id[theme] }, name),
    value,
    text: words.agreements(value),
  }));
  const rest = ranked.slice(MOST).map(({ name }) => name);
  return h(
    "section",
    { class: "subjects" },
    title,
    rankedList(entries),
    rest.length > 0 && h("p", { class: "small" }, words.alsoAbout(format.list(rest))),
    without > 0 && h("p", { class: "small" }, words.withoutSubject(without, own.length)),
  );
}
