import { bench, closeBench, excel, refusal, snapshot, type Bench } from "./study-support";

jest.setTimeout(60_000);
afterEach(closeBench);

/** A study with the sample of 2014. */
async function sampleBench(options: { lang?: "fr" | "en"; formulas?: boolean } = {}): Promise<Bench> {
  const opened = await bench(options);
  await opened.study.loadSample2014();
  await opened.settle();
  opened.study.dismissNotice();
  return opened;
}
const page = ({ book }: Bench): unknown[][] => book.host.read("Fiche!A1:L200");
const rowOf = (bench: Bench, text: string): number =>
  page(bench).findIndex((row) => row.some((cell) => cell === text));
const charts = ({ book }: Bench) => {
  const { charts: all } = book.host.core;
  return all.all().map((chart) => all.drawn(chart));
};

test("the sheet of a territory is built in few requests and follows what is chosen on it", async () => {
  const bench = await sampleBench({ formulas: true });
  const { book, study, settle } = bench;
  const before = book.host.counters.requests;
  await study.buildFiche("Vannes");
  expect(book.host.counters.requests - before).toBeLessThanOrEqual(12);
  await settle();
  expect(page(bench)[3]!.slice(1, 3)).toEqual(["Territoire", "Vannes"]);
  expect(page(bench)[6]!.slice(1, 3)).toEqual(["Code", "56260"]);
  const errors = (): unknown[] =>
    page(bench)
      .flat()
      .filter((value) => /^#/.test(String(value)));
  expect(errors()).toEqual([]);
  const table = rowOf(bench, "Chaque indicateur et les pairs") + 2;
  expect(page(bench)[table]!.slice(1, 4)).toEqual(["Indicateur", "Vannes", "Médiane des pairs"]);
  const maturity = page(bench)[table + 1]![2];
  const drawn = charts(bench).find(({ name }) => name === "BVN territory-position")!;
  expect(drawn.series[0]!.values[0]).toBe(page(bench)[table + 1]![6]);

  book.host.write("Fiche!C4", "Bourges");
  await settle();
  expect(page(bench)[table]![2]).toBe("Bourges");
  expect(page(bench)[6]![2]).toBe("18033");
  expect(page(bench)[table + 1]![2]).not.toBe(maturity);
  expect(charts(bench).find(({ name }) => name === "BVN territory-position")!.series[0]!.values[0]).toBe(
    page(bench)[table + 1]![6],
  );
  expect(errors()).toEqual([]);

  book.host.write("Fiche!C5", "même type");
  await settle();
  expect(page(bench)[table + 1]![8]).toBeLessThan(27);
});

test("built again it keeps the choice; another territory may be asked for", async () => {
  const bench = await sampleBench({ formulas: true });
  const { book, study, settle } = bench;
  await study.buildFiche("Vannes");
  await settle();
  book.host.write("Fiche!C4", "Bourges");
  await settle();
  await study.buildFiche();
  await settle();
  expect(page(bench)[3]![2]).toBe("Bourges");
  // A choice is what the cell is for, not a change of the sheet.
  expect(study.getState().notice).toMatchObject({ kind: "success", code: "ficheBuilt" });
  await study.buildFiche("Vannes");
  await settle();
  expect(page(bench)[3]![2]).toBe("Vannes");

  book.host.write("Fiche!C4", "Bourges");
  book.host.write("Fiche!C5", "même type");
  await settle();
  await study.buildFiche("Vannes");
  await settle();
  expect(
    page(bench)
      .slice(3, 5)
      .map((row) => row[2]),
  ).toEqual(["Vannes", "même type"]);
  expect(study.getState().notice).toMatchObject({ kind: "success", code: "ficheBuilt" });

  // A formula that chooses stays until another territory is asked for.
  book.host.write("Fiche!L1", "Bourges");
  book.host.write("Fiche!C4", "=L1");
  await settle();
  await study.buildFiche();
  await settle();
  expect(page(bench)[3]![2]).toBe("Bourges");
  book.host.write("Fiche!L1", "Vannes");
  await settle();
  expect(page(bench)[3]![2]).toBe("Vannes");
});

test("what is no territory of the panel is said beside the cell, and stays until another is chosen", async () => {
  const bench = await sampleBench({ formulas: true });
  const { book, study, settle } = bench;
  expect(await refusal(study.buildFiche("Vanes"))).toMatchObject({ code: "territoryNotInPanel" });
  await study.buildFiche("vannes");
  await settle();
  expect(page(bench)[3]![2]).toBe("Vannes");
  expect(page(bench)[2]![1]).toBe("");
  book.host.write("Fiche!C4", "Vanes");
  await settle();
  expect(page(bench)[2]![1]).toMatch(/^Le panel n’a pas de territoire de ce nom/);
  await study.buildFiche();
  await settle();
  expect(page(bench)[3]![2]).toBe("Vanes");
  expect(study.getState().notice).toMatchObject({ kind: "success", code: "ficheBuilt" });
  await study.buildFiche("Vannes");
  await settle();
  expect(page(bench)[3]![2]).toBe("Vannes");
  expect(page(bench)[2]![1]).toBe("");
});

test("built for a territory without projects it has room and charts for one that has them", async () => {
  const bench = await sampleBench({ formulas: true });
  const { base, book, study, settle } = bench;
  const projects = book.host.read("Projets!A1:Z900");
  const answering = new Set(projects.flat());
  const silent = study.getState().territories.find(({ name }) => !answering.has(name))!.name;
  expect(base.rowCount("projects")).toBeGreaterThan(0);
  await study.buildFiche(silent);
  await settle();
  expect(page(bench).flat()).toContain("Base : aucune réponse.");
  book.host.write("Fiche!C4", "Vannes");
  await settle();
  const byStatus = charts(bench).find(({ name }) => name === "BVN territory-projects")!;
  const table = rowOf(bench, "Projets par domaine et par état") + 2;
  expect(byStatus.series[2]!.values).toEqual(
    byStatus.series[2]!.values.map((_, i) => page(bench)[table + 1 + i]![4]),
  );
  expect(page(bench)[table + 1]![4]).toEqual(expect.any(Number));
  const before = await snapshot(bench);
  await study.buildFiche();
  await settle();
  expect(await snapshot(bench)).toEqual(before);
});

test("what people change stays until all is put back, which leaves their choice; inserted columns are refused", async () => {
  const bench = await sampleBench();
  const { book, study, settle } = bench;
  await study.buildFiche("Vannes");
  book.host.write("Fiche!C4", "Bourges");
  book.host.write("Fiche!A1", "Notre fiche");
  await settle();
  await study.buildFiche();
  expect(study.getState().notice).toMatchObject({ kind: "warning", code: "ficheBuilt" });
  expect(study.getState().notice!.message.fr).toContain("Gardé comme vous l’avez changé");
  expect(book.host.read("Fiche!A1")).toBe("Notre fiche");
  await study.buildFiche(undefined, { restore: true });
  expect(book.host.read("Fiche!A1")).toBe("Fiche d’un territoire : Baromètre 2014");
  expect(book.host.read("Fiche!C4")).toBe("Bourges");
  await excel(bench, async (context) => {
    context.workbook.worksheets.getItem("Fiche").getRange("A:A").insert("Right");
  });
  expect(await refusal(study.buildFiche())).toMatchObject({ code: "ficheShifted" });
});

test("an empty panel, and each request failed once leaves the workbook as before", async () => {
  const empty = await bench({});
  expect((await refusal(empty.study.buildFiche())).code).toBe("noTerritory");
  await closeBench();
  const opened = await sampleBench();
  const { book, study, settle } = opened;
  const before = await snapshot(opened);
  // One to look (there is no sheet yet), one to write.
  for (let request = 1; request <= 2; request++) {
    const planned = book.host.failAt(request, { code: "GeneralException", message: "failed" }, "request");
    await study.buildFiche("Vannes").catch(() => undefined);
    await settle();
    expect([request, planned.hit]).toEqual([request, true]);
    expect(await snapshot(opened)).toEqual(before);
  }
});
