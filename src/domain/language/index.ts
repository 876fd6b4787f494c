/** The two languages of the product; French comes first everywhere. */
export type Language = "fr" | "en";

/** One text in both languages. */
export interface Localized {
  readonly fr: string;
  readonly en: string;
}

/** The product's languages, French first. */
export const languages: readonly Language[] = ["fr", "en"];

/**
 * The language the product speaks for a display language of Office.
 * @example languageOf("fr-FR") // "fr"
 * @example languageOf("de-DE") // "en"
 */
export function languageOf(displayLanguage: string | null | undefined): Language {
  return displayLanguage && !/^fr/i.test(displayLanguage) ? "en" : "fr";
}

/**
 * The locale whose way of writing numbers and days a language takes.
 * @example (1234.5).toLocaleString(localeOf("en")) // "1,234.5"
 */
export const localeOf = (language: Language): string => (language === "fr" ? "fr-FR" : "en-GB");
