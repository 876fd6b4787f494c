import { isBlank } from "../domain/values/answer";
import { findIndicator, indicatorNamed, indicatorsOf, type Indicator } from "../domain/indicators/registry";
import type { Codebook, Field } from "../domain/codebook";
import type { Localized } from "../domain/language";
import { FormulaError } from "../domain/messages";
import { inferField } from "../domain/query/codedFields";
import type { Argument } from "./arguments";
import type { FunctionContext } from "./definition";
import { splitOptions, type OptionId } from "./options";
import { areNames, codedField, isAboutBase, parsedBase, rangeSource, type ParsedSource } from "./source";

/** The arguments of a function that computes an indicator. */
export interface IndicatorArguments {
  /** An indicator by name, or a range of answers. */
  readonly indicator: Argument;
  readonly name: Localized;
  /** Id of the indicator when none is named; without it one must be. */
  readonly usual?: string;
  /** Whether an indicator makes sense here. */
  readonly among: (indicator: Indicator) => boolean;
  /** Field or range whose groups are meant. */
  readonly by?: Argument;
  readonly repeated: readonly Argument[];
  readonly accepts: readonly OptionId[];
}

export interface IndicatorSource extends ParsedSource {
  readonly indicator: Indicator;
}

/** Fields an indicator is computed from, one range each in the range form. */
function fieldsRead(codebook: Codebook, { computation, table }: Indicator): Field[] {
  if (computation.kind === "average") return computation.of.flatMap((part) => fieldsRead(codebook, part));
  return "field" in computation ? [codebook.field(table, computation.field)] : [];
}

/**
 * An indicator with its source. Base: `"Maturité"` then pairs. Ranges: a range of answers of an ordered field in
 * the indicator's place, or the indicator's name followed by a range for each field it reads. `subjects` holds
 * the groups asked for, if any.
 * @throws FormulaError unknownIndicator, scaleNeeded, rangesNeeded and what a source throws.
 */
export function indicatorSource(context: FunctionContext, args: IndicatorArguments): IndicatorSource {
  const { indicator: argument, by, repeated, accepts, among } = args;
  const { codebook } = context;
  if (isCells(codebook, argument)) {
    const { fieldName } = splitOptions(repeated, accepts).options;
    const field =
      fieldName === null ? inferField(codebook, argument.cells!) : codedField(codebook, fieldName);
    if (!field) throw FormulaError.value("scaleNeeded", { position: argument.position });
    const indicator = indicatorsOf(codebook).find(
      (each) => each.unit === "points" && each.fields[0] === field.id && among(each),
    );
    if (!indicator) indicatorNamed(codebook, field.label.fr, among);
    const ranges = by ? [by, argument] : [argument];
    const fields = by ? [undefined, field] : [field];
    return { ...rangeSource(context, ranges, repeated, fields, accepts), indicator: indicator! };
  }
  const value = argument.single();
  if (isBlank(value) && !args.usual) argument.range(args.name);
  const indicator = indicatorNamed(codebook, isBlank(value) ? args.usual : value, among);
  if ((!by || areNames(codebook, [by], repeated)) && isAboutBase(codebook, repeated)) {
    const named = by?.text() ?? "";
    const field = codebook.findField(named, [indicator.table, "panel"]);
    const subjects = by ? [{ name: field?.id ?? named }] : [];
    return { ...parsedBase(context, repeated, indicator.table, accepts, subjects), indicator };
  }
  const fields = fieldsRead(codebook, indicator);
  const ranges = repeated.slice(0, fields.length);
  if (
    ranges.length < fields.length ||
    ranges.some((range) => !range.isRange && range.text() !== null && by?.isRange)
  )
    throw FormulaError.value("rangesNeeded", { fields: fields.map(({ label }) => label) });
  const all = by ? [by, ...ranges] : ranges;
  const { fieldName } = splitOptions(repeated.slice(fields.length), accepts).options;
  const own = fieldName === null ? undefined : codedField(codebook, fieldName);
  return {
    ...rangeSource(context, all, repeated.slice(fields.length), by ? [own, ...fields] : fields, accepts),
    indicator,
  };
}

/** Whether an argument is answers and not the name of an indicator; a range may be one cell. */
function isCells(codebook: Codebook, argument: Argument): boolean {
  if (argument.isOmitted || argument.isRange) return argument.isRange;
  const text = argument.text();
  if (text === null) return typeof argument.cells![0][0] === "number" && argument.cells![0][0] !== 0;
  return !findIndicator(codebook, text) && inferField(codebook, [[text]]) !== undefined;
}
