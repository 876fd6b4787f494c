import {
  LifecycleService,
  LifecycleStages,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
  type IWorkbookData,
  type Plugin,
  type PluginCtor,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import { UniverSheetsTablePlugin, UniverSheetsTableUIPlugin } from "@univerjs/preset-sheets-table";
import "@univerjs/sheets-table/facade";
import { defaultTheme, type Theme } from "@univerjs/themes";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-table/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import type { Settings } from "./settings";
import { say } from "./texts";

/** Rows and columns of a new sheet; a sheet grows when something is written beyond them. */
const rows = 2000;
const columns = 60;

const localeTexts = {
  fr: () =>
    Promise.all([
      import("@univerjs/preset-sheets-core/locales/fr-FR"),
      import("@univerjs/preset-sheets-data-validation/locales/fr-FR"),
      import("@univerjs/preset-sheets-table/locales/fr-FR"),
      import("@univerjs/preset-sheets-conditional-formatting/locales/fr-FR"),
    ]),
  en: () =>
    Promise.all([
      import("@univerjs/preset-sheets-core/locales/en-US"),
      import("@univerjs/preset-sheets-data-validation/locales/en-US"),
      import("@univerjs/preset-sheets-table/locales/en-US"),
      import("@univerjs/preset-sheets-conditional-formatting/locales/en-US"),
    ]),
};

/** Excel's green for selections and active tabs. */
const excelTheme: Theme = {
  ...defaultTheme,
  primary: {
    50: "#f0f8f3",
    100: "#d9eee1",
    200: "#b5ddc5",
    300: "#84c5a0",
    400: "#4ca677",
    500: "#21895a",
    600: "#107c41",
    700: "#0e6a38",
    800: "#0d5530",
    900: "#0b4527",
  },
};

/** A new workbook, its sheet named as Excel would. */
export function newWorkbook(settings: Settings): Partial<IWorkbookData> {
  const id = "{00000000-0001-0000-0000-000000000000}";
  return {
    id: "book1",
    name: say("bookName", settings.lang),
    sheetOrder: [id],
    sheets: {
      [id]: { id, name: settings.lang === "fr" ? "Feuil1" : "Sheet1", rowCount: rows, columnCount: columns },
    },
  };
}

/** Starts Univer in the container, with an empty workbook; `drawn` resolves when it has been drawn once. */
export async function createGrid(
  container: HTMLElement,
  settings: Settings,
): Promise<{ api: FUniver; drawn: Promise<void> }> {
  const locale = settings.lang === "fr" ? LocaleType.FR_FR : LocaleType.EN_US;
  const texts = await localeTexts[settings.lang]();
  const univer = new Univer({
    locale,
    locales: { [locale]: mergeLocales(...texts.map((module) => module.default)) },
    theme: excelTheme,
    darkMode: settings.theme !== "light",
    logLevel: LogLevel.WARN,
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      formulaBar: true,
      footer: { sheetBar: true, statisticBar: true, menus: true, zoomSlider: true },
      // Focus stays where the person put it, in the pane as often as in the grid.
      disableAutoFocus: true,
    }),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: true }),
    // The preset without its label above each table, which moves the sheet down and which Excel does not have.
    { plugins: [UniverSheetsTablePlugin, [UniverSheetsTableUIPlugin, { hideAnchor: true }]] },
    UniverSheetsConditionalFormattingPreset(),
  ];
  for (const { plugins } of presets)
    for (const entry of plugins as (PluginCtor<Plugin> | [PluginCtor<Plugin>, object])[])
      if (Array.isArray(entry)) univer.registerPlugin(entry[0], entry[1]);
      else univer.registerPlugin(entry);
  const api = FUniver.newAPI(univer);
  api.createWorkbook(newWorkbook(settings));
  const drawn = univer.__getInjector().get(LifecycleService).onStage(LifecycleStages.Rendered);
  return { api, drawn };
}
