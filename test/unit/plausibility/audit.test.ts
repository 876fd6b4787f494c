import fc from "fast-check";
import { audit } from "../../../src/domain/plausibility/audit";
import { sumsOf, type CodeShare } from "../../../src/domain/plausibility/distribution";
import type { Figure, FindingCode } from "../../../src/domain/plausibility/figures";
import { reaches } from "../../../src/domain/plausibility/units";
import { manyFigures } from "../../support/manyFigures";

const codes = (figures: Figure[]): [string, FindingCode][] =>
  audit(figures).findings.map(({ figure, code }) => [figure, code]);

/** A ratio as it is printed, rounded half up or cut off. */
function print(total: number, n: number, decimals: number, cut: boolean, percent: boolean): string {
  const scale = 10 ** decimals * (percent ? 100 : 1);
  const units = cut ? Math.floor((total * scale) / n) : Math.floor((2 * total * scale + n) / (2 * n));
  const digits = String(units).padStart(decimals + 1, "0");
  const text = decimals ? `${digits.slice(0, -decimals)},${digits.slice(-decimals)}` : digits;
  return percent ? `${text} %` : text;
}

const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 6 });
const publication = fc
  .record({
    domains: fc.array(counts, { minLength: 2, maxLength: 6 }),
    decimals: fc.integer({ min: 0, max: 2 }),
    cut: fc.boolean(),
    units: fc.integer({ min: 1, max: 40 }),
  })
  .filter(({ domains }) => domains.every((each) => each.some((count) => count > 0)));

/** A publication on real counts: domains with a status of codes 1 … k, shares, a mean, means per unit. */
function publish({
  domains,
  decimals,
  cut,
  units,
}: typeof publication extends fc.Arbitrary<infer T> ? T : never) {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const total = sum(domains.map(sum));
  const figures: Figure[] = [{ id: "total", printed: String(total) }];
  domains.forEach((statuses, d) => {
    const n = sum(statuses);
    const of = `d${d}`;
    figures.push(
      { id: of, printed: String(n), total: "total", question: "domain" },
      {
        id: `${of}.share`,
        printed: print(n, total, decimals, cut, true),
        kind: "share",
        count: of,
        of: "total",
        question: "domain",
        total: "100 %",
      },
      {
        id: `${of}.mean`,
        printed: print(sum(statuses.map((count, i) => count * (i + 1))), n, decimals, cut, false),
        kind: "mean",
        of,
        codes: `1-${statuses.length}`,
        question: "status",
      },
      {
        id: `${of}.perUnit`,
        printed: print(n, units, 1, cut, false),
        kind: "mean",
        count: of,
        of: "≤ 40",
        question: "unit",
      },
    );
    statuses.forEach((count, i) =>
      figures.push({
        id: `${of}.status${i + 1}`,
        printed: print(count, n, decimals, cut, true),
        kind: "share",
        of,
        codes: String(i + 1),
        question: "status",
        total: "100 %",
      }),
    );
  });
  return figures;
}

describe("whatever the real counts", () => {
  test("figures printed from them, all rounded or all cut off, are never called impossible", () => {
    fc.assert(
      fc.property(publication, (real) => {
        const impossible = audit(publish(real)).findings.filter(({ severity }) => severity !== "doubtful");
        expect(impossible).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("rounded figures raise nothing at all", () => {
    fc.assert(
      fc.property(publication, (real) => expect(codes(publish({ ...real, cut: false }))).toEqual([])),
      { numRuns: 500 },
    );
  });

  test("a count that its total denies is found, and so is a share moved beyond what its count prints as", () => {
    fc.assert(
      fc.property(publication, fc.nat(), fc.integer({ min: 1, max: 9 }), (real, seed, by) => {
        const figures = publish({ ...real, cut: false });
        const wrongTotal = figures.map((each) =>
          each.id === "total" ? { ...each, printed: String(Number(each.printed) + by) } : each,
        );
        expect(codes(wrongTotal)).toContainEqual(["total", "partsDoNotAdd"]);
        const at = seed % real.domains.length;
        const moved = figures.map((each) => {
          if (each.id !== `d${at}.share`) return each;
          const units = Number(each.printed.replace(/[^\d]/g, "")) + by + 1;
          const digits = String(units).padStart(real.decimals + 1, "0");
          const text = real.decimals
            ? `${digits.slice(0, -real.decimals)},${digits.slice(-real.decimals)}`
            : digits;
          return { ...each, printed: `${text} %` };
        });
        expect(codes(moved)).toContainEqual([`d${at}.share`, "notShareOfCount"]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("against trying everything", () => {
  test("the sums a distribution allows", () => {
    const member = fc.record({
      from: fc.integer({ min: 1, max: 4 }),
      size: fc.nat(3),
      low: fc.nat(8),
      more: fc.nat(4),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.array(member, { maxLength: 4 }), (n, members) => {
        const shares: CodeShare[] = members.map(({ from, size, low, more }) => ({
          codes: { min: from, max: Math.min(4, from + size) },
          low,
          high: low + more,
        }));
        const sums: number[] = [];
        for (let a = 0; a <= n; a++)
          for (let b = 0; a + b <= n; b++)
            for (let c = 0; a + b + c <= n; c++) {
              const all = [a, b, c, n - a - b - c];
              const held = shares.every(({ codes: { min, max }, low, high }) => {
                const count = all.slice(min - 1, max).reduce((x, y) => x + y, 0);
                return low <= count && count <= high;
              });
              if (held) sums.push(all.reduce((sum, count, i) => sum + count * (i + 1), 0));
            }
        const expected = sums.length ? { low: Math.min(...sums), high: Math.max(...sums) } : null;
        expect(sumsOf({ min: 1, max: 4 }, n, shares)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test("whole numbers with a least, a most and a median that add up to a total", () => {
    const lists = (n: number, least: number, most: number): number[][] =>
      n === 0
        ? [[]]
        : Array.from({ length: most - least + 1 }, (_, i) => least + i).flatMap((value) =>
            lists(n - 1, value, most).map((rest) => [value, ...rest]),
          );
    for (let n = 1; n <= 5; n++)
      for (let least = 0; least <= 2; least++)
        for (let most = least; most <= 4; most++) {
          const all = lists(n, least, most).filter((list) => list[0] === least && list.at(-1) === most);
          for (let total = 0; total <= 4 * n; total++)
            for (const median of [null, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4]) {
              const found = all.some(
                (list) =>
                  list.reduce((a, b) => a + b, 0) === total &&
                  (median === null ||
                    (list[Math.floor((n - 1) / 2)] + list[Math.floor(n / 2)]) / 2 === median),
              );
              expect([n, least, most, total, median, reaches(n, total, least, most, median)]).toEqual([
                n,
                least,
                most,
                total,
                median,
                found,
              ]);
            }
        }
  });
});

describe("what is told", () => {
  const base: Figure = { id: "n", printed: "40" };
  test.each<[string, Figure[], [string, FindingCode][]]>([
    ["a part above its base", [base, { id: "part", printed: "41", of: "n" }], [["part", "partAboveWhole"]]],
    [
      "a mean outside its scale",
      [base, { id: "m", printed: "4,5", of: "n", codes: "1-4" }],
      [["m", "outsideScale"]],
    ],
    [
      "a mean no total gives",
      [base, { id: "m", printed: "2,44", of: "n", codes: "1-4" }],
      [["m", "notOnBase"]],
    ],
    [
      "a median of counts that is no half",
      [base, { id: "m", printed: "2,3", kind: "median", count: "n", of: "≤ 20" }],
      [["m", "medianNotHalf"]],
    ],
    [
      "a range that the total cannot fill",
      [
        base,
        { id: "low", printed: "1", kind: "lowest", count: "n", of: "≤ 5" },
        { id: "high", printed: "5", kind: "highest", count: "n", of: "≤ 5" },
      ],
      [["high", "spreadImpossible"]],
    ],
    [
      "shares far from 100 %",
      [
        { id: "a", printed: "40 %", total: "100 %" },
        { id: "b", printed: "55 %", total: "100 %" },
      ],
      [["a", "sharesDoNotAdd"]],
    ],
    [
      "more done than done or under way",
      [
        base,
        { id: "a", printed: "75 %", of: "n", codes: "3", question: "s" },
        { id: "b", printed: "50 %", of: "n", codes: "2-3", question: "s" },
      ],
      [["b", "sharesContradict"]],
    ],
    [
      "rows that are not as many as said",
      [
        { id: "r", printed: "3", kind: "rows", question: "q" },
        { id: "a", printed: "1", question: "q" },
      ],
      [["r", "listLength"]],
    ],
    [
      "breakdowns of one total that differ: nobody can say which is wrong",
      [
        { id: "t", printed: "10" },
        { id: "a", printed: "4", total: "t", question: "x" },
        { id: "b", printed: "6", total: "t", question: "x" },
        { id: "c", printed: "4", total: "t", question: "y" },
        { id: "d", printed: "7", total: "t", question: "y" },
      ],
      [["t", "partsDoNotAdd"]],
    ],
    ["a figure nobody can read", [{ id: "a", printed: "beaucoup" }], [["a", "unreadable"]]],
    ["a count that is not whole", [{ id: "a", printed: "2,5", kind: "count" }], [["a", "countNotWhole"]]],
    [
      "a name that is no figure",
      [
        { id: "total", printed: "5" },
        { id: "a", printed: "5", of: "totale" },
      ],
      [["a", "unknownReference"]],
    ],
    ["the same name twice", [base, base], [["n", "duplicateName"]]],
    ["codes that are none", [{ ...base, codes: "many" }], [["n", "badCodes"]]],
    ["nothing", [], []],
  ])("%s", (_, figures, expected) => expect(codes(figures)).toEqual(expected));

  test("a name is recognised whatever its case and accents, and the nearest is suggested", () => {
    const { findings } = audit([
      { id: "Éducation", printed: "125" },
      { id: "a", printed: "48,8 %", of: "education" },
      { id: "b", printed: "48,8 %", of: "Educaton" },
    ]);
    expect(findings.map(({ figure, message }) => [figure, message.fr])).toEqual([
      ["b", "Aucun chiffre ne s’appelle « Educaton ». Vouliez-vous dire « Éducation » ?"],
    ]);
  });

  test("ten thousand figures are read in one go", () => {
    const figures = manyFigures();
    expect(audit(figures).findings.length).toBeGreaterThan(2000);
  });
});
