import type { Base, BaseTableId } from "../base/base";
import { NumberColumn, TextColumn } from "../base/columns";
import { editions } from "../codebook";
import { parseCriterion } from "../criteria/criterion";
import { territoryNamed } from "../indicators/peers";
import { FormulaError } from "../messages";
import { nearest } from "../text/similarity";
import type { CriterionPair } from "./baseQuery";
import type { CountingOptions } from "./counts";

/**
 * Refuses criteria that would count nothing, or too little, without a word: a territory neither the panel nor the
 * answers know, an edition nobody has, a number field that holds texts.
 * @throws FormulaError unknownTerritory, unknownEdition (with the nearest), invalidValue.
 */
export function checkCriteria(
  base: Base,
  table: BaseTableId,
  pairs: readonly CriterionPair[],
  { invalid }: CountingOptions,
): void {
  for (const [name, value] of pairs) {
    const field = base.codebook.findField(name, [table, "panel"]);
    if (!field) continue;
    const isOwn = base.codebook.table(table).fields.includes(field);
    // Its own table is seen without being watched: what it counts is watched already.
    const { columns } = isOwn ? base.view(table).table : base.tableOf("panel");
    const column = columns.get(field.id);
    const criterion = parseCriterion(value);
    if (column instanceof NumberColumn && invalid === "error" && !criterion.everything) {
      const found = column.firstInvalid();
      if (found) {
        throw FormulaError.value("invalidValue", {
          field: field.label,
          value: found.value,
          row: found.row + 1,
        });
      }
    }
    const { operator, pattern, blank, key, among, operand } = criterion;
    const isName = operator === "=" && !pattern && !blank && !among && key !== "nr";
    if (!isName || !(column instanceof TextColumn) || isIn(column, String(operand))) continue;
    if (field.kind === "territory" || field.id === "name") territoryNamed(base, String(operand));
    if (field.kind !== "edition" || editions.some(({ id }) => id === key)) continue;
    const occurring = column.texts.filter((text, id) => text !== "" && column.count(id) > 0);
    const expected = [...new Set([...editions.map(({ id }) => id), ...occurring])].sort();
    throw FormulaError.value("unknownEdition", {
      value: operand,
      expected,
      suggestion: nearest(key, expected),
    });
  }
}

function isIn(column: TextColumn, text: string): boolean {
  const id = column.find(text);
  return id !== undefined && id > 0 && column.count(id) > 0;
}
