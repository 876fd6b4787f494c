import { Base } from "../../src/domain/base/base";
import { Codebook, editionById } from "../../src/domain/codebook";
import { Study } from "../../src/excel";
import { everything, importOf, withPanel } from "./imports-support";
import { bench, closeBench, excel, refusal, type Bench } from "./study-support";

afterEach(closeBench);
afterEach(() => jest.restoreAllMocks());
const LOST = { code: "GeneralException", message: "?" };

/** Tables with columns of the team, a filter, notes below, a few rows. */
async function study(): Promise<Bench> {
  const b = await bench();
  await withPanel(b, 3);
  await excel(b, async (c) => {
    c.workbook.tables
      .getItem("Panel")
      .columns.add(undefined, [["Note"], ["=1+1"], ["x"], ["=[@Population]*2"]] as never);
    c.workbook.worksheets.getItem("Motivations").getRange("A9").values = [["sous le tableau"]];
  });
  await b.settle();
  return b;
}

/** Does something with a failure at each place, until no failure is met; the workbook must be as before each time. */
async function failEach(
  b: Bench,
  unit: "request" | "action",
  stride: number,
  act: () => Promise<unknown>,
): Promise<number> {
  const before = await everything(b);
  for (let n = 1, failures = 0; ; n += stride, failures++) {
    const fault = b.book.host.failAt(n, LOST, unit);
    const failed = await act().then(
      () => false,
      () => true,
    );
    fault.cancel();
    if (!failed) return failures;
    expect([unit, n, await everything(b)]).toEqual([unit, n, before]);
  }
}

/** Actions of each request of something, the third of which fails. */
async function requestSizes(b: Bench, act: () => Promise<unknown>): Promise<number[]> {
  const { host } = b.book;
  const execute = host.execute.bind(host);
  const sizes: number[] = [];
  host.execute = (body) => {
    const before = host.counters.requests;
    return execute(body).finally(() => host.counters.requests > before && sizes.push(body.Actions.length));
  };
  const fault = host.failAt(3, LOST, "request");
  await act().catch(() => undefined);
  fault.cancel();
  host.execute = execute;
  return sizes;
}

describe("a request that fails", () => {
  test.each([
    ["request", 1],
    ["action", 5],
  ] as const)(
    "while importing or taking back, %s by %s, leaves the workbook as it was",
    async (unit, stride) => {
      const b = await study();
      const input = importOf(await b.study.snapshot(), { territories: 3, projects: 3 });
      expect(await failEach(b, unit, stride, () => b.study.applyImport(input))).toBeGreaterThan(2);
      expect(b.study.getState().projectCount).toBe(9);
      await b.settle();
      const [{ id }] = await b.study.imports();
      expect(await failEach(b, unit, stride, () => b.study.takeBackImport(id))).toBeGreaterThan(2);
      expect(b.study.getState().projectCount).toBe(0);
      expect(b.book.host.read("Panel!O2:O4").flat()).toEqual([2, "x", 44000]);
    },
  );

  test("while a territory is saved leaves the workbook as it was", async () => {
    const b = await study();
    const before = await b.study.readTerritory("Ville 1");
    const motivations = before.motivations.map((row, i) => ({ ...row, rank: i + 1 }));
    const identity = { ...before.identity, population: 5 };
    const save = () => b.study.saveTerritory({ ...before, motivations, identity }, before);
    expect(await failEach(b, "action", 3, save)).toBeGreaterThan(2);
  });

  test("again and again is told, found at the next opening, and the import is finished or undone", async () => {
    jest.spyOn(console, "warn").mockImplementation(() => undefined);
    for (const how of ["finish", "undo"] as const) {
      const b = await study();
      const snapshot = await b.study.snapshot();
      const before = await everything(b);
      const input = importOf(snapshot, { territories: 3, projects: 3 });
      // Stopped in the middle of the request that writes, and nothing can be put back.
      const sizes = await requestSizes(b, () => b.study.applyImport(input));
      const faults = [b.book.host.failAt(sizes[0] + sizes[1] + Math.round(sizes[2] * 0.6), LOST)];
      for (let n = 4; n < 12; n++) faults.push(b.book.host.failAt(n, LOST, "request"));
      await refusal(b.study.applyImport(input));
      faults.forEach((fault) => fault.cancel());
      expect(b.study.getState().notice?.code).toBe("writeHalfDone");
      expect(await everything(b)).not.toEqual(before);

      const again = new Study(new Base(new Codebook(editionById("2014"))), { language: "fr" });
      await again.open();
      expect(again.getState()).toMatchObject({
        unfinished: { undoing: false },
        notice: { code: "importUnfinished" },
      });
      expect((await refusal(again.applyImport(input))).code).toBe("unfinishedFirst");
      if (how === "finish") {
        await again.finishImport();
        const { tables } = await again.snapshot();
        expect([
          tables.projects.length,
          tables.motivations.length,
          tables.actors.length,
          tables.respondents.length,
        ]).toEqual([9, 15, 21, 3]);
        const [record] = await again.imports();
        expect(record.canBeTakenBack).toBe(true);
        expect((await again.takeBackImport(record.id)).left).toEqual([]);
      } else {
        await again.undoImport();
        expect(await again.imports()).toEqual([]);
      }
      expect(again.getState().unfinished).toBeNull();
      const now = await again.snapshot();
      for (const table of ["panel", "projects", "motivations", "actors", "respondents", "rejects"] as const) {
        const filled = (rows: typeof now.tables.panel) =>
          rows.filter((row) => Object.values(row).some((v) => v !== null && v !== ""));
        expect([how, table, filled(now.tables[table])]).toEqual([how, table, filled(snapshot.tables[table])]);
      }
      await again.close();
      await closeBench();
    }
  });
});

describe("an import", () => {
  test("waits for a cell being typed in, and is written then", async () => {
    const b = await study();
    const input = importOf(await b.study.snapshot(), { territories: 1, projects: 1 });
    b.book.host.cellEditMode(true);
    setTimeout(() => b.book.host.cellEditMode(false), 500);
    await b.study.applyImport(input);
    expect(b.study.getState().projectCount).toBe(1);
  });

  test("is refused when rows changed since the dry run, or another import came in", async () => {
    const b = await study();
    const snapshot = await b.study.snapshot();
    const input = importOf(snapshot, { territories: 3, projects: 1 });
    b.book.host.write("Panel!F3", 4);
    await b.settle();
    const before = await everything(b);
    const notice = await refusal(b.study.applyImport(input));
    expect(notice.code).toBe("importStale");
    expect(notice.message.fr).toContain("Ville 2");
    expect(await everything(b)).toEqual(before);
    const other = new Study(new Base(new Codebook(editionById("2014"))), { language: "fr" });
    await other.open();
    const next = importOf(await b.study.snapshot(), { territories: 1, projects: 1 });
    await other.applyImport(importOf(await other.snapshot(), { territories: 2, projects: 1 }, 1));
    expect((await refusal(b.study.applyImport(next))).code).toBe("importOvertaken");
    await other.close();
  });

  test("finds rows again in tables that were sorted and filtered; filters stay", async () => {
    const b = await study();
    const input = importOf(await b.study.snapshot(), { territories: 3, projects: 2 });
    await excel(b, async (c) => {
      const panel = c.workbook.tables.getItem("Panel");
      panel.sort.apply([{ key: 1, ascending: false }]);
      c.workbook.worksheets.getItem("Panel").getRange("1:2").insert("Down");
      c.workbook.tables
        .getItem("Projets")
        .columns.getItem("Territoire")
        .filter.applyValuesFilter(["Ville 9"]);
    });
    await b.settle();
    const record = await b.study.applyImport(input);
    expect(b.book.host.read("Panel!J4:J6").flat()).toEqual(["Reçu", "Reçu", "Reçu"]);
    const criteria = () =>
      excel(b, async (c) => {
        const { filter } = c.workbook.tables.getItem("Projets").columns.getItem("Territoire");
        filter.load("criteria");
        await c.sync();
        return filter.criteria.values;
      });
    expect(await criteria()).toEqual(["Ville 9"]);
    await b.settle();
    await b.study.takeBackImport(record.id);
    expect(await criteria()).toEqual(["Ville 9"]);
  });

  test("taken back leaves and names what somebody has changed since", async () => {
    const b = await study();
    const record = await b.study.applyImport(
      importOf(await b.study.snapshot(), { territories: 3, projects: 2 }),
    );
    await b.settle();
    b.book.host.write("Projets!K4", "vérifié par téléphone");
    b.book.host.write("Répondants!F2", "0600000000");
    b.book.host.write("Panel!J2", "Refus");
    await b.settle();
    const { left } = await b.study.takeBackImport(record.id);
    expect(left.map(({ fr }) => fr).join("\n")).toMatch(/Ville 1 : Contact/);
    expect(left.map(({ fr }) => fr).join("\n")).toMatch(/Ville 2 – =1\+1 : Commentaire/);
    expect(b.study.getState()).toMatchObject({
      notice: { kind: "warning", code: "importPartlyTakenBack" },
      projectCount: 1,
    });
    expect(b.book.host.read("Panel!J2:J3").flat()).toEqual(["Refus", ""]);
    expect(b.book.host.read("Projets!K2")).toBe("vérifié par téléphone");
    expect((await refusal(b.study.takeBackImport(record.id))).code).toBe("importUnknown");
    expect((await b.study.imports())[0].canBeTakenBack).toBe(false);
  });

  test("keeps nobody’s name in what it remembers", async () => {
    const b = await study();
    await b.study.applyImport(importOf(await b.study.snapshot(), { territories: 3, projects: 1 }));
    const cells = JSON.stringify(b.book.host.read("BVN Imports!A1:D40"));
    expect(cells).toContain("ville-1.xlsx");
    expect(cells).not.toMatch(/Mme|0612345678|@ville/);
  });

  test("is stopped between two requests with everything taken out, and undone by undo", async () => {
    const b = await study();
    const snapshot = await b.study.snapshot();
    const input = importOf(snapshot, { territories: 3, projects: 9_000 });
    const before = await everything(b);
    const stop = b.study.subscribe(() => {
      const { progress } = b.study.getState();
      if (progress?.share) progress.cancel!();
    });
    expect((await refusal(b.study.applyImport(input))).code).toBe("importCancelled");
    stop();
    expect(await everything(b)).toEqual(before);
    await b.settle();
    const requests = b.book.host.counters.requests;
    await b.study.applyImport(input);
    expect(b.book.host.counters.requests - requests).toBeLessThanOrEqual(3 + Math.ceil(27_000 / 20_000));
    expect(b.study.getState().projectCount).toBe(27_000);
    await b.study.undo();
    expect(b.study.getState().projectCount).toBe(0);
  }, 180_000);

  test("that needs a sheet in a protected workbook is refused in words", async () => {
    const b = await study();
    const input = importOf(await b.study.snapshot(), { territories: 1, projects: 1 });
    await excel(b, async (c) => c.workbook.protection.protect());
    expect((await refusal(b.study.applyImport(input))).code).toBe("protectedWorkbook");
    await excel(b, async (c) => c.workbook.protection.unprotect());
    await excel(b, async (c) => c.workbook.worksheets.getItem("Journal").protection.protect());
    expect((await refusal(b.study.applyImport(input))).code).toBe("protectedSheet");
  });
});
