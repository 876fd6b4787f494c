import { execFileSync } from "node:child_process";
import { join } from "node:path";
import * as sheetjs from "@e965/xlsx";
import ExcelJS from "exceljs";

export type Value = string | number | boolean | null;
/** Writes the same rows as another program would; one sheet "Projets" a book. */
export type Writer = (books: readonly Value[][][]) => Promise<Uint8Array[]>;

// Ships no types.
const XlsxPopulate = require("xlsx-populate");

const oneByOne =
  (write: (rows: Value[][]) => Promise<Uint8Array>): Writer =>
  async (books) => {
    const files: Uint8Array[] = [];
    for (const rows of books) files.push(await write(rows));
    return files;
  };

export const writers: Readonly<Record<string, Writer>> = {
  "exceljs 4.4.0": oneByOne(async (rows) => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("Projets");
    rows.forEach((row, r) =>
      row.forEach((value, c) => {
        if (value !== null) sheet.getCell(r + 1, c + 1).value = value;
      }),
    );
    return new Uint8Array(await book.xlsx.writeBuffer());
  }),
  "@e965/xlsx 0.20.3": oneByOne(async (rows) => {
    const book = sheetjs.utils.book_new();
    sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(rows), "Projets");
    const made: unknown = sheetjs.write(book, { type: "buffer", bookType: "xlsx", compression: true });
    return new Uint8Array(made as Uint8Array);
  }),
  "@e965/xlsx 0.20.3, shared texts": oneByOne(async (rows) => {
    const book = sheetjs.utils.book_new();
    sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(rows), "Projets");
    const made: unknown = sheetjs.write(book, { type: "buffer", bookType: "xlsx", bookSST: true });
    return new Uint8Array(made as Uint8Array);
  }),
  "xlsx-populate 1.21.0": oneByOne(async (rows) => {
    const book = await XlsxPopulate.fromBlankAsync();
    const sheet = book.sheet(0).name("Projets");
    rows.forEach((row, r) =>
      row.forEach((value, c) => {
        if (value !== null) sheet.cell(r + 1, c + 1).value(value);
      }),
    );
    return new Uint8Array(await book.outputAsync());
  }),
  "hucre 1.0.0": async (books) => {
    const script = join(__dirname, "hucre.mjs");
    const output = execFileSync(process.execPath, [script], {
      input: JSON.stringify(books),
      maxBuffer: 1e8,
    });
    return (JSON.parse(output.toString()) as string[]).map(
      (file) => new Uint8Array(Buffer.from(file, "base64")),
    );
  },
};

/** A workbook of xlsx-populate behind a password, as Excel writes it (ECMA-376 agile encryption). */
export async function encrypted(): Promise<Uint8Array> {
  const book = await XlsxPopulate.fromBlankAsync();
  book.sheet(0).cell("A1").value("secret");
  return new Uint8Array(await book.outputAsync({ password: "bvn" }));
}
