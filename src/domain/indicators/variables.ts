import type { Codebook, Field } from "../codebook";
import type { Localized } from "../language";
import { FormulaError } from "../messages";
import type { Cells } from "../query/cells";
import { inferField } from "../query/codedFields";
import { isBlank, readSpecial } from "../values/answer";
import { readNumber } from "../values/number";
import { isCounted } from "./figures";
import { findIndicator, indicatorsOf, suggestIndicator, type Indicator } from "./registry";

/** What is correlated: an indicator, or a number or class the panel holds of each territory. */
export type Variable =
  | { readonly kind: "indicator"; readonly indicator: Indicator }
  | { readonly kind: "panel"; readonly field: Field };

const isMeasured = (codebook: Codebook, { kind, list }: Field): boolean =>
  kind === "number" || (list !== undefined && codebook.list(list).ordered === true);
const isUsable = (indicator: Indicator): boolean => isCounted(indicator) || indicator.id === "completeness";

/** Everything that can be correlated, for lists and messages. */
export function variablesOf(codebook: Codebook): readonly Localized[] {
  const indicators = indicatorsOf(codebook).filter(
    (one) => one.table !== "actors" && isUsable(one) && one.unit !== "index",
  );
  const fields = codebook.table("panel").fields.filter((field) => isMeasured(codebook, field));
  const labels = [...indicators, ...fields].map(({ label }) => label);
  return labels.filter(({ fr }, i) => labels.findIndex((other) => other.fr === fr) === i);
}

/**
 * The variable a text names: an indicator, an ordered field of the projects (its mean), or a number or ordered
 * field of the panel.
 * @throws FormulaError unknownField with the nearest name; notOrdered for a field that only tells kinds apart.
 */
export function variableNamed(codebook: Codebook, name: string): Variable {
  const indicator = findIndicator(codebook, name);
  if (indicator && indicator.table !== "actors" && isUsable(indicator))
    return { kind: "indicator", indicator };
  const field = codebook.findField(name, ["projects", "panel"]);
  if (field && codebook.table("panel").fields.includes(field) && isMeasured(codebook, field)) {
    return { kind: "panel", field };
  }
  if (field ?? indicator) {
    throw notOrdered(codebook, (field ?? indicator)!.label);
  }
  const suggested = suggestIndicator(codebook, name) ?? codebook.suggestField(name, ["projects", "panel"]);
  throw FormulaError.value("unknownField", { value: name, suggestion: suggested?.label });
}

const notOrdered = (codebook: Codebook, name: Localized) =>
  FormulaError.value("notOrdered", { name, expected: variablesOf(codebook) });

/**
 * Reads the cells of a range as numbers: the codes of an ordered list, or numbers as they are. Blank, 0, NR and
 * SO are not reported.
 * @throws FormulaError notOrdered, if the cells are answers of a list without an order.
 */
export function cellReader(codebook: Codebook, cells: Cells, field?: Field): (value: unknown) => CellValue {
  const known = field ?? inferField(codebook, cells);
  if (!known) {
    return (value) => {
      if (isBlank(value) || readSpecial(value)) return null;
      return readNumber(value) ?? { error: (row) => FormulaError.value("notANumber", { value, row }) };
    };
  }
  if (!codebook.list(known.list!).ordered) throw notOrdered(codebook, known.label);
  const reader = codebook.reader(known.list!);
  return (value) => {
    const answer = reader.read(value);
    if (answer.kind === "code") return answer.code;
    if (answer.kind !== "invalid") return null;
    return { error: (row) => FormulaError.value("invalidValue", { field: known.label, value, row }) };
  };
}

/** A cell read: a number, not reported, or what to say of it. */
export type CellValue = number | null | { readonly error: (row: number) => FormulaError };
