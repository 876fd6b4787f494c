import { baseOf, bvn, bvnError, column } from "../../support/base";

const panel = [
  {
    code: "33063",
    name: "Bordeaux",
    type: "Commune",
    region: "Aquitaine",
    population: 240000,
    respondent: "Agent administratif",
  },
  {
    code: "243300316",
    name: "Communauté urbaine de Bordeaux",
    type: "Communauté urbaine",
    region: "Aquitaine",
    population: "720 000",
  },
  { code: "56260", name: "Vannes", type: "Commune", region: "Bretagne", population: 55000 },
];
const projects = [
  {
    territory: "Bordeaux",
    domain: "1 – Éducation",
    project: "Équipement numérique des écoles",
    status: "3 – Réalisé",
    measure: 4,
  },
  {
    territory: "bordeaux",
    domain: "Education",
    project: "Digital equipment of schools",
    status: "Under way",
  },
  {
    territory: "Communauté urbaine de Bordeaux",
    domain: 4,
    project: "Vélos partagés",
    status: 1,
    measure: "NSP",
  },
  {
    territory: "Vannes",
    domain: "10 – Domaines transverses",
    project: "Open data*",
    status: "Done",
    measure: "SO",
  },
  {
    territory: "Vannes",
    domain: "Sécurité",
    project: "Vidéosurveillance",
    status: "",
    inclusion: "2 – Tardive",
  },
  { territory: "Vannes", domain: "Sécurité", project: "Vidéosurveillance", status: 2, edition: 2013 },
];
const base = baseOf(projects, panel);
const count = (...pairs: unknown[]) => bvn(base, "PROJECTS", pairs);

describe("criteria on the base", () => {
  test("late answers and other editions are out unless asked for", () => {
    expect(count()).toBe(4);
    expect(count("Édition", "*")).toBe(5);
    expect(count("Prise en compte", "*")).toBe(5);
    expect(count("Édition", "*", "Inclusion", "*")).toBe(6);
    expect(count("Edition", 2013)).toBe(1);
  });
  test("panel fields reach the projects through their territory", () => {
    expect(count("Type", "Commune")).toBe(3);
    expect(count("Type", "<>Commune")).toBe(1);
    expect(count("Région", "bretagne")).toBe(1);
    expect(count("Population", ">=100000")).toBe(3);
    expect(count("Population", "<=55 000")).toBe(1);
    expect(count("Classe de population", "250 000 et plus")).toBe(1);
    expect(count("Respondent", "Civil servant")).toBe(2);
  });
  test("a code is its number, its label in either language, or both", () => {
    for (const done of [3, "3", "Réalisé", "realise", "3 – Réalisé", "Done", "DONE"])
      expect(count("État", done)).toBe(2);
    expect(count("Status", ">=En cours")).toBe(3);
    expect(count("Statut", "<>Réalisé")).toBe(2);
    expect(count("Domaine", "Éducation|Domaines transverses")).toBe(3);
  });
  test("wildcards, with ~ before a literal one", () => {
    expect(count("Territoire", "*bordeaux")).toBe(3);
    expect(count("Territoire", "b?rdeaux")).toBe(2);
    expect(count("Projet", "open data~*")).toBe(1);
    expect(count("Domaine", "*trans*")).toBe(2);
  });
  test("a listed project is the same in both languages", () => {
    expect(count("Projet", "Digital equipment of schools")).toBe(2);
    expect(count("Project", "Équipement numérique des écoles")).toBe(2);
  });
  test("blank, NR, not applicable and don't know are kept apart", () => {
    expect(count("Mesure", "")).toBe(1);
    expect(count("Mesure", "NR")).toBe(1);
    expect(count("Mesure", "SO")).toBe(1);
    expect(count("Mesure", "NSP")).toBe(1);
    expect(count("Mesure", "<>")).toBe(3);
    expect(bvn(base, "MEASURE", [])).toBe(4);
    // "sans objet" leaves every base, "don't know" and blank count in the total.
    expect(bvn(base, "SHARE", ["Mesure", 4, "Base", "total"])).toBeCloseTo(1 / 3, 12);
  });
  test("mistyped names and values are pointed at", () => {
    expect(bvnError(base, "PROJECTS", ["Territoire", "Bordeau"]).text.fr).toContain(
      "Vouliez-vous dire « Bordeaux » ?",
    );
    expect(bvnError(base, "PROJECTS", ["Regoin", "x"]).text.en).toContain("Did you mean “Region”?");
    expect(bvnError(base, "PROJECTS", ["Population", "beaucoup"]).code).toBe("notANumericCriterion");
    expect(bvnError(base, "MATURITY", ["Base", "rien"]).code).toBe("unknownOption");
    expect(bvnError(base, "DISTRIBUTION", ["Population"]).code).toBe("notACodedField");
    expect(bvnError(base, "CROSSTAB", ["Domaine", "État", "médiane"]).code).toBe("unknownOption");
    expect(bvnError(base, "DISTRIBUTION", [])).toMatchObject({ code: "missingArgument" });
    expect(bvnError(base, "PROJECTS", ["Domaine", column([1, 2])]).code).toBe("criterionIsRange");
    expect(bvnError(base, "PROJECTS", ["Domaine", "#N/A"]).code).toBe("errorInCriterion");
  });
});

describe("ranges", () => {
  test("of another size, or turned, are refused by position", () => {
    expect(bvnError(null, "MATURITY", [column([1, 2, 3]), column(["a", "b"]), "a"])).toMatchObject({
      code: "rangesOfDifferentSize",
    });
    expect(bvnError(null, "MATURITY", [column([1, 2, 3]), [["a", "b", "c"]], "a"]).text.fr).toContain(
      "L’argument 2 a 1 × 3",
    );
    expect(bvnError(null, "MATURITY", [column([1, 2, 3]), "Domaine", "a"]).code).toBe("rangeExpected");
  });
  test("one cell, a row, a block, all missing, one value", () => {
    expect(bvn(null, "MATURITY", [[[3]]])).toBe(3);
    expect(bvn(null, "MATURITY", [[[1, 2, 3]]])).toBe(2);
    expect(
      bvn(null, "MATURITY", [
        [
          [1, 2],
          [3, 3],
        ],
        [
          ["x", "y"],
          ["x", "x"],
        ],
        "x",
      ]),
    ).toBeCloseTo(7 / 3, 12);
    expect(bvnError(null, "MATURITY", [column([0, null, ""])])).toMatchObject({ kind: "notAvailable" });
  });
  test("text, TRUE, an error or a date among codes is named", () => {
    for (const wrong of ["bientôt", true, "#DIV/0!", 41712, 2.5, -1, 4]) {
      expect(bvnError(null, "MATURITY", [column([1, wrong])])).toMatchObject({ code: "invalidValue" });
    }
    expect(bvnError(null, "MATURITY", [column([1, { basicValue: "#N/A" }])]).text.fr).toContain("« #N/A »");
  });
  test("labels of a range are recognised without naming the field", () => {
    const table = bvn(null, "DISTRIBUTION", [column(["1 – Étude", "Done", "", "Étude"])], "en");
    expect(table).toEqual([
      ["Status", "Count", "Share of valid", "Share of total"],
      ["Study", 2, 2 / 3, 0.5],
      ["Under way", 0, 0, 0],
      ["Done", 1, 1 / 3, 0.25],
      ["Not reported", 1, "", 0.25],
      ["Total", 4, 1, 1],
    ]);
  });
});

describe("CODE and LABEL", () => {
  test("look up one cell or a range", () => {
    expect(bvn(null, "CODE", ["Réalisé"])).toBe(3);
    expect(bvn(null, "CODE", [column(["Étude", "Done", ""]), "État"])).toEqual([[1], [3], [""]]);
    expect(bvn(null, "LABEL", [3, "État"])).toBe("Réalisé");
    expect(bvn(null, "LABEL", [3, "Status", "en"])).toBe("Done");
    expect(bvn(null, "LABEL", ["3 – Réalisé"], "en")).toBe("Done");
  });
  test("say what is wrong", () => {
    expect(bvnError(null, "CODE", ["Autre"]).code).toBe("ambiguousCode");
    expect(bvnError(null, "CODE", ["Fini", "État"]).code).toBe("unknownCode");
    expect(bvnError(null, "LABEL", [3]).code).toBe("fieldNeeded");
    expect(bvnError(null, "LABEL", [3, "État", "de"]).code).toBe("unknownOption");
    expect(bvnError(null, "LABEL", [3, "Etta"]).text.fr).toContain("Vouliez-vous dire « État »");
  });
});
