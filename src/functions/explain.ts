import type { BaseTableId } from "../domain/base/base";
import { describeIndicator } from "../domain/indicators/describe";
import type { Indicator } from "../domain/indicators/registry";
import type { Localized } from "../domain/language";
import { FormulaError } from "../domain/messages";
import {
  callSource,
  definitionOf,
  indicatorOf,
  sorted,
  type CallSource,
  type KnownArgument,
  type SortedArguments,
} from "./callSource";
import type { FunctionContext, FunctionDefinition } from "./definition";
import { evaluate, type CellResult } from "./evaluate";
import { argumentsInWords } from "./explainArguments";
import type { WrittenCall } from "./formulaCalls";
import { territoriesBehind } from "./source";
import { titleOf } from "./titles";

/** How many answered a question among the rows a formula is about. */
export interface AnswerCount {
  readonly field: Localized;
  readonly fieldId: string | null;
  readonly n: number;
  readonly notReported: number;
}

/** What a figure stands on. */
export interface FigureBase {
  readonly form: CallSource["form"];
  readonly table: BaseTableId;
  /** Rows that meet the criteria. */
  readonly rows: number;
  /** Territories among them; null where ranges do not say them. */
  readonly territories: number | null;
  readonly answers: readonly AnswerCount[];
}

/** What a call gives. */
export type CallOutcome =
  | { readonly kind: "value"; readonly value: CellResult }
  | { readonly kind: "error"; readonly message: Localized }
  /** An argument has to be calculated by Excel first. */
  | { readonly kind: "unknown" };

/** Everything the pane says of one call of a BVN function. */
export interface Explanation {
  readonly definition: FunctionDefinition;
  readonly title: Localized;
  /** What the figure is, in words. */
  readonly words: Localized;
  /** How it is computed, as a formula of mathematics; null for tables and look-ups. */
  readonly mathematics: string | null;
  /** What becomes of missing answers; null where it is no indicator. */
  readonly missing: Localized | null;
  readonly indicator: Indicator | null;
  /** One line an argument or pair. */
  readonly arguments: readonly Localized[];
  readonly outcome: CallOutcome;
  readonly base: FigureBase | null;
}

/** Explains a call; undefined if there is no such function. */
export function explain(
  context: FunctionContext,
  call: Pick<WrittenCall, "id">,
  known: readonly KnownArgument[],
): Explanation | undefined {
  const definition = definitionOf(call.id);
  if (!definition) return undefined;
  const args = sorted(definition, known);
  const indicator = args && indicatorOf(context, definition, args);
  const described = indicator && describeIndicator(context.codebook, indicator);
  const outcome = args ? outcomeOf(context, definition, args) : ({ kind: "unknown" } as const);
  return {
    definition,
    title: indicator?.label ?? titleOf(definition),
    words: described?.definition ?? definition.description,
    mathematics: described?.formula ?? null,
    missing: described?.missing ?? null,
    indicator,
    arguments: argumentsInWords(context, definition, known),
    outcome,
    base: args && outcome.kind !== "error" ? baseOf(context, definition, args) : null,
  };
}

function outcomeOf(
  context: FunctionContext,
  definition: FunctionDefinition,
  { fixed, repeated }: SortedArguments,
): CallOutcome {
  try {
    const raw = fixed.map(({ cells }) => cells);
    const rest = repeated.map(({ cells }) => cells);
    return { kind: "value", value: evaluate(definition, context, [...raw, rest]) };
  } catch (error) {
    if (error instanceof FormulaError) return { kind: "error", message: error.text };
    throw error;
  }
}

/** What a figure stands on; null where it is about no rows, or they cannot be counted. */
function baseOf(
  context: FunctionContext,
  definition: FunctionDefinition,
  args: SortedArguments,
): FigureBase | null {
  try {
    const call = callSource(context, definition, args);
    if (!call) return null;
    const { form, table, parsed } = call;
    const source = parsed.plain;
    const answers = call.subjects.flatMap(({ subject, field }): AnswerCount[] => {
      // A number or a text has no list to be counted by.
      if (form === "base" && field?.kind !== "code") return [];
      const { n, notReported, grouping } = source.counts(subject);
      const valid = n.reduce((sum, count) => sum + count, 0);
      return [{ field: field?.label ?? grouping.label, fieldId: field?.id ?? null, n: valid, notReported }];
    });
    const says = form === "base" || parsed.subjectOf("territory") !== undefined;
    const territories = table === "panel" ? source.total() : says ? territoriesBehind(parsed) : null;
    return { form, table, rows: source.total(), territories, answers };
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}
