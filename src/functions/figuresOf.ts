import type { Evaluate } from "../domain/synthesis";
import { functionDefinitions } from "./catalogue";
import { evaluator } from "./figures";
import type { FunctionEnvironment } from "./register";

/** Figures of the workbook's base as it is now; null while it is being read. */
export function figuresOf(environment: Pick<FunctionEnvironment, "context">): Evaluate | null {
  const context = environment.context();
  return context && evaluator(functionDefinitions, context);
}
