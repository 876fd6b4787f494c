import { parseCriterion, type Criterion } from "../domain/criteria/criterion";
import type { BaseTableId } from "../domain/base/base";
import type { Codebook, Field } from "../domain/codebook";
import { findIndicator } from "../domain/indicators/registry";
import type { Localized } from "../domain/language";
import { criterionInWords, explanationMessages as say } from "../domain/messages/explanations";
import { normalizeText } from "../domain/text/normalize";
import type { FunctionContext, FunctionDefinition, ParameterDefinition } from "./definition";
import type { KnownArgument } from "./callSource";
import { optionNamed } from "./options";

const same = (value: unknown): Localized => ({ fr: String(value), en: String(value) });

/** The value of an argument that is one cell; undefined if it is none. */
function singleOf({ cells }: KnownArgument): unknown {
  return cells && cells.length === 1 && cells[0].length === 1 ? cells[0][0] : undefined;
}

const isRange = (argument: KnownArgument): boolean =>
  argument.written.kind === "reference" && singleOf(argument) === undefined;

/** Labels of the codes that an operand of a coded field names; none if it is no code. */
export function answersOf(codebook: Codebook, field: Field | undefined, criterion: Criterion): Localized[] {
  const { operand, pattern, blank, everything } = criterion;
  if (!field?.list || pattern || blank || everything) return [];
  const parts = typeof operand === "string" ? operand.split("|") : [operand];
  const labels = parts.map((part) => {
    const answer = codebook.reader(field.list!).read(typeof part === "string" ? part.trim() : part);
    return answer.kind === "code" ? codebook.code(field.list!, answer.code)?.label : undefined;
  });
  return labels.every((label) => label !== undefined) ? labels : [];
}

/** The arguments of a call in words, one line each; pairs together, and what holds when nothing is said. */
export function argumentsInWords(
  context: FunctionContext,
  { parameters }: FunctionDefinition,
  known: readonly KnownArgument[],
): Localized[] {
  const repeating = parameters.at(-1)?.repeating ? parameters.at(-1) : undefined;
  const fixed = repeating ? parameters.slice(0, -1) : parameters;
  const lines = fixed.flatMap((parameter, i) => {
    const argument = known[i];
    if (!argument || argument.written.kind === "omitted") return [];
    return [fixedInWords(context, parameter, argument, known[i - 1])];
  });
  if (repeating) {
    const names = new Set(fixed.some(({ takes }) => takes?.kind === "edition") ? ["edition"] : []);
    const ofBase = repeating.takes?.kind === "pairs" && context.base !== null && !known.some(isRange);
    lines.push(...repeatedInWords(context, repeating, known.slice(fixed.length), ofBase, names));
  }
  return lines;
}

/** What is written where the cells themselves are not to be read out; null if they are. */
function asWritten(name: Localized, argument: KnownArgument): Localized | null {
  const { written, cells } = argument;
  if (written.kind === "expression") return say.calculated({ name, text: written.text });
  if (written.kind !== "reference") return null;
  if (cells === undefined) return say.notRead({ name, reference: written.text });
  return singleOf(argument) === undefined ? say.rangeOf({ name, reference: written.text }) : null;
}

const withCell = (words: Localized, { written }: KnownArgument): Localized =>
  written.kind === "reference" ? say.fromCell({ words, reference: written.text }) : words;

function fixedInWords(
  { codebook }: FunctionContext,
  { name, takes }: ParameterDefinition,
  argument: KnownArgument,
  before: KnownArgument | undefined,
): Localized {
  const written = asWritten(name, argument);
  if (written) return written;
  const value = singleOf(argument);
  const text = String(value ?? "");
  let meant: Localized | undefined;
  if (takes?.kind === "field") meant = codebook.findField(text)?.label;
  if (takes?.kind === "indicator") meant = findIndicator(codebook, text)?.label;
  if (takes?.kind === "answer") {
    const field = takes.of
      ? codebook.field(takes.of[0], takes.of[1])
      : codebook.findField(String(before ? singleOf(before) : ""));
    const criterion = parseCriterion(value);
    const words = criterionInWords({
      field: takes.of ? name : (field?.label ?? name),
      criterion,
      answers: answersOf(codebook, field, criterion),
    });
    return withCell(words, argument);
  }
  return withCell(say.argumentIs({ name, value: meant ?? same(text) }), argument);
}

function repeatedInWords(
  context: FunctionContext,
  { name, takes }: ParameterDefinition,
  known: readonly KnownArgument[],
  ofBase: boolean,
  names: Set<string>,
): Localized[] {
  const table = takes?.kind === "pairs" ? takes.table : "projects";
  const lines: Localized[] = [];
  // A first range that has no criterion holds the answers themselves.
  const start = known.length % 2 && isRange(known[0]) ? 1 : 0;
  if (start) {
    const answers = { fr: "réponses", en: "answers" };
    lines.push(asWritten(answers, known[0]) ?? answers);
  }
  for (let i = start; i < known.length; i += 2) {
    if (known[i].written.kind === "omitted" && !known[i + 1]) continue;
    lines.push(pairInWords(context, table, known[i], known[i + 1], name));
    const field = context.codebook.findField(String(singleOf(known[i]) ?? ""), [table, "panel"]);
    if (field) names.add(field.id);
  }
  return ofBase ? [...lines, ...defaults(context, table, names)] : lines;
}

/** What a formula about the base leaves out unless it is asked for. */
function defaults(
  { codebook, base }: FunctionContext,
  table: BaseTableId,
  named: ReadonlySet<string>,
): Localized[] {
  const has = (id: string) => codebook.table(table).fields.some((field) => field.id === id);
  return [
    ...(has("edition") && !named.has("edition")
      ? [say.currentEdition({ edition: same(base!.editionId) })]
      : []),
    ...(has("inclusion") && !named.has("inclusion") ? [say.keptOnly({})] : []),
  ];
}

function pairInWords(
  { codebook }: FunctionContext,
  table: BaseTableId,
  first: KnownArgument,
  second: KnownArgument | undefined,
  parameter: Localized,
): Localized {
  const value = singleOf(first);
  const title =
    typeof value === "string"
      ? same(value)
      : first.written.kind === "reference"
        ? same(first.written.text)
        : parameter;
  if (!second) return say.withoutCriterion({ name: title });
  const field = typeof value === "string" ? codebook.findField(value, [table, "panel"]) : undefined;
  const name = field?.label ?? title;
  const criterionWritten = asWritten(name, second);
  if (criterionWritten) return criterionWritten;
  const operand = singleOf(second) ?? null;
  const option = typeof value === "string" ? optionNamed(value) : undefined;
  const chosen = normalizeText(String(operand ?? ""));
  if (option === "base" && chosen === "total") return say.baseTotal({});
  if (option === "invalid" && chosen.startsWith("ignor")) return say.invalidIgnored({});
  if (typeof value === "string" && (option || (!field && first.written.kind !== "reference"))) {
    return say.option({ name: value, value: operand });
  }
  const criterion = parseCriterion(operand);
  const answers = answersOf(codebook, field, criterion);
  return withCell(criterionInWords({ field: name, criterion, answers }), second);
}
