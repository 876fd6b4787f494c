import { fileKind, FileRefused, inspectZip, readWorkbook, type RefusalCode } from "../../src/files/xlsx";
import { archiveRemarks, fileRefusals, fileRemarks } from "../../src/domain/messages/files";
import { makeBook } from "../support/corpus/book";
import { makeZip, swollen } from "../support/corpus/zip";

const refusalOf = (work: () => unknown): RefusalCode | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof FileRefused) return error.code;
    throw error;
  }
};
const many = (): Uint8Array =>
  makeBook({
    rows: Array.from(
      { length: 30_000 },
      (_, i) => `<row><c><v>${(i * 2654435761) % 99991}</v></c></row>`,
    ).join(""),
  });

describe("progress and stopping", () => {
  test("progress grows to 1", () => {
    const shares: number[] = [];
    readWorkbook(many(), { onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(4);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBe(1);
  });

  test("a signal stops reading between two blocks", () => {
    const signal = { aborted: false };
    const read = () => readWorkbook(many(), { signal, onProgress: () => (signal.aborted = true) });
    expect(read).toThrow(expect.objectContaining({ name: "AbortError" }));
  });
});

describe("a .zip of questionnaires", () => {
  const book = makeBook();
  const zip = () =>
    makeZip([
      { name: "retours/", data: "", stored: true },
      { name: "retours/Montluçon.xlsx", data: book },
      { name: "retours/Brest.xlsx", data: book },
      { name: "retours/~$Brest.xlsx", data: "x" },
      { name: "retours/.~lock.Brest.xlsx#", data: "x" },
      { name: "__MACOSX/retours/._Brest.xlsx", data: "x" },
      { name: "retours/Thumbs.db", data: "x" },
      { name: "retours/autres.zip", data: "x" },
      { name: "retours/lettre.docx", data: "x" },
    ]);

  test("workbooks are listed by name, the rest is put aside with its reason", () => {
    const { files, ignored } = inspectZip(zip());
    expect(files.map(({ name }) => name)).toEqual(["retours/Brest.xlsx", "retours/Montluçon.xlsx"]);
    expect(Object.fromEntries(ignored.map(({ name, reason }) => [name, reason]))).toEqual({
      "retours/~$Brest.xlsx": "lockFile",
      "retours/.~lock.Brest.xlsx#": "lockFile",
      "__MACOSX/retours/._Brest.xlsx": "systemFile",
      "retours/Thumbs.db": "systemFile",
      "retours/autres.zip": "nestedArchive",
      "retours/lettre.docx": "notXlsx",
    });
  });

  test("each workbook is read on its own", () => {
    for (const { read } of inspectZip(zip()).files) expect(readWorkbook(read()).cellCount).toBe(1);
  });

  test("one bad workbook does not stop the others", () => {
    const { files } = inspectZip(
      makeZip([
        { name: "a.xlsx", data: book, crc: 1 },
        { name: "b.xlsx", data: book },
      ]),
    );
    expect(refusalOf(() => files[0].read())).toBe("damaged");
    expect(readWorkbook(files[1].read()).cellCount).toBe(1);
  });

  test("a name in the code page of older zip programs is read with its accents", () => {
    const nameBytes = Uint8Array.from([
      0x4d, 0x6f, 0x6e, 0x74, 0x6c, 0x75, 0x87, 0x6f, 0x6e, 0x2e, 0x78, 0x6c, 0x73, 0x78,
    ]);
    const [file] = inspectZip(makeZip([{ name: "?", nameBytes, flags: 0, data: book }])).files;
    expect(file.name).toBe("Montluçon.xlsx");
  });

  test("bombs, unsafe names and too many entries refuse the archive", () => {
    const swell = { data: "", compressed: swollen(300), size: 3e8 };
    expect(refusalOf(() => inspectZip(makeZip([{ name: "a.xlsx", ...swell }])))).toBe("zipBomb");
    expect(refusalOf(() => inspectZip(makeZip([{ name: "../a.xlsx", data: book }])))).toBe("unsafeEntry");
    const entries = Array.from({ length: 2001 }, (_, i) => ({ name: `${i}.xlsx`, data: "" }));
    expect(refusalOf(() => inspectZip(makeZip(entries)))).toBe("tooManyEntries");
    expect(refusalOf(() => inspectZip(new Uint8Array(100_000_000)))).toBe("tooLarge");
  });

  test("an archive, a workbook and anything else are told apart", () => {
    expect(fileKind(zip())).toBe("archive");
    expect(fileKind(book)).toBe("workbook");
    expect(fileKind(new TextEncoder().encode("a;b"))).toBe("other");
    expect(fileKind(new Uint8Array(0))).toBe("other");
    expect(fileKind(makeZip([{ name: "photo.jpg", data: "x" }]))).toBe("other");
  });
});

describe("sentences", () => {
  const facts = [
    { found: "encrypted", limit: 1 },
    { found: "formulas", limit: 1 },
    { found: 300, limit: 200, part: "xl/a.xml" },
    { found: "rows", limit: 3, sheet: "Projets", cell: "B7" },
  ];
  const catalogues = { fileRefusals, fileRemarks, archiveRemarks };

  test.each(Object.entries(catalogues))(
    "each of %s says what happened and what to do, in both languages",
    (_, catalogue) => {
      for (const [code, write] of Object.entries(catalogue))
        for (const each of facts) {
          const { fr, en } = (write as (given: object) => { fr: string; en: string })(each);
          for (const text of [fr, en]) {
            expect([code, text]).toEqual([code, expect.stringMatching(/^\S[^]*\.$/)]);
            expect([code, text]).toEqual([code, expect.not.stringMatching(/undefined|null|NaN|\[object/)]);
          }
          expect([code, fr.split(/[.;] /).length]).toEqual([code, expect.any(Number)]);
          expect([code, fr.split(/[.;] /).length > 1 && en.split(/[.;] /).length > 1]).toEqual([code, true]);
        }
    },
  );

  test("a refusal names sheet, cell and what stood there", () => {
    const refusal = new FileRefused("missingPart", { sheet: "Projets", cell: "B7", found: "sharedStrings" });
    expect(refusal.sentence.fr).toContain("feuille « Projets », cellule B7");
    expect(refusal.sentence.en).toContain("sheet “Projets”, cell B7");
  });
});
