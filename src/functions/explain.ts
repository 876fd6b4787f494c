import type { BaseTableId } from "../domain/base/base";
import type { Field } from "../domain/codebook";
import { describeIndicator } from "../domain/indicators/describe";
import { isCounted } from "../domain/indicators/figures";
import { findIndicator, indicatorsOf, type Indicator } from "../domain/indicators/registry";
import type { Localized } from "../domain/language";
import { FormulaError } from "../domain/messages";
import { BaseQuery } from "../domain/query/baseQuery";
import type { Subject } from "../domain/query/counts";
import type { Cells } from "../domain/query/cells";
import type { Argument } from "./arguments";
import { toArgument } from "./arguments";
import { functionDefinitions } from "./catalogue";
import type { FunctionContext, FunctionDefinition } from "./definition";
import { evaluate, type CellResult } from "./evaluate";
import { argumentsInWords } from "./explainArguments";
import type { WrittenArgument, WrittenCall } from "./formulaCalls";
import { indicatorSource } from "./indicatorSource";
import { formulaOptions, optionNamed, type OptionId } from "./options";
import { titleOf } from "./titles";
import {
  fixedSubjectSource,
  namedSubjectSource,
  parsedBase,
  territoriesBehind,
  type ParsedSource,
} from "./source";

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

/** The definition of a function by its id. */
export const definitionOf = (id: string): FunctionDefinition | undefined =>
  functionDefinitions.find((definition) => definition.id === id);

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
  // What a field is named for is about that field; the registry's share is the one of done projects.
  const names = definition.parameters.some(
    ({ takes, optional }, i) => takes?.kind === "field" && (!optional || !fixed[i].isOmitted),
  );
  return own.length === 1 && !names ? own[0] : null;
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

/** Every option that any function has: what is not right here, the function itself refuses. */
const ALL_OPTIONS = Object.keys(formulaOptions) as OptionId[];

/** The pairs that sources understand; COMPLETENESS has one of its own. */
function sourcePairs(
  { codebook }: FunctionContext,
  table: BaseTableId,
  repeated: readonly Argument[],
): Argument[] {
  const start = repeated.length % 2;
  // A first argument without fellow is the range of answers; a text there is a function's own.
  const kept = repeated.slice(0, start).filter(({ isRange }) => isRange);
  for (let i = start; i + 1 < repeated.length; i += 2) {
    const [name, value] = [repeated[i], repeated[i + 1]];
    const text = name.text();
    const known = text === null || optionNamed(text, value) || codebook.findField(text, [table, "panel"]);
    if (known) kept.push(name, value);
  }
  return kept;
}

/** What a call counts: its source and the fields it is about. */
export interface CallSource {
  readonly form: FigureBase["form"];
  readonly table: BaseTableId;
  readonly parsed: ParsedSource;
  readonly subjects: readonly { readonly subject: Subject; readonly field: Field | null }[];
  /** Pairs about rows, those that other parameters make included; what fixed ranges hold is not among them. */
  readonly pairs: readonly Argument[];
}

/** The source of a call; null for functions that are not about rows, and where the call is wrong. */
export function callSource(
  context: FunctionContext,
  definition: FunctionDefinition,
  args: SortedArguments,
): CallSource | null {
  try {
    return sourceOf(context, definition, args);
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}

function sourceOf(
  context: FunctionContext,
  definition: FunctionDefinition,
  args: SortedArguments,
): CallSource | null {
  const { parameters } = definition;
  const takes = parameters.at(-1)?.takes;
  if (takes?.kind !== "pairs") return null;
  // Two editions side by side have no rows in common.
  if (parameters.some(({ takes: own }) => own?.kind === "edition")) return null;
  const { fixed } = args;
  const { codebook } = context;
  const pairs = [...fixedPairs(definition, fixed), ...sourcePairs(context, takes.table, args.repeated)];
  const fields = parameters.flatMap(({ takes: own, name }, i) =>
    own?.kind === "field" && !fixed[i].isOmitted ? [{ argument: fixed[i], name }] : [],
  );
  const of = (parsed: ParsedSource, table: BaseTableId, ids: readonly string[] = []): CallSource => {
    const form = parsed.plain instanceof BaseQuery ? "base" : "ranges";
    const named = ids.flatMap((id) => parsed.subjectOf(id) ?? []);
    const subjects = (named.length ? named : parsed.subjects).map((subject) => {
      const field = "name" in subject ? codebook.findField(subject.name, [table, "panel"]) : subject.field;
      return { subject, field: field ?? null };
    });
    return { form, table, parsed, subjects, pairs };
  };
  const indicatorAt = parameters.findIndex(({ takes: own }) => own?.kind === "indicator");
  const asked = indicatorAt < 0 ? null : fixed[indicatorAt];
  // A field in an indicator's place has rows all the same.
  if (asked && (asked.isOmitted || asked.isRange || findIndicator(codebook, asked.text() ?? ""))) {
    const { name, optional } = parameters[indicatorAt];
    const parsed = indicatorSource(context, {
      indicator: asked,
      name,
      usual: optional ? "projects" : undefined,
      among: isCounted,
      by: fields[0]?.argument,
      repeated: pairs,
      accepts: ALL_OPTIONS,
    });
    return of(parsed, parsed.indicator.table, parsed.indicator.fields);
  }
  if (fields.length) {
    const [subjects, names] = [fields.map(({ argument }) => argument), fields.map(({ name }) => name)];
    return of(namedSubjectSource(context, subjects, names, pairs, ALL_OPTIONS), takes.table);
  }
  const ids = indicatorOf(context, definition, args)?.fields ?? [];
  if (takes.ranges) {
    const field = ids.length === 1 ? codebook.field(takes.table, ids[0]) : undefined;
    const parsed = fixedSubjectSource(context, field, pairs, ALL_OPTIONS);
    return of(parsed, takes.table, parsed.plain instanceof BaseQuery ? ids : []);
  }
  return of(
    parsedBase(
      context,
      pairs,
      takes.table,
      ALL_OPTIONS,
      ids.map((name) => ({ name })),
    ),
    takes.table,
  );
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
