import type { Codebook } from "../../domain/codebook";
import type { Language, Localized } from "../../domain/language";
import { nextSteps, sheetNames, workbookWords } from "../../domain/messages/workbook";
import { serialOfDate } from "../../domain/records/dates";
import { asText, type CellValue } from "../../domain/records/project";
import { columnReference, quotedSheet } from "../tables/addresses";
import { pointsOf } from "./columns";

/** Cells of the home sheet that others refer to; 0-based. */
export const homeCells = { edition: { row: 2, column: 1 }, notes: { row: 21, column: 0 } } as const;

/** Formula of the defined name of the current edition: the cell a person may change. */
export const editionNameFormula = `=${quotedSheet(sheetNames.home)}!$B$${homeCells.edition.row + 1}`;

const editionCell = (codebook: Codebook): CellValue =>
  /^\d+$/.test(codebook.edition.id) ? Number(codebook.edition.id) : codebook.edition.id;

/** Content of the home sheet, two columns from A1: counts by native formulas and by the product's own. */
export function homeContent(codebook: Codebook, language: Language): CellValue[][] {
  const word = (text: Localized) => text[language];
  const w = workbookWords;
  const panel = columnReference(codebook.table("panel"), codebook.field("panel", "name"));
  const projectTerritory = columnReference(
    codebook.table("projects"),
    codebook.field("projects", "territory"),
  );
  const reasons = columnReference(codebook.table("rejects"), codebook.field("rejects", "reason"));
  const closing = codebook.edition.closingDate ? serialOfDate(codebook.edition.closingDate) : null;
  const rows: CellValue[][] = [
    [asText(word(codebook.edition.label)), ""],
    ["", ""],
    [word(w.edition), editionCell(codebook)],
    [word(w.closing), closing ?? word(w.noClosing)],
    ["", ""],
    [word(w.counts), ""],
    [word(w.territories), `=COUNTA(${panel})`],
    [word(w.answering), `=SUMPRODUCT((${panel}<>"")*(COUNTIF(${projectTerritory},${panel})>0))`],
    [word(w.projectRows), `=COUNTA(${projectTerritory})`],
    [word(w.projects), "=BVN.PROJECTS()"],
    [word(w.maturity), "=BVN.MATURITY()"],
    [word(w.rejects), `=COUNTA(${reasons})`],
    ["", ""],
    [word(w.next), ""],
    ...nextSteps.map((step): CellValue[] => [word(step), ""]),
  ];
  while (rows.length < homeCells.notes.row) rows.push(["", ""]);
  return rows;
}

/** Content of the synthesis: means by domain, and the distribution that the product spills below. */
export function synthesisContent(codebook: Codebook, language: Language): CellValue[][] {
  const word = (text: Localized) => text[language];
  const domain = codebook.field("projects", "domain");
  const name = domain.label.fr.replace(/"/g, '""');
  const measures = ["status", "measure", "means"].map((id) => codebook.field("projects", id).label);
  const rows: CellValue[][] = [
    [word(workbookWords.synthesis), "", "", "", ""],
    [word(codebook.edition.label), "", "", "", ""],
    [word(workbookWords.byDomain), word(workbookWords.projects), ...measures.map(word)],
  ];
  for (const { code } of codebook.activeCodes(domain)) {
    const cell = `$A${rows.length + 1}`;
    rows.push([
      asText(codebook.display("domain", code, language)),
      `=BVN.PROJECTS("${name}",${cell})`,
      `=BVN.MATURITY("${name}",${cell})`,
      `=BVN.MEASURE("${name}",${cell})`,
      `=BVN.MEANS("${name}",${cell})`,
    ]);
  }
  rows.push(["", "", "", "", ""]);
  rows.push([word(workbookWords.distribution), "", "", "", ""]);
  rows.push([`=BVN.DISTRIBUTION("${name}")`, "", "", "", ""]);
  return rows;
}

/** Writes the home sheet and dresses it. */
export function writeHome(sheet: Excel.Worksheet, codebook: Codebook, language: Language): void {
  const rows = homeContent(codebook, language);
  sheet.getRange("A:A").format.columnWidth = pointsOf(44);
  sheet.getRange("B:B").format.columnWidth = pointsOf(16);
  title(sheet.getRange("A1"));
  for (const [row] of rows.entries()) {
    const text = rows[row][0];
    const heading = text === workbookWords.counts[language] || text === workbookWords.next[language];
    if (heading) sheet.getRangeByIndexes(row, 0, 1, 2).format.font.bold = true;
  }
  const closing = sheet.getRange("B4");
  closing.numberFormat = [[language === "fr" ? "dd/mm/yyyy" : "yyyy-mm-dd"]];
  sheet.getRange("B7:B10").numberFormat = [["#,##0"], ["#,##0"], ["#,##0"], ["#,##0"]];
  sheet.getRange("B11").numberFormat = [["0.0000"]];
  sheet.getRange("B3:B12").format.horizontalAlignment = "Right";
  sheet.getRangeByIndexes(0, 0, rows.length, 2).formulas = rows;
}

/** Writes the synthesis and dresses it. */
export function writeSynthesis(sheet: Excel.Worksheet, codebook: Codebook, language: Language): void {
  const rows = synthesisContent(codebook, language);
  sheet.getRange("A:A").format.columnWidth = pointsOf(40);
  sheet.getRange("B:E").format.columnWidth = pointsOf(20);
  title(sheet.getRange("A1"));
  const head = sheet.getRange("A3:E3").format;
  head.font.bold = true;
  head.fill.color = HEADER_FILL;
  head.font.color = "#FFFFFF";
  const domains = rows.length - 6;
  if (domains > 0) {
    const means = sheet.getRangeByIndexes(3, 2, domains, 3);
    means.numberFormat = Array.from({ length: domains }, () => ["0.00", "0.00", "0.00"]);
  }
  sheet.getRangeByIndexes(rows.length - 2, 0, 2, 4).format.font.bold = true;
  // Header, every domain, not reported and total: the shares of the distribution.
  const shares = Array.from({ length: domains + 3 }, () => ["0.0%", "0.0%"]);
  sheet.getRangeByIndexes(rows.length - 1, 2, shares.length, 2).numberFormat = shares;
  sheet.getRangeByIndexes(0, 0, rows.length, 5).formulas = rows;
}

export const HEADER_FILL = "#1B5E8A";

function title(range: Excel.Range): void {
  range.format.font.bold = true;
  range.format.font.size = 16;
  range.format.rowHeight = 26;
  range.format.font.color = HEADER_FILL;
}
