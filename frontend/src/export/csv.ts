// Tables as CSV that a spreadsheet opens as they are: UTF-8 with its mark, and no cell that a
// spreadsheet would run as a formula.

export type Cell = string | number | null;

// What spreadsheets take for the start of a formula; a tab or line end may hide one from view.
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;
const QUOTED = /[",\r\n]/;

export function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csv(headings: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [headings.map(cell).join(",")];
  for (const row of rows) lines.push(row.map(cell).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}
