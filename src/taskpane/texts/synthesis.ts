import type { Entry } from "./define";

export const synthesisTexts = {
  title: { fr: "Synthèse", en: "Synthesis" },
  intro: {
    fr: "L’étude publiée dans une feuille du classeur : un tableau, un graphique et une phrase par question. Ils suivent la base ; reconstruisez quand des réponses, des codes ou des territoires sont arrivés.",
    en: "The published study on a sheet of the workbook: a table, a chart and a sentence for each question. They follow the base; rebuild when answers, codes or territories have come.",
  },
  build: { fr: "Construire la synthèse", en: "Build the synthesis" },
  mapOf: { fr: "Carte colorée par", en: "Map coloured by" },
  mapHelp: {
    fr: "Change à la prochaine construction ; le classeur s’en souvient.",
    en: "Changes at the next build; the workbook remembers it.",
  },
  yours: { fr: "Ce que vous y ajoutez", en: "What you add to them" },
  kept: {
    fr: "Vos cellules, vos graphiques et vos feuilles restent. Un titre ou une formule que vous avez changés sont gardés ; un graphique ou une section que vous avez supprimés ne reviennent pas.",
    en: "Your cells, charts and sheets stay. A title or a formula you have changed is kept; a chart or a section you have deleted does not come back.",
  },
  fiche: { fr: "Position d’un territoire", en: "Position of a territory" },
  ficheIntro: {
    fr: "La feuille Fiche montre un territoire parmi ses pairs ; le territoire et les pairs se choisissent aussi dans ses cases jaunes.",
    en: "The sheet Fiche shows a territory among its peers; the territory and the peers can be chosen in its yellow cells too.",
  },
  territory: { fr: "Territoire", en: "Territory" },
  placeholder: { fr: "Nom ou code", en: "Name or code" },
  notInPanel: (text: string) => ({
    fr: `Aucun territoire du panel ne ressemble à « ${text} ».`,
    en: `No territory of the panel is like “${text}”.`,
  }),
  openFiche: { fr: "Ouvrir la fiche", en: "Open the sheet" },
  restore: { fr: "Tout remettre…", en: "Put everything back…" },
  sure: {
    fr: "Remettre les sections et les graphiques supprimés, et remplacer ce que vous avez changé dans les cellules de la feuille ? Ce que vous avez ajouté à côté reste.",
    en: "Put back deleted sections and charts, and replace what you changed in the sheet’s own cells? What you added beside them stays.",
  },
  restoreSynthesis: { fr: "Dans la synthèse", en: "In the synthesis" },
  restoreFiche: { fr: "Dans la fiche", en: "In the territory’s sheet" },
  no: { fr: "Annuler", en: "Cancel" },
} as const satisfies Record<string, Entry>;
