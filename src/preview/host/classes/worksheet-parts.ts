/** Excel.PageLayout, WorksheetProtection, WorksheetFreezePanes */
import { SetFrozenMutation } from "@univerjs/sheets";
import { MAX_COLUMNS, MAX_ROWS, type Area } from "../address";
import { open, openOrNull, type ExcelClass } from "../class-table";
import type { HostCore } from "../core";
import { itemNotFound } from "../errors";
import { rangeClass } from "./range";

export interface SheetRef {
  id: string;
}
/** A property of a sheet that is kept and given back, without an effect in the preview. */
export const keptSheet = (name: string, initial: unknown) => ({
  get: (self: SheetRef, host: HostCore) => host.kept(self.id)[name] ?? initial,
  set: (self: SheetRef, value: unknown, host: HostCore) => void (host.kept(self.id)[name] = value),
});
/** Print settings are taken note of and nothing more. */
const keepCall = (name: string) => (self: SheetRef, args: unknown[], host: HostCore) => {
  host.kept(self.id)[name] = args;
  return null;
};
export const pageLayoutClass: ExcelClass<SheetRef> = {
  name: "PageLayout",
  scalars: {
    Orientation: keptSheet("Orientation", "Portrait"),
    PaperSize: keptSheet("PaperSize", "A4"),
    CenterHorizontally: keptSheet("CenterHorizontally", false),
    PrintGridlines: keptSheet("PrintGridlines", false),
    Zoom: keptSheet("Zoom", { scale: 100 }),
    BlackAndWhite: keptSheet("BlackAndWhite", false),
    CenterVertically: keptSheet("CenterVertically", false),
    DraftMode: keptSheet("DraftMode", false),
    FirstPageNumber: keptSheet("FirstPageNumber", ""),
    PrintHeadings: keptSheet("PrintHeadings", false),
    PrintOrder: keptSheet("PrintOrder", "DownThenOver"),
    LeftMargin: keptSheet("LeftMargin", 50.4),
    RightMargin: keptSheet("RightMargin", 50.4),
    TopMargin: keptSheet("TopMargin", 54),
    BottomMargin: keptSheet("BottomMargin", 54),
    HeaderMargin: keptSheet("HeaderMargin", 21.6),
    FooterMargin: keptSheet("FooterMargin", 21.6),
  },
  methods: {
    SetPrintArea: keepCall("PrintArea"),
    SetPrintTitleRows: keepCall("PrintTitleRows"),
    SetPrintTitleColumns: keepCall("PrintTitleColumns"),
    SetPrintMargins: keepCall("PrintMargins"),
  },
};
export const worksheetProtectionClass: ExcelClass<SheetRef> = {
  name: "WorksheetProtection",
  scalars: {
    Protected: { get: (self, host) => !!host.protection.of(self.id) },
    Options: { get: (self, host) => host.protection.of(self.id)?.options ?? null },
  },
  methods: {
    Protect: (self, [options, password], host) => {
      host.protection.protect(self.id, options ?? {}, password || undefined);
      return null;
    },
    Unprotect: (self, [password], host) => {
      host.protection.unprotect(self.id, password || undefined);
      return null;
    },
  },
};
export const freezePanesClass: ExcelClass<SheetRef> = {
  name: "WorksheetFreezePanes",
  scalars: {},
  methods: {
    FreezeRows: (self, [count = 1], host) => freeze(self, host, count, 0),
    FreezeColumns: (self, [count = 1], host) => freeze(self, host, 0, count),
    FreezeAt: (self, [range], host) => {
      const area: Area = typeof range === "string" ? host.names.resolve(range, self.id)! : range.self;
      return freeze(self, host, area.row + area.rows, area.column + area.columns);
    },
    Unfreeze: (self, _args, host) => freeze(self, host, 0, 0),
    GetLocation: (self, _args, host) => {
      const area = frozen(self, host);
      if (!area) throw itemNotFound("frozen panes");
      return open(rangeClass, area);
    },
    GetLocationOrNullObject: (self, _args, host) => openOrNull(rangeClass, frozen(self, host)),
  },
};
function freeze(self: SheetRef, host: HostCore, rows: number, columns: number): null {
  host.book.commands.syncExecuteCommand(SetFrozenMutation.id, {
    unitId: host.book.unitId,
    subUnitId: self.id,
    startRow: rows || -1,
    startColumn: columns || -1,
    ySplit: rows,
    xSplit: columns,
  });
  return null;
}
function frozen(self: SheetRef, host: HostCore): Area | null {
  const { xSplit, ySplit } = host.book.sheet(self.id).getFreeze();
  if (!xSplit && !ySplit) return null;
  return { sheetId: self.id, row: 0, column: 0, rows: ySplit || MAX_ROWS, columns: xSplit || MAX_COLUMNS };
}
