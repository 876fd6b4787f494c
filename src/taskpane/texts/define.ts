import type { Language, Localized } from "../../domain/language";
import { typeset } from "../../domain/text/typography";

/** A sentence in both languages, or a function that makes one. A missing language does not compile. */
export type Entry = Localized | ((...args: never[]) => Localized);

/** The same dictionary in one language. */
export type Spoken<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => Localized ? (...args: A) => string : string;
};

export { typeset };

/** A whole number with its noun, "813 projets": French takes the plural from 2 on, English for all but 1. */
export const counted = (
  count: number,
  fr: [one: string, many: string],
  en: [one: string, many: string],
): Localized => ({
  fr: `${count.toLocaleString("fr-FR")} ${fr[count > 1 ? 1 : 0]}`,
  en: `${count.toLocaleString("en-GB")} ${en[count === 1 ? 0 : 1]}`,
});

/** A dictionary in one language. */
export function speak<T extends Record<string, Entry>>(entries: T, language: Language): Spoken<T> {
  const spoken: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(entries)) {
    spoken[key] =
      typeof entry === "function"
        ? (...args: unknown[]) =>
            typeset((entry as (...args: unknown[]) => Localized)(...args)[language], language)
        : typeset(entry[language], language);
  }
  return spoken as Spoken<T>;
}
