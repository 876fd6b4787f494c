import { functionDefinitions } from "./catalogue";
import type { FunctionContext } from "./definition";
import type { CellResult } from "./evaluate";
import { LiveFormulas } from "./live";
import { Outcomes, sameOutcome, type Outcome } from "./outcomes";

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

/**
 * Gives every BVN function to Excel. Each call streams: it shows its value at once and again whenever the
 * base changes it, until its cell is cleared or its arguments change.
 */
export function registerFunctions(runtime: FunctionsRuntime, environment: FunctionEnvironment): LiveFormulas {
  const live = new LiveFormulas();
  const outcomes = new Outcomes();
  environment.onChange(() => live.changed());
  for (const definition of functionDefinitions) {
    runtime.associate(definition.id, (...args) => {
      const invocation = args.pop() as CustomFunctions.StreamingInvocation<CellResult>;
      const outcome = outcomes.of(definition, args);
      const compute = (): Outcome => {
        const context = environment.context();
        return context ? outcome(context) : { kind: "waiting" };
      };
      const show = (shown: Outcome) => {
        if (shown.kind === "result") invocation.setResult(shown.value);
        else if (shown.kind !== "waiting") invocation.setResult(errorOf(runtime, shown) as never);
      };
      invocation.onCanceled = live.follow(compute, show, sameOutcome);
    });
  }
  return live;
}

function errorOf(
  runtime: FunctionsRuntime,
  { kind, message }: { kind: "value" | "notAvailable"; message: string },
): unknown {
  const { invalidValue, notAvailable } = runtime.ErrorCode;
  return new runtime.Error(kind === "value" ? invalidValue : notAvailable, message);
}
