/** Excel.RangeAreas: several ranges of one sheet, and what finds them */
import { contains, lastColumn, lastRow, type Area } from "../address";
import { open, type ExcelClass, type Handle } from "../class-table";
import type { HostCore } from "../core";
import { accessDenied, notImplemented } from "../errors";
import { rangeClass } from "./range";
import { worksheetClass } from "./worksheets";

interface Areas {
  cells: Area[];
}
const size = ({ rows, columns }: Area) => rows * columns;

const rangesClass: ExcelClass<Areas> = {
  name: "RangeCollection",
  scalars: {},
  items: ({ cells }) => cells.map((area) => open(rangeClass, area)),
  methods: {
    GetCount: ({ cells }) => cells.length,
    GetItemAt: ({ cells }, [index]) => open(rangeClass, cells[index]!),
  },
};
const rangeAreasClass: ExcelClass<Areas> = {
  name: "RangeAreas",
  identity: (self, host) => {
    const id = host.references.idOf(self);
    return id ? { _ReferenceId: id } : {};
  },
  scalars: {
    Address: { get: ({ cells }, host) => cells.map((area) => host.book.address(area)).join(",") },
    AreaCount: { get: ({ cells }) => cells.length },
    CellCount: { get: ({ cells }) => cells.reduce((sum, area) => sum + size(area), 0) },
  },
  objects: {
    Areas: { open: (self) => open(rangesClass, self) },
    Worksheet: { open: ({ cells }) => open(worksheetClass, { id: cells[0]!.sheetId }) },
  },
};
export const areas = (cells: Area[]): Handle<Areas> => open(rangeAreasClass, { cells });

/** Cells of one kind within a range; null when there are none. */
export function specialCells(within: Area, kind: unknown, host: HostCore): Handle<Areas> | null {
  // As "Go To Special" of Excel, which is off on a protected sheet.
  if (host.protection.of(within.sheetId)) throw accessDenied("the sheet is protected.");
  if (kind !== "Formulas") throw notImplemented(`getSpecialCells("${String(kind)}")`, host.lang);
  const found = formulaCells(within, host);
  return found.length ? areas(joined(found)) : null;
}

/** Formulas, and what they spill into: it has no formula of its own, but Excel counts the cell that spills only. */
function formulaCells(within: Area, host: HostCore): Area[] {
  const found: Area[] = [];
  host.book
    .sheet(within.sheetId)
    .getCellMatrix()
    .forValue((row, column, cell) => {
      const area = { sheetId: within.sheetId, row, column, rows: 1, columns: 1 };
      if ((cell?.f || cell?.si) && contains(within, area)) found.push(area);
    });
  return found;
}

/** Neighbours below each other as one area, and such columns side by side too, as Excel gives them. */
function joined(cells: Area[]): Area[] {
  const columns: Area[] = [];
  for (const cell of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = columns.at(-1);
    if (last && last.column === cell.column && lastRow(last) + 1 === cell.row) last.rows++;
    else columns.push({ ...cell });
  }
  const found: Area[] = [];
  for (const column of columns) {
    const beside = found.find(
      (area) =>
        area.row === column.row && area.rows === column.rows && lastColumn(area) + 1 === column.column,
    );
    if (beside) beside.columns++;
    else found.push(column);
  }
  return found;
}
