import type { Codebook, Field } from "../codebook";
import type { Localized } from "../language";
import type { Draft } from "../records/project";
import { normalizeText } from "../text/normalize";

/**
 * Whether a draft's value is an answer. "NR", "SO" and "NSP" are: they were chosen on purpose; so is a 0 that
 * was typed as a number.
 * @example isGiven("NR") // true
 * @example isGiven(" ") // false
 */
export function isGiven(value: Draft[string] | undefined): value is string | number {
  if (value === null || value === undefined) return false;
  return typeof value === "number" || /[0-9A-Za-z]/.test(value) || normalizeText(value) !== "";
}

/**
 * What two answers are compared by. Texts are equal when their characters are, however composed and spaced.
 * @example valueKey(" Un  essai") === valueKey("Un essai") // true
 * @example valueKey(3) === valueKey("3") // true
 */
export function valueKey(value: string | number): string {
  return typeof value === "number" ? String(value) : value.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** Whether two values of a draft show the same; blanks are alike. */
export function sameValue(a: Draft[string] | undefined, b: Draft[string] | undefined): boolean {
  return isGiven(a) ? isGiven(b) && valueKey(a) === valueKey(b) : !isGiven(b);
}

/** Whether a row says everything another one says. */
export function contains(row: Draft, part: Draft): boolean {
  return Object.entries(part).every(([field, value]) => !isGiven(value) || sameValue(row[field], value));
}

/** Whether no field is answered differently by both. */
export function compatible(a: Draft, b: Draft): boolean {
  return Object.entries(b).every(
    ([field, value]) => !isGiven(value) || !isGiven(a[field]) || sameValue(a[field], value),
  );
}

/** Whether two rows show the same in every field. */
export function sameRow(a: Draft, b: Draft): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((field) => sameValue(a[field], b[field]));
}

/** A value as a person reads it. */
export function shownValue(codebook: Codebook, field: Field, value: string | number): Localized {
  if (field.kind === "code" && typeof value === "number") {
    return { fr: codebook.display(field.list!, value, "fr"), en: codebook.display(field.list!, value, "en") };
  }
  return { fr: String(value), en: String(value) };
}
