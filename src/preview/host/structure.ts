/** Cells, rows and columns inserted and deleted, with everything that has to move along. */
import {
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
} from "@univerjs/sheets";
import {
  MAX_COLUMNS,
  MAX_ROWS,
  contains,
  intersect,
  lastColumn,
  lastRow,
  toUniver,
  type Area,
} from "./address";
import type { HostCore } from "./core";
import { invalidArgument } from "./errors";

export type Direction = "Down" | "Right" | "Up" | "Left";
const COMMANDS = {
  Down: InsertRangeMoveDownCommand.id,
  Right: InsertRangeMoveRightCommand.id,
  Up: DeleteRangeMoveUpCommand.id,
  Left: DeleteRangeMoveLeftCommand.id,
};

/** Inserts (Down, Right) or deletes (Up, Left) the cells of an area; ownTable is adjusted by its caller. */
export async function spliceCells(
  host: HostCore,
  area: Area,
  direction: Direction,
  ownTable?: string,
): Promise<void> {
  const { book, tables } = host;
  if (direction === "Up" && !ownTable) {
    // Rows of a table over its whole width: Excel deletes them as table rows.
    const table = tables.at(area);
    const body = table && tables.body(table);
    const across = body && area.column === body.column && area.columns === body.columns;
    if (table && across && contains(body, area))
      return tables.edits.deleteRows(table, area.row - body.row, area.rows);
  }
  const vertical = direction === "Down" || direction === "Up";
  const deleting = direction === "Up" || direction === "Left";
  const whole = vertical ? area.columns >= MAX_COLUMNS : area.rows >= MAX_ROWS;
  if (whole) return spliceLines(host, area, vertical, deleting);
  const moving: Area = vertical
    ? { ...area, rows: MAX_ROWS - area.row }
    : { ...area, columns: MAX_COLUMNS - area.column };
  const toMove: string[] = [];
  for (const table of tables.all(area.sheetId)) {
    if (table.id === ownTable || !intersect(table.area, moving)) continue;
    if (!contains(moving, table.area) || (intersect(table.area, area) && deleting))
      throw invalidArgument("this would move a part of a table only.");
    toMove.push(table.id);
  }
  book.makeRoom(area);
  const sign = deleting ? -1 : 1;
  for (const part of direction === "Up" ? fromBelow(area) : [area]) {
    await book.onSheet(area.sheetId, () =>
      book.commands.executeCommand(COMMANDS[direction], { range: toUniver(part) }),
    );
  }
  for (const id of toMove) {
    const table = tables.current({ id });
    tables.move(table, vertical ? sign * area.rows : 0, vertical ? 0 : sign * area.columns);
  }
  const follow = (kept: Area) => {
    if (!contains(moving, kept)) return true;
    if (deleting && contains(area, kept)) return false;
    if (vertical) kept.row += kept.row > lastRow(area) || !deleting ? sign * area.rows : 0;
    else kept.column += kept.column > lastColumn(area) || !deleting ? sign * area.columns : 0;
    return true;
  };
  host.references.adjust(follow);
  host.validations.adjust((kept) => sticksToTable(host, kept, area, ownTable) || follow(kept));
  host.conditionalFormats.adjust((kept) => sticksToTable(host, kept, area, ownTable) || follow(kept));
  host.charts.adjust(follow);
  host.shapes.adjust(follow);
  host.functions.structureChanged();
}

/**
 * The rows of an area in parts, the lowest first. Univer counts rows above the sheet, and fails on formulas that
 * refer to them, when more rows go than stand above.
 */
function* fromBelow(area: Area): Generator<Area> {
  for (let rows = area.rows; rows > 0;) {
    const count = Math.max(1, Math.min(rows, Math.floor((area.row + rows) / 2)));
    rows -= count;
    yield { ...area, row: area.row + rows, rows: count };
  }
}

/** A rule over a table's columns, reaching into the body from above the change, neither moves nor goes. */
function sticksToTable(host: HostCore, kept: Area, area: Area, ownTable?: string): boolean {
  const table = ownTable && host.tables.find(ownTable);
  return !!table && !contains(area, kept) && kept.row <= area.row;
}
async function spliceLines(host: HostCore, area: Area, rows: boolean, deleting: boolean): Promise<void> {
  const { book, tables } = host;
  const before = tables.all(area.sheetId);
  if (!deleting) book.makeRoom(rows ? { ...area, columns: 1 } : { ...area, rows: 1 });
  const sheet = book.facadeSheet(area.sheetId);
  await book.onSheet(area.sheetId, () => {
    if (rows) {
      if (deleting) sheet.deleteRows(area.row, Math.min(area.rows, sheet.getMaxRows() - area.row));
      else sheet.insertRowsBefore(area.row, area.rows);
    } else if (deleting) sheet.deleteColumns(area.column, area.columns);
    else sheet.insertColumnsBefore(area.column, area.columns);
  });
  // Univer moves tables with rows and columns in most cases; what it leaves is put right here.
  for (const table of before) {
    if (!tables.find(table.id)) continue;
    const wanted = shifted(
      table.area,
      rows,
      rows ? area.row : area.column,
      (deleting ? -1 : 1) * (rows ? area.rows : area.columns),
    );
    if (wanted) tables.setRange(table.id, wanted);
  }
}
function shifted(area: Area, rows: boolean, at: number, count: number): Area | null {
  const moved = { ...area };
  const start = rows ? area.row : area.column;
  const size = rows ? area.rows : area.columns;
  let newStart = start;
  let newSize = size;
  if (count > 0) {
    if (at <= start) newStart += count;
    else if (at < start + size) newSize += count;
  } else {
    const end = at - count;
    newSize -= Math.max(0, Math.min(start + size, end) - Math.max(start, at));
    if (at < start) newStart -= Math.min(start - at, -count);
  }
  if (newSize < 1) return null;
  if (rows) Object.assign(moved, { row: newStart, rows: newSize });
  else Object.assign(moved, { column: newStart, columns: newSize });
  return moved;
}
