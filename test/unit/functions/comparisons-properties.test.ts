import fc from "fast-check";
import { Codebook, editionById } from "../../../src/domain/codebook";
import { FormulaError } from "../../../src/domain/messages";
import { baseOf, bvn, codebook2014 } from "../../support/base";

const names = ["Lyon", "Nîmes", "Rouen", "Brest", "Metz", "Pau"];
const panel = names.map((name, i) => ({
  name,
  type: 1 + (i % 2),
  region: 1 + (i % 3),
  population: 40_000 * (i + 1),
}));
const row = fc.record({
  edition: fc.constantFrom("2013", "2014"),
  territory: fc.constantFrom(...names),
  project: fc.constantFrom("Wifi", "Capteurs", "Open data", "Drones"),
  domain: fc.constantFrom<unknown>(1, 2, 3, 10, ""),
  status: fc.constantFrom<unknown>(1, 2, 3, "", "NR"),
  measure: fc.constantFrom<unknown>(1, 2, 3, 4, "", "SO"),
});
const rows = fc.array(row, { minLength: 1, maxLength: 60 });

/** The calls that are compared, without and with criteria. */
const calls: [string, unknown[]][] = [
  ["CORRELATION", ["Maturité", "Mesure", "Kendall"]],
  ["CORRELATION", ["Mesure", "Population", "Spearman"]],
  ["CORRELATION", ["Maturité", "Mesure", null, "Unité", "projets"]],
  ["POSITION", ["Lyon"]],
  ["POSITION", ["Nîmes", "Pairs", "type"]],
  ["PROGRESS", ["2013", "2014"]],
  ["PROGRESS", ["2013", "2014", "Domaine"]],
  ["IDEAS", ["Lyon", null, 3]],
];
const fixed: Record<string, number> = { CORRELATION: 3, POSITION: 1, PROGRESS: 3, IDEAS: 3 };
const attempt = (base: ReturnType<typeof baseOf>, id: string, args: unknown[]): unknown => {
  try {
    return bvn(base, id, args);
  } catch (error) {
    if (error instanceof FormulaError) return error.code;
    throw error;
  }
};
const padded = (id: string, args: unknown[]) => [
  ...args,
  ...new Array<null>(Math.max(0, fixed[id] - args.length)).fill(null),
];
/** Sums in another order differ in the last digits. */
const rounded = (result: unknown): unknown =>
  JSON.parse(
    JSON.stringify(result, (_, v: unknown) => (typeof v === "number" ? Number(v.toFixed(9)) + 0 : v)),
  );

test.each(calls)("%s %p: no NaN nor Infinity, and the order of the rows does not matter", (id, args) => {
  fc.assert(
    fc.property(rows, (data) => {
      const result = attempt(baseOf(data, panel), id, args);
      const numbers = [result].flat(2).filter((cell) => typeof cell === "number");
      expect(numbers.every(Number.isFinite)).toBe(true);
      const reversed = attempt(baseOf([...data].reverse(), [...panel].reverse()), id, args);
      expect(rounded(reversed)).toEqual(rounded(result));
    }),
    { numRuns: 40 },
  );
});

test.each(calls)("%s %p: criteria commute, and one that everybody meets changes nothing", (id, args) => {
  const [one, other] = [
    ["Domaine", "<>Sécurité"],
    ["Population", ">50000"],
  ];
  fc.assert(
    fc.property(rows, (data) => {
      const base = baseOf(data, panel);
      const given = padded(id, args);
      expect(attempt(base, id, [...given, ...one, ...other])).toEqual(
        attempt(base, id, [...given, ...other, ...one]),
      );
      expect(attempt(base, id, [...given, "Commentaire", "*"])).toEqual(attempt(base, id, args));
    }),
    { numRuns: 30 },
  );
});

test.each(calls)("%s %p: a code relabelled changes no figure", (id, args) => {
  const edition = editionById("2014");
  const { domain } = edition.lists;
  const relabelled = new Codebook({
    ...edition,
    lists: {
      ...edition.lists,
      domain: {
        ...domain,
        codes: domain.codes.map((code) => ({ ...code, label: { fr: `D${code.code}`, en: `D${code.code}` } })),
      },
    },
  });
  const figures = (result: unknown) => [result].flat(2).filter((cell) => typeof cell === "number");
  fc.assert(
    fc.property(rows, (data) => {
      const [before, after] = [codebook2014, relabelled].map((book) =>
        attempt(baseOf(data, panel, book), id, args),
      );
      expect(figures(after)).toEqual(figures(before));
    }),
    { numRuns: 30 },
  );
});
