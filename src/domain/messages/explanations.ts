import type { Localized } from "../language";
import type { Criterion, Operator } from "../criteria/criterion";
import { both, formatted, quoted } from "./define";

/** What is read of a criterion: its operand as the base understands it. */
export interface SaidCriterion {
  readonly field: Localized;
  readonly criterion: Criterion;
  /** Labels of the codes the operand names, if it does. */
  readonly answers: readonly Localized[];
}

const COMPARED: Readonly<Record<Exclude<Operator, "=" | "<>">, Localized>> = {
  ">": { fr: "plus de", en: "more than" },
  ">=": { fr: "au moins", en: "at least" },
  "<": { fr: "moins de", en: "less than" },
  "<=": { fr: "au plus", en: "at most" },
};

const or = (texts: readonly string[], word: string): string =>
  texts.length < 2 ? (texts[0] ?? "") : `${texts.slice(0, -1).join(", ")} ${word} ${texts.at(-1)}`;

/** A criterion as a sentence: "Type n’est pas « Commune »". */
export function criterionInWords({ field, criterion, answers }: SaidCriterion): Localized {
  const { operator, operand, blank, everything, pattern, number, key } = criterion;
  if (everything) {
    return { fr: `${field.fr} : toutes les valeurs`, en: `${field.en}: every value` };
  }
  const missing = blank || key === "nr";
  if (missing && operator === "=") {
    return { fr: `${field.fr} n’est pas renseigné`, en: `${field.en} is not reported` };
  }
  if (missing && operator === "<>") {
    return { fr: `${field.fr} est renseigné`, en: `${field.en} is reported` };
  }
  return both((l) => {
    const values = answers.length ? answers.map((answer) => quoted(answer[l], l)) : [quoted(operand, l)];
    if (operator === "=" || operator === "<>") {
      const equal = operator === "=";
      if (pattern) {
        const alike = l === "fr" ? "est de la forme" : "is like";
        const unlike = l === "fr" ? "n’est pas de la forme" : "is not like";
        return `${field[l]} ${equal ? alike : unlike} ${values[0]}`;
      }
      const list = or(values, l === "fr" ? (equal ? "ou" : "ni") : equal ? "or" : "nor");
      if (l === "fr") return `${field.fr} ${equal ? "est" : "n’est pas"} ${list}`;
      return `${field.en} ${equal ? "is" : "is not"} ${list}`;
    }
    const bound = number === null || answers.length ? values[0] : formatted(number, l);
    return l === "fr"
      ? `${field.fr} : ${COMPARED[operator].fr} ${bound}`
      : `${field.en}: ${COMPARED[operator].en} ${bound}`;
  });
}

/** What an explanation of a formula says beside the definitions of the indicators. */
export const explanationMessages = {
  currentEdition: (p: { edition: Localized }): Localized => ({
    fr: `Édition : ${p.edition.fr} (aucune paire n’en nomme une autre)`,
    en: `Edition: ${p.edition.en} (no pair names another)`,
  }),
  keptOnly: (_: object): Localized => ({
    fr: "Réponses tardives, rejetées ou en double laissées de côté",
    en: "Late, rejected and duplicate answers left out",
  }),
  baseTotal: (_: object): Localized => ({
    fr: "Les non renseignés comptent dans la base des parts",
    en: "Not reported answers count in the base of shares",
  }),
  invalidIgnored: (_: object): Localized => ({
    fr: "Les réponses invalides sont laissées de côté",
    en: "Invalid answers are left out",
  }),
  option: (p: { name: string; value: unknown }): Localized => ({
    fr: `Option ${quoted(p.name, "fr")} : ${quoted(p.value, "fr")}`,
    en: `Option ${quoted(p.name, "en")}: ${quoted(p.value, "en")}`,
  }),
  rangeOf: (p: { name: Localized; reference: string }): Localized => ({
    fr: `${p.name.fr} : les cellules ${p.reference}`,
    en: `${p.name.en}: the cells ${p.reference}`,
  }),
  argumentIs: (p: { name: Localized; value: Localized }): Localized => ({
    fr: `${p.name.fr} : ${p.value.fr}`,
    en: `${p.name.en}: ${p.value.en}`,
  }),
  fromCell: (p: { words: Localized; reference: string }): Localized => ({
    fr: `${p.words.fr} (lu dans ${p.reference})`,
    en: `${p.words.en} (read in ${p.reference})`,
  }),
  calculated: (p: { name: Localized; text: string }): Localized => ({
    fr: `${p.name.fr} : calculé par ${p.text}`,
    en: `${p.name.en}: calculated by ${p.text}`,
  }),
  notRead: (p: { name: Localized; reference: string }): Localized => ({
    fr: `${p.name.fr} : ${p.reference}, trop grand ou introuvable pour être relu ici`,
    en: `${p.name.en}: ${p.reference}, too large or not found to be read here`,
  }),
  withoutCriterion: (p: { name: Localized }): Localized => ({
    fr: `${p.name.fr} : il manque le critère`,
    en: `${p.name.en}: the criterion is missing`,
  }),
} as const;
