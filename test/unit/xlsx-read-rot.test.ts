import { FileRefused, readWorkbook } from "../../src/files/xlsx";
import { mulberry32 } from "../../src/domain/sample/random";
import { makeBook, relationship, type Book } from "../support/corpus/book";
import { plainWorkbook } from "../support/corpus/plain";
import { writers, type Value } from "../support/corpus/writers";
import { bookParts, entriesOf } from "../support/corpus/book";
import { makeZip } from "../support/corpus/zip";

const random = mulberry32(2014);
const pick = (n: number) => Math.floor(random() * n);
const answers: Value[][] = Array.from({ length: 40 }, (_, r) => [
  `Projet ${r}`,
  r % 4,
  r / 7,
  r % 2 === 0,
  "œuvre",
]);
const read = (bytes: Uint8Array) => JSON.stringify(plainWorkbook(readWorkbook(bytes)));

/** Refused, or exactly what the whole file says; anything thrown but a refusal fails the test. */
function refusedOrEqual(bytes: Uint8Array, whole: string): "refused" | "equal" {
  let found: string;
  try {
    found = read(bytes);
  } catch (error) {
    if (error instanceof FileRefused) return "refused";
    throw error;
  }
  expect(found).toBe(whole);
  return "equal";
}

describe.each(["exceljs 4.4.0", "@e965/xlsx 0.20.3", "xlsx-populate 1.21.0"])("a file of %s", (name) => {
  let file: Uint8Array;
  let whole: string;
  beforeAll(async () => {
    [file] = await writers[name]([answers]);
    whole = read(file);
  });

  test("with one byte changed anywhere is refused or reads the same", () => {
    const before = process.cpuUsage();
    let refused = 0;
    for (let run = 0; run < 1500; run++) {
      const bytes = file.slice();
      bytes[pick(bytes.length)] ^= 1 << pick(8);
      if (refusedOrEqual(bytes, whole) === "refused") refused++;
    }
    expect(refused).toBeGreaterThan(100);
    expect(process.cpuUsage(before).user / 1000 / 1500).toBeLessThan(100);
  });

  test("with a stretch of zeros is refused or reads the same", () => {
    for (let run = 0; run < 300; run++) {
      const at = pick(file.length);
      refusedOrEqual(file.slice().fill(0, at, at + 1 + pick(200)), whole);
    }
  });

  test("cut short anywhere is refused", () => {
    for (let run = 0; run < 300; run++)
      expect(refusedOrEqual(file.slice(0, pick(file.length)), whole)).toBe("refused");
  });
});

describe("a part whose XML rotted before it was zipped", () => {
  const book: Book = {
    rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>41713</v></c><c r="C1" t="inlineStr"><is><t>é &amp; b</t></is></c></row>',
    shared: "<si><t>un</t></si><si><r><t>deux</t></r></si>",
    formats: ["dd/mm/yyyy"],
    definedNames: '<definedName name="n">Projets!$A$1</definedName>',
    sheetRels: relationship("t", "table", "../tables/t.xml"),
    parts: {
      "xl/tables/t.xml":
        '<table name="T" ref="A1:C1"><tableColumns><tableColumn name="a"/></tableColumns></table>',
    },
  };
  const parts = bookParts(book);

  test("is read or refused, never hangs or crashes", () => {
    expect(readWorkbook(makeBook(book)).cellCount).toBe(3);
    const names = Object.keys(parts);
    let refused = 0;
    for (let run = 0; run < 4000; run++) {
      const name = names[pick(names.length)];
      const bytes = new TextEncoder().encode(parts[name] as string);
      for (let times = pick(3); times >= 0; times--)
        bytes[pick(bytes.length)] = '<>/="&;\0 é'.charCodeAt(pick(11)) & 255;
      try {
        const { sheets, cellCount } = readWorkbook(makeZip(entriesOf({ ...parts, [name]: bytes })));
        expect(
          sheets.reduce((n, { rows }) => [...rows.values()].reduce((m, row) => m + row.size, n), 0),
        ).toBe(cellCount);
      } catch (error) {
        if (!(error instanceof FileRefused)) throw error;
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(1000);
  });
});
