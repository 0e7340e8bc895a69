// Reads columns of the scene and says exactly where one is not what the contract promises.
import type { Lists } from "./scene";

export class SceneError extends Error {
  override name = "SceneError";
}

type Raw = readonly (number | null)[] | null | undefined;

function checkLength(raw: ArrayLike<unknown>, count: number, where: string): void {
  if (!(raw.length === count)) {
    throw new SceneError(`${where}: ${raw.length} values where ${count} were expected`);
  }
}

/** A required column of text; `count` null takes the column's own length. */
export function texts(raw: unknown, count: number | null, where: string): string[] {
  if (!Array.isArray(raw)) throw new SceneError(`${where}: a list is missing`);
  if (count !== null) checkLength(raw, count, where);
  raw.forEach((value, i) => {
    if (typeof value !== "string") throw new SceneError(`${where}[${i}]: not a text`);
  });
  return raw as string[];
}

/** An optional column of text; null when it is left out. */
export function maybeTexts(
  raw: readonly (string | null)[] | null | undefined,
  count: number,
  where: string,
): (string | null)[] | null {
  if (raw == null) return null;
  checkLength(raw, count, where);
  raw.forEach((value, i) => {
    if (value !== null && typeof value !== "string") {
      throw new SceneError(`${where}[${i}]: neither a text nor null`);
    }
  });
  return raw as (string | null)[];
}

/** Whole numbers from `least` to `limit` - 1; null and a column left out give `otherwise`. */
export function indices(
  raw: Raw,
  count: number,
  limit: number,
  where: string,
  { least = -1, otherwise = -1 } = {},
): Int32Array {
  const column = new Int32Array(count).fill(otherwise);
  if (raw == null) return column;
  checkLength(raw, count, where);
  for (let i = 0; i < count; i++) {
    const value = raw[i];
    if (value === null) continue;
    if (!Number.isInteger(value) || value < least || value >= limit) {
      throw new SceneError(`${where}[${i}]: ${value} is not from ${least} to ${limit - 1}`);
    }
    column[i] = value;
  }
  return column;
}

/** Numbers; null and a column left out give `otherwise`. */
export function numbers(raw: Raw, count: number, where: string, otherwise = NaN): Float64Array {
  const column = new Float64Array(count).fill(otherwise);
  if (raw == null) return column;
  checkLength(raw, count, where);
  for (let i = 0; i < count; i++) {
    const value = raw[i];
    if (value === null) continue;
    if (typeof value !== "number") throw new SceneError(`${where}[${i}]: not a number`);
    column[i] = value;
  }
  return column;
}

/** Lists of indices below `limit`; null gives an empty list. */
export function lists(
  raw: readonly (readonly number[] | null)[] | null | undefined,
  count: number,
  limit: number,
  where: string,
): Lists {
  const starts = new Int32Array(count + 1);
  if (raw == null) return { starts, items: new Int32Array(0) };
  checkLength(raw, count, where);
  for (let i = 0; i < count; i++) starts[i + 1] = starts[i] + (raw[i]?.length ?? 0);
  const items = new Int32Array(starts[count]);
  for (let i = 0, at = 0; i < count; i++) {
    for (const value of raw[i] ?? []) {
      if (!Number.isInteger(value) || value < 0 || value >= limit) {
        throw new SceneError(`${where}[${i}]: ${value} is not from 0 to ${limit - 1}`);
      }
      items[at++] = value;
    }
  }
  return { starts, items };
}
