/**
 * Pielou's evenness J = −Σ p ln p / ln S: 1 when all categories are equally frequent, 0 when one has all.
 * S is the number of categories there are, not of those met, so that two territories compare. O(S).
 *
 * Nothing counted, or fewer than two categories: null.
 *
 * Source: E. C. Pielou, The measurement of diversity in different types of biological collections, Journal
 * of Theoretical Biology 13, 1966, 131–144, with S fixed by the code list.
 * @param counts Count of each category, zeros included.
 * @example evenness([125, 79, 86, 131, 29, 40, 115, 75, 64, 69]) // 0.964
 * @example evenness([5, 5, 0, 0]) // 0.5
 * @example evenness([7, 0, 0]) // 0
 * @example evenness([0, 0]) // null
 */
export function evenness(counts: readonly number[]): number | null {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (counts.length < 2 || !(n > 0)) return null;
  const entropy = counts.reduce(
    (sum, count) => (count > 0 ? sum - (count / n) * Math.log(count / n) : sum),
    0,
  );
  return Math.min(1, entropy / Math.log(counts.length));
}
