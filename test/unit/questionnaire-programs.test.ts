import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as SheetJS from "@e965/xlsx";
import Excel from "exceljs";
import { unzipSync, strFromU8 } from "fflate";
import fc from "fast-check";
import { questionnaireBook } from "../../src/files/questionnaire";
import { projectFields } from "../../src/domain/questionnaire/questions";
import { readWorkbook } from "../../src/files/xlsx";
import { cellAddress, columnLetters } from "../../src/files/xlsx/write";
import {
  codebook,
  codebookOf,
  codes,
  Edited,
  essence,
  made,
  previous,
  request,
  typed,
  understood,
} from "../golden/questionnaire/support";

const folder = join(__dirname, "../golden/questionnaire/libreoffice");
const fixture = (name: string) => new Uint8Array(readFileSync(join(folder, `${name}.xlsx`)));
const bilingual = made({ previous, language: "bilingual" });

/** hucre ships only .mjs, which Jest does not load: it runs in a process of its own. */
function savedByHucre(bytes: Uint8Array): Uint8Array {
  const script = `import { openXlsx, saveXlsx } from "hucre";
    const chunks = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    process.stdout.write(await saveXlsx(await openXlsx(Buffer.concat(chunks))));`;
  const options = { input: bytes, maxBuffer: 1e8, cwd: join(__dirname, "../..") };
  return new Uint8Array(execFileSync(process.execPath, ["--input-type=module", "-e", script], options));
}

describe("saved again by another program, a questionnaire says the same", () => {
  const whole = essence(understood(new Edited(bilingual)));
  const programs: Record<string, () => Promise<Uint8Array>> = {
    LibreOffice: async () => fixture("bilingual"),
    "@e965/xlsx": async () =>
      new Uint8Array(SheetJS.write(SheetJS.read(bilingual), { type: "buffer", bookType: "xlsx" }) as Buffer),
    exceljs: async () => {
      const book = new Excel.Workbook();
      await book.xlsx.load(Buffer.from(bilingual) as unknown as ArrayBuffer);
      return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
    },
    hucre: async () => savedByHucre(bilingual),
    "xlsx-populate": async () => {
      const book = await require("xlsx-populate").fromDataAsync(Buffer.from(bilingual));
      return new Uint8Array((await book.outputAsync()) as Buffer);
    },
  };
  it.each(Object.keys(programs))("%s", async (program) => {
    const q = understood(readWorkbook(await programs[program]()));
    expect(essence(q)).toEqual(whole);
    expect(q.anomalies.filter(({ severity }) => severity !== "info")).toEqual([]);
  });
});

describe("LibreOffice", () => {
  it.each([
    ["bilingual", bilingual],
    ["observatory", made({}, codebookOf("2017"))],
  ] as const)("calculates what we wrote as the values of our formulas: %s", (name, ours) => {
    const theirs = new Map(readWorkbook(fixture(name)).sheets.map((sheet) => [sheet.name, sheet]));
    let compared = 0;
    for (const { name: sheet, rows } of readWorkbook(ours).sheets) {
      for (const [row, cells] of rows) {
        for (const [column, { value, computed }] of cells) {
          if (!computed) continue;
          const found = theirs.get(sheet)?.rows.get(row)?.get(column)?.value;
          const at = `${sheet}!${cellAddress(row, column)}`;
          if (typeof value === "number")
            expect([at, Math.abs(value - Number(found)) < 1e-12]).toEqual([at, true]);
          else expect([at, found]).toEqual([at, value]);
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(80);
  });

  it("shows how far a questionnaire somebody has begun is", () => {
    const read = new Edited(fixture("filled"));
    const figures = (label: string) => {
      const row = read.find("Lisez-moi", label).slice(1);
      return ["B", "C", "E"].map((letter) => read.value("Lisez-moi", `${letter}${row}`));
    };
    expect(figures("Projets : État")).toEqual([4, 4, "Complet"]);
    expect(figures("Projets : Mesure")).toEqual([1, 4, "3 réponse(s) à donner"]);
    expect(figures("1 – Éducation")).toEqual([3, 1, "10 réponse(s) à donner"]);
    const q = understood(read);
    expect(q.projects.map(({ project }) => project)).toContain("=Tablettes");
    expect([q.projects.length, q.absentProjects.length, codes(q)]).toEqual([
      4,
      1,
      ["rankTwice", "rankTwice"],
    ]);
  });

  it("keeps every rule, look and protection", () => {
    const count = (bytes: Uint8Array) => {
      const parts = Object.entries(unzipSync(bytes)).filter(([path]) => path.includes("worksheets/sheet"));
      const all = parts.map(([, data]) => strFromU8(data)).join("");
      const lists = [...all.matchAll(/<formula1>(BVN_\w+)<\/formula1>/g)].map(([, name]) => name).sort();
      return [lists, all.split("<cfRule").length, all.split("<sheetProtection").length];
    };
    expect(count(fixture("bilingual"))).toEqual(count(bilingual));
  });
});

describe("filled in at random, saved and read back", () => {
  const book = questionnaireBook(codebook, request());
  const plain = new Edited(made());
  const fields = projectFields(codebook);
  const first = 6;
  const last = plain.lastRow("Projets");
  const politics = plain.sheet("Politique");
  const answer = (list: string) =>
    fc.constantFrom(...codebook.list(list).codes.map(({ code }) => code), "NR", "SO", "NSP");
  /** A row's answers: status first, never SO, which says that there is no project. */
  const row = fc.record({
    at: fc.integer({ min: first, max: last }),
    status: fc.constantFrom(1, 2, 3),
    others: fc.tuple(
      ...fields.slice(1).map((field) => fc.option(field.list ? answer(field.list) : fc.constant("note +1"))),
    ),
    way: fc.constantFrom("fr", "en", "code", "shown"),
  });
  const shownAs = (list: string | undefined, value: string | number, way: string): string | number => {
    if (!list || typeof value === "string") return value;
    if (way === "code") return value;
    return way === "shown"
      ? codebook.display(list, value, "fr")
      : codebook.label(list, value, way as "fr" | "en");
  };
  const ranks = fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 0 });

  function fill(
    rows: readonly { at: number; status: number; others: readonly (string | number | null)[]; way: string }[],
    order: readonly number[],
  ) {
    const cells: Record<string, string | number> = {};
    const expected: unknown[] = [];
    const sorted = [...new Map(rows.map((one) => [one.at, one])).values()].sort((a, b) => a.at - b.at);
    for (const { at, status, others, way } of sorted) {
      const domain = plain.value("Projets", `A${at}`);
      const listed = plain.value("Projets", `B${at}`);
      if (domain === null) cells[`A${at}`] = "Sécurité";
      if (listed === null) cells[`B${at}`] = `Projet n° ${at}`;
      const own = [status, ...others];
      const given: Record<string, unknown> = {};
      own.forEach((value, f) => {
        if (value === null) return;
        cells[`${columnLetters(2 + f)}${at}`] = shownAs(fields[f].list, value, way);
        given[fields[f].id] = value;
      });
      expected.push([listed ?? `Projet n° ${at}`, given]);
    }
    const politicsCells: Record<string, number> = {};
    const start = Number(plain.find("Politique", "Attractivité").slice(1));
    order.forEach((rank, i) => (politicsCells[`B${start + i}`] = rank));
    expect(politics.rows.size).toBeGreaterThan(0);
    return { cells: { Projets: cells, Politique: politicsCells }, expected, order };
  }
  const check = (bytes: Uint8Array, { expected, order }: ReturnType<typeof fill>) => {
    const q = understood(readWorkbook(bytes));
    expect(
      q.projects.map(({ project, answers }) => [
        project,
        Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value])),
      ]),
    ).toEqual(expected);
    expect(q.motivations.map(({ rank }) => rank?.value)).toEqual(order);
    expect(q.anomalies).toEqual([]);
  };

  it("by our own writer", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), ranks, (rows, order) => {
        const wanted = fill(rows, order);
        check(typed(book, wanted.cells), wanted);
      }),
      { numRuns: 25, seed: 2014 },
    );
  });

  it("by another library", () => {
    const bytes = made();
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), ranks, (rows, order) => {
        const wanted = fill(rows, order);
        const file = SheetJS.read(bytes);
        for (const [sheet, cells] of Object.entries(wanted.cells)) {
          for (const [address, value] of Object.entries(cells))
            SheetJS.utils.sheet_add_aoa(file.Sheets[sheet], [[value]], { origin: address });
        }
        check(new Uint8Array(SheetJS.write(file, { type: "buffer", bookType: "xlsx" }) as Buffer), wanted);
      }),
      { numRuns: 8, seed: 7 },
    );
  });
});
