// The columns of both tables, as the screen shows them and as the files hold them.
import type { Cell } from "../export/csv";
import { communityName, countryName, listed, nodeName, themeName, word } from "../scene/scene";
import type { TableOf } from "../state";
import type { View } from "../view";

export interface Column {
  /** Name in the address, and the file's heading. */
  key: string;
  title: string;
  numeric?: boolean;
  /** What to sort and to export by. */
  value(row: number): Cell;
  /** What to show, where that differs. */
  shown?(row: number): string;
}

/** Rows are indices of governments or of agreements. */
export function columnsOf(view: View, table: TableOf): Column[] {
  return table === "governments" ? ofGovernments(view) : ofAgreements(view);
}

function ofGovernments(view: View): Column[] {
  const { scene, visible, words, format, lang } = view;
  const { nodes } = scene;
  const count = (key: string, title: string, of: ArrayLike<number>): Column => ({
    key,
    title,
    numeric: true,
    value: (node) => (Number.isNaN(of[node]) ? null : of[node]),
    shown: (node) => (Number.isNaN(of[node]) ? "—" : format.number(of[node])),
  });
  return [
    { key: "name", title: words.columnName, value: (node) => nodeName(scene, node, lang) },
    {
      key: "level",
      title: words.columnLevel,
      value: (node) => word(scene, "level", scene.levels[nodes.level[node]], lang),
    },
    {
      key: "parent",
      title: words.columnParent,
      value: (node) => (nodes.parent[node] < 0 ? "" : nodeName(scene, nodes.parent[node], lang)),
    },
    {
      key: "country",
      title: words.columnCountry,
      value: (node) => countryName(scene, nodes.country[node], lang),
    },
    count("partners", words.columnPartners, visible.nodePartners),
    count("agreements", words.columnAgreements, visible.nodeAgreements),
    count("population", words.columnPopulation, nodes.population),
    {
      key: "community",
      title: words.columnCommunity,
      value: (node) => communityName(scene, nodes.community[node], lang),
    },
    { key: "id", title: words.columnId, value: (node) => nodes.id[node] },
  ];
}

function ofAgreements(view: View): Column[] {
  const { scene, words, format, lang } = view;
  const { agreements } = scene;
  const { homes } = agreements;
  const names = (parties: Int32Array): string =>
    [...parties].map((node) => `${nodeName(scene, node, lang)} (${place(view, node)})`).join("; ");
  const parties = (a: number): Int32Array => listed(agreements.parties, a);
  return [
    { key: "home", title: words.columnHome, value: (a) => names(parties(a).slice(0, firstSide(homes[a]))) },
    { key: "counterpart", title: words.columnCounterpart, value: (a) => names(parties(a).slice(firstSide(homes[a]))) },
    {
      key: "kind",
      title: words.columnKind,
      value: (a) => word(scene, "kind", scene.kinds[agreements.kind[a]], lang),
    },
    {
      key: "themes",
      title: words.columnThemes,
      value: (a) => [...listed(agreements.themes, a)].map((t) => themeName(scene, t, lang)).join("; "),
    },
    {
      key: "signed",
      title: words.columnSigned,
      value: (a) => agreements.signed?.[a] ?? "",
      shown: (a) => (agreements.signed?.[a] ? format.date(agreements.signed[a]) : "—"),
    },
    {
      key: "status",
      title: words.columnStatus,
      value: (a) => word(scene, "status", scene.statuses[agreements.status[a]], lang),
    },
    {
      key: "source",
      title: words.source,
      value: (a) =>
        [...listed(agreements.sources, a)].map((s) => scene.sources[lang]?.[s] ?? scene.sources.id[s]).join("; "),
    },
    { key: "id", title: words.columnId, value: (a) => agreements.id[a] },
  ];
}

/** How many parties stand in the first column: the home side, or the first where no one is home. */
function firstSide(homes: number): number {
  return homes > 0 ? homes : 1;
}

function place(view: View, node: number): string {
  return countryName(view.scene, view.scene.nodes.country[node], view.lang);
}
