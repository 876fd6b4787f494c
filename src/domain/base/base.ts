import type { Codebook, TableId } from "../codebook";
import { JoinedTable } from "./access";
import { BaseTable } from "./table";
import type { Tally } from "./tally";

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

/** Tallies kept up to date at once; the least recently used one goes first. */
const MAX_TALLIES = 4096;
/** Above this many rows at once, counting again is cheaper than following each row in each tally. */
const MAX_FOLLOWED = 256;

/**
 * The answers of the workbook in memory, by column: about a byte for a code and four for a text a row. One
 * loader fills it and follows the tables; formulas read it through tallies, which follow it in turn.
 */
export class Base implements BaseWriter {
  private tables: Map<BaseTableId, BaseTable>;
  private joined = new Map<BaseTableId, JoinedTable>();
  private tallies = new Map<string, { table: BaseTableId; tally: Tally }>();
  /** Counts up with every change: what was computed from the base is good as long as it stays. */
  version = 0;
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
    return this.tables.get(table)!;
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
    const fullKey = `${table}\n${key}`;
    const known = this.tallies.get(fullKey);
    if (known) {
      this.tallies.delete(fullKey);
      this.tallies.set(fullKey, known);
      return known.tally;
    }
    const tally = make(this.tables.get(table)!);
    this.tallies.set(fullKey, { table, tally });
    if (this.tallies.size > MAX_TALLIES) this.tallies.delete(this.tallies.keys().next().value!);
    return tally;
  }

  beginTable(table: BaseTableId, headers: readonly string[]): void {
    this.tables.get(table)!.begin(headers);
    this.forgetTallies(table);
  }

  appendRows(table: BaseTableId, rows: Rows): void {
    this.tables.get(table)!.append(rows);
  }

  endTable(table: BaseTableId): void {
    this.tables.get(table)!.end();
    this.forgetTallies(table);
    this.tell({ table });
  }

  updateRows(table: BaseTableId, first: number, rows: Rows): void {
    const target = this.tables.get(table)!;
    this.follow(table, first, rows.length, -1);
    target.update(first, rows);
    this.follow(table, first, rows.length, 1);
    this.changed(table);
  }

  insertRows(table: BaseTableId, at: number, rows: Rows): void {
    const target = this.tables.get(table)!;
    target.insert(at, rows.length);
    target.update(at, rows);
    this.follow(table, at, rows.length, 1);
    this.changed(table);
  }

  deleteRows(table: BaseTableId, at: number, count: number): void {
    this.follow(table, at, count, -1);
    this.tables.get(table)!.remove(at, count);
    this.changed(table);
  }

  rowCount(table: BaseTableId): number {
    return this.tables.get(table)!.length;
  }

  setCodebook(codebook: Codebook): void {
    this.book = codebook;
    for (const table of this.tables.values()) table.setCodebook(codebook);
    this.joined.clear();
    this.tallies.clear();
    this.tell({ table: "codebook" });
  }

  setEdition(editionId: string): void {
    this.edition = editionId;
    this.tell({ table: "edition" });
  }

  clear(): void {
    this.tables = this.emptyTables();
    this.joined.clear();
    this.tallies.clear();
    this.tell({ table: "projects" });
  }

  onChange(listener: (change: BaseChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private emptyTables(): Map<BaseTableId, BaseTable> {
    return new Map(TABLES.map((id) => [id, new BaseTable(id, this.book)]));
  }

  private follow(table: BaseTableId, first: number, count: number, sign: 1 | -1): void {
    const { cubes } = this.tables.get(table)!;
    if (count > MAX_FOLLOWED) cubes.clear();
    else for (let row = first; row < first + count; row++) cubes.follow(row, sign);
    for (const entry of this.tallies.values()) {
      if (entry.table !== table) continue;
      if (count > MAX_FOLLOWED) entry.tally.invalidate();
      else for (let row = first; row < first + count; row++) entry.tally.follow(row, sign);
    }
  }

  private changed(table: BaseTableId): void {
    if (table === "panel") this.forgetTallies(table);
    this.tell({ table });
  }

  /** The panel is seen through every table: its change is everybody's. */
  private forgetTallies(table: BaseTableId): void {
    for (const [key, entry] of this.tallies) {
      if (table === "panel" || entry.table === table) this.tallies.delete(key);
    }
    if (table === "panel") this.joined.clear();
    else this.joined.delete(table);
  }

  private tell(change: BaseChange): void {
    this.version++;
    for (const listener of this.listeners) listener(change);
  }
}
