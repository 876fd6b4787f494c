import { bench, closeBench, type Bench } from "./study-support";
import { everything, importOf, withPanel } from "./imports-support";

afterEach(closeBench);

const rows = (b: Bench, address: string) => b.book.host.read(address);

test("119 questionnaires of 25 projects are written in three requests", async () => {
  const b = await bench();
  await withPanel(b, 119);
  const snapshot = await b.study.snapshot();
  const input = importOf(snapshot, { territories: 119, projects: 25 });
  const { host } = b.book;
  const before = { ...host.counters };
  const start = performance.now();
  const record = await b.study.applyImport(input);
  const ms = performance.now() - start;
  const used = host.counters.requests - before.requests;
  console.warn(`apply: ${used} requests, ${Math.round(ms)} ms, ${host.counters.requestBytes - before.requestBytes} bytes, ${host.counters.actions - before.actions} actions`);
  expect(used).toBe(3);
  expect(record).toMatchObject({ canBeTakenBack: true, counts: input.counts });
  expect(b.study.getState()).toMatchObject({ projectCount: 2975, notice: { code: "importDone" }, progress: null });
  expect(b.base.rowCount("projects")).toBe(2975);
  expect(rows(b, "Projets!A2:F2")).toEqual([[2014, "Ville 1", expect.stringMatching(/^1 – /), "=1+1", "1 – Étude", ""]]);
  expect(rows(b, "Projets!K3:K5").flat()).toEqual(["+33 6 12 34 56 78", "-", "@x"]);
  const after = host.counters.requests;
  const settle = performance.now();
  await b.settle();
  console.warn(`events: ${host.counters.requests - after} requests, ${Math.round(performance.now() - settle)} ms`);
  const t = performance.now();
  const r = host.counters.requests;
  const back = await b.study.takeBackImport(record.id);
  console.warn(`take back: ${host.counters.requests - r} requests, ${Math.round(performance.now() - t)} ms`);
  expect(back.left).toEqual([]);
  await b.settle();
  expect(b.study.getState().projectCount).toBe(0);
  const now = await b.study.snapshot();
  expect(now.tables.panel).toEqual(snapshot.tables.panel);
});

test("an import failing at each request or action leaves the workbook as it was", async () => {
  const b = await bench();
  await withPanel(b, 3);
  const snapshot = await b.study.snapshot();
  const input = importOf(snapshot, { territories: 3, projects: 2 });
  const before = await everything(b);
  let failures = 0;
  for (const unit of ["request", "action"] as const) {
    for (let n = 1; ; n++) {
      const fault = b.book.host.failAt(n, { code: "GeneralException", message: "?" }, unit);
      const error = await b.study.applyImport(input).then(
        () => null,
        (e) => e,
      );
      fault.cancel();
      await b.settle();
      if (!error) {
        expect(fault.hit).toBe(false);
        break;
      }
      failures++;
      expect([unit, n, await everything(b)]).toEqual([unit, n, before]);
      expect(b.study.getState().projectCount).toBe(0);
    }
    const [record] = await b.study.imports();
    await b.study.takeBackImport(record.id).catch(() => undefined);
    if (unit === "request") {
      await closeBench();
      return;
    }
  }
  expect(failures).toBeGreaterThan(3);
});
