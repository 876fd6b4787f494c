import type { Localized } from "../language";
import type { ResultTable } from "./tables";

/** Ranks one territory gave, in the order of the motivations; null for one it did not rank. */
export type Ranking = readonly (number | null)[];

/** How one motivation was ranked. */
export interface MotivationScore {
  /** How often it was ranked first, second … */
  readonly counts: readonly number[];
  readonly n: number;
  /** Mean of k + 1 − rank over those who ranked it (k motivations: 5 points for the first of five). */
  readonly score: number;
}

/**
 * Score of a motivation from how often it got each rank: Σ (k + 1 − r) · n_r / n, k ranks; 6 − rank with five
 * motivations. Territories that did not rank it are out of its base. NaN when nobody did.
 *
 * Source: the barometer's own definition; 2014, quality of service: 15 first, 5 second, 1 third, 98/21.
 * @example motivationScore([15, 5, 1, 0, 0]).score // 4.6667
 * @example motivationScore([0, 0, 0, 0, 0]).score // NaN
 */
export function motivationScore(counts: readonly number[]): MotivationScore {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const points = counts.reduce((sum, count, i) => sum + count * (counts.length - i), 0);
  return { counts, n, score: points / n };
}

/**
 * The scores of all motivations, in their order. Ranks that are not whole or not among 1 … k are left out.
 * @example motivationScores([[1, 2, null], [1, null, 2]]).map(({ score }) => score) // [3, 2, 2]
 */
export function motivationScores(rankings: readonly Ranking[]): MotivationScore[] {
  const k = Math.max(0, ...rankings.map((ranking) => ranking.length));
  return Array.from({ length: k }, (_, item) => {
    const counts = new Array<number>(k).fill(0);
    for (const ranking of rankings) {
      const rank = ranking[item];
      if (rank != null && isRank(rank, k)) counts[rank - 1]++;
    }
    return motivationScore(counts);
  });
}

const isRank = (rank: number, k: number): boolean => Number.isInteger(rank) && rank >= 1 && rank <= k;

/**
 * A ranking made whole, so that its ranks add up to k (k + 1) / 2. Equal ranks share the mean of the places
 * they take; what was not ranked shares the mean of the places that are left: saying nothing about three
 * motivations says that none of them stands out, not that they come last.
 * @example wholeRanking([1, 2, null, null, null]) // [1, 2, 4, 4, 4]
 * @example wholeRanking([1, 1, 2, null, 5]) // [1.5, 1.5, 3, 4, 5]
 */
export function wholeRanking(ranking: Ranking): number[] {
  const k = ranking.length;
  const free = Array.from({ length: k }, (_, i) => i + 1);
  const ranks = [...new Set(ranking.filter((rank): rank is number => rank != null && isRank(rank, k)))];
  const result = new Array<number>(k).fill(NaN);
  const give = (items: readonly number[], from: number) => {
    const behind = free.findIndex((place) => place >= from);
    const first = Math.max(0, Math.min(behind < 0 ? free.length : behind, free.length - items.length));
    const places = free.splice(first, items.length);
    const mean = places.reduce((sum, place) => sum + place, 0) / places.length;
    for (const item of items) result[item] = mean;
  };
  const itemsWith = (test: (rank: number | null, item: number) => boolean) =>
    ranking.flatMap((rank, item) => (test(rank, item) ? [item] : []));
  for (const rank of ranks.sort((a, b) => a - b))
    give(
      itemsWith((other) => other === rank),
      rank,
    );
  const rest = itemsWith((_, item) => Number.isNaN(result[item]));
  if (rest.length) give(rest, 1);
  return result;
}

/** Kendall's coefficient with what it was computed from. */
export interface Concordance {
  /** 0 (no agreement) … 1 (all rank alike); NaN with fewer than two rankings or nothing told apart. */
  readonly w: number;
  /** Rankings it rests on: those that tell at least two motivations apart. */
  readonly rankings: number;
  /** Of these, rankings that left something out or gave a rank twice. */
  readonly incomplete: number;
}

/**
 * Kendall's W, the agreement of m rankings of k items, corrected for ties:
 * W = 12 S / (m² (k³ − k) − m Σ T), S = Σ (R_i − R̄)², R_i the sum of ranks of an item, T = Σ (t³ − t) over
 * the ties of a ranking. An incomplete ranking enters with what it did not rank tied (`wholeRanking`), which
 * the correction accounts for; one that tells nothing apart says nothing and is left out. O(m k).
 *
 * Source: M. G. Kendall and J. D. Gibbons, Rank Correlation Methods, 5th ed., 1990, chapter 6; S. Siegel and
 * N. J. Castellan, Nonparametric Statistics for the Behavioral Sciences, 2nd ed., 1988, section 9.6.
 * @example kendallW([[1, 2, 3], [1, 2, 3]]).w // 1
 * @example kendallW([[1, 2, 3], [3, 2, 1]]).w // 0
 * @example kendallW([[1, 2, 3]]).w // NaN
 */
export function kendallW(rankings: readonly Ranking[]): Concordance {
  const k = Math.max(0, ...rankings.map((ranking) => ranking.length));
  const whole = rankings.map(wholeRanking);
  const telling = whole.filter((ranking) => new Set(ranking).size > 1);
  const m = telling.length;
  const incomplete = telling.filter((ranking) => new Set(ranking).size < k).length;
  if (m < 2) return { w: NaN, rankings: m, incomplete };
  const sums = Array.from({ length: k }, (_, item) =>
    telling.reduce((sum, ranking) => sum + ranking[item], 0),
  );
  const mean = (m * (k + 1)) / 2;
  const s = sums.reduce((sum, of) => sum + (of - mean) ** 2, 0);
  const ties = telling.reduce((sum, ranking) => sum + tieTerm(ranking), 0);
  const w = (12 * s) / (m * m * (k ** 3 - k) - m * ties);
  return { w: Math.min(1, Math.max(0, w)), rankings: m, incomplete };
}

function tieTerm(ranking: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const rank of ranking) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  let term = 0;
  for (const t of sizes.values()) term += t ** 3 - t;
  return term;
}

/** One row of the table of motivations, as a table or the base holds it. */
export interface MotivationRow {
  readonly territory: string;
  /** Code of the motivation, 1 … k. */
  readonly motivation: number;
  readonly rank: number | null;
  /** The row ranks one of the motivation's meanings, not the motivation itself. */
  readonly isMeaning: boolean;
}

/**
 * The rankings of the territories, in the order they are first met. Rows that rank a meaning are another
 * question; of two rows about one motivation the first counts.
 * @example rankingsOf([{ territory: "Lyon", motivation: 2, rank: 1, isMeaning: false }], 3) // [[null, 1, null]]
 */
export function rankingsOf(rows: Iterable<MotivationRow>, motivations: number): Ranking[] {
  const byTerritory = new Map<string, (number | null)[]>();
  for (const { territory, motivation, rank, isMeaning } of rows) {
    if (isMeaning || rank === null) continue;
    let ranking = byTerritory.get(territory);
    if (!ranking) byTerritory.set(territory, (ranking = new Array<number | null>(motivations).fill(null)));
    if (motivation >= 1 && motivation <= motivations) ranking[motivation - 1] ??= rank;
  }
  return [...byTerritory.values()];
}

/** Header of the column that counts how often a rank was given. */
export const rankHeader = (rank: number): Localized => ({ fr: `Rang ${rank}`, en: `Rank ${rank}` });

const words = {
  motivation: { fr: "Motivation", en: "Motivation" },
  score: { fr: "Score (1 à 5)", en: "Score (1 to 5)" },
  answers: { fr: "Réponses", en: "Answers" },
  concordance: { fr: "Concordance (W de Kendall)", en: "Concordance (Kendall’s W)" },
} as const;

/**
 * The motivations from the highest score to the lowest (equal scores in the order of the code book), with how
 * often each got each rank; the last row is Kendall's W and the rankings it rests on.
 */
export function motivationTable(labels: readonly Localized[], rankings: readonly Ranking[]): ResultTable {
  const k = labels.length;
  const scores = motivationScores([new Array<null>(k).fill(null), ...rankings]);
  const order = labels
    .map((_, i) => i)
    .sort((a, b) => (scores[b].score || 0) - (scores[a].score || 0) || a - b);
  const { w, rankings: m } = kendallW(rankings);
  const ranks = Array.from({ length: k }, (_, i) => rankHeader(i + 1));
  return [
    [words.motivation, words.score, words.answers, ...ranks],
    ...order.map((i) => [labels[i], scores[i].n ? scores[i].score : null, scores[i].n, ...scores[i].counts]),
    [words.concordance, Number.isNaN(w) ? null : w, m, ...ranks.map(() => null)],
  ];
}
