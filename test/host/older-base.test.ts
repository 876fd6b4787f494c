import type { ImportInput } from "../../src/excel";
import { baseChanges, planBase, type BasePlan } from "../../src/domain/olderBase";
import { findBase } from "../../src/files/olderBase";
import { readWorkbook } from "../../src/files/xlsx";
import { base2013, baseFile } from "../support/olderBase";
import { everything } from "./imports-support";
import { bench, closeBench, type Bench } from "./study-support";

afterEach(closeBench);
const LOST = { code: "GeneralException", message: "?" };
const digest = "b13c0ffe".padEnd(64, "0");

async function sampleBench(): Promise<Bench> {
  const b = await bench({ formulas: true });
  await b.study.loadSample2014();
  await b.settle();
  return b;
}

/** A base of 2013: the first territories of the sample, and one the panel does not have. */
async function planned(b: Bench): Promise<BasePlan> {
  const snapshot = await b.study.snapshot();
  const names = [...new Set(snapshot.tables.projects.map(({ territory }) => String(territory)))];
  const rows = base2013([...names.slice(0, 21), "Trifouilly-les-Oies"]).map((row, i) =>
    i === 0 ? { ...row, measure: "beaucoup" } : row,
  );
  const workbook = readWorkbook(await baseFile(rows));
  const base = findBase(workbook, "base 2013.xlsx", snapshot.codebook)!;
  const file = { digest, received: "2014-04-01" };
  const open = planBase(snapshot, base, file, new Map());
  const choices = open.items.flatMap(({ key, found, certain }): [string, string][] =>
    certain ? [] : [[key, found === "beaucoup" ? "aside" : "add"]],
  );
  return planBase(snapshot, base, file, new Map(choices));
}

const inputOf = (plan: BasePlan): ImportInput => ({
  changes: baseChanges(plan, { today: "2014-04-02" }),
  files: [{ name: "base 2013.xlsx", digest }],
  counts: plan,
});

test("a base of 2013 is written whole, keeps the figures of 2014, compares, is checked and taken back", async () => {
  const b = await sampleBench();
  const { host } = b.book;
  const ask = async (formula: string, at: string, area = at) => {
    host.write(`Accueil!${at}`, formula);
    await b.settle();
    return host.read(`Accueil!${area}`);
  };
  const maturity = await ask('=BVN.MATURITY("Domaine","Éducation")', "J1");
  const before = await everything(b);
  const checked = (await b.study.check()).length;

  const requests = host.counters.requests;
  const record = await b.study.applyImport(inputOf(await planned(b)));
  expect(host.counters.requests - requests).toBeLessThanOrEqual(8);
  await b.settle();
  expect(record).toMatchObject({ canBeTakenBack: true, counts: { added: 67, changed: 0, rejected: 1 } });
  expect(host.read("Accueil!J1")).toEqual(maturity);
  const { tables } = await b.study.snapshot();
  expect(tables.projects.filter(({ edition }) => String(edition) === "2013")).toHaveLength(66);
  expect(tables.panel.at(-1)).toMatchObject({ name: "Trifouilly-les-Oies" });
  expect(tables.rejects).toMatchObject([
    { file: "base 2013.xlsx", sheetName: "Base", cell: "F2", value: "beaucoup", rejectedTerritory: "" },
  ]);

  // Answers of 2013 are answers: only what the new territory lacks in the panel is found.
  const found = await b.study.check();
  expect(found.length - checked).toBe(4);
  const first = tables.projects.length - 66;
  expect(found.filter(({ place }) => place.table === "projects" && place.row >= first)).toEqual([]);

  const progress: unknown[][] = await ask('=BVN.PROGRESS("2013","2014")', "J20", "J20:S45");
  const line = (label: string) => progress.find(([first]) => first === label)?.slice(1, 3);
  expect(line("Territoires comparés")).toEqual([21, ""]);
  expect(line("Territoires de 2013 seulement")).toEqual([1, "Trifouilly-les-Oies"]);
  expect(line("Domaines comparés")).toEqual([9, ""]);
  expect(line("Domaines de 2014 seulement")).toEqual([1, "Domaines transverses"]);

  host.write("Accueil!J20", "");
  await b.settle();
  const back = await b.study.takeBackImport(record.id);
  expect(back.left).toEqual([]);
  await b.settle();
  const after = await b.study.snapshot();
  expect(after.tables.projects.every(({ edition }) => String(edition) === "2014")).toBe(true);
  expect(after.tables.panel.some(({ name }) => name === "Trifouilly-les-Oies")).toBe(false);
  expect(after.tables.rejects.flatMap((row) => Object.values(row).filter(Boolean))).toEqual([]);
  const tablesOf = (state: unknown) =>
    (state as { tables: [string, string][] }).tables.filter(([name]) => name !== "Journal");
  expect(tablesOf(await everything(b))).toEqual(tablesOf(before));
});

test("whichever request fails while a base is written or taken back, the workbook is as it was", async () => {
  const b = await sampleBench();
  const input = inputOf(await planned(b));
  const failEach = async (act: () => Promise<unknown>): Promise<number> => {
    const before = await everything(b);
    for (let n = 1; ; n++) {
      const fault = b.book.host.failAt(n, LOST, "request");
      const failed = await act().then(
        () => false,
        () => true,
      );
      fault.cancel();
      if (!failed) return n - 1;
      await b.settle();
      expect([n, await everything(b)]).toEqual([n, before]);
    }
  };
  expect(await failEach(() => b.study.applyImport(input))).toBeGreaterThan(2);
  await b.settle();
  const [{ id }] = await b.study.imports();
  expect(await failEach(() => b.study.takeBackImport(id))).toBeGreaterThan(2);
});
