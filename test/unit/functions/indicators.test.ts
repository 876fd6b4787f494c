import { territorySums } from "../../../src/domain/indicators/byTerritory";
import { describeIndicator } from "../../../src/domain/indicators/describe";
import { figureOf } from "../../../src/domain/indicators/figures";
import {
  findIndicator,
  indicatorById,
  indicatorsOf,
  suggestIndicator,
} from "../../../src/domain/indicators/registry";
import {
  figureAt,
  territoriesWithRows,
  territoryColumns,
} from "../../../src/domain/indicators/territoryColumns";
import { Codebook, editionById, editions, type Edition } from "../../../src/domain/codebook";
import { BaseQuery } from "../../../src/domain/query/baseQuery";
import { functionDefinitions } from "../../../src/functions/catalogue";
import { baseOf, bvn, bvnError, codebook2014, column } from "../../support/base";

type Table = (string | number)[][];
const options = { base: "valid", invalid: "error" } as const;

describe("the registry", () => {
  test.each(editions.map((edition) => [edition.id, edition] as const))(
    "of edition %s: every entry is complete, in both languages",
    (_id, edition) => {
      const codebook = new Codebook(edition);
      const indicators = indicatorsOf(codebook);
      expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length);
      for (const indicator of indicators) {
        const { definition, formula, source, missing, unit } = describeIndicator(codebook, indicator);
        for (const text of [indicator.label, definition, source, missing, unit]) {
          expect(text.fr).not.toBe("");
          expect(text.en).not.toBe("");
        }
        expect(formula).not.toBe("");
        expect(functionDefinitions.map(({ id }) => id)).toContain(indicator.functionId);
        for (const field of indicator.fields) codebook.field(indicator.table, field);
      }
    },
  );

  test("an indicator is found by id, label and other names, however they are typed", () => {
    const named = (text: string) => findIndicator(codebook2014, text)?.id;
    expect(["maturity", "MATURITÉ", "État", "status", "Maturity"].map(named)).toEqual(
      Array(5).fill("maturity"),
    );
    expect(["Indice d'état", "indice état", "statusIndex", "Maturity index"].map(named)).toEqual(
      Array(4).fill("statusIndex"),
    );
    expect(["Global", "indice global", "Global index"].map(named)).toEqual(Array(3).fill("global"));
    expect(["part réalisé", "Done share", "Équilibre", "projets", "Response rate"].map(named)).toEqual([
      "doneShare",
      "doneShare",
      "balance",
      "projects",
      "response",
    ]);
    expect(named("xyz")).toBeUndefined();
    expect(suggestIndicator(codebook2014, "Maturte")?.id).toBe("maturity");
  });

  test("scales come from the code book: another list, another scale, no code", () => {
    const edition = editionById("2014");
    const wider: Edition = {
      ...edition,
      lists: {
        ...edition.lists,
        status: {
          ...edition.lists.status,
          codes: [...edition.lists.status.codes, { code: 4, label: { fr: "Étendu", en: "Extended" } }],
        },
        benefit: { display: "codeLabel", ordered: true, codes: edition.lists.measure.codes },
      },
      tables: {
        ...edition.tables,
        projects: {
          ...edition.tables.projects,
          fields: [
            ...edition.tables.projects.fields,
            { id: "benefit", kind: "code", list: "benefit", label: { fr: "Bénéfice", en: "Benefit" } },
          ],
        },
      },
    };
    const codebook = new Codebook(wider);
    expect(indicatorById(codebook, "maturity").scale).toEqual([1, 4]);
    expect(indicatorById(codebook, "doneShare").label.fr).toBe("Part « Étendu »");
    const base = baseOf(
      [
        { status: 4, benefit: 1, domain: 1, territory: "A" },
        { status: 1, benefit: 4, domain: 2, territory: "A" },
      ],
      [],
      codebook,
    );
    expect(bvn(base, "INDEX", ["État"])).toBe(50);
    expect(bvn(base, "INDEX", ["Bénéfice", "Domaine", 2])).toBe(100);
    // Status and benefit of four parts (measure and means are blank): half of them, less than two thirds.
    expect(bvnError(base, "INDEX", ["Global"])).toMatchObject({ code: "noData" });
  });
});

const rows = [
  { territory: "A", domain: 1, status: 3, measure: 4, means: "" },
  { territory: "A", domain: 1, status: 2, measure: "NR", means: 2 },
  { territory: "B", domain: 2, status: 1, measure: 1, means: 2 },
  { territory: "B", domain: 1, status: "", measure: "SO", means: 3 },
];
const panel = [
  { name: "A", type: 1, region: 6, population: 60000 },
  { name: "B", type: 2, region: 6, population: 120000 },
  { name: "C", type: 2, region: 22, population: 120000 },
];
const base = baseOf(rows, panel);

describe("INDEX", () => {
  test("is 0 to 100 on the scale, whichever name of the indicator is typed", () => {
    for (const name of ["Maturité", "État", "Indice d’état", "statusIndex", "Maturity"]) {
      expect(bvn(base, "INDEX", [name])).toBe(50);
    }
    expect(bvn(base, "INDEX", ["Mesure"])).toBeCloseTo((100 * (2.5 - 1)) / 3, 12);
  });
  test("Global is the mean of the parts, if two thirds have data", () => {
    const parts = ["État", "Mesure", "Moyens"].map((name) => bvn(base, "INDEX", [name]) as number);
    expect(bvn(base, "INDEX", ["Global"])).toBeCloseTo((parts[0] + parts[1] + parts[2]) / 3, 12);
    const twoThirds = baseOf(rows.map((row) => ({ ...row, means: "" })));
    expect(bvn(twoThirds, "INDEX", ["Global"])).toBeCloseTo((parts[0] + parts[1]) / 2, 12);
    const oneThird = baseOf(rows.map((row) => ({ ...row, means: "", measure: "" })));
    expect(bvnError(oneThird, "INDEX", ["Global"])).toMatchObject({ code: "noData", kind: "notAvailable" });
  });
  test("of ranges: a range of labels, a name then its ranges, codes with their field", () => {
    const status = column(["Réalisé", "2 – En cours", 1, ""]);
    const domain = column([1, 1, 2, 1]);
    const measure = column([4, 0, 1, "SO"]);
    const means = column([null, 2, 2, 3]);
    expect(bvn(null, "INDEX", [status])).toBe(50);
    expect(bvn(null, "INDEX", [status, domain, 1])).toBe(75);
    expect(bvn(null, "INDEX", ["Maturité", status, domain, 1])).toBe(75);
    expect(bvn(null, "INDEX", ["Global", status, measure, means])).toBeCloseTo(
      bvn(base, "INDEX", ["Global"]) as number,
      12,
    );
    const bare = column([3, 2, 1, 0]);
    expect(bvnError(null, "INDEX", [bare])).toMatchObject({ code: "scaleNeeded" });
    expect(bvn(null, "INDEX", [bare, "Champ", "État"])).toBe(50);
    expect(bvnError(null, "INDEX", ["Global", status, measure])).toMatchObject({ code: "rangesNeeded" });
  });
  test("names what is wrong", () => {
    expect(bvnError(base, "INDEX", ["Maturte"]).text.fr).toContain("Vouliez-vous dire « Maturité »");
    expect(bvnError(base, "INDEX", [null])).toMatchObject({ code: "missingArgument" });
    expect(bvnError(base, "INDEX", ["Taux de réponse"])).toMatchObject({ code: "unknownIndicator" });
    expect(bvnError(base, "INDEX", ["Mode de gestion"])).toMatchObject({ code: "unknownIndicator" });
    expect(bvnError(base, "INDEX", ["État", "Panel", 119])).toMatchObject({ code: "optionNotHere" });
  });
});

describe("BALANCE", () => {
  // Projects by domain in the published tables of 2014.
  const counts = [125, 79, 86, 131, 29, 40, 115, 75, 64, 69];
  const cells = counts.flatMap((n, i) => Array<number>(n).fill(i + 1));
  const published = baseOf(cells.map((domain) => ({ domain, status: 1, territory: "X" })));

  test("of the ten domains of 2014 is 0.964", () => {
    expect(bvn(published, "BALANCE", [])).toBeCloseTo(0.964, 3);
    expect(bvn(published, "BALANCE", ["Domaine"])).toBe(bvn(published, "BALANCE", []));
    expect(bvn(null, "BALANCE", [column(cells), "Champ", "Domaine"])).toBe(bvn(published, "BALANCE", []));
  });
  test("S is the number of codes, not of those met", () => {
    expect(bvn(base, "BALANCE", [])).toBeCloseTo(
      -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25)) / Math.log(10),
      12,
    );
    expect(bvn(base, "BALANCE", ["État", "Territoire", "B"])).toBe(0);
  });
  test("texts have no list, so there is no S", () => {
    expect(bvnError(base, "BALANCE", ["Projet"])).toMatchObject({ code: "notACodedField" });
    expect(bvnError(null, "BALANCE", [column(["a", "b"])])).toMatchObject({ code: "scaleNeeded" });
    expect(bvnError(base, "BALANCE", ["Mode de gestion"])).toMatchObject({ code: "noData" });
  });
});

describe("RANKING", () => {
  test("orders the values, keeps ties, states each base and the whole", () => {
    const table = bvn(base, "RANKING", ["Territoire", "Maturité"], "en") as Table;
    expect(table).toEqual([
      ["Rank", "Territory", "Maturity", "Answers (n)", "Not reported", "Territories", "Reliability"],
      [1, "A", 2.5, 2, 0, 1, "with care: 2 answers (under 5)"],
      [2, "B", 1, 1, 1, 1, "with care: 1 answer (under 5)"],
      ["", "All", 2, 3, 1, 2, "insufficient: 2 territories (under 3)"],
    ]);
  });
  test("the first ones with their ties, and the last ones", () => {
    const tied = baseOf(
      [3, 3, 2, 1].flatMap((status, i) => [{ territory: `T${i}`, project: `P${i}`, domain: 1, status }]),
    );
    const names = (args: unknown[]) =>
      (bvn(tied, "RANKING", args) as Table).slice(1, -1).map((row) => row.slice(0, 2));
    expect(names(["Territoire", "Maturité", 1])).toEqual([
      [1, "T0"],
      [1, "T1"],
    ]);
    expect(names(["Territoire", "Maturité", 3])).toEqual([
      [1, "T0"],
      [1, "T1"],
      [3, "T2"],
    ]);
    expect(names(["Territoire", "Maturité", -1])).toEqual([[1, "T3"]]);
    expect(names(["Projet", null, 1])).toHaveLength(4);
    expect(names(["Territoire", "Maturité", 0])).toEqual(names(["Territoire", "Maturité"]));
  });
  test("values without data stand last, without a rank", () => {
    const table = bvn(base, "RANKING", ["Domaine", "Mesure"]) as Table;
    expect(table.slice(1, 4).map((row) => row.slice(0, 5))).toEqual([
      [1, "Éducation", 4, 1, 1],
      [2, "Énergie / Eau / Déchets", 1, 1, 0],
      ["", "Loisirs / Culture", "", 0, 0],
    ]);
    expect(table).toHaveLength(12);
  });
  test("of ranges, whether the indicator is a range or a name", () => {
    const territory = column(["A", "A", "B", "B"]);
    const status = column(["Réalisé", "En cours", "Étude", ""]);
    const domain = column(["Éducation", "Éducation", "Énergie", "Éducation"]);
    const own = (table: unknown) => (table as Table).slice(1).map((row) => row.slice(0, 5));
    const expected = [
      [1, "A", 2.5, 2, 0],
      [2, "B", 1, 1, 1],
      ["", "Ensemble", 2, 3, 1],
    ];
    expect(own(bvn(null, "RANKING", [territory, status]))).toEqual(expected);
    expect(own(bvn(null, "RANKING", [territory, "Maturité", null, status]))).toEqual(expected);
    expect(own(bvn(null, "RANKING", [territory, status, null, "Territoire", territory]))).toEqual(expected);
    expect(own(bvn(null, "RANKING", [territory, status, 1, domain, "Éducation"]))).toEqual([
      [1, "A", 2.5, 2, 0],
      ["", "Ensemble", 2.5, 2, 1],
    ]);
    expect(own(bvn(null, "RANKING", [territory]))[0]).toEqual([1, "A", 2, 2, 0]);
  });
  test("names what is wrong", () => {
    expect(bvnError(base, "RANKING", [null])).toMatchObject({ code: "missingArgument" });
    expect(bvnError(base, "RANKING", ["Domian"]).text.en).toContain("Did you mean “Domain”");
    expect(bvnError(base, "RANKING", ["Domaine", "Maturité", 2.5])).toMatchObject({ code: "wrongNumber" });
    expect(bvnError(base, "RANKING", ["Population", "Maturité"])).toMatchObject({ code: "notACodedField" });
    expect(bvnError(base, "RANKING", ["Domaine", "Complétude"])).toMatchObject({ code: "unknownIndicator" });
  });
});

describe("figures by territory", () => {
  const query = new BaseQuery(base, "projects", [], options);
  test("are those of the function on each territory", () => {
    for (const id of ["maturity", "measureIndex", "doneShare", "balance", "projects", "global"]) {
      const indicator = indicatorById(codebook2014, id);
      const columns = territoryColumns(query, indicator);
      for (const place of territoriesWithRows(query)) {
        const name = columns.groups[place].label.fr;
        const own = figureOf(new BaseQuery(base, "projects", [["territory", name]], options), indicator);
        expect([id, figureAt(columns, place)]).toEqual([id, { ...own, sum: null }]);
      }
    }
  });
  test("sums give the figure back, evenness and the global index too", () => {
    for (const id of ["maturity", "measureIndex", "doneShare", "balance", "global"]) {
      const indicator = indicatorById(codebook2014, id);
      const sums = territorySums(query, indicator);
      const total = (of: "sum" | "n") => sums.reduce((sum, each) => sum + each[of], 0);
      expect(total("sum") / total("n")).toBeCloseTo(figureOf(query, indicator).value!, 12);
    }
  });
});

test("CROSSTAB gives the mean of any indicator of one field, of ranges too", () => {
  const share = bvn(base, "CROSSTAB", ["Domaine", "Territoire", "Part « Réalisé »"]) as Table;
  expect(share[1].slice(1, 4)).toEqual([0.5, "", 0.5]);
  const index = bvn(base, "CROSSTAB", ["Domaine", "Territoire", "Indice d'état"]) as Table;
  expect(index[1].slice(1, 4)).toEqual([75, "", 75]);
  const own = rows.map((row) => row.territory);
  const status = column(["Réalisé", "En cours", "Étude", ""]);
  const ranges = [column(rows.map(({ domain }) => (domain === 1 ? "Éducation" : "Énergie"))), column(own)];
  for (const args of [
    [...ranges, status],
    [...ranges, "Maturité", status],
    [...ranges, "Maturité", column([3, 2, 1, 0])],
  ]) {
    const table = bvn(null, "CROSSTAB", args) as Table;
    expect(table[1].slice(1, 4)).toEqual([2.5, "", 2.5]);
  }
  expect(bvnError(null, "CROSSTAB", [...ranges, "Maturité"])).toMatchObject({ code: "rangesNeeded" });
  expect(bvnError(base, "CROSSTAB", ["Domaine", "Territoire", status])).toMatchObject({
    code: "criterionIsRange",
  });
});

describe("functions of the survey on ranges and on another edition", () => {
  test("MOTIVATION of ranks, COMPLETENESS and RESPONSE of cells", () => {
    expect(bvn(null, "MOTIVATION", [column([1, 2, "", 5, "NR"])])).toBe((5 + 4 + 1) / 3);
    expect(bvn(null, "MOTIVATION", [column([1, 2, 5]), column(["x", "y", "x"]), "x"])).toBe(3);
    expect(bvnError(null, "MOTIVATION", [column([1, 6])])).toMatchObject({ code: "invalidValue" });
    expect(bvn(null, "COMPLETENESS", [column([1, 0, "SO", "NR", "Régie"])])).toBe(0.75);
    expect(bvn(null, "RESPONSE", [column([45000, "", 45010, null])])).toBe(0.5);
    expect(bvnError(null, "RESPONSE", [column(["SO", "SO"])])).toMatchObject({ code: "noData" });
  });
  test("RESPONSE and COMPLETENESS of an edition count its answers", () => {
    const both = baseOf(
      [
        { territory: "A", domain: 1, project: "p", status: 3 },
        { territory: "B", domain: 1, project: "p", status: 3, edition: "2013" },
        { territory: "C", domain: 1, project: "p", status: 3, edition: "2013" },
      ],
      panel,
    );
    expect(bvn(both, "RESPONSE", [])).toBeCloseTo(1 / 3, 12);
    expect(bvn(both, "RESPONSE", ["Édition", "2013"])).toBeCloseTo(2 / 3, 12);
    expect(bvn(both, "RESPONSE", ["Édition", "*"])).toBe(1);
    expect(bvn(both, "COMPLETENESS", ["B", "Édition", "2013"])).toBeGreaterThan(0);
    expect(bvn(both, "RESPONSE", ["Classe de population", "100 000 à 249 999", "Édition", "2013"])).toBe(1);
  });
});
