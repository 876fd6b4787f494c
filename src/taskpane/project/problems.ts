import type { Codebook } from "../../domain/codebook";
import type { Language, Localized } from "../../domain/language";
import { validationMessages } from "../../domain/messages";
import { serialOfDate } from "../../domain/records/dates";
import type { Draft } from "../../domain/records/project";
import { checkCell, checkContext } from "../../domain/validation";
import { projectTexts } from "../texts/project";
import { changedFields, isBlankAnswer } from "./draft";

/** What prevents saving, by field id, in the order of the form. */
export type Problems = ReadonlyMap<string, Problem>;

export interface Problem {
  readonly message: Localized;
  /** An answer that would mend it, as the cell would show it. */
  readonly suggestion?: string;
}

/** Longest text a cell holds. */
const CELL_LIMIT = 32_767;

/**
 * What prevents a draft from being saved: required answers that are blank, and answers that were changed to
 * something the code book does not take. A wrong value that stood in the sheet already does not stop the
 * rest of the row from being mended; it stays as it was, and is shown.
 */
export function findProblems(
  codebook: Codebook,
  territories: Iterable<string>,
  draft: Draft,
  before: Draft,
  language: Language = "fr",
): Problems {
  const context = checkContext(codebook, language, territories);
  const changed = new Set(changedFields(before, draft));
  const problems = new Map<string, Problem>();
  for (const field of codebook.table("projects").fields) {
    const value = draft[field.id];
    if (isBlankAnswer(value)) {
      if (field.required && field.kind !== "auto") problems.set(field.id, { message: projectTexts.required });
    } else if (changed.has(field.id)) {
      const problem =
        typeof value === "string" && value.length > CELL_LIMIT
          ? { message: validationMessages.textTooLong({ field: field.label, length: value.length }) }
          : checkCell(context, "projects", field, field.kind === "date" ? cellOfDate(value) : value, -1);
      if (problem) problems.set(field.id, problem);
    }
  }
  return problems;
}

/** A draft holds dates as ISO texts, cells as days. */
const cellOfDate = (value: Draft[string]) =>
  typeof value === "string" ? (serialOfDate(value) ?? value) : value;
