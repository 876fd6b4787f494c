import { everything, importOf, withPanel } from "./imports-support";
import { bench, closeBench, excel, project, refusal, type Bench } from "./study-support";

afterEach(closeBench);
afterEach(() => jest.restoreAllMocks());

async function study(lang: "fr" | "en" = "fr"): Promise<Bench> {
  const b = await bench({ lang });
  await withPanel(b, 3);
  return b;
}
const size = { territories: 3, projects: 2 };

test("an import asked for twice, by a double click, is written once", async () => {
  const b = await study();
  const input = importOf(await b.study.snapshot(), size);
  const [first, second] = await Promise.all([b.study.applyImport(input), b.study.applyImport(input)]);
  expect(second).toEqual(first);
  await b.settle();
  expect(b.study.getState().projectCount).toBe(6);
  expect(await b.study.imports()).toHaveLength(1);
});

test("of two commands at once one waits for the other; what was planned on rows that are gone is refused", async () => {
  const b = await study();
  const input = importOf(await b.study.snapshot(), size);
  const other = importOf(await b.study.snapshot(), size, 1);
  const [first, added, second] = await Promise.allSettled([
    b.study.applyImport(input),
    b.study.addProject(project()),
    b.study.applyImport(other),
  ]);
  expect([first.status, added.status, second.status]).toEqual(["fulfilled", "fulfilled", "rejected"]);
  const { reason } = second as PromiseRejectedResult;
  expect(reason.notice.code).toBe("importStale");
  await b.settle();
  expect(b.study.getState().projectCount).toBe(7);
  expect(await b.study.imports()).toHaveLength(1);
});

test("under manual calculation an import is written, and taken back; calculation stays manual", async () => {
  const b = await study();
  const mode = () =>
    excel(b, async (c) => {
      c.workbook.application.load("calculationMode");
      await c.sync();
      return c.workbook.application.calculationMode;
    });
  await excel(b, async (c) => void (c.workbook.application.calculationMode = "Manual"));
  const before = await everything(b);
  const { id } = await b.study.applyImport(importOf(await b.study.snapshot(), size));
  await b.settle();
  expect(b.study.getState().projectCount).toBe(6);
  expect(b.book.host.read("Panel!J2:J4").flat()).toEqual(["Reçu", "Reçu", "Reçu"]);
  expect((await b.study.takeBackImport(id)).left).toEqual([]);
  expect(await mode()).toBe("Manual");
  const now = await everything(b);
  const projects = (all: unknown) =>
    (all as { sheets: unknown[][] }).sheets.find(([name]) => name === "Projets");
  expect(projects(now)).toEqual(projects(before));
});

test("in an English Excel codes are written with their English labels, texts stay texts", async () => {
  const b = await study("en");
  const { sheets } = (await everything(b)) as { sheets: [string, string, unknown][] };
  const names = sheets.map(([name]) => name);
  const { id } = await b.study.applyImport(
    importOf(await b.study.snapshot(), { territories: 1, projects: 4 }),
  );
  await b.settle();
  const { tables } = await b.study.snapshot();
  expect(tables.projects.map(({ project, status, comment }) => [project, status, comment])).toEqual([
    ["=1+1", 1, ""],
    ["Projet 2 de la ville", 2, "+33 6 12 34 56 78"],
    ["Projet 3 de la ville", 3, "-"],
    ["Projet 4 de la ville", 1, "@x"],
  ]);
  const shown = await excel(b, async (c) => {
    const states = c.workbook.tables.getItem("Projets").getDataBodyRange().load("values");
    await c.sync();
    return JSON.stringify(states.values);
  });
  expect(shown).toContain("3 – Done");
  expect(shown).not.toContain("Réalisé");
  expect(names).toContain("Panel");
  expect((await b.study.takeBackImport(id)).left).toEqual([]);
});

test.each([
  ["a workbook that is read-only or in protected view", "AccessDenied"],
  ["a request too large for Excel", "RequestPayloadSizeLimitExceeded"],
  ["an answer too large for Excel", "ResponsePayloadSizeLimitExceeded"],
  ["another workbook that has the focus", "InvalidOperationInCellEditMode"],
  ["an error nobody foresaw", "GeneralException"],
])("%s: refused in words in both languages, and nothing is written", async (_, code) => {
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
  const b = await study();
  const input = importOf(await b.study.snapshot(), size);
  const before = await everything(b);
  for (const n of [1, 2, 3]) {
    const faults =
      code === "InvalidOperationInCellEditMode"
        ? []
        : [b.book.host.failAt(n, { code, message: "?" }, "request")];
    if (!faults.length) b.book.host.cellEditMode(true);
    const notice = await refusal(b.study.applyImport(input));
    b.book.host.cellEditMode(false);
    faults.forEach((fault) => fault.cancel());
    for (const text of [notice.message.fr, notice.message.en]) {
      expect(text).toMatch(/^\p{Lu}[^]{20,}\.\)?$/u);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
    }
    expect([n, await everything(b)]).toEqual([n, before]);
    if (!faults.length) break;
  }
  await b.study.applyImport(input);
  expect(b.study.getState().projectCount).toBe(6);
});
