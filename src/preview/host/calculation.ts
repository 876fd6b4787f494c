/**
 * When Univer calculates. Univer waits 100 ms after a change; here the host starts it as soon as the request is
 * through (or a read needs the result), and can hold it (manual mode). This reaches into TriggerCalculationController
 * of Univer 0.25.1: the two private members it uses are named in ControllerInside.
 */
import type { ICommandService } from "@univerjs/core";
import {
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import { TriggerCalculationController } from "@univerjs/sheets-formula";
import type { Book } from "./book";

interface EnteredCells {
  subUnitId: string;
  cellValue?: Record<string, Record<string, { f?: string | null } | null> | null>;
}
interface Dirty {
  dirtyRanges: { unitId: string; sheetId: string; range: object }[];
  forceCalculation: boolean;
}
interface ControllerInside {
  _waitingCommandQueue: unknown[];
  _setTimeoutKey: ReturnType<typeof setTimeout>;
  _generateDirty(commands: unknown[]): Dirty;
  _mergeDirty(a: Dirty, b: Dirty): Dirty;
  _executingDirtyData: Dirty;
}
export interface CellPlace {
  sheetId: string;
  row: number;
  column: number;
}

export class Calculation {
  mode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";
  suspended = false;
  running = false;
  /** Counts calculations; functions called twice in one pass answer the same. */
  pass = 0;
  onPassEnd: (() => void) | null = null;
  private controller: ControllerInside;
  private extra: CellPlace[] = [];
  /** Formulas entered in manual mode: Excel calculates these even then. */
  private entered: CellPlace[] = [];
  private force = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private waiting: (() => void)[] = [];
  private listeners: { dispose(): void }[] = [];
  private commands: ICommandService;

  constructor(private book: Book) {
    this.controller = book.injector.get(TriggerCalculationController) as unknown as ControllerInside;
    this.commands = book.commands;
    this.listeners.push(
      this.commands.onCommandExecuted((command, options) => {
        if (
          command.id === SetRangeValuesMutation.id &&
          this.mode === "Manual" &&
          !(options as { fromFormula?: boolean })?.fromFormula
        )
          this.noteEntered(command.params as EnteredCells);
        if (command.id === SetFormulaCalculationNotificationMutation.id) {
          const params = command.params as { functionsExecutedState?: number };
          if (params.functionsExecutedState !== undefined) this.ended();
        } else if (this.controller._waitingCommandQueue.length) this.schedule();
      }),
      this.commands.beforeCommandExecuted((command) => {
        if (command.id !== SetFormulaCalculationStartMutation.id) return;
        this.running = true;
        this.pass++;
      }),
    );
  }
  get pending(): boolean {
    return this.controller._waitingCommandQueue.length > 0 || this.extra.length > 0 || this.force;
  }
  /** Formulas entered in manual mode and not calculated yet. */
  get entering(): boolean {
    return this.entered.length > 0;
  }
  /** Have these cells' formulas calculated again, and what depends on them. */
  markDirty(cells: CellPlace[]): void {
    this.extra.push(...cells);
    this.schedule();
  }
  recalculateAll(): void {
    this.force = true;
    this.schedule();
  }
  /** Calculation without waiting for its time, also in manual mode. */
  async calculateNow(full: boolean): Promise<void> {
    if (full) this.force = true;
    this.entered = [];
    await this.until(
      () => this.running || this.pending,
      () => this.start(),
    );
  }
  /** Everything calculated that automatic calculation would have calculated. */
  async ready(): Promise<void> {
    await null;
    await null;
    const automatic = () => this.pending && this.mode !== "Manual" && !this.suspended;
    await this.until(
      () => this.running || this.entered.length > 0 || automatic(),
      () => (automatic() ? this.start() : this.startEntered()),
    );
  }
  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    if (this.timer) clearTimeout(this.timer);
    this.entered = [];
    clearTimeout(this.controller._setTimeoutKey);
  }

  private async until(due: () => boolean, start: () => void): Promise<void> {
    while (due()) {
      const end = new Promise<void>((resolve) => this.waiting.push(resolve));
      start();
      await end;
    }
  }
  private schedule(): void {
    clearTimeout(this.controller._setTimeoutKey);
    if (this.timer || this.mode === "Manual" || this.suspended) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      if (this.mode !== "Manual" && !this.suspended) this.start();
    }, 0);
  }
  /** After suspension or manual mode: take up what has waited. */
  resume(): void {
    this.suspended = false;
    if (this.pending) this.schedule();
  }
  private noteEntered({ subUnitId: sheetId, cellValue }: EnteredCells): void {
    for (const [row, cells] of Object.entries(cellValue ?? {}))
      for (const [column, cell] of Object.entries(cells ?? {}))
        if (cell?.f) this.entered.push({ sheetId, row: Number(row), column: Number(column) });
    if (this.entered.length) setTimeout(() => this.startEntered(), 0);
  }
  private startEntered(): void {
    if (this.running || !this.entered.length) return;
    const dirty = this.controller._generateDirty([]);
    const unitId = this.book.unitId;
    dirty.dirtyRanges = blocks(this.entered).map(({ sheetId, range }) => ({ unitId, sheetId, range }));
    this.entered = [];
    void this.commands.executeCommand(
      SetFormulaCalculationStartMutation.id,
      { ...dirty },
      { onlyLocal: true },
    );
  }
  private start(): void {
    this.entered = [];
    if (this.running || !this.pending) return;
    const inside = this.controller;
    clearTimeout(inside._setTimeoutKey);
    const queue = inside._waitingCommandQueue.splice(0);
    const dirty = inside._mergeDirty(inside._executingDirtyData, inside._generateDirty(queue));
    const unitId = this.book.unitId;
    dirty.dirtyRanges.push(...blocks(this.extra).map(({ sheetId, range }) => ({ unitId, sheetId, range })));
    dirty.forceCalculation ||= this.force;
    this.extra = [];
    this.force = false;
    inside._executingDirtyData = dirty;
    void this.commands.executeCommand(
      SetFormulaCalculationStartMutation.id,
      { ...dirty },
      { onlyLocal: true },
    );
  }
  private ended(): void {
    this.running = false;
    this.onPassEnd?.();
    const waiting = this.waiting.splice(0);
    for (const resolve of waiting) resolve();
    if (this.pending) this.schedule();
  }
}

/** Single cells joined into vertical runs, so that hundreds of them stay a short list. */
function blocks(cells: CellPlace[]) {
  const sorted = [...cells].sort(
    (a, b) => a.sheetId.localeCompare(b.sheetId) || a.column - b.column || a.row - b.row,
  );
  const runs: {
    sheetId: string;
    range: { startRow: number; endRow: number; startColumn: number; endColumn: number };
  }[] = [];
  for (const { sheetId, row, column } of sorted) {
    const last = runs.at(-1);
    if (last && last.sheetId === sheetId && last.range.startColumn === column && row <= last.range.endRow + 1)
      last.range.endRow = row;
    else
      runs.push({ sheetId, range: { startRow: row, endRow: row, startColumn: column, endColumn: column } });
  }
  return runs;
}
