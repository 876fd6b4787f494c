import { localeOf, type Language, type Localized } from "../language";

/**
 * A message of the catalogue: what happened, what was expected and what to do, in both languages. Messages
 * are identified by their key in the catalogue, which tests and files refer to, never by their text.
 */
export type MessageTemplate<P> = (params: P) => Localized;

/** Quotes a value as each language does; long values are cut. */
export function quoted(value: unknown, language: Language): string {
  const text = asText(value);
  const shown = text.length > 80 ? `${text.slice(0, 77)}…` : text;
  return language === "fr" ? `« ${shown} »` : `“${shown}”`;
}

/** Both languages from one function. */
export function both(write: (language: Language) => string): Localized {
  return { fr: write("fr"), en: write("en") };
}

/**
 * A whole number with its noun: French takes the plural from 2 on, English for all but 1.
 * @example counted(1, ["projet", "projets"], ["project", "projects"]).fr // "1 projet"
 * @example counted(0, ["projet", "projets"], ["project", "projects"]).en // "0 projects"
 */
export const counted = (
  count: number,
  fr: readonly [one: string, many: string],
  en: readonly [one: string, many: string],
): Localized => ({
  fr: `${formatted(count, "fr")} ${fr[count > 1 ? 1 : 0]}`,
  en: `${formatted(count, "en")} ${en[count === 1 ? 0 : 1]}`,
});

/** Values in a sentence: at most `most`, then an ellipsis. */
export function listed(values: readonly string[], most = 8): string {
  return values.length > most ? `${values.slice(0, most).join(", ")}…` : values.join(", ");
}

/** A value as a person knows it; Excel hands errors over as objects. */
function asText(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  const error = value as { basicValue?: unknown; code?: unknown };
  return String(error.basicValue ?? error.code ?? value);
}

/** A number as people write it in each language; anything else as it is. */
export function formatted(value: unknown, language: Language): string {
  return typeof value === "number" ? value.toLocaleString(localeOf(language)) : asText(value);
}
