import type { ReadTable } from "../types";
import { SHEET_COLUMNS } from "./limits";
import { eachElement, type OfficePackage } from "./package";
import { unescapeCharacters } from "./xmlText";

/** A table of a sheet: its name as formulas use it, where it stands, the names of its columns. */
export function readTable(file: OfficePackage, part: string, sheet: string): ReadTable {
  const columns: string[] = [];
  const heads: Omit<ReadTable, "columns" | "sheet">[] = [];
  const scanner = file.scan(part);
  eachElement(scanner, () => {
    if (scanner.name === "table" && scanner.depth === 1) {
      const name = scanner.attribute("displayName") ?? scanner.attribute("name");
      const ref = scanner.attribute("ref");
      if (name === undefined || ref === undefined) return scanner.malformed("table");
      const headerless = scanner.attribute("headerRowCount") === "0";
      const totalsRow = Number(scanner.attribute("totalsRowCount") ?? 0) > 0;
      heads.push({ name, ref, ...(headerless && { headerless }), ...(totalsRow && { totalsRow }) });
    } else if (scanner.name === "tableColumn" && scanner.depth === 3) {
      if (columns.length >= SHEET_COLUMNS) scanner.malformed("table columns");
      columns.push(unescapeCharacters(scanner.attribute("name") ?? ""));
    }
  });
  return { ...(heads.at(0) ?? scanner.malformed("table")), sheet, columns };
}
