import fc from "fast-check";
import { CORREL } from "@formulajs/formulajs";
import { kendallTau, pearson, spearman } from "../../../src/domain/statistics/correlation";
import { baseOf, bvn, bvnError, column } from "../../support/base";

const panel = [
  { name: "Lyon", type: 1, population: 500_000 },
  { name: "Nîmes", type: 1, population: 150_000 },
  { name: "Rouen", type: 1, population: 110_000 },
  { name: "Brest Métropole", type: 3, population: 210_000 },
];
const rows = [
  { territory: "Lyon", status: 3, measure: 4, means: 3 },
  { territory: "Lyon", status: 1, measure: 2, means: "" },
  { territory: "lyon", status: 2, measure: "NR", means: 2 },
  { territory: "Nîmes", status: 1, measure: 1, means: 4 },
  { territory: "Nîmes", status: 1, measure: 3, means: 1 },
  { territory: "Rouen", status: 3, measure: 1, means: "SO" },
  { territory: "Brest Métropole", status: 2, measure: "", means: 2 },
];
const base = baseOf(rows, panel);
const byTerritory = { maturity: [2, 1, 3], measure: [3, 2, 1], population: [500_000, 150_000, 110_000] };

describe("on the workbook’s base", () => {
  test.each([
    ["Pearson", pearson],
    ["spearman", spearman],
    ["Kendall", kendallTau],
    ["τ", undefined],
  ])("%s between the means of territories that have both", (method, measure) => {
    if (!measure) {
      expect(bvnError(base, "CORRELATION", ["Maturité", "Mesure", method]).code).toBe("unknownOption");
      return;
    }
    expect(bvn(base, "CORRELATION", ["Maturité", "Mesure", method])).toBeCloseTo(
      measure(byTerritory.maturity, byTerritory.measure)!,
      12,
    );
  });
  test("an index goes like its mean; fields of the projects mean their mean; either language", () => {
    const value = bvn(base, "CORRELATION", ["Maturité", "Mesure"]);
    expect(bvn(base, "CORRELATION", ["Status index", "Measure"])).toBeCloseTo(value as number, 12);
    expect(bvn(base, "CORRELATION", ["État", "measure"])).toBeCloseTo(value as number, 12);
  });
  test("a number of the panel, and filters", () => {
    expect(bvn(base, "CORRELATION", ["Population", "Mesure"])).toBeCloseTo(
      pearson(byTerritory.population, byTerritory.measure)!,
      12,
    );
    expect(bvn(base, "CORRELATION", ["Population", "Maturité", "Kendall", "Type", "Commune"])).toBeCloseTo(
      kendallTau(byTerritory.population, byTerritory.maturity)!,
      12,
    );
  });
  test("between projects, each with both answers", () => {
    const pairs: [number, number][] = [
      [3, 4],
      [1, 2],
      [1, 1],
      [1, 3],
      [3, 1],
    ];
    const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
    for (const [method, measure] of [
      ["Pearson", pearson],
      ["Spearman", spearman],
      ["Kendall", kendallTau],
    ] as const) {
      expect(bvn(base, "CORRELATION", ["État", "Mesure", method, "Unité", "projets"])).toBeCloseTo(
        measure(x, y)!,
        12,
      );
    }
    const populations = [500_000, 500_000, 150_000, 150_000, 110_000];
    expect(bvn(base, "CORRELATION", ["Mesure", "Population", null, "Unit", "projects"])).toBeCloseTo(
      pearson(y, populations)!,
      12,
    );
    expect(bvn(base, "CORRELATION", ["Mesure", "Mesure", null, "Unit", "projects"])).toBe(1);
  });
  test("messages: unknown and unordered fields, methods, counts by project, too few pairs", () => {
    const error = (...args: unknown[]) => bvnError(base, "CORRELATION", args);
    expect(error("Maturté", "Mesure").text.fr).toContain("Vouliez-vous dire « Maturité »");
    expect(error("Mesure", "Domaine")).toMatchObject({ code: "notOrdered" });
    expect(error("Mesure", "Domaine").text.en).toContain("“Domain” has neither order nor measure");
    expect(error("Mesure", "Accord").code).toBe("notOrdered");
    expect(error("Maturité", "Mesure", "Spermann").text.fr).toContain("Vouliez-vous dire « spearman »");
    expect(error("Projets", "Mesure", null, "Unité", "projets").code).toBe("notByProject");
    expect(error("Maturité", "Mesure", null, "Territoire", "Lyon")).toMatchObject({
      code: "noVariation",
      kind: "notAvailable",
    });
    expect(error("Maturité", "Mesure", null, "Domaine", "Sécurité").code).toBe("noData");
    expect(error("Maturité", "Mesure", null, "Secret", 3).code).toBe("optionNotHere");
    expect(error("Maturité").code).toBe("missingArgument");
    expect(bvnError(null, "CORRELATION", ["Maturité", "Mesure"]).code).toBe("noBase");
  });
});

describe("on ranges", () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true }).filter((v) => v !== 0);
  test("is Excel’s CORREL", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 3, maxLength: 50 }), (pairs) => {
        const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const spread = (v: number[]) => Math.max(...v) - Math.min(...v);
        fc.pre(spread(x) > 1e-3 && spread(y) > 1e-3);
        const own = bvn(null, "CORRELATION", [column(x), column(y)]) as number;
        expect(Math.abs(own)).toBeLessThanOrEqual(1);
        expect(Math.abs(own - (CORREL(x, y) as number))).toBeLessThan(1e-9);
      }),
    );
  });
  test("Excel’s CORREL to 12 digits on random shares", () => {
    const shares = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(shares, shares), { minLength: 5, maxLength: 200 }), (pairs) => {
        const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        fc.pre(Math.max(...x) - Math.min(...x) > 0.1 && Math.max(...y) - Math.min(...y) > 0.1);
        const own = bvn(null, "CORRELATION", [column(x), column(y)]) as number;
        expect(Math.abs(own - (CORREL(x, y) as number))).toBeLessThan(1e-12);
      }),
    );
  });
  test.each([0, null, "", " ", "NR", "SO"])("a pair with %p on one side is left out", (blank) => {
    const x = [1, 2, 3, blank, 5];
    const y = [2, 1, 4, 9, blank];
    expect(bvn(null, "CORRELATION", [column(x), column(y)])).toBeCloseTo(pearson([1, 2, 3], [2, 1, 4])!, 12);
  });
  test("answers are read as their codes, criteria narrow the rows", () => {
    const status = column(["3 – Réalisé", "Étude", "En cours", "Done"]);
    const number = column([4, 1, 2.5, 3]);
    expect(bvn(null, "CORRELATION", [status, number])).toBeCloseTo(
      pearson([3, 1, 2, 3], [4, 1, 2.5, 3])!,
      12,
    );
    const types = column(["a", "a", "a", "b"]);
    expect(bvn(null, "CORRELATION", [status, number, "Kendall", types, "a"])).toBe(1);
  });
  test("with the territories’ range, between their means", () => {
    const territories = column(["A", "a ", "B", "B", "C", ""]);
    const x = column([1, 3, 4, 4, 1, 9]);
    const y = column([2, "", 3, 5, 1, 9]);
    const expected = pearson([2, 4, 1], [2, 4, 1])!;
    expect(bvn(null, "CORRELATION", [x, y, null, "Territoire", territories])).toBeCloseTo(expected, 12);
  });
  test("what is no number is named by its row, or left out when asked", () => {
    const [x, y] = [column([1, 2, "bientôt", 4]), column([1, 2, 3, 5])];
    expect(bvnError(null, "CORRELATION", [x, y]).text.fr).toContain(
      "Ligne 3 : « bientôt » n’est pas un nombre",
    );
    expect(bvn(null, "CORRELATION", [x, y, null, "Invalides", "ignorer"])).toBeCloseTo(
      pearson([1, 2, 4], [1, 2, 5])!,
      12,
    );
    expect(bvnError(null, "CORRELATION", [column([1, "#DIV/0!"]), column([1, 2])]).code).toBe("notANumber");
    const coded = column(["Étude", "Fini", "Réalisé", "En cours"]);
    expect(bvnError(null, "CORRELATION", [coded, y]).code).toBe("invalidValue");
    expect(bvnError(null, "CORRELATION", [column(["Éducation", "Sécurité"]), column([1, 2])]).code).toBe(
      "notOrdered",
    );
  });
  test("ranges of different size, a name beside a range, a constant, nothing", () => {
    const x = column([1, 2, 3]);
    expect(bvnError(null, "CORRELATION", [x, column([1, 2])]).code).toBe("rangesOfDifferentSize");
    expect(bvnError(null, "CORRELATION", [x, x, null, "Territoire", column(["A", "B"])]).code).toBe(
      "rangesOfDifferentSize",
    );
    expect(bvnError(base, "CORRELATION", ["Maturité", x])).toMatchObject({ code: "rangeExpected" });
    expect(bvnError(null, "CORRELATION", [x, column([4, 4, 4])]).text.fr).toContain("3 paires");
    expect(bvnError(null, "CORRELATION", [column(["", ""]), column(["", 0])])).toMatchObject({
      code: "noData",
      kind: "notAvailable",
    });
  });
});
