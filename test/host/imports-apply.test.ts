import { applyPlan, planImport, type Return } from "../../src/domain/imports";
import type { ReadAnswers } from "../../src/domain/questionnaire/returned";
import { bench, closeBench, type Bench } from "./study-support";
import { importOf, withPanel } from "./imports-support";

afterEach(closeBench);

const rows = (b: Bench, address: string) => b.book.host.read(address);

test("119 questionnaires of 25 projects are written in three requests", async () => {
  const b = await bench();
  await withPanel(b, 119);
  const snapshot = await b.study.snapshot();
  const input = importOf(snapshot, { territories: 119, projects: 25 });
  const { host } = b.book;
  const before = { ...host.counters };
  const record = await b.study.applyImport(input);
  const used = host.counters.requests - before.requests;
  expect(used).toBe(3);
  expect(record).toMatchObject({ canBeTakenBack: true, counts: input.counts });
  expect(b.study.getState()).toMatchObject({
    projectCount: 2975,
    notice: { code: "importDone" },
    progress: null,
  });
  expect(b.base.rowCount("projects")).toBe(2975);
  expect(rows(b, "Projets!A2:F2")).toEqual([
    [2014, "Ville 1", expect.stringMatching(/^1 – /), "=1+1", "1 – Étude", ""],
  ]);
  expect(rows(b, "Projets!K3:K5").flat()).toEqual(["+33 6 12 34 56 78", "-", "@x"]);
  await b.settle();
  const r = host.counters.requests;
  const back = await b.study.takeBackImport(record.id);
  expect(host.counters.requests - r).toBeLessThanOrEqual(12);
  expect(back.left).toEqual([]);
  await b.settle();
  expect(b.study.getState().projectCount).toBe(0);
  const now = await b.study.snapshot();
  expect(now.tables.panel).toEqual(snapshot.tables.panel);
});

/** What the reader makes of a returned file. */
function returned(digest: string, status: number): Return {
  const answers = (values: Record<string, string | number>): ReadAnswers =>
    Object.fromEntries(
      Object.entries(values).map(([field, value]) => [
        field,
        { raw: value, value, place: { sheet: "Projets", cell: "E7" } },
      ]),
    );
  const place = { sheet: "Projets", cell: "A7" };
  return {
    digest: digest.padEnd(64, "0"),
    received: "2014-03-10",
    questionnaire: {
      ...{
        kind: "questionnaire",
        file: `${digest}.xlsx`,
        absentProjects: [],
        parts: [],
        missingFields: [],
        anomalies: [],
        questions: [],
      },
      identity: {
        edition: "2014",
        codebookVersion: "2014.1",
        documentId: "d",
        territory: { code: "10000", name: "Ville 1" },
      },
      fiche: answers({ respondent: 1 }),
      respondents: [{ answers: answers({ personName: "Mme A", email: "a@ville.fr" }), place }],
      projects: [{ domain: 2, project: "Chaufferie", place, answers: answers({ status, comment: "=1+1" }) }],
      motivations: [{ motivation: 1, rank: answers({ rank: 2 }).rank, meanings: [], place }],
      statements: [{ statement: 3, agreement: answers({ agreement: 4 }).agreement, place }],
    },
  };
}

test("what the dry run plans is what the workbook holds; the same file again changes nothing", async () => {
  const b = await bench();
  await withPanel(b, 2);
  const today = "2014-03-16";
  const files = [{ name: "aaaa.xlsx", digest: returned("aaaa", 3).digest }];
  const plan = planImport(await b.study.snapshot(), [returned("aaaa", 3)]);
  const { changes, ...counts } = {
    changes: applyPlan(plan, { today }),
    added: plan.added,
    changed: plan.changed,
    unchanged: 0,
    conflicting: 0,
    rejected: 0,
  };
  const record = await b.study.applyImport({ changes, files, counts });
  await b.settle();
  expect((await b.study.importMemory()).digests).toEqual(["aaaa0000"]);
  const now = await b.study.snapshot();
  expect(planImport(now, [returned("aaaa", 3)]).files[0].status).toBe("again");
  const reread = planImport(now, [returned("aaaa", 3)], [], { reread: true });
  expect(reread).toMatchObject({ added: 0, changed: 0, conflicting: 0 });
  expect(planImport(now, [returned("bbbb", 1)])).toMatchObject({ conflicting: 1 });
  expect(now.tables.projects).toMatchObject([{ territory: "Ville 1", status: 3, comment: "=1+1" }]);

  await b.study.takeBackImport(record.id);
  await b.settle();
  expect((await b.study.importMemory()).digests).toEqual([]);
  const after = planImport(await b.study.snapshot(), [returned("aaaa", 3)]);
  expect(after).toMatchObject({ added: plan.added, changed: plan.changed });
  expect(after.files[0].status).toBe("new");
});
