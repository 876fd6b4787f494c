import { normalQuantile, tQuantile } from "./student";

/** An estimate and the limits it lies between at some level of confidence; null where they cannot be told. */
export interface Interval {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** What the sample was drawn from, and how sure the interval is to be. */
export interface IntervalOptions {
  /** Units of the population; Infinity (the default) for no finite population correction. */
  readonly population?: number;
  /** Level of confidence, 0.95 unless said. */
  readonly level?: number;
}

/**
 * Size a sample without replacement is worth: n (N − 1)/(N − n), the size that with replacement would have
 * the same variance; Infinity for a census. A population smaller than the sample counts as a census.
 * @example effectiveSize(21, 119) // 25.2857
 * @example effectiveSize(21) // 21
 * @example effectiveSize(21, 21) // Infinity
 */
export function effectiveSize(n: number, population = Infinity): number {
  if (population === Infinity) return n;
  return population <= n ? Infinity : (n * (population - 1)) / (population - n);
}

/**
 * Wilson's score interval for a share of units drawn without replacement: with p = x/n, z the normal quantile
 * and n′ = n (N − 1)/(N − n), (p + z²/2n′ ± z √(p (1 − p)/n′ + z²/4n′²)) / (1 + z²/n′).
 * It never leaves 0 … 1 and has a width for shares of 0 and 1 too.
 *
 * No unit: null. Everyone asked (n = N): the share itself is both limits.
 *
 * Source: E. B. Wilson, Probable inference, Journal of the American Statistical Association 22, 1927, 209–212;
 * effective size from W. G. Cochran, Sampling Techniques, 3rd ed., 1977, 3.2 (variance of a share without
 * replacement).
 * @param successes Units that have the property.
 * @param n Units asked.
 * @example wilsonInterval(15, 21, { population: 119 }).low // 0.520
 * @example wilsonInterval(15, 21, { population: 119 }).high // 0.853
 * @example wilsonInterval(3, 3, { population: 3 }) // { estimate: 1, low: 1, high: 1 }
 * @example wilsonInterval(0, 0) // null
 */
export function wilsonInterval(
  successes: number,
  n: number,
  { population, level = 0.95 }: IntervalOptions = {},
): Interval | null {
  const z = normalQuantile((1 + level) / 2);
  if (!(n > 0) || z === null) return null;
  const p = successes / n;
  const size = effectiveSize(n, population);
  const k = (z * z) / size;
  const half = z * Math.sqrt((p * (1 - p)) / size + k / (4 * size));
  // At a share of 0 or 1 the limit is exact; rounding must not push it outside.
  const low = p === 0 ? 0 : Math.max(0, (p + k / 2 - half) / (1 + k));
  const high = p === 1 ? 1 : Math.min(1, (p + k / 2 + half) / (1 + k));
  return { estimate: p, low, high };
}

/**
 * Interval of the mean of a simple sample without replacement: mean ± t √((1 − n/N) s²/n), t on n − 1 degrees
 * of freedom. s² has n − 1 below, so 1 − n/N is the correction that goes with it.
 *
 * The R package statpsych (ci.mean.fpc) corrects by (N − n)/(N − 1) instead, which goes with a variance that
 * has n below: for its example (24.5, 3.65, 40, 300) it prints 23.41146 … 25.58854, this gives 23.41328 …
 * 25.58672.
 *
 * No unit: null. One unit of several: no limits. Everyone asked: the mean itself is both limits.
 *
 * Source: W. G. Cochran, Sampling Techniques, 3rd ed., 1977, 2.8 and 2.9.
 * @param sd Standard deviation of the sample, with n − 1 below.
 * @example meanInterval(24.5, 3.65, 40, { population: 300 }).low // 23.41328
 * @example meanInterval(24.5, 3.65, 40, { population: 300 }).high // 25.58672
 * @example meanInterval(2, 0, 1, { population: 300 }) // { estimate: 2, low: null, high: null }
 * @example meanInterval(2, 0, 0) // null
 */
export function meanInterval(
  mean: number,
  sd: number,
  n: number,
  { population = Infinity, level = 0.95 }: IntervalOptions = {},
): Interval | null {
  if (!(n > 0)) return null;
  const unseen = Math.max(0, 1 - n / population);
  if (unseen === 0) return { estimate: mean, low: mean, high: mean };
  return around(mean, Math.sqrt((unseen / n) * sd * sd), n, level);
}

/** estimate ± t · standard error, t on units − 1 degrees of freedom; no limits with a single unit. */
export function around(estimate: number, standardError: number, units: number, level: number): Interval {
  const t = tQuantile((1 + level) / 2, units - 1);
  if (t === null) return { estimate, low: null, high: null };
  return { estimate, low: estimate - t * standardError, high: estimate + t * standardError };
}
