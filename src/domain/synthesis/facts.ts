import type { Codebook, Field } from "../codebook";
import { reliabilityOf } from "../indicators/reliability";
import type { Language } from "../language";
import { counted, blankLine, groupLines, numberOf, totalLine } from "./reading";
import type { Described, Evaluate } from "./types";

const territoryNoun = { fr: ["territoire", "territoires"], en: ["territory", "territories"] } as const;
const projectNoun = { fr: ["projet", "projets"], en: ["project", "projects"] } as const;
const answerNoun = { fr: ["réponse", "réponses"], en: ["answer", "answers"] } as const;
export const nouns = { territory: territoryNoun, project: projectNoun, answer: answerNoun } as const;

/** What the answers to a field of the projects rest on. */
export interface AnswerBase {
  readonly valid: number;
  readonly notReported: number;
  /** Territories with a valid answer. */
  readonly territories: number;
}

/**
 * Counts the valid answers to a field, those not reported, and the territories behind them. Two evaluations,
 * which the tables of the same field share.
 */
export function answerBase(codebook: Codebook, evaluate: Evaluate, field: Field): AnswerBase {
  const distribution = evaluate({ id: "DISTRIBUTION", args: [field.label.fr] });
  const territory = codebook.field("projects", "territory").label.fr;
  const answered = evaluate({ id: "CROSSTAB", args: [territory, field.label.fr] });
  if (!distribution) return { valid: 0, notReported: 0, territories: 0 };
  const notReported = numberOf(blankLine(distribution)?.[1]);
  // In a crosstab the total of valid answers stands before "not reported".
  const territories = answered
    ? groupLines(answered, "fr").filter(({ cells }) => numberOf(cells.at(-2))).length
    : 0;
  return { valid: numberOf(totalLine(distribution)?.[1]) - notReported, notReported, territories };
}

/** "Base : 590 réponses de 28 territoires ; 141 non renseignés." */
export function baseText({ valid, notReported, territories }: AnswerBase, language: Language): string {
  const answers = counted(valid, nouns.answer[language], language);
  const from = counted(territories, nouns.territory[language], language);
  const blank = counted(notReported, ["", ""], language).trim();
  if (language === "fr")
    return `Base : ${answers} de ${from}${notReported ? ` ; ${blank} non renseigné${notReported > 1 ? "s" : ""}` : ""}.`;
  return `Base: ${answers} from ${from}${notReported ? `; ${blank} not reported` : ""}.`;
}

/** "Base : 813 projets de 28 territoires." */
export function projectsText(
  { valid, territories }: Pick<AnswerBase, "valid" | "territories">,
  language: Language,
): string {
  const projects = counted(valid, nouns.project[language], language);
  const from = counted(territories, nouns.territory[language], language);
  return language === "fr" ? `Base : ${projects} de ${from}.` : `Base: ${projects} from ${from}.`;
}

/** The caution a base deserves, as a sentence to add; "" for one that can be relied on. */
export function cautionText(
  codebook: Codebook,
  { valid, territories }: Pick<AnswerBase, "valid" | "territories">,
  language: Language,
  interval?: Interval | null,
): string {
  const { level, text } = reliabilityOf(codebook.edition.reliability, {
    n: valid,
    territories,
    width: interval?.width,
  });
  if (level === "reliable") return "";
  const said = text[language];
  if (level === "careful") return language === "fr" ? ` À lire ${said}.` : ` To be read ${said}.`;
  return language === "fr" ? ` Base trop faible (${said}).` : ` Too small a base (${said}).`;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Share of the scale. */
  readonly width: number | null;
}

/** The confidence interval of an indicator; null where it has none. */
export function intervalOf(
  evaluate: Evaluate,
  indicator: string,
  scale: readonly [number, number],
): Interval | null {
  const row = evaluate({ id: "INTERVAL", args: [indicator] })?.at(-1);
  const [low, high] = [row?.[1], row?.[2]];
  if (typeof low !== "number" || typeof high !== "number") return null;
  return { low, high, width: (high - low) / (scale[1] - scale[0]) };
}

/** What is said where there is nothing to say. */
export function nothing(language: Language): Described {
  return language === "fr"
    ? { base: "Base : aucune réponse.", sentence: "Aucune réponse valide : rien à montrer pour l’instant." }
    : { base: "Base: no answer.", sentence: "No valid answer: nothing to show yet." };
}
