import fc from "fast-check";
import { grim, shareScale, countScale } from "../../../src/domain/plausibility/grim";
import { printLike, readPrinted } from "../../../src/domain/plausibility/printed";
import { bvn, bvnError, column } from "../../support/base";

const plain = (text: unknown) => String(text).replace(/\u00a0|\u202f/g, " ");
const ask = (...args: unknown[]) => plain(bvn(null, "PLAUSIBLE", args));

describe("reading printed figures", () => {
  test.each([
    ["76,60 %", "percent", 0.766, 2],
    ["76.60%", "percent", 0.766, 2],
    ["16.2\u00a0%", "percent", 0.162, 1],
    ["16,2\u202f%", "percent", 0.162, 1],
    ["15 pour cent", "percent", 0.15, 0],
    ["2,14", "number", 2.14, 2],
    ["0,6", "number", 0.6, 1],
    ["1 048", "number", 1048, 0],
    ["1.048,50", "number", 1048.5, 2],
    ["1/3", "fraction", 1 / 3, 0],
    ["½", "fraction", 1 / 2, 0],
    ["１６％", "percent", 0.16, 0],
  ])("%s is a %s", (text, unit, value, decimals) => {
    const figure = readPrinted(text)!;
    expect([figure.unit, figure.decimals]).toEqual([unit, decimals]);
    expect(figure.value).toBeCloseTo(value, 12);
  });
  test.each(["", "environ 12", "-3", "12 %%", "1/0", "4/3", "2,14,5", "1e3", "12,1234567", null, {}, true])(
    "%p is not one figure",
    (text) => expect(readPrinted(text)).toBeNull(),
  );
});

describe("reference values", () => {
  test.each([
    ["51,4 %", 131, undefined, "Non : sur 131, 67 (51,1 %) ou 68 (51,9 %)"],
    ["72,22 %", 22, undefined, "Non : sur 22, 16 (72,73 %) ou 15 (68,18 %)"],
    ["48,8 %", 125, undefined, "Oui : 61 sur 125"],
    ["76.60 %", 125, undefined, "Non : sur 125, 96 (76,80 %) ou 95 (76,00 %)"],
    ["76,6 %", 128, undefined, "Oui : 98 sur 128"],
    ["70.2 %", 37, undefined, "Tronqué : 26 sur 37 s’arrondit à 70,3 %"],
    ["50 %", 1000, undefined, "Oui : 495 à 505 sur 1 000"],
    ["1/3", 64, undefined, "Oui : 21 à 22 sur 64"],
    ["1/3", 10, undefined, "Non : sur 10, 3 (30,0 %) ou 4 (40,0 %)"],
    ["4.67", 21, "1 à 5", "Oui : 98 sur 21"],
    ["0,8", 21, "1-4", "Non : sur 21, 21 (1,0)"],
    ["2.14", 125, "moyenne", "Oui : 267 à 268 sur 125"],
    ["36", 731, "%", "Oui : 260 à 266 sur 731"],
    ["0,361", 731, "part", "Oui : 264 sur 731"],
  ])("%s of %s (%s)", (printed, n, kind, expected) => expect(ask(printed, n, kind ?? null)).toBe(expected));

  test("in English", () => {
    expect(bvn(null, "PLAUSIBLE", ["51.4%", 131], "en")).toBe("No: of 131, 67 (51.1%) or 68 (51.9%)");
    expect(bvn(null, "PLAUSIBLE", ["50%", 1000], "en")).toBe("Yes: 495 to 505 of 1,000");
    expect(bvn(null, "PLAUSIBLE", ["70.2%", 37], "en")).toBe("Cut off: 26 of 37 rounds to 70.3%");
  });
});

describe("ranges and bad input", () => {
  test("a column on one n, or beside a column of n; blanks stay blank, mistakes are told in their place", () => {
    expect(bvn(null, "PLAUSIBLE", [column(["48,8 %", "", "?"]), 125])).toEqual([
      ["Oui : 61 sur 125"],
      [""],
      [expect.stringContaining("« ? » n’est pas un chiffre imprimé")],
    ]);
    expect(bvn(null, "PLAUSIBLE", ["50 %", column([3, 4, 0])])).toEqual([
      ["Non : sur 3, 1 (33 %) ou 2 (67 %)".replace(/ %/g, "\u00a0%")],
      ["Oui : 2 sur 4"],
      [expect.stringContaining("L’effectif n manque")],
    ]);
  });
  test.each([
    [[column(["1 %", "2 %"]), column([1, 2, 3])], "rangesOfDifferentSize"],
    [["?", 12], "notAPrintedFigure"],
    [["50 %", 0], "notASampleSize"],
    [["50 %", "douze"], "notASampleSize"],
    [["50 %", 2.5], "notASampleSize"],
    [["50 %", 1e9], "notASampleSize"],
    [["50 %", 12, "médiane"], "unknownOption"],
    [["50 %", 12, "1-4"], "percentIsNoMean"],
    [["#DIV/0!", 12], "errorInCriterion"],
    [[null, 12], "missingArgument"],
    [["", 12], "missingArgument"],
  ])("%p: %s", (args, code) => expect(bvnError(null, "PLAUSIBLE", args as unknown[]).code).toBe(code));
});

/** A ratio printed with so many decimals, rounded or cut off. */
const shown = (total: number, n: number, decimals: number, cut: boolean, percent: boolean) => {
  const units = (total * 10 ** (decimals + (percent ? 2 : 0))) / n;
  const digits = String(cut ? Math.floor(units + 1e-9) : Math.round(units)).padStart(decimals + 1, "0");
  const text = decimals ? `${digits.slice(0, -decimals)},${digits.slice(-decimals)}` : digits;
  return percent ? `${text} %` : text;
};
/** All texts that some whole total gives: the definition itself, by trying every count. */
function everyText(n: number, decimals: number, percent: boolean, cut: boolean): Set<string> {
  const most = percent ? n : 5 * n;
  return new Set(Array.from({ length: most + 1 }, (_, total) => shown(total, n, decimals, cut, percent)));
}

describe("whatever the counts", () => {
  const n = fc.integer({ min: 1, max: 400 });
  const decimals = fc.integer({ min: 0, max: 3 });

  test("a ratio of whole counts is possible, rounded or cut off, and its count is among the totals", () => {
    fc.assert(
      fc.property(n, fc.nat(), decimals, fc.boolean(), fc.boolean(), (n, seed, decimals, cut, percent) => {
        const total = seed % (n + 1);
        const figure = readPrinted(shown(total, n, decimals, cut, percent))!;
        const { reading, totals } = grim(figure, n, percent ? shareScale : countScale);
        expect(reading).not.toBe("impossible");
        if (!cut) {
          expect(reading).toBe("rounded");
          expect(totals!.low <= total && total <= totals!.high).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("any printed figure is judged as trying every count does", () => {
    fc.assert(
      fc.property(n, fc.nat(), decimals, fc.boolean(), (n, seed, decimals, percent) => {
        const units = seed % (10 ** (decimals + (percent ? 2 : 0)) * (percent ? 1 : 5));
        const text = shown(units, 10 ** (decimals + (percent ? 2 : 0)), decimals, false, percent);
        const { reading, nearest } = grim(readPrinted(text)!, n, percent ? shareScale : countScale);
        const rounds = everyText(n, decimals, percent, false).has(text);
        const cuts = everyText(n, decimals, percent, true).has(text);
        // Halves may round down too: then trying, which rounds up, finds nothing.
        if (rounds) expect(reading).toBe("rounded");
        else if (reading === "rounded") {
          const value = Number(text.replace(/ %/, "").replace(",", ".")) / (percent ? 100 : 1);
          const half = value + 0.5 / 10 ** (decimals + (percent ? 2 : 0));
          expect(half * n).toBeCloseTo(Math.round(half * n), 6);
        } else expect(reading).toBe(cuts ? "truncated" : "impossible");
        for (const total of nearest) {
          const printed = printLike(readPrinted(text)!, total, n, "fr").replace("\u00a0", " ");
          expect(everyText(n, decimals, percent, false).has(printed)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
