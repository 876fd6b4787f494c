import type { ReliabilityRules } from "../codebook";
import type { Localized } from "../language";
import { counted } from "../messages/define";
import { quartiles, type Quartiles } from "../statistics/quantiles";
import { midRankPercentile } from "../statistics/ranks";
import type { Figure } from "./figures";
import { peersOption } from "./peers";
import type { Indicator } from "./registry";
import { tableWords, type ResultTable } from "./tables";

/** Where a territory stands among its peers on one indicator. */
export interface Position {
  /** Its own figure; null where it did not answer. */
  readonly value: number | null;
  /** Peers that have a figure. */
  readonly peers: number;
  /** Null where the peers are fewer than the code book allows to show. */
  readonly among: Quartiles | null;
  /** Share of peers below, those equal counting half, 0 … 1. */
  readonly percentile: number | null;
  /** Own value less the peers' median. */
  readonly gap: number | null;
}

/**
 * The position of a value among those of the peers, without itself. With fewer peers than `least`, nothing of
 * them is told: a median of two would give them away.
 * @example positionAmong(2, [1, 2, 3, 4], 3) // { value: 2, peers: 4, among: { q1: 1.75, median: 2.5, q3: 3.25 }, percentile: 0.375, gap: -0.5 }
 * @example positionAmong(2, [1, 3], 3) // { value: 2, peers: 2, among: null, percentile: null, gap: null }
 * @example positionAmong(null, [1, 3, 3], 3).gap // null
 */
export function positionAmong(value: number | null, peers: readonly number[], least: number): Position {
  const among = peers.length < Math.max(1, least) ? null : quartiles(peers);
  const isTold = value !== null && among !== null;
  return {
    value,
    peers: peers.length,
    among,
    percentile: isTold ? midRankPercentile(value, peers) : null,
    gap: isTold ? value - among.median : null,
  };
}

/** One indicator of the table: what the territory has, and what its peers have. */
export interface PositionLine {
  readonly indicator: Indicator;
  /** Null where the territory has no rows. */
  readonly own: Figure | null;
  readonly peers: readonly number[];
}

const words = {
  indicator: { fr: "Indicateur", en: "Indicator" },
  median: { fr: "Médiane des pairs", en: "Peers’ median" },
  q1: { fr: "1er quartile", en: "Lower quartile" },
  q3: { fr: "3e quartile", en: "Upper quartile" },
  percentile: { fr: "Percentile (0 à 1)", en: "Percentile (0 to 1)" },
  gap: { fr: "Écart à la médiane", en: "Gap to the median" },
  peers: peersOption,
  answers: { fr: "Réponses", en: "Answers" },
  remark: { fr: "Remarque", en: "Remark" },
  noAnswer: { fr: "pas de réponse du territoire", en: "no answer of the territory" },
} as const satisfies Record<string, Localized>;

function tooFew(peers: number, least: number): Localized {
  const said = counted(peers, ["pair", "pairs"], ["peer", "peers"]);
  return {
    fr: `comparaison masquée : ${said.fr}, il en faut ${least}`,
    en: `comparison hidden: ${said.en}, it takes ${least}`,
  };
}

/**
 * The position of a territory, an indicator a row: its value, what its peers have (median, quartiles of type 7,
 * mid-rank percentile without itself), the gap, the peers and the base of its own figure.
 * @param territory Heads the column of its values.
 */
export function positionTable(
  territory: string,
  lines: readonly PositionLine[],
  { peers: least }: Pick<ReliabilityRules, "peers">,
): ResultTable {
  return [
    [
      words.indicator,
      { fr: territory, en: territory },
      words.median,
      words.q1,
      words.q3,
      words.percentile,
      words.gap,
      words.peers,
      words.answers,
      tableWords.notReported,
      words.remark,
    ],
    ...lines.map(({ indicator, own, peers }) => {
      const { value, among, percentile, gap, peers: n } = positionAmong(own?.value ?? null, peers, least);
      const remarks = [...(value === null ? [words.noAnswer] : []), ...(among ? [] : [tooFew(n, least)])];
      const remark = (language: keyof Localized) => remarks.map((one) => one[language]).join(" ; ");
      return [
        indicator.label,
        value,
        among && among.median,
        among && among.q1,
        among && among.q3,
        percentile,
        gap,
        n,
        own?.n ?? 0,
        own?.notReported ?? 0,
        remarks.length ? { fr: remark("fr"), en: remark("en").replace(" ; ", "; ") } : null,
      ];
    }),
  ];
}
