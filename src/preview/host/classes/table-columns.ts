/** Excel.TableColumn and TableColumnCollection */
import type { Area } from "../address";
import { open, openOrNull, type ExcelClass } from "../class-table";
import type { HostCore } from "../core";
import { invalidArgument, itemNotFound } from "../errors";
import { readValues, writeValues } from "../writer";
import { rangeClass } from "./range";

/** A column is known by its id; its place may change. */
export interface TableColumnRef {
  table: string;
  id: string;
}
function place(self: TableColumnRef, host: HostCore) {
  const table = host.tables.current({ id: self.table });
  const index = table.columns.findIndex((c) => c.id === self.id);
  if (index < 0) throw itemNotFound("the column");
  return { table, index };
}
function part(self: TableColumnRef, host: HostCore, of: "all" | "body" | "header"): Area {
  const { table, index } = place(self, host);
  const rows =
    of === "all" ? table.area : of === "body" ? host.tables.body(table) : host.tables.header(table);
  return host.tables.column(table, index, rows);
}
/** Excel numbers columns for their id; here the number follows from the order of first sight. */
const numbers = new WeakMap<HostCore, Map<string, number>>();
export function columnNumber(id: string, host: HostCore): number {
  let known = numbers.get(host);
  if (!known) numbers.set(host, (known = new Map()));
  if (!known.has(id)) known.set(id, known.size + 1);
  return known.get(id)!;
}

export const tableColumnClass: ExcelClass<TableColumnRef> = {
  name: "TableColumn",
  calculated: true,
  identity: (self, host) => ({ Id: columnNumber(self.id, host) }),
  scalars: {
    Id: { get: (self, host) => columnNumber(self.id, host) },
    Index: { get: (self, host) => place(self, host).index },
    Name: {
      get: (self, host) => {
        const { table, index } = place(self, host);
        return table.columns[index]!.name;
      },
      set: (self, name: string, host) => {
        const { table } = place(self, host);
        if (
          !name ||
          table.columns.some((c) => c.id !== self.id && c.name.toLowerCase() === name.toLowerCase())
        )
          throw invalidArgument(`"${name}" cannot be the name of this column.`);
        writeValues(host, part(self, host, "header"), [[`'${name}`]], { lang: "en" });
      },
    },
    Values: {
      get: (self, host) => readValues(host, part(self, host, "all")),
      set: (self, values, host) => {
        const area = part(self, host, "all");
        host.protection.checkWrite(area);
        writeValues(host, area, values, { lang: "en" });
      },
    },
  },
  objects: { Filter: { open: (self) => open(filterClass, self) } },
  methods: {
    Delete: async (self, _args, host) => {
      const { table, index } = place(self, host);
      host.protection.checkStructure(table.area.sheetId, "allowDeleteColumns");
      await host.tables.edits.deleteColumn(table, index);
      return null;
    },
    GetDataBodyRange: (self, _args, host) => open(rangeClass, part(self, host, "body")),
    GetHeaderRowRange: (self, _args, host) => open(rangeClass, part(self, host, "header")),
    GetRange: (self, _args, host) => open(rangeClass, part(self, host, "all")),
  },
};
/** By values only; the other kinds of filter are left to Excel. */
const filterClass: ExcelClass<TableColumnRef> = {
  name: "Filter",
  scalars: {
    Criteria: {
      get: (self, host) => {
        const { table, index } = place(self, host);
        const values = host.tables.filters.valuesOf(table, index);
        return values && { filterOn: "Values", values };
      },
    },
  },
  methods: {
    Apply: (self, [criteria], host) => {
      if (criteria?.filterOn !== "Values") throw invalidArgument("only filters by values are known here.");
      const { table, index } = place(self, host);
      host.protection.checkStructure(table.area.sheetId, "allowAutoFilter");
      host.tables.filters.setFilter(table, index, (criteria.values as unknown[]).map(String));
      return null;
    },
    ApplyValuesFilter: (self, [values], host) => {
      const { table, index } = place(self, host);
      host.protection.checkStructure(table.area.sheetId, "allowAutoFilter");
      host.tables.filters.setFilter(table, index, (values as unknown[]).map(String));
      return null;
    },
    Clear: (self, _args, host) => {
      const { table, index } = place(self, host);
      host.tables.filters.setFilter(table, index, null);
      return null;
    },
  },
};
export const tableColumnsClass: ExcelClass<{ id: string }> = {
  name: "TableColumnCollection",
  calculated: true,
  scalars: { Count: { get: (self, host) => host.tables.current(self).columns.length } },
  items: (self, host) =>
    host.tables.current(self).columns.map((c) => open(tableColumnClass, { table: self.id, id: c.id })),
  indexer: (self, key, host) => item(self, key, host) ?? fail(key),
  methods: {
    Add: async (self, [index, values, name], host) => {
      const table = host.tables.current(self);
      host.protection.checkStructure(table.area.sheetId, "allowInsertColumns");
      const at = await host.tables.edits.insertColumn(
        table,
        index === -1 ? null : (index ?? null),
        name || undefined,
      );
      const now = host.tables.current(self);
      const column = host.tables.column(now, at);
      if (values !== null && values !== undefined) {
        const grid = Array.isArray(values) ? values : [[values]];
        writeValues(host, { ...column, rows: grid.length }, grid, { lang: "en" });
      }
      host.watcher.changed(column, "ColumnInserted");
      return open(tableColumnClass, { table: self.id, id: host.tables.current(self).columns[at]!.id });
    },
    GetCount: (self, _args, host) => host.tables.current(self).columns.length,
    GetItem: (self, [key], host) => item(self, key, host) ?? fail(key),
    GetItemAt: (self, [index], host) => {
      const column = host.tables.current(self).columns[index];
      return column ? open(tableColumnClass, { table: self.id, id: column.id }) : fail(index);
    },
    GetItemOrNullObject: (self, [key], host) => item(self, key, host),
  },
};
function item(self: { id: string }, key: string | number, host: HostCore) {
  const { columns } = host.tables.current(self);
  const found =
    typeof key === "number"
      ? columns.find((c) => columnNumber(c.id, host) === key)
      : columns.find((c) => c.name.toLocaleLowerCase() === key.toLocaleLowerCase());
  return openOrNull(tableColumnClass, found && { table: self.id, id: found.id });
}
function fail(key: unknown): never {
  throw itemNotFound(`the column ${String(key)}`);
}
