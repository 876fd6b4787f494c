/** Excel.Table, TableCollection, TableColumn(Collection), TableRow(Collection), AutoFilter, TableSort */
import type { Area } from "../address";
import { kept, open, openOrNull, type ExcelClass, type Handle } from "../class-table";
import type { HostCore } from "../core";
import { invalidArgument, itemNotFound } from "../errors";
import { tableColumnsClass } from "./table-columns";
import { tableRowsClass } from "./table-rows";
import type { TableView } from "../tables";
import { rangeClass } from "./range";
import { worksheetClass } from "./worksheets";

export interface TablesRef {
  /** null: the whole workbook, or a choice of tables. */
  sheetId: string | null;
  pick(): TableView[];
}
type TableRef = { id: string };
const view = (self: TableRef, host: HostCore) => host.tables.current(self);
const keptByTable = (name: string, initial: unknown) => {
  const property = kept<TableView>(name, initial);
  return {
    get: (self: TableRef, host: HostCore) => property.get(view(self, host), host),
    set: (self: TableRef, value: unknown, host: HostCore) => property.set!(view(self, host), value, host),
  };
};
const areaOf = (given: unknown, host: HostCore, sheetId: string): Area => {
  if (typeof given !== "string") return (given as Handle<Area>).self;
  const area = host.names.resolve(given, sheetId);
  if (!area) throw invalidArgument(`"${given}" is no range.`);
  return area;
};

export const tableClass: ExcelClass<TableRef> = {
  name: "Table",
  identity: (self) => ({ Id: self.id }),
  scalars: {
    Id: { get: (self) => self.id },
    LegacyId: { get: (self, host) => host.tables.legacyNumber(view(self, host)) },
    Name: {
      get: (self, host) => view(self, host).name,
      set: (self, name: string, host) => host.tables.rename(view(self, host), name),
    },
    Style: keptByTable("Style", "TableStyleMedium2"),
    ShowFilterButton: keptByTable("ShowFilterButton", true),
    ShowHeaders: keptByTable("ShowHeaders", true),
    ShowTotals: {
      get: (self, host) => view(self, host).kept.ShowTotals ?? false,
      set: (self, shown, host) => {
        const table = view(self, host);
        if (!!table.kept.ShowTotals === !!shown) return;
        const rows = table.area.rows + (shown ? 1 : -1);
        if (shown && !host.tables.isBlank({ ...table.area, row: table.area.row + table.area.rows, rows: 1 }))
          throw invalidArgument("there is no room for a total row.");
        host.tables.setRange(table.id, { ...table.area, rows });
        table.kept.ShowTotals = !!shown;
      },
    },
    ShowBandedRows: keptByTable("ShowBandedRows", true),
    ShowBandedColumns: keptByTable("ShowBandedColumns", false),
    HighlightFirstColumn: keptByTable("HighlightFirstColumn", false),
    HighlightLastColumn: keptByTable("HighlightLastColumn", false),
  },
  objects: {
    AutoFilter: { open: (self) => open(autoFilterClass, self) },
    Columns: { open: (self) => open(tableColumnsClass, self) },
    Rows: { open: (self) => open(tableRowsClass, self) },
    Sort: { open: (self) => open(tableSortClass, self) },
    Worksheet: { open: (self, host) => open(worksheetClass, { id: view(self, host).area.sheetId }) },
  },
  methods: {
    ClearFilters: (self, _args, host) => {
      host.tables.filters.clearFilters(view(self, host));
      return null;
    },
    ConvertToRange: (self, _args, host) => {
      const table = view(self, host);
      host.tables.remove(table, false);
      return open(rangeClass, table.area);
    },
    Delete: (self, _args, host) => {
      host.tables.remove(view(self, host), true);
      return null;
    },
    GetDataBodyRange: (self, _args, host) => open(rangeClass, host.tables.body(view(self, host))),
    GetHeaderRowRange: (self, _args, host) => open(rangeClass, host.tables.header(view(self, host))),
    GetRange: (self, _args, host) => open(rangeClass, view(self, host).area),
    GetTotalRowRange: (self, _args, host) => {
      const table = view(self, host);
      if (!table.kept.ShowTotals) throw itemNotFound("the total row");
      return open(rangeClass, { ...table.area, row: table.area.row + table.area.rows - 1, rows: 1 });
    },
    ReapplyFilters: () => null,
    Resize: (self, [range], host) => {
      const table = view(self, host);
      host.tables.resize(table, areaOf(range, host, table.area.sheetId));
      return null;
    },
  },
};
const autoFilterClass: ExcelClass<TableRef> = {
  name: "AutoFilter",
  scalars: {
    Enabled: { get: (self, host) => view(self, host).kept.ShowFilterButton ?? true },
    IsDataFiltered: { get: (self, host) => host.tables.filters.isFiltered(view(self, host)) },
  },
  methods: {
    ClearCriteria: (self, _args, host) => {
      host.tables.filters.clearFilters(view(self, host));
      return null;
    },
    Reapply: () => null,
    GetRange: (self, _args, host) => open(rangeClass, view(self, host).area),
    GetRangeOrNullObject: (self, _args, host) => open(rangeClass, view(self, host).area),
  },
};
const tableSortClass: ExcelClass<TableRef> = {
  name: "TableSort",
  scalars: {},
  methods: {
    Apply: (self, [fields, matchCase], host) => {
      host.protection.checkStructure(view(self, host).area.sheetId, "allowSort");
      host.tables.filters.sort(view(self, host), fields, !!matchCase);
      return null;
    },
    Clear: () => null,
  },
};

export const tablesClass: ExcelClass<TablesRef> = {
  name: "TableCollection",
  scalars: { Count: { get: (self) => self.pick().length } },
  items: (self) => self.pick().map((t) => open(tableClass, { id: t.id })),
  indexer: (self, key, host) => item(self, key, host),
  methods: {
    Add: (self, [range, hasHeaders], host) => {
      const sheetId = self.sheetId ?? host.book.activeSheetId;
      const area = areaOf(range, host, sheetId);
      if (self.sheetId && area.sheetId !== self.sheetId)
        throw invalidArgument("the range is on another worksheet.");
      host.protection.checkStructure(area.sheetId);
      return open(tableClass, { id: host.tables.add(area, !!hasHeaders).id });
    },
    GetCount: (self) => self.pick().length,
    GetFirst: (self, _args, host) => itemAt(self, 0, host),
    GetItem: (self, [key], host) => item(self, key, host),
    GetItemAt: (self, [index], host) => itemAt(self, index, host),
    GetItemOrNullObject: (self, [key], host) => {
      const table = host.tables.find(key);
      return openOrNull(
        tableClass,
        table && self.pick().some((t) => t.id === table.id) ? { id: table.id } : null,
      );
    },
  },
};
function item(self: TablesRef, key: string, host: HostCore) {
  const table = host.tables.find(key);
  if (!table || !self.pick().some((t) => t.id === table.id)) throw itemNotFound(`the table ${key}`);
  return open(tableClass, { id: table.id });
}
function itemAt(self: TablesRef, index: number, _host: HostCore) {
  const table = self.pick()[index];
  if (!table) throw itemNotFound(`the table at ${index}`);
  return open(tableClass, { id: table.id });
}
