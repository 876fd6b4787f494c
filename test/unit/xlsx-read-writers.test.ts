import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { readWorkbook, type ReadWorkbook } from "../../src/files/xlsx";
import { plainWorkbook } from "../support/corpus/plain";
import { writers, type Value } from "../support/corpus/writers";

/** The rows of the first sheet, as wide as they were written; blanks as null. */
const rowsOf = ({ sheets }: ReadWorkbook, shape: readonly Value[][]): Value[][] =>
  shape.map((row, r) => row.map((_, c) => sheets[0].rows.get(r)?.get(c)?.value ?? null));
const filled = (rows: readonly Value[][]): number =>
  rows.flat().filter((value) => value !== null && value !== "").length;

const answers: Value[][] = [
  ["Projet", "État", "Année", "Commentaire", "Retenu"],
  ["Wi-Fi à l’école", "3 – Réalisé", 2014, "  deux\nlignes  ", true],
  ["<b>&amp;</b>", 'il a dit "oui"', -0.1, "😀 œuvre NFD é", false],
  [null, "=1+1", 1e-7, "+33 6 12 34 56 78", null],
  ["@x", "-", 1.7976931348623157e308, "_x0041_", true],
  [null, null, 9007199254740991, "é".repeat(32_767), null],
];

/** None of them escapes "_x0041_" on writing; Excel then shows "A", and so do we. */
const asExcelShows = answers.map((row) => row.map((value) => (value === "_x0041_" ? "A" : value)));

describe.each(Object.keys(writers))("files of %s", (name) => {
  test("answers are read as written", async () => {
    const [file] = await writers[name]([answers]);
    const read = readWorkbook(file);
    expect(rowsOf(read, answers)).toEqual(asExcelShows);
    expect(read.cellCount).toBe(filled(answers));
    expect(read.sheets[0].name).toBe("Projets");
    expect(read.remarks).toEqual([]);
  });

  test("random cells are read as written", async () => {
    const text = fc
      .string({ unit: "grapheme", maxLength: 30 })
      .filter((value) => !/_x|[\p{Cc}\ufffe\uffff]/u.test(value));
    const value: fc.Arbitrary<Value> = fc.oneof(
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
      fc.integer({ min: -1000, max: 3000 }),
      fc.boolean(),
      fc.constant(null),
    );
    const row = fc.array(value, { minLength: 1, maxLength: 8 });
    const books = fc
      .sample(fc.array(row, { minLength: 1, maxLength: 12 }), { seed: 2014, numRuns: 60 })
      .map((rows) => [["Projet"], ...rows] as Value[][]);
    const files = await writers[name](books);
    for (const [i, file] of files.entries()) {
      const read = readWorkbook(file);
      const blankForEmpty = books[i].map((cells) => cells.map((each) => (each === "" ? null : each)));
      expect(rowsOf(read, books[i])).toEqual(blankForEmpty);
      expect(read.cellCount).toBe(filled(books[i]));
    }
  });
});

test("tables, names, states, dates, formulas and merges of exceljs are read", async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Projets");
  sheet.addTable({
    name: "Projets_T",
    ref: "B2",
    headerRow: true,
    totalsRow: true,
    columns: [{ name: "Projet" }, { name: "Clos le", totalsRowFunction: "count" }],
    rows: [["Wi-Fi", new Date(Date.UTC(2014, 2, 15))]],
  });
  sheet.getCell("E2").value = { formula: "1+1", result: 2 };
  sheet.getCell("E3").value = { richText: [{ text: "a" }, { text: " b", font: { bold: true } }] };
  sheet.mergeCells("G1:H2");
  sheet.getRow(3).hidden = true;
  book.addWorksheet("Codes", { state: "veryHidden" }).getCell("A1").value = "3 – Réalisé";
  book.definedNames.add("Codes!$A$1:$A$3", "États");
  const read = plainWorkbook(readWorkbook(new Uint8Array(await book.xlsx.writeBuffer())));
  expect(read.tables).toEqual([
    { name: "Projets_T", sheet: "Projets", ref: "B2:C4", columns: ["Projet", "Clos le"], totalsRow: true },
  ]);
  expect(read.names).toEqual({ États: "Codes!$A$1:$A$3" });
  expect(read.sheets.map(({ name, state }) => [name, state])).toEqual([
    ["Projets", "visible"],
    ["Codes", "veryHidden"],
  ]);
  expect(read.sheets[0]).toMatchObject({
    hiddenRows: [3],
    merges: ["G1:H2"],
    cells: { B3: "Wi-Fi", C3: "2014-03-15", E2: { value: 2, computed: true }, E3: "a b" },
  });
});

describe("files of LibreOffice", () => {
  const folder = join(__dirname, "../golden/xlsx/libreoffice");
  const cases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

  test.each(cases.map(({ name }) => name))("%s is read as kept", (name) => {
    const read = readWorkbook(new Uint8Array(readFileSync(join(folder, name, "input.xlsx"))));
    expect(plainWorkbook(read)).toEqual(
      JSON.parse(readFileSync(join(folder, name, "expected.json"), "utf8")),
    );
  });
});
