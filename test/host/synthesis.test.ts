import { synthesisSheet } from "../../src/excel/synthesis/target";
import { startOf } from "../../src/preview/host/extents";
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
const charts = ({ book }: Bench) => {
  const { charts: all } = book.host.core;
  return all.all().map((chart) => all.drawn(chart));
};
/** Rows of the sheet's page, as read. */
const page = ({ book }: Bench, sheet = "Synthèse"): unknown[][] => book.host.read(`${sheet}!A1:I1500`);
const rowOf = (bench: Bench, text: string): number => {
  const at = page(bench).findIndex((row) => row.includes(text));
  if (at < 0) throw new Error(`No cell says ${text}`);
  return at + 1;
};

test("the study is built in few requests: tables spill, charts see them, sentences say them", async () => {
  const bench = await sampleBench({ formulas: true });
  const { book, study, settle } = bench;
  const { counters } = book.host;
  const before = { ...counters };
  await study.buildSynthesis();
  expect(counters.requests - before.requests).toBeLessThanOrEqual(12);
  await settle();
  const cells = page(bench);
  expect(cells.flat().filter((value) => /^#/.test(String(value)) && value !== "#N/A")).toEqual([]);
  const at = rowOf(bench, "Projets par domaine");
  expect(cells[at]![0]).toBe("Base : 813 projets de 28 territoires.");
  expect(cells[at + 1]!.slice(1, 5)).toEqual(["Domaine", "Nombre", "Part des réponses", "Part du total"]);
  expect(cells[at + 2]!.slice(1, 3)).toEqual(["Éducation", 125]);
  const domains = charts(bench).find(({ name }) => name === "BVN domains")!;
  expect(domains).toMatchObject({ type: "BarClustered", title: "Nombre de projets dans chaque domaine" });
  expect(domains.series[0]!.values).toEqual([125, 79, 86, 131, 29, 40, 115, 75, 64, 69]);
  expect(domains.series[0]!.categories[9]).toBe("Domaines transverses");
  expect(cells.flat().join()).toContain("rassemblent 371 projets sur 813");
  expect(study.getState().notice).toMatchObject({ kind: "success", code: "synthesisBuilt" });
});

test("no table, chart or sentence lies on another", async () => {
  const bench = await sampleBench({ formulas: true });
  await bench.study.buildSynthesis();
  await bench.settle();
  const drawn = charts(bench).sort((a, b) => a.top - b.top);
  expect(drawn.length).toBeGreaterThan(25);
  drawn
    .slice(1)
    .forEach(({ top }, i) => expect(top).toBeGreaterThanOrEqual(drawn[i]!.top + drawn[i]!.height));
  const { core } = bench.book.host;
  const sheetId = core.book.findSheet("Synthèse")!.getSheetId();
  for (const spill of core.book.spills(sheetId)) {
    const from = startOf(core, sheetId, "row", spill.row);
    const to = startOf(core, sheetId, "row", spill.row + spill.rows);
    for (const { top, height } of drawn) expect(top >= to || top + height <= from).toBe(true);
  }
});

test("figures and sentences follow an edit without a rebuild", async () => {
  const bench = await sampleBench({ formulas: true });
  await bench.study.buildSynthesis();
  await bench.study.addProject({ territory: "Vannes", domain: 5, project: "Téléconsultation", status: 3 });
  await bench.settle();
  const health = charts(bench).find(({ name }) => name === "BVN domains")!.series[0]!.values[4];
  expect(health).toBe(30);
  expect(page(bench).flat().join()).toContain("371 projets sur 814");
});

test("built again, the workbook is the same, and nothing is written twice", async () => {
  const bench = await sampleBench();
  await bench.study.buildSynthesis();
  await bench.settle();
  const [before, drawn] = [await snapshot(bench), charts(bench)];
  await bench.study.buildSynthesis();
  await bench.settle();
  expect(await snapshot(bench)).toEqual(before);
  expect(charts(bench)).toEqual(drawn);
});

describe("what people add stays", () => {
  test("cells among the sections, own charts, a renamed and moved sheet", async () => {
    const bench = await sampleBench();
    const { book, study, settle } = bench;
    await study.buildSynthesis();
    const at = rowOf(bench, "Projets par domaine");
    await excel(bench, async (context) => {
      const sheet = context.workbook.worksheets.getItem("Synthèse");
      sheet.getRange(`H${at + 4}`).values = [["À dire en comité"]];
      const chart = sheet.charts.add("Line", sheet.getRange("L1:L5"));
      chart.name = "Le mien";
      chart.setPosition("L1", "P10");
      sheet.name = "Étude publiée";
      sheet.position = 0;
    });
    await study.buildSynthesis();
    await settle();
    expect(book.host.read(`Étude publiée!H${at + 4}`)).toBe("À dire en comité");
    expect(charts(bench).filter(({ name }) => name === "Le mien")).toHaveLength(1);
    expect(charts(bench).filter(({ name }) => name === "BVN domains")).toHaveLength(1);
    expect(book.host.core.book.findSheet("Synthèse")).toBeNull();
    const text = study.getState().notice!.message.fr;
    expect(text).toContain("« Étude publiée »");
  });

  test("a title and a formula somebody changed are kept and said; putting everything back writes ours again", async () => {
    const bench = await sampleBench();
    const { book, study } = bench;
    await study.buildSynthesis();
    const at = rowOf(bench, "Projets par domaine");
    const table = `Synthèse!B${at + 2}`;
    const own = '=BVN.DISTRIBUTION("Domaine","Type","Commune")';
    book.host.write(`Synthèse!A${at}`, "Nos projets");
    await excel(bench, async (context) => {
      context.workbook.worksheets.getItem("Synthèse").getRange(`B${at + 2}`).formulas = [[own]];
    });
    await study.buildSynthesis();
    expect(book.host.read(`Synthèse!A${at}`)).toBe("Nos projets");
    expect(book.host.readFormula(table)).toContain('"Commune"');
    expect(study.getState().notice).toMatchObject({ kind: "warning" });
    expect(study.getState().notice!.message.fr).toContain(
      "Gardé comme vous l’avez changé : « Projets par domaine »",
    );
    await study.buildSynthesis({ restore: true });
    expect(book.host.read(`Synthèse!A${at}`)).toBe("Projets par domaine");
    expect(book.host.readFormula(table)).not.toContain("Commune");
  });

  test("a chart and a section somebody deleted are not put back unless asked", async () => {
    const bench = await sampleBench();
    const { study } = bench;
    await study.buildSynthesis();
    const count = charts(bench).length;
    await excel(bench, async (context) => {
      const sheet = context.workbook.worksheets.getItem("Synthèse");
      sheet.charts.getItem("BVN domains").delete();
      context.workbook.names.getItem("BVN_S_maturity_domain").getRange().getEntireRow().delete("Up");
    });
    await bench.settle();
    await study.buildSynthesis();
    // The chart of the section has lost its rows and goes too.
    expect(charts(bench)).toHaveLength(count - 2);
    const { message } = study.getState().notice!;
    expect(message.fr).toContain("Graphiques que vous aviez supprimés, non remis : « Projets par domaine »");
    expect(message.fr).toContain(
      "Sections que vous aviez supprimées, non remises : « Maturité par domaine »",
    );
    expect(page(bench).flat()).not.toContain("Maturité par domaine");
    await study.buildSynthesis({ restore: true });
    expect(charts(bench)).toHaveLength(count);
    expect(page(bench).flat()).toContain("Maturité par domaine");
  });

  test("something in the way of a table: the section goes below everything, the note stays", async () => {
    const bench = await sampleBench({ formulas: true });
    const { book, study, settle } = bench;
    await study.buildSynthesis();
    await settle();
    const at = rowOf(bench, "Projets par domaine");
    const note = `Synthèse!C${at + 5}`;
    book.host.write(note, "ma note");
    await settle();
    await study.buildSynthesis();
    await settle();
    expect(book.host.read(note)).toBe("ma note");
    const now = rowOf(bench, "Projets par domaine");
    expect(now).toBeGreaterThan(at + 100);
    expect(page(bench)[now + 2]!.slice(1, 3)).toEqual(["Éducation", 125]);
    expect(page(bench).flat()).not.toContain("#SPILL!");
    expect(study.getState().notice!.message.fr).toContain("Placé en bas");
  });

  test("a deleted sheet is made again, whole", async () => {
    const bench = await sampleBench();
    await bench.study.buildSynthesis();
    const before = charts(bench).length;
    await excel(bench, async (context) => context.workbook.worksheets.getItem("Synthèse").delete());
    await bench.study.buildSynthesis();
    expect(charts(bench)).toHaveLength(before);
  });

  test("a sheet called Synthèse that holds somebody's work keeps it", async () => {
    const bench = await sampleBench();
    await excel(bench, async (context) => {
      const sheet = context.workbook.worksheets.getItem("Synthèse");
      sheet.getRange("A1:E30").clear();
      sheet.getRange("A2:B3").values = [
        ["Mon plan", 1],
        ["Suite", 2],
      ];
    });
    await bench.study.buildSynthesis();
    expect(bench.book.host.read("Synthèse!A2:B3")).toEqual([
      ["Mon plan", 1],
      ["Suite", 2],
    ]);
    expect(rowOf(bench, "Projets par domaine")).toBeGreaterThan(4);
  });
});

describe("refused in words, nothing changed", () => {
  test("a protected sheet, a protected workbook without the sheet, inserted columns", async () => {
    const bench = await sampleBench();
    await excel(bench, async (context) => {
      context.workbook.worksheets.getItem("Synthèse").protection.protect();
    });
    expect(await refusal(bench.study.buildSynthesis())).toMatchObject({ code: "protectedSheet" });
    await excel(bench, async (context) => {
      const sheet = context.workbook.worksheets.getItem("Synthèse");
      sheet.protection.unprotect();
      sheet.delete();
      context.workbook.protection.protect();
    });
    expect(await refusal(bench.study.buildSynthesis())).toMatchObject({ code: "protectedWorkbook" });
    await excel(bench, async (context) => context.workbook.protection.unprotect());
    await bench.study.buildSynthesis();
    await excel(bench, async (context) => {
      context.workbook.worksheets.getItem("Synthèse").getRange("A:A").insert("Right");
    });
    expect(await refusal(bench.study.buildSynthesis())).toMatchObject({ code: "synthesisShifted" });
  });

  test("no study in the workbook", async () => {
    const bench_ = await bench({ created: false });
    expect(await refusal(bench_.study.buildSynthesis())).toMatchObject({ code: "noStudy" });
  });
});

test("a study without answers is built: every section says that there is nothing yet", async () => {
  const bench_ = await bench({ formulas: true });
  await bench_.study.buildSynthesis();
  await bench_.settle();
  expect(charts(bench_)).toEqual([]);
  const said = page(bench_)
    .flat()
    .filter((value) => String(value).startsWith("Aucune réponse valide"));
  expect(said.length).toBeGreaterThan(25);
  await bench_.study.loadSample2014();
  await bench_.study.buildSynthesis();
  await bench_.settle();
  expect(charts(bench_).length).toBeGreaterThan(25);
});

describe("failures", () => {
  const whole = async (bench: Bench) => {
    const setting = await excel(bench, async (context) => {
      const item = context.workbook.settings.getItemOrNullObject(synthesisSheet.setting).load("value");
      await context.sync();
      return item.isNullObject ? null : String(item.value);
    });
    return { ...(await snapshot(bench)), charts: charts(bench), setting };
  };
  const fault = { code: "GeneralException", message: "essai" };

  test("each request failed once leaves the workbook as before, first build and rebuild", async () => {
    const bench = await sampleBench();
    const { book, study, settle } = bench;
    for (const round of ["first", "again"]) {
      if (round === "again") {
        await study.buildSynthesis();
        await study.addProject({ territory: "Vannes", domain: 5, project: "Autre chose", status: 1 });
        book.host.write("Synthèse!L3", "à moi");
        await settle();
      }
      const before = await whole(bench);
      for (let n = 1; n <= 3; n++) {
        const planned = book.host.failAt(n, fault, "request");
        await study.buildSynthesis().catch(() => undefined);
        await settle();
        expect(planned.hit).toBe(true);
        expect(await whole(bench)).toEqual(before);
        expect(study.getState().notice!.kind).toBe("error");
      }
    }
  });

  test("failed in the middle of the writing, all over it: as before", async () => {
    const bench = await sampleBench();
    const { book, study, settle } = bench;
    await study.buildSynthesis();
    // A longer list of ties moves what follows.
    for (const project of ["A1", "A2", "A3", "A4"])
      await study.addProject({ territory: "Vannes", domain: 1, project, status: 1 });
    await settle();
    const before = await whole(bench);
    for (let n = 60; ; n += 97) {
      const planned = book.host.failAt(n, fault);
      await study.buildSynthesis().catch(() => undefined);
      await settle();
      planned.cancel();
      if (!planned.hit) break;
      expect(await whole(bench)).toEqual(before);
    }
  });
});
