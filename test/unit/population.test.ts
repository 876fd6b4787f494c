import fc from "fast-check";
import { implausiblePopulations, readPopulation, type Inhabited } from "../../src/domain/population";

describe("reading a population", () => {
  test.each([
    ["140.000", 140000],
    ["1 112 470", 1112470],
    ["127  120", 127120],
    ["82778", 82778],
    ["82778 hab.", 82778],
    ["140,000", 140000],
    ["1.112.470", 1112470],
    ["1\u00a0112\u202f470", 1112470],
    ["１４０ ０００", 140000],
    [82778, 82778],
  ])("%s is %i", (text, value) => expect(readPopulation(text)).toEqual({ kind: "number", value }));
  test.each([
    ["12 k", 12000],
    ["env. 3000", 3000],
    ["environ 140 000 habitants", 140000],
    ["~140k", 140000],
    ["1,2 M", 1200000],
    ["1,1 million d'habitants", null],
    ["plus de 50 000", 50000],
  ])("%s is a rounded %s, never taken as counted", (raw, value) =>
    expect(readPopulation(raw)).toEqual(
      value === null ? { kind: "invalid", raw } : { kind: "rounded", value, raw },
    ),
  );
  test.each(["", null, undefined, 0, " ", "NR", "non renseigné", "SO"])("%p is missing", (value) =>
    expect(readPopulation(value)).toEqual({ kind: "missing" }),
  );
  test.each(["Paris", "140.5", "12-13", "1 2 3", -5, 2.5, true, "#N/A", "50 000 ou 60 000"])(
    "%p is no population",
    (raw) => expect(readPopulation(raw)).toEqual({ kind: "invalid", raw }),
  );
  test("whole numbers come back however their thousands are set apart", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000_000 }),
        fc.constantFrom("", " ", "  ", "\u00a0", "\u202f", ".", ","),
        (value, gap) => {
          const text = String(value).replace(/\B(?=(\d{3})+$)/g, gap);
          expect(readPopulation(text)).toEqual({ kind: "number", value });
        },
      ),
    );
  });
});

describe("implausible populations", () => {
  const nantes: Inhabited = {
    code: "44109",
    name: "Nantes",
    parent: "Nantes Métropole",
    isGroup: false,
    population: 291604,
  };
  const group: Inhabited = {
    code: "244400404",
    name: "Nantes Métropole",
    parent: "",
    isGroup: true,
    population: 602853,
  };
  const official = (code: string) =>
    ({
      "44109": { population: 323204 },
      "244400404": { population: 672420, mainTown: { name: "Nantes", population: 323204 } },
    })[code];
  const codes = (...territories: Inhabited[]) =>
    implausiblePopulations(territories, official).map(({ code }) => code);

  test("the growth of a few years is none", () => expect(codes(nantes, group)).toEqual([]));
  test("a zero too few, or too many", () => {
    expect(codes({ ...nantes, population: 29160 })).toEqual(["populationFar"]);
    expect(codes({ ...nantes, population: 2916040 })).toEqual(["populationFar"]);
  });
  test("a group with the population of its main town, in the panel or in the official list", () => {
    expect(codes(nantes, { ...group, population: 291604 })).toEqual(["populationOfTown"]);
    expect(codes({ ...group, population: 323000 })).toEqual(["populationOfTown"]);
    const [finding] = implausiblePopulations([{ ...group, population: 323000 }], official);
    expect(finding.reason.fr).toMatch(/est celle de sa ville principale, Nantes\.$/);
  });
  test("a group smaller than one of its members", () =>
    expect(codes(nantes, { ...group, population: 60285 })).toEqual(["populationBelowTown"]));
  test("nothing is said of what the official list does not know, or of blanks", () => {
    expect(codes({ ...nantes, code: "99999", population: 5 })).toEqual([]);
    expect(codes({ ...nantes, population: null })).toEqual([]);
  });
});
