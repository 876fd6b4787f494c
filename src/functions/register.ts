import { FormulaError } from "../domain/messages";
import type { Language } from "../domain/language";
import { functionDefinitions } from "./catalogue";
import type { FunctionContext, FunctionDefinition } from "./definition";
import { evaluate, type CellResult } from "./evaluate";
import { LiveFormulas } from "./live";

/** Where functions get their data from, and how they hear of changes. */
export interface FunctionEnvironment {
  /** Null while the workbook has not been read yet: cells wait. */
  context(): FunctionContext | null;
  onChange(listener: () => void): () => void;
}

/** The part of Excel's custom functions runtime that is needed. */
export interface FunctionsRuntime {
  associate(id: string, body: (...args: unknown[]) => void): void;
  readonly Error: new (code: CustomFunctions.ErrorCode, message?: string) => unknown;
  readonly ErrorCode: {
    readonly invalidValue: CustomFunctions.ErrorCode;
    readonly notAvailable: CustomFunctions.ErrorCode;
  };
}

/** What a cell shows: a result, or an error with its message. */
type Outcome =
  | { readonly kind: "waiting" }
  | { readonly kind: "result"; readonly value: CellResult }
  | { readonly kind: "value" | "notAvailable"; readonly message: string };

/**
 * Gives every BVN function to Excel. Each call streams: it shows its value at once and again whenever the
 * base changes it, until its cell is cleared or its arguments change.
 */
export function registerFunctions(runtime: FunctionsRuntime, environment: FunctionEnvironment): LiveFormulas {
  const live = new LiveFormulas();
  environment.onChange(() => live.changed());
  for (const definition of functionDefinitions) {
    runtime.associate(definition.id, (...args) => {
      const invocation = args.pop() as CustomFunctions.StreamingInvocation<CellResult>;
      const compute = () => outcomeOf(definition, environment, args);
      const show = (outcome: Outcome) => {
        if (outcome.kind === "result") invocation.setResult(outcome.value);
        else if (outcome.kind !== "waiting") invocation.setResult(errorOf(runtime, outcome) as never);
      };
      invocation.onCanceled = live.follow(compute, show, sameOutcome);
    });
  }
  return live;
}

function outcomeOf(
  definition: FunctionDefinition,
  environment: FunctionEnvironment,
  args: unknown[],
): Outcome {
  const context = environment.context();
  if (!context) return { kind: "waiting" };
  try {
    return { kind: "result", value: evaluate(definition, context, args) };
  } catch (error) {
    return failure(error, context.language);
  }
}

function failure(error: unknown, language: Language): Outcome {
  if (error instanceof FormulaError) return { kind: error.kind, message: error.text[language] };
  // A defect of ours must not stop the runtime that the other cells share.
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: "value", message: language === "fr" ? `Erreur de BVN : ${reason}` : `BVN error: ${reason}` };
}

function errorOf(
  runtime: FunctionsRuntime,
  { kind, message }: { kind: "value" | "notAvailable"; message: string },
): unknown {
  const { invalidValue, notAvailable } = runtime.ErrorCode;
  return new runtime.Error(kind === "value" ? invalidValue : notAvailable, message);
}

function sameOutcome(a: Outcome, b: Outcome): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === "waiting") return true;
  if (a.kind === "result") return sameResult(a.value, (b as typeof a).value);
  return a.message === (b as typeof a).message;
}

function sameResult(a: CellResult, b: CellResult): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return (
    a.length === b.length &&
    a.every((row, r) => row.length === b[r].length && row.every((cell, c) => cell === b[r][c]))
  );
}
