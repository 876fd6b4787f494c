import { strFromU8, unzipSync } from "fflate";
import { editions } from "../../src/domain/codebook";
import { makeQuestionnaires, questionnaireBook } from "../../src/files/questionnaire";
import { zipFiles } from "../../src/files/zip";
import { readWorkbook } from "../../src/files/xlsx";
import { writeWorkbook, type Book } from "../../src/files/xlsx/write";
import { codebook, codebookOf, made, previous, request, territory } from "../golden/questionnaire/support";

const parts = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));

/** Tags that are opened are closed, in order; attributes are quoted and no text has a bare & or <. */
function wellFormed(xml: string): void {
  const open: string[] = [];
  let at = 0;
  for (const tag of xml.matchAll(/<(\/?)([\w:?]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/|\?)?>/g)) {
    expect(xml.slice(at, tag.index)).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|#10);)/);
    at = tag.index + tag[0].length;
    if (tag[1]) expect(open.pop()).toBe(tag[2]);
    else if (!tag[4]) open.push(tag[2]);
  }
  expect([open, xml.slice(at).trim()]).toEqual([[], ""]);
}

describe.each([
  ["2014", "fr"],
  ["2014", "bilingual"],
  ["2013", "fr"],
  ["2017", "fr"],
  ["2017", "bilingual"],
] as const)("the file of edition %s, %s", (id, language) => {
  const edition = codebookOf(id);
  const before = id === "2014" ? previous : undefined;
  const book = questionnaireBook(edition, request({ language, previous: before }));
  const files = parts(writeWorkbook(book));

  it("is well-formed, every part is announced and every relation leads to a part", () => {
    const types = files.get("[Content_Types].xml")!;
    for (const [path, xml] of files) {
      wellFormed(xml);
      if (!path.endsWith(".rels") && path !== "[Content_Types].xml")
        expect(types).toContain(`PartName="/${path}"`);
      if (!path.endsWith(".rels")) continue;
      const folder = path.replace(/_rels\/[^/]*$/, "");
      for (const [, target] of xml.matchAll(/Target="([^"]+)"/g)) {
        const whole = new URL(target, `file:///${folder}`).pathname.slice(1);
        expect([path, files.has(whole)]).toEqual([path, true]);
      }
    }
    expect([...types.matchAll(/PartName="\/([^"]+)"/g)].every(([, path]) => files.has(path))).toBe(true);
  });

  it("has no macro, no function of ours, no link to another file", () => {
    const all = [...files.values()].join("");
    expect(all).not.toMatch(/BVN\.[A-Z]|_xlfn|_xludf|vbaProject|externalLink|TargetMode="External"/);
    const allowed = new Set(
      "IF AND OR NOT N LEN LEFT ISNUMBER COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS SUMIFS SUMPRODUCT MAX MIN INDEX MATCH IFERROR".split(
        " ",
      ),
    );
    const formulas = [...all.matchAll(/<(?:f|formula\d?)>([^<]*)</g)].map(([, text]) =>
      text.replace(/&quot;[^&]*&quot;/g, ""),
    );
    const used = new Set(
      formulas.flatMap((text) => [...text.matchAll(/([A-Z]+)\(/g)].map(([, name]) => name)),
    );
    expect([...used].filter((name) => !allowed.has(name))).toEqual([]);
  });

  it("takes every dropdown from a named range that is not empty", () => {
    const read = readWorkbook(writeWorkbook(book));
    const lists = book.sheets.flatMap(({ validations = [] }) =>
      validations.filter(({ type }) => type === "list"),
    );
    expect(lists.length).toBeGreaterThan(5);
    for (const { formula1, prompt, error } of lists) {
      expect([prompt?.text, error?.text].every((text) => text && text.length <= 255)).toBe(true);
      const found = /^'([^']+)'!\$([A-Z]+)\$(\d+)(?::\$\2\$(\d+))?$/.exec(read.names.get(formula1) ?? "")!;
      expect([formula1, found !== null]).toEqual([formula1, true]);
      const [, name, letters, first, last = first] = found;
      const column = [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const { rows } = read.sheets.find((sheet) => sheet.name === name)!;
      for (let row = Number(first); row <= Number(last); row++) {
        expect([formula1, row, rows.get(row - 1)?.get(column) !== undefined]).toEqual([formula1, row, true]);
      }
    }
  });

  it("protects every sheet without a password and leaves only answers open", () => {
    for (const sheet of book.sheets) {
      expect(sheet.isProtected).toBe(true);
      for (const { cells } of sheet.rows)
        for (const { formula, style } of cells) if (formula) expect(style?.unlocked).toBeFalsy();
    }
    expect([...files.values()].join("")).not.toMatch(/password|hashValue/i);
  });

  it("has table headers that are the texts of their cells, once each", () => {
    const read = readWorkbook(writeWorkbook(book));
    expect(read.tables.length).toBeGreaterThan(5);
    for (const { sheet, ref, columns } of read.tables) {
      const [, row] = /^[A-Z]+(\d+)/.exec(ref)!;
      const cells = read.sheets.find(({ name }) => name === sheet)!.rows.get(Number(row) - 1)!;
      expect(columns.map((_, i) => cells.get(i)?.value)).toEqual(columns);
      expect(new Set(columns).size).toBe(columns.length);
    }
  });

  it("offers every listed project, and forty rows and more for others", () => {
    const projects = readWorkbook(writeWorkbook(book)).sheets[2];
    const texts = new Set(
      [...projects.rows.values()].map((cells) => String(cells.get(1)?.value ?? "").split("\n")[0]),
    );
    for (const { label } of edition.edition.listedProjects) expect(texts).toContain(label.fr);
    const table = book.sheets[2].tables![0];
    const rows = Number(/\d+$/.exec(table.ref)![0]) - 5;
    expect(rows - edition.edition.listedProjects.length).toBeGreaterThanOrEqual(40);
  });
});

it("is the same file for the same request", () => {
  expect(Buffer.from(made()).equals(Buffer.from(made()))).toBe(true);
});

it("keeps hostile names as text", () => {
  const hostile = { ...territory, name: `=cmd|' /C calc'!A0 <b>&"\u0000\ud800 _x0041_`, parent: "@SUM(1)" };
  const bytes = made({ territory: hostile });
  const read = readWorkbook(bytes);
  expect(read.sheets[1].rows.get(6)?.get(1)).toEqual({ value: `=cmd|' /C calc'!A0 <b>&" _x0041_` });
  expect(read.sheets[1].rows.get(8)?.get(1)).toEqual({ value: "@SUM(1)" });
  for (const xml of parts(bytes).values()) wellFormed(xml);
});

it("refuses numbers no cell can hold", () => {
  const book: Book = {
    sheets: [{ name: "A", rows: [{ row: 0, cells: [{ column: 0, value: NaN }] }], columns: [] }],
    names: [],
    properties: { title: "", creator: "", created: new Date(0), custom: {} },
  };
  expect(() => writeWorkbook(book)).toThrow(RangeError);
});

describe("many questionnaires", () => {
  const requests = [
    request(),
    request({ territory: { ...territory, code: "94038", name: "L’Haÿ-les-Roses / \\ : *" } }),
    request({ territory: { ...territory, code: "94038", name: "L’Haÿ-les-Roses / \\ : *" } }),
  ];

  it("have names of their own that every system takes, and come in a zip", async () => {
    const seen: number[] = [];
    const zip = await zipFiles(
      makeQuestionnaires(codebook, requests, ({ done }) => seen.push(done)),
      new Date("2014-01-10T09:00:00Z"),
    );
    const names = Object.keys(unzipSync(zip));
    expect(seen).toEqual([1, 2, 3]);
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9 '()_-]+\.xlsx$/);
    expect(readWorkbook(unzipSync(zip)[names[0]]).sheets.length).toBe(5);
  });

  it("stop when asked to", async () => {
    const control = new AbortController();
    const made_: string[] = [];
    const run = async () => {
      for await (const { name } of makeQuestionnaires(codebook, requests, undefined, control.signal)) {
        made_.push(name);
        control.abort();
      }
    };
    await expect(run()).rejects.toThrow(/abort/i);
    expect(made_.length).toBe(1);
  });
});

it("leaves out nothing of the last edition", () => {
  const many = Array.from({ length: 30 }, (_, i) => ({ domain: 6, project: `Projet libre ${i}`, status: 2 }));
  const bytes = made({ previous: { ...previous, projects: many } });
  const texts = [...readWorkbook(bytes).sheets[2].rows.values()].map((cells) => cells.get(1)?.value);
  for (const { project } of many) expect(texts).toContain(project);
  expect(editions.length).toBeGreaterThan(2);
});
