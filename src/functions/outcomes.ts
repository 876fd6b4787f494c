import { FormulaError } from "../domain/messages";
import type { FunctionContext, FunctionDefinition } from "./definition";
import { evaluate, type CellResult } from "./evaluate";

/** What a cell shows: a result, or an error with its message. */
export type Outcome =
  | { readonly kind: "waiting" }
  | { readonly kind: "result"; readonly value: CellResult }
  | { readonly kind: "value" | "notAvailable"; readonly message: string };

/** An outcome and whether it would be the same today. */
interface Known {
  readonly outcome: Outcome;
  readonly isCurrent: (context: FunctionContext) => boolean;
}

/** Formulas typed alike that are remembered together. */
const MAX_KNOWN = 4096;

/**
 * What formulas came to. One whose data has not changed is not computed again, and cells that hold the same
 * formula compute it once: an edit costs the formulas it concerns.
 */
export class Outcomes {
  private readonly shared = new Map<string, Known>();

  /** The outcome of one formula, asked for as often as it may have changed. */
  of(definition: FunctionDefinition, args: readonly unknown[]): (context: FunctionContext) => Outcome {
    const key = keyOf(definition, args);
    let own: Known | undefined;
    return (context) => {
      const known = key === null ? own : this.shared.get(key);
      if (known?.isCurrent(context)) return known.outcome;
      const fresh = computed(definition, context, args);
      if (key === null) own = fresh;
      else this.remember(key, fresh);
      return fresh.outcome;
    };
  }

  private remember(key: string, known: Known): void {
    this.shared.delete(key);
    this.shared.set(key, known);
    if (this.shared.size > MAX_KNOWN) this.shared.delete(this.shared.keys().next().value!);
  }
}

/** Arguments that are single values make a key; ranges are too long and belong to one cell anyway. */
function keyOf(definition: FunctionDefinition, args: readonly unknown[]): string | null {
  const isSingle = (value: unknown): boolean =>
    !Array.isArray(value) || (value.length <= 1 && value.every(isSingle));
  const isPlain = args.every((value) => isSingle(value) || (value as unknown[]).every(isSingle));
  return isPlain ? JSON.stringify([definition.id, args]) : null;
}

function computed(definition: FunctionDefinition, context: FunctionContext, args: readonly unknown[]): Known {
  const { base, codebook, language, anomalies } = context;
  let looksAtBase = false;
  let looksAtAnomalies = false;
  const watched: FunctionContext = {
    ...context,
    get base() {
      looksAtBase = true;
      return base;
    },
    get anomalies() {
      looksAtAnomalies = true;
      return anomalies;
    },
  };
  const work = () => outcomeOf(definition, watched, args);
  const { result: outcome, isCurrent } = base ? base.watch(work) : { result: work(), isCurrent: () => true };
  // An error may be about words the base does not have yet, which are not watched.
  const mayStay = outcome.kind === "result" || !looksAtBase;
  return {
    outcome,
    isCurrent: (now) =>
      mayStay &&
      now.codebook === codebook &&
      now.language === language &&
      (!looksAtBase || (now.base === base && isCurrent())) &&
      (!looksAtAnomalies || now.anomalies === anomalies),
  };
}

function outcomeOf(
  definition: FunctionDefinition,
  context: FunctionContext,
  args: readonly unknown[],
): Outcome {
  try {
    return { kind: "result", value: evaluate(definition, context, args) };
  } catch (error) {
    if (error instanceof FormulaError) return { kind: error.kind, message: error.text[context.language] };
    // A defect of ours must not stop the runtime that the other cells share.
    const reason = error instanceof Error ? error.message : String(error);
    const words = context.language === "fr" ? "Erreur de BVN :" : "BVN error:";
    return { kind: "value", message: `${words} ${reason}` };
  }
}

/** Whether two outcomes are the same to the person. */
export function sameOutcome(a: Outcome, b: Outcome): boolean {
  if (a === b) return true;
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
