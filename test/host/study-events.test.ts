import { bench, closeBench, excel, project, type Bench } from "./study-support";

afterEach(closeBench);

/** Values of a column of the base's projects, as the base's own reader gives them: here by counting rows. */
const count = (b: Bench) => b.base.rowCount("projects");
const codes = (b: Bench) =>
  b.study.getState().anomalies.map(({ code, place }) => [code, place.row, place.field]);

async function withRows(b: Bench, n: number): Promise<void> {
  const rows = Array.from({ length: n }, (_, i) => [
    2014,
    "Lyon",
    "1 – Éducation",
    `Projet ${i}`,
    "3 – Réalisé",
  ]);
  await b.study.addTerritory({
    code: "69123",
    name: "Lyon",
    type: "Commune",
    region: "Rhône-Alpes",
    population: 500715,
  });
  b.book.host.write("Projets!A2:E2", rows);
  await b.settle();
  await b.settle();
}

describe("the base follows the tables", () => {
  test("an edited row is read alone, in one request", async () => {
    const b = await bench();
    await withRows(b, 300);
    expect([count(b), b.study.getState().projectCount]).toEqual([300, 300]);
    const bytes = b.book.host.counters.responseBytes;
    const requests = await b.requests(() => b.book.host.write("Projets!E7", "n’importe quoi"));
    expect(requests).toBe(1);
    expect(b.book.host.counters.responseBytes - bytes).toBeLessThan(3000);
    expect(codes(b)).toEqual([["notACode", 5, "status"]]);
    await b.requests(() => b.book.host.write("Projets!E7", "2"));
    expect(codes(b)).toEqual([]);
  });

  test("a paste of many cells is read once", async () => {
    const b = await bench();
    await withRows(b, 50);
    const rows = Array.from({ length: 40 }, () => ["2 – Premiers éléments", "Bof"]);
    expect(await b.requests(() => b.book.host.write("Projets!F2", rows))).toBe(1);
    expect(codes(b)).toHaveLength(40);
  });

  test("rows typed below the table are added, deleted rows go, inserted rows come", async () => {
    const b = await bench();
    await withRows(b, 20);
    const row = [[2014, "Lyon", "1 – Éducation", "Nouveau", "1 – Étude"]];
    expect(await b.requests(() => b.book.host.write("Projets!A22:E22", row))).toBeLessThanOrEqual(2);
    expect(count(b)).toBe(21);
    await b.requests(() =>
      excel(b, async (c) => c.workbook.tables.getItem("Projets").rows.getItemAt(3).delete()),
    );
    expect(count(b)).toBe(20);
    await b.requests(() =>
      excel(b, async (c) =>
        c.workbook.tables.getItem("Projets").rows.add(0, [[2014, ...Array(13).fill("")]] as never),
      ),
    );
    expect(count(b)).toBe(21);
    expect(codes(b).filter(([, at]) => at === 0).length).toBeGreaterThan(0);
  });

  test("rows that were sorted are read again", async () => {
    const b = await bench();
    await withRows(b, 10);
    b.book.host.write("Projets!E4", "garbage");
    await b.settle();
    expect(codes(b)).toEqual([["notACode", 2, "status"]]);
    await excel(b, async (c) =>
      c.workbook.tables.getItem("Projets").sort.apply([{ key: 3, ascending: false }]),
    );
    await b.settle();
    expect(codes(b)).toEqual([["notACode", 7, "status"]]);
  });

  test("what happens on other sheets costs no reading of tables", async () => {
    const b = await bench();
    await withRows(b, 10);
    await excel(b, async (c) => c.workbook.worksheets.add("Brouillon"));
    await b.settle();
    expect(await b.requests(() => b.book.host.write("Brouillon!A1", "x"))).toBeLessThanOrEqual(2);
  });

  test("edits made while a cell is being typed in are read when it is over, without a message", async () => {
    const b = await bench();
    await withRows(b, 5);
    b.study.dismissNotice();
    b.book.host.cellEditMode(true);
    b.book.host.write("Projets!E3", "garbage");
    b.book.host.select("Projets!E4");
    await new Promise((resolve) => setTimeout(resolve, 300));
    await b.study.idle();
    expect(b.study.getState().notice).toBeNull();
    b.book.host.cellEditMode(false);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await b.settle();
    expect(codes(b)).toEqual([["notACode", 1, "status"]]);
    expect(b.study.getState()).toMatchObject({ notice: null, selection: { row: 2 } });
  });

  test("another edition in the cell of the home sheet", async () => {
    const b = await bench();
    await withRows(b, 3);
    b.book.host.write("Accueil!B3", 2013);
    await b.settle();
    expect(b.study.getState().editionId).toBe("2013");
    b.book.host.write("Accueil!B3", 1999);
    await b.settle();
    expect(b.study.getState()).toMatchObject({ editionId: "2014", notice: { code: "unknownEditionInBook" } });
  });
});

describe("the lists follow the Codes table", () => {
  test("a project added and one made inactive", async () => {
    const b = await bench();
    const { codebook } = b.study.getState();
    const domain = codebook.display("domain", 10, "fr");
    const last = b.book.host.read("Codes!A:F").length;
    b.book.host.write(`Codes!A${last + 1}:F${last + 1}`, [
      ["Projet", "jumeau", "Jumeau numérique", "Digital twin", domain, "Oui"],
    ]);
    await b.settle();
    const listed = () =>
      b.study
        .getState()
        .codebook.listedProjects(10)
        .map(({ label }) => label.fr);
    expect(listed()).toContain("Jumeau numérique");
    const cells = await excel(b, async (c) => {
      const used = c.workbook.worksheets.getItem("BVN Listes").getUsedRange().load("values");
      await c.sync();
      return used.values.flat();
    });
    expect(cells).toContain("Jumeau numérique");
    b.book.host.write(`Codes!F${last + 1}`, "Non");
    await b.settle();
    expect(listed()).not.toContain("Jumeau numérique");
  });

  test("a status made inactive is no longer offered, but still read", async () => {
    const b = await bench();
    await b.study.addProject(project({ status: 1 }));
    const rows = b.book.host.read("Codes!A:C") as string[][];
    const at = rows.findIndex(([field, , label]) => field === "État" && label === "Étude") + 1;
    b.book.host.write(`Codes!F${at}`, "Non");
    await b.settle();
    expect(b.book.host.dropdown("Projets!E2")).toEqual(["2 – En cours", "3 – Réalisé"]);
    expect(codes(b).map(([code]) => code)).not.toContain("notACode");
  });

  test("a row that cannot be understood is told", async () => {
    const b = await bench();
    const last = b.book.host.read("Codes!A:F").length;
    b.book.host.write(`Codes!A${last + 1}:C${last + 1}`, [["État", "x", "Rêvé"]]);
    await b.settle();
    expect(b.study.getState().anomalies.map(({ code }) => code)).toEqual(["codesRowIncomplete"]);
  });
});

test("a table of many rows is read in blocks, none of them too large", async () => {
  const b = await bench();
  const rows = Array.from({ length: 12_000 }, (_, i) => [
    ...[
      2014,
      "Lyon",
      "1 – Éducation",
      `Projet ${i}`,
      "3 – Réalisé",
      "",
      "",
      "",
      "",
      "",
      "x".repeat(i % 2000),
    ],
  ]);
  b.book.host.write("Projets!A2:K2", rows);
  await b.settle();
  await b.study.open();
  expect(b.study.getState()).toMatchObject({ status: "ready", projectCount: 12_000 });
  expect(b.base.rowCount("projects")).toBe(12_000);
});
