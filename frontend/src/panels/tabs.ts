// The views to choose from, in the ARIA pattern for tabs; on a phone, the filters' button too.
import { h, replace } from "../dom";
import type { Scene } from "../scene/scene";
import type { Tab } from "../state";
import type { Panel, Tools } from "../view";

export function tabsPanel(tools: Tools, tabs: readonly Tab[], toggleFilters: () => void): Panel {
  const list = h("div", { class: "tablist", role: "group" });
  const filters = h("button", { type: "button", class: "show-filters ghost", on: { click: toggleFilters } });
  const element = h("nav", { class: "tabs" }, list, filters);
  return {
    element,
    update({ words, state, format, scene }) {
      element.setAttribute("aria-label", words.tabs);
      list.setAttribute("aria-label", words.tabs);
      filters.textContent = words.showFilters;
      const buttons = tabs.map((tab) => {
        const count = tab === "unconnected" ? countOf(scene) : null;
        return h(
          "button",
          {
            type: "button",
            class: `tab tab-${tab}`,
            id: `tab-${tab}`,
            "aria-pressed": String(tab === state.tab),
            on: { click: () => tools.store.set({ tab }) },
          },
          words[`tab_${tab}`],
          count !== null && h("span", { class: "tab-count" }, format.number(count)),
        );
      });
      const focused = document.activeElement?.id ?? "";
      replace(list, ...buttons);
      if (focused.startsWith("tab-")) document.getElementById(focused)?.focus();
    },
  };
}

/** All that the list names: the nodes without agreements, and those that are not drawn. */
function countOf({ nodes, unconnected }: Scene): number {
  return nodes.partners.reduce((sum, own) => sum + (own === 0 ? 1 : 0), unconnected.others.count);
}
