const once = (): number => 1;

/**
 * Ranks from 1, equal values sharing the mean of the places they take (mid-ranks). O(n log n).
 *
 * Nothing: nothing.
 *
 * Source: M. G. Kendall and J. D. Gibbons, Rank Correlation Methods, 5th ed., 1990, chapter 3; R's rank.
 * @param counts How often each value occurs; once if not given.
 * @example midRanks([10, 30, 20, 20]) // [1, 4, 2.5, 2.5]
 * @example midRanks([5, 7], [3, 1]) // [2, 4]
 * @example midRanks([]) // []
 */
export function midRanks(values: readonly number[], counts: readonly number[] = values.map(once)): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b]);
  const ranks = new Array<number>(values.length);
  for (let first = 0, after = 0, below = 0; first < order.length; first = after) {
    let tied = 0;
    for (; after < order.length && values[order[after]] === values[order[first]]; after++)
      tied += counts[order[after]];
    for (let place = first; place < after; place++) ranks[order[place]] = below + (tied + 1) / 2;
    below += tied;
  }
  return ranks;
}

/**
 * Share of others below a value, those equal to it counting half (mid-rank percentile), 0 … 1. O(n).
 *
 * No others: null.
 *
 * Source: J. W. Pratt and J. D. Gibbons, Concepts of Nonparametric Theory, 1981, 2; percentileofscore of
 * scipy with kind "mean", over 100.
 * @example midRankPercentile(2, [1, 2, 3, 4]) // 0.375
 * @example midRankPercentile(5, [1, 2]) // 1
 * @example midRankPercentile(1, []) // null
 */
export function midRankPercentile(value: number, others: readonly number[]): number | null {
  if (!others.length) return null;
  const below = others.reduce((n, other) => n + Number(other < value) + Number(other <= value), 0) / 2;
  return below / others.length;
}
