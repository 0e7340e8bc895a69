// A button that opens a short menu (the ARIA pattern: arrows move, Esc closes and goes back).
import { h } from "../dom";

export function menu(label: string, entries: readonly (readonly [string, () => void])[]): HTMLElement {
  const list = h("div", { class: "menu-list", role: "menu", "aria-label": label, hidden: true });
  const button = h(
    "button",
    { type: "button", class: "ghost", "aria-haspopup": "menu", "aria-expanded": "false" },
    `${label} ▾`,
  );
  const show = (open: boolean): void => {
    list.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) (list.firstElementChild as HTMLElement | null)?.focus();
  };
  for (const [text, act] of entries) {
    const item = h("button", { type: "button", role: "menuitem", tabindex: -1 }, text);
    item.addEventListener("click", () => {
      show(false);
      button.focus();
      act();
    });
    list.append(item);
  }
  button.addEventListener("click", () => show(list.hidden));
  const element = h("div", { class: "menu" }, button, list);
  element.addEventListener("focusout", (event) => {
    if (!element.contains(event.relatedTarget as Node | null)) show(false);
  });
  element.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const items = [...list.children] as HTMLElement[];
    const at = items.indexOf(document.activeElement as HTMLElement);
    if (event.key === "Escape") {
      event.stopPropagation();
      show(false);
      button.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const by = event.key === "ArrowDown" ? 1 : -1;
      items[(at + by + items.length) % items.length].focus();
    }
  });
  return element;
}
