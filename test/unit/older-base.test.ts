import ExcelJS from "exceljs";
import fc from "fast-check";
import { Codebook, codesTableRows, editionById } from "../../src/domain/codebook";
import { datasetOf } from "../../src/domain/exports";
import { applyChanges, type StudySnapshot } from "../../src/domain/imports";
import {
  baseChanges,
  outcomeOf,
  planBase,
  type BasePlan,
  type FoundBase,
  type MappingItem,
} from "../../src/domain/olderBase";
import type { Draft } from "../../src/domain/records/project";
import { sample2014 } from "../../src/domain/sample";
import { anonymousWorkbook } from "../../src/files/exports/anonymousWorkbook";
import { loadReference } from "../../src/domain/territories";
import { csvFile } from "../../src/files/exports/csv";
import { findBase, findCsvBase, readCsv } from "../../src/files/olderBase";
import { readWorkbook } from "../../src/files/xlsx";
import { codebook2014 } from "../support/base";
import { base2013, baseCsv, baseFile, frenchColumns, type BaseColumns } from "../support/olderBase";
import { study } from "../support/returns";
import { buildTerritories } from "../../tools/territories";

const sample = sample2014(codebook2014);
const sampleStudy = (tables: Partial<StudySnapshot["tables"]> = {}): StudySnapshot =>
  study({ panel: sample.panel, projects: sample.projects, ...tables });
const territories = [...new Set(sample.projects.map(({ territory }) => String(territory)))].slice(0, 22);
const digest = "b13c0ffe".padEnd(64, "0");
const today = "2014-04-02";

async function found(rows: readonly Draft[], columns?: BaseColumns, file = "base.xlsx"): Promise<FoundBase> {
  const base = findBase(readWorkbook(await baseFile(rows, columns)), file, codebook2014);
  if (!base) throw new Error("no base");
  return base;
}

const plan = (
  base: FoundBase,
  choices: Record<string, string> = {},
  snapshot = sampleStudy(),
  named = digest,
): BasePlan =>
  planBase(snapshot, base, { digest: named, received: "2014-04-01" }, new Map(Object.entries(choices)));

const item = ({ items }: BasePlan, text: string): MappingItem => {
  const one = items.find(({ found: own }) => own === text);
  if (!one) throw new Error(`nothing found as ${text}`);
  return one;
};
/** Every proposal confirmed. */
const confirmed = ({ items }: BasePlan, more: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries([
    ...items.flatMap((each) =>
      outcomeOf(each) === null && each.proposed !== null ? [[each.key, each.proposed]] : [],
    ),
    ...Object.entries(more),
  ]);

describe("a clean base of 2013", () => {
  test("is understood as it is, and takes its own edition only", async () => {
    const rows = base2013(territories);
    const own = plan(await found(rows));
    expect(own.open).toBe(0);
    expect(own).toMatchObject({ added: 66, changed: 0, unchanged: 0, rejected: 0, again: false });
    expect(own.editions).toEqual([{ edition: "2013", rows: 66 }]);
    expect(own.remarks.map(({ code }) => code)).toEqual(["domainsAbsent"]);
    expect(own.remarks[0].reason.fr).toContain("Domaines transverses");
    const after = applyChanges(sampleStudy(), baseChanges(own, { today }));
    expect(after.tables.projects).toHaveLength(sample.projects.length + 66);
    expect(after.tables.projects.slice(0, sample.projects.length)).toEqual(sample.projects);
    const [first] = after.tables.projects.slice(sample.projects.length);
    expect(first).toMatchObject({
      ...rows[0],
      edition: "2013",
      source: expect.stringMatching(/^base 2013 \+ base\.xlsx/),
    });
  });

  test("changes nothing the second time, whether the same file or the same rows in another", async () => {
    const base = await found(base2013(territories));
    const first = plan(base);
    const after = applyChanges(sampleStudy(), baseChanges(first, { today }));
    const again = plan(base, {}, after);
    expect(again).toMatchObject({ again: true, added: 0, changed: 0 });
    expect(baseChanges(again, { today }).changes).toEqual([]);
    const resaved = plan(base, {}, after, "e5a0ed".padEnd(64, "0"));
    expect(resaved).toMatchObject({ again: false, added: 0, changed: 0, unchanged: 66, rejected: 0 });
  });
});

test("one column order or another, French or English: a base written and read back is what it was", async () => {
  const english: BaseColumns = frenchColumns.map(([, field]) => [
    codebook2014.field("projects", field).label.en,
    field,
  ]);
  const orders = fc.shuffledSubarray([...frenchColumns.keys()], { minLength: 13, maxLength: 13 });
  const special = (most: number) =>
    fc.oneof(fc.integer({ min: 1, max: most }), fc.constantFrom("NR", "SO", "NSP", null));
  const row = fc.record({
    territory: fc.constantFrom(...territories),
    domain: fc.integer({ min: 1, max: 9 }),
    project: fc.constantFrom("Wifi public", "Open data", "É-bus", "=1+1", "Vélos; partagés", 'Dit "le Lab"'),
    status: special(3),
    measure: special(4),
    means: special(4),
    management: special(5),
    decision: special(4),
    coordination: special(4),
    comment: fc.constantFrom(null, "+33 6", "deux\nlignes", "-"),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      orders,
      fc.boolean(),
      fc.constantFrom("xlsx", ";", ","),
      async (drafts, order, isEnglish, kind) => {
        const rows: Draft[] = drafts.map((draft, i) => ({
          edition: "2013",
          ...draft,
          id: `k${i}`,
          source: "s",
        }));
        const columns = order.map((at) => (isEnglish ? english : frenchColumns)[at]);
        const base =
          kind === "xlsx"
            ? await found(rows, columns)
            : findCsvBase(
                readCsv(new TextEncoder().encode(baseCsv(rows, columns, kind)))!,
                "base.csv",
                codebook2014,
              )!;
        const empty = sampleStudy({ projects: [] });
        const own = plan(base, {}, empty);
        expect([own.open, own.rejected, own.added]).toEqual([0, 0, rows.length]);
        const after = applyChanges(empty, baseChanges(own, { today }));
        const bare = ({ source: _, ...rest }: Draft) => rest;
        expect(after.tables.projects.map(bare)).toEqual(
          rows.map((each) => ({ ...bare(each), inclusion: null })),
        );
        // Into the study that holds it, nothing comes.
        const back = plan(base, {}, sampleStudy({ projects: after.tables.projects }), "ff".padEnd(64, "0"));
        expect(back).toMatchObject({ added: 0, changed: 0, unchanged: rows.length, open: 0, rejected: 0 });
      },
    ),
    { numRuns: 40 },
  );
});

describe("what is not certain", () => {
  const rows = base2013(territories.slice(0, 3));
  const columns: BaseColumns = [
    ...frenchColumns.slice(1, 4),
    ["Éatt", "status"],
    ...frenchColumns.slice(5),
    ["Budget estimé", "budget"],
  ];

  test("headers, edition, typos and unknown values are proposed or asked; nothing is taken before", async () => {
    const doubtful = rows.map((row, i): Draft => {
      if (i === 0) return { ...row, status: "Réallisé", budget: "12 k€" };
      if (i === 4) return { ...row, status: "gelé" };
      if (i === 1) return { ...row, domain: "10 – Domaines transverses" };
      if (i === 2) return { ...row, territory: `${String(row.territory)}x`, measure: 0 };
      return i === 3 ? { ...row, territory: "Trifouilly-les-Oies" } : row;
    });
    const base = await found(doubtful, columns, "base 2013 finale.xlsx");
    const first = plan(base);
    expect(item(first, "Éatt")).toMatchObject({
      section: "column",
      proposed: "field:status",
      certain: false,
      count: 9,
    });
    expect(item(first, "Budget estimé")).toMatchObject({ section: "column", proposed: "aside", count: 1 });
    const edition = first.items.find(({ section }) => section === "edition")!;
    expect(edition).toMatchObject({ found: "", proposed: "edition:2013", certain: false, count: 9 });
    expect(item(first, "Réallisé")).toMatchObject({ proposed: "code:3", certain: false, count: 1 });
    expect(item(first, "gelé")).toMatchObject({ proposed: null });
    expect(item(first, "10 – Domaines transverses")).toMatchObject({ proposed: null, certain: false });
    expect(item(first, "10 – Domaines transverses").options.map(({ id }) => id)).not.toContain("code:10");
    expect(item(first, "0")).toMatchObject({ proposed: null });
    expect(item(first, `${territories[0]}x`)).toMatchObject({
      proposed: `panel:${territories[0]}`,
      certain: false,
    });
    expect(item(first, "Trifouilly-les-Oies")).toMatchObject({ proposed: null });
    expect(() => baseChanges(first, { today })).toThrow(RangeError);
    expect(first.added).toBe(0);

    const choices = confirmed(first, {
      [item(first, "gelé").key]: "NR",
      [item(first, "10 – Domaines transverses").key]: "leaveOut",
      [item(first, "0").key]: "aside",
      [item(first, "Trifouilly-les-Oies").key]: "add",
    });
    const decided = plan(base, choices);
    expect(decided).toMatchObject({ open: 0, added: 9, conflicting: 0 });
    const { changes } = baseChanges(decided, { today });
    const after = applyChanges(sampleStudy(), { files: [], changes });
    expect(after.tables.panel.at(-1)).toMatchObject({ name: "Trifouilly-les-Oies", code: null });
    const taken = after.tables.projects.slice(sample.projects.length);
    expect(taken).toHaveLength(8);
    expect(taken[0]).toMatchObject({ edition: "2013", status: 3, territory: territories[0] });
    expect(taken[1]).toMatchObject({ territory: territories[0], measure: null });
    const rejects = after.tables.rejects;
    expect(rejects.map(({ cell, value }) => [cell, value])).toEqual([
      ["M1", "Budget estimé"],
      ["B3", expect.stringContaining("10 – Domaines transverses | Projet 2")],
      ["E4", "0"],
    ]);
    for (const row of rejects) expect([row.file, row.sheetName, row.reason, row.action]).not.toContain(null);
    const journal = after.tables.journal.map(({ change }) => String(change));
    expect(journal[0]).toBe("Base 2013, lignes : 9 ajoutées, 0 modifiées, 0 identiques ; 3 mises de côté.");
    expect(journal).toContainEqual("État, 2013 : « gelé » → NR – Non renseigné (1 ligne).");

    // Taken back and dropped again, the file remembers what was chosen.
    const remembered = plan(base, {}, sampleStudy({ journal: after.tables.journal.slice(1) }));
    expect(remembered).toMatchObject({ open: 0, added: 9 });
  });

  test("rows of the study with other answers are one question", async () => {
    const base = await found(rows);
    const after = applyChanges(sampleStudy(), baseChanges(plan(base), { today }));
    const changed = after.tables.projects.map((row) =>
      row.id === "B13-1" ? { ...row, status: 2, measure: null } : row,
    );
    const now = sampleStudy({ projects: changed });
    const asked = plan(base, {}, now);
    expect(asked).toMatchObject({ open: 1, conflicting: 1, unchanged: 8 });
    const [same] = asked.items.filter(({ section }) => section === "same");
    const kept = plan(base, { [same.key]: "keep" }, now);
    expect(kept).toMatchObject({ changed: 1, added: 0, rejected: 1 });
    expect(kept.rejects[0]).toMatchObject({ code: "kept", place: { sheet: "Base", cell: "E2" } });
    const [update] = kept.changes;
    expect(update).toMatchObject({ kind: "update", set: { measure: 1 } });
    const taken = plan(base, { [same.key]: "take" }, now);
    expect(taken.changes[0]).toMatchObject({ set: { status: 1, measure: 1 } });
  });
});

describe("structure", () => {
  const rows = base2013(territories.slice(0, 2));

  test("totals, notes, shifted and incomplete rows go to Rejets; a column that is gone is said", async () => {
    const base = await found([
      ...rows,
      { edition: "Total", project: 6 },
      { comment: "vu avec la mairie" },
      { ...rows[0], project: null },
    ]);
    const own = plan(base);
    expect(own.added).toBe(6);
    expect(own.rejects.map(({ code, place }) => [code, place.cell])).toEqual([
      ["total", "B8"],
      ["missing", "B9"],
      ["missing", "D10"],
    ]);
    const without = plan(
      await found(
        rows,
        frenchColumns.filter(([, field]) => field !== "domain"),
      ),
    );
    expect(without).toMatchObject({ added: 0, rejected: 1 });
    expect(without.rejects[0].reason.fr).toContain("Domaine");
  });

  test("text with a separator too many is not taken shifted; encodings are told apart", () => {
    const text = baseCsv(rows, frenchColumns, ";").replace("Projet 1 de", "Projet; un de");
    const base = findCsvBase(readCsv(Buffer.from(text, "latin1"))!, "2013.csv", codebook2014)!;
    const own = plan(base);
    expect(own).toMatchObject({ added: 5, rejected: 1, open: 0 });
    expect(own.rejects[0]).toMatchObject({ code: "overlong", place: { cell: "B2" } });
    expect(readCsv(Buffer.from('a;b\r\n"c;d\r\n'))).toBeNull();
    expect(readCsv(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).toBeNull();
  });

  test("of a sheet and its copy a person says which one is taken; nothing counts twice", async () => {
    const workbook = new ExcelJS.Workbook();
    for (const name of ["Projets", "Projets (2)"]) {
      workbook
        .addWorksheet(name)
        .addRows([
          frenchColumns.map(([header]) => header),
          ...rows.map((row) => frenchColumns.map(([, field]) => row[field])),
        ]);
    }
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const base = findBase(readWorkbook(bytes), "x.xlsx", codebook2014)!;
    const first = plan(base);
    expect(first).toMatchObject({ open: 2, added: 0 });
    const own = plan(base, {
      [item(first, "Projets").key]: "take",
      [item(first, "Projets (2)").key]: "aside",
    });
    expect(own).toMatchObject({ open: 0, added: 6, rejected: 1 });
    expect(own.rejects[0]).toMatchObject({ code: "sheetAside", place: { sheet: "Projets (2)" } });
  });

  test("a questionnaire, a plain list and an empty sheet are no base", async () => {
    expect(
      findBase(
        readWorkbook(
          await baseFile(
            [{ a: "x" }],
            [
              ["Nom", "a"],
              ["Adresse", "b"],
            ],
          ),
        ),
        "f",
        codebook2014,
      ),
    ).toBeNull();
    const asked = frenchColumns.slice(2, 10);
    expect(findBase(readWorkbook(await baseFile(rows, asked)), "f", codebook2014)).toBeNull();
  });

  test("labels an older team has added are read with its own code book", () => {
    const edition = editionById("2013");
    const codes = codesTableRows(new Codebook(edition)).map((row) =>
      row[0] === "Coordination" && row[1] === 4
        ? (["Coordination", 4, "Consortium", "Consortium", "", "Oui"] as const)
        : row,
    );
    const csv = baseCsv(
      [
        { ...rows[0], coordination: "Consortium" },
        { ...rows[1], coordination: "4 – Plusieurs partenaires" },
      ],
      frenchColumns,
      ";",
    );
    const base = {
      ...findCsvBase(readCsv(Buffer.from(csv))!, "b.csv", codebook2014)!,
      edition: "2013",
      codes,
    };
    const own = plan(base);
    expect(item(own, "Consortium")).toMatchObject({ proposed: "code:4", certain: true });
    expect(item(own, "4 – Plusieurs partenaires")).toMatchObject({ proposed: "code:4", certain: true });
  });
});

test("a territory the panel does not have is proposed from the official list, homonyms told apart by the panel’s rules", async () => {
  const reference = await loadReference(async () => JSON.parse(buildTerritories()), codebook2014);
  const [row] = base2013(["Saint-Denis"]);
  const base = await found([row, { ...row, territory: "Colmar" }, { ...row, territory: "Vaulx" }]);
  const withList = (choices: Record<string, string> = {}) => {
    const file = { digest, received: "2014-04-01" };
    const chosen = new Map(Object.entries(choices));
    return planBase(sampleStudy({ panel: [] }), base, file, chosen, (name) => reference.search(name, 40));
  };
  const first = withList();
  // Two towns of this name are large enough: nobody guesses.
  expect(item(first, "Saint-Denis")).toMatchObject({ proposed: null, certain: false });
  const offered = item(first, "Saint-Denis").options.map(({ id }) => id);
  expect(offered).toEqual(expect.arrayContaining(["official:93066", "official:97411", "add", "leaveOut"]));
  expect(item(first, "Colmar")).toMatchObject({ proposed: "official:68066", certain: false });
  expect(item(first, "Vaulx")).toMatchObject({ proposed: null });
  const own = withList(
    confirmed(first, {
      [item(first, "Saint-Denis").key]: "official:93066",
      [item(first, "Vaulx").key]: "leaveOut",
    }),
  );
  const [saintDenis, colmar] = own.changes.map((change) => (change.kind === "insert" ? change.row : {}));
  expect(saintDenis).toMatchObject({ code: "93066", name: "Saint-Denis", type: 1 });
  expect(codebook2014.label("region", Number(colmar.region), "fr")).toBe("Alsace");
  expect(own).toMatchObject({ open: 0, rejected: 1 });
});

test("our own export as CSV is read by its codes; the labels beside them are not needed", () => {
  const rows2013 = base2013(territories.slice(0, 4)).map((row): Draft => ({ ...row, edition: "2013" }));
  const tables = { ...study().tables, panel: sample.panel, projects: rows2013 };
  const { tables: exported } = datasetOf(
    { codebook: codebook2014, editionId: "2014", tables },
    { language: "fr", personal: false },
  );
  const table = exported.find(({ id }) => id === "projects")!;
  const csv = [...csvFile(table, "fr", { bom: true, separator: ";" }).parts()].join("");
  const base = findCsvBase(readCsv(new TextEncoder().encode(csv))!, "projets.csv", codebook2014)!;
  const first = plan(base);
  const open = first.items.filter((each) => outcomeOf(each) === null);
  expect(open.map(({ section, proposed }) => `${section} ${proposed}`)).toEqual(
    open.map(() => "column aside"),
  );
  const own = plan(base, confirmed(first));
  expect(own).toMatchObject({ open: 0, added: rows2013.length });
  const bare = ({ source: _, inclusion: _i, ...rest }: Draft) => rest;
  const inserted = own.changes.map((change) => (change.kind === "insert" ? bare(change.row) : null));
  expect(inserted).toEqual(rows2013.map(bare));
});

test("the edition a workbook names may be a cell of its first sheet", async () => {
  const workbook = new ExcelJS.Workbook();
  const home = workbook.addWorksheet("Accueil");
  home.getCell("B3").value = 2013;
  workbook.definedNames.add("Accueil!$B$3", "BVN_Edition");
  const sheet = workbook.addWorksheet("Projets");
  sheet.addRows([
    ["Territoire", "Domaine", "Projet", "État"],
    [territories[0], 1, "Tablettes", "Réalisé"],
  ]);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const base = findBase(readWorkbook(bytes), "x.xlsx", codebook2014)!;
  expect(base.edition).toBe("2013");
  const [edition] = plan(base).items.filter(({ section }) => section === "edition");
  expect(edition).toMatchObject({ found: "", proposed: "edition:2013", certain: false });
});

describe("a study workbook of another edition", () => {
  const book2013 = new Codebook(editionById("2013"));
  const rows2013 = base2013(territories.slice(0, 3)).map((row): Draft => ({ ...row, edition: "2013" }));
  const source = "";
  const tables: StudySnapshot["tables"] = {
    ...study().tables,
    panel: [
      ...sample.panel.filter(({ name }) => territories.slice(0, 3).includes(String(name))),
      { code: "99999", name: "Neuville", type: 1, region: 6, population: 51234 },
      { code: "99998", name: "Sans-Réponse", type: 1, region: 6, population: 51234 },
    ],
    projects: [...rows2013, { ...rows2013[0], territory: "Neuville", id: "n1" }],
    motivations: [1, 2, 3].map((motivation) => ({
      ...{ edition: "2013", territory: territories[0], motivation, rank: 4 - motivation, source },
    })),
    actors: [{ edition: "2013", territory: territories[0], statement: 3, agreement: 4, source }],
  };

  test("is read by its tables and names; its panel serves the territories that are added", () => {
    const bytes = anonymousWorkbook(
      {
        ...{ codebook: book2013, editionId: "2013", tables, key: [] },
        facts: { people: 0, comments: 0, scrubbed: 0, dropped: 0 },
      },
      { language: "fr", coded: false, keptComments: true, now: new Date("2014-01-01"), documentId: "d" },
    );
    const base = findBase(readWorkbook(bytes), "étude 2013.xlsx", codebook2014)!;
    expect(base).toMatchObject({ edition: "2013" });
    expect(base.codes!.length).toBeGreaterThan(50);
    expect(base.tables.map(({ table }) => table).sort()).toEqual([
      "actors",
      "motivations",
      "panel",
      "projects",
    ]);
    const first = plan(base);
    expect(first.items.filter((each) => outcomeOf(each) === null)).toMatchObject([
      { section: "territory", found: "Neuville", proposed: "add", count: 1 },
    ]);
    const own = plan(base, confirmed(first));
    expect(own).toMatchObject({ open: 0, rejected: 0, added: 1 + 10 + 3 + 1 });
    const after = applyChanges(sampleStudy(), baseChanges(own, { today }));
    expect(after.tables.panel.at(-1)).toMatchObject({ code: "99999", name: "Neuville", type: 1, region: 6 });
    expect(after.tables.motivations).toMatchObject([{ rank: 3 }, { rank: 2 }, { rank: 1 }]);
    expect(after.tables.actors).toMatchObject([{ edition: "2013", statement: 3, agreement: 4 }]);
    expect(own.remarks.map(({ code }) => code).sort()).toEqual([
      "domainsAbsent",
      "newTerritory",
      "panelUnused",
    ]);
  });
});
