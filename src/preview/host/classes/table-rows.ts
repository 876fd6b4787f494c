/** Excel.TableRow and TableRowCollection */
import { lastRow, type Area } from "../address";
import { open, type ExcelClass } from "../class-table";
import type { HostCore } from "../core";
import { invalidArgument, itemNotFound } from "../errors";
import { asGrid, readValues, writeValues } from "../writer";
import { rangeClass } from "./range";

interface TableRowRef {
  table: string;
  index: number;
}
function rowArea(self: TableRowRef, host: HostCore): Area {
  const table = host.tables.current({ id: self.table });
  const body = host.tables.body(table);
  if (self.index < 0 || self.index >= body.rows) throw itemNotFound(`the row ${self.index}`);
  return { ...body, row: body.row + self.index, rows: 1 };
}
export const tableRowClass: ExcelClass<TableRowRef> = {
  name: "TableRow",
  calculated: true,
  scalars: {
    Index: { get: (self) => self.index },
    Values: {
      get: (self, host) => readValues(host, rowArea(self, host)),
      set: (self, values, host) => {
        const area = rowArea(self, host);
        host.protection.checkWrite(area);
        writeValues(host, area, values, { lang: "en" });
      },
    },
  },
  methods: {
    Delete: async (self, _args, host) => {
      const table = host.tables.current({ id: self.table });
      host.protection.checkStructure(table.area.sheetId, "allowDeleteRows");
      await host.tables.edits.deleteRows(table, self.index, 1);
      return null;
    },
    GetRange: (self, _args, host) => open(rangeClass, rowArea(self, host)),
  },
};
export const tableRowsClass: ExcelClass<{ id: string }> = {
  name: "TableRowCollection",
  calculated: true,
  scalars: { Count: { get: (self, host) => host.tables.rowCount(host.tables.current(self)) } },
  items: (self, host) =>
    Array.from({ length: host.tables.rowCount(host.tables.current(self)) }, (_, index) =>
      open(tableRowClass, { table: self.id, index }),
    ),
  indexer: (self, index) => open(tableRowClass, { table: self.id, index: Number(index) }),
  methods: {
    Add: async (self, [index, values, alwaysInsert], host) => {
      const table = host.tables.current(self);
      host.protection.checkStructure(table.area.sheetId, "allowInsertRows");
      const grid =
        values === null || values === undefined
          ? null
          : Array.isArray(values)
            ? (values as unknown[][])
            : [[values]];
      const count = grid?.length ?? 1;
      if (count === 0) throw invalidArgument("there is no row to add.");
      // Refused before anything moves if the values do not fit.
      if (grid && grid.length) asGrid(grid, { ...table.area, rows: count }, "the values");
      const at = index === -1 ? null : (index ?? null);
      const place = await host.tables.edits.insertRows(table, at, count, alwaysInsert !== false);
      host.tables.edits.copyColumnFormulas(host.tables.current(self), {
        ...table.area,
        rows: Math.max(2, lastRow(place) - count - table.area.row + 1),
      });
      if (grid) host.events.quietly(() => writeValues(host, place, grid, { lang: "en" }));
      host.watcher.changed(place, "RowInserted");
      return open(tableRowClass, {
        table: self.id,
        index: place.row - host.tables.body(host.tables.current(self)).row,
      });
    },
    DeleteRows: async (self, [rows], host) => {
      const indexes = (rows as unknown[]).map((row) =>
        typeof row === "number" ? row : (row as { self: TableRowRef }).self.index,
      );
      for (const index of [...new Set(indexes)].sort((a, b) => b - a))
        await host.tables.edits.deleteRows(host.tables.current(self), index, 1);
      return null;
    },
    DeleteRowsAt: async (self, [index, count = 1], host) => {
      const table = host.tables.current(self);
      host.protection.checkStructure(table.area.sheetId, "allowDeleteRows");
      await host.tables.edits.deleteRows(table, index, count ?? 1);
      return null;
    },
    GetCount: (self, _args, host) => host.tables.rowCount(host.tables.current(self)),
    GetItemAt: (self, [index], host) => {
      if (index < 0 || index >= host.tables.rowCount(host.tables.current(self)))
        throw itemNotFound(`the row ${index}`);
      return open(tableRowClass, { table: self.id, index });
    },
  },
};
