import type { Code, Codebook, ListedProject } from "../../../domain/codebook";
import type { Localized } from "../../../domain/language";
import { specialChoices } from "../../../domain/questionnaire/words";
import type { Draft } from "../../../domain/records/project";

/** French, or French with the English behind it. */
export type QuestionnaireLanguage = "fr" | "bilingual";

/** Says things in the language of a questionnaire; made once a code book and language, what was said is kept. */
export class Speech {
  private static readonly made = new WeakMap<Codebook, Map<QuestionnaireLanguage, Speech>>();
  private readonly said = new WeakMap<Localized, string>();

  static of(codebook: Codebook, language: QuestionnaireLanguage): Speech {
    let own = Speech.made.get(codebook);
    if (!own) Speech.made.set(codebook, (own = new Map()));
    let speech = own.get(language);
    if (!speech) own.set(language, (speech = new Speech(codebook, language)));
    return speech;
  }

  private constructor(
    readonly codebook: Codebook,
    readonly language: QuestionnaireLanguage,
  ) {}

  /** On one line: "État · Status"; `values` fill the places in braces. */
  say(text: Localized, values?: Readonly<Record<string, string | number>>): string {
    if (values) return this.joined(text, " · ", values);
    let said = this.said.get(text);
    if (said === undefined) this.said.set(text, (said = this.joined(text, " · ", {})));
    return said;
  }

  /** One line a language. */
  lines(text: Localized, values: Readonly<Record<string, string | number>> = {}): string {
    return this.joined(text, "\n", values);
  }

  private joined(text: Localized, joint: string, values: Readonly<Record<string, string | number>>): string {
    const filled = (sentence: string) =>
      sentence.replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
    if (this.language === "fr" || text.fr === text.en) return filled(text.fr);
    return filled(text.fr) + joint + filled(text.en);
  }

  /** A code as dropdowns offer it: "3 – Réalisé", "3 – Réalisé · Done". */
  code(listId: string, { code, label }: Pick<Code, "code" | "label">): string {
    const text = this.say(label);
    return this.codebook.list(listId).display === "codeLabel" ? `${code} – ${text}` : text;
  }

  /** "NR – Non renseigné". */
  special(key: keyof typeof specialChoices): string {
    return `${key} – ${this.say(specialChoices[key])}`;
  }

  project({ label }: ListedProject): string {
    return this.lines(label);
  }

  /** What a cell shows for an answer of a code field given earlier; "" for none, or for a code no longer known. */
  answer(listId: string, value: Draft[string] | undefined): string {
    if (typeof value === "number") {
      const code = this.codebook.code(listId, value);
      return code ? this.code(listId, code) : "";
    }
    return isSpecial(value) ? this.special(value) : "";
  }
}

export const isSpecial = (value: unknown): value is keyof typeof specialChoices =>
  typeof value === "string" && Object.hasOwn(specialChoices, value);

/** A text inside a formula. */
export const literal = (text: string): string => `"${text.replace(/"/g, '""')}"`;
