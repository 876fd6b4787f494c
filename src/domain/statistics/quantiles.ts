/**
 * Quantile of type 7: linear between order statistics, at place 1 + (n − 1) p. It is what Excel's
 * QUARTILE.INC and R's quantile give. O(n log n).
 *
 * Nothing: null. One value: that value for every p.
 *
 * Source: R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, The American Statistician 50,
 * 1996, 361–365, definition 7.
 * @param p 0 (smallest) … 1 (largest).
 * @example quantile([1, 2, 3, 4], 0.25) // 1.75
 * @example quantile([7], 0.9) // 7
 * @example quantile([], 0.5) // null
 */
export function quantile(values: readonly number[], p: number): number | null {
  return quantileOfSorted(sorted(values), p);
}

/** The three values that part others in four. */
export interface Quartiles {
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
}

/**
 * Quartiles of type 7, sorted once; nothing: null.
 * @example quartiles([1, 2, 3, 4, 10]) // { q1: 2, median: 3, q3: 4 }
 * @example quartiles([]) // null
 */
export function quartiles(values: readonly number[]): Quartiles | null {
  if (!values.length) return null;
  const inOrder = sorted(values);
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((p) => quantileOfSorted(inOrder, p)!);
  return { q1, median, q3 };
}

/** Room to sort in, used again for the next values. */
let room = new Float64Array(0);

/** The values upwards, until others are sorted: a typed array takes no call for each comparison. */
function sorted(values: readonly number[]): Float64Array {
  if (values.length > room.length) room = new Float64Array(2 * values.length);
  const own = room.subarray(0, values.length);
  own.set(values);
  return own.sort();
}

/**
 * `quantile` of values that are in order already. O(1).
 * @example quantileOfSorted([1, 2, 3, 4], 0.5) // 2.5
 */
export function quantileOfSorted(values: ArrayLike<number>, p: number): number | null {
  if (!values.length) return null;
  const place = (values.length - 1) * p;
  const low = Math.floor(place);
  const [below, above] = [values[low], values[Math.min(low + 1, values.length - 1)]];
  return below === above ? below : below + (place - low) * (above - below);
}
