/** Formulas made values and back, on a study whose sheets bear BVN formulas of every kind. */
import { connectBvn, environmentOf } from "./functions-support";
import { everything } from "./imports-support";
import { bench, closeBench, excel, project, refusal, type Bench } from "./study-support";

// Univer complains while it forgets the formulas of a sheet that is deleted.
beforeEach(() => {
  const { error } = console;
  jest.spyOn(console, "error").mockImplementation((...told: unknown[]) => {
    if (!/Dependency tree not found/.test(String(told[0]))) error(...told);
  });
});
afterEach(() => jest.restoreAllMocks());
afterEach(closeBench);

const LOST = { code: "GeneralException", message: "?" };

/** A study with three projects, the functions, and a sheet of a person's own with BVN formulas. */
async function study(): Promise<Bench> {
  const b = await bench({ created: false });
  await connectBvn(b.book, environmentOf(b.base, "fr"), "fr");
  await b.study.createOrRepair();
  await b.settle();
  await b.study.addTerritory({
    code: "69123",
    name: "Lyon",
    type: "Commune",
    region: "Rhône-Alpes",
    population: 500000,
  });
  for (const status of [1, 3, 3]) await b.study.addProject(project({ status, project: `Projet ${status}` }));
  await excel(b, async (c) => {
    const sheet = c.workbook.worksheets.add("L'été");
    sheet.getRange("A1:A3").values = [["Territoire"], ["Lyon"], [""]];
    sheet.getRange("C1:C4").formulas = [
      ["=BVN.MATURITY()"],
      ['=IF(A2="","",BVN.PROJECTS("Territoire",A2)*2)'],
      ["=C1*10"],
      ["=BVN.MEASURE()"],
    ];
    sheet.getRange("E1").formulas = [['=BVN.DISTRIBUTION("État")']];
  });
  await b.settle();
  b.study.dismissNotice();
  return b;
}

const cells = (b: Bench, range: string) =>
  excel(b, async (c) => {
    const read = c.workbook.worksheets.getItem("L'été").getRange(range).load("formulas,values");
    await c.sync();
    return read;
  });

test("formulas are found wherever they stand, and shown by one click", async () => {
  const b = await study();
  await excel(b, async (c) => {
    c.workbook.names.add("Maturite", "=BVN.MATURITY()");
    const format = c.workbook.worksheets.getItem("L'été").getRange("A1:A3").conditionalFormats.add("Custom");
    format.custom.rule.formula = '=BVN.PROJECTS("Territoire",$A1)>1';
    c.workbook.worksheets.getItem("L'été").getRange("J1:J2").formulas = [
      ["=_xldudf_BVN_MATURITY()"],
      ['="BVN.MATURITY() dans un texte"'],
    ];
  });
  await b.settle();
  const { found } = await b.study.out.findFormulas();
  const own = found.filter(({ sheet }) => sheet !== "Synthèse" && sheet !== "Accueil");
  expect(own.map(({ kind, place }) => `${kind} ${place}`).sort()).toEqual([
    "cell L'été!C1",
    "cell L'été!C2",
    "cell L'été!C4",
    "cell L'été!E1:H6",
    "format 'L''été'!A1:A3",
    "name Maturite",
    "stuck L'été!J1",
  ]);
  const spill = own.find(({ cells: at }) => at === "E1:H6")!;
  await b.study.out.showFormula(spill);
  const selected = await excel(b, async (c) => {
    const range = c.workbook.getSelectedRange().load("address");
    await c.sync();
    return range.address;
  });
  expect(selected).toBe("'L''été'!E1:H6");
});

test("the whole workbook is frozen in few requests, thawed, and both are undone", async () => {
  const b = await study();
  const before = await everything(b);
  const { values } = await cells(b, "A1:H6");
  const requests = await b.requests(() => b.study.out.freezeFormulas("book"));
  expect(requests).toBeLessThanOrEqual(12);
  expect(b.study.getState().notice).toMatchObject({ kind: "success", code: "formulasFrozen" });
  const frozen = await cells(b, "A1:H6");
  expect(frozen.values).toEqual(values);
  expect(frozen.formulas.flat().filter((each) => /BVN/.test(String(each)))).toEqual([]);
  // Other people's formulas stay, and still follow.
  expect(frozen.formulas[2][2]).toBe("=C1*10");
  expect((await b.study.out.findFormulas()).found).toEqual([]);
  await b.settle();
  expect(await b.study.out.thawFormulas()).toEqual([]);
  await b.settle();
  expect(await everything(b)).toEqual(before);
  await b.study.undo();
  await b.settle();
  expect((await cells(b, "C1:C2")).formulas).toEqual((await cells(b, "C1:C2")).values);
  expect((await b.study.out.findFormulas()).frozen.length).toBeGreaterThan(3);
  await b.study.undo();
  await b.settle();
  expect(await everything(b)).toEqual(before);
});

test("a selection is frozen alone, by any of the cells it spills into", async () => {
  const b = await study();
  await excel(b, async (c) => c.workbook.worksheets.getItem("L'été").getRange("F3:G4").select());
  await b.study.out.freezeFormulas("selection");
  const { formulas, values } = await cells(b, "C1:H6");
  expect(formulas[0][2]).toBe(values[0][2]);
  expect(formulas[0][0]).toBe("=BVN.MATURITY()");
  await excel(b, async (c) => c.workbook.worksheets.getItem("L'été").getRange("A1").select());
  expect((await refusal(b.study.out.freezeFormulas("selection"))).code).toBe("nothingToFreeze");
});

test("frozen cells that moved are found, and their formula looks at the cells it looked at", async () => {
  const b = await study();
  await b.study.out.freezeFormulas("book");
  await b.settle();
  await excel(b, async (c) => {
    const sheet = c.workbook.worksheets.getItem("L'été");
    sheet.getRange("1:2").insert("Down");
    sheet.getRange("B:B").insert("Right");
    sheet.name = "Été 2014";
  });
  await b.settle();
  await b.study.out.thawFormulas();
  await b.settle();
  const moved = await excel(b, async (c) => {
    const range = c.workbook.worksheets.getItem("Été 2014").getRange("A3:I8").load("formulas,values");
    await c.sync();
    return range;
  });
  expect(moved.formulas[0][3]).toBe("=BVN.MATURITY()");
  expect(moved.formulas[1][3]).toBe('=IF(A4="","",BVN.PROJECTS("Territoire",A4)*2)');
  expect(moved.values[1][3]).toBe(6);
  expect(moved.formulas[0][5]).toBe('=BVN.DISTRIBUTION("État")');
  expect(moved.values[3].slice(5, 7)).toEqual(["Réalisé", 2]);
});

test("values somebody changed stay until it is decided; deleted cells are named", async () => {
  const b = await study();
  await b.study.out.freezeFormulas("book");
  await b.settle();
  b.book.host.write("L'été!F3", 99);
  await excel(b, async (c) => c.workbook.worksheets.getItem("L'été").getRange("4:4").delete("Up"));
  await b.settle();
  const left = await b.study.out.thawFormulas();
  await b.settle();
  expect(left.map(({ place, formula }) => [place, formula])).toEqual([
    ["L'été!E1:H5", '=BVN.DISTRIBUTION("État")'],
  ]);
  expect(b.study.getState().notice!.message.fr).toMatch(/modifiées depuis.*=BVN\.MEASURE\(\)/);
  expect((await cells(b, "C1:F3")).formulas.map((row) => [row[0], row[3]])).toEqual([
    ["=BVN.MATURITY()", "Nombre"],
    ['=IF(A2="","",BVN.PROJECTS("Territoire",A2)*2)', 1],
    ["=C1*10", 99],
  ]);
  expect(await b.study.out.thawFormulas({ ids: left.map(({ id }) => id), overwrite: true })).toEqual([]);
  await b.settle();
  expect((await cells(b, "E1:F4")).values[3]).toEqual(["Réalisé", 2]);
  expect((await refusal(b.study.out.thawFormulas())).code).toBe("nothingToThaw");
});

test.each(["freeze", "thaw", "repair"] as const)(
  "%s: each request that fails once leaves the workbook as it was",
  async (what) => {
    const b = await study();
    if (what === "repair") {
      await excel(b, async (c) => {
        c.workbook.worksheets.getItem("L'été").getRange("J1:J2").formulas = [
          ["=_xldudf_BVN_MATURITY()"],
          ["=BVN.RIEN()"],
        ];
      });
    }
    if (what === "thaw") await b.study.out.freezeFormulas("book");
    await b.settle();
    const act = () =>
      what === "freeze"
        ? b.study.out.freezeFormulas("book")
        : what === "thaw"
          ? b.study.out.thawFormulas()
          : b.study.out.repairFormulas();
    const before = await everything(b);
    let failures = 0;
    for (const unit of ["request", "action"] as const) {
      // A repair changes nothing that could not be changed twice: the first success ends it.
      for (let n = 1; n < 9_000; n += unit === "request" ? 1 : 43) {
        const fault = b.book.host.failAt(n, LOST, unit);
        const failed = await act().then(
          () => false,
          () => true,
        );
        fault.cancel();
        await b.settle();
        if (!failed) break;
        failures++;
        expect([unit, n, await everything(b)]).toEqual([unit, n, before]);
      }
      if (what === "repair") break;
      await b.study.undo();
      await b.settle();
      expect(await everything(b)).toEqual(before);
    }
    expect(failures).toBeGreaterThan(what === "repair" ? 3 : 8);
  },
  180_000,
);

test("protected sheets and a protected workbook are said, nothing is done", async () => {
  const b = await study();
  await excel(b, async (c) => c.workbook.worksheets.getItem("L'été").protection.protect());
  const before = await everything(b);
  const { found } = await b.study.out.findFormulas();
  expect(found.map(({ place }) => place)).toEqual(expect.arrayContaining(["L'été!C1", "L'été!E1:H6"]));
  const notice = await refusal(b.study.out.freezeFormulas("book"));
  expect([notice.code, notice.message.fr.includes("L'été")]).toEqual(["protectedSheet", true]);
  await excel(b, async (c) => {
    c.workbook.worksheets.getItem("L'été").protection.unprotect();
    c.workbook.protection.protect();
  });
  expect((await refusal(b.study.out.freezeFormulas("book"))).code).toBe("protectedWorkbook");
  expect(await everything(b)).toEqual(before);
});

test("formulas stuck at #NAME? are entered again", async () => {
  const b = await study();
  await excel(b, async (c) => {
    c.workbook.worksheets.getItem("L'été").getRange("J1:J2").formulas = [
      ["=_xldudf_BVN_MATURITY()+_xll.BVN.PROJECTS()"],
      ["=BVN.INCONNUE()"],
    ];
  });
  await b.settle();
  // What cannot be kept is no value: it is left, and told.
  await b.study.out.freezeFormulas("book");
  expect(b.study.getState().notice!.message.fr).toContain("'L''été'!J1, 'L''été'!J2");
  await b.study.undo();
  await b.study.out.repairFormulas();
  expect(b.study.getState().notice).toMatchObject({ kind: "warning", code: "formulasReentered" });
  await b.settle();
  const { formulas, values } = await cells(b, "J1:J2");
  expect(formulas).toEqual([["=BVN.MATURITY()+BVN.PROJECTS()"], ["=BVN.INCONNUE()"]]);
  expect(values[0][0]).toBeCloseTo(7 / 3 + 3, 10);
});

test("the study’s rows are read for an export, without people unless asked for", async () => {
  const b = await study();
  await excel(b, async (c) => {
    c.workbook.tables
      .getItem("Repondants")
      .rows.add(undefined, [["2014", "Lyon", "Zoé Quesnel", "", "", "z@x.fr", "", "", ""]]);
  });
  await b.settle();
  const requests = await b.requests(async () => {
    const { tables } = await b.study.out.readForExport({ people: false });
    expect(tables.projects.map(({ project: name, status }) => [name, status])).toEqual([
      ["Projet 1", 1],
      ["Projet 3", 3],
      ["Projet 3", 3],
    ]);
    expect(tables.respondents).toEqual([]);
  });
  expect(requests).toBeLessThanOrEqual(6);
  const { tables } = await b.study.out.readForExport({ people: true });
  expect(tables.respondents.some(({ personName }) => personName === "Zoé Quesnel")).toBe(true);
});

test("a workbook without a study has nothing to export; a table that is gone has no rows", async () => {
  const none = await bench({ created: false });
  expect((await refusal(none.study.out.readForExport({ people: true }))).code).toBe("noStudy");
  await closeBench();
  const b = await study();
  await excel(b, async (c) => c.workbook.tables.getItem("Motivations").delete());
  await b.settle();
  const { tables } = await b.study.out.readForExport({ people: true });
  expect([tables.motivations.length, tables.projects.length]).toEqual([0, 3]);
});

test("reading for an export is stopped when asked", async () => {
  const b = await study();
  const stop = b.study.subscribe(() => b.study.getState().progress?.cancel?.());
  const notice = await refusal(b.study.out.readForExport({ people: false }));
  stop();
  expect(notice.code).toBe("exportStopped");
});
