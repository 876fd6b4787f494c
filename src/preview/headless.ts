/**
 * Excel without Excel, in Node: Microsoft's client on the preview host on a headless Univer.
 * The client is loaded once a process; every call gives a fresh workbook. One at a time: the client's session is global.
 */
import { readFileSync } from "node:fs";
import { LogLevel, LocaleType, Univer, type Plugin, type PluginCtor } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsNodeCorePreset } from "@univerjs/preset-sheets-node-core";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import "@univerjs/sheets-conditional-formatting/facade";
import "@univerjs/sheets-table/facade";
import { createHost, installClient, type HostOptions, type PreviewHost } from "./host/index";
import { installOffice } from "./office/office-shim";
import { loadClient } from "./office/node-client";

export interface HeadlessExcel {
  host: PreviewHost;
  univerAPI: FUniver;
  Excel: typeof Excel;
  OfficeExtension: typeof OfficeExtension;
  Office: typeof Office;
  CustomFunctions: any;
  dispose(): void;
}
const CLIENT = require.resolve("@microsoft/office-js/dist/excel-web-16.00.js");
let client: Record<string, any> | null = null;

export async function createHeadlessExcel(options: Partial<HostOptions> = {}): Promise<HeadlessExcel> {
  client ??= loadClient(readFileSync(CLIENT, "utf8"), CLIENT);
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.SILENT,
  });
  for (const plugin of UniverSheetsNodeCorePreset().plugins)
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0] as PluginCtor<Plugin>, plugin[1]);
    else univer.registerPlugin(plugin as PluginCtor<Plugin>);
  univer.registerPlugin(UniverSheetsTablePlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  const univerAPI = FUniver.newAPI(univer);
  const lang = options.lang ?? "fr";
  const name = lang === "fr" ? "Feuil1" : "Sheet1";
  const id = "{00000000-0001-0000-0000-000000000000}";
  univerAPI.createWorkbook({
    id: "preview",
    name: lang === "fr" ? "Classeur1" : "Book1",
    sheetOrder: [id],
    sheets: { [id]: { id, name, rowCount: 1000, columnCount: 40 } },
  });
  const host = createHost(univerAPI, { draws: false, ...options });
  const uninstall = installClient(client as never, host);
  const closeOffice = installOffice(client, host);
  const globals = ["Excel", "Office", "OfficeExtension", "CustomFunctions"] as const;
  const before = globals.map((key) => (globalThis as Record<string, unknown>)[key]);
  for (const key of globals) (globalThis as Record<string, unknown>)[key] = client[key];
  return {
    host,
    univerAPI,
    Excel: client.Excel,
    OfficeExtension: client.OfficeExtension,
    Office: client.Office,
    CustomFunctions: client.CustomFunctions,
    dispose: () => {
      uninstall();
      closeOffice();
      host.dispose();
      univer.dispose();
      globals.forEach((key, i) => ((globalThis as Record<string, unknown>)[key] = before[i]));
    },
  };
}
