/** Watches Univer's mutations, whoever caused them, and tells them as Excel's events. */
import type { ICellData } from "@univerjs/core";
import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  ReorderRangeMutation,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
} from "@univerjs/sheets";
import { formatCells, fromUniver, intersect, type Area } from "./address";
import type { CellMatrix } from "./book";
import { typeOf, valueOf } from "./cells";
import type { HostCore } from "./core";
import { fromFrench, looksFrench, spellOut } from "./formula-text";
import { EventKind, WORKBOOK_TARGET } from "./events";
import { shiftArea } from "./references";

interface MutationOptions {
  fromFormula?: boolean;
  onlyLocal?: boolean;
}
const CONTENT_KEYS = ["v", "f", "si", "p"] as const;

export class Watcher {
  private before: { cell: ICellData | null } | null = null;
  private listeners: { dispose(): void }[];
  private activeSheetId: string;

  constructor(private host: HostCore) {
    const { commands } = host.book;
    this.activeSheetId = host.book.activeSheetId;
    this.listeners = [
      commands.beforeCommandExecuted((command, options) => {
        if (command.id === SetRangeValuesCommand.id) this.translate(command.params);
        if (command.id !== SetRangeValuesMutation.id || (options as MutationOptions)?.fromFormula) return;
        const { subUnitId, cellValue } = command.params as { subUnitId: string; cellValue: CellMatrix };
        const area = contentArea(subUnitId, cellValue);
        const single = area && area.rows === 1 && area.columns === 1;
        this.before = single
          ? { cell: structuredClone(host.book.cell(subUnitId, area.row, area.column)) }
          : null;
      }),
      commands.onCommandExecuted((command, options) =>
        this.executed(command.id, command.params, options as MutationOptions),
      ),
    ];
  }
  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
  }

  /** What a person types in the grid in French becomes what Univer calculates. */
  private translate(params: any): void {
    if (this.host.actor !== "user" || !params?.value) return;
    const at = params.range && fromUniver(params.subUnitId ?? this.host.book.activeSheetId, params.range);
    const table = at && this.host.tables.at(at);
    const visit = (cell: any) => {
      if (typeof cell?.f !== "string") return;
      if (this.host.lang === "fr" && looksFrench(cell.f)) cell.f = fromFrench(cell.f);
      cell.f = spellOut(cell.f, table?.name);
    };
    if ("f" in params.value) visit(params.value);
    else
      for (const row of Object.values(params.value)) for (const cell of Object.values(row ?? {})) visit(cell);
  }
  private executed(id: string, params: any, options: MutationOptions | undefined): void {
    const { host } = this;
    if (params?.unitId && params.unitId !== host.book.unitId) return;
    switch (id) {
      case SetRangeValuesMutation.id: {
        if (options?.fromFormula) return;
        const area = contentArea(params.subUnitId, params.cellValue);
        if (area) this.cellsChanged(area, this.before);
        this.before = null;
        return;
      }
      case InsertRowMutation.id:
        return this.shifted(
          params.subUnitId,
          "row",
          params.range.startRow,
          params.range.endRow - params.range.startRow + 1,
          params.range,
        );
      case RemoveRowMutation.id:
        return this.shifted(
          params.subUnitId,
          "row",
          params.range.startRow,
          -(params.range.endRow - params.range.startRow + 1),
          params.range,
        );
      case InsertColMutation.id:
        return this.shifted(
          params.subUnitId,
          "column",
          params.range.startColumn,
          params.range.endColumn - params.range.startColumn + 1,
          params.range,
        );
      case RemoveColMutation.id:
        return this.shifted(
          params.subUnitId,
          "column",
          params.range.startColumn,
          -(params.range.endColumn - params.range.startColumn + 1),
          params.range,
        );
      case InsertSheetMutation.id: {
        host.dirty = true;
        const worksheetId = params.sheet.id;
        return host.events.emit(EventKind.SheetAdded, [WORKBOOK_TARGET], { source: "Local", worksheetId });
      }
      case RemoveSheetMutation.id:
        return this.sheetRemoved(params.subUnitId);
      case ReorderRangeMutation.id: {
        host.dirty = true;
        const area = fromUniver(params.subUnitId, params.range);
        const args = { address: formatCells(area), source: "Local", worksheetId: area.sheetId };
        return host.events.emit(EventKind.RowSorted, [area.sheetId, WORKBOOK_TARGET], args);
      }
      case SetWorksheetActiveOperation.id:
        return this.activated(params.subUnitId);
      case SetSelectionsOperation.id: {
        const range = params.selections?.at(-1)?.range;
        if (range) this.selected(fromUniver(params.subUnitId, range));
        return;
      }
    }
  }

  cellsChanged(area: Area, before: { cell: ICellData | null } | null, changeType = "RangeEdited"): void {
    const { host } = this;
    host.dirty = true;
    host.tables.cellsChanged(area);
    host.functions.cellsChanged(area);
    host.validations.cellsChanged();
    const details: Record<string, unknown> = {};
    if (before) {
      const after = host.book.cell(area.sheetId, area.row, area.column);
      details.valueBefore = valueOf(before.cell);
      details.valueTypeBefore = typeOf(before.cell);
      details.valueAfter = valueOf(after);
      details.valueTypeAfter = typeOf(after);
    }
    this.changed(area, changeType, details);
    if (host.actor === "user") void host.tables.edits.extendBy(area);
  }
  changed(area: Area, changeType: string, details: Record<string, unknown> = {}): void {
    const { host } = this;
    if (host.events.muted) return;
    const common = {
      changeType,
      source: "Local",
      worksheetId: area.sheetId,
      ...(host.actor === "addin" ? { triggerSource: "ThisLocalAddin" } : { triggerSource: "Unknown" }),
      shiftDirection: "None",
      ...details,
    };
    const referenceId = host.references.keepArea(area);
    host.events.emit(EventKind.SheetChanged, [area.sheetId, WORKBOOK_TARGET], {
      ...common,
      address: formatCells(area),
      referenceId,
    });
    for (const table of host.tables.all()) {
      const part = intersect(table.area, area);
      if (!part) continue;
      host.events.emit(EventKind.TableChanged, [table.id, table.area.sheetId, WORKBOOK_TARGET], {
        ...common,
        tableId: table.id,
        address: formatCells(part),
        referenceId,
      });
    }
  }
  private shifted(sheetId: string, axis: "row" | "column", at: number, count: number, range: any): void {
    const { host } = this;
    host.dirty = true;
    host.references.adjust((area) => shiftArea(area, sheetId, axis, at, count));
    host.protection.adjust((area) => shiftArea(area, sheetId, axis, at, count));
    host.validations.adjust((area) => shiftArea(area, sheetId, axis, at, count));
    host.conditionalFormats.adjust((area) => shiftArea(area, sheetId, axis, at, count));
    host.charts.shifted(sheetId, axis, at, count);
    host.shapes.shifted(sheetId, axis, at, count);
    host.functions.structureChanged();
    host.tables.syncSoon();
    const what = axis === "row" ? "Row" : "Column";
    const area = fromUniver(sheetId, range);
    const whole =
      axis === "row" ? { ...area, column: 0, columns: 16384 } : { ...area, row: 0, rows: 1048576 };
    this.changed(whole, `${what}${count > 0 ? "Inserted" : "Deleted"}`);
  }
  private sheetRemoved(worksheetId: string): void {
    const { host } = this;
    host.dirty = true;
    host.protection.forget(worksheetId);
    host.references.adjust((area) => area.sheetId !== worksheetId);
    host.validations.adjust((area) => area.sheetId !== worksheetId);
    host.conditionalFormats.adjust((area) => area.sheetId !== worksheetId);
    host.charts.forget(worksheetId);
    host.shapes.forget(worksheetId);
    host.functions.structureChanged();
    host.events.emit(EventKind.SheetDeleted, [WORKBOOK_TARGET], { source: "Local", worksheetId });
  }
  private activated(sheetId: string): void {
    const { host } = this;
    if (sheetId === this.activeSheetId || host.events.muted) return;
    host.events.emit(EventKind.SheetDeactivated, [this.activeSheetId, WORKBOOK_TARGET], {
      worksheetId: this.activeSheetId,
    });
    this.activeSheetId = sheetId;
    host.events.emit(EventKind.SheetActivated, [sheetId, WORKBOOK_TARGET], { worksheetId: sheetId });
  }
  private selected(area: Area): void {
    const { host } = this;
    host.selection = area;
    host.validations.selectionChanged();
    if (host.events.muted) return;
    const worksheetId = area.sheetId;
    host.events.emit(EventKind.SheetSelection, [worksheetId, WORKBOOK_TARGET], {
      address: formatCells(area),
      worksheetId,
    });
    host.events.emit(EventKind.DocumentSelection, [""], {});
    for (const table of host.tables.all()) {
      const part = intersect(table.area, area);
      if (!part) continue;
      const args = { address: formatCells(part), isInsideTable: true, tableId: table.id, worksheetId };
      host.events.emit(EventKind.TableSelection, [table.id], args);
    }
  }
}

/** The rectangle of the cells whose content a mutation writes; null if it writes styles only. */
function contentArea(sheetId: string, cells: CellMatrix | undefined): Area | null {
  let top = Infinity;
  let bottom = -1;
  let left = Infinity;
  let right = -1;
  for (const [rowKey, columns] of Object.entries(cells ?? {})) {
    const row = Number(rowKey);
    for (const [columnKey, cell] of Object.entries(columns ?? {})) {
      if (cell && !CONTENT_KEYS.some((key) => key in cell)) continue;
      const column = Number(columnKey);
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
  }
  return bottom < 0
    ? null
    : { sheetId, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
