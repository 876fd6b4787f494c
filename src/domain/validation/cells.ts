import type { Codebook, Field, ListedProject, TableId } from "../codebook";
import type { Language } from "../language";
import { anomaly, type Anomaly } from "../messages";
import { LAST_DAY } from "../records/dates";
import { normalizeText } from "../text/normalize";
import { nearest } from "../text/similarity";
import { isBlank, readSpecial } from "../values/answer";
import { readNumber } from "../values/number";

/** What the cells of a table are checked against, apart from the code book. */
export interface CheckContext {
  readonly codebook: Codebook;
  /** Language of the workbook: suggestions are written as its cells show answers. */
  readonly language: Language;
  /** Names of the panel's territories. */
  readonly territories: TerritoryNames;
  readonly editions: readonly string[];
  /** The listed project of a domain that a free text most likely means. */
  readonly nearListed: (text: string, domain: number) => ListedProject | undefined;
}

/** Excel's errors as a cell hands them over, in English and in French. */
const ERROR_VALUE =
  /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BUSY!|CONNECT!|BLOCKED!|UNKNOWN!|GETTING_DATA|VALEUR!|NOM\?|NUL!|NOMBRE!|PROPAGATION!|CHAMP!)$/i;

/** Whether a cell's value is one of Excel's error values. */
export const isErrorValue = (value: unknown): boolean => typeof value === "string" && ERROR_VALUE.test(value);

/** The panel's names, found however they are typed. */
export class TerritoryNames {
  private readonly byKey: Map<string, string>;
  private readonly suggestions = new Map<string, string | undefined>();

  constructor(names: Iterable<string>) {
    this.byKey = new Map([...names].map((name) => [normalizeText(name), name]));
  }

  has(name: string): boolean {
    return this.byKey.has(normalizeText(name));
  }

  /** The name most likely meant; remembered, because the same mistake fills whole columns. */
  nearest(name: string): string | undefined {
    if (!this.suggestions.has(name)) this.suggestions.set(name, nearest(name, this.byKey.values(), 0.7));
    return this.suggestions.get(name);
  }
}

/**
 * What is wrong with one cell, judged alone; undefined when nothing is. Blanks are answers unless the field
 * is required; NR, SO and NSP are answers everywhere but "not reported" where an answer is required.
 */
export function checkCell(
  context: CheckContext,
  table: TableId,
  field: Field,
  value: unknown,
  row: number,
): Anomaly | undefined {
  const place = { table, row, field: field.id };
  if (field.kind === "auto") return undefined;
  if (isBlank(value)) {
    return field.required ? anomaly("required", "error", place, { field: field.label }) : undefined;
  }
  if (isErrorValue(value)) return anomaly("errorValue", "error", place, { field: field.label, value });
  switch (field.kind) {
    case "code":
      return checkCode(context, field, value, place);
    case "number":
      return checkNumber(field, value, place);
    case "date":
      if (typeof value === "number" ? value >= 1 && value <= LAST_DAY : readSpecial(value)) return undefined;
      return anomaly("notADate", "error", place, { field: field.label, value });
    case "edition":
      if (context.editions.includes(String(value).trim())) return undefined;
      return anomaly("unknownEdition", "error", place, { value, known: context.editions });
    case "territory": {
      const name = String(value);
      if (context.territories.has(name)) return undefined;
      const suggestion = context.territories.nearest(name);
      return anomaly("unknownTerritory", "error", place, { value, suggestion }, suggestion);
    }
    default:
      return undefined;
  }
}

function checkCode(context: CheckContext, field: Field, value: unknown, place: Anomaly["place"]) {
  const { codebook, language } = context;
  const answer = codebook.reader(field.list!).read(value);
  if (answer.kind === "notReported" && field.required) {
    return anomaly("required", "error", place, { field: field.label });
  }
  if (answer.kind !== "invalid") return undefined;
  const codes = codebook.activeCodes(field);
  const labels = codes.map(({ label }) => label[language]);
  const meant =
    typeof value === "string" ? nearest(value.replace(/^\s*-?\d+\s*[–.:)-]?\s*/, ""), labels) : undefined;
  const code = codes.find(({ label }) => meant !== undefined && label[language] === meant);
  const expected = codes.map(({ code: number }) => ({
    fr: codebook.display(field.list!, number, "fr"),
    en: codebook.display(field.list!, number, "en"),
  }));
  return anomaly(
    "notACode",
    "error",
    place,
    { field: field.label, value, expected, suggestion: code?.label },
    code && codebook.display(field.list!, code.code, language),
  );
}

function checkNumber(field: Field, value: unknown, place: Anomaly["place"]): Anomaly | undefined {
  if (typeof value !== "number") {
    const special = readSpecial(value);
    if (special && !(field.required && special.kind === "notReported")) return undefined;
    const meant = readNumber(value, { thousands: (field.max ?? Infinity) >= 1000 });
    return anomaly(
      "notANumber",
      "error",
      place,
      { field: field.label, value, unit: field.unit },
      meant === null ? undefined : String(meant),
    );
  }
  const { min, max } = field;
  if ((min === undefined || value >= min) && (max === undefined || value <= max)) return undefined;
  return anomaly("outOfRange", "error", place, { field: field.label, value, min, max });
}
