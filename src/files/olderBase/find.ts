import type { Codebook, CodesTableRow } from "../../domain/codebook";
import { fileRemarks } from "../../domain/messages/files";
import {
  baseTables,
  exactColumns,
  tableOfHeaders,
  type FoundBase,
  type FoundCell,
  type FoundRow,
  type FoundTable,
} from "../../domain/olderBase";
import type { FileAnomaly } from "../../domain/questionnaire/returned";
import { normalizeText } from "../../domain/text/normalize";
import { identityNames, KIND } from "../questionnaire/identity";
import { rangeOf } from "../questionnaire/read/find";
import { constantOf } from "../questionnaire/read/identity";
import type { ReadSheet, ReadTable, ReadWorkbook } from "../xlsx/types";
import { cellAddress } from "../xlsx/write/address";
import type { ReadCsv } from "./csv";

/** Rows from the top in which a header row is looked for, tables of Excel apart. */
const HEADER_ROWS = 30;

/**
 * The base of an older edition a workbook holds: one of our study workbooks, or sheets of rows each of which
 * names its territory. Null for a questionnaire, and for anything else.
 */
export function findBase(workbook: ReadWorkbook, file: string, codebook: Codebook): FoundBase | null {
  const named = (name: string) => constantOf(workbook.names.get(name));
  if (named(identityNames.kind) === KIND) return null;
  const unread = new Set(
    workbook.remarks
      .filter(({ remark }) => remark === "formulaWithoutValue")
      .map(({ sheet, cell }) => `${sheet}!${cell}`),
  );
  const tables = workbook.sheets.flatMap((sheet) =>
    tablesOf(
      sheet,
      workbook.tables.filter((table) => table.sheet === sheet.name),
      codebook,
      unread,
    ),
  );
  if (!tables.some(({ table }) => table !== "panel")) return null;
  return {
    file,
    edition: editionOf(workbook) ?? null,
    codes: codesOf(workbook, codebook),
    tables,
    remarks: remarksOf(workbook, file, tables),
  };
}

/** The base a file of text holds; null when it holds none. */
export function findCsvBase(
  { sheet, overlong }: ReadCsv,
  file: string,
  codebook: Codebook,
): FoundBase | null {
  const tables = tablesOf(sheet, [], codebook, new Set()).map(({ sheet: _, ...table }) => ({
    ...table,
    // Behind the last header are only the values of rows that were shifted.
    headers: new Map([...table.headers].filter(([, header]) => header !== "")),
    rows: table.rows.map((row) => (overlong.has(row.row) ? { ...row, overlong: true as const } : row)),
  }));
  if (!tables.some(({ table }) => table !== "panel")) return null;
  return { file, edition: null, codes: null, tables, remarks: [] };
}

/** The edition a workbook names: a text, or the cell of its first sheet where a person chooses it. */
function editionOf({ names, sheets }: ReadWorkbook): string | undefined {
  const formula = names.get(identityNames.edition);
  const cell = /^=?'?((?:[^'!]|'')+)'?!(\$?[A-Z]+\$?\d+)$/.exec(formula ?? "");
  const at = cell && rangeOf(cell[2]);
  if (!at) return constantOf(formula);
  const sheet = sheets.find(({ name }) => name === cell[1].replace(/''/g, "'"));
  const value = sheet?.rows.get(at.top)?.get(at.left)?.value;
  return value === undefined ? undefined : String(value).trim();
}

interface Head {
  readonly row: number;
  readonly table: FoundTable["table"];
}

function tablesOf(
  sheet: ReadSheet,
  excelTables: readonly ReadTable[],
  codebook: Codebook,
  unread: ReadonlySet<string>,
): FoundTable[] {
  const namedAt = new Map(
    excelTables.flatMap((table) => {
      const id = baseTables.find((each) => isNamed(table.name, codebook.table(each).name));
      const range = rangeOf(table.ref);
      return id && range ? [[range.top, id] as const] : [];
    }),
  );
  // People, Rejets and Journal of a study workbook are no answers.
  const others = Object.values(codebook.edition.tables).filter(
    ({ id }) => !(baseTables as readonly string[]).includes(id),
  );
  const otherAt = new Set(
    excelTables
      .filter((table) => others.some(({ name }) => isNamed(table.name, name)))
      .map(({ ref }) => rangeOf(ref)?.top),
  );
  const heads: Head[] = [];
  const rows = [...sheet.rows].sort(([a], [b]) => a - b);
  let seen = 0;
  for (const [row, cells] of rows) {
    const named = namedAt.get(row);
    if (otherAt.has(row)) continue;
    if (seen++ >= HEADER_ROWS && named === undefined) continue;
    const texts = new Map([...cells].map(([column, { value }]) => [column, value]));
    const table = tableOfHeaders(codebook, texts, named);
    if (table) heads.push({ row, table });
  }
  return heads.map(({ row: headerRow, table }, i) => {
    const end = heads[i + 1]?.row ?? Infinity;
    const headers = new Map<number, string>(
      [...sheet.rows.get(headerRow)!].map(([column, { value }]) => [column, String(value).trim()]),
    );
    const found: FoundRow[] = [];
    for (const [row, cells] of rows) {
      if (row <= headerRow || row >= end) continue;
      const own = new Map<number, FoundCell>();
      for (const [column, { value, error }] of cells) {
        if (!headers.has(column)) headers.set(column, "");
        own.set(column, error ? { value, error } : { value });
      }
      for (const column of headers.keys()) {
        if (own.has(column) || !unread.size) continue;
        if (unread.has(`${sheet.name}!${cellAddress(row, column)}`))
          own.set(column, { value: "=…", error: true });
      }
      found.push({ row, cells: own, ...(sheet.hiddenRows.has(row) ? { hidden: true as const } : {}) });
    }
    return { table, sheet: sheet.name, headerRow, headers, rows: found, addressOf: cellAddress };
  });
}

/** "Projets", or what a copy of the sheet makes of it: "Projets_2". */
const isNamed = (name: string, table: string): boolean =>
  normalizeText(name).replace(/[_\s]*\d+$/, "") === normalizeText(table);

/** The rows of a study workbook's table of codes. */
function codesOf({ sheets, tables }: ReadWorkbook, codebook: Codebook): readonly CodesTableRow[] | null {
  const definition = codebook.table("codes");
  const table = tables.find(({ name }) => isNamed(name, definition.name));
  const sheet = table && sheets.find(({ name }) => name === table.sheet);
  const range = table && rangeOf(table.ref);
  if (!sheet || !range) return null;
  const header = sheet.rows.get(range.top) ?? new Map();
  const columns = exactColumns(
    definition,
    new Map([...header].map(([column, { value }]) => [column as number, value as unknown])),
  );
  return [...sheet.rows]
    .filter(([row]) => row > range.top && row <= range.bottom)
    .map(
      ([, cells]) =>
        definition.fields.map(({ id }) => {
          const column = columns.get(id);
          return column === undefined ? "" : (cells.get(column)?.value ?? "");
        }) as unknown as CodesTableRow,
    );
}

/** What the reader of files found, where it concerns the sheets that are read. */
function remarksOf({ remarks }: ReadWorkbook, file: string, tables: readonly FoundTable[]): FileAnomaly[] {
  const read = new Set(tables.map(({ sheet }) => sheet));
  return remarks.flatMap(({ remark, sheet, cell }): FileAnomaly[] => {
    if (remark === "formulaWithoutValue" || remark === "mergedCells" || remark === "hiddenRows") return [];
    // Lists of our own study workbooks are hidden on purpose.
    if (sheet !== undefined && !read.has(sheet)) return [];
    const reason = fileRemarks[remark]({ sheet, cell });
    const action = { fr: "", en: "" };
    return [{ code: remark, severity: "info", file, place: { sheet, cell }, reason, action }];
  });
}
