// The table: the same governments and agreements as the picture, one row each. Only the rows in
// sight are in the page; a screen reader is told how many there are.
import { h, replace } from "../dom";
import { mark } from "../panels/names";
import { nodeName } from "../scene/scene";
import type { TableOf } from "../state";
import type { Panel, Tools, View } from "../view";
import type { Column } from "./columns";
import { columnsOf } from "./columns";
import { sortedRows } from "./rows";

/** Height of a row in pixels, as the style sheet sets it, and rows kept around those in sight. */
const ROW = 31;
const AROUND = 8;
const ON_PAPER = 3000;

export class TablePanel implements Panel {
  readonly element: HTMLElement;
  private readonly head = h("thead", {});
  private readonly body = h("tbody", {});
  private readonly table = h("table", { class: "rows", id: "table" }, this.head, this.body);
  private readonly scroll: HTMLElement;
  private readonly text = h("input", { type: "search", id: "table-text" });
  private readonly count = h("span", { class: "table-count", role: "status" });
  private readonly switches = h("div", { class: "segments", role: "group" });
  private view: View | null = null;
  private columns: Column[] = [];
  private rows: number[] = [];
  private painted = "";
  private whole = false;

  constructor(private readonly tools: Tools) {
    const { table, text, count, switches } = this;
    this.scroll = h("div", { class: "table-scroll", tabindex: 0, role: "region" }, table);
    this.element = h(
      "section",
      { class: "table-panel" },
      h("div", { class: "table-bar" }, switches, text, count),
      this.scroll,
    );
    text.addEventListener("input", () => tools.store.set({ text: text.value }));
    this.scroll.addEventListener("scroll", () => this.paint(false));
    new ResizeObserver(() => this.paint(false)).observe(this.scroll);
  }

  update(view: View): void {
    const before = this.view;
    this.view = view;
    if (this.element.hidden) return;
    const { state } = view;
    this.columns = columnsOf(view, state.table);
    this.rows = sortedRows(view, state.table, this.columns, state.text, state.sort);
    this.renderBar(view);
    this.renderHead(view);
    this.table.setAttribute("aria-rowcount", String(this.rows.length + 1));
    this.table.className = `rows rows-${state.table}`;
    if (before?.state.table !== state.table) this.scroll.scrollTop = 0;
    this.paint(true);
  }

  /** Put all rows into the page, as far as paper is patient; or again those in sight only. */
  showWhole(whole: boolean): void {
    this.whole = whole;
    this.paint(true);
  }

  private renderBar({ state, words, format }: View): void {
    if (this.text.value !== state.text) this.text.value = state.text;
    this.text.setAttribute("aria-label", words.tableText);
    this.text.setAttribute("placeholder", words.tableText);
    this.scroll.setAttribute("aria-label", words.tab_table);
    this.switches.setAttribute("aria-label", words.tab_table);
    this.count.textContent = words.tableCount(format.number(this.rows.length));
    this.count.dataset["count"] = String(this.rows.length);
    const one = (of: TableOf, label: string): HTMLElement => {
      const click = (): void => this.tools.store.set({ table: of, sort: "" });
      const pressed = { "aria-pressed": String(state.table === of) };
      return h("button", { type: "button", ...pressed, on: { click } }, label);
    };
    replace(
      this.switches,
      one("governments", words.tableGovernments),
      one("agreements", words.tableAgreements),
    );
  }

  private sortBy(column: Column): void {
    const { sort } = this.tools.store.state;
    // Numbers are wanted from the greatest, names from A.
    const first = column.numeric ? `-${column.key}` : column.key;
    const second = column.numeric ? column.key : `-${column.key}`;
    this.tools.store.set({ sort: sort === first ? second : first });
  }

  private renderHead({ state }: View): void {
    const key = state.sort.replace(/^-/, "");
    const order = state.sort.startsWith("-") ? "descending" : "ascending";
    const focused = document.activeElement?.closest("th")?.dataset["column"];
    const headings = this.columns.map((column) => {
      const sorted = column.key === key;
      const sign = sorted ? (order === "descending" ? " ↓" : " ↑") : "";
      const click = (): void => this.sortBy(column);
      return h(
        "th",
        {
          scope: "col",
          class: `column-${column.key}${column.numeric ? " numeric" : ""}`,
          "data-column": column.key,
          "aria-sort": sorted ? order : "none",
        },
        h("button", { type: "button", on: { click } }, column.title + sign),
      );
    });
    replace(this.head, h("tr", { "aria-rowindex": 1 }, ...headings));
    if (focused) this.head.querySelector<HTMLElement>(`[data-column="${focused}"] button`)?.focus();
  }

  /** Put the rows in sight into the page; unless `anew`, only if others are in sight than before. */
  private paint(anew: boolean): void {
    const { view, rows, scroll } = this;
    if (view === null) return;
    const { whole } = this;
    const first = whole ? 0 : Math.max(0, Math.floor(scroll.scrollTop / ROW) - AROUND);
    const most = whole ? ON_PAPER : Math.ceil(scroll.clientHeight / ROW) + 2 * AROUND;
    const last = Math.min(rows.length, first + most);
    const now = `${first} ${last}`;
    if (!anew && now === this.painted) return;
    this.painted = now;
    const focused = document.activeElement?.closest("tr")?.getAttribute("aria-rowindex");
    replace(
      this.body,
      this.gap(first),
      ...rows.slice(first, last).map((row, i) => this.rowOf(view, row, first + i)),
      this.gap(rows.length - last),
    );
    if (focused) {
      this.body.querySelector<HTMLElement>(`tr[aria-rowindex="${focused}"] button`)?.focus();
    }
  }

  /** Room for rows that are not in the page. */
  private gap(rows: number): HTMLElement | null {
    if (rows <= 0) return null;
    const cell = h("td", { colspan: this.columns.length });
    cell.style.height = `${rows * ROW}px`;
    return h("tr", { class: "gap", "aria-hidden": "true" }, cell);
  }

  private rowOf(view: View, row: number, at: number): HTMLElement {
    const ofGovernments = view.state.table === "governments";
    const chosen = ofGovernments && (row === view.selected || row === view.compare);
    const cells = this.columns.map((column) => {
      const shown = column.shown?.(row) ?? String(column.value(row) ?? "");
      const cell = h("td", { class: column.numeric ? "numeric" : "", title: shown });
      if (ofGovernments && column.key === "name") cell.append(this.nameOf(view, row));
      else cell.textContent = shown;
      return cell;
    });
    return h("tr", { "aria-rowindex": at + 2, class: chosen ? "chosen" : "" }, ...cells);
  }

  private nameOf(view: View, node: number): HTMLElement {
    const click = (): void => this.tools.visit(node);
    const name = h("span", {}, nodeName(view.scene, node, view.lang));
    return h("button", { type: "button", class: "node-link", on: { click } }, mark(view, node), name);
  }
}
