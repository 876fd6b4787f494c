import { localeOf, type Language, type Localized } from "../../domain/language";
import { counted } from "../../domain/messages/define";
import { typeset } from "../../domain/text/typography";

/** A sentence in both languages, or a function that makes one. A missing language does not compile. */
export type Entry = Localized | ((...args: never[]) => Localized);

/** The same dictionary in one language. */
export type Spoken<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => Localized ? (...args: A) => string : string;
};

export { counted, typeset };

/** A share as people write it: "85 %", "85%". */
export const percent = (share: number, language: Language): string =>
  share.toLocaleString(localeOf(language), { style: "percent" });

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
