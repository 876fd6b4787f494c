import { baseOf, bvn, bvnError, codebook2014, column } from "../../support/base";

type Row = (string | number)[];
const projects = (territory: string, statuses: number[]) =>
  statuses.map((status) => ({ territory, domain: 1, project: "p", status }));
const four = [
  ...projects("A", [3, 2, 3]),
  ...projects("B", [1, 1]),
  ...projects("C", [2, 3, 2, 1]),
  ...projects("D", [3]),
];
const panelOf = (names: string[]) => names.map((name) => ({ name, type: 1, region: 6, population: 60000 }));
const base = baseOf(four, panelOf(["A", "B", "C", "D", "E", "F"]));
const row = (...call: Parameters<typeof bvn>) => (bvn(...call) as Row[])[0];

describe("INTERVAL", () => {
  test("of a mean of projects is the ratio estimator over territories", () => {
    // R: s <- c(8,2,8,3); m <- c(3,2,4,1); n <- 4; N <- 10; R <- sum(s)/sum(m);
    // v <- (1-n/N)/(n*mean(m)^2)*sum((s-R*m)^2)/(n-1); R + c(-1,1)*qt(.975,n-1)*sqrt(v)
    const [estimate, low, high, n, notReported, territories, flag] = row(base, "INTERVAL", [
      "Maturité",
      null,
      "Panel",
      10,
    ]);
    expect(estimate).toBeCloseTo(2.1, 12);
    expect(low).toBeCloseTo(1.26041300139, 10);
    expect(high).toBeCloseTo(2.93958699861, 10);
    expect([n, notReported, territories]).toEqual([10, 0, 4]);
    expect(flag).toMatch(
      /^avec prudence : 4 territoires \(moins de 10\), .*84 % de l’échelle \(plus de 20 %\)$/,
    );
  });

  test("of territories that answer once is Wilson's: 15 of 21 in 119 is 0.520 … 0.853", () => {
    const names = Array.from({ length: 119 }, (_, i) => `T${i}`);
    const actors = names
      .slice(0, 21)
      .map((territory, i) => ({ territory, statement: 1, agreement: i < 15 ? 3 : 1 }));
    const own = baseOf(four, panelOf(names), codebook2014, { actors });
    const [estimate, low, high, n, , territories] = row(own, "INTERVAL", [
      "Part d’accord",
      0.95,
      "Affirmation",
      1,
    ]);
    expect(estimate).toBeCloseTo(15 / 21, 12);
    expect(low).toBeCloseTo(0.52, 3);
    expect(high).toBeCloseTo(0.853, 3);
    expect([n, territories]).toEqual([21, 21]);
  });

  test("ranges say their territories; without a panel the population is taken as infinite", () => {
    const status = column(four.map((each) => codebook2014.label("status", each.status, "fr")));
    const territory = column(four.map((each) => each.territory));
    expect(row(null, "INTERVAL", [status, null, "Territoire", territory, "Panel", 10])).toEqual(
      row(base, "INTERVAL", ["Maturité", null, "Panel", 10]),
    );
    const [, low] = row(null, "INTERVAL", ["Maturité", null, status, "Territoire", territory]);
    expect(low).toBeLessThan(1.26);
    expect(bvnError(null, "INTERVAL", [status])).toMatchObject({ code: "territoriesNeeded" });
  });

  test("everyone asked: no width; one territory: no limits; nobody: no data", () => {
    expect(row(base, "INTERVAL", ["Maturité", null, "Panel", 4]).slice(0, 3)).toEqual([2.1, 2.1, 2.1]);
    const one = row(base, "INTERVAL", ["Maturité", null, "Territoire", "A", "Panel", 10]);
    expect(one.slice(1, 6)).toEqual(["", "", 3, 0, 1]);
    expect(one[6]).toBe("insuffisant : 1 territoire (moins de 3)");
    expect(bvnError(base, "INTERVAL", ["Mesure"])).toMatchObject({ code: "noData" });
  });

  test("N is the panel under the same criteria, and what the table lacks of the published panel", () => {
    const header = (args: unknown[]) =>
      (bvn(base, "INTERVAL", ["Maturité", null, ...args, "En-têtes", "oui"]) as Row[])[0];
    // Six territories of the 119 of 2014 are in the table; 113 are not.
    expect(header([])[5]).toBe("Territoires (sur 119)");
    expect(header(["Territoire", "A"])[5]).toBe("Territoires (sur 114)");
    expect(header(["Domaine", 1])[5]).toBe("Territoires (sur 119)");
    expect(header(["Panel", 40])[5]).toBe("Territoires (sur 40)");
  });

  test("names what is wrong", () => {
    expect(bvnError(base, "INTERVAL", ["Maturité", 95]).text.fr).toContain("entre 0 et 1");
    expect(bvnError(base, "INTERVAL", ["Nombre de projets"])).toMatchObject({ code: "unknownIndicator" });
    expect(bvnError(base, "INTERVAL", ["Maturité", null, "Panel", "beaucoup"])).toMatchObject({
      code: "wrongNumber",
    });
    expect(bvnError(base, "INTERVAL", ["Maturité", null, "En-têtes", "peut-être"])).toMatchObject({
      code: "unknownOption",
    });
  });
});

describe("weights by type and size", () => {
  // Communes under 100,000: 1 of 2 answered; agglomerations above: 3 of 2 … so weights are 4/4·(2/6)/(1/4) = 4/3.
  const panel = [
    { name: "A", type: 1, region: 6, population: 60000 },
    { name: "A2", type: 1, region: 6, population: 60000 },
    { name: "B", type: 2, region: 6, population: 120000 },
    { name: "C", type: 2, region: 6, population: 120000 },
    { name: "D", type: 2, region: 6, population: 120000 },
    { name: "D2", type: 2, region: 6, population: 120000 },
  ];
  const weighted = baseOf(four, panel);
  const w = ["Poids", "type×taille"];
  // Weight of A: (2/6) / (1/4) = 4/3; of the others: (4/6) / (3/4) = 8/9.
  const [a, others] = [4 / 3, 8 / 9];

  test("weigh each territory by its cell's share of the panel over its share of the respondents", () => {
    expect(bvn(weighted, "PROJECTS", w)).toBeCloseTo(3 * a + 7 * others, 12);
    expect(bvn(weighted, "MATURITY", w)).toBeCloseTo((8 * a + 13 * others) / (3 * a + 7 * others), 12);
    expect(bvn(weighted, "SHARE", ["État", 3, ...w])).toBeCloseTo(
      (2 * a + 2 * others) / (3 * a + 7 * others),
      12,
    );
  });
  test("tables show the unweighted base beside the weighted counts", () => {
    const table = bvn(weighted, "DISTRIBUTION", ["État", ...w], "en") as Row[];
    expect(table[0]).toEqual([
      "Status",
      "Weighted count",
      "Share of valid",
      "Share of total",
      "Unweighted base",
    ]);
    expect(table.map((line) => line[4]).slice(1)).toEqual([3, 3, 4, 0, 10]);
    expect(table[3][1]).toBeCloseTo(2 * a + 2 * others, 12);
    const crossed = bvn(weighted, "CROSSTAB", ["Type", "État", null, ...w], "en") as Row[];
    expect(crossed[0].at(-1)).toBe("Unweighted base");
    expect(crossed.at(-1)).toEqual(["Unweighted base", 3, 3, 4, 10, 0, 10]);
    const [first] = (bvn(weighted, "RANKING", ["Type", "Maturité", ...[null], ...w]) as Row[]).slice(1);
    expect(first.slice(0, 4)).toEqual([1, "Commune", 8 / 3, 3]);
    const [estimate, , , n] = row(weighted, "INTERVAL", ["Maturité", null, ...w]);
    expect(estimate).toBe(bvn(weighted, "MATURITY", w));
    expect(n).toBe(10);
  });
  test("a cell without respondents is joined with the nearest size of its type", () => {
    // Nobody of the communes above 250,000 answered: they count with those of 50,000 to 99,999.
    const more = [...panel, { name: "Z", type: 1, region: 6, population: 300000 }];
    const joined = baseOf(four, more);
    const [ja, jo] = [3 / 7 / (1 / 4), 4 / 7 / (3 / 4)];
    expect(bvn(joined, "MATURITY", w)).toBeCloseTo((8 * ja + 13 * jo) / (3 * ja + 7 * jo), 12);
  });
  test("weights of one change nothing", () => {
    const even = baseOf(
      four,
      panel.filter(({ name }) => name.length === 1),
    );
    for (const [id, ...args] of [
      ["MATURITY"],
      ["SHARE", "État", 3],
      ["INDEX", "État"],
      ["BALANCE"],
      ["PROJECTS"],
    ] as const) {
      expect([id, bvn(even, id, [...args, ...(id === "BALANCE" ? [null] : []), ...w])]).toEqual([
        id,
        bvn(even, id, [...args]),
      ]);
    }
    const plain = bvn(even, "DISTRIBUTION", ["État"]) as Row[];
    const withWeights = bvn(even, "DISTRIBUTION", ["État", ...w]) as Row[];
    expect(withWeights.slice(1).map((line) => line.slice(0, 4))).toEqual(plain.slice(1));
    expect(row(even, "INTERVAL", ["Maturité", null, ...w])).toEqual(row(even, "INTERVAL", ["Maturité"]));
  });
  test("do not exist for ranges, and are refused where they mean nothing", () => {
    expect(bvnError(null, "MATURITY", [column([1, 2]), ...w])).toMatchObject({ code: "weightsNeedBase" });
    expect(bvnError(weighted, "RESPONSE", w)).toMatchObject({ code: "optionNotHere" });
    expect(bvnError(weighted, "MATURITY", ["Poids", "âge"])).toMatchObject({ code: "unknownOption" });
  });
});
