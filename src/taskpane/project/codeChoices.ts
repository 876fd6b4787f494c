import type { Codebook, Field } from "../../domain/codebook";
import type { Language } from "../../domain/language";
import { answerText, type Draft } from "../../domain/records/project";
import { dontKnow, notApplicable, notReported, type Answer } from "../../domain/values/answer";
import type { Texts } from "../texts";

/** Key of the blank answer, and of nothing else. */
export const BLANK = "";

/** One answer a person may give to a question of a code list. */
export interface CodeChoice {
  readonly key: string;
  /** What the draft holds. */
  readonly value: Draft[string];
  /** Number typed to choose it; none for the answers that are no code. */
  readonly code?: number;
  readonly label: string;
  /** What the cell will show. */
  readonly text: string;
  readonly meaning?: string;
}

/**
 * Answers offered for a field: blank first unless one is required, the codes, then "not applicable" and
 * "don't know". A code no longer offered, or a marked "not reported", is there while the row holds it.
 */
export function codeChoices(
  codebook: Codebook,
  field: Field,
  current: Draft[string] | undefined,
  language: Language,
  texts: Texts,
): CodeChoice[] {
  const list = field.list!;
  const active = codebook.activeCodes(field);
  const codes = codebook.list(list).codes.filter((code) => active.includes(code) || code.code === current);
  const special = (answer: Answer, label: string): CodeChoice => {
    const mark = answerText(codebook, list, answer, language);
    return { key: mark, value: mark, label, text: `${mark} – ${label}` };
  };
  const marked = special(notReported, texts.notReported);
  return [
    ...(field.required ? [] : [{ key: BLANK, value: null, label: texts.blank, text: texts.blank }]),
    ...codes.map(({ code, label, help }) => ({
      key: String(code),
      value: code,
      code,
      label: label[language],
      text: codebook.display(list, code, language),
      meaning: help?.[language],
    })),
    ...(current === marked.value ? [marked] : []),
    ...(field.required
      ? []
      : [special(notApplicable, texts.notApplicable), special(dontKnow, texts.dontKnow)]),
  ];
}
