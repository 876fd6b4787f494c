import type { Localized } from "../src/domain/language";

/** What the manifest says of the product itself; never change the id. */
export const product = {
  id: "7c3f6f0e-5d0b-4a6e-9b57-3f1d8a2e4c61",
  provider: "Baromètre des villes numériques",
  namespace: "BVN",
  name: { fr: "BVN – Baromètre des villes numériques", en: "BVN – Digital cities barometer" },
  shortName: { fr: "Baromètre", en: "Barometer" },
  tab: { fr: "BVN", en: "BVN" },
  description: {
    fr: "Saisir les projets numériques des territoires, calculer leurs indicateurs en direct, contrôler les réponses.",
    en: "Enter the digital projects of territories, compute their indicators live, check the answers.",
  },
  getStartedTitle: { fr: "Le baromètre est prêt", en: "The barometer is ready" },
  getStarted: {
    fr: "Onglet BVN : créez l’étude, puis saisissez un projet ou tapez =BVN.MATURITY() dans une cellule.",
    en: "BVN tab: create the study, then enter a project or type =BVN.MATURITY() in a cell.",
  },
} as const satisfies Record<string, string | Localized>;

/** Excel's name of each language, as manifests and office.js write it. */
export const officeLocales = { fr: "fr-FR", en: "en-US" } as const;

/**
 * What Excel must offer. `test/unit/manifest.test.ts` computes from the code the highest ExcelApi set it uses;
 * docs/deploy.md says which versions of Excel that makes.
 */
export const requirements: Readonly<Record<string, string>> = {
  SharedRuntime: "1.1",
  CustomFunctionsRuntime: "1.2",
  ExcelApi: "1.13",
};

/** Sets the product uses where Excel has them, asking at run time, and does without elsewhere. */
export const optionalSets: Readonly<Record<string, string>> = {
  RibbonApi: "1.1",
};
