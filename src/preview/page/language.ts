/** The preview's two languages. It knows nothing of the add-in's code, hence its own copy of this one fact. */
export type Language = "fr" | "en";

export const languageOf = (displayLanguage: string): Language => (/^fr/i.test(displayLanguage) ? "fr" : "en");

/** Office's name of each language. */
export const officeLocale = { fr: "fr-FR", en: "en-US" } as const;
