import type { Base } from "../../src/domain/base/base";
import { Codebook, editionById } from "../../src/domain/codebook";
import type { Language } from "../../src/domain/language";
import { FormulaError } from "../../src/domain/messages";
import { functionDefinitions } from "../../src/functions/catalogue";
import { evaluate } from "../../src/functions/evaluate";
import { baseWith, handedOver, type Rows } from "../../tools/as-excel";

export const codebook2014 = new Codebook(editionById("2014"));

/** A base filled from rows given as field id → cell value, as the loader would. */
export function baseOf(
  projects: Rows,
  panel: Rows = [],
  codebook = codebook2014,
  { motivations = [], actors = [] }: { motivations?: Rows; actors?: Rows } = {},
): Base {
  return baseWith(codebook, { panel, projects, motivations, actors });
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
  return evaluate(definition, { base, codebook, language, anomalies: [] }, handedOver(definition, args));
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
