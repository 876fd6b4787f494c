/** The Univer workbook under the host: sheets, and cells written as mutations (exact, no undo entry, no checks). */
import {
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  UniverInstanceType,
  type ICellData,
  type IRange,
  type Injector,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { FormulaDataModel } from "@univerjs/engine-formula";
import {
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SetStyleCommand,
  SetWorksheetActiveOperation,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
} from "@univerjs/sheets";
import {
  MAX_COLUMNS,
  MAX_ROWS,
  formatCells,
  fromUniver,
  lastColumn,
  lastRow,
  parseCells,
  quoteSheet,
  splitSheet,
  type Area,
} from "./address";
import { invalidArgument, itemNotFound } from "./errors";

export type CellMatrix = Record<number, Record<number, Partial<ICellData> | null>>;
export const newId = () => `{${crypto.randomUUID().toUpperCase()}}`;

export class Book {
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly formulas: FormulaDataModel;
  constructor(readonly univerAPI: FUniver) {
    this.injector = (univerAPI as unknown as { _injector: Injector })._injector;
    this.commands = this.injector.get(ICommandService);
    this.formulas = this.injector.get(FormulaDataModel);
  }
  get workbook(): Workbook {
    const workbook = this.injector
      .get(IUniverInstanceService)
      .getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
    if (!workbook) throw new Error("The preview has no workbook: call univerAPI.createWorkbook first.");
    return workbook;
  }
  get unitId(): string {
    return this.workbook.getUnitId();
  }
  facade() {
    return this.univerAPI.getActiveWorkbook()!;
  }
  facadeSheet(sheetId: string) {
    return this.facade().getSheetBySheetId(sheetId)!;
  }

  sheets(): Worksheet[] {
    return this.workbook.getSheets();
  }
  sheet(sheetId: string): Worksheet {
    const sheet = this.workbook.getSheetBySheetId(sheetId);
    if (!sheet) throw itemNotFound(`worksheet ${sheetId}`);
    return sheet;
  }
  /** By name, whatever the case, or by id. */
  findSheet(nameOrId: string): Worksheet | null {
    const wanted = String(nameOrId).toLocaleLowerCase();
    return (
      this.sheets().find((s) => s.getName().toLocaleLowerCase() === wanted || s.getSheetId() === nameOrId) ??
      null
    );
  }
  get activeSheetId(): string {
    return this.workbook.getActiveSheet().getSheetId();
  }
  activate(sheetId: string): void {
    if (sheetId === this.activeSheetId) return;
    this.commands.syncExecuteCommand(SetWorksheetActiveOperation.id, {
      unitId: this.unitId,
      subUnitId: sheetId,
    });
  }

  address(area: Area, absolute = false): string {
    return `${quoteSheet(this.sheet(area.sheetId).getName())}!${formatCells(area, absolute)}`;
  }
  /** A plain address, with or without sheet; null if the text is something else. */
  parse(text: string, sheetId: string): Area | null {
    const { sheet, rest } = splitSheet(text);
    const cells = parseCells(rest);
    if (!cells) return null;
    const found = sheet === null ? sheetId : this.findSheet(sheet)?.getSheetId();
    if (!found) throw itemNotFound(`worksheet ${sheet}`);
    return { sheetId: found, ...cells };
  }

  cell(sheetId: string, row: number, column: number): ICellData | null {
    return this.sheet(sheetId).getCellMatrix().getValue(row, column) ?? null;
  }
  /** What an array formula elsewhere has spilled into the cell. */
  spilled(sheetId: string, row: number, column: number): ICellData | null {
    return (
      (this.formulas.getArrayFormulaCellData()[this.unitId]?.[sheetId]?.[row]?.[column] as ICellData) ?? null
    );
  }
  /** Anchor → range of every array formula of the sheet. */
  spills(sheetId: string): Area[] {
    const ranges = this.formulas.getArrayFormulaRange()[this.unitId]?.[sheetId];
    const found: Area[] = [];
    for (const byColumn of Object.values(ranges ?? {}))
      for (const range of Object.values((byColumn ?? {}) as Record<number, IRange | null>))
        if (range) found.push(fromUniver(sheetId, range));
    return found;
  }
  spillFrom(sheetId: string, row: number, column: number): Area | null {
    return this.spills(sheetId).find((s) => s.row === row && s.column === column) ?? null;
  }

  *allFormulas(): Generator<{ sheetId: string; row: number; column: number; formula: string }> {
    for (const [sheetId, rows] of Object.entries(this.formulas.getFormulaData()[this.unitId] ?? {}))
      for (const [row, columns] of Object.entries(rows ?? {}))
        for (const [column, item] of Object.entries((columns ?? {}) as Record<string, { f?: string } | null>))
          if (item?.f) yield { sheetId, row: Number(row), column: Number(column), formula: item.f };
  }
  /** The rectangle of cells with content (or also style), or null on an empty sheet. */
  used(sheetId: string, valuesOnly: boolean, within?: Area): Area | null {
    let top = Infinity;
    let bottom = -1;
    let left = Infinity;
    let right = -1;
    const note = (row: number, column: number) => {
      if (
        within &&
        (row < within.row || row > lastRow(within) || column < within.column || column > lastColumn(within))
      )
        return;
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    };
    this.sheet(sheetId)
      .getCellMatrix()
      .forValue((row, column, cell) => {
        if (!cell) return;
        if (hasContent(cell) || (!valuesOnly && cell.s)) note(row, column);
      });
    for (const spill of this.spills(sheetId)) {
      note(spill.row, spill.column);
      note(lastRow(spill), lastColumn(spill));
    }
    return bottom < 0
      ? null
      : { sheetId, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** The part of an area reaching to the sheet's end that the Univer sheet really has (it grows when written to). */
  clip(area: Area): Area {
    const sheet = this.sheet(area.sheetId);
    const rows = endsBelow(area) ? Math.max(sheet.getRowCount() - area.row, 1) : area.rows;
    const columns = endsRight(area) ? Math.max(sheet.getColumnCount() - area.column, 1) : area.columns;
    return { ...area, rows, columns };
  }
  /** Univer sheets have an end: move it so that the area fits. */
  makeRoom(area: Area): void {
    const sheet = this.sheet(area.sheetId);
    const target = { unitId: this.unitId, subUnitId: area.sheetId };
    if (!endsBelow(area) && lastRow(area) >= sheet.getRowCount())
      this.commands.syncExecuteCommand(SetWorksheetRowCountMutation.id, {
        ...target,
        rowCount: lastRow(area) + 101,
      });
    if (!endsRight(area) && lastColumn(area) >= sheet.getColumnCount())
      this.commands.syncExecuteCommand(SetWorksheetColumnCountMutation.id, {
        ...target,
        columnCount: lastColumn(area) + 11,
      });
  }

  /** Writes cells as they are. Undoable: as something a person did, that Ctrl+Z takes back. */
  writeCells(sheetId: string, cellValue: CellMatrix, undoable = false): void {
    const params = {
      unitId: this.unitId,
      subUnitId: sheetId,
      cellValue: cellValue as never,
      // Univer takes any other writing into cells an array formula spills for their content, and drops the formula.
      ...(isLooks(cellValue) ? { trigger: SetStyleCommand.id } : {}),
    };
    const undo = undoable ? SetRangeValuesUndoMutationFactory(this.injector, params) : null;
    const id = SetRangeValuesMutation.id;
    if (!this.commands.syncExecuteCommand(id, params))
      throw invalidArgument("the cells could not be written.");
    if (undo)
      this.injector.get(IUndoRedoService).pushUndoRedo({
        unitID: this.unitId,
        undoMutations: [{ id, params: undo }],
        redoMutations: [{ id, params }],
      });
  }
  /** Univer's insert and delete commands only act on the active sheet. */
  async onSheet<T>(sheetId: string, act: () => T | Promise<T>): Promise<T> {
    const before = this.activeSheetId;
    if (before === sheetId) return act();
    this.activate(sheetId);
    try {
      return await act();
    } finally {
      if (this.workbook.getSheetBySheetId(before)) this.activate(before);
    }
  }
}
/** Reaches to the last row (column) a sheet of Excel has. */
export const endsBelow = (area: Area) => lastRow(area) >= MAX_ROWS - 1;
export const endsRight = (area: Area) => lastColumn(area) >= MAX_COLUMNS - 1;
/** Whether only the looks of cells are written. */
function isLooks(cells: CellMatrix): boolean {
  for (const columns of Object.values(cells))
    for (const cell of Object.values(columns))
      if (!cell || "v" in cell || "f" in cell || "si" in cell || "p" in cell) return false;
  return true;
}
export const hasContent = (cell: Partial<ICellData> | null | undefined) =>
  !!cell && ((cell.v !== undefined && cell.v !== null && cell.v !== "") || !!cell.f || !!cell.si || !!cell.p);
