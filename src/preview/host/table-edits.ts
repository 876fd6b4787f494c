/** Rows and columns of tables coming and going, and tables that grow as a person types beside them. */
import { MAX_ROWS, contains, intersect, lastColumn, lastRow, toUniver, type Area } from "./address";
import { hasContent, type CellMatrix } from "./book";
import { EMPTY } from "./cells";
import type { HostCore } from "./core";
import { invalidArgument } from "./errors";
import { spliceCells } from "./structure";
import { filled, type TableView, type Tables } from "./tables";

export class TableEdits {
  constructor(
    private host: HostCore,
    private tables: Tables,
  ) {}

  /**
   * Makes room for rows in the body. What stands anywhere below moves down, as Excel does unless alwaysInsert is
   * false; then only what is in the way does. Answers the new rows.
   */
  async insertRows(
    table: TableView,
    index: number | null,
    count: number,
    alwaysInsert = true,
  ): Promise<Area> {
    const body = this.tables.body(table);
    const rows = this.tables.rowCount(table);
    if (index !== null && (index < 0 || index > rows))
      throw invalidArgument(`the table has no row ${index}.`);
    const at = index ?? rows;
    const place = { ...body, row: body.row + at, rows: count };
    if (lastRow(place) >= MAX_ROWS) throw invalidArgument("the sheet has no room for the rows.");
    const reuse = rows === 0 ? 1 : 0;
    const added = count - reuse;
    const grown = { ...table.area, rows: table.area.rows + added };
    if (added > 0) {
      const fresh = { ...place, row: place.row + reuse, rows: added };
      this.host.book.makeRoom(fresh);
      const next = { ...fresh, row: lastRow(table.area) + 1 };
      const below = alwaysInsert ? { ...next, rows: MAX_ROWS - next.row } : next;
      const inTheWay =
        at + reuse < body.rows || this.host.book.used(below.sheetId, true, below) || this.tables.at(below);
      if (inTheWay) await this.host.events.quietly(() => spliceCells(this.host, fresh, "Down", table.id));
      this.tables.configure(table.id, { updateRange: { newRange: toUniver(grown) } });
      this.host.validations.extendWithTable(table.area, grown);
    }
    this.tables.setBlankBody(table, false);
    this.tables.syncColumns(table.id);
    return place;
  }
  async deleteRows(table: TableView, index: number, count: number): Promise<void> {
    const body = this.tables.body(table);
    if (index < 0 || count < 1 || index + count > this.tables.rowCount(table))
      throw invalidArgument(`the table has no row ${index}.`);
    const place = { ...body, row: body.row + index, rows: count };
    if (count === body.rows) {
      this.host.book.writeCells(place.sheetId, filled({ ...place, rows: 1 }, EMPTY));
      this.tables.setBlankBody(table, true);
      if (count > 1) await this.cut(table, { ...place, row: place.row + 1, rows: count - 1 });
    } else await this.cut(table, place);
    this.host.watcher.changed(place, "RowDeleted");
  }
  private async cut(table: TableView, place: Area): Promise<void> {
    const shrunk = { ...table.area, rows: table.area.rows - place.rows };
    await this.host.events.quietly(() => spliceCells(this.host, place, "Up", table.id));
    this.tables.configure(table.id, { updateRange: { newRange: toUniver(shrunk) } });
    this.tables.syncColumns(table.id);
  }
  /** A column at a position; cells at the right move only if they are in the way. */
  async insertColumn(table: TableView, index: number | null, name?: string): Promise<number> {
    const at = index ?? table.columns.length;
    if (at < 0 || at > table.columns.length) throw invalidArgument(`the table has no column ${at}.`);
    const place = { ...table.area, column: table.area.column + at, columns: 1 };
    this.host.book.makeRoom({ ...place, column: lastColumn(table.area) + 1 });
    const beside = { ...table.area, column: lastColumn(table.area) + 1, columns: 1 };
    const names = table.columns.map((c) => c.name);
    if (at < table.columns.length || !this.tables.isBlank(beside))
      await this.host.events.quietly(() => spliceCells(this.host, place, "Right", table.id));
    this.tables.configure(table.id, {
      updateRange: { newRange: toUniver({ ...table.area, columns: table.area.columns + 1 }) },
    });
    let number = names.length + 1;
    const prefix = this.host.lang === "fr" ? "Colonne" : "Column";
    while (names.includes(`${prefix}${number}`)) number++;
    this.host.book.writeCells(place.sheetId, {
      [place.row]: { [place.column]: { v: name ?? `${prefix}${number}`, t: 1 } },
    });
    this.tables.syncColumns(table.id);
    return at;
  }
  async deleteColumn(table: TableView, index: number): Promise<void> {
    if (table.columns.length === 1) throw invalidArgument("a table keeps at least one column.");
    const place = { ...table.area, column: table.area.column + index, columns: 1 };
    await this.host.events.quietly(() => spliceCells(this.host, place, "Left", table.id));
    this.tables.configure(table.id, {
      updateRange: { newRange: toUniver({ ...table.area, columns: table.area.columns - 1 }) },
    });
    this.tables.syncColumns(table.id);
    this.host.watcher.changed(place, "ColumnDeleted");
  }
  /** Typing directly under or beside a table makes it grow, as Excel's AutoCorrect does. */
  async extendBy(area: Area): Promise<void> {
    for (const table of this.tables.all(area.sheetId)) {
      if (contains(table.area, area)) return;
      const { area: t } = table;
      const sameColumns = area.column >= t.column && lastColumn(area) <= lastColumn(t);
      const sameRows = area.row >= t.row && lastRow(area) <= lastRow(t);
      if (this.tables.isBlank(area)) return;
      if (
        sameColumns &&
        area.row <= lastRow(t) + 1 &&
        lastRow(area) > lastRow(t) &&
        area.row > t.row &&
        !table.kept.ShowTotals
      ) {
        const grown = { ...t, rows: lastRow(area) - t.row + 1 };
        if (
          this.tables.all(area.sheetId).some((other) => other.id !== table.id && intersect(other.area, grown))
        )
          return;
        this.tables.resize(table, grown);
        return this.copyColumnFormulas(this.tables.current(table), t);
      }
      if (sameRows && area.column === lastColumn(t) + 1) {
        const grown = { ...t, columns: lastColumn(area) - t.column + 1 };
        if (
          !this.tables
            .all(area.sheetId)
            .some((other) => other.id !== table.id && intersect(other.area, grown))
        )
          this.tables.resize(table, grown);
        return;
      }
    }
  }
  /** A column whose every cell holds the same formula gives it to the new rows. */
  copyColumnFormulas(table: TableView, before: Area): void {
    const { book } = this.host;
    const first = lastRow(before) + 1;
    const cells: CellMatrix = {};
    for (let column = before.column; column <= lastColumn(before); column++) {
      const source = book.cell(before.sheetId, lastRow(before), column);
      const above = book.cell(before.sheetId, before.row + 1, column);
      if (!source?.f || source.f !== above?.f || !source.f.includes("[")) continue;
      for (let row = first; row <= lastRow(table.area); row++)
        if (!hasContent(book.cell(before.sheetId, row, column)))
          (cells[row] ??= {})[column] = { ...EMPTY, f: source.f };
    }
    if (Object.keys(cells).length) this.host.events.quietly(() => book.writeCells(before.sheetId, cells));
  }
}
