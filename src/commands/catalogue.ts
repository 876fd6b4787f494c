import type { Localized } from "../domain/language";
import type { CommandGroup } from "./groups";

/** What must be there for a command to make sense: a study, projects in it, none yet, something to undo. */
export type Need = "study" | "projects" | "noProjects" | "undoable";

/**
 * The product's commands, each defined once. The manifest's ribbon, the pane's menu, the keyboard and the
 * tests all read this list; `run.ts` says what each one does.
 */
export interface CommandDefinition {
  /** Action id in the manifest and in Office.actions; stable. */
  readonly id: string;
  /** Where it stands in the ribbon. */
  readonly group: CommandGroup;
  readonly label: Localized;
  readonly description: Localized;
  /** File name stem of the icon in assets/: `<icon>-16.png`, `-32.png`, `-80.png`. */
  readonly icon: string;
  /** Keyboard shortcut in Office's notation, e.g. "Ctrl+Alt+P". */
  readonly shortcut?: string;
  /** Without it the button is off; see `ribbon.ts`. */
  readonly needs?: Need;
  /** Shows the pane instead of running without it. */
  readonly opensPane?: true;
}

export const commands = [
  {
    id: "showPane",
    group: "entry",
    label: { fr: "Volet BVN", en: "BVN pane" },
    description: { fr: "Ouvrir le volet du baromètre.", en: "Open the barometer's pane." },
    icon: "bvn",
    shortcut: "Ctrl+Alt+B",
    opensPane: true,
  },
  {
    id: "createStudy",
    group: "entry",
    label: { fr: "Créer ou réparer l’étude", en: "Create or repair study" },
    description: {
      fr: "Faire de ce classeur un classeur d’étude, ou réparer celui-ci sans rien effacer.",
      en: "Turn this workbook into a study workbook, or repair it without erasing anything.",
    },
    icon: "study",
  },
  {
    id: "enterProject",
    group: "entry",
    needs: "study",
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
    group: "entry",
    needs: "study",
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
    id: "territorySheet",
    group: "entry",
    needs: "study",
    label: { fr: "Fiche du territoire", en: "Territory sheet" },
    description: {
      fr: "Saisir l’identité d’un territoire, ses répondants, ses motivations et son accord avec les affirmations.",
      en: "Enter a territory’s identity, respondents, motivations and agreement with the statements.",
    },
    icon: "territory",
    shortcut: "Ctrl+Alt+T",
    opensPane: true,
  },
  {
    id: "makeQuestionnaires",
    group: "campaign",
    needs: "study",
    label: { fr: "Faire les questionnaires", en: "Make questionnaires" },
    description: {
      fr: "Faire le questionnaire d’un territoire, d’une sélection ou de tout le panel.",
      en: "Make the questionnaire of one territory, a selection or the whole panel.",
    },
    icon: "questionnaire",
    opensPane: true,
  },
  {
    id: "importReturns",
    group: "campaign",
    needs: "study",
    label: { fr: "Importer les retours", en: "Import returns" },
    description: {
      fr: "Lire les questionnaires renvoyés, décider de ce qui ne s’accorde pas, puis les prendre dans la base.",
      en: "Read returned questionnaires, decide what does not agree, then take them into the base.",
    },
    icon: "import",
    shortcut: "Ctrl+Alt+I",
    opensPane: true,
  },
  {
    id: "panelBoard",
    group: "campaign",
    needs: "study",
    label: { fr: "Suivi du panel", en: "Panel board" },
    description: {
      fr: "Voir qui a répondu, qui relancer, à qui demander des corrections.",
      en: "See who has answered, whom to remind, whom to ask for corrections.",
    },
    icon: "board",
    shortcut: "Ctrl+Alt+S",
    opensPane: true,
  },
  {
    id: "checkFigures",
    group: "results",
    needs: "study",
    label: { fr: "Chiffres publiés", en: "Published figures" },
    description: {
      fr: "Contrôler une liste de chiffres imprimés : ce qui ne peut pas être, et le plus proche possible.",
      en: "Check a list of printed figures: what cannot be, and the nearest that can.",
    },
    icon: "figures",
    opensPane: true,
  },
  {
    id: "loadSample2014",
    group: "help",
    needs: "noProjects",
    label: { fr: "Exemple 2014", en: "2014 sample" },
    description: {
      fr: "Remplir une étude vide avec le panel de 2014 et des réponses inventées.",
      en: "Fill an empty study with the 2014 panel and invented answers.",
    },
    icon: "sample",
  },
  {
    id: "undoLast",
    group: "entry",
    needs: "undoable",
    label: { fr: "Annuler la saisie", en: "Undo entry" },
    description: {
      fr: "Défaire la dernière modification faite par BVN.",
      en: "Undo the last change made by BVN.",
    },
    icon: "undo",
  },
  {
    id: "buildSynthesis",
    group: "results",
    needs: "study",
    label: { fr: "Synthèse", en: "Synthesis" },
    description: {
      fr: "Construire ou mettre à jour l’étude publiée : tableaux, graphiques et phrases ; vos ajouts restent.",
      en: "Build or bring up to date the published study: tables, charts and sentences; what you added stays.",
    },
    icon: "synthesis",
    shortcut: "Ctrl+Alt+Y",
    opensPane: true,
  },
  {
    id: "buildFiche",
    group: "results",
    needs: "projects",
    label: { fr: "Position d’un territoire", en: "Territory’s position" },
    description: {
      fr: "Ouvrir la feuille Fiche : un territoire choisi dans une liste, ses indicateurs parmi ses pairs, ses idées.",
      en: "Open the sheet Fiche: a territory chosen from a list, its indicators among its peers, its ideas.",
    },
    icon: "position",
  },
  {
    id: "makeReports",
    group: "results",
    needs: "projects",
    label: { fr: "Faire les rapports", en: "Make reports" },
    description: {
      fr: "Faire le rapport du panel ou ceux des territoires : classeurs avec graphiques, pages à imprimer.",
      en: "Make the report of the panel or those of territories: workbooks with charts, pages to print.",
    },
    icon: "report",
    shortcut: "Ctrl+Alt+R",
    opensPane: true,
  },
  {
    id: "formulaHelper",
    group: "results",
    label: { fr: "Formules BVN", en: "BVN formulas" },
    description: {
      fr: "Composer une formule BVN, ou comprendre celle de la cellule choisie.",
      en: "Compose a BVN formula, or understand the one of the selected cell.",
    },
    icon: "formula",
    shortcut: "Ctrl+Alt+F",
    opensPane: true,
  },
  {
    id: "exportData",
    group: "results",
    needs: "study",
    label: { fr: "Exporter", en: "Export" },
    description: {
      fr: "Sortir la base en CSV, SPSS ou Parquet, avec son dictionnaire.",
      en: "Take the base out as CSV, SPSS or Parquet, with its dictionary.",
    },
    icon: "export",
    opensPane: true,
  },
  {
    id: "anonymisedCopy",
    group: "results",
    needs: "study",
    label: { fr: "Copie anonymisée", en: "Anonymised copy" },
    description: {
      fr: "Faire une copie du classeur sans les personnes, à partager.",
      en: "Make a copy of the workbook without people, to share.",
    },
    icon: "anonymous",
    opensPane: true,
  },
  {
    id: "freezeFormulas",
    group: "results",
    label: { fr: "Figer les formules", en: "Freeze formulas" },
    description: {
      fr: "Remplacer toutes les formules BVN du classeur par leurs valeurs ; « Dégeler » les remet.",
      en: "Replace all BVN formulas of the workbook by their values; “Thaw” puts them back.",
    },
    icon: "freeze",
  },
  {
    id: "thawFormulas",
    group: "results",
    label: { fr: "Dégeler les formules", en: "Thaw formulas" },
    description: {
      fr: "Remettre les formules BVN qui ont été figées.",
      en: "Put the BVN formulas back that were frozen.",
    },
    icon: "thaw",
  },
  {
    id: "repairFormulas",
    group: "results",
    label: { fr: "Réparer les formules", en: "Repair formulas" },
    description: {
      fr: "Saisir de nouveau les formules BVN bloquées à #NOM?.",
      en: "Enter the BVN formulas again that are stuck at #NAME?.",
    },
    icon: "repair",
  },
  {
    id: "showHelp",
    group: "help",
    label: { fr: "Aide BVN", en: "BVN help" },
    description: {
      fr: "Ouvrir l’aide : prise en main, codes de l’étude, raccourcis.",
      en: "Open the help: first steps, codes of the study, shortcuts.",
    },
    icon: "help",
    opensPane: true,
  },
] as const satisfies readonly CommandDefinition[];

/** Id of one of the product's commands. */
export type CommandId = (typeof commands)[number]["id"];
