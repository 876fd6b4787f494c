import fc from "fast-check";
import { sample2014 } from "../../../src/domain/sample";
import { baseOf, bvn, bvnError, codebook2014, column } from "../../support/base";

/** Projects of a domain by territory: A 3, B 1, C 1 in education; D 2 in energy. */
const rows = [
  ...["A", "A", "A", "B", "C"].map((territory) => ({ territory, domain: 1 })),
  ...["D", "D"].map((territory) => ({ territory, domain: 2 })),
].map((row, i) => ({ ...row, project: `P${i}`, status: 1 }));
const base = baseOf(rows);
const table = (args: unknown[], language: "fr" | "en" = "fr") =>
  bvn(base, "CROSSTAB", args, language) as unknown[][];

test("projects, territories, mean, median, lowest, highest and the first, by group; not reported, the whole", () => {
  const found = table(["Domaine", null, "par territoire"]);
  expect(found[0]).toEqual([
    "Domaine",
    "Nombre de projets",
    "Territoires",
    "Moyenne par territoire",
    "Médiane",
    "Minimum",
    "Maximum",
    "Premiers territoires",
  ]);
  expect(found[1]).toEqual(["Éducation", 5, 3, 5 / 3, 1, 1, 3, "A (3), B (1), C (1)"]);
  expect(found[2]).toEqual(["Énergie / Eau / Déchets", 2, 1, 2, 2, 2, 2, "D (2)"]);
  expect(found[3]).toEqual(["Loisirs / Culture", 0, 0, "", "", "", "", ""]);
  expect(found.at(-2)).toEqual(["Non renseigné", 0, 0, "", "", "", "", ""]);
  expect(found.at(-1)).toEqual(["Total", 7, 4, 7 / 4, 1.5, 1, 3, "A (3), D (2)"]);
});

test("in English, under criteria, and where too many are tied to be named", () => {
  expect(table(["Domain", null, "per territory", "Territory", "<>A"], "en")[1]).toEqual([
    "Education",
    2,
    2,
    1,
    1,
    1,
    1,
    "B (1), C (1)",
  ]);
  const tied = baseOf([..."ABCDEFG"].map((territory) => ({ territory, domain: 1, project: "P", status: 1 })));
  const [, line] = bvn(tied, "CROSSTAB", ["Domain", null, "per territory"], "en") as unknown[][];
  expect(line.at(-1)).toBe("7 territories tied (1)");
});

test("of ranges, with the territories as a range; without them the range that is missing is named", () => {
  const ranges = [column(rows.map(({ domain }) => domain)), null, "par territoire", "Champ", "Domaine"];
  const territories = column(rows.map(({ territory }) => territory));
  const found = bvn(null, "CROSSTAB", [...ranges, "Territoire", territories]) as unknown[][];
  expect(found[1].slice(1)).toEqual([5, 3, 5 / 3, 1, 1, 3, "A (3), B (1), C (1)"]);
  expect(bvnError(null, "CROSSTAB", ranges).text.fr).toContain("Territoire");
});

test("secrecy: few territories are hidden with the sums they follow from, and nothing tells of one", () => {
  const found = table(["Domaine", null, "par territoire", "Secret", 3]);
  expect(found[1]).toEqual(["Éducation", 5, 3, 5 / 3, 1, "s", "s", "s"]);
  expect(found[2]).toEqual(["Énergie / Eau / Déchets", "s", "s", "s", "s", "s", "s", "s"]);
  expect(found.at(-1)).toEqual(["Total", "s", 4, "s", 1.5, "s", "s", "s"]);
});

test("whatever the rows, projects add up, and the mean and median lie between lowest and highest", () => {
  const row = fc.record({
    territory: fc.constantFrom(..."ABCDEFGH"),
    domain: fc.integer({ min: 1, max: 10 }),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (given) => {
      const some = baseOf(given.map((one, i) => ({ ...one, project: `P${i}`, status: 1 })));
      const lines = (bvn(some, "CROSSTAB", ["Domaine", null, "par territoire"]) as unknown[][]).slice(1);
      const [whole] = lines.slice(-1) as [unknown, number][];
      expect(lines.slice(0, -1).reduce((sum, [, n]) => sum + Number(n), 0)).toBe(whole[1]);
      for (const [, n, territories, mean, median, low, high] of lines as number[][]) {
        if (!n) continue;
        expect(mean * territories).toBeCloseTo(n, 9);
        for (const middle of [mean, median]) expect(middle >= low && middle <= high).toBe(true);
      }
    }),
  );
});

test("of the sample: education has the published median of 4.5, Toulouse leads e-citizenship", () => {
  const { projects, panel } = sample2014(codebook2014);
  const found = bvn(baseOf(projects, panel), "CROSSTAB", ["Domaine", null, "par territoire"]) as unknown[][];
  expect(found[1][4]).toBe(4.5);
  expect(found[7][7]).toMatch(/^Toulouse Métropole \(13\)/);
});
