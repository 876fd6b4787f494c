/**
 * Shares rounded so that they add up: each part's share of `total` is rounded down to `digits` decimals, and
 * what is left over goes, one last digit each, to the largest remainders (of equal ones to the larger part,
 * then to the first). O(k log k).
 *
 * Parts that add up to 0: null. Parts must not be negative.
 *
 * Source: method of the largest remainder (Hamilton, Hare–Niemeyer); M. Balinski and H. P. Young, Fair
 * Representation, 2nd ed., 2001.
 * @example largestRemainder([1, 1, 1]) // [34, 33, 33]
 * @example largestRemainder([141, 30, 264, 6, 182, 108], { digits: 1 }) // [19.3, 4.1, 36.1, 0.8, 24.9, 14.8]
 * @example largestRemainder([0, 5]) // [0, 100]
 * @example largestRemainder([0, 0]) // null
 */
export function largestRemainder(
  parts: readonly number[],
  { total = 100, digits = 0 }: { total?: number; digits?: number } = {},
): number[] | null {
  const sum = parts.reduce((all, part) => all + part, 0);
  if (!(sum > 0)) return null;
  const unit = 10 ** digits;
  const units = Math.round(total * unit);
  // A share that is whole but for rounding is whole.
  const exact = parts.map((part) => {
    const share = (part * units) / sum;
    const whole = Math.round(share);
    return Math.abs(share - whole) < 1e-9 * Math.max(1, whole) ? whole : share;
  });
  const result = exact.map(Math.floor);
  const left = units - result.reduce((all, part) => all + part, 0);
  const order = parts.map((_, i) => i);
  order.sort((a, b) => exact[b] - result[b] - (exact[a] - result[a]) || parts[b] - parts[a] || a - b);
  for (const i of order.slice(0, left)) result[i]++;
  return result.map((part) => part / unit);
}
