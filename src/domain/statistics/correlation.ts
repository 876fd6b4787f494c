import { midRanks } from "./ranks";

/** Values pair by pair, and how often each pair occurs (once if not given; a whole number from 0). */
type Measure = (x: readonly number[], y: readonly number[], counts?: readonly number[]) => number | null;

const within = (r: number): number => Math.max(-1, Math.min(1, r));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Deviations from the mean over the largest of them, so that squares neither overflow nor vanish. */
function deviations(values: readonly number[], counts: readonly number[], n: number): Float64Array | null {
  const first = values[counts.findIndex((count) => count > 0)];
  let [mean, most, isConstant] = [0, 0, true];
  for (let i = 0; i < values.length; i++) {
    mean += values[i] * (counts[i] / n);
    if (counts[i] && values[i] !== first) isConstant = false;
  }
  if (isConstant) return null;
  for (let i = 0; i < values.length; i++) {
    if (counts[i]) most = Math.max(most, Math.abs(values[i] - mean));
  }
  const scaled = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) scaled[i] = (values[i] - mean) / most;
  return scaled;
}

/**
 * Pearson's correlation, −1 … 1: Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²), in two passes. O(n).
 *
 * Fewer than two pairs, or one side constant: null.
 *
 * Source: K. Pearson, Notes on regression and inheritance in the case of two parents, Proceedings of the Royal
 * Society of London 58, 1895; Excel's CORREL, R's cor.
 * @example pearson([1, 2, 3, 4], [2, 4, 5, 9]) // 0.9648
 * @example pearson([1, 2, 3], [1, 2, 1], [5, 5, 5]) === pearson([1, 2, 3], [1, 2, 1]) // true
 * @example pearson([1, 2], [3, 3]) // null
 * @example pearson([1], [3]) // null
 */
export const pearson: Measure = (x, y, counts = x.map(() => 1)) => {
  const n = sum(counts);
  const dx = deviations(x, counts, n);
  const dy = deviations(y, counts, n);
  if (!dx || !dy) return null;
  let [sxx, syy, sxy] = [0, 0, 0];
  for (let i = 0; i < counts.length; i++) {
    if (!counts[i]) continue;
    sxx += counts[i] * dx[i] * dx[i];
    syy += counts[i] * dy[i] * dy[i];
    sxy += counts[i] * dx[i] * dy[i];
  }
  return within(sxy / Math.sqrt(sxx * syy));
};

/**
 * Spearman's rank correlation: Pearson's of the mid-ranks, which is right with ties. O(n log n).
 *
 * Fewer than two pairs, or one side constant: null.
 *
 * Source: C. Spearman, The proof and measurement of association between two things, American Journal of
 * Psychology 15, 1904; M. G. Kendall and J. D. Gibbons, Rank Correlation Methods, 5th ed., 1990, chapter 3.
 * @example spearman([1, 2, 3, 4], [1, 3, 2, 10]) // 0.8
 * @example spearman([1, 1], [3, 4]) // null
 */
export const spearman: Measure = (x, y, counts) => pearson(midRanks(x, counts), midRanks(y, counts), counts);

/**
 * Kendall's τ-b: (concordant − discordant pairs) / √((n₀ − n₁)(n₀ − n₂)), n₀ all pairs, n₁ and n₂ those tied
 * in x and in y. Discordant pairs are the swaps of a merge sort. O(n log n).
 *
 * Fewer than two pairs, or one side constant: null.
 *
 * Source: M. G. Kendall, The treatment of ties in ranking problems, Biometrika 33, 1945, 239–251; W. R. Knight,
 * A computer method for calculating Kendall's tau with ungrouped data, Journal of the American Statistical
 * Association 61, 1966, 436–439.
 * @example kendallTau([1, 2, 3, 4], [1, 3, 2, 4]) // 0.6667
 * @example kendallTau([1, 1, 2], [1, 2, 3]) // 0.8165
 * @example kendallTau([1, 1], [1, 2]) // null
 */
export const kendallTau: Measure = (x, y, counts = x.map(() => 1)) => {
  const order = x.map((_, i) => i).sort((a, b) => x[a] - x[b] || y[a] - y[b]);
  const n = sum(counts);
  const pairs = (n * (n - 1)) / 2;
  const tied = (ordered: readonly number[], same: (a: number, b: number) => boolean) =>
    tiedPairs(ordered, counts, same);
  const tiedX = tied(order, (a, b) => x[a] === x[b]);
  const tiedBoth = tied(order, (a, b) => x[a] === x[b] && y[a] === y[b]);
  const { sorted, swaps } = mergeSorted(order, y, counts);
  const tiedY = tied(sorted, (a, b) => y[a] === y[b]);
  const whole = Math.sqrt(pairs - tiedX) * Math.sqrt(pairs - tiedY);
  return whole ? within((pairs - tiedX - tiedY + tiedBoth - 2 * swaps) / whole) : null;
};

/** Pairs that are tied, of items in an order where tied ones are neighbours. */
function tiedPairs(
  ordered: readonly number[],
  counts: readonly number[],
  same: (a: number, b: number) => boolean,
): number {
  let pairs = 0;
  let run = 0;
  ordered.forEach((item, i) => {
    if (i && !same(ordered[i - 1], item)) run = 0;
    pairs += counts[item] * run + (counts[item] * (counts[item] - 1)) / 2;
    run += counts[item];
  });
  return pairs;
}

/** Items by their value upwards, by merging, and how many neighbours had to change places. */
function mergeSorted(
  items: readonly number[],
  values: readonly number[],
  counts: readonly number[],
): { sorted: readonly number[]; swaps: number } {
  const n = items.length;
  let [from, to] = [[...items], [...items]];
  let swaps = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const [middle, end] = [Math.min(start + width, n), Math.min(start + 2 * width, n)];
      let waiting = 0;
      for (let i = start; i < middle; i++) waiting += counts[from[i]];
      for (let at = start, left = start, right = middle; at < end; at++) {
        if (left === middle || (right < end && values[from[right]] < values[from[left]])) {
          swaps += waiting * counts[from[right]];
          to[at] = from[right++];
        } else {
          waiting -= counts[from[left]];
          to[at] = from[left++];
        }
      }
    }
    [from, to] = [to, from];
  }
  return { sorted: from, swaps };
}
