import type { Codebook, TableId } from "../codebook";
import { JoinedTable } from "./access";
import { BaseTable } from "./table";
import { Tallies } from "./tallies";
import type { Tally } from "./tally";
import { Watching, type Watched } from "./watching";

/** Tables of the workbook the base keeps. */
export type BaseTableId = Extract<TableId, "projects" | "panel" | "motivations" | "actors">;
const TABLES: readonly BaseTableId[] = ["projects", "panel", "motivations", "actors"];

/** What changed, for those who follow the base. */
export interface BaseChange {
  readonly table: BaseTableId | "codebook" | "edition";
}

type Rows = readonly (readonly unknown[])[];

/** What the loader may do to the base. */
export interface BaseWriter {
  /** Starts a table anew. `headers` are the column headers found; unknown ones are kept out. */
  beginTable(table: BaseTableId, headers: readonly string[]): void;
  /** Adds rows, in the order of the headers; may be called for one block after the other. */
  appendRows(table: BaseTableId, rows: Rows): void;
  /** The table is complete; those who follow the base are told. */
  endTable(table: BaseTableId): void;
  /** Replaces rows already there (an edit): O(rows edited). Values in the order of `headers`. */
  updateRows(table: BaseTableId, first: number, rows: Rows): void;
  insertRows(table: BaseTableId, at: number, rows: Rows): void;
  deleteRows(table: BaseTableId, at: number, count: number): void;
  /** Number of rows of a table. */
  rowCount(table: BaseTableId): number;
  /** Another code book: coded columns are read with its lists. */
  setCodebook(codebook: Codebook): void;
  setEdition(editionId: string): void;
  /** No base in this workbook (any more). */
  clear(): void;
  onChange(listener: (change: BaseChange) => void): () => void;
}

/**
 * The answers of the workbook in memory, by column: about a byte for a code and four for a text a row. One
 * loader fills it and follows the tables; formulas read it through tallies, which follow it in turn.
 */
export class Base implements BaseWriter {
  private tables: Map<BaseTableId, BaseTable>;
  private joined = new Map<BaseTableId, JoinedTable>();
  private readonly tallies = new Tallies();
  private readonly whole = { version: 0 };
  /** Code book and edition, which everything is read by. */
  private readonly settings = { version: 0 };
  private readonly watching = new Watching();
  private listeners = new Set<(change: BaseChange) => void>();

  constructor(
    private book: Codebook,
    private edition: string = book.edition.id,
  ) {
    this.tables = this.emptyTables();
  }

  get codebook(): Codebook {
    return this.book;
  }

  get editionId(): string {
    return this.edition;
  }

  /** Counts up with every change: what was computed from the base is good as long as it stays. */
  get version(): number {
    this.watching.note(this.whole);
    return this.whole.version;
  }

  /**
   * Runs some work and finds out what it reads of the base.
   * @returns Its result, and a check whether all of that is still the same. Groups and rows of a table's own
   *   dictionary are not watched: an error that was thrown may not come again.
   */
  watch<T>(work: () => T): Watched<T> {
    return this.watching.watch(() => {
      this.watching.note(this.settings);
      return work();
    });
  }

  /**
   * What some work comes to, done again only once what it reads of the base has changed.
   * @param same Whether two results say the same, so that whoever has read one need not read the other.
   */
  derived<T>(key: string, work: () => T, same: (a: T, b: T) => boolean = Object.is): T {
    const watched = () => {
      this.watching.note(this.settings);
      return work();
    };
    return this.watching.derived(key, watched, same);
  }

  /** Whether a table has been loaded. */
  has(table: BaseTableId): boolean {
    return this.tables.get(table)!.complete;
  }

  /** Whether a table is being read just now. */
  isLoading(table: BaseTableId): boolean {
    return this.tables.get(table)!.isLoading;
  }

  /** A table as it stands. */
  tableOf(table: BaseTableId): BaseTable {
    const found = this.tables.get(table)!;
    this.watching.note(found);
    return found;
  }

  /** A table joined with the panel. */
  view(table: BaseTableId): JoinedTable {
    let view = this.joined.get(table);
    if (!view) {
      view = new JoinedTable(this.tables.get(table)!, this.tables.get("panel")!, this.book);
      this.joined.set(table, view);
    }
    return view;
  }

  /** The tally of this key, made if it is not known; it follows the base from now on. */
  tally(table: BaseTableId, key: string, make: (table: BaseTable) => Tally): Tally {
    const tally = this.tallies.get(this.tables.get(table)!, key, make);
    this.watching.note(tally);
    return tally;
  }

  beginTable(table: BaseTableId, headers: readonly string[]): void {
    this.tables.get(table)!.begin(headers);
    this.forget(table);
  }

  appendRows(table: BaseTableId, rows: Rows): void {
    this.tables.get(table)!.append(rows);
  }

  endTable(table: BaseTableId): void {
    this.tables.get(table)!.end();
    this.forget(table);
    this.tell({ table });
  }

  updateRows(table: BaseTableId, first: number, rows: Rows): void {
    const target = this.tables.get(table)!;
    this.tallies.leave(target, first, rows.length);
    target.update(first, rows);
    this.tallies.enter(target, first, rows.length);
    this.changed(table);
  }

  insertRows(table: BaseTableId, at: number, rows: Rows): void {
    const target = this.tables.get(table)!;
    target.insert(at, rows.length);
    target.update(at, rows);
    this.tallies.enter(target, at, rows.length);
    this.changed(table);
  }

  deleteRows(table: BaseTableId, at: number, count: number): void {
    const target = this.tables.get(table)!;
    this.tallies.leave(target, at, count);
    target.remove(at, count);
    this.tallies.enter(target, at, 0);
    this.changed(table);
  }

  rowCount(table: BaseTableId): number {
    return this.tables.get(table)!.length;
  }

  setCodebook(codebook: Codebook): void {
    this.book = codebook;
    this.settings.version++;
    for (const table of this.tables.values()) table.setCodebook(codebook);
    this.joined.clear();
    this.tallies.forget();
    this.tell({ table: "codebook" });
  }

  setEdition(editionId: string): void {
    this.edition = editionId;
    this.settings.version++;
    this.tell({ table: "edition" });
  }

  clear(): void {
    for (const table of this.tables.values()) table.retire();
    this.tables = this.emptyTables();
    this.joined.clear();
    this.tallies.forget();
    this.tell({ table: "projects" });
  }

  onChange(listener: (change: BaseChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private emptyTables(): Map<BaseTableId, BaseTable> {
    return new Map(TABLES.map((id) => [id, new BaseTable(id, this.book)]));
  }

  private changed(table: BaseTableId): void {
    if (table === "panel") this.forget(table);
    this.tell({ table });
  }

  /** The panel is seen through every table: its change is everybody's. */
  private forget(table: BaseTableId): void {
    if (table === "panel") {
      this.tallies.forget();
      this.joined.clear();
    } else {
      this.tallies.forget(this.tables.get(table)!);
      this.joined.delete(table);
    }
  }

  private tell(change: BaseChange): void {
    this.whole.version++;
    for (const listener of this.listeners) listener(change);
  }
}
