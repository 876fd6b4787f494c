import type { ReliabilityRules } from "../codebook";
import type { Localized } from "../language";
import { counted } from "../messages/define";

/** What a figure rests on, as far as it is known. */
export interface FigureBase {
  /** Valid answers. */
  readonly n: number;
  /** Territories behind it; left out for the figure of a territory itself. */
  readonly territories?: number | null;
  /** Answers over the design effect. */
  readonly effectiveAnswers?: number | null;
  /** Width of the interval as a share of the scale. */
  readonly width?: number | null;
}

/** How far a figure can be relied on, and why not further. */
export interface Reliability {
  readonly level: "reliable" | "careful" | "insufficient";
  /** What a cell shows: the level, and what falls short of the code book's thresholds. */
  readonly text: Localized;
}

const levels = {
  reliable: { fr: "fiable", en: "reliable" },
  careful: { fr: "avec prudence", en: "with care" },
  insufficient: { fr: "insuffisant", en: "insufficient" },
} as const satisfies Record<Reliability["level"], Localized>;

type Noun = readonly [one: string, many: string];
const nouns = {
  territories: [
    ["territoire", "territoires"],
    ["territory", "territories"],
  ],
  answers: [
    ["réponse", "réponses"],
    ["answer", "answers"],
  ],
  effectiveAnswers: [
    ["réponse effective", "réponses effectives"],
    ["effective answer", "effective answers"],
  ],
} as const satisfies Record<string, readonly [fr: Noun, en: Noun]>;

/** A count as few digits as tell it from the threshold. */
const shown = (value: number): number => (Number.isInteger(value) ? value : Number(value.toFixed(1)));

/**
 * The flag of a figure under the thresholds of a code book.
 * @example reliabilityOf({ territories: 10, answers: 5, effectiveAnswers: 30, width: 0.2, peers: 3 }, { n: 80, territories: 28 }).text.en // "reliable"
 * @example reliabilityOf({ territories: 10, answers: 5, effectiveAnswers: 30, width: 0.2, peers: 3 }, { n: 80, territories: 7 }).text.en // "with care: 7 territories (under 10)"
 * @example reliabilityOf({ territories: 10, answers: 5, effectiveAnswers: 30, width: 0.2, peers: 3 }, { n: 80, territories: 2 }).level // "insufficient"
 * @example reliabilityOf({ territories: 10, answers: 5, effectiveAnswers: 30, width: 0.2, peers: 3 }, { n: 0 }).level // "insufficient"
 */
export function reliabilityOf(rules: ReliabilityRules, base: FigureBase): Reliability {
  const { n, territories, effectiveAnswers, width } = base;
  const few = (count: number | null | undefined, least: number, [fr, en]: readonly [Noun, Noun]) => {
    if (count == null || count >= least) return [];
    const said = counted(shown(count), fr, en);
    return [{ fr: `${said.fr} (moins de ${least})`, en: `${said.en} (under ${least})` }];
  };
  const stop = [...few(territories, rules.peers, nouns.territories), ...few(n, 1, nouns.answers)];
  if (stop.length) return flag("insufficient", stop.slice(0, 1));
  const percent = (share: number) => Math.round(share * 100);
  const reasons = [
    ...few(territories, rules.territories, nouns.territories),
    ...few(n, rules.answers, nouns.answers),
    ...few(effectiveAnswers, rules.effectiveAnswers, nouns.effectiveAnswers),
    ...(width != null && width > rules.width
      ? [
          {
            fr: `intervalle de ${percent(width)} % de l’échelle (plus de ${percent(rules.width)} %)`,
            en: `interval of ${percent(width)}% of the scale (over ${percent(rules.width)}%)`,
          },
        ]
      : []),
  ];
  return flag(reasons.length ? "careful" : "reliable", reasons);
}

function flag(level: Reliability["level"], reasons: readonly Localized[]): Reliability {
  const text = (language: keyof Localized) => {
    const colon = language === "fr" ? " : " : ": ";
    const said = reasons.map((reason) => reason[language]).join(", ");
    return levels[level][language] + (said && colon + said);
  };
  return { level, text: { fr: text("fr"), en: text("en") } };
}
