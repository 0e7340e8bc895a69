// The values of one filter as checkboxes, each with the number of agreements that it would show.
import { h, replace } from "../dom";
import { folded } from "../search";
import type { Facet } from "../state";
import { toggled } from "../state";
import type { Tools, View } from "../view";

export interface Choice {
  value: string;
  label: string;
  count: number;
}

/** Longer lists get a field that narrows them, and scroll. */
const LONG = 9;

export interface Choices {
  element: HTMLDetailsElement;
  update(view: View, title: string, all: readonly Choice[], chosen: readonly string[]): void;
}

export function choices(tools: Tools, facet: Facet, startsOpen: boolean): Choices {
  const summary = h("summary", {});
  const narrow = h("input", { type: "search", class: "narrow", hidden: true });
  const list = h("div", { class: "choices", role: "group" });
  const element = h("details", { class: "filter", open: startsOpen, "data-facet": facet }, summary, narrow, list);
  const rows = new Map<string, { row: HTMLElement; box: HTMLInputElement; count: HTMLElement; name: HTMLElement }>();
  let redo: (() => void) | null = null;
  narrow.addEventListener("input", () => redo?.());

  function rowOf(value: string): NonNullable<ReturnType<typeof rows.get>> {
    let parts = rows.get(value);
    if (parts === undefined) {
      const box = h("input", { type: "checkbox", value });
      box.addEventListener("change", () =>
        tools.store.set({ [facet]: toggled(tools.store.state[facet], value) }),
      );
      const name = h("span", { class: "choice-name" });
      const count = h("span", { class: "choice-count" });
      parts = { row: h("label", { class: "choice" }, box, name, count), box, count, name };
      rows.set(value, parts);
    }
    return parts;
  }

  return {
    element,
    update(view, title, all, chosen) {
      const { format, words } = view;
      replace(
        summary,
        h("span", { class: "filter-title" }, title),
        chosen.length > 0 && h("span", { class: "filter-chosen" }, format.number(chosen.length)),
      );
      list.setAttribute("aria-label", title);
      element.hidden = all.length === 0;
      narrow.hidden = all.length <= LONG;
      narrow.setAttribute("aria-label", words.narrow(title));
      narrow.setAttribute("placeholder", words.narrowPlaceholder);
      redo = () => {
        const wanted = folded(narrow.value);
        const shown = all.filter(({ label }) => wanted === "" || folded(label).includes(wanted));
        const wantedRows = shown.map(({ value, label, count }) => {
          const parts = rowOf(value);
          parts.box.checked = chosen.includes(value);
          parts.name.textContent = label;
          parts.name.title = label;
          parts.count.textContent = format.number(count);
          parts.row.classList.toggle("empty", count === 0);
          return parts.row;
        });
        // A box that has the focus must stay where it is in the page, or the focus is lost.
        const same =
          wantedRows.length === list.children.length &&
          wantedRows.every((row, i) => list.children[i] === row);
        if (!same) {
          const focused = document.activeElement;
          list.replaceChildren(...wantedRows);
          if (focused instanceof HTMLElement && list.contains(focused)) focused.focus();
        }
      };
      redo();
    },
  };
}
