import type { Dataset, ExportTable } from "./dataset";

/** A value that stands in a cell that should hold a code, a number or a date, and is none. */
export interface NotUnderstood {
  readonly table: string;
  /** Row of the exported file, the first one below the header being 1. */
  readonly row: number;
  readonly column: string;
  readonly text: string;
}

/** Values not understood: files have a blank in their place, and list them. O(cells). */
export function* notUnderstood({ tables }: Dataset): Generator<NotUnderstood> {
  for (const table of tables) yield* inTable(table);
}

function* inTable({ name, columns, rows }: ExportTable): Generator<NotUnderstood> {
  const read = columns.filter(({ variable }) => variable.type !== "text");
  for (let i = 0; i < rows.length; i++) {
    for (const { variable, read: valueOf } of read) {
      const value = valueOf(rows[i]);
      if (value.kind === "other") yield { table: name, row: i + 1, column: variable.name, text: value.text };
    }
  }
}
