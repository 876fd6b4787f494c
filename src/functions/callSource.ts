import type { BaseTableId } from "../domain/base/base";
import type { Field } from "../domain/codebook";
import { isCounted } from "../domain/indicators/figures";
import { findIndicator, indicatorsOf, type Indicator } from "../domain/indicators/registry";
import { FormulaError } from "../domain/messages";
import { BaseQuery } from "../domain/query/baseQuery";
import type { Cells } from "../domain/query/cells";
import type { Subject } from "../domain/query/counts";
import { toArgument, type Argument } from "./arguments";
import { functionDefinitions } from "./catalogue";
import { fixedCount, type FunctionContext, type FunctionDefinition } from "./definition";
import type { WrittenArgument } from "./formulaCalls";
import { indicatorSource } from "./indicatorSource";
import { formulaOptions, optionNamed, type OptionId } from "./options";
import { fixedSubjectSource, namedSubjectSource, parsedBase, type ParsedSource } from "./source";

/** An argument with the cells it stands for: null if it was left out, undefined if they are not known. */
export interface KnownArgument {
  readonly written: WrittenArgument;
  readonly cells: Cells | null | undefined;
}

/** The definition of a function by its id. */
export const definitionOf = (id: string): FunctionDefinition | undefined =>
  functionDefinitions.find((definition) => definition.id === id);

/** Arguments that are known, by parameter. */
export interface SortedArguments {
  readonly fixed: readonly Argument[];
  readonly repeated: readonly Argument[];
}

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

/** The indicator a call gives: the one it names, or the only one of its function. */
export function indicatorOf(
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

/** Every option that any function has: what is not right here, the function itself refuses. */
export const ALL_OPTIONS = Object.keys(formulaOptions) as OptionId[];

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
  /** base: rows of the workbook's own tables · ranges: cells handed to the function. */
  readonly form: "base" | "ranges";
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
