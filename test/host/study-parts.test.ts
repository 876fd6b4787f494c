import fc from "fast-check";
import { Codebook, editionById } from "../../src/domain/codebook";
import { rereadOf, updateOf } from "../../src/excel/base/changes";
import { growing } from "../../src/excel/study/visible";
import { columnLetters, columnReference, rowsOfAddress } from "../../src/excel/tables/addresses";
import { identifyTables, mapColumns } from "../../src/excel/tables/headers";
import { listNames, listsBlock, projectSource } from "../../src/excel/workbook/lists";
import { columnRules } from "../../src/excel/workbook/columns";

const codebook = new Codebook(editionById("2014"));
const projects = codebook.table("projects");
const headers = projects.fields.map(({ label }) => label.fr);

describe("headers", () => {
  test("are found in any order, among others, in either language", () => {
    const shuffled = ["Vu par", ...headers.map((h) => (h === "État" ? "STATUT" : h)).reverse()];
    const map = mapColumns(projects, shuffled);
    expect(map.missing).toEqual([]);
    expect(map.columns.get("status")).toBe(shuffled.indexOf("STATUT"));
    expect(map.headers[0]).toBe("");
  });

  test("that are mistyped are reported, never taken", () => {
    const map = mapColumns(
      projects,
      headers.map((h) => (h === "Coordination" ? "Cordination" : h)),
    );
    expect(map.missing.map(({ id }) => id)).toEqual(["coordination"]);
    expect(map.lookalikes).toMatchObject([{ found: "Cordination", field: { id: "coordination" } }]);
  });

  test("tell a renamed table from a copy", () => {
    const table = (name: string, sheet: string) => ({ name, sheet, headers });
    const renamed = identifyTables(codebook, [table("Tableau1", "Projets")]);
    expect(renamed.tables.get("projects")?.name).toBe("Tableau1");
    const copied = identifyTables(codebook, [table("Projets3", "Projets (2)"), table("Projets", "Projets")]);
    expect(copied.copies).toMatchObject([{ id: "projects", table: { name: "Projets3" } }]);
    const unclear = identifyTables(codebook, [table("A", "X"), table("B", "Y")]);
    expect(unclear.ambiguous).toMatchObject([{ id: "projects" }]);
  });
});

describe("events", () => {
  const table = { sheetId: "s", row: 0, rowCount: 100 };
  const edit = (address: string, changeType = "RangeEdited") => ({ worksheetId: "s", address, changeType });

  test("of some cells mean their rows; of headers, columns and many rows the table", () => {
    expect(rereadOf(table, [edit("E7"), edit("B9:C9")])).toEqual({
      kind: "rows",
      block: { first: 5, count: 3 },
    });
    expect(rereadOf(table, [edit("A1:C3")])).toEqual({ kind: "all" });
    expect(rereadOf(table, [edit("B:B", "ColumnDeleted")])).toEqual({ kind: "all" });
    expect(rereadOf(table, [edit("A2:A9000")])).toEqual({ kind: "all" });
    expect(rereadOf(table, [edit("3:3", "RowInserted"), edit("9:9", "RowDeleted")])).toEqual({ kind: "all" });
    expect(rereadOf(table, [edit("A500")])).toEqual({ kind: "nothing" });
    expect(rereadOf(table, [{ ...edit("A5"), worksheetId: "other" }])).toEqual({ kind: "nothing" });
  });

  test("that do not add up with the number of rows mean the table", () => {
    const block = { first: 3, count: 2 };
    expect(updateOf(10, 10, block)).toEqual({ kind: "update", block });
    expect(updateOf(10, 12, block, "insert")).toEqual({ kind: "insert", block });
    expect(updateOf(10, 8, block, "remove")).toEqual({ kind: "remove", block });
    expect(updateOf(10, 9, block, "remove")).toEqual({ kind: "all" });
    expect(updateOf(10, 15, block)).toEqual({ kind: "all" });
    expect(updateOf(10, 12, { first: 9, count: 3 })).toEqual({
      kind: "append",
      known: { first: 9, count: 1 },
      added: { first: 10, count: 2 },
    });
  });

  test("addresses of every shape give their rows", () => {
    expect(rowsOfAddress("Projets!$A$5:$C$7")).toEqual({ first: 4, last: 6 });
    expect(rowsOfAddress("5:5")).toEqual({ first: 4, last: 4 });
    expect(rowsOfAddress("A1,C9:D12")).toEqual({ first: 0, last: 11 });
    expect(rowsOfAddress("B:B")).toEqual({ first: 0, last: 1_048_575 });
  });
});

test("rows looked through for the next visible one: each once, from the start to the end", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3000 }),
      fc.nat(3000),
      fc.constantFrom(1 as const, -1 as const),
      (n, at, step) => {
        const start = Math.min(at, n - 1);
        const rows = growing(start, n, step).flatMap(({ first, count }) => {
          const block = Array.from({ length: count }, (_, i) => first + i);
          return step === 1 ? block : block.reverse();
        });
        const expected = step === 1 ? n - start : start + 1;
        expect(rows).toEqual(Array.from({ length: expected }, (_, i) => start + i * step));
      },
    ),
  );
});

describe("lists and rules", () => {
  test("hold active codes only, and understand all of them in both languages", () => {
    const { values, names } = listsBlock(codebook, "fr");
    const column = (name: string) => {
      const [, letters, first, last] = /\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/.exec(names.get(name)!)!;
      const at = Array.from({ length: 200 }, (_, i) => columnLetters(i)).indexOf(letters);
      return values.slice(Number(first) - 1, Number(last ?? first)).map((row) => row[at]);
    };
    expect(column(listNames.offered("status"))).toEqual(["1 – Étude", "2 – En cours", "3 – Réalisé"]);
    expect(column(listNames.understood("status"))).toEqual(
      expect.arrayContaining([3, "Done", "3 – Réalisé", "NR", "SO"]),
    );
    expect(column(listNames.projects)).toEqual([""]);
    const domains = column(listNames.projectDomains);
    expect(domains).toEqual([...domains].sort((a, b) => parseInt(String(a)) - parseInt(String(b))));
  });

  test("stay within Excel's limits, in every edition and language", () => {
    expect(projectSource("$C2").length).toBeLessThan(255);
    for (const id of ["2013", "2014", "2017"]) {
      const book = new Codebook(editionById(id));
      for (const definition of Object.values(book.edition.tables)) {
        const columns = new Map(definition.fields.map((field, i) => [field.id, i]));
        const place = { row: 0, column: 0, columnCount: definition.fields.length, columns };
        for (const field of definition.fields) {
          for (const language of ["fr", "en"] as const) {
            const { prompt, alert } = columnRules(book, definition, field, place, language);
            expect(Math.max(prompt.title.length, alert.title.length)).toBeLessThanOrEqual(32);
            expect(Math.max(prompt.message.length, alert.message.length)).toBeLessThanOrEqual(255);
          }
        }
      }
    }
  });

  test("a header with signs that mean something is escaped", () => {
    expect(columnReference({ name: "T" }, { label: { fr: "État d'avancement [1]" } })).toBe(
      "T[État d''avancement '[1']]",
    );
  });
});
