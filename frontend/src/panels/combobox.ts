// A field that finds governments as one types: the pattern of the ARIA guide for comboboxes with a
// list (arrows move, Enter takes, Esc closes).
import { h, replace } from "../dom";
import { nodeName } from "../scene/scene";
import type { Tools, View } from "../view";
import { mark, whereabouts } from "./names";

const MOST = 12;
let made = 0;

export class Combobox {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly id = `combo-${++made}`;
  private view: View | null = null;
  private found: number[] = [];
  private active = -1;

  constructor(
    private readonly tools: Tools,
    private readonly choose: (node: number) => void,
  ) {
    const { id } = this;
    this.list = h("ul", { class: "options", id: `${id}-list`, role: "listbox", hidden: true });
    this.input = h("input", {
      type: "search",
      id,
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
    });
    this.element = h("div", { class: "combo" }, this.input, this.list);
    this.input.addEventListener("input", () => this.open());
    this.input.addEventListener("focus", () => this.input.value !== "" && this.open());
    this.input.addEventListener("blur", () => this.close());
    this.input.addEventListener("keydown", (event) => this.key(event));
  }

  update(view: View, label: string): void {
    this.view = view;
    this.input.setAttribute("aria-label", label);
    this.list.setAttribute("aria-label", label);
  }

  private open(): void {
    this.found = this.tools.search.find(this.input.value, MOST);
    this.active = this.found.length > 0 ? 0 : -1;
    this.render();
  }

  private close(): void {
    this.found = [];
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  private take(node: number): void {
    this.input.value = "";
    this.close();
    this.choose(node);
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Escape" && !this.list.hidden) {
      event.stopPropagation();
      this.close();
    } else if (event.key === "Enter" && this.active >= 0 && this.found.length > 0) {
      event.preventDefault();
      this.take(this.found[this.active]);
    } else if (event.key === "ArrowDown") this.move(event, 1);
    else if (event.key === "ArrowUp") this.move(event, -1);
  }

  private move(event: KeyboardEvent, by: 1 | -1): void {
    const { length } = this.found;
    if (length === 0) return;
    event.preventDefault();
    this.active = (this.active + by + length) % length;
    this.render();
  }

  private render(): void {
    const { view, list, input, active } = this;
    if (view === null) return;
    list.hidden = input.value.trim() === "";
    input.setAttribute("aria-expanded", String(!list.hidden));
    const options = this.found.map((node, i) => this.option(view, node, i));
    if (options.length === 0) {
      const state = { role: "option", "aria-disabled": "true", "aria-selected": "false" };
      options.push(h("li", { class: "nothing", ...state }, view.words.searchNothing));
    }
    replace(list, ...options);
    if (active >= 0) input.setAttribute("aria-activedescendant", `${this.id}-${active}`);
    else input.removeAttribute("aria-activedescendant");
    list.children[active]?.scrollIntoView({ block: "nearest" });
  }

  private option(view: View, node: number, i: number): HTMLElement {
    const { scene, words, lang } = view;
    const partners = words.partners(scene.nodes.partners[node]);
    // Before the field loses the focus, which would close the list.
    const mousedown = (event: MouseEvent): void => {
      event.preventDefault();
      this.take(node);
    };
    return h(
      "li",
      {
        role: "option",
        id: `${this.id}-${i}`,
        "aria-selected": String(i === this.active),
        on: { mousedown },
      },
      mark(view, node),
      h("span", { class: "option-name" }, nodeName(scene, node, lang)),
      h("span", { class: "option-where" }, `${whereabouts(view, node)} · ${partners}`),
    );
  }
}
