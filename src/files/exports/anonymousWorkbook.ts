import { cellOf, guarded, variablesOf, type AnonymousStudy, type KeyLine } from "../../domain/exports";
import { codesTableRows, type TableDefinition, type TableId } from "../../domain/codebook";
import type { Language } from "../../domain/language";
import { anonymousWords } from "../../domain/messages/exports";
import { STUDY_KIND } from "../../domain/messages/workbook";
import { serialOfDate } from "../../domain/records/dates";
import { csvField, csvText } from "./csv";
import { identityNames } from "../questionnaire/identity";
import {
  blockAddress,
  writeWorkbook,
  type Cell,
  type CellContent,
  type Sheet,
  type Style,
} from "../xlsx/write";

export interface AnonymousFile {
  readonly language: Language;
  readonly coded: boolean;
  readonly keptComments: boolean;
  readonly now: Date;
  /** Tells this file from others. */
  readonly documentId: string;
}

const title: Style = { font: { bold: true, size: 16, color: "17406D" } };
const header: Style = {
  font: { bold: true, color: "FFFFFF" },
  fill: "17406D",
  align: { wrap: true, vertical: "center" },
};
const text: Style = { format: "@", align: { vertical: "top" } };
const date: Style = { format: "dd/mm/yyyy" };
const prose: Style = { align: { wrap: true, vertical: "top" } };

/**
 * A study workbook of values: the same tables, without people and without any formula. Nothing of the author's
 * workbook goes into it but what stands in `study`; the date is the day's.
 */
export function anonymousWorkbook(study: AnonymousStudy, file: AnonymousFile): Uint8Array {
  const { codebook } = study;
  const { language } = file;
  const tables = (["panel", "projects", "motivations", "actors"] as const).map((id) =>
    sheetOf(codebook.table(id), rowsOf(study, id, language)),
  );
  // They are there and empty, so that the product knows the workbook for what it is.
  const empty = (["respondents", "rejects", "journal"] as const).map((id) => sheetOf(codebook.table(id), []));
  const codes = codesTableRows(codebook).map((row) => row.map((value) => cell(value as CellContent)));
  const day = new Date(Date.UTC(file.now.getUTCFullYear(), file.now.getUTCMonth(), file.now.getUTCDate()));
  const names = {
    [identityNames.kind]: STUDY_KIND,
    [identityNames.edition]: study.editionId,
    [identityNames.codebook]: codebook.edition.version,
    [identityNames.language]: language,
    [identityNames.documentId]: file.documentId,
  };
  return writeWorkbook({
    sheets: [readMe(study, file), sheetOf(codebook.table("codes"), codes), ...tables, ...empty],
    names: Object.entries(names).map(([name, value]) => ({
      name,
      formula: `"${value.replace(/"/g, '""')}"`,
    })),
    properties: { title: anonymousWords.title[language], creator: "BVN", created: day, custom: {} },
  });
}

const cell = (value: CellContent | null): Omit<Cell, "column"> =>
  value === null || value === "" ? {} : { value, ...(typeof value === "string" ? { style: text } : {}) };

function rowsOf(
  { codebook, tables }: AnonymousStudy,
  id: keyof AnonymousStudy["tables"],
  language: Language,
) {
  const variables = variablesOf(codebook, id);
  return tables[id].map((row) =>
    variables.map((variable) => {
      const value = row[variable.field.id] ?? null;
      const serial = variable.type === "date" ? serialOfDate(String(value ?? "")) : null;
      return serial === null
        ? cell(cellOf(codebook, variable, value, language))
        : { value: serial, style: date };
    }),
  );
}

function sheetOf(
  { name, sheet, fields }: TableDefinition,
  rows: readonly (readonly Omit<Cell, "column">[])[],
): Sheet {
  const line = (cells: readonly Omit<Cell, "column">[]): Cell[] =>
    cells.flatMap((each, column) => (each.value === undefined ? [] : [{ ...each, column }]));
  return {
    name: sheet,
    rows: [
      { row: 0, cells: fields.map(({ label }, column) => ({ column, value: label.fr, style: header })) },
      ...rows.map((cells, i) => ({ row: i + 1, cells: line(cells) })),
    ],
    columns: fields.map(({ width = 16 }, column) => ({ column, width })),
    freeze: { row: 1, column: 0 },
    // A table has a row at least.
    tables: [
      {
        name,
        ref: blockAddress(0, 0, Math.max(1, rows.length), fields.length - 1),
        columns: fields.map(({ label }) => label.fr),
        filter: true,
      },
    ],
  };
}

/** What is in the workbook, what is not, and what can still be recognised. */
function readMe({ codebook, tables, facts }: AnonymousStudy, file: AnonymousFile): Sheet {
  const { language, coded, keptComments } = file;
  const counts = (Object.keys(tables) as (keyof typeof tables)[]).map(
    (id: TableId & keyof typeof tables) =>
      anonymousWords.rows(codebook.table(id).title, tables[id].length)[language],
  );
  const lines = [
    `${codebook.edition.label[language]} – ${file.now.toISOString().slice(0, 10)}`,
    "",
    ...counts,
    "",
    ...anonymousWords.leftOut({ ...facts, coded, keptComments }).map((each) => each[language]),
  ];
  return {
    name: anonymousWords.sheet[language],
    rows: [
      { row: 0, cells: [{ column: 0, value: anonymousWords.title[language], style: title }] },
      ...lines.map((value, i) => ({ row: i + 1, cells: [{ column: 0, value, style: prose }] })),
    ],
    columns: [{ column: 0, width: 100 }],
    gridLines: false,
  };
}

/** Who is who, for those who made the copy: a file of its own. */
export function keyCsv(key: readonly KeyLine[], language: Language): Uint8Array {
  const { keyCode, keyName, keyOfficial } = anonymousWords;
  const header = [keyCode, keyName, keyOfficial].map((each) => each[language]);
  const lines = key.map(({ code, name, officialCode }) =>
    [code, name, officialCode].map((each) => csvField(guarded(each))),
  );
  return new TextEncoder().encode(
    csvText(header, lines, { bom: true, separator: language === "fr" ? ";" : "," }),
  );
}
