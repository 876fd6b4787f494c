import type { Counts } from "../query/counts";

/** Rows with a valid code. */
export function validCount({ n }: Pick<Counts, "n">): number {
  return n.reduce((sum, count) => sum + count, 0);
}

/**
 * Mean code of the valid answers, Σ code · n / Σ n; NaN if there is none. Maturity is the mean of status
 * (1 … 3), measure and means are the means of their own scales (1 … 4).
 *
 * Source: definition of the barometer (2014 synthesis).
 * @example meanCode({ grouping: { groups: [{ code: 1 }, { code: 2 }, { code: 3 }] }, n: [28, 34, 17] }).toFixed(4) // "1.8608"
 */
export function meanCode({ grouping, n }: Pick<Counts, "grouping" | "n">): number {
  const total = validCount({ n });
  return n.reduce((sum, count, i) => sum + count * grouping.groups[i].code!, 0) / total;
}
