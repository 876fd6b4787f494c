/** A source of pseudo-random numbers in [0, 1); the same seed gives the same numbers on every machine. */
export type Random = () => number;

/**
 * Mulberry32 (Tommy Ettinger, 2017, public domain): one 32-bit word of state, which passes the gjrand tests;
 * ample for inventing a sample, never for secrets. Only integer arithmetic, so no platform differs.
 * @example mulberry32(2014)() === mulberry32(2014)() // true
 */
export function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = state;
    word = Math.imul(word ^ (word >>> 15), word | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The items in random order (Fisher–Yates); the list given stays as it is.
 * @example shuffled(mulberry32(1), [1, 2, 3]).sort() // [1, 2, 3]
 */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}

/**
 * One value as often as its count says, the whole filled up with null, in random order.
 * @example multiset(mulberry32(1), { 3: 2 }, 4).filter((code) => code === null).length // 2
 */
export function multiset(
  random: Random,
  counts: Readonly<Record<string, number>>,
  size: number,
): (number | null)[] {
  const values: (number | null)[] = Object.entries(counts).flatMap(([code, count]) =>
    Array<number>(count).fill(Number(code)),
  );
  if (values.length > size) throw new RangeError(`${values.length} values do not fit into ${size} places`);
  return shuffled(random, [...values, ...Array<null>(size - values.length).fill(null)]);
}
