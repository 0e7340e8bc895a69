// What agreements link. Where the parties' roles are known, each home party with each counterpart;
// where they are not, every party with every other.
import type { Lists, Pairs } from "./scene";
import { listed } from "./scene";

/** Calls `link` for each pair of distinct governments that agreement `a` links. */
function eachLink(
  parties: Int32Array,
  homes: number,
  link: (one: number, other: number) => void,
): void {
  const meet = (a: number, b: number): void => {
    if (a !== b) link(Math.min(a, b), Math.max(a, b));
  };
  if (homes < 0) {
    for (let i = 0; i < parties.length; i++) {
      for (let j = i + 1; j < parties.length; j++) meet(parties[i], parties[j]);
    }
    return;
  }
  for (let i = 0; i < homes; i++) {
    for (let j = homes; j < parties.length; j++) meet(parties[i], parties[j]);
  }
}

/** Find the pairs, numbered in the order in which agreements bring them. */
export function findPairs(
  parties: Lists,
  homes: Int32Array,
  nodes: number,
): { pairs: Pairs; ofAgreements: Lists } {
  const known = new Map<number, number>();
  const one: number[] = [];
  const other: number[] = [];
  const starts = new Int32Array(homes.length + 1);
  const items: number[] = [];
  for (let a = 0; a < homes.length; a++) {
    const first = items.length;
    eachLink(listed(parties, a), homes[a], (p, q) => {
      const key = p * nodes + q;
      let pair = known.get(key);
      if (pair === undefined) {
        pair = one.length;
        known.set(key, pair);
        one.push(p);
        other.push(q);
      }
      if (!items.includes(pair, first)) items.push(pair);
    });
    starts[a + 1] = items.length;
  }
  return {
    pairs: { count: one.length, one: Int32Array.from(one), other: Int32Array.from(other) },
    ofAgreements: { starts, items: Int32Array.from(items) },
  };
}

/** Turn lists around: from the things of each owner to the owners of each thing, in order. */
export function turned(lists: Lists, things: number): Lists {
  const starts = new Int32Array(things + 1);
  for (const thing of lists.items) starts[thing + 1]++;
  for (let i = 0; i < things; i++) starts[i + 1] += starts[i];
  const next = starts.slice();
  const items = new Int32Array(lists.items.length);
  for (let owner = 0; owner + 1 < lists.starts.length; owner++) {
    for (let k = lists.starts[owner]; k < lists.starts[owner + 1]; k++) {
      items[next[lists.items[k]]++] = owner;
    }
  }
  return { starts, items };
}
