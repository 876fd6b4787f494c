/** Tables filtered by values and sorted. */
import { ReorderRangeMutation } from "@univerjs/sheets";
import {
  SetSheetTableFilterMutation,
  TABLE_FILTER_EMPTY_VALUE,
  TableColumnFilterTypeEnum,
  TableManager,
} from "@univerjs/sheets-table";
import { toUniver } from "./address";
import { valueOf } from "./cells";
import type { HostCore } from "./core";
import type { TableView, Tables } from "./tables";

export class TableFilters {
  constructor(
    private host: HostCore,
    private tables: Tables,
  ) {}

  /** A choice of values in one column, or null for all of them. */
  setFilter(table: TableView, column: number, values: string[] | null): void {
    const { book } = this.host;
    book.commands.syncExecuteCommand(SetSheetTableFilterMutation.id, {
      unitId: book.unitId,
      subUnitId: table.area.sheetId,
      tableId: table.id,
      column,
      tableFilter: values
        ? {
            filterType: TableColumnFilterTypeEnum.manual,
            // A blank cell has a name of its own there.
            values: values.flatMap((value) => (value === "" ? ["", TABLE_FILTER_EMPTY_VALUE] : [value])),
          }
        : undefined,
    });
  }
  clearFilters(table: TableView): void {
    for (const column of table.columns.keys())
      if (this.filterOf(table, column)) this.setFilter(table, column, null);
  }
  filterOf(table: TableView, column: number) {
    return (
      this.host.book.injector
        .get(TableManager)
        .getTableById(this.host.book.unitId, table.id)
        ?.getTableFilterColumn(column) ?? null
    );
  }
  /** The values a column is filtered by, as they were given; null where there are none. */
  valuesOf(table: TableView, column: number): string[] | null {
    const filter = this.filterOf(table, column);
    if (!filter || !("values" in filter)) return null;
    return (filter.values as string[]).filter((value) => value !== TABLE_FILTER_EMPTY_VALUE);
  }
  isFiltered(table: TableView): boolean {
    return [...table.columns.keys()].some((column) => this.filterOf(table, column));
  }
  /** Numbers before text before blanks, whichever way the sort goes, as Excel does; equal rows keep their order. */
  sort(table: TableView, fields: { key: number; ascending?: boolean }[], matchCase: boolean): void {
    const body = this.tables.body(table);
    const value = (row: number, key: number) =>
      valueOf(this.host.book.cell(body.sheetId, row, body.column + key));
    const rows = Array.from({ length: body.rows }, (_, i) => body.row + i);
    rows.sort((a, b) => {
      for (const { key, ascending = true } of fields) {
        const order = compareCells(value(a, key), value(b, key), ascending, matchCase);
        if (order) return order;
      }
      return a - b;
    });
    this.host.book.commands.syncExecuteCommand(ReorderRangeMutation.id, {
      unitId: this.host.book.unitId,
      subUnitId: body.sheetId,
      range: toUniver(body),
      order: Object.fromEntries(rows.map((source, i) => [body.row + i, source])),
    });
  }
}
function compareCells(a: unknown, b: unknown, ascending: boolean, matchCase: boolean): number {
  const rank = (v: unknown) => (v === "" ? 3 : typeof v === "number" ? 0 : typeof v === "string" ? 1 : 2);
  if (rank(a) === 3 || rank(b) === 3) return rank(a) - rank(b);
  const collator = { sensitivity: matchCase ? ("case" as const) : ("base" as const) };
  const order =
    rank(a) !== rank(b)
      ? rank(a) - rank(b)
      : typeof a === "string"
        ? a.localeCompare(b as string, "fr", collator)
        : Number(a) - Number(b);
  return ascending ? order : -order;
}
