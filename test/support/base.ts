import { Base } from "../../src/domain/base/base";
import { Codebook, editionById } from "../../src/domain/codebook";
import type { Language } from "../../src/domain/language";
import { FormulaError } from "../../src/domain/messages";
import { functionDefinitions } from "../../src/functions/catalogue";
import { evaluate } from "../../src/functions/evaluate";

export const codebook2014 = new Codebook(editionById("2014"));

/** A base filled from rows given as field id → cell value, as the loader would. */
export function baseOf(
  projects: readonly Record<string, unknown>[],
  panel: readonly Record<string, unknown>[] = [],
  codebook = codebook2014,
  politics: {
    motivations?: readonly Record<string, unknown>[];
    actors?: readonly Record<string, unknown>[];
  } = {},
): Base {
  const base = new Base(codebook);
  for (const [table, rows] of [
    ["panel", panel],
    ["projects", projects],
    ["motivations", politics.motivations ?? []],
    ["actors", politics.actors ?? []],
  ] as const) {
    const { fields } = codebook.table(table);
    base.beginTable(
      table,
      fields.map(({ label }) => label.fr),
    );
    base.appendRows(
      table,
      rows.map((row) =>
        fields.map(({ id }) => (id === "edition" ? (row[id] ?? codebook.edition.id) : row[id]) ?? ""),
      ),
    );
    base.endTable(table);
  }
  return base;
}

/** Calls a BVN function as a cell would; arguments are single values or blocks of cells. */
export function bvn(
  base: Base | null,
  id: string,
  args: unknown[],
  language: Language = "fr",
  codebook = base?.codebook ?? codebook2014,
) {
  const definition = functionDefinitions.find((candidate) => candidate.id === id)!;
  const block = (value: unknown) => (value === null || Array.isArray(value) ? value : [[value]]);
  const fixed = definition.parameters.length - (definition.parameters.at(-1)?.repeating ? 1 : 0);
  const raw = [...args.slice(0, fixed).map(block), ...Array(Math.max(0, fixed - args.length)).fill(null)];
  return evaluate(definition, { base, codebook, language, anomalies: [] }, [
    ...raw,
    args.slice(fixed).map(block),
  ]);
}

/** The error a call ends with. */
export function bvnError(...call: Parameters<typeof bvn>): FormulaError {
  try {
    bvn(...call);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`BVN.${call[1]} gave a result`);
}

/** A column of cells. */
export const column = (values: readonly unknown[]): unknown[][] => values.map((value) => [value]);
