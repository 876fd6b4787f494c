import type { Base, BaseTableId } from "../base/base";
import { CodeColumn, isNotReported, MARK, NumberColumn, TextColumn } from "../base/columns";
import { OneOf } from "../criteria/criterion";
import { tableWords } from "../indicators/tables";
import type { Language } from "../language";
import { BaseQuery } from "../query/baseQuery";
import { normalizeText } from "../text/normalize";
import type { ReportCell } from "./model";

const words = {
  notApplicable: { fr: "Sans objet", en: "Not applicable" },
  dontKnow: { fr: "Ne sait pas", en: "Don’t know" },
} as const;

/** What a row of the base answers to a field, as a report writes it: label, text or number; null for a blank. */
export function baseCell(
  base: Base,
  table: BaseTableId,
  fieldId: string,
  row: number,
  language: Language,
): ReportCell {
  const column = base.tableOf(table).columns.get(fieldId);
  if (column instanceof TextColumn) {
    const text = column.text(column.ids[row]);
    // A listed project has a name in each language.
    const listed = fieldId === "project" ? base.codebook.findListedProject(text) : undefined;
    return listed?.label[language] ?? (text || null);
  }
  if (column instanceof NumberColumn) return Number.isNaN(column.numbers[row]) ? null : column.numbers[row];
  if (!(column instanceof CodeColumn)) return null;
  const byte = column.bytes[row];
  if (isNotReported(byte)) return tableWords.notReported[language];
  if (byte === MARK.notApplicable) return words.notApplicable[language];
  if (byte === MARK.dontKnow) return words.dontKnow[language];
  if (byte === MARK.invalid) return String(column.invalidValue(row) ?? "");
  const { list } = base.codebook.field(table, fieldId);
  return base.codebook.list(list!).codes.find(({ code }) => code === byte)?.label[language] ?? null;
}

/** Rows of a table that are about one territory, in the current edition and kept in it. */
export function rowsOfTerritory(base: Base, table: "panel" | "projects", territory: string): number[] {
  const field = table === "panel" ? "name" : "territory";
  const only = new OneOf(new Set([normalizeText(territory)]));
  return [...new BaseQuery(base, table, [[field, only]], { base: "valid", invalid: "ignore" }).rows()];
}
