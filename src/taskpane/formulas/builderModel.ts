import type { BaseTableId } from "../../domain/base/base";
import type { Codebook, Field } from "../../domain/codebook";
import { isCounted } from "../../domain/indicators/figures";
import { indicatorsOf } from "../../domain/indicators/registry";
import type { Language } from "../../domain/language";
import { readNumber } from "../../domain/values/number";
import { fixedCount, type FunctionDefinition, type ParameterDefinition } from "../../functions/definition";
import { definitionOf } from "../../functions/callSource";
import type { WrittenArgument, WrittenCall } from "../../functions/formulaCalls";
import type { FormulaArgument } from "../../functions/formulaText";
import { formulaOptions, optionNamed, type OptionId } from "../../functions/options";

/** Where the answers come from: the workbook's own base, or ranges handed to the function. */
export type Form = "base" | "ranges";

/** How a filter compares; none is "=". */
export const operators = ["=", "<>", ">=", "<=", ">", "<"] as const;
export type FilterOperator = (typeof operators)[number];

/** One pair: a field, an option or a range, and what it must be. */
export interface Filter {
  readonly key: number;
  /** Id of a field, "option:" and the id of an option, or the text of a range. */
  readonly name: string;
  readonly operator: FilterOperator;
  /** Answers chosen from a list, or one text typed. */
  readonly values: readonly string[];
}

/** What is chosen in the helper. */
export interface BuilderState {
  readonly functionId: string;
  readonly form: Form;
  /** By position of the fixed parameter; "" is left out. */
  readonly values: readonly string[];
  /** The range of answers, for functions whose field is their own. */
  readonly answers: string;
  readonly filters: readonly Filter[];
}

let lastKey = 0;
export const newFilter = (name = ""): Filter => ({ key: ++lastKey, name, operator: "=", values: [] });

export const startWith = (functionId: string): BuilderState => ({
  functionId,
  form: "base",
  values: [],
  answers: "",
  filters: [],
});

/** The parameter the pairs are written in, if the function has one. */
export const pairsOf = ({ parameters }: FunctionDefinition) => {
  const takes = parameters.at(-1)?.takes;
  return takes?.kind === "pairs" ? takes : undefined;
};

/** The parameters before the pairs. */
export const fixedOf = (definition: FunctionDefinition): readonly ParameterDefinition[] =>
  definition.parameters.slice(0, fixedCount(definition));

/** Whether a parameter is a range in the range form. */
export const takesRange = ({ takes }: ParameterDefinition): boolean =>
  takes?.kind === "field" || takes?.kind === "indicator";

/** Whether a function can be given ranges, and whether its answers come first among the repeated arguments. */
export const answersFirst = (definition: FunctionDefinition): boolean =>
  pairsOf(definition)?.ranges === true && !fixedOf(definition).some(takesRange);
export const hasRangeForm = (definition: FunctionDefinition): boolean =>
  pairsOf(definition) !== undefined && (answersFirst(definition) || fixedOf(definition).some(takesRange));

/** Fields a pair may be about, each name once: those of the table, then what the panel says of territories. */
export function fieldsFor(codebook: Codebook, table: BaseTableId): readonly Field[] {
  const usable = (field: Field) =>
    !field.personal && (field.kind !== "auto" || field.list !== undefined) && field.kind !== "date";
  const own = codebook.table(table).fields.filter((field) => usable(field) && field.id !== "comment");
  if (table === "panel") return own;
  const labels = new Set(own.map(({ label }) => label.fr));
  const panel = codebook
    .table("panel")
    .fields.filter(
      (field) => usable(field) && (field.list || field.kind === "number") && !labels.has(field.label.fr),
    );
  return [...own, ...panel];
}

/** Fields with a code list, for arguments that name one; and those that groups can be made of. */
export const groupFields = (codebook: Codebook): readonly Field[] =>
  fieldsFor(codebook, "projects").filter(({ kind }) => kind !== "number");

/** Numbers and ordered codes that no indicator stands for. */
export const orderableFields = (codebook: Codebook): readonly Field[] =>
  fieldsFor(codebook, "panel").filter(
    ({ kind, list }) => kind === "number" || (list !== undefined && codebook.list(list).ordered === true),
  );

export const countedIndicators = (codebook: Codebook) => indicatorsOf(codebook).filter(isCounted);

const OPTION = "option:";
export const optionKey = (id: OptionId): string => OPTION + id;
export const optionOf = (name: string): OptionId | undefined =>
  name.startsWith(OPTION) ? (name.slice(OPTION.length) as OptionId) : undefined;

/** A text of the helper as an argument: `=A1` is a reference, a number a number. */
function typed(text: string, takes?: ParameterDefinition["takes"]): FormulaArgument {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  if (trimmed.startsWith("=")) return { reference: trimmed.slice(1).trim() };
  const number = takes?.kind === "number" ? readNumber(trimmed, { thousands: false }) : null;
  return number ?? trimmed;
}

/** A range as it is typed, with or without "=". */
const range = (text: string): FormulaArgument => {
  const reference = text.trim().replace(/^=/, "");
  return reference === "" ? null : { reference };
};

function filterArguments(
  codebook: Codebook,
  filter: Filter,
  form: Form,
  table: BaseTableId,
  language: Language,
): FormulaArgument[] {
  const { name, operator, values } = filter;
  const text = values.join("|");
  if (name === "" || text === "") return [];
  const option = optionOf(name);
  const sign = operator === "=" || option ? "" : operator;
  const [single] = values;
  const reference = values.length === 1 && single.startsWith("=") && !sign ? typed(single) : null;
  const number = !sign && values.length === 1 && /^\d+([.,]\d+)?$/.test(single) ? readNumber(single) : null;
  const criterion = reference ?? (option ? number : null) ?? sign + text;
  if (option) return [formulaOptions[option].label[language], criterion];
  if (form === "ranges") return [range(name), criterion];
  const field = codebook.findField(name, [table, "panel"]);
  return [field?.label[language] ?? name, criterion];
}

/** The arguments of the formula that is chosen; those left out at the end are not written. */
export function argumentsOf(codebook: Codebook, state: BuilderState, language: Language): FormulaArgument[] {
  const definition = definitionOf(state.functionId)!;
  const inRanges = state.form === "ranges";
  const fixed = fixedOf(definition).map((parameter, i) =>
    inRanges && takesRange(parameter)
      ? range(state.values[i] ?? "")
      : typed(state.values[i] ?? "", parameter.takes),
  );
  const table = pairsOf(definition)?.table ?? "projects";
  const pairs = state.filters.flatMap((filter) =>
    filterArguments(codebook, filter, state.form, table, language),
  );
  const answers = inRanges && answersFirst(definition) ? [range(state.answers)] : [];
  const all = [...fixed, ...answers, ...pairs];
  while (all.length && all[all.length - 1] === null) all.pop();
  return all;
}

/** The same arguments as the parser of formulas gives them. */
export const asWritten = (argument: FormulaArgument): WrittenArgument => {
  if (argument === null) return { kind: "omitted" };
  if (typeof argument === "string") return { kind: "text", value: argument };
  if (typeof argument === "number") return { kind: "number", value: argument };
  return { kind: "reference", text: argument.reference };
};

/** A call of a cell as choices of the helper; null if it has parts the helper cannot show. */
export function fromCall(
  codebook: Codebook,
  call: Pick<WrittenCall, "id" | "arguments">,
): BuilderState | null {
  const definition = definitionOf(call.id);
  if (!definition || call.arguments.some(({ kind }) => kind === "expression" || kind === "logical"))
    return null;
  const textOf = (argument: WrittenArgument | undefined): string => {
    if (!argument || argument.kind === "omitted") return "";
    return argument.kind === "reference"
      ? `=${argument.text}`
      : String((argument as { value: unknown }).value);
  };
  const fixed = fixedOf(definition);
  const repeated = call.arguments.slice(fixed.length);
  const table = pairsOf(definition)?.table ?? "projects";
  const rangeAt = (i: number) => call.arguments[i]?.kind === "reference";
  const inRanges =
    hasRangeForm(definition) &&
    (fixed.some((p, i) => takesRange(p) && rangeAt(i)) || repeated[0]?.kind === "reference");
  const odd = repeated.length % 2;
  if (odd && !inRanges) return null;
  const filters: Filter[] = [];
  for (let i = odd; i < repeated.length; i += 2) {
    const [name, criterion] = [repeated[i], repeated[i + 1]];
    const text = textOf(criterion);
    const option = name.kind === "text" ? optionNamed(name.value) : undefined;
    const field = name.kind === "text" ? codebook.findField(name.value, [table, "panel"]) : undefined;
    const [, sign = "=", rest] = /^(<>|<=|>=|<|>)?(.*)$/s.exec(text)!;
    filters.push({
      ...newFilter(option ? optionKey(option) : (field?.id ?? textOf(name).replace(/^=/, ""))),
      operator: option ? "=" : (sign as FilterOperator),
      values: option || rest.startsWith("=") ? [text] : rest.split("|"),
    });
  }
  return {
    functionId: call.id,
    form: inRanges ? "ranges" : "base",
    values: fixed.map((parameter, i) => {
      const text = textOf(call.arguments[i]);
      return inRanges && takesRange(parameter) ? text.replace(/^=/, "") : text;
    }),
    answers: inRanges && odd ? textOf(repeated[0]).replace(/^=/, "") : "",
    filters,
  };
}
