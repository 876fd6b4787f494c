import type { Codebook } from "../codebook";
import { motivationScore, rankHeader } from "./motivation";
import type { ResultCell, ResultTable } from "./tables";

/** A rank given to one meaning of a motivation. */
export interface MeaningRank {
  readonly motivation: number;
  readonly meaning: number;
  readonly rank: number;
}

const words = {
  score: { fr: "Score", en: "Score" },
  answers: { fr: "Réponses", en: "Answers" },
} as const;

/**
 * What each motivation means to the territories: its meanings from the highest score to the lowest, with how
 * often each got each rank. The score of a meaning is the mean of k + 1 − rank, k being the lowest rank given
 * among the meanings of its motivation. Meanings nobody ranked have no line.
 * @param only A motivation; all if null.
 */
export function meaningTable(
  codebook: Codebook,
  ranks: Iterable<MeaningRank>,
  only: number | null,
): ResultTable {
  const [motivations, meanings] = ["motivation", "meaning"].map((id) => {
    const field = codebook.field("motivations", id);
    return { field, codes: codebook.list(field.list!).codes };
  });
  const given = [...ranks].filter(({ motivation }) => only === null || motivation === only);
  const longest = given.reduce((most, { rank }) => Math.max(most, rank), 0);
  const places = Array.from({ length: longest }, (_, i) => i + 1);
  const lines = motivations.codes.flatMap(({ code, label }) => {
    const own = given.filter(({ motivation }) => motivation === code);
    const least = own.reduce((most, { rank }) => Math.max(most, rank), 0);
    return meanings.codes
      .map((meaning) => {
        const counts = places.map(
          (place) => own.filter((row) => row.meaning === meaning.code && row.rank === place).length,
        );
        return { ...motivationScore(counts.slice(0, least)), meaning, counts };
      })
      .filter(({ n }) => n)
      .sort((a, b) => b.score - a.score)
      .map(({ meaning, score, n, counts }): ResultCell[] => [meaning.label, label, score, n, ...counts]);
  });
  return [
    [meanings.field.label, motivations.field.label, words.score, words.answers, ...places.map(rankHeader)],
    ...lines,
  ];
}
