// Finds governments by name as one types, whatever the case and the accents.
import type { Scene } from "./scene/scene";

const MARKS = /\p{M}+/gu;
const SEPARATORS = /[^\p{L}\p{N}]+/gu;

/** “Querétaro, Qro.” → “queretaro qro”. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(MARKS, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .replaceAll("đ", "d")
    .replaceAll("ı", "i")
    .replaceAll("æ", "ae")
    .replaceAll("œ", "oe")
    .replace(SEPARATORS, " ")
    .trim();
}

export interface Search {
  /** The governments that hold every word of the text, best first. */
  find(text: string, most: number): number[];
}

/** Index every name of every government, with its country's names to tell namesakes apart. */
export function searchOf(scene: Scene): Search {
  const { nodes, countries } = scene;
  const own: string[] = [];
  const context: string[] = [];
  const countryText = countries.id.map((id, c) =>
    folded(`${id} ${countries.es[c]} ${countries.en[c]}`),
  );
  for (let i = 0; i < nodes.count; i++) {
    const names = [nodes.name[i], nodes.nameIn.es?.[i], nodes.nameIn.en?.[i]].filter(Boolean);
    own.push([...new Set(names.map((name) => ` ${folded(name!)}`))].join(" |"));
    const parent = nodes.parent[i] < 0 ? "" : folded(nodes.name[nodes.parent[i]]);
    context.push(` ${countryText[nodes.country[i]] ?? ""} ${parent}`);
  }
  return {
    find(text, most) {
      const wanted = folded(text);
      if (wanted === "") return [];
      const words = wanted.split(" ").map((one) => ` ${one}`);
      const found: [number, number][] = [];
      for (let i = 0; i < own.length; i++) {
        const rank = rankOf(own[i], context[i], wanted, words);
        if (rank > 0) found.push([i, rank]);
      }
      found.sort(
        ([a, p], [b, q]) =>
          q - p || nodes.partners[b] - nodes.partners[a] || popularity(b) - popularity(a) || a - b,
      );
      return found.slice(0, most).map(([node]) => node);
    },
  };

  function popularity(node: number): number {
    return nodes.population[node] || 0;
  }
}

/** 4 the whole name, 3 its beginning, 2 beginnings of its words, 1 with the country's or state's. */
function rankOf(own: string, context: string, wanted: string, words: string[]): number {
  const at = own.indexOf(` ${wanted}`);
  if (at >= 0) {
    const starts = at === 0 || own[at - 1] === "|";
    const end = own[at + wanted.length + 1];
    if (starts) return end === undefined || own.startsWith(" |", at + wanted.length + 1) ? 4 : 3;
    return 2;
  }
  if (words.every((one) => own.includes(one))) return 2;
  const here = words.some((one) => own.includes(one));
  return here && words.every((one) => own.includes(one) || context.includes(one)) ? 1 : 0;
}
