import type { Entry } from "./define";

export const helpTexts = {
  helpCommands: { fr: "Commandes", en: "Commands" },
  helpKeyboard: { fr: "Clavier", en: "Keyboard" },
  helpMissing: { fr: "Réponses manquantes", en: "Missing answers" },
  helpMissingText: {
    fr: "Une réponse vide est « non renseignée » : elle est comptée à part, ce n’est ni une erreur ni un zéro. « SO » (sans objet) et « NSP » (ne sait pas) sont gardés tels quels.",
    en: "A blank answer is “not reported”: it is counted apart, neither an error nor a zero. “SO” (not applicable) and “NSP” (don’t know) are kept as they are.",
  },
  helpCodebook: { fr: "Questions et codes", en: "Questions and codes" },
  helpFunctions: { fr: "Toutes les commandes et fonctions", en: "All commands and functions" },
  keySave: { fr: "Enregistrer le projet", en: "Save the project" },
  keySaveAndNew: { fr: "Enregistrer et saisir le suivant", en: "Save and enter the next one" },
  keyMove: { fr: "Projet précédent, suivant", en: "Previous, next project" },
  keyDigit: {
    fr: "Dans une liste de codes : choisir cette réponse",
    en: "In a list of codes: choose this answer",
  },
  keyZero: { fr: "Dans une liste de codes : effacer la réponse", en: "In a list of codes: clear the answer" },
  keyUndo: {
    fr: "Hors d’un texte : défaire la dernière modification",
    en: "Outside a text: undo the last change",
  },
  keyEscape: { fr: "Fermer une liste ; continuer la saisie", en: "Close a list; keep editing" },
  pageUp: { fr: "Page préc.", en: "Page Up" },
  pageDown: { fr: "Page suiv.", en: "Page Down" },
  enterKey: { fr: "Entrée", en: "Enter" },
  escapeKey: { fr: "Échap", en: "Esc" },
  shiftKey: { fr: "Maj", en: "Shift" },
} satisfies Record<string, Entry>;
