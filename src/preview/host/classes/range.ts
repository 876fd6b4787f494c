/** Excel.Range */
import { MAX_COLUMNS, MAX_ROWS, contains, intersect, lastColumn, lastRow, type Area } from "../address";
import { EMPTY } from "../cells";
import { open, openOrNull, type ExcelClass, type Handle, type ScalarProperty } from "../class-table";
import type { HostCore } from "../core";
import { invalidArgument, itemNotFound } from "../errors";
import { startOf } from "../extents";
import { spliceCells, type Direction } from "../structure";
import { filled } from "../tables";
import { asGrid, readFormats, readFormulas, readTexts, readTypes, readValues, writeValues } from "../writer";
import { conditionalFormatsClass } from "./conditional-formats";
import { dataValidationClass } from "./data-validation";
import { rangeFormatClass } from "./format";
import { specialCells } from "./range-areas";
import { isHidden, setHidden } from "./range-lines";
import { tablesClass } from "./tables";
import { worksheetClass } from "./worksheets";

const range = (area: Area): Handle<Area> => open(rangeClass, area);
/** null stands for "not loaded because too big" only above Excel's own limit; whole columns read as null. */
const unbounded = (area: Area) => area.rows >= MAX_ROWS || area.columns >= MAX_COLUMNS;
const cellsOf = (read: (host: HostCore, area: Area) => unknown[][]) => (area: Area, host: HostCore) =>
  unbounded(area) ? null : read(host, area);

function write(area: Area, values: unknown, host: HostCore, lang: "fr" | "en"): void {
  host.protection.checkWrite(area);
  writeValues(host, area, values, { lang });
}
const formulas = (local: boolean): ScalarProperty<Area> => ({
  get: cellsOf((host, area) => readFormulas(host, area, local)),
  set: (area, values, host) => write(area, values, host, local ? host.lang : "en"),
});
function sized(area: Area, row: number, column: number, rows: number, columns: number): Handle<Area> {
  if (
    row < 0 ||
    column < 0 ||
    rows < 1 ||
    columns < 1 ||
    row + rows > MAX_ROWS ||
    column + columns > MAX_COLUMNS
  )
    throw invalidArgument("the range would lie outside the sheet.");
  return range({ sheetId: area.sheetId, row, column, rows, columns });
}
function areaOf(given: unknown, base: Area, host: HostCore): Area {
  if (typeof given === "string") {
    const found = host.names.resolve(given, base.sheetId);
    if (!found) throw invalidArgument(`"${given}" is no range.`);
    return found;
  }
  return (given as Handle<Area>).self;
}
function hiddenLines(axis: "row" | "column"): ScalarProperty<Area> {
  return {
    get: (area, host) => isHidden(host, area, axis),
    set: (area, hidden, host) => setHidden(host, area, axis, !!hidden),
  };
}

/** Where a range starts on its sheet, or how far it reaches, in points. */
const place = (axis: "row" | "column", extent = false): ScalarProperty<Area> => ({
  lazy: true,
  get: (area, host) => {
    const part = host.book.clip(area);
    const start = startOf(host, area.sheetId, axis, part[axis]);
    const end = part[axis] + (axis === "row" ? part.rows : part.columns);
    return extent ? startOf(host, area.sheetId, axis, end) - start : start;
  },
});

export const rangeClass: ExcelClass<Area> = {
  name: "Range",
  calculated: true,
  identity: (area, host) => {
    const id = host.references.idOf(area);
    return id ? { _ReferenceId: id } : {};
  },
  scalars: {
    Address: { get: (area, host) => host.book.address(area) },
    Height: place("row", true),
    Left: place("column"),
    Top: place("row"),
    Width: place("column", true),
    AddressLocal: { get: (area, host) => host.book.address(area) },
    CellCount: { get: (area) => (area.rows * area.columns > 2 ** 31 - 1 ? -1 : area.rows * area.columns) },
    ColumnCount: { get: (area) => area.columns },
    ColumnHidden: hiddenLines("column"),
    ColumnIndex: { get: (area) => area.column },
    Formulas: formulas(false),
    FormulasLocal: formulas(true),
    HasSpill: {
      get: (area, host) => mixed(area, host, (row, column) => !!host.book.spilled(area.sheetId, row, column)),
    },
    Hidden: {
      get: (area, host) => isHidden(host, area, "row") === true || isHidden(host, area, "column") === true,
    },
    IsEntireColumn: { get: (area) => area.rows >= MAX_ROWS },
    IsEntireRow: { get: (area) => area.columns >= MAX_COLUMNS },
    NumberFormat: {
      get: cellsOf(readFormats),
      set: (area, value, host) => {
        host.protection.checkStructure(area.sheetId, "allowFormatCells");
        const at = asGrid(value, area, "the number formats");
        const clipped = host.book.clip(area);
        const cells = filled(clipped, {});
        for (const [row, line] of Object.entries(cells))
          for (const column of Object.keys(line)) {
            const pattern = at(Number(row) - area.row, Number(column) - area.column);
            if (pattern === null) delete line[Number(column)];
            else
              line[Number(column)] = {
                s: { n: pattern === "General" ? null : { pattern: String(pattern) } } as never,
              };
          }
        host.book.makeRoom(clipped);
        host.book.writeCells(area.sheetId, cells);
      },
    },
    NumberFormatLocal: { get: cellsOf(readFormats), lazy: true },
    RowCount: { get: (area) => area.rows },
    RowHidden: hiddenLines("row"),
    RowIndex: { get: (area) => area.row },
    Text: { get: cellsOf(readTexts) },
    ValueTypes: { get: cellsOf(readTypes) },
    Values: { get: cellsOf(readValues), set: (area, values, host) => write(area, values, host, "en") },
  },
  objects: {
    ConditionalFormats: { open: (area) => open(conditionalFormatsClass, { area }) },
    DataValidation: { open: (area) => open(dataValidationClass, area) },
    Format: { open: (area) => open(rangeFormatClass, area) },
    Worksheet: { open: (area) => open(worksheetClass, { id: area.sheetId }) },
  },
  methods: {
    /** The client asks before it writes a grid of more than 1,500 cells piece by piece. */
    _ValidateArraySize: (area, [rows, columns]) => {
      if (rows !== area.rows || columns !== area.columns)
        throw invalidArgument(
          `the grid of ${rows} × ${columns} does not fit the range of ${area.rows} × ${area.columns}.`,
        );
      return null;
    },
    Clear: (area, [applyTo], host) => clear(area, (applyTo as string) ?? "All", host),
    Delete: async (area, [shift], host) => {
      host.protection.checkStructure(
        area.sheetId,
        area.columns >= MAX_COLUMNS ? "allowDeleteRows" : "allowDeleteColumns",
      );
      await splice(area, host, shift as Direction, true);
      return null;
    },
    Insert: async (area, [shift], host) => {
      host.protection.checkStructure(
        area.sheetId,
        area.columns >= MAX_COLUMNS ? "allowInsertRows" : "allowInsertColumns",
      );
      await splice(area, host, shift as Direction, false);
      return range({ ...area });
    },
    GetAbsoluteResizedRange: (area, [rows, columns]) => sized(area, area.row, area.column, rows, columns),
    GetBoundingRect: (area, [other], host) => {
      const b = areaOf(other, area, host);
      const row = Math.min(area.row, b.row);
      const column = Math.min(area.column, b.column);
      return sized(
        area,
        row,
        column,
        Math.max(lastRow(area), lastRow(b)) - row + 1,
        Math.max(lastColumn(area), lastColumn(b)) - column + 1,
      );
    },
    GetCell: (area, [row, column]) => sized(area, area.row + row, area.column + column, 1, 1),
    GetColumn: (area, [column]) => sized(area, area.row, area.column + column, area.rows, 1),
    GetColumnsAfter: (area, [count = 1]) => sized(area, area.row, lastColumn(area) + 1, area.rows, count),
    GetColumnsBefore: (area, [count = 1]) => sized(area, area.row, area.column - count, area.rows, count),
    GetEntireColumn: (area) => range({ ...area, row: 0, rows: MAX_ROWS }),
    GetEntireRow: (area) => range({ ...area, column: 0, columns: MAX_COLUMNS }),
    GetIntersection: (area, [other], host) => {
      const found = intersect(area, areaOf(other, area, host));
      if (!found) throw itemNotFound("the intersection");
      return range(found);
    },
    GetIntersectionOrNullObject: (area, [other], host) =>
      openOrNull(rangeClass, intersect(area, areaOf(other, area, host))),
    GetLastCell: (area) => sized(area, lastRow(area), lastColumn(area), 1, 1),
    GetLastColumn: (area) => sized(area, area.row, lastColumn(area), area.rows, 1),
    GetLastRow: (area) => sized(area, lastRow(area), area.column, 1, area.columns),
    GetOffsetRange: (area, [rows, columns]) =>
      sized(area, area.row + rows, area.column + columns, area.rows, area.columns),
    GetResizedRange: (area, [rows, columns]) =>
      sized(area, area.row, area.column, area.rows + rows, area.columns + columns),
    GetRow: (area, [row]) => sized(area, area.row + row, area.column, 1, area.columns),
    GetRowsAbove: (area, [count = 1]) => sized(area, area.row - count, area.column, count, area.columns),
    GetRowsBelow: (area, [count = 1]) => sized(area, lastRow(area) + 1, area.column, count, area.columns),
    GetSpecialCells: (area, [kind], host) => {
      const found = specialCells(area, kind, host);
      if (!found) throw itemNotFound("such cells");
      return found;
    },
    GetSpecialCellsOrNullObject: (area, [kind], host) => specialCells(area, kind, host),
    GetSpillingToRange: async (area, _args, host) => {
      const found = await spillOf(area, host);
      if (!found) throw itemNotFound("a spill");
      return range(found);
    },
    GetSpillingToRangeOrNullObject: async (area, _args, host) =>
      openOrNull(rangeClass, await spillOf(area, host)),
    GetSpillParentOrNullObject: async (area, _args, host) => {
      await host.settleBeforeReading();
      const parent = host.book
        .spills(area.sheetId)
        .find((spill) => contains(spill, { ...area, rows: 1, columns: 1 }));
      return openOrNull(rangeClass, parent && { ...parent, rows: 1, columns: 1 });
    },
    GetTables: (area, [fully], host) =>
      open(tablesClass, {
        sheetId: null,
        pick: () =>
          host.tables
            .all(area.sheetId)
            .filter((t) => (fully ? contains(area, t.area) : intersect(area, t.area))),
      }),
    GetUsedRange: async (area, [valuesOnly], host) => {
      await host.settleBeforeReading();
      return range(host.book.used(area.sheetId, !!valuesOnly, area) ?? { ...area, rows: 1, columns: 1 });
    },
    GetUsedRangeOrNullObject: async (area, [valuesOnly], host) => {
      await host.settleBeforeReading();
      return openOrNull(rangeClass, host.book.used(area.sheetId, !!valuesOnly, area));
    },
    Merge: (area, [across], host) => {
      host.book.makeRoom(area);
      const target = host.book
        .facadeSheet(area.sheetId)
        .getRange(area.row, area.column, area.rows, area.columns);
      host.events.quietly(() =>
        across ? target.mergeAcross({ isForceMerge: true }) : target.merge({ isForceMerge: true }),
      );
      return null;
    },
    Unmerge: (area, _args, host) => {
      host.book.makeRoom(area);
      host.book
        .facadeSheet(area.sheetId)
        .getRange(area.row, area.column, area.rows, area.columns)
        .breakApart();
      return null;
    },
    Select: (area, _args, host) => {
      select(host, area);
      return null;
    },
  },
};

export function select(host: HostCore, area: Area): void {
  host.book.activate(area.sheetId);
  const shown = host.book.clip(area);
  host.book.makeRoom(shown);
  host.book.facadeSheet(area.sheetId).getRange(shown.row, shown.column, shown.rows, shown.columns).activate();
  // The page draws a sheet it has just turned to a moment later.
  if (host.draws) setTimeout(() => scrollTo(host, shown), 50);
}
/** Brings the first cell of an area into sight, if it is not. */
function scrollTo(host: HostCore, { sheetId, row, column }: Area): void {
  const sheet = host.book.facadeSheet(sheetId) as ScrollingSheet;
  const seen = sheet.getVisibleRange?.();
  if (!seen) return;
  const rowInSight = row >= seen.startRow && row < seen.endRow;
  const columnInSight = column >= seen.startColumn && column <= seen.endColumn;
  if (rowInSight && columnInSight) return;
  const top = rowInSight ? seen.startRow : Math.max(0, row - 3);
  sheet.scrollToCell?.(top, columnInSight ? seen.startColumn : column);
}
/** What Univer's page adds to a sheet. */
type ScrollingSheet = ReturnType<HostCore["book"]["facadeSheet"]> & {
  getVisibleRange?(): { startRow: number; endRow: number; startColumn: number; endColumn: number } | null;
  scrollToCell?(row: number, column: number): void;
};
async function splice(given: Area, host: HostCore, shift: Direction, deleting: boolean): Promise<void> {
  // The range itself may be one of those that move along.
  const area = { ...given };
  const wholeLines = area.columns >= MAX_COLUMNS || area.rows >= MAX_ROWS;
  if (wholeLines) return spliceCells(host, area, shift);
  await host.events.quietly(() => spliceCells(host, area, shift));
  host.watcher.changed(area, deleting ? "CellDeleted" : "CellInserted", {
    shiftDirection: `ShiftCell${shift}`,
  });
}
async function spillOf(area: Area, host: HostCore): Promise<Area | null> {
  await host.settleBeforeReading();
  return host.book.spillFrom(area.sheetId, area.row, area.column);
}
function mixed(area: Area, host: HostCore, test: (row: number, column: number) => boolean): boolean | null {
  const clipped = host.book.used(area.sheetId, true, area) ?? { ...area, rows: 1, columns: 1 };
  let seen: boolean | undefined;
  for (let row = clipped.row; row <= lastRow(clipped); row++)
    for (let column = clipped.column; column <= lastColumn(clipped); column++) {
      const here = test(row, column);
      if (seen !== undefined && seen !== here) return null;
      seen = here;
    }
  return seen ?? false;
}
function clear(area: Area, applyTo: string, host: HostCore): null {
  const contents = applyTo === "All" || applyTo === "Contents";
  const formats = applyTo === "All" || applyTo === "Formats";
  if (!contents && !formats) throw invalidArgument(`clear cannot apply to ${applyTo}.`);
  if (contents) host.protection.checkWrite(area);
  // Only cells that exist need clearing.
  const used = host.book.used(area.sheetId, false, area);
  if (used)
    host.book.writeCells(
      used.sheetId,
      filled(used, { ...(contents ? EMPTY : {}), ...(formats ? { s: null } : {}) }),
    );
  if (applyTo === "All") {
    host.validations.clear(area);
    host.conditionalFormats.clear(area);
  }
  return null;
}
