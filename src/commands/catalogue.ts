import type { Localized } from "../domain/language";

/**
 * The product's commands, each defined once. The manifest's ribbon, the pane's menu, the keyboard and the
 * tests all read this list; `run.ts` says what each one does.
 */
export interface CommandDefinition {
  /** Action id in the manifest and in Office.actions; stable. */
  readonly id: string;
  readonly label: Localized;
  readonly description: Localized;
  /** File name stem of the icon in assets/: `<icon>-16.png`, `-32.png`, `-80.png`. */
  readonly icon: string;
  /** Keyboard shortcut in Office's notation, e.g. "Ctrl+Alt+P". */
  readonly shortcut?: string;
  /** Shows the pane instead of running without it. */
  readonly opensPane?: true;
}

export const commands = [
  {
    id: "showPane",
    label: { fr: "Volet BVN", en: "BVN pane" },
    description: { fr: "Ouvrir le volet du baromètre.", en: "Open the barometer's pane." },
    icon: "bvn",
    shortcut: "Ctrl+Alt+B",
    opensPane: true,
  },
  {
    id: "createStudy",
    label: { fr: "Créer ou réparer l’étude", en: "Create or repair study" },
    description: {
      fr: "Faire de ce classeur un classeur d’étude, ou réparer celui-ci sans rien effacer.",
      en: "Turn this workbook into a study workbook, or repair it without erasing anything.",
    },
    icon: "study",
  },
  {
    id: "enterProject",
    label: { fr: "Saisir un projet", en: "Enter a project" },
    description: {
      fr: "Ouvrir la saisie d’un nouveau projet dans le volet.",
      en: "Open a new project in the pane.",
    },
    icon: "project",
    shortcut: "Ctrl+Alt+P",
    opensPane: true,
  },
  {
    id: "checkWorkbook",
    label: { fr: "Vérifier", en: "Check" },
    description: {
      fr: "Relire toutes les réponses et montrer celles qui ne vont pas.",
      en: "Read every answer again and show the ones that are wrong.",
    },
    icon: "check",
    shortcut: "Ctrl+Alt+V",
    opensPane: true,
  },
  {
    id: "loadSample2014",
    label: { fr: "Exemple 2014", en: "2014 sample" },
    description: {
      fr: "Remplir une étude vide avec le panel de 2014 et des projets inventés.",
      en: "Fill an empty study with the 2014 panel and invented projects.",
    },
    icon: "sample",
  },
  {
    id: "undoLast",
    label: { fr: "Annuler la saisie", en: "Undo entry" },
    description: {
      fr: "Défaire la dernière modification faite par BVN.",
      en: "Undo the last change made by BVN.",
    },
    icon: "undo",
  },
] as const satisfies readonly CommandDefinition[];

/** Id of one of the product's commands. */
export type CommandId = (typeof commands)[number]["id"];
