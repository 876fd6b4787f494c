import { FileRefused, readWorkbook } from "../../src/files/xlsx";
import { corpus, type FileCase } from "../support/corpus";
import { plainWorkbook } from "../support/corpus/plain";
import { encrypted } from "../support/corpus/writers";

/** faults.md allows 2 s a file; processor time, so that a busy machine does not fail the test, and twice it. */
const MOST_MS = 4000;

/** What came of a file, in the terms of its case. */
function outcome(bytes: Uint8Array): Pick<FileCase, "refused" | "cells" | "remarks" | "cellCount"> {
  try {
    const read = readWorkbook(bytes);
    if (read.cellCount > 1000) {
      return {
        cellCount: read.cellCount,
        remarks: read.remarks.map(({ remark, sheet }) => `${remark} ${sheet}`),
      };
    }
    const { sheets, remarks, cellCount } = plainWorkbook(read);
    const cells = sheets.flatMap((sheet, i) =>
      Object.entries(sheet.cells).map(([address, value]) => [
        i > 0 ? `${sheet.name}!${address}` : address,
        value,
      ]),
    );
    return { cells: Object.fromEntries(cells), remarks, cellCount };
  } catch (error) {
    if (error instanceof FileRefused) return { refused: error.code };
    throw error;
  }
}

for (const [kind, cases] of Object.entries(corpus)) {
  describe(kind, () => {
    test.each(cases.map((each) => [each.name, each] as const))(
      "%s",
      async (_, { name: _name, bytes, ...expected }) => {
        const file = await bytes();
        const before = process.cpuUsage();
        const found = outcome(file);
        const { user, system } = process.cpuUsage(before);
        expect(found).toMatchObject(expected);
        expect(Object.keys(found.cells ?? {})).toEqual(
          expect.arrayContaining(Object.keys(expected.cells ?? {})),
        );
        expect(Object.keys(found.cells ?? {})).toHaveLength(
          expected.cells ? Object.keys(expected.cells).length : Object.keys(found.cells ?? {}).length,
        );
        expect((user + system) / 1000).toBeLessThan(MOST_MS);
      },
    );
  });
}

test("every case has an outcome of its own name", () => {
  const all = Object.values(corpus).flat();
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const { name, refused, cells, cellCount } of all)
    expect([name, refused !== undefined || cells !== undefined || cellCount !== undefined]).toEqual([
      name,
      true,
    ]);
});

test("a workbook that another program put behind a password is refused as protected", async () => {
  const file = await encrypted();
  expect(() => readWorkbook(file)).toThrow(FileRefused);
  try {
    readWorkbook(file);
  } catch (error) {
    expect((error as FileRefused).code).toBe("oldExcelOrEncrypted");
    expect((error as FileRefused).sentence.fr).toContain("mot de passe");
  }
});

test("the same bytes give the same result, and are not changed", () => {
  const { bytes } = Object.values(corpus)
    .flat()
    .find(({ name }) => name === "rows and cells out of order are sorted")!;
  const file = bytes() as Uint8Array;
  const copy = file.slice();
  expect(readWorkbook(file)).toEqual(readWorkbook(copy));
  expect(file).toEqual(copy);
});

test("a file inside a larger buffer is read from where it stands", () => {
  const { bytes } = Object.values(corpus)
    .flat()
    .find(({ name }) => name === "entries without compression are read")!;
  const file = bytes() as Uint8Array;
  const larger = new Uint8Array(file.length + 200).fill(80);
  larger.set(file, 100);
  expect(readWorkbook(larger.subarray(100, 100 + file.length)).cellCount).toBe(1);
});
