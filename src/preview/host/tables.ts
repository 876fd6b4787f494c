/** Excel tables on Univer's: range and columns are Univer's, header cells rule the column names. */
import { SetSuperTableMutation } from "@univerjs/engine-formula";
import {
  AddSheetTableMutation,
  DeleteSheetTableMutation,
  SetSheetTableMutation,
  TableManager,
} from "@univerjs/sheets-table";
import { intersect, lastColumn, lastRow, toUniver, fromUniver, type Area } from "./address";
import { hasContent, newId, type CellMatrix } from "./book";
import { EMPTY, valueOf } from "./cells";
import type { HostCore } from "./core";
import { TableEdits } from "./table-edits";
import { TableFilters } from "./table-filters";
import { invalidArgument, itemAlreadyExists } from "./errors";
import { EventKind, WORKBOOK_TARGET } from "./events";
import { spliceCells } from "./structure";
import { resolveStructured } from "./structured-references";

export interface TableView {
  id: string;
  name: string;
  area: Area;
  columns: { id: string; name: string }[];
  kept: Record<string, unknown>;
}
type UniverTable = NonNullable<ReturnType<TableManager["getTableById"]>>;

export class Tables {
  private extras = new Map<string, { kept: Record<string, unknown>; blankBody: boolean; number: number }>();
  private nextNumber = 1;
  private syncing: ReturnType<typeof setTimeout> | null = null;
  readonly edits: TableEdits;
  readonly filters: TableFilters;
  constructor(private host: HostCore) {
    this.edits = new TableEdits(host, this);
    this.filters = new TableFilters(host, this);
  }
  private get manager(): TableManager {
    return this.host.book.injector.get(TableManager);
  }
  private univer(id: string): UniverTable {
    return this.manager.getTableById(this.host.book.unitId, id)!;
  }
  private extra(id: string) {
    let extra = this.extras.get(id);
    if (!extra) this.extras.set(id, (extra = { kept: {}, blankBody: false, number: this.nextNumber++ }));
    return extra;
  }
  all(sheetId?: string): TableView[] {
    return this.manager
      .getTableList(this.host.book.unitId)
      .filter((t) => sheetId === undefined || t.subUnitId === sheetId)
      .map((t) => ({
        id: t.id,
        name: t.name,
        area: fromUniver(t.subUnitId, t.range),
        columns: t.columns.map((c) => ({ id: c.id, name: c.displayName })),
        kept: this.extra(t.id).kept,
      }));
  }
  find(nameOrId: string): TableView | null {
    const wanted = String(nameOrId).toLocaleLowerCase();
    return this.all().find((t) => t.id === nameOrId || t.name.toLocaleLowerCase() === wanted) ?? null;
  }
  /** The table as it is now; it may have changed since it was looked up. */
  current(table: { id: string }): TableView {
    const found = this.find(table.id);
    if (!found) throw invalidArgument("the table no longer exists.");
    return found;
  }
  at(area: Area): TableView | null {
    return this.all(area.sheetId).find((t) => intersect(t.area, area)) ?? null;
  }
  body(table: TableView): Area {
    const totals = table.kept.ShowTotals ? 1 : 0;
    return { ...table.area, row: table.area.row + 1, rows: table.area.rows - 1 - totals };
  }
  header(table: TableView): Area {
    return { ...table.area, rows: 1 };
  }
  column(table: TableView, index: number, part: Area = table.area): Area {
    return { ...part, column: table.area.column + index, columns: 1 };
  }
  legacyNumber(table: TableView): string {
    return String(this.extra(table.id).number);
  }
  /** A table made of headers alone, or emptied, shows one blank row that does not count. */
  rowCount(table: TableView): number {
    const body = this.body(table);
    return this.extra(table.id).blankBody && body.rows === 1 && this.isBlank(body) ? 0 : body.rows;
  }
  setBlankBody(table: TableView, blank: boolean): void {
    this.extra(table.id).blankBody = blank;
  }
  isBlank(area: Area): boolean {
    for (let row = area.row; row <= lastRow(area); row++)
      for (let column = area.column; column <= lastColumn(area); column++)
        if (
          hasContent(this.host.book.cell(area.sheetId, row, column)) ||
          this.host.book.spilled(area.sheetId, row, column)
        )
          return false;
    return true;
  }

  add(given: Area, hasHeaders: boolean, name?: string): TableView {
    const { book, events } = this.host;
    let area = book.clip(given);
    if (this.at(area)) throw invalidArgument("a table cannot overlap another table.");
    if (!hasHeaders) {
      void spliceCells(this.host, { ...area, rows: 1 }, "Down");
      area = { ...area, rows: area.rows + 1 };
    }
    const blankBody = area.rows === 1;
    if (blankBody) area = { ...area, rows: 2 };
    book.makeRoom(area);
    let number = 1;
    const prefix = this.host.lang === "fr" ? "Tableau" : "Table";
    while (this.find(`${prefix}${number}`)) number++;
    const id = newId();
    const header = this.completeHeader({ ...area, rows: 1 });
    book.commands.syncExecuteCommand(AddSheetTableMutation.id, {
      unitId: book.unitId,
      subUnitId: area.sheetId,
      tableId: id,
      name: name ?? `${prefix}${number}`,
      range: toUniver(area),
      header,
      options: { showHeader: true, tableStyleId: "table-default-2" },
    });
    this.extra(id).blankBody = blankBody;
    this.syncColumns(id);
    const worksheetId = area.sheetId;
    events.emit(EventKind.TableAdded, [worksheetId, WORKBOOK_TARGET], {
      source: "Local",
      tableId: id,
      worksheetId,
    });
    return this.current({ id });
  }
  rename(table: TableView, name: string): void {
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name))
      throw invalidArgument(`"${name}" cannot be the name of a table.`);
    const other = this.find(name);
    if (other && other.id !== table.id) throw itemAlreadyExists(`the table ${name}`);
    if (name !== table.name) this.configure(table.id, { name });
  }
  remove(table: TableView, withCells: boolean): void {
    const { book, events } = this.host;
    const { sheetId } = table.area;
    book.commands.syncExecuteCommand(DeleteSheetTableMutation.id, {
      unitId: book.unitId,
      subUnitId: sheetId,
      tableId: table.id,
    });
    this.extras.delete(table.id);
    if (withCells) book.writeCells(sheetId, filled(table.area, { ...EMPTY, s: null }));
    events.emit(EventKind.TableDeleted, [sheetId, WORKBOOK_TARGET], {
      source: "Local",
      tableId: table.id,
      tableName: table.name,
      worksheetId: sheetId,
    });
  }
  resize(table: TableView, area: Area): void {
    if (
      area.sheetId !== table.area.sheetId ||
      area.row !== table.area.row ||
      !intersect(area, table.area) ||
      area.rows < 2
    )
      throw invalidArgument("a table keeps its header row, its sheet and at least one row.");
    this.host.book.makeRoom(area);
    const before = table.area;
    this.configure(table.id, { updateRange: { newRange: toUniver(area) } });
    this.completeHeader({ ...area, rows: 1 });
    this.syncColumns(table.id);
    if (area.rows > before.rows) this.host.validations.extendWithTable(before, area);
  }

  /** Moves the table as a whole, when cells were shifted before it. */
  move(table: TableView, rows: number, columns: number): void {
    const { area } = table;
    const moved = { ...area, row: area.row + rows, column: area.column + columns };
    this.setRange(table.id, moved);
  }
  setRange(id: string, area: Area): void {
    this.configure(id, { updateRange: { newRange: toUniver(area) } });
    this.syncColumns(id);
  }

  /** Rows or columns came or went at the person's hand: header cells are looked at when Univer is through. */
  syncSoon(): void {
    this.syncing ??= setTimeout(() => {
      this.syncing = null;
      for (const table of this.all()) if (!this.matches(table)) this.syncColumns(table.id);
    }, 0);
  }
  get pending(): boolean {
    return this.syncing !== null;
  }
  dispose(): void {
    if (this.syncing) clearTimeout(this.syncing);
  }
  private matches(table: TableView): boolean {
    return (
      table.columns.length === table.area.columns &&
      table.columns.every((c, i) => c.name === this.headerText(table.area, i))
    );
  }
  /** Header cells may have been written over: column names follow. */
  cellsChanged(area: Area): void {
    for (const table of this.all(area.sheetId))
      if (intersect(this.header(table), area) && !this.matches(table)) this.syncColumns(table.id);
  }

  /** The cells a structured reference stands for. */
  resolve(text: string): Area | null {
    return resolveStructured(this, text);
  }
  /** Univer's own change of a table. */
  configure(tableId: string, config: object): void {
    const { book } = this.host;
    book.commands.syncExecuteCommand(SetSheetTableMutation.id, {
      unitId: book.unitId,
      subUnitId: this.univer(tableId).getSubunitId(),
      tableId,
      config,
    });
  }
  private headerText(area: Area, index: number): string {
    return String(valueOf(this.host.book.cell(area.sheetId, area.row, area.column + index)));
  }
  /** Excel has no blank and no double headers: it fills in Colonne1 and numbers the doubles. */
  private completeHeader(header: Area): string[] {
    const names: string[] = [];
    const cells: CellMatrix = { [header.row]: {} };
    const prefix = this.host.lang === "fr" ? "Colonne" : "Column";
    for (let i = 0; i < header.columns; i++) {
      const column = header.column + i;
      const written = this.headerText(header, i);
      let name = written || `${prefix}${i + 1}`;
      for (let n = 2; names.some((other) => other.toLowerCase() === name.toLowerCase()); n++)
        name = `${written || prefix}${n}`;
      names.push(name);
      const value = valueOf(this.host.book.cell(header.sheetId, header.row, column));
      if (value !== name) cells[header.row]![column] = { ...EMPTY, v: name, t: 1 };
    }
    if (Object.keys(cells[header.row]!).length)
      this.host.events.quietly(() => this.host.book.writeCells(header.sheetId, cells));
    return names;
  }
  /** Univer's own bookkeeping of columns is set from the header cells, and the formula engine told. */
  syncColumns(id: string): void {
    const table = this.univer(id);
    const info = table.getTableInfo();
    const area = fromUniver(info.subUnitId, info.range);
    const names = this.completeHeader({ ...area, rows: 1 });
    const old = new Map(info.columns.map((c) => [c.displayName.toLowerCase(), c]));
    const spare = info.columns.filter(
      (c) => !names.some((n) => n.toLowerCase() === c.displayName.toLowerCase()),
    );
    const columns = names.map((name) => {
      const known =
        old.get(name.toLowerCase()) ?? (info.columns.length === names.length ? spare.shift() : undefined);
      const blank = { id: newId(), dataType: "string", formula: "", meta: {}, style: {} };
      return { ...(known ?? blank), displayName: name };
    });
    table.setColumns(columns as Parameters<UniverTable["setColumns"]>[0]);
    this.host.book.commands.syncExecuteCommand(SetSuperTableMutation.id, {
      unitId: this.host.book.unitId,
      tableName: table.getDisplayName(),
      reference: {
        range: info.range,
        sheetId: info.subUnitId,
        titleMap: new Map(names.map((name, i) => [name, i])),
      },
    });
    this.host.names.tableChanged(table.getDisplayName());
  }
}
export function filled(area: Area, cell: CellMatrix[number][number]): CellMatrix {
  const cells: CellMatrix = {};
  for (let row = area.row; row <= lastRow(area); row++) {
    const line: CellMatrix[number] = (cells[row] = {});
    for (let column = area.column; column <= lastColumn(area); column++) line[column] = cell && { ...cell };
  }
  return cells;
}
