import { Base, type BaseTableId } from "../src/domain/base/base";
import type { Codebook } from "../src/domain/codebook";
import { fixedCount, type FunctionDefinition } from "../src/functions/definition";

/** Rows and arguments as Excel hands them over, for pages, tests and the bench, which have no Excel. */

/** Rows by field id; what a row does not say is blank, its edition that of the code book. */
export type Rows = readonly Readonly<Record<string, unknown>>[];

/** Rows as the cells of a table whose columns stand in the order of the code book. */
export function cellsOf(codebook: Codebook, table: BaseTableId, rows: Rows): unknown[][] {
  const { fields } = codebook.table(table);
  return rows.map((row) => fields.map(({ id }) => row[id] ?? (id === "edition" ? codebook.edition.id : "")));
}

/** Starts reading a table: its headers are there, its rows are to be appended. */
export function beginTable(base: Base, table: BaseTableId): void {
  base.beginTable(
    table,
    base.codebook.table(table).fields.map(({ label }) => label.fr),
  );
}

/** A base with these tables; those not named are not there. */
export function baseWith(codebook: Codebook, tables: Readonly<Partial<Record<BaseTableId, Rows>>>): Base {
  const base = new Base(codebook);
  for (const [table, rows] of Object.entries(tables) as [BaseTableId, Rows][]) {
    beginTable(base, table);
    base.appendRows(table, cellsOf(codebook, table, rows));
    base.endTable(table);
  }
  return base;
}

/** Values as a cell hands them to a function: a block each, null for what is left out, the repeated ones as a list. */
export function handedOver(
  definition: Pick<FunctionDefinition, "parameters">,
  args: readonly unknown[],
): unknown[] {
  const block = (value: unknown) => (value === null || Array.isArray(value) ? value : [[value]]);
  const count = fixedCount(definition);
  const fixed = Array.from({ length: count }, (_, i) => block(args[i] ?? null));
  return count < definition.parameters.length ? [...fixed, args.slice(count).map(block)] : fixed;
}
