import type { Draft } from "../../domain/records/project";
import {
  guarded,
  type Dataset,
  type ExportColumn,
  type ExportTable,
  type NotUnderstood,
} from "../../domain/exports";
import type { Language } from "../../domain/language";
import { labeller } from "./labels";
import { partsOf, stepsOf, type ExportFile } from "./parts";

export interface CsvOptions {
  /** Marks the file as UTF-8 for Excel. */
  readonly bom: boolean;
  /** Comma as RFC 4180 has it; semicolon for a double click in a French Excel. */
  readonly separator: "," | ";";
}

const EOL = "\r\n";
const BOM = "\ufeff";

/** A field of RFC 4180, quoted where any usual separator could cut it. */
export const csvField = (text: string): string =>
  /["\r\n,;\t]|^[\s']|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;

/** A text as a field that no spreadsheet takes for a formula. */
const textField = (text: string): string => csvField(guarded(text));

/** One table: of a coded variable the code, or NR, SO, NSP, and beside it its label. */
export function csvFile(table: ExportTable, language: Language, options: CsvOptions): ExportFile {
  const { separator, bom } = options;
  return {
    name: `${table.name}.csv`,
    steps: stepsOf(table.rows.length),
    *parts() {
      yield (bom ? BOM : "") + csvHeader(table).join(separator) + EOL;
      const fields = table.columns.flatMap((column) => fieldsOf(column, language));
      for (const rows of partsOf(table.rows)) {
        yield rows.map((row) => fields.map((field) => field(row)).join(separator) + EOL).join("");
      }
    },
  };
}

/** Names of the columns of a table's file. */
const csvHeader = ({ columns }: ExportTable): string[] =>
  columns.flatMap(({ variable: { name, labelName } }) => (labelName ? [name, labelName] : [name]));

type FieldWriter = (row: Draft) => string;

function fieldsOf({ variable, read }: ExportColumn, language: Language): FieldWriter[] {
  if (variable.type === "text") {
    return [
      (row) => {
        const value = read(row);
        return value.kind === "text" ? textField(value.value) : "";
      },
    ];
  }
  const plain: FieldWriter = (row) => {
    const value = read(row);
    if (value.kind === "missing") return value.missing;
    return value.kind === "blank" || value.kind === "other" ? "" : String(value.value);
  };
  if (variable.type !== "code") return [plain];
  const label = labeller(variable, language);
  return [plain, (row) => textField(label(read(row)))];
}

/** Code lists: one row an answer, for joins and other programs. */
export function codesCsv({ tables }: Dataset, options: CsvOptions): string {
  const lines = tables.flatMap(({ name: table, columns }) =>
    columns.flatMap(({ variable: { name, codes } }) =>
      codes.map(({ code, label, active }) => [
        table,
        name,
        String(code),
        textField(label.fr),
        textField(label.en),
        active === false ? "0" : "1",
      ]),
    ),
  );
  return csvText(["tableau", "colonne", "code", "libelle_fr", "libelle_en", "propose"], lines, options);
}

/** What files could not take as a code, a number or a date. */
export function notUnderstoodCsv(found: readonly NotUnderstood[], options: CsvOptions): string {
  const lines = found.map(({ table, row, column, text }) => [table, String(row), column, textField(text)]);
  return csvText(["tableau", "ligne", "colonne", "valeur"], lines, options);
}

/** A whole CSV file of fields that are escaped already. */
export const csvText = (
  header: readonly string[],
  lines: readonly (readonly string[])[],
  { bom, separator }: CsvOptions,
): string => (bom ? BOM : "") + [header, ...lines].map((line) => line.join(separator) + EOL).join("");
