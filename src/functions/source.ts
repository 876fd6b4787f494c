import type { Base, BaseTableId } from "../domain/base/base";
import type { Codebook, Field } from "../domain/codebook";
import type { SubjectOf } from "../domain/indicators/figures";
import type { Localized } from "../domain/language";
import { FormulaError } from "../domain/messages";
import { BaseQuery, type CriterionPair } from "../domain/query/baseQuery";
import { checkCriteria } from "../domain/query/criteriaCheck";
import type { Cells } from "../domain/query/cells";
import type { CountSource, Subject } from "../domain/query/counts";
import { inferField } from "../domain/query/codedFields";
import { RangeQuery, type RangeCriterion } from "../domain/query/rangeQuery";
import { populationOf, typeSizeWeights } from "../domain/query/weights";
import { readSpecial } from "../domain/values/answer";
import { normalizeText } from "../domain/text/normalize";
import type { Argument } from "./arguments";
import type { FunctionContext } from "./definition";
import { formulaOptions, optionNamed, splitOptions, type FormulaOptions, type OptionId } from "./options";

const TABLES = ["projects", "panel"] as const;

export { optionValue } from "./options";

/** What a formula counts, whatever the form it was typed in. */
export interface ParsedSource {
  /** Weighted when the formula asks for weights. */
  readonly source: CountSource;
  /** The same without weights: the base that is always shown. */
  readonly plain: CountSource;
  /** The subjects given before the pairs, in order. */
  readonly subjects: readonly Subject[];
  readonly options: FormulaOptions;
  /** What stands for a field of the projects: its name in the base, a range or nothing among ranges. */
  readonly subjectOf: SubjectOf;
  /** Territories the answers were drawn from; Infinity if it is not known. */
  population(): number;
}

/** Whether a text names a field or an option: then the formula is about the workbook's own base. */
export function isName(codebook: Codebook, text: string): boolean {
  return optionNamed(text) !== undefined || codebook.findField(text, TABLES) !== undefined;
}

/** Whether a text is an answer of some code list, or says there is none. */
function isAnswer(codebook: Codebook, text: string): boolean {
  return readSpecial(text) !== undefined || inferField(codebook, [[text]]) !== undefined;
}

/** Whether the option of the range form is given. */
function namesField(repeated: readonly Argument[]): boolean {
  const { names } = formulaOptions.field;
  return repeated.some(
    (argument, i) =>
      i % 2 === 0 && (names as readonly string[]).includes(normalizeText(argument.text() ?? "")),
  );
}

/** Whether the repeated arguments are about the base: none, or pairs that begin with a name. */
export function isAboutBase(codebook: Codebook, repeated: readonly Argument[]): boolean {
  const [first] = repeated;
  const text = first?.text();
  return !first || (text != null && (repeated.length % 2 === 0 || isName(codebook, text)));
}

/**
 * The source of a function whose subject is fixed (MATURITY is about status): no argument, or pairs, is the
 * base; a first range makes the range form. An odd number of arguments whose first is a range is ranges.
 */
export function fixedSubjectSource(
  context: FunctionContext,
  field: Field | undefined,
  repeated: readonly Argument[],
  accepts: readonly OptionId[] = [],
): ParsedSource {
  if (isAboutBase(context.codebook, repeated)) {
    return parsedBase(context, repeated, "projects", accepts, [{ name: field?.id ?? "project" }]);
  }
  return rangeSource(context, [repeated[0]], repeated.slice(1), field, accepts);
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
  accepts: readonly OptionId[] = [],
): ParsedSource {
  subjects.forEach((subject, i) => subject.range(names[i]));
  if (areNames(context.codebook, subjects, repeated)) {
    const named = subjects.map((subject) => ({ name: subject.text()! }));
    return parsedBase(context, repeated, "projects", accepts, named);
  }
  return rangeSource(context, subjects, repeated, undefined, accepts);
}

/** Whether arguments name fields of the base; a range may be one cell that holds an answer. */
export function areNames(
  codebook: Codebook,
  subjects: readonly Argument[],
  repeated: readonly Argument[],
): boolean {
  const texts = subjects.map((subject) => subject.text());
  const isCell = texts.some((text) => text && !isName(codebook, text) && isAnswer(codebook, text));
  return texts.every((text) => text !== null) && !isCell && !namesField(repeated);
}

/** The base under the criteria of the pairs. @throws FormulaError noBase, unknownField, oddArguments. */
export function baseSource(
  context: FunctionContext,
  repeated: readonly Argument[],
  table: BaseTableId = "projects",
): BaseQuery {
  return parsedBase(context, repeated, table, [], []).plain;
}

/** The workbook's base. @throws FormulaError noBase, baseLoading. */
export function baseNeeded({ base, isLoading }: FunctionContext): Base {
  if (!base) throw FormulaError.notAvailable(isLoading ? "baseLoading" : "noBase");
  return base;
}

/** The pairs as criteria on the base, and the options among them. @throws FormulaError unknownField, as `splitOptions`. */
export function criteriaOf(
  repeated: readonly Argument[],
  accepts: readonly OptionId[],
): { options: FormulaOptions; criteria: CriterionPair[] } {
  const { options, pairs } = splitOptions(repeated, accepts);
  const criteria = pairs.map(([name, criterion]): CriterionPair => {
    const text = name.text();
    if (text === null) throw FormulaError.value("unknownField", { value: name.single() ?? "" });
    return [text, criterion.single()];
  });
  return { options, criteria };
}

/**
 * Takes the edition out of pairs about the panel, whose rows belong to none: which edition's answers are meant.
 * @throws FormulaError unknownEdition.
 */
export function takeEdition(
  context: FunctionContext,
  repeated: readonly Argument[],
): { edition: string; rest: readonly Argument[] } {
  const base = baseNeeded(context);
  const at = repeated.findIndex(
    (argument, i) =>
      i % 2 === 0 &&
      i + 1 < repeated.length &&
      base.codebook.findField(argument.text() ?? "", ["projects"])?.kind === "edition",
  );
  if (at < 0) return { edition: base.editionId, rest: repeated };
  const edition = String(repeated[at + 1].single() ?? "").trim();
  const plain = { base: "valid", invalid: "ignore" } as const;
  if (edition !== "*") checkCriteria(base, "projects", [["edition", `=${edition}`]], plain);
  return { edition, rest: [...repeated.slice(0, at), ...repeated.slice(at + 2)] };
}

/** The base with the options of the formula. @param accepts Options the function has besides those of all. */
export function parsedBase(
  context: FunctionContext,
  repeated: readonly Argument[],
  table: BaseTableId,
  accepts: readonly OptionId[],
  subjects: readonly Subject[],
): ParsedSource & { readonly plain: BaseQuery } {
  const { options, criteria } = criteriaOf(repeated, accepts);
  // Territories as a range belong to the range form; here it is a criterion that is a range.
  options.territory?.single();
  const base = baseNeeded(context);
  checkCriteria(base, table, criteria, options);
  if (table === "projects" && base.has(table) && !base.rowCount(table)) {
    throw FormulaError.notAvailable("emptyBase");
  }
  const plain = new BaseQuery(base, table, criteria, options);
  const weights = options.weighted ? typeSizeWeights(base, table, criteria) : undefined;
  return {
    source: weights ? new BaseQuery(base, table, criteria, options, weights) : plain,
    plain,
    subjects,
    options,
    subjectOf: (name) => ({ name }),
    population: () => options.panel ?? populationOf(base, table, criteria),
  };
}

/** Ranges under the criteria of the pairs. @param fields What each range holds, where it is known. */
export function rangeSource(
  context: FunctionContext,
  subjects: readonly Argument[],
  repeated: readonly Argument[],
  field: Field | undefined | readonly (Field | undefined)[],
  accepts: readonly OptionId[] = [],
): ParsedSource & { readonly plain: RangeQuery } {
  const { options, pairs } = splitOptions(repeated, accepts);
  if (options.weighted) throw FormulaError.value("weightsNeedBase", undefined);
  const { codebook } = context;
  const fields: readonly (Field | undefined)[] = Array.isArray(field)
    ? field
    : [options.fieldName === null ? (field as Field | undefined) : codedField(codebook, options.fieldName)];
  const criteria = pairs.map(([range, criterion]): RangeCriterion => {
    if (!range.isRange && subjects[0].isRange) {
      throw FormulaError.value("rangeExpected", { position: range.position, value: range.single() ?? "" });
    }
    return { cells: cellsOf(range), criterion: criterion.single(), position: range.position };
  });
  const toSubject = (range: Argument, own: Field | undefined) => ({
    cells: cellsOf(range),
    position: range.position,
    field: own,
  });
  const ranges = subjects.map((subject, i) => toSubject(subject, fields[i]));
  const territory = options.territory && toSubject(options.territory, undefined);
  const source = new RangeQuery(codebook, ranges[0], criteria, options);
  return {
    source,
    plain: source,
    subjects: ranges,
    options,
    subjectOf: (id) =>
      id === "territory" ? (territory ?? undefined) : ranges.find((range) => range.field?.id === id),
    population: () => options.panel ?? Infinity,
  };
}

/** The cells of an argument that must be there. @throws FormulaError rangeExpected. */
function cellsOf({ cells, position }: Argument): Cells {
  if (cells === null) throw FormulaError.value("rangeExpected", { position, value: "" });
  return cells;
}

/** The field a name means, if it has a code list. @throws FormulaError unknownField, notACodedField. */
export function codedField(codebook: Codebook, name: string): Field {
  const field = codebook.findField(name);
  if (!field)
    throw FormulaError.value("unknownField", {
      value: name,
      suggestion: codebook.suggestField(name, TABLES)?.label,
    });
  if (!field.list) throw FormulaError.value("notACodedField", { field: field.label });
  return field;
}

/**
 * Territories behind the rows of a source; of ranges that do not say their territories, the rows.
 */
export function territoriesBehind({ plain, subjectOf }: ParsedSource): number {
  const territory = subjectOf("territory");
  return territory ? plain.counts(territory).grouping.groups.length : plain.total();
}

/** Refuses a figure of fewer territories than option "Secret" allows. @throws FormulaError hidden. */
export function keepSecret(parsed: ParsedSource): void {
  const { secret } = parsed.options;
  if (!secret) return;
  const behind = territoriesBehind(parsed);
  if (behind > 0 && behind < secret) throw FormulaError.notAvailable("hidden");
}
