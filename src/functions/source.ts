import type { BaseTableId } from "../domain/base/base";
import type { Codebook, Field } from "../domain/codebook";
import type { Localized } from "../domain/language";
import { FormulaError } from "../domain/messages";
import { BaseQuery, type CriterionPair } from "../domain/query/baseQuery";
import type { CountingOptions, CountSource, Subject } from "../domain/query/counts";
import { inferField } from "../domain/query/codedFields";
import { RangeQuery, type RangeCriterion } from "../domain/query/rangeQuery";
import { readSpecial } from "../domain/values/answer";
import { normalizeText } from "../domain/text/normalize";
import { nearest } from "../domain/text/similarity";
import type { Argument } from "./arguments";
import type { FunctionContext } from "./definition";

/** Words that are options, not fields, when they stand where a field name is expected. */
const OPTIONS = {
  base: {
    names: ["base"],
    label: { fr: "Base", en: "Base" },
    values: { valid: ["valides", "valid"], total: ["total"] },
  },
  invalid: {
    names: ["invalides", "invalid"],
    label: { fr: "Invalides", en: "Invalid" },
    values: { error: ["erreur", "error"], ignore: ["ignorer", "ignore"] },
  },
} as const;
/** Option of the range form: the field the first ranges hold. */
const FIELD_OPTION = ["champ", "field"];

const TABLES = ["projects", "panel"] as const;

/** What a formula counts, whatever the form it was typed in. */
export interface ParsedSource {
  readonly source: CountSource;
  /** The subjects given before the pairs, in order. */
  readonly subjects: readonly Subject[];
}

/** Whether a text names a field or an option: then the formula is about the workbook's own base. */
function isName(codebook: Codebook, text: string): boolean {
  const key = normalizeText(text);
  const isOption = Object.values(OPTIONS).some(({ names }) => (names as readonly string[]).includes(key));
  return isOption || codebook.findField(text, TABLES) !== undefined;
}

/** Whether a text is an answer of some code list, or says there is none. */
function isAnswer(codebook: Codebook, text: string): boolean {
  return readSpecial(text) !== undefined || inferField(codebook, [[text]]) !== undefined;
}

/** Whether the option of the range form is given. */
function namesField(repeated: readonly Argument[]): boolean {
  return repeated.some(
    (argument, i) => i % 2 === 0 && FIELD_OPTION.includes(normalizeText(argument.text() ?? "")),
  );
}

/**
 * The source of a function whose subject is fixed (MATURITY is about status): no argument, or pairs, is the
 * base; a first range makes the range form. An odd number of arguments whose first is a range is ranges.
 */
export function fixedSubjectSource(
  context: FunctionContext,
  field: Field | undefined,
  repeated: readonly Argument[],
): ParsedSource {
  const [first] = repeated;
  const text = first?.text();
  const inBase = !first || (text != null && (repeated.length % 2 === 0 || isName(context.codebook, text)));
  if (inBase) return { source: baseSource(context, repeated), subjects: [{ name: field?.id ?? "project" }] };
  return rangeSource(context, [first], repeated.slice(1), field);
}

/**
 * The source of a function whose first arguments name what is counted: field names, or ranges.
 * @param names What the arguments are called, for messages.
 */
export function namedSubjectSource(
  context: FunctionContext,
  subjects: readonly Argument[],
  names: readonly Localized[],
  repeated: readonly Argument[],
): ParsedSource {
  subjects.forEach((subject, i) => subject.range(names[i]));
  const texts = subjects.map((subject) => subject.text());
  const areNames = texts.every((text) => text !== null);
  const { codebook } = context;
  // A range may be one cell: a text that is no name, but an answer, or that stands beside ranges.
  const isCell = texts.some((text) => text && !isName(codebook, text) && isAnswer(codebook, text));
  if (areNames && !isCell && !namesField(repeated)) {
    const source = baseSource(context, repeated);
    return { source, subjects: texts.map((name) => ({ name: name! })) };
  }
  return rangeSource(context, subjects, repeated, undefined);
}

/** The base under the criteria of the pairs. @throws FormulaError noBase, unknownField, oddArguments. */
export function baseSource(
  context: FunctionContext,
  repeated: readonly Argument[],
  table: BaseTableId = "projects",
): BaseQuery {
  const { options, pairs } = splitOptions(repeated);
  const criteria = pairs.map(([name, criterion]): CriterionPair => {
    const text = name.text();
    if (text === null) throw FormulaError.value("unknownField", { value: name.single() ?? "" });
    return [text, criterion.single()];
  });
  if (!context.base) throw FormulaError.notAvailable("noBase");
  return new BaseQuery(context.base, table, criteria, options);
}

/** Ranges under the criteria of the pairs. */
export function rangeSource(
  context: FunctionContext,
  subjects: readonly Argument[],
  repeated: readonly Argument[],
  field: Field | undefined,
): ParsedSource {
  const { options, pairs, fieldName } = splitOptions(repeated);
  const named = fieldName === null ? field : codedField(context.codebook, fieldName);
  const criteria = pairs.map(([range, criterion]): RangeCriterion => {
    if (!range.isRange && subjects[0].isRange) {
      throw FormulaError.value("rangeExpected", { position: range.position, value: range.single() ?? "" });
    }
    return { cells: range.cells!, criterion: criterion.single(), position: range.position };
  });
  const ranges = subjects.map(({ cells, position }, i) => ({
    cells: cells!,
    position,
    field: i === 0 ? named : undefined,
  }));
  return { source: new RangeQuery(context.codebook, ranges[0], criteria, options), subjects: ranges };
}

function codedField(codebook: Codebook, name: string): Field {
  const field = codebook.findField(name);
  if (!field)
    throw FormulaError.value("unknownField", {
      value: name,
      suggestion: codebook.suggestField(name, TABLES)?.label,
    });
  if (!field.list) throw FormulaError.value("notACodedField", { field: field.label });
  return field;
}

/** Parts the repeated arguments into pairs and options. @throws FormulaError oddArguments, unknownOption. */
function splitOptions(repeated: readonly Argument[]): {
  options: CountingOptions;
  pairs: [Argument, Argument][];
  fieldName: string | null;
} {
  if (repeated.length % 2) {
    const last = repeated[repeated.length - 1];
    throw FormulaError.value("oddArguments", { last: last.text() ?? `argument ${last.position}` });
  }
  const options: { base: CountingOptions["base"]; invalid: CountingOptions["invalid"] } = {
    base: "valid",
    invalid: "error",
  };
  const pairs: [Argument, Argument][] = [];
  let fieldName: string | null = null;
  for (let i = 0; i < repeated.length; i += 2) {
    const [name, value] = [repeated[i], repeated[i + 1]];
    const key = normalizeText(name.text() ?? "");
    if ((OPTIONS.base.names as readonly string[]).includes(key))
      options.base = optionValue(OPTIONS.base, value);
    else if ((OPTIONS.invalid.names as readonly string[]).includes(key)) {
      options.invalid = optionValue(OPTIONS.invalid, value);
    } else if (FIELD_OPTION.includes(key)) fieldName = String(value.single());
    else pairs.push([name, value]);
  }
  return { options, pairs, fieldName };
}

/** The value of an option among its words. */
export function optionValue<V extends string>(
  option: { readonly label: Localized; readonly values: Readonly<Record<V, readonly string[]>> },
  argument: Argument,
): V {
  const value = argument.single();
  const key = normalizeText(String(value ?? ""));
  const found = (Object.keys(option.values) as V[]).find((name) => option.values[name].includes(key));
  if (found) return found;
  const words = Object.values(option.values) as (readonly string[])[];
  throw FormulaError.value("unknownOption", {
    option: option.label,
    value: value ?? "",
    expected: words.map(([first]) => first),
    suggestion: nearest(key, words.flat()),
  });
}
