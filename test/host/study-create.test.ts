import { projectSource } from "../../src/excel/workbook/lists";
import { bench, closeBench, excel, snapshot } from "./study-support";

afterEach(closeBench);

const TABLES = ["Acteurs", "Codes", "Journal", "Motivations", "Panel", "Projets", "Rejets", "Repondants"];

describe("a new workbook", () => {
  test("becomes a study: sheets, tables, names, in few requests", async () => {
    const b = await bench({ created: false });
    expect(b.study.getState().status).toBe("none");
    const before = b.book.host.counters.requests;
    await b.study.createOrRepair();
    expect(b.book.host.counters.requests - before).toBeLessThanOrEqual(6);
    expect(b.study.getState()).toMatchObject({ status: "ready", editionId: "2014", projectCount: 0 });
    expect(b.study.getState().notice).toMatchObject({ kind: "success", code: "studyCreated" });
    const { sheets, tables, names } = (await snapshot(b)) as Record<string, [string][]>;
    expect(sheets.slice(1)).toEqual([
      ...[
        "Accueil",
        "Codes",
        "Panel",
        "Projets",
        "Motivations",
        "Acteurs",
        "Répondants",
        "Rejets",
        "Journal",
      ],
      ...["Synthèse", "BVN Listes"],
    ]);
    expect(tables.map(([name]) => name).sort()).toEqual(TABLES);
    const identity = Object.fromEntries(names as unknown as [string, string][]);
    expect(identity).toMatchObject({
      BVN_Kind: '="study"',
      BVN_Codebook: '="2014.1"',
      BVN_Language: '="fr"',
    });
    expect(b.book.host.read("Journal!B2")).toBe("Création de l’étude");
  });

  test("offers the active codes in its cells and in rows that will come", async () => {
    const { book } = await bench();
    const status = ["1 – Étude", "2 – En cours", "3 – Réalisé"];
    expect(book.host.dropdown("Projets!E2")).toEqual(status);
    expect(book.host.dropdown("Projets!E150")).toEqual(status);
    expect(book.host.dropdown("Panel!C2")).toContain("Communauté d'agglomération");
  });

  test("offers the listed projects of the row's domain, nothing without a domain", async () => {
    const b = await bench();
    const { codebook } = b.study.getState();
    const offered = async (domain: string) => {
      b.book.host.write("Projets!C2", domain);
      await excel(b, async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject("Essai").load("name");
        await context.sync();
        const target = sheet.isNullObject ? context.workbook.worksheets.add("Essai") : sheet;
        target.getRange("A1").formulas = [[projectSource("Projets!$C$2")]];
      });
      await b.settle();
      return (b.book.host.read("Essai!A1:A12") as unknown[][])
        .flat()
        .filter((cell) => cell !== "" && cell !== 0);
    };
    const listed = (domain: number) => codebook.listedProjects(domain).map(({ label }) => label.fr);
    expect(await offered("1 – Éducation")).toEqual(listed(1));
    expect(await offered("10 – Domaines transverses")).toEqual(listed(10));
    expect(await offered("")).toEqual([]);
    expect(await offered("n’importe quoi")).toEqual([]);
    const source = await excel(b, async (context) => {
      const validation = context.workbook.worksheets
        .getItem("Projets")
        .getRange("D2")
        .dataValidation.load("rule,errorAlert");
      await context.sync();
      return [validation.rule.list!.source, validation.errorAlert.showAlert];
    });
    expect(source).toEqual([projectSource("$C2"), false]);
  });

  test("speaks the language of the person who made it", async () => {
    const b = await bench({ lang: "en" });
    expect(b.book.host.dropdown("Projets!E2")).toEqual(["1 – Study", "2 – Under way", "3 – Done"]);
    const texts = await excel(b, async (context) => {
      const validation = context.workbook.worksheets.getItem("Projets").getRange("E2").dataValidation;
      validation.load("prompt,errorAlert");
      await context.sync();
      return [validation.prompt.title, validation.prompt.message, validation.errorAlert.style];
    });
    expect(texts).toEqual([
      "Status",
      "How far the project is; required. Choose from the list (Alt+↓).",
      "Stop",
    ]);
  });

  test("shows required blanks and invalid values by conditional formats", async () => {
    const b = await bench();
    const formulas = await excel(b, async (context) => {
      const formats = context.workbook.worksheets.getItem("Projets").getRange("E2").conditionalFormats;
      formats.load("items/type");
      await context.sync();
      const rules = formats.items.map((format) => format.custom.rule.load("formula"));
      await context.sync();
      return rules.map(({ formula }) => formula);
    });
    expect(formulas).toHaveLength(2);
    expect(formulas.some((formula) => formula.includes("COUNTA($A2:$N2)>0"))).toBe(true);
    expect(formulas.some((formula) => formula.includes("BVN_Connu_status"))).toBe(true);
  });

  test("of another survey has its domains and its extra column, without a line of code", async () => {
    const b = await bench({ created: false });
    await b.study.createOrRepair({ editionId: "2017" });
    await b.settle();
    expect(b.study.getState()).toMatchObject({ status: "ready", editionId: "2017" });
    expect(b.book.host.dropdown("Projets!C2")).toContain("5 – Ville intelligente");
    expect(b.book.host.read("Projets!K1")).toBe("Budget");
    const ref = await b.study.addProject({
      territory: "Lyon",
      domain: 5,
      project: "Jumeau",
      status: 2,
      budget: 120000,
    });
    expect((await b.study.readProject(ref)).draft).toMatchObject({ edition: "2017", budget: 120000 });
    await b.study.createOrRepair();
    expect(b.study.getState().notice!.code).toBe("nothingToRepair");
  });

  test("counts itself by native formulas", async () => {
    const { book, study, settle } = await bench();
    await study.addTerritory({
      code: "69123",
      name: "Lyon",
      type: "Commune",
      region: "Rhône-Alpes",
      population: 500715,
    });
    await settle();
    expect(book.host.read("Accueil!B7")).toBe(1);
    expect(book.host.read("Panel!A2:G2")).toEqual([
      ["69123", "Lyon", "Commune", "", "Rhône-Alpes", 500715, "250 000 et plus"],
    ]);
  });
});

describe("a study that is complete", () => {
  test("is left as it is by a second run", async () => {
    const b = await bench();
    await b.study.addProject({ territory: "Lyon", domain: 1, project: "Tableaux numériques", status: 2 });
    await b.settle();
    const before = await snapshot(b);
    await b.study.createOrRepair();
    expect(b.study.getState().notice).toMatchObject({ kind: "success", code: "nothingToRepair" });
    await b.settle();
    expect(await snapshot(b)).toEqual(before);
  });
});
