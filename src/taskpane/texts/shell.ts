import { counted, type Entry } from "./define";

export const shellTexts = {
  pane: { fr: "Baromètre des villes numériques", en: "Barometer of digital cities" },
  screens: { fr: "Écrans", en: "Screens" },
  screenGroups: { fr: "Parties du volet", en: "Parts of the pane" },
  territoryCount: (count: number) =>
    counted(count, ["territoire", "territoires"], ["territory", "territories"]),
  projectCount: (count: number) => counted(count, ["projet", "projets"], ["project", "projects"]),
  starting: { fr: "Lecture du classeur…", en: "Reading the workbook…" },
  /** Of a list shown a part at a time. */
  showMore: (count: number) => ({ fr: `Afficher ${count} de plus`, en: `Show ${count} more` }),
  dismiss: { fr: "Fermer ce message", en: "Close this message" },
  cancelWork: { fr: "Arrêter", en: "Stop" },
  undoOf: (what: string) => ({ fr: `Annuler : ${what}`, en: `Undo: ${what}` }),
  undoShort: { fr: "Annuler", en: "Undo" },

  noStudyTitle: { fr: "Ce classeur n’est pas encore une étude", en: "This workbook is not a study yet" },
  noStudyText: {
    fr: "BVN y ajoutera ses feuilles (panel, projets, codes…) sans toucher à celles qui s’y trouvent.",
    en: "BVN will add its sheets (panel, projects, codes…) and leave those already there untouched.",
  },
  edition: { fr: "Édition", en: "Edition" },
  orTry: { fr: "Pour essayer avec des données", en: "To try it with data" },

  damagedTitle: { fr: "Il manque des parties de l’étude", en: "Parts of the study are missing" },
  damagedText: {
    fr: "La réparation remet ce qui manque et n’efface rien.",
    en: "Repairing puts back what is missing and erases nothing.",
  },

  crashTitle: { fr: "Le volet a rencontré une erreur", en: "The pane met an error" },
  crashText: {
    fr: "Le classeur n’a pas été modifié. Reprenez ; si l’erreur revient, rouvrez le volet.",
    en: "The workbook was not changed. Carry on; if the error comes back, open the pane anew.",
  },
  carryOn: { fr: "Reprendre", en: "Carry on" },
  technicalDetail: { fr: "Détail technique", en: "Technical detail" },
} satisfies Record<string, Entry>;
