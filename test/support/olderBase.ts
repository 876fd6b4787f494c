import ExcelJS from "exceljs";
import type { Draft } from "../../src/domain/records/project";

/** The columns of a base as another program wrote them: header and field. */
export type BaseColumns = readonly (readonly [header: string, field: string])[];

export const frenchColumns: BaseColumns = [
  ["Édition", "edition"],
  ["Territoire", "territory"],
  ["Domaine", "domain"],
  ["Projet", "project"],
  ["État", "status"],
  ["Mesure", "measure"],
  ["Moyens", "means"],
  ["Mode de gestion", "management"],
  ["Prise de décision", "decision"],
  ["Coordination", "coordination"],
  ["Commentaire", "comment"],
  ["Identifiant", "id"],
  ["Source", "source"],
];

const cellsOf = (columns: BaseColumns, row: Draft) => columns.map(([, field]) => row[field] ?? null);

/** An .xlsx of rows by another program: no table, no name, nothing of ours. */
export async function baseFile(
  rows: readonly Draft[],
  columns: BaseColumns = frenchColumns,
  sheetName = "Base",
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(sheetName);
  sheet.addRow(columns.map(([header]) => header));
  for (const row of rows) sheet.addRow(cellsOf(columns, row));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The same as text. */
export function baseCsv(rows: readonly Draft[], columns: BaseColumns, separator: string): string {
  const field = (value: unknown) => {
    const text = String(value ?? "");
    return /["\r\n;,\t]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  const lines = [columns.map(([header]) => header), ...rows.map((row) => cellsOf(columns, row))];
  return lines.map((line) => line.map(field).join(separator)).join("\r\n");
}

/** Rows of 2013: 22 territories of the panel and what was wrong with such a file. */
export const base2013 = (territories: readonly string[]): Draft[] =>
  territories.flatMap((territory, i) =>
    [0, 1, 2].map((nth): Draft => {
      const domain = 1 + ((i + nth * 4) % 9);
      return {
        edition: 2013,
        territory,
        domain,
        project: `Projet ${nth + 1} de ${territory}`,
        status: 1 + ((i + nth) % 3),
        measure: nth === 1 ? null : 1 + (i % 4),
        means: 1 + ((i * 2 + nth) % 4),
        management: 1 + (i % 5),
        decision: 1 + (nth % 3),
        coordination: 1 + ((i + nth) % 4),
        comment: nth === 2 ? "=1+1" : null,
        id: `B13-${i * 3 + nth + 1}`,
        source: "base 2013",
      };
    }),
  );
