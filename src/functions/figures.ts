import type { ResultTable } from "../domain/indicators/tables";
import { FormulaError } from "../domain/messages";
import type { Evaluate, FormulaCall } from "../domain/synthesis";
import { toArgument } from "./arguments";
import { fixedCount, type FunctionContext, type FunctionDefinition } from "./definition";

/** More pairs for every call: the criteria a sentence is asked for. */
export type Pairs = readonly (string | number)[];

/**
 * Computes calls as cells would, for sentences, reports and the layout of the synthesis. A call is computed once
 * for each evaluator: make a new one when the base has changed.
 */
export function evaluator(
  definitions: readonly FunctionDefinition[],
  context: FunctionContext,
  pairs: Pairs = [],
): Evaluate {
  const known = new Map<string, ResultTable | null>();
  return (call) => {
    const key = JSON.stringify(call);
    let table = known.get(key);
    if (table === undefined) known.set(key, (table = tableOf(definitions, context, call, pairs)));
    return table;
  };
}

function tableOf(
  definitions: readonly FunctionDefinition[],
  context: FunctionContext,
  { id, args, pairs: own = [] }: FormulaCall,
  pairs: Pairs,
): ResultTable | null {
  const definition = definitions.find((candidate) => candidate.id === id);
  if (!definition) throw new RangeError(`No function BVN.${id}`);
  const count = fixedCount(definition);
  const all = [...args, ...Array<null>(Math.max(0, count - args.length)).fill(null)];
  const given = [...all, ...(count < definition.parameters.length ? [...own, ...pairs] : [])].map(
    (value, i) => toArgument(value === null ? null : [[value]], i + 1),
  );
  try {
    const result = definition.compute(context, given.slice(0, count), given.slice(count));
    return Array.isArray(result) ? (result as ResultTable) : [[result as ResultTable[number][number]]];
  } catch (error) {
    // Nothing to compute from is said in words; a wrong argument is the caller's to tell.
    if (error instanceof FormulaError && error.kind === "notAvailable") return null;
    throw error;
  }
}
