import type { Base } from "../../src/domain/base/base";
import { FormulaError } from "../../src/domain/messages";
import { functionDefinitions } from "../../src/functions/catalogue";
import { fixedCount, type FunctionContext, type FunctionDefinition } from "../../src/functions/definition";
import { evaluate } from "../../src/functions/evaluate";
import { handedOver } from "../../tools/as-excel";
import { codebook } from "./data";

const definitions = new Map(functionDefinitions.map((definition) => [definition.id, definition]));

/** A formula: the function and its arguments as typed. */
export interface Formula {
  readonly definition: FunctionDefinition;
  readonly args: readonly unknown[];
}

export const formula = (id: string, args: readonly unknown[]): Formula => ({
  definition: definitions.get(id)!,
  args,
});

export const rawOf = ({ definition, args }: Formula): unknown[] => handedOver(definition, args);

export const contextOf = (base: Base | null): FunctionContext => ({
  base,
  codebook,
  language: "fr",
  anomalies: [],
});

/** Computes a formula from scratch, without what cells remember; its message if it is refused. */
export function call(base: Base | null, asked: Formula): unknown {
  try {
    return evaluate(asked.definition, contextOf(base), rawOf(asked));
  } catch (error) {
    if (error instanceof FormulaError) return error.message;
    throw error;
  }
}

/** The formula with one more criterion, so that nobody has asked it before; as it is if it takes none. */
export function narrowed({ definition, args }: Formula, pair: readonly unknown[]): Formula {
  const takes = definition.parameters.at(-1);
  if (!takes?.repeating || (takes.takes && takes.takes.kind !== "pairs")) return { definition, args };
  const missing = Array(Math.max(0, fixedCount(definition) - args.length)).fill(null);
  return { definition, args: [...args, ...missing, ...pair] };
}

/** Every function of the catalogue with its examples, those without any as they are typed alone. */
export function examples(): Formula[] {
  return functionDefinitions.flatMap((definition) =>
    (definition.examples.length ? definition.examples : [[]]).map((args) => ({ definition, args })),
  );
}
