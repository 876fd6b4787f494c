/** Excel.Worksheet, WorksheetCollection, WorksheetProtection, WorksheetFreezePanes */
import { BooleanNumber, type Worksheet } from "@univerjs/core";
import {
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  SetWorksheetOrderMutation,
} from "@univerjs/sheets";
import { MAX_COLUMNS, MAX_ROWS, type Area } from "../address";
import { newId } from "../book";
import { open, openOrNull, type ExcelClass } from "../class-table";
import type { HostCore } from "../core";
import { accessDenied, invalidArgument, itemAlreadyExists, itemNotFound } from "../errors";
import { EventKind, WORKBOOK_TARGET } from "../events";
import { chartsClass } from "./charts";
import { shapesClass } from "./shapes";
import { namesClass } from "./names";
import { rangeClass } from "./range";
import { tablesClass } from "./tables";
import {
  freezePanesClass,
  keptSheet,
  pageLayoutClass,
  worksheetProtectionClass,
  type SheetRef,
} from "./worksheet-parts";

const sheetOf = (self: SheetRef, host: HostCore): Worksheet => host.book.sheet(self.id);
const whole = (self: SheetRef): Area => ({
  sheetId: self.id,
  row: 0,
  column: 0,
  rows: MAX_ROWS,
  columns: MAX_COLUMNS,
});
const visible = (sheet: Worksheet) => sheet.isSheetHidden() !== BooleanNumber.TRUE;

function checkName(name: string, host: HostCore, own?: string): void {
  if (!name || name.length > 31 || /[\\/?*[\]:]/.test(name) || name.startsWith("'") || name.endsWith("'"))
    throw invalidArgument(`"${name}" cannot be the name of a worksheet.`);
  const other = host.book.findSheet(name);
  if (other && other.getSheetId() !== own) throw itemAlreadyExists(`the worksheet ${name}`);
}
function checkStructure(host: HostCore): void {
  if (host.workbook.protectedStructure) throw accessDenied("the workbook's structure is protected.");
}
function position(self: SheetRef, host: HostCore): number {
  return host.book.sheets().findIndex((s) => s.getSheetId() === self.id);
}

export const worksheetClass: ExcelClass<SheetRef> = {
  name: "Worksheet",
  identity: (self) => ({ Id: self.id }),
  scalars: {
    Id: { get: (self, host) => sheetOf(self, host).getSheetId() },
    Name: {
      get: (self, host) => sheetOf(self, host).getName(),
      set: (self, name: string, host) => {
        checkStructure(host);
        checkName(name, host, self.id);
        const { book } = host;
        book.commands.syncExecuteCommand(SetWorksheetNameCommand.id, {
          unitId: book.unitId,
          subUnitId: self.id,
          name,
        });
      },
    },
    Position: {
      get: position,
      set: (self, to: number, host) => {
        checkStructure(host);
        const { book } = host;
        const params = {
          unitId: book.unitId,
          subUnitId: self.id,
          fromOrder: position(self, host),
          toOrder: to,
        };
        book.commands.syncExecuteCommand(SetWorksheetOrderMutation.id, params);
      },
    },
    Visibility: {
      get: (self, host) =>
        visible(sheetOf(self, host)) ? "Visible" : host.veryHidden.has(self.id) ? "VeryHidden" : "Hidden",
      set: (self, value: string, host) => setVisibility(self, value, host),
    },
    TabColor: {
      get: (self, host) => host.book.facadeSheet(self.id).getTabColor() ?? "",
      set: (self, color: string, host) => void host.book.facadeSheet(self.id).setTabColor(color),
    },
    ShowGridlines: {
      get: (self, host) => !host.book.facadeSheet(self.id).hasHiddenGridLines(),
      set: (self, shown, host) => void host.book.facadeSheet(self.id).setHiddenGridlines(!shown),
    },
    ShowHeadings: keptSheet("ShowHeadings", true),
    // The client reads showGridlines and showHeadings by these names and writes them by others.
    Gridlines: {
      get: (self, host) => !host.book.facadeSheet(self.id).hasHiddenGridLines(),
      set: (self, shown, host) => void host.book.facadeSheet(self.id).setHiddenGridlines(!shown),
    },
    Headings: keptSheet("ShowHeadings", true),
    StandardWidth: keptSheet("StandardWidth", 8.43),
    StandardHeight: { get: () => 15 },
    EnableCalculation: keptSheet("EnableCalculation", true),
  },
  objects: {
    Charts: { open: (self) => open(chartsClass, self) },
    FreezePanes: { open: (self) => open(freezePanesClass, self) },
    Names: { open: (self) => open(namesClass, { scope: self.id }) },
    PageLayout: { open: (self) => open(pageLayoutClass, self) },
    Protection: { open: (self) => open(worksheetProtectionClass, self) },
    Shapes: { open: (self) => open(shapesClass, self) },
    Tables: {
      open: (self, host) => open(tablesClass, { sheetId: self.id, pick: () => host.tables.all(self.id) }),
    },
  },
  methods: {
    Activate: (self, _args, host) => {
      if (!visible(sheetOf(self, host))) throw invalidArgument("a hidden worksheet cannot be activated.");
      host.book.activate(self.id);
      return null;
    },
    Calculate: async (_self, [full], host) => {
      await host.calculation.calculateNow(!!full);
      return null;
    },
    Delete: (self, _args, host) => {
      checkStructure(host);
      const others = host.book.sheets().filter((s) => s.getSheetId() !== self.id && visible(s));
      if (!others.length) throw invalidArgument("a workbook keeps at least one visible worksheet.");
      sheetOf(self, host);
      for (const table of host.tables.all(self.id)) host.tables.remove(table, false);
      host.book.facade().deleteSheet(self.id);
      return null;
    },
    _GetSheetById: (_self, [id]) => open(worksheetClass, { id }),
    _GetAnotherWorksheetById: (_self, [id]) => open(worksheetClass, { id }),
    GetCell: (self, [row, column]) =>
      open(rangeClass, { sheetId: self.id, row, column, rows: 1, columns: 1 }),
    GetNext: (self, [onlyVisible], host) => neighbour(self, host, 1, onlyVisible),
    GetNextOrNullObject: (self, [onlyVisible], host) => neighbour(self, host, 1, onlyVisible, true),
    GetPrevious: (self, [onlyVisible], host) => neighbour(self, host, -1, onlyVisible),
    GetPreviousOrNullObject: (self, [onlyVisible], host) => neighbour(self, host, -1, onlyVisible, true),
    GetRange: (self, [address], host) => {
      sheetOf(self, host);
      if (address === undefined || address === null || address === "") return open(rangeClass, whole(self));
      const found = host.names.resolve(String(address), self.id);
      if (!found || found.sheetId !== self.id)
        throw invalidArgument(`"${address}" is no range of this worksheet.`);
      return open(rangeClass, found);
    },
    GetRangeByIndexes: (self, [row, column, rows, columns], host) => {
      sheetOf(self, host);
      if (
        row < 0 ||
        column < 0 ||
        rows < 1 ||
        columns < 1 ||
        row + rows > MAX_ROWS ||
        column + columns > MAX_COLUMNS
      )
        throw invalidArgument("the range would lie outside the sheet.");
      return open(rangeClass, { sheetId: self.id, row, column, rows, columns });
    },
    GetUsedRange: async (self, [valuesOnly], host) => {
      await host.settleBeforeReading();
      return open(
        rangeClass,
        host.book.used(self.id, !!valuesOnly) ?? { ...whole(self), rows: 1, columns: 1 },
      );
    },
    GetUsedRangeOrNullObject: async (self, [valuesOnly], host) => {
      await host.settleBeforeReading();
      return openOrNull(rangeClass, host.book.used(self.id, !!valuesOnly));
    },
  },
};
function neighbour(self: SheetRef, host: HostCore, step: number, onlyVisible: boolean, orNull = false) {
  const sheets = host.book.sheets();
  for (let i = position(self, host) + step; sheets[i]; i += step)
    if (!onlyVisible || visible(sheets[i]!)) return open(worksheetClass, { id: sheets[i]!.getSheetId() });
  if (orNull) return null;
  throw itemNotFound("the worksheet beside this one");
}
function setVisibility(self: SheetRef, value: string, host: HostCore): void {
  checkStructure(host);
  const sheet = sheetOf(self, host);
  const hide = value !== "Visible";
  const { book } = host;
  if (hide && !book.sheets().some((s) => s !== sheet && visible(s)))
    throw invalidArgument("a workbook keeps at least one visible worksheet.");
  if (value === "VeryHidden") host.veryHidden.add(self.id);
  else host.veryHidden.delete(self.id);
  if (hide && book.activeSheetId === self.id)
    book.activate(
      book
        .sheets()
        .find((s) => s !== sheet && visible(s))!
        .getSheetId(),
    );
  book.commands.syncExecuteCommand(SetWorksheetHideMutation.id, {
    unitId: book.unitId,
    subUnitId: self.id,
    hidden: hide ? BooleanNumber.TRUE : BooleanNumber.FALSE,
  });
}

export const worksheetsClass: ExcelClass<null> = {
  name: "WorksheetCollection",
  scalars: {},
  items: (_self, host) => host.book.sheets().map((s) => open(worksheetClass, { id: s.getSheetId() })),
  indexer: (_self, key, host) => found(key, host),
  methods: {
    Add: (_self, [name], host) => {
      checkStructure(host);
      const { book } = host;
      let chosen = name as string | null | undefined;
      const prefix = host.lang === "fr" ? "Feuil" : "Sheet";
      for (let n = book.sheets().length + 1; !chosen; n++)
        if (!book.findSheet(`${prefix}${n}`)) chosen = `${prefix}${n}`;
      checkName(chosen, host);
      const before = book.activeSheetId;
      const id = newId();
      host.events.quietly(() => {
        book.facade().insertSheet(chosen!, {
          index: book.sheets().length,
          sheet: { id, rowCount: 1000, columnCount: 40 },
        });
        book.activate(before);
      });
      host.events.emit(EventKind.SheetAdded, [WORKBOOK_TARGET], { source: "Local", worksheetId: id });
      return open(worksheetClass, { id });
    },
    GetActiveWorksheet: (_self, _args, host) => open(worksheetClass, { id: host.book.activeSheetId }),
    GetCount: (_self, [onlyVisible], host) =>
      host.book.sheets().filter((s) => !onlyVisible || visible(s)).length,
    GetFirst: (_self, [onlyVisible], host) =>
      open(worksheetClass, {
        id: host.book
          .sheets()
          .find((s) => !onlyVisible || visible(s))!
          .getSheetId(),
      }),
    GetLast: (_self, [onlyVisible], host) =>
      open(worksheetClass, {
        id: host.book
          .sheets()
          .filter((s) => !onlyVisible || visible(s))
          .at(-1)!
          .getSheetId(),
      }),
    GetItem: (_self, [key], host) => found(key, host),
    GetItemOrNullObject: (_self, [key], host) => {
      const sheet = host.book.findSheet(key);
      return openOrNull(worksheetClass, sheet && { id: sheet.getSheetId() });
    },
  },
};
function found(key: string, host: HostCore) {
  const sheet = host.book.findSheet(key);
  if (!sheet) throw itemNotFound(`the worksheet ${key}`);
  return open(worksheetClass, { id: sheet.getSheetId() });
}
