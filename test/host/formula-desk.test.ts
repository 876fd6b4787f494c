import { studyEnvironment } from "../../src/functions";
import type { Language } from "../../src/domain/language";
import { FormulaDesk } from "../../src/excel/formulas/desk";
import type { RowsToShow } from "../../src/excel/formulas/contract";
import { explain, type Explanation } from "../../src/functions/explain";
import { rowsBehind } from "../../src/functions/explainRows";
import { knownArguments } from "../../src/functions/knownArguments";
import { callsIn } from "../../src/functions/formulaCalls";
import { connectBvn } from "./functions-support";
import { bench, closeBench, excel, project, refusal, type Bench } from "./study-support";

afterEach(closeBench);

/** A study of six projects with the BVN functions and the helper's desk. */
async function desk(lang: Language = "fr") {
  const b = await bench({ lang });
  const environment = studyEnvironment(b.study, b.base);
  await connectBvn(b.book, environment, lang);
  await b.study.addTerritory({
    code: "69123",
    name: "Lyon",
    type: "Commune",
    region: "Rhône-Alpes",
    population: 491268,
  });
  await b.study.addTerritory({
    code: "30189",
    name: "Nîmes",
    type: "Commune",
    region: "Languedoc-Roussillon",
    population: 144940,
  });
  for (const values of [
    { territory: "Lyon", domain: 1, project: "A", status: 3 },
    { territory: "Nîmes", domain: 1, project: "B", status: null },
    { territory: "Lyon", domain: 2, project: "C", status: 2 },
    { territory: "Nîmes", domain: 2, project: "D", status: 1 },
    { territory: "Lyon", domain: 1, project: "E", status: 1 },
    { territory: "Lyon", domain: 6, project: "F", status: null },
  ])
    await b.study.addProject(project(values));
  await excel(b, async (context) => void context.workbook.worksheets.add("Calcul").activate());
  await b.settle();
  b.study.dismissNotice();
  const formulas = new FormulaDesk(b.study.work);
  const write = async (address: string, formula: string) => {
    b.book.host.write(address, formula);
    await b.settle();
  };
  const select = async (address: string) => {
    b.book.host.select(address);
    await b.settle();
  };
  const context = () => environment.context()!;
  /** What the pane would say of the selected cell's first call. */
  const explained = async (): Promise<{
    said: Explanation;
    rows: (missing?: string) => RowsToShow | null;
  }> => {
    const cell = (await formulas.selected())!;
    const [call] = callsIn(cell.formula);
    const known = await knownArguments(formulas, cell, call);
    return {
      said: explain(context(), call, known)!,
      rows: (missing) => rowsBehind(context(), call, known, missing),
    };
  };
  return { ...b, formulas, write, select, explained, context };
}

/** Names of the projects whose rows are not hidden. */
async function visible(b: Bench): Promise<string[]> {
  return excel(b, async (context) => {
    const body = context.workbook.tables.getItem("Projets").getDataBodyRange().load("rowCount,values");
    const headers = context.workbook.tables.getItem("Projets").getHeaderRowRange().load("values");
    await context.sync();
    const rows = body.values.map((_, i) => body.getRow(i).load("rowHidden"));
    await context.sync();
    const at = headers.values[0].indexOf("Projet");
    return body.values.flatMap((row, i) => (rows[i].rowHidden ? [] : [String(row[at])]));
  });
}

describe("a selected cell", () => {
  test("with a formula about the base tells its arguments, base and value", async () => {
    const { write, select, explained, formulas } = await desk();
    await write("Calcul!B2", '=ROUND(BVN.MATURITY("Domaine";"Éducation";"Territoire";A1);2)');
    await write("Calcul!A1", "Lyon");
    await select("Calcul!B2");
    expect(await formulas.selected()).toMatchObject({
      formula: '=ROUND(BVN.MATURITY("Domaine","Éducation","Territoire",A1),2)',
      formulaLocal: '=ARRONDI(BVN.MATURITY("Domaine";"Éducation";"Territoire";A1);2)',
      text: "2",
    });
    const { said } = await explained();
    expect(said.title.fr).toBe("Maturité");
    expect(said.arguments.map(({ fr }) => fr)).toEqual([
      "Domaine est « Éducation »",
      "Territoire est « Lyon » (lu dans A1)",
      "Édition : 2014 (aucune paire n’en nomme une autre)",
      "Réponses tardives, rejetées ou en double laissées de côté",
    ]);
    expect(said.outcome).toEqual({ kind: "value", value: 2 });
    expect(said.base).toMatchObject({ form: "base", rows: 2, territories: 1 });
    expect(said.base!.answers).toMatchObject([{ fieldId: "status", n: 2, notReported: 0 }]);
  });

  test("with a formula about ranges tells how many answered, in structured references and addresses", async () => {
    const { write, select, explained } = await desk();
    await write("Calcul!B2", '=BVN.MATURITY(Projets[État];Projets[Domaine];"Éducation")');
    await select("Calcul!B2");
    const { said } = await explained();
    expect(said.arguments.map(({ fr }) => fr)).toEqual([
      "réponses : les cellules Projets[État]",
      "Projets[Domaine] est « Éducation »",
    ]);
    expect(said.outcome).toEqual({ kind: "value", value: 2 });
    expect(said.base).toMatchObject({ form: "ranges", rows: 2, territories: null });
    expect(said.base!.answers).toMatchObject([{ n: 2, notReported: 1 }]);
  });

  test("inside a spilled table is explained by the formula that spills", async () => {
    const { write, select, explained, formulas } = await desk();
    await write("Calcul!B2", '=BVN.DISTRIBUTION("État")');
    await select("Calcul!C4");
    expect((await formulas.selected())!.address).toBe("Calcul!B2");
    const { said } = await explained();
    expect(said.arguments[0].fr).toBe("champ : État");
    expect(said.base!.answers).toMatchObject([{ fieldId: "status", n: 4, notReported: 2 }]);
    expect(said.outcome).toMatchObject({ kind: "value" });
  });

  test("whose formula fails says why, and one that is still to be calculated does not guess", async () => {
    const { write, select, explained } = await desk();
    await write("Calcul!B2", '=BVN.MATURITY("Domaine";"Educaton")');
    await select("Calcul!B2");
    expect((await explained()).said.outcome).toMatchObject({
      kind: "error",
      message: { fr: expect.stringContaining("Vouliez-vous dire « Éducation »") },
    });
    await write("Calcul!B3", '=BVN.MATURITY("Domaine";BVN.LABEL(1;"Domaine"))');
    await select("Calcul!B3");
    const { said } = await explained();
    expect(said.outcome).toEqual({ kind: "unknown" });
    expect(said.arguments[0].fr).toContain('calculé par BVN.LABEL(1,"Domaine")');
  });
});

describe("showing rows", () => {
  test("filters Projets by the columns of the criteria, and one call takes the filter away", async () => {
    const d = await desk();
    await d.write("Calcul!B2", '=BVN.MATURITY("Domaine";"Éducation";"Population";">200000")');
    await d.select("Calcul!B2");
    const { rows } = await d.explained();
    expect(rows()).toMatchObject({ table: "projects", rows: [0, 4] });
    expect(await d.formulas.show(rows()!)).toMatchObject({ table: "Projets", rows: 2 });
    expect(await visible(d)).toEqual(["A", "E"]);
    expect(d.study.getState().notice!.message.fr).toBe("2 lignes montrées dans Projets par un filtre.");
    expect(d.formulas.shown()).toMatchObject({ rows: 2 });
    await d.formulas.showAll();
    expect(await visible(d)).toEqual(["A", "B", "C", "D", "E", "F"]);
    expect(d.formulas.shown()).toBeNull();
    // Back where one came from.
    expect((await d.formulas.selected())!.address).toBe("Calcul!B2");
  });

  test("shows those that did not answer, blanks included", async () => {
    const d = await desk();
    await d.write("Calcul!B2", "=BVN.MATURITY()");
    await d.select("Calcul!B2");
    const { rows } = await d.explained();
    await d.formulas.show(rows("status")!);
    expect(await visible(d)).toEqual(["B", "F"]);
    // All rows of the formula are all rows of the table.
    expect(await d.formulas.show(rows()!)).toBeNull();
    expect(await visible(d)).toHaveLength(6);
    expect(d.study.getState().notice!.code).toBe("allRowsShown");
  });

  test("puts the person's own filter aside and back", async () => {
    const d = await desk();
    await excel(d, async (context) =>
      context.workbook.tables
        .getItem("Projets")
        .columns.getItem("Territoire")
        .filter.applyValuesFilter(["Nîmes"]),
    );
    await d.write("Calcul!B2", '=BVN.PROJECTS("Domaine";"Éducation")');
    await d.select("Calcul!B2");
    await d.formulas.show((await d.explained()).rows()!);
    expect(await visible(d)).toEqual(["A", "B", "E"]);
    await d.formulas.showAll();
    expect(await visible(d)).toEqual(["B", "D"]);
  });

  test("works for ranges in a table, and goes to ranges outside one", async () => {
    const d = await desk();
    await d.write("Calcul!B2", '=BVN.MATURITY(Projets[État];Projets[Domaine];"Éducation")');
    await d.select("Calcul!B2");
    const inTable = await d.explained();
    await d.formulas.show(inTable.rows()!);
    expect(await visible(d)).toEqual(["A", "B", "E"]);
    await d.formulas.show(inTable.rows("")!);
    expect(await visible(d)).toEqual(["B"]);
    await d.formulas.showAll();
    d.book.host.write("Calcul!D1:E3", [
      ["Éducation", 3],
      ["Sécurité", 1],
      ["Éducation", 2],
    ]);
    await d.write("Calcul!B3", '=BVN.MATURITY(E1:E3;D1:D3;"Éducation")');
    await d.select("Calcul!B3");
    const { said, rows } = await d.explained();
    expect(said.outcome).toEqual({ kind: "value", value: 2.5 });
    expect(await d.formulas.show(rows()!)).toBeNull();
    expect(
      await excel(d, async (context) => {
        const range = context.workbook.getSelectedRange().load("address");
        await context.sync();
        return range.address;
      }),
    ).toBe("Calcul!E1:E3");
  });
});

describe("inserting", () => {
  test("writes with commas, is announced, calculated, given a format, and undone", async () => {
    const d = await desk();
    await d.select("Calcul!C3");
    expect(await d.formulas.separators()).toEqual({ list: ";", decimal: "," });
    const place = await d.formulas.place({ rows: 1, columns: 1 });
    expect(place).toMatchObject({ address: "Calcul!C3", text: "", formula: "", inTheWay: null, table: null });
    await d.formulas.insert(place, '=BVN.SHARE("État","Réalisé")', "0.0%");
    await d.settle();
    expect(d.book.host.read("Calcul!C3")).toBe(0.25);
    expect(d.study.getState().undoable!.fr).toBe("Formule écrite en Calcul!C3");
    expect(d.study.getState().notice!.code).toBe("formulaInserted");
    await d.study.undo();
    await d.settle();
    expect(d.book.host.read("Calcul!C3")).toBe("");
  });

  test("tells what is in the way of a table, and which table a cell is in", async () => {
    const d = await desk();
    await d.write("Calcul!D5", "note");
    await d.select("Calcul!B2");
    const place = await d.formulas.place({ rows: 6, columns: 4 });
    expect(place.inTheWay).toEqual({ count: 1, first: "D5" });
    await d.select("Projets!D3");
    expect((await d.formulas.place({ rows: 1, columns: 1 })).table).toEqual({
      name: "Projets",
      ofStudy: true,
    });
    expect((await refusal(d.formulas.place({ rows: 1, columns: 16384 }))).code).toBe("noRoom");
  });

  test("refuses when the cell has changed, and does not undo over someone's work", async () => {
    const d = await desk();
    await d.select("Calcul!C3");
    const place = await d.formulas.place({ rows: 1, columns: 1 });
    await d.write("Calcul!C3", "12");
    expect((await refusal(d.formulas.insert(place, "=BVN.MATURITY()"))).code).toBe("placeChanged");
    expect(d.book.host.read("Calcul!C3")).toBe(12);
    await d.formulas.insert(await d.formulas.place({ rows: 1, columns: 1 }), "=BVN.MATURITY()");
    await d.write("Calcul!C3", "à moi");
    expect((await refusal(d.study.undo())).code).toBe("formulaChangedSince");
    expect(d.book.host.read("Calcul!C3")).toBe("à moi");
  });
});

test("an English Excel is told with commas and English words", async () => {
  const { formulas, write, select, explained } = await desk("en");
  expect(await formulas.separators()).toEqual({ list: ",", decimal: "." });
  await write("Calcul!B2", '=BVN.MATURITY("Type","<>Commune")');
  await select("Calcul!B2");
  const { said } = await explained();
  expect(said.arguments[0].en).toBe("Type is not “Commune”");
  expect(said.outcome).toMatchObject({
    kind: "error",
    message: { en: "No valid answer for these criteria." },
  });
});
