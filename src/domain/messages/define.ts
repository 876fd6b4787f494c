import type { Language, Localized } from "../language";

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
  return typeof value === "number"
    ? value.toLocaleString(language === "fr" ? "fr-FR" : "en-GB")
    : asText(value);
}
