import type { BaseTableId } from "../domain/base/base";
import type { Field } from "../domain/codebook";
import { validCount } from "../domain/indicators/mean";
import { describeIndicator } from "../domain/indicators/describe";
import { findIndicator, indicatorsOf, type Indicator } from "../domain/indicators/registry";
import type { Localized } from "../domain/language";
import { FormulaError } from "../domain/messages";
import type { CountSource, Subject } from "../domain/query/counts";
import type { Cells } from "../domain/query/cells";
import type { Argument } from "./arguments";
import { toArgument } from "./arguments";
import { functionDefinitions } from "./catalogue";
import type { FunctionContext, FunctionDefinition } from "./definition";
import { evaluate, type CellResult } from "./evaluate";
import { argumentsInWords } from "./explainArguments";
import type { WrittenArgument, WrittenCall } from "./formulaCalls";
import { baseSource, fixedSubjectSource, namedSubjectSource } from "./source";

/** An argument with the cells it stands for: null if it was left out, undefined if they are not known. */
export interface KnownArgument {
  readonly written: WrittenArgument;
  readonly cells: Cells | null | undefined;
}

/** How many answered a question among the rows a formula is about. */
export interface AnswerCount {
  readonly field: Localized;
  readonly fieldId: string | null;
  readonly n: number;
  readonly notReported: number;
}

/** What a figure stands on. */
export interface FigureBase {
  /** base: rows of the workbook's own tables · ranges: cells handed to the function. */
  readonly form: "base" | "ranges";
  readonly table: BaseTableId;
  /** Rows that meet the criteria. */
  readonly rows: number;
  /** Territories among them; null where ranges do not say them. */
  readonly territories: number | null;
  readonly answers: readonly AnswerCount[];
}

export type Outcome =
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
  readonly outcome: Outcome;
  readonly base: FigureBase | null;
}

/** The definition of a function by its id. */
export const definitionOf = (id: string): FunctionDefinition | undefined =>
  functionDefinitions.find((definition) => definition.id === id);

/** A short name: what the description says before its first detail. */
export const titleOf = ({ description }: FunctionDefinition): Localized => {
  const short = (text: string) => text.split(/ \(| ?[:;,](?: |$)|\.(?: |$)/)[0].trim();
  return { fr: short(description.fr), en: short(description.en) };
};

/** Arguments that are known, by parameter. */
export interface SortedArguments {
  readonly fixed: readonly Argument[];
  readonly repeated: readonly Argument[];
}

/** Number of the parameters before the repeated one. */
export const fixedCount = ({ parameters }: FunctionDefinition): number =>
  parameters.length - (parameters.at(-1)?.repeating ? 1 : 0);

/** The arguments of a call as the function gets them; null when some are not known. */
export function sorted(
  definition: FunctionDefinition,
  known: readonly KnownArgument[],
): SortedArguments | null {
  if (known.some(({ cells }) => cells === undefined)) return null;
  const all = known.map(({ cells }, i) => toArgument(cells, i + 1));
  const count = fixedCount(definition);
  const fixed = Array.from({ length: count }, (_, i) => all[i] ?? toArgument(null, i + 1));
  return { fixed, repeated: all.slice(count) };
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

/** The indicator a call gives: the one it names, or the only one of its function. */
function indicatorOf(
  { codebook }: FunctionContext,
  definition: FunctionDefinition,
  { fixed }: SortedArguments,
): Indicator | null {
  const at = definition.parameters.findIndex(({ takes }) => takes?.kind === "indicator");
  const named = at < 0 ? null : fixed[at]?.text();
  if (named) return findIndicator(codebook, named) ?? null;
  const own = indicatorsOf(codebook).filter(({ functionId }) => functionId === definition.id);
  // A share is of any answer; the registry's is the one of done projects.
  return own.length === 1 && !definition.parameters.some(({ takes }) => takes?.kind === "field")
    ? own[0]
    : null;
}

function outcomeOf(
  context: FunctionContext,
  definition: FunctionDefinition,
  { fixed, repeated }: SortedArguments,
): Outcome {
  try {
    const raw = fixed.map(({ cells }) => cells);
    const rest = repeated.map(({ cells }) => cells);
    return { kind: "value", value: evaluate(definition, context, [...raw, rest]) };
  } catch (error) {
    if (error instanceof FormulaError) return { kind: "error", message: error.text };
    throw error;
  }
}

/** Names of options that stand among the pairs and that every source knows. */
const SHARED_OPTIONS = /^(base|invalides?|champ|field)$/i;

/** The pairs that are about rows: those of a field or a range; a function's own options are not. */
export function rowPairs(
  { codebook }: FunctionContext,
  table: BaseTableId,
  repeated: readonly Argument[],
): Argument[] {
  const kept: Argument[] = [];
  const start = repeated.length % 2 && repeated[0].isRange ? 1 : 0;
  kept.push(...repeated.slice(0, start));
  for (let i = start; i + 1 < repeated.length; i += 2) {
    const name = repeated[i].text();
    const isRow =
      name === null || SHARED_OPTIONS.test(name) || codebook.findField(name, [table, "panel"]) !== undefined;
    if (isRow) kept.push(repeated[i], repeated[i + 1]);
  }
  return kept;
}

/** What a call counts: its source and the fields it is about. */
export interface CallSource {
  readonly form: FigureBase["form"];
  readonly table: BaseTableId;
  readonly source: CountSource;
  readonly subjects: readonly { readonly subject: Subject; readonly field: Field | null }[];
  /** Pairs about rows, those that other parameters make included. */
  readonly pairs: readonly Argument[];
}

/** The source of a call; null for functions that are not about rows. @throws FormulaError as the function would. */
export function callSource(
  context: FunctionContext,
  definition: FunctionDefinition,
  { fixed, repeated }: SortedArguments,
): CallSource | null {
  const takes = definition.parameters.at(-1)?.takes;
  if (takes?.kind !== "pairs") return null;
  const { table } = takes;
  const { codebook } = context;
  const pairs = [...fixedPairs(definition, fixed), ...rowPairs(context, table, repeated)];
  const named = definition.parameters.flatMap(({ takes: own, name }, i) =>
    own?.kind === "field" && fixed[i] && !fixed[i].isOmitted ? [{ argument: fixed[i], name }] : [],
  );
  const fieldOf = (subject: Subject): Field | null =>
    "name" in subject ? (codebook.findField(subject.name, [table, "panel"]) ?? null) : null;
  const of = (parsed: { source: CountSource; subjects: readonly Subject[] }, field?: Field): CallSource => ({
    form: "cells" in (parsed.subjects[0] ?? {}) ? "ranges" : "base",
    table,
    source: parsed.source,
    subjects: parsed.subjects.map((subject) => ({ subject, field: field ?? fieldOf(subject) })),
    pairs,
  });
  if (named.length) {
    return of(
      namedSubjectSource(
        context,
        named.map(({ argument }) => argument),
        named.map(({ name }) => name),
        pairs,
      ),
    );
  }
  const fields = indicatorOf(context, definition, { fixed, repeated })?.fields ?? [];
  if (takes.ranges && pairs[0]?.isRange) {
    const field = fields.length === 1 ? codebook.field(table, fields[0]) : undefined;
    return of(fixedSubjectSource(context, field, pairs), field);
  }
  const subjects = fields.map((name): Subject => ({ name }));
  return of({ source: baseSource(context, pairs, table), subjects });
}

/** Pairs that fixed parameters stand for: a territory, an answer of a field. */
function fixedPairs(definition: FunctionDefinition, fixed: readonly Argument[]): Argument[] {
  return definition.parameters.flatMap(({ takes }, i) => {
    const argument = fixed[i];
    if (!argument || argument.isOmitted || argument.isRange) return [];
    const name =
      takes?.kind === "territory" ? "Territoire" : takes?.kind === "answer" ? takes.of?.[1] : undefined;
    return name === undefined ? [] : [toArgument(name, 0), argument];
  });
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
    const { form, table, source } = call;
    const answers = call.subjects.flatMap(({ subject, field }): AnswerCount[] => {
      // A number or a text has no list to be counted by.
      if (form === "base" && field && field.kind !== "code") return [];
      if (form === "base" && !field) return [];
      const counts = source.counts(subject);
      const label = field?.label ?? counts.grouping.label;
      return [
        { field: label, fieldId: field?.id ?? null, n: validCount(counts), notReported: counts.notReported },
      ];
    });
    const territories =
      form === "ranges"
        ? null
        : table === "panel"
          ? source.total()
          : source.counts({ name: "Territoire" }).n.filter((n) => n > 0).length;
    return { form, table, rows: source.total(), territories, answers };
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}
