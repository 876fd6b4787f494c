import { lazy, type ComponentType } from "react";
import type { CommandId } from "../../commands/catalogue";
import { commandGroups, type CommandGroup } from "../../commands/groups";
import type { Localized } from "../../domain/language";
import { CheckScreen } from "../check/CheckScreen";
import { HelpScreen } from "../help/HelpScreen";
import { ProjectScreen } from "../project/ProjectScreen";

/** What the screens are for; the first row of tabs. */
export const screenGroups = commandGroups;
export type ScreenGroup = CommandGroup;

interface ScreenDefinition {
  readonly id: string;
  readonly group: ScreenGroup;
  /** One short word: the tabs of a group fit one row of 320 pixels. */
  readonly label: Localized;
  /** Commands of the ribbon and the keyboard that bring this screen. */
  readonly commands: readonly CommandId[];
  /** All but the first screens are loaded when first shown: `later(() => import(…))`. */
  readonly component: ComponentType;
}

/** A screen of a module that is loaded when it is first shown. */
const later = <K extends string>(
  load: () => Promise<Readonly<Record<K, ComponentType>>>,
  name: K,
): ComponentType => lazy(() => load().then((module) => ({ default: module[name] as ComponentType })));

/** Screens of the campaign, loaded together. */
const exchange = () => import(/* webpackChunkName: "exchange" */ "../exchange");

/** The pane's screens, in the order of their tabs: one entry each, nothing else to register. */
export const screens = [
  {
    id: "projects",
    group: "entry",
    label: { fr: "Projets", en: "Projects" },
    commands: ["showPane", "enterProject"],
    component: ProjectScreen as ComponentType,
  },
  {
    id: "territory",
    group: "entry",
    label: { fr: "Territoire", en: "Territory" },
    commands: ["territorySheet"],
    component: later(exchange, "PoliticsScreen"),
  },
  {
    id: "check",
    group: "entry",
    label: { fr: "Contrôle", en: "Check" },
    commands: ["checkWorkbook"],
    component: CheckScreen as ComponentType,
  },
  {
    id: "questionnaires",
    group: "campaign",
    label: { fr: "Envoi", en: "Send" },
    commands: ["makeQuestionnaires"],
    component: later(exchange, "QuestionnairesScreen"),
  },
  {
    id: "import",
    group: "campaign",
    label: { fr: "Import", en: "Import" },
    commands: ["importReturns"],
    component: later(exchange, "ImportScreen"),
  },
  {
    id: "board",
    group: "campaign",
    label: { fr: "Suivi", en: "Board" },
    commands: ["panelBoard"],
    component: later(exchange, "BoardScreen"),
  },
  {
    id: "synthesis",
    group: "results",
    label: { fr: "Synthèse", en: "Synthesis" },
    commands: ["buildSynthesis"],
    component: later(
      () => import(/* webpackChunkName: "synthesis" */ "../results/SynthesisScreen"),
      "SynthesisScreen",
    ),
  },
  {
    id: "reports",
    group: "results",
    label: { fr: "Rapports", en: "Reports" },
    commands: ["makeReports"],
    component: later(
      () => import(/* webpackChunkName: "results" */ "../reports/ReportsScreen"),
      "ReportsScreen",
    ),
  },
  {
    id: "formulas",
    group: "results",
    label: { fr: "Formules", en: "Formulas" },
    commands: ["formulaHelper"],
    component: later(
      () => import(/* webpackChunkName: "formulas" */ "../formulas/FormulasScreen"),
      "FormulasScreen",
    ),
  },
  {
    id: "figures",
    group: "results",
    label: { fr: "Chiffres", en: "Figures" },
    commands: ["checkFigures"],
    component: later(
      () => import(/* webpackChunkName: "figures" */ "../figures/FiguresScreen"),
      "FiguresScreen",
    ),
  },
  {
    id: "exports",
    group: "results",
    label: { fr: "Sorties", en: "Export" },
    commands: ["exportData", "anonymisedCopy"],
    component: later(
      () => import(/* webpackChunkName: "exports" */ "../exports/ExportsScreen"),
      "ExportsScreen",
    ),
  },
  {
    id: "help",
    group: "help",
    label: { fr: "Aide", en: "Help" },
    commands: ["showHelp"],
    component: HelpScreen as ComponentType,
  },
] as const satisfies readonly ScreenDefinition[];

export type Screen = (typeof screens)[number]["id"];

/** A screen by its id. */
export const screenOf = (id: Screen): ScreenDefinition & { readonly id: Screen } =>
  screens.find((screen) => screen.id === id)!;

/** The screens of a group, in order. */
export const screensIn = (group: ScreenGroup): readonly (ScreenDefinition & { readonly id: Screen })[] =>
  screens.filter((screen) => screen.group === group);

/** The screen a command brings; undefined for commands that do their work without the pane. */
export const screenOfCommand = (command: CommandId): Screen | undefined =>
  screens.find(({ commands }) => (commands as readonly CommandId[]).includes(command))?.id;
