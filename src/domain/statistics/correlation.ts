import { midRanks } from "./ranks";

const within = (r: number): number => Math.max(-1, Math.min(1, r));

/** Deviations from the mean over the largest of them, so that squares neither overflow nor vanish. */
function deviations(values: readonly number[]): number[] | null {
  if (values.every((value) => value === values[0])) return null;
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  const most = values.reduce((max, value) => Math.max(max, Math.abs(value - mean)), 0);
  return values.map((value) => (value - mean) / most);
}

/**
 * Pearson's correlation, −1 … 1: Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²), in two passes. O(n).
 *
 * Fewer than two pairs, or one side constant: null.
 *
 * Source: K. Pearson, Notes on regression and inheritance in the case of two parents, Proceedings of the Royal
 * Society of London 58, 1895; Excel's CORREL, R's cor.
 * @param x As many values as `y`, pair by pair.
 * @example pearson([1, 2, 3, 4], [2, 4, 5, 9]) // 0.9648
 * @example pearson([1, 2], [3, 3]) // null
 * @example pearson([1], [3]) // null
 */
export function pearson(x: readonly number[], y: readonly number[]): number | null {
  const dx = x.length > 1 ? deviations(x) : null;
  const dy = y.length > 1 ? deviations(y) : null;
  if (!dx || !dy) return null;
  let [sxx, syy, sxy] = [0, 0, 0];
  for (let i = 0; i < dx.length; i++) {
    sxx += dx[i] * dx[i];
    syy += dy[i] * dy[i];
    sxy += dx[i] * dy[i];
  }
  return within(sxy / Math.sqrt(sxx * syy));
}

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
export function spearman(x: readonly number[], y: readonly number[]): number | null {
  return pearson(midRanks(x), midRanks(y));
}

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
export function kendallTau(x: readonly number[], y: readonly number[]): number | null {
  const order = x.map((_, i) => i).sort((a, b) => x[a] - x[b] || y[a] - y[b]);
  const pairs = (x.length * (x.length - 1)) / 2;
  const tiedX = tiedPairs(order, (a, b) => x[a] === x[b]);
  const tiedBoth = tiedPairs(order, (a, b) => x[a] === x[b] && y[a] === y[b]);
  const { sorted, swaps } = mergeSorted(order.map((i) => y[i]));
  const tiedY = tiedPairs(sorted, (a, b) => a === b);
  const whole = Math.sqrt(pairs - tiedX) * Math.sqrt(pairs - tiedY);
  return whole ? within((pairs - tiedX - tiedY + tiedBoth - 2 * swaps) / whole) : null;
}

/** Pairs that are tied, of items in an order where tied ones are neighbours. */
function tiedPairs(ordered: readonly number[], tied: (a: number, b: number) => boolean): number {
  let pairs = 0;
  for (let i = 1, run = 0; i < ordered.length; i++) {
    run = tied(ordered[i - 1], ordered[i]) ? run + 1 : 0;
    pairs += run;
  }
  return pairs;
}

/** The values upwards by merging, and how many neighbours had to change places. */
function mergeSorted(values: readonly number[]): { sorted: readonly number[]; swaps: number } {
  const n = values.length;
  let [from, to] = [[...values], [...values]];
  let swaps = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const [middle, end] = [Math.min(start + width, n), Math.min(start + 2 * width, n)];
      for (let at = start, left = start, right = middle; at < end; at++) {
        if (left === middle || (right < end && from[right] < from[left])) {
          swaps += middle - left;
          to[at] = from[right++];
        } else to[at] = from[left++];
      }
    }
    [from, to] = [to, from];
  }
  return { sorted: from, swaps };
}
