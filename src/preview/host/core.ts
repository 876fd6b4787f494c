/** The parts of the host that Excel classes work with. */
import type { FUniver } from "@univerjs/core/facade";
import { lastRow, type Area } from "./address";
import { Book } from "./book";
import { Calculation } from "./calculation";
import { Charts } from "./charts";
import { ConditionalFormats } from "./conditional-formats";
import { Events } from "./events";
import { Faults } from "./faults";
import { CustomFunctionHost } from "./functions";
import { Names } from "./names";
import { Protection } from "./protection";
import { References } from "./references";
import { Shapes } from "./shapes";
import { Tables } from "./tables";
import { Validations } from "./validations";
import { Watcher } from "./watcher";

export interface HostOptions {
  lang: "fr" | "en";
  /** How a custom function sees an empty cell: Excel hands over 0, null or "" by platform. */
  blank: "zero" | "null" | "empty";
  /** Whether somebody looks at the workbook: validations and conditional formats are then handed to Univer too. */
  draws: boolean;
}
/** What Excel keeps in the file and Univer does not. */
export interface WorkbookState {
  kept: Record<string, unknown>;
  properties: Record<string, unknown>;
  custom: Map<string, { key: string; value: unknown }>;
  settings: Map<string, { key: string; value: unknown }>;
  protectedStructure: boolean;
  protectionPassword?: string;
}

export class HostCore {
  readonly lang: "fr" | "en";
  readonly blank: "zero" | "null" | "empty";
  readonly draws: boolean;
  readonly book: Book;
  readonly calculation: Calculation;
  readonly references = new References();
  readonly faults = new Faults();
  readonly events = new Events();
  readonly protection = new Protection();
  readonly names: Names;
  readonly tables: Tables;
  readonly functions: CustomFunctionHost;
  readonly validations: Validations;
  readonly conditionalFormats: ConditionalFormats;
  readonly charts: Charts;
  readonly shapes: Shapes;
  readonly watcher: Watcher;
  readonly workbook: WorkbookState = {
    kept: {},
    properties: {},
    custom: new Map(),
    settings: new Map(),
    protectedStructure: false,
  };
  /** On whose account cells change just now. */
  actor: "addin" | "user" = "user";
  /** A person is typing in a cell: every request is refused. */
  editing = false;
  /** Unsaved changes. */
  dirty = false;
  selection: Area | null = null;
  veryHidden = new Set<string>();
  sheetKept = new Map<string, Record<string, unknown>>();
  /** CustomFunctions.Error of the add-in's window, for error values handed over as arguments. */
  customFunctionsError: (new (code: string, message?: string) => Error) | null = null;

  constructor(univerAPI: FUniver, options: HostOptions) {
    this.lang = options.lang;
    this.blank = options.blank;
    this.draws = options.draws;
    this.book = new Book(univerAPI);
    this.names = new Names(
      this.book,
      () => this.tables,
      (sheetId, row, column, f) =>
        this.events.quietly(() => this.book.writeCells(sheetId, { [row]: { [column]: { f } } })),
    );
    this.tables = new Tables(this);
    this.calculation = new Calculation(this.book);
    this.functions = new CustomFunctionHost(this);
    this.validations = new Validations(this);
    this.conditionalFormats = new ConditionalFormats(this);
    this.charts = new Charts(this);
    this.shapes = new Shapes(this);
    this.watcher = new Watcher(this);
  }
  /** Excel answers values calculated as far as its mode goes; results of custom functions may still be #BUSY!. */
  async settleBeforeReading(): Promise<void> {
    this.names.flush();
    await this.calculation.ready();
  }
  /**
   * Rules may reach to the end of a sheet; Univer makes an object of every cell of a rule with a formula. It is given
   * the rows in use and some more, and told again when there are others.
   */
  visibleParts(areas: Area[], known = new Map<string, Area | null>()): Area[] {
    return areas.flatMap((area) => {
      if (!known.has(area.sheetId)) known.set(area.sheetId, this.book.used(area.sheetId, true));
      const used = known.get(area.sheetId);
      const end = Math.max(used ? lastRow(used) : 0, area.row) + 100;
      const clipped = this.book.clip(area);
      const rows = Math.min(clipped.rows, Math.ceil(end / 100) * 100 - area.row);
      return rows > 0 ? [{ ...clipped, rows }] : [];
    });
  }
  kept(sheetId: string): Record<string, unknown> {
    let kept = this.sheetKept.get(sheetId);
    if (!kept) this.sheetKept.set(sheetId, (kept = {}));
    return kept;
  }
  selected(): Area {
    const sheetId = this.book.activeSheetId;
    return this.selection?.sheetId === sheetId
      ? this.selection
      : { sheetId, row: 0, column: 0, rows: 1, columns: 1 };
  }
  dispose(): void {
    this.functions.dispose();
    this.names.dispose();
    this.tables.dispose();
    this.validations.dispose();
    this.conditionalFormats.dispose();
    this.watcher.dispose();
    this.calculation.dispose();
    this.events.dispose();
  }
}
