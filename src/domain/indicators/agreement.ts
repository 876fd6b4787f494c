import type { ResultTable } from "./tables";
import type { Codebook, Field } from "../codebook";
import type { Localized } from "../language";

/** How the answers to one statement spread over the scale. */
export interface StatementAgreement {
  /** Answers by code of the scale, 1 first. */
  readonly counts: readonly number[];
  readonly n: number;
  /** Share of those who rather or strongly agree (the upper half of the scale) among those who answered. */
  readonly share: number;
}

/**
 * Agreement with a statement: the share of 3 and 4 among those who answered, 0 … 1; NaN when nobody did.
 * On a scale of k codes, those above k / 2.
 *
 * Source: the barometer's own definition.
 * @example agreementOf([1, 3, 10, 7]).share // 0.8095
 * @example agreementOf([0, 0, 0, 0]).share // NaN
 */
export function agreementOf(counts: readonly number[]): StatementAgreement {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const agree = counts.reduce((sum, count, i) => (i + 1 > counts.length / 2 ? sum + count : sum), 0);
  return { counts, n, share: agree / n };
}

const words = {
  share: { fr: "Part d’accord", en: "Share agreeing" },
  answers: { fr: "Réponses", en: "Answers" },
} as const satisfies Record<string, Localized>;

/**
 * All statements with the share that agrees, the number of answers and the count of each code.
 * @param countsOf Answers to a statement by code of the scale, 1 first; they may be weighted.
 * @param answersOf Number of answers, never weighted.
 */
export function agreementTable(
  codebook: Codebook,
  statement: Field,
  agreement: Field,
  countsOf: (statement: number) => readonly number[],
  answersOf: (statement: number) => number = (statement) => agreementOf(countsOf(statement)).n,
): ResultTable {
  const scale = codebook.list(agreement.list!).codes;
  return [
    [statement.label, words.share, words.answers, ...scale.map(({ label }) => label)],
    ...codebook.list(statement.list!).codes.map(({ code, label }) => {
      const { share, n, counts } = agreementOf(countsOf(code));
      return [label, n ? share : null, answersOf(code), ...counts];
    }),
  ];
}
