/** The map of the territories on the sheet of the synthesis: a picture that the add-in renews and people may change. */
import { startOf } from "../../src/preview/host/extents";
import { bench, closeBench, excel, snapshot, type Bench } from "./study-support";

jest.setTimeout(60_000);
afterEach(closeBench);

async function sampleBench(options: Parameters<typeof bench>[0] = {}): Promise<Bench> {
  const opened = await bench(options);
  await opened.study.loadSample2014();
  await opened.settle();
  opened.study.dismissNotice();
  return opened;
}
const pictures = ({ book }: Bench) => {
  const { shapes, charts } = book.host.core;
  return shapes.all().map((picture) => ({
    ...picture,
    left: charts.place(picture, "left"),
    top: charts.place(picture, "top"),
  }));
};
const map = (bench: Bench) => {
  const [found, ...others] = pictures(bench);
  expect(others).toEqual([]);
  return found!;
};
const page = ({ book }: Bench): unknown[][] => book.host.read("Synthèse!A1:I1200");
const rowOf = (bench: Bench, text: string): number => {
  const at = page(bench).findIndex((row) => row.includes(text));
  if (at < 0) throw new Error(`No cell says ${text}`);
  return at + 1;
};
const TITLE = "Carte des territoires ayant répondu";
const shape = (bench: Bench, act: (shape: Excel.Shape, sheet: Excel.Worksheet) => void) =>
  excel(bench, async (context) => {
    const sheet = context.workbook.worksheets.getItem("Synthèse");
    act(sheet.shapes.getItem("BVN map"), sheet);
  });

test("the panel's chapter ends with the map: named, described, in the rows kept for it", async () => {
  const bench = await sampleBench({ formulas: true });
  const { counters } = bench.book.host;
  const before = counters.requests;
  await bench.study.buildSynthesis();
  expect(counters.requests - before).toBeLessThanOrEqual(12);
  await bench.settle();
  const picture = map(bench);
  expect(picture).toMatchObject({
    name: "BVN map",
    altTextTitle: "Territoires ayant répondu – maturité",
    lockAspectRatio: true,
  });
  expect(picture.altTextDescription).toMatch(
    /^\d+ territoires dans \d+ départements\. .*69 Rhône \(\d,\d\d\) : Grand Lyon/,
  );
  const at = rowOf(bench, TITLE);
  expect(at).toBeLessThan(rowOf(bench, "Projets par domaine"));
  expect(page(bench)[at]![0]).toBe("Couleur d’un département : moyenne de ses territoires, « Maturité ».");
  const { core } = bench.book.host;
  const sheetId = core.book.findSheet("Synthèse")!.getSheetId();
  const note = page(bench).findIndex(([text]) => String(text).startsWith("Image du "));
  expect(picture.top).toBe(startOf(core, sheetId, "row", at + 1));
  expect(picture.top + picture.height).toBeLessThanOrEqual(startOf(core, sheetId, "row", note));
  expect(picture.width / picture.height).toBeCloseTo(763 / 650);
  for (const chart of core.charts.all().map((each) => core.charts.drawn(each)))
    expect(chart.top >= picture.top + picture.height || chart.top + chart.height <= picture.top).toBe(true);
});

test("built again it is the same picture; other figures or another indicator make another one", async () => {
  const bench = await sampleBench();
  const { study, settle } = bench;
  await study.buildSynthesis();
  const first = map(bench);
  await study.buildSynthesis();
  expect(map(bench)).toEqual(first);
  expect(await study.synthesisMapOf()).toBe("maturity");
  await study.addProject({ territory: "Vannes", domain: 5, project: "Téléconsultation", status: 1 });
  await settle();
  await study.buildSynthesis();
  const second = map(bench);
  expect(second.id).not.toBe(first.id);
  await study.buildSynthesis({ mapOf: "projects" });
  expect(await study.synthesisMapOf()).toBe("projects");
  expect(map(bench).altTextTitle).toBe("Territoires ayant répondu – nombre de projets");
  // The ribbon asks for none: the workbook's own stays.
  await study.buildSynthesis();
  expect(map(bench).altTextTitle).toBe("Territoires ayant répondu – nombre de projets");
  expect(study.getState().notice).toMatchObject({ kind: "success" });
});

test("moved and resized it stays so, also when it is renewed; deleted it comes back only when asked", async () => {
  const bench = await sampleBench();
  const { study } = bench;
  await study.buildSynthesis();
  await shape(bench, (picture) => {
    picture.left = 30;
    picture.width = 300;
  });
  const { id, left, top, width, height } = map(bench);
  await study.buildSynthesis();
  expect(map(bench)).toMatchObject({ id, left, top, width, height });
  await study.buildSynthesis({ mapOf: "balance" });
  expect(map(bench)).toMatchObject({ left, top, width, height });
  expect(map(bench).id).not.toBe(id);
  await shape(bench, (picture) => picture.delete());
  await study.buildSynthesis();
  expect(pictures(bench)).toEqual([]);
  expect(study.getState().notice!.message.fr).toContain(
    `Graphiques que vous aviez supprimés, non remis : « ${TITLE} »`,
  );
  await study.buildSynthesis({ restore: true });
  expect(map(bench).altTextTitle).toContain("équilibre des domaines");
});

test("a picture of somebody's own is not covered, and moves nothing of the map", async () => {
  const bench = await sampleBench();
  const { study } = bench;
  await study.buildSynthesis();
  const { id, top } = map(bench);
  await shape(bench, (picture, sheet) => {
    const own = sheet.shapes.addImage(map(bench).png);
    own.name = "Logo";
    own.left = 700;
    picture.altTextTitle = "Notre carte";
  });
  await study.buildSynthesis();
  expect(pictures(bench).find(({ name }) => name === "Logo")).toMatchObject({
    left: expect.closeTo(700, 6),
    top: 0,
  });
  expect(pictures(bench).find(({ name }) => name === "BVN map")).toMatchObject({ id, top });
});

test("without an answer there is a sentence; with the first answers the map comes", async () => {
  const opened = await bench({ formulas: true });
  await opened.study.buildSynthesis();
  expect(pictures(opened)).toEqual([]);
  expect(page(opened).flat()).toContain("Aucun territoire n’a encore répondu.");
  await opened.study.loadSample2014();
  await opened.study.buildSynthesis();
  expect(map(opened).name).toBe("BVN map");
  expect(opened.book.host.core.shapes.all()).toHaveLength(1);
});

test("where the browser cannot draw, the study is built without, said, and the map before stays", async () => {
  let canDraw = false;
  const png = { png: "", width: 763, height: 650 };
  const opened = await sampleBench({
    rasterize: async () => {
      if (!canDraw) throw new Error("no canvas");
      const { readFileSync } = await import("node:fs");
      return { ...png, png: readFileSync("assets/help-80.png").toString("base64") };
    },
  });
  const { study } = opened;
  await study.buildSynthesis();
  expect(pictures(opened)).toEqual([]);
  expect(study.getState().notice).toMatchObject({ kind: "warning" });
  expect(study.getState().notice!.message.fr).toContain("La carte n’a pas pu être dessinée ici");
  rowOf(opened, "Projets par domaine");
  canDraw = true;
  await study.buildSynthesis();
  const { id } = map(opened);
  canDraw = false;
  await study.buildSynthesis({ mapOf: "balance" });
  expect(map(opened).id).toBe(id);
});

describe("failures", () => {
  const fault = { code: "GeneralException", message: "essai" };
  const whole = async (bench: Bench) => ({ ...(await snapshot(bench)), pictures: pictures(bench) });

  test("each step of putting another map failed: as before, and the next build succeeds", async () => {
    const bench = await sampleBench();
    const { book, study, settle } = bench;
    await study.buildSynthesis({ mapOf: "projects" });
    await settle();
    const { counters } = book.host;
    const start = counters.actions;
    await study.buildSynthesis({ mapOf: "maturity" });
    const actions = counters.actions - start;
    await settle();
    const before = await whole(bench);
    // The map's own request comes last.
    for (let n = actions - 20; n <= actions; n += 3) {
      const planned = book.host.failAt(n, fault);
      await study.buildSynthesis({ mapOf: "projects" }).catch(() => undefined);
      await settle();
      expect(planned.hit).toBe(true);
      expect(await whole(bench)).toEqual(before);
      expect(await study.synthesisMapOf()).toBe("maturity");
    }
    await study.buildSynthesis({ mapOf: "projects" });
    expect(map(bench).altTextTitle).toContain("nombre de projets");
  });

  test("the first map's request refused: no map, and the next build brings it", async () => {
    const bench = await sampleBench();
    const { book, study, settle } = bench;
    const planned = book.host.failAt(4, fault, "request");
    await study.buildSynthesis().catch(() => undefined);
    await settle();
    expect(planned.hit).toBe(true);
    expect(pictures(bench)).toEqual([]);
    await study.buildSynthesis();
    expect(map(bench).name).toBe("BVN map");
  });
});
