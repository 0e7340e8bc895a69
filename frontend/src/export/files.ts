// The files that the reader can save: pictures of what is drawn, tables of what is visible.
import type { MapPanel } from "../map/map";
import type { NetworkPanel } from "../network/network";
import type { TableOf } from "../state";
import { columnsOf } from "../table/columns";
import { sortedRows } from "../table/rows";
import type { View } from "../view";
import { csv } from "./csv";
import { fileName, pictureOf } from "./picture";
import { pngOf } from "./png";
import { save, saveText } from "./save";

/** False when nothing is drawn at present: then there is no picture to save. */
export async function savePicture(
  view: View,
  network: NetworkPanel,
  map: MapPanel,
  kind: "png" | "svg",
): Promise<boolean> {
  const picture = pictureOf(view, network, map);
  if (picture === null) return false;
  const { svg, width, height } = picture;
  if (kind === "svg") saveText(fileName(view, ".svg"), svg, "image/svg+xml");
  else save(fileName(view, ".png"), await pngOf(svg, width, height));
  return true;
}

/** The rows are those that the table shows, in its order. */
export function saveTable(view: View, of: TableOf): void {
  const { state, words } = view;
  const columns = columnsOf(view, of);
  const shown = state.table === of;
  const rows = sortedRows(view, of, columns, shown ? state.text : "", shown ? state.sort : "");
  const cells = rows.map((row) => columns.map((column) => column.value(row)));
  const name = of === "governments" ? words.tableGovernments : words.tableAgreements;
  const content = csv(columns.map(({ title }) => title), cells);
  saveText(fileName(view, `-${name.toLowerCase()}.csv`), content, "text/csv");
}
