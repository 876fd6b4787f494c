import { around, type Interval, type IntervalOptions } from "./intervals";

/** What one cluster (a territory) adds to a mean over its units (its projects). */
export interface ClusterSum {
  /** Sum of the values of its units. */
  readonly sum: number;
  /** Sum of their squares. */
  readonly squares: number;
  /** Its units with a value. */
  readonly n: number;
}

/** A mean over units that came in whole clusters. */
export interface RatioEstimate extends Interval {
  /** Standard error; null with a single cluster of several. */
  readonly standardError: number | null;
  /** Units with a value. */
  readonly n: number;
  /** Clusters that have such units. */
  readonly clusters: number;
  /** Variance over that of a simple sample of as many units; null where either cannot be told. */
  readonly designEffect: number | null;
  /** Units a simple sample would need for the same precision, n / design effect. */
  readonly effectiveSize: number | null;
}

/** Limits the mean cannot leave: the ends of its scale. */
export interface RatioOptions extends IntervalOptions {
  readonly bounds?: readonly [low: number, high: number];
}

/**
 * Mean of units nested in clusters, projects in territories: R = Σ y_i / Σ x_i, y_i the sum and x_i the number
 * of units of cluster i. Projects of one territory resemble each other, so the precision comes from the
 * territories: v(R) = (1 − n/N) / (n x̄²) · Σ (y_i − R x_i)² / (n − 1), n clusters of N, x̄ the mean of x_i;
 * limits R ± t √v, t on n − 1 degrees of freedom. Design effect (Kish): v(R) over (1 − n/N) s²/m, the variance
 * of a simple sample of the m units. Clusters without a value do not count. O(n).
 *
 * No unit: null. One cluster of several: no limits, no design effect. All clusters (n ≥ N): the mean itself is
 * both limits. All values the same: limits on the mean, no design effect (there is no variance to compare).
 *
 * Source: W. G. Cochran, Sampling Techniques, 3rd ed., 1977, 6.3 and 6.4 (ratio to size, one stage of
 * clusters); L. Kish, Survey Sampling, 1965, 8.2 (design effect); same as svyratio of the R package survey.
 * @example ratioEstimate([{ sum: 5, squares: 13, n: 2 }, { sum: 4, squares: 6, n: 3 }], { population: 4 }).estimate // 1.8
 * @example ratioEstimate([{ sum: 5, squares: 13, n: 2 }], { population: 4 }).low // null
 * @example ratioEstimate([{ sum: 5, squares: 13, n: 2 }], { population: 1 }).low // 2.5
 * @example ratioEstimate([]) // null
 */
export function ratioEstimate(
  clusters: readonly ClusterSum[],
  { population = Infinity, level = 0.95, bounds = [-Infinity, Infinity] }: RatioOptions = {},
): RatioEstimate | null {
  const counted = clusters.filter(({ n }) => n > 0);
  const count = counted.length;
  const total = (of: (cluster: ClusterSum) => number) =>
    counted.reduce((sum, cluster) => sum + of(cluster), 0);
  const n = total((cluster) => cluster.n);
  if (!n) return null;
  const estimate = total(({ sum }) => sum) / n;
  const size = { estimate, n, clusters: count };
  const unseen = Math.max(0, 1 - count / population);
  if (count < 2) {
    const limit = unseen === 0 ? estimate : null;
    const standardError = unseen === 0 ? 0 : null;
    return { ...size, low: limit, high: limit, standardError, designEffect: null, effectiveSize: null };
  }
  const residuals = total((cluster) => (cluster.sum - estimate * cluster.n) ** 2);
  const variance = (count * residuals) / (n * n * (count - 1));
  const simple =
    total(({ squares, sum, n: m }) => squares - 2 * estimate * sum + m * estimate ** 2) / (n - 1) / n;
  // What rounding leaves of a variance of nothing is nothing.
  const varies = simple > 1e-12 * estimate ** 2;
  const designEffect = varies ? variance / simple : null;
  const standardError = varies ? Math.sqrt(unseen * variance) : 0;
  const { low, high } = around(estimate, standardError, count, level);
  return {
    ...size,
    low: low === null ? null : Math.max(bounds[0], low),
    high: high === null ? null : Math.min(bounds[1], high),
    standardError,
    designEffect,
    effectiveSize: designEffect ? n / designEffect : null,
  };
}
