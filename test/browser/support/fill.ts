import ExcelJS from "exceljs";
import * as SheetJS from "@e965/xlsx";

/** What a territory answers, as somebody types it into the questionnaire. */
export interface Typed {
  readonly respondent?: string;
  /** Answers of projects by their name, then by the column's header. */
  readonly projects?: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
  /** Ranks by motivation. */
  readonly ranks?: Readonly<Record<string, number>>;
  /** Answers by statement. */
  readonly statements?: Readonly<Record<string, string | number>>;
}

/** A sheet, whichever library holds it; rows and columns count from 1. */
interface Sheet {
  readonly rows: number;
  readonly columns: number;
  get(row: number, column: number): string;
  set(row: number, column: number, value: string | number): void;
}
type SheetOf = (name: string) => Sheet;

/** Types the answers where a person finds them: below the header, beside the label. */
function type(sheetOf: SheetOf, { respondent, projects = {}, ranks = {}, statements = {} }: Typed): void {
  if (respondent !== undefined) {
    const fiche = sheetOf("Fiche");
    const [row, column] = find(fiche, "Nom");
    fiche.set(row + 1, column, respondent);
  }
  const list = sheetOf("Projets");
  const [header] = find(list, "État");
  for (const [project, answers] of Object.entries(projects)) {
    const [row] = find(list, project);
    for (const [name, value] of Object.entries(answers)) list.set(row, find(list, name, header)[1], value);
  }
  const politics = sheetOf("Politique");
  for (const [motivation, rank] of Object.entries(ranks)) {
    const [row, column] = find(politics, motivation);
    politics.set(row, column + 1, rank);
  }
  for (const [statement, answer] of Object.entries(statements)) {
    const [row, column] = find(politics, statement);
    politics.set(row, column + 1, answer);
  }
}

function find(sheet: Sheet, text: string, from = 1): [row: number, column: number] {
  for (let row = from; row <= sheet.rows; row++) {
    for (let column = 1; column <= sheet.columns; column++) {
      if (sheet.get(row, column) === text) return [row, column];
    }
  }
  throw new Error(`The questionnaire does not hold “${text}”`);
}

/** Filled with ExcelJS, which keeps most of the file. */
export async function fillWithExcelJs(bytes: Uint8Array, answers: Typed): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  type((name) => {
    const sheet = book.getWorksheet(name)!;
    return {
      rows: sheet.rowCount,
      columns: sheet.columnCount,
      get: (row, column) => sheet.getCell(row, column).text,
      set: (row, column, value) => void (sheet.getCell(row, column).value = value),
    };
  }, answers);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Filled with SheetJS, which forgets tables, formats and validations. */
export function fillWithSheetJs(bytes: Uint8Array, answers: Typed): Buffer {
  const book = SheetJS.read(bytes, { type: "array" });
  type((name) => {
    const sheet = book.Sheets[name];
    const { e } = SheetJS.utils.decode_range(sheet["!ref"]!);
    const at = (row: number, column: number) => SheetJS.utils.encode_cell({ r: row - 1, c: column - 1 });
    return {
      rows: e.r + 1,
      columns: e.c + 1,
      get: (row, column) => String(sheet[at(row, column)]?.v ?? ""),
      set: (row, column, value) => {
        sheet[at(row, column)] = { t: typeof value === "number" ? "n" : "s", v: value };
      },
    };
  }, answers);
  return Buffer.from(SheetJS.write(book, { type: "array", bookType: "xlsx" }));
}
