/** Weights that make a sample stand for its population, stratum by stratum. */
export interface PostStratification<S> {
  /** Weight of each unit of a stratum; strata of the sample that the population has. They add up to n. */
  readonly weights: ReadonlyMap<S, number>;
  /** Strata of the population nobody of the sample stands for. */
  readonly uncovered: readonly S[];
  /** Units of the population in the strata that are covered. */
  readonly covered: number;
  /** Units of the sample that have a weight. */
  readonly n: number;
  /** Units of the sample whose stratum is unknown or not in the population; they have no weight. */
  readonly outside: number;
  /** Kish's n Σ w² / (Σ w)²: how many times the variance grows for weighting; 1 when all weigh the same. */
  readonly designEffect: number;
}

/**
 * Post-stratification: a unit of stratum h weighs (N_h / N) / (n_h / n), so that the strata weigh in the
 * sample what they weigh in the population. Strata without anyone in the sample are named, not guessed: the
 * others stand for themselves alone. O(sample + population).
 *
 * Nobody in a known stratum: null. One stratum: all weigh 1.
 *
 * Source: D. Holt and T. M. F. Smith, Post stratification, Journal of the Royal Statistical Society A 142, 1979,
 * 33–46; L. Kish, Weighting for unequal P_i, Journal of Official Statistics 8, 1992, 183–200.
 * @param sample Stratum of each unit of the sample; null where it is not known.
 * @param population Stratum of each unit of the population.
 * @example [...postStratify(["a", "a", "b"], ["a", "a", "b", "b"]).weights] // [["a", 0.75], ["b", 1.5]]
 * @example postStratify(["a"], ["a", "b", "b"]).uncovered // ["b"]
 * @example postStratify(["a", null, "c"], ["a"]).outside // 2
 * @example postStratify([], ["a"]) // null
 */
export function postStratify<S>(
  sample: Iterable<S | null>,
  population: Iterable<S | null>,
): PostStratification<S> | null {
  const known = countOf(population);
  const asked = new Map<S, number>();
  let outside = 0;
  for (const [stratum, count] of countOf(sample)) {
    if (stratum !== null && known.has(stratum)) asked.set(stratum, count);
    else outside += count;
  }
  const total = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0);
  const n = total(asked.values());
  if (!n) return null;
  const strata = [...asked];
  const covered = total(strata.map(([stratum]) => known.get(stratum)!));
  const weights = new Map(
    strata.map(([stratum, count]) => [stratum, (known.get(stratum)! * n) / (covered * count)]),
  );
  return {
    weights,
    uncovered: [...known.keys()].filter((stratum): stratum is S => stratum !== null && !asked.has(stratum)),
    covered,
    n,
    outside,
    designEffect: total(strata.map(([stratum, count]) => count * weights.get(stratum)! ** 2)) / n,
  };
}

function countOf<S>(strata: Iterable<S>): Map<S, number> {
  const counts = new Map<S, number>();
  for (const stratum of strata) counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
  return counts;
}
