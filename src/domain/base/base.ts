import type { Codebook, TableId } from "../codebook";

/** Tables of the workbook the base keeps. */
export type BaseTableId = Extract<TableId, "projects" | "panel" | "motivations" | "actors">;

/** What changed, for those who follow the base. */
export interface BaseChange {
  readonly table: BaseTableId | "codebook" | "edition";
}

/**
 * The answers of the workbook in memory, by column; see docs/architecture.md. It is filled by one loader
 * and follows the tables row by row.
 */
export interface BaseWriter {
  /** Starts a table anew. `headers` are the column headers found; unknown ones are kept out. */
  beginTable(table: BaseTableId, headers: readonly string[]): void;
  /** Adds rows, in the order of the headers; may be called for one block after the other. */
  appendRows(table: BaseTableId, rows: readonly (readonly unknown[])[]): void;
  /** The table is complete; those who follow the base are told. */
  endTable(table: BaseTableId): void;
  /** Replaces rows already there (an edit): O(rows edited). Values in the order of `headers`. */
  updateRows(table: BaseTableId, first: number, rows: readonly (readonly unknown[])[]): void;
  insertRows(table: BaseTableId, at: number, rows: readonly (readonly unknown[])[]): void;
  deleteRows(table: BaseTableId, at: number, count: number): void;
  /** Number of rows of a table. */
  rowCount(table: BaseTableId): number;
  /** Another code book or current edition: everything is read again by those who follow. */
  setCodebook(codebook: Codebook): void;
  setEdition(editionId: string): void;
  /** No base in this workbook (any more). */
  clear(): void;
  onChange(listener: (change: BaseChange) => void): () => void;
}
