// Classes of a choropleth: few, with round limits that people quote, finer where numbers are small.

const ROUND = [1, 2, 3, 5, 8, 10, 15, 20, 30, 50, 80, 100, 150, 200, 300, 500, 800, 1000];

export interface Classes {
  /** Lower limit of each class, the first being 1. */
  from: number[];
  /** The greatest value. */
  most: number;
  /** The class of a value of 1 or more. */
  of(value: number): number;
}

/** At most `count` classes of about as many values each. */
export function classesOf(values: Iterable<number>, count: number): Classes {
  const sorted = [...values].filter((value) => value > 0).sort((a, b) => a - b);
  const most = sorted.at(-1) ?? 0;
  const from = [1];
  for (let i = 1; i < count; i++) {
    // A little more room for the lower classes than equal shares: the top one is for the few.
    const wanted = sorted[Math.floor(sorted.length * (i / count) ** 0.8)] ?? 0;
    const limit = rounded(Math.max(wanted, from.at(-1)! + 1));
    if (limit <= most && limit > from.at(-1)!) from.push(limit);
  }
  return {
    from,
    most,
    of: (value) => from.reduce((found, limit, i) => (value >= limit ? i : found), 0),
  };
}

function rounded(value: number): number {
  const found = ROUND.find((limit) => limit >= value);
  if (found !== undefined) return found;
  const step = 10 ** (Math.floor(Math.log10(value)) - 1) * 5;
  return Math.ceil(value / step) * step;
}
