// The rows of a table: what is visible, narrowed by the reader's text, in the order chosen.
import type { Cell } from "../export/csv";
import { folded } from "../search";
import type { TableOf } from "../state";
import type { View } from "../view";
import type { Column } from "./columns";

/** `sort` names a column; a minus before it turns the order around. */
export function sortedRows(
  view: View,
  table: TableOf,
  columns: readonly Column[],
  text: string,
  sort: string,
): number[] {
  const rows = matching(visibleRows(view, table), columns, text);
  const key = sort.replace(/^-/, "");
  const column = columns.find((one) => one.key === key);
  if (column === undefined) return table === "governments" ? byPartners(view, rows) : rows;
  const way = sort.startsWith("-") ? -1 : 1;
  const values = new Map(rows.map((row) => [row, column.value(row)]));
  return rows.sort(
    (a, b) => compareCells(values.get(a)!, values.get(b)!, way, view) || a - b,
  );
}

function visibleRows({ visible }: View, table: TableOf): number[] {
  const shown = table === "governments" ? visible.node : visible.agreement;
  const rows: number[] = [];
  for (let row = 0; row < shown.length; row++) if (shown[row]) rows.push(row);
  return rows;
}

function matching(rows: number[], columns: readonly Column[], text: string): number[] {
  const words = folded(text).split(" ").filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const all = folded(columns.map((column) => String(column.value(row) ?? "")).join(" "));
    return words.every((word) => all.includes(word));
  });
}

function byPartners({ visible }: View, rows: number[]): number[] {
  const { nodePartners, nodeAgreements } = visible;
  return rows.sort(
    (a, b) => nodePartners[b] - nodePartners[a] || nodeAgreements[b] - nodeAgreements[a] || a - b,
  );
}

/** What is empty comes last, whichever way the order goes. */
function compareCells(one: Cell, other: Cell, way: 1 | -1, view: View): number {
  const empty = Number(one === null || one === "") - Number(other === null || other === "");
  if (empty !== 0) return empty;
  if (typeof one === "number" && typeof other === "number") return way * (one - other);
  return way * view.format.compare(String(one ?? ""), String(other ?? ""));
}
