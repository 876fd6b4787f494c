import type { Bounds, PrintedFigure } from "./printed";

export { readPrinted } from "./printed";

/** What one of the n values may be: 0 or 1 for a share, codes 1 … k, or any whole number from 0. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

export const shareScale: Scale = { min: 0, max: 1 };
export const countScale: Scale = { min: 0, max: Infinity };

/** Whole numbers from `low` to `high`. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

export interface Grim {
  /** How the figure comes from whole counts: rounded, only by cutting digits off, or not at all. */
  readonly reading: "rounded" | "truncated" | "impossible";
  /** The totals that print as the figure; null when impossible. */
  readonly totals: Span | null;
  /** The possible totals next to the figure, nearest first: one or two. */
  readonly nearest: readonly number[];
}

/** The largest n that is tested: products stay whole numbers of a double. */
export const LARGEST_N = 10_000_000;

/**
 * GRIM test (granularity-related inconsistency of means): the mean of n whole numbers is a whole total divided
 * by n, so of the figures with d decimals only some can be printed when n < 10^d. Searches the whole totals S,
 * n·min ≤ S ≤ n·max, with S/n within the figure's rounding interval, then within its truncation interval.
 * A percentage is the mean of zeros and ones.
 *
 * Source: N. J. L. Brown & J. A. J. Heathers, "The GRIM Test", Social Psychological and Personality Science
 * 8(4), 2017, 363–369, doi:10.1177/1948550616673876. O(1), exact for n ≤ {@link LARGEST_N}.
 * @param n Whole, from 1.
 * @example grim(readPrinted("48,8 %"), 125, shareScale).totals // { low: 61, high: 61 }
 */
export function grim(figure: PrintedFigure, n: number, scale: Scale): Grim {
  const around = nearestTotals(figure, n, scale);
  const rounded = totalsWithin(figure.rounded, n, scale);
  if (rounded) return { reading: "rounded", totals: rounded, nearest: around };
  const cut = figure.truncated && totalsWithin(figure.truncated, n, scale);
  if (cut) return { reading: "truncated", totals: cut, nearest: around };
  return { reading: "impossible", totals: null, nearest: around };
}

/** Whole totals whose n-th part lies within the bounds; null when there are none. */
export function totalsWithin({ low, high, per, open }: Bounds, n: number, scale: Scale): Span | null {
  const first = Math.max(Math.ceil((low * n) / per), scale.min * n);
  const end = (high * n) / per;
  const last = Math.min(open ? Math.ceil(end) - 1 : Math.floor(end), scale.max * n);
  return first <= last ? { low: first, high: last } : null;
}

function nearestTotals({ value }: PrintedFigure, n: number, scale: Scale): number[] {
  const within = (total: number) => Math.min(Math.max(total, scale.min * n), scale.max * n);
  const below = Math.floor(value * n + 1e-9);
  const both = [...new Set([within(below), within(below + 1)])];
  return both.sort((a, b) => Math.abs(a - value * n) - Math.abs(b - value * n));
}

/**
 * How a ratio of two known counts prints as the figure.
 * @example readingOf(readPrinted("70,2 %"), 26, 37) // "truncated"
 */
export function readingOf(figure: PrintedFigure, total: number, n: number): Grim["reading"] {
  const within = ({ low, high, per, open }: Bounds) =>
    total * per >= low * n && (open ? total * per < high * n : total * per <= high * n);
  if (within(figure.rounded)) return "rounded";
  return figure.truncated && within(figure.truncated) ? "truncated" : "impossible";
}
