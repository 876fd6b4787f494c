import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { Codebook, editionById } from "../../src/domain/codebook";
import { departments, loadReference, regionFor, type TerritoryReference } from "../../src/domain/territories";
import { editDistance } from "../../src/domain/text/similarity";
import { mistypedDistance } from "../../src/domain/territories/fuzzy";
import { buildTerritories } from "../../tools/territories";

const text = buildTerritories();
const codebook2014 = new Codebook(editionById("2014"));
const codebook2017 = new Codebook(editionById("2017"));
let reference: TerritoryReference;
const asked: string[] = [];

beforeAll(async () => {
  reference = await loadReference(async (name) => {
    asked.push(name);
    return JSON.parse(text);
  });
});
const names = (query: string, limit?: number) =>
  reference.search(query, limit).map(({ name, department }) => `${name} (${department})`);

describe("the reference file", () => {
  test("is asked for by name, holds all communes and groups, and stays under 500 kB gzipped", () => {
    expect(asked).toEqual(["territories.json"]);
    expect(reference.size).toBeGreaterThan(36_000);
    expect(gzipSync(text).length).toBeLessThan(500_000);
  });
  test("is the same at each build", () => expect(buildTerritories()).toBe(text));
  test("something else is refused", async () => {
    await expect(loadReference(async () => ({}))).rejects.toThrow(TypeError);
  });
  test("every kind of territory and every region has a code in both editions", () => {
    for (const codebook of [codebook2014, codebook2017]) {
      const edition = reference.in(codebook);
      for (const query of ["CA", "CC", "CU", "Paris", "Métropole de Lyon", "Plaine Commune", "Saint-Denis"])
        for (const { type, regionCode } of edition.search(query, 200)) {
          expect(type).not.toBeNull();
          expect(regionCode).not.toBeNull();
        }
    }
  });
});

describe("search", () => {
  test.each([
    ["paris", "Paris (75)"],
    ["PARIS ", "Paris (75)"],
    ["métropole de lyon", "Métropole de Lyon (69)"],
    ["Communauté d'agglomération du Grand Chambéry", "CA du Grand Chambéry (73)"],
    ["grand chambery", "CA du Grand Chambéry (73)"],
    ["2A004", "Ajaccio (2A)"],
    ["2a004", "Ajaccio (2A)"],
    ["01004", "Ambérieu-en-Bugey (01)"],
    ["1004", "Ambérieu-en-Bugey (01)"],
    ["243300316", "Bordeaux Métropole (33)"],
    ["243 300 316", "Bordeaux Métropole (33)"],
    ["l hay les roses", "L'Haÿ-les-Roses (94)"],
    ["L’HAŸ", "L'Haÿ-les-Roses (94)"],
    ["asnieres s/seine", "Asnières-sur-Seine (92)"],
    ["Ste-Foy-lès-Lyon", "Sainte-Foy-lès-Lyon (69)"],
    ["boulogne b", "Boulogne-Billancourt (92)"],
    ["billancourt boulogne", "Boulogne-Billancourt (92)"],
    ["marsielle", "Marseille (13)"],
    ["toulous metropole", "Toulouse Métropole (31)"],
    ["aix", "Aix (19)"],
    ["aix en p", "Aix-en-Provence (13)"],
    ["œuf en ternois", "Œuf-en-Ternois (62)"],
  ])("%s finds %s first", (query, first) => expect(names(query)[0]).toBe(first));

  test("homonyms are told apart by their department, the bigger first", () => {
    expect(names("saint-denis").slice(0, 2)).toEqual(["Saint-Denis (974)", "Saint-Denis (93)"]);
    expect(names("st denis")).toEqual(names("Saint-Denis"));
    expect(names("saint-denis 93")[0]).toBe("Saint-Denis (93)");
    expect(names("saint denis réunion")).toEqual(["Saint-Denis (974)"]);
    expect(reference.search("saint-denis")[1]).toMatchObject({ departmentName: "Seine-Saint-Denis" });
  });
  test("a name that starts with the text comes before one with a word that does", () => {
    const found = reference.search("lille", 50).map(({ name }) => name);
    expect(found.indexOf("Lillebonne")).toBeLessThan(found.indexOf("Métropole Européenne de Lille"));
  });
  test("communes and groups come together", () => {
    expect(names("bordeaux").slice(0, 2)).toEqual(["Bordeaux (33)", "Bordeaux Métropole (33)"]);
  });
  test("nothing typed or nothing like it finds nothing", () => {
    for (const query of ["", "  ", "---", "zzzzzzzz", "999999999"]) expect(names(query)).toEqual([]);
  });
  test("never more than the limit, each once, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (query, limit) => {
        const codes = reference.search(query, limit).map(({ code }) => code);
        expect(codes.length).toBeLessThanOrEqual(limit);
        expect(new Set(codes).size).toBe(codes.length);
      }),
      { numRuns: 60 },
    );
  });
  test("every commune of more than 50,000 inhabitants is found by its name and by its code", () => {
    const { communes } = JSON.parse(text);
    const communeNames: string[] = communes.names.split("|");
    const codes: string[] = communes.codes.split("|");
    const big = codes.flatMap((code, i) =>
      communes.populations[i] > 50_000 ? [[code, communeNames[i]]] : [],
    );
    expect(big.length).toBeGreaterThan(100);
    for (const [code, name] of big) {
      expect(reference.search(name).map((found) => found.code)).toContain(code);
      expect(reference.search(code)[0].code).toBe(code);
    }
  });
});

describe("what a result brings", () => {
  test("a commune: code, type, region of the edition, population, group", () => {
    const [strasbourg] = reference.search("strasbourg");
    expect(strasbourg).toMatchObject({ code: "67482", type: 1, region: "Alsace", regionCode: 1 });
    expect(strasbourg).toMatchObject({ parent: "Eurométropole de Strasbourg", parentCode: "246700488" });
    expect(strasbourg.population).toBeGreaterThan(250_000);
  });
  test("the region as the edition names it", () => {
    const found = reference.in(codebook2017).byCode("67482");
    expect(found).toMatchObject({ region: "Grand Est", regionCode: 6 });
  });
  test("the type of every kind of group", () => {
    const type = (code: string) => reference.byCode(code)?.typeLabel.fr;
    expect(type("200046977")).toBe("Métropole de Lyon");
    expect(type("200057867")).toBe("Établissement public territorial");
    expect(type("243300316")).toBe("Métropole");
    expect(type("200065597")).toBe("Communauté urbaine");
    expect(type("200069110")).toBe("Communauté d'agglomération");
    expect(type("200069193")).toBe("Communauté de communes");
  });
  test("in Greater Paris the group of a commune is its territory, whose group is the metropolis", () => {
    expect(reference.byCode("93001")).toMatchObject({ parent: "Plaine Commune" });
    expect(reference.byCode("200057867")).toMatchObject({ parent: "Métropole du Grand Paris" });
    expect(reference.byCode("75056")).toMatchObject({ parent: "Métropole du Grand Paris" });
  });
  test("a group has its most populous member as main town, other territories have none", () => {
    expect(reference.mainTown("243300316")).toMatchObject({ code: "33063", name: "Bordeaux" });
    expect(reference.in(codebook2014).mainTown("200057867")?.name).toBe("Saint-Denis");
    expect(reference.mainTown("33063")).toBeNull();
    expect(reference.mainTown("00000")).toBeNull();
  });
  test("an unknown code brings nothing", () => expect(reference.byCode("00000")).toBeUndefined());
});

describe("departments and regions", () => {
  test("are those of the official list", () => {
    const official: any[] = require("@etalab/decoupage-administratif/data/departements.json");
    const regions: any[] = require("@etalab/decoupage-administratif/data/regions.json");
    const region = (code: string) => regions.find((candidate) => candidate.code === code).nom;
    const expected = official
      .filter(({ zone }) => zone !== "com")
      .map(({ code, nom, region: regionCode }) => [code, nom, region(regionCode)]);
    expect([...departments.values()].map((d) => [d.code, d.name, d.region])).toEqual(expected);
  });
  test("every region of before 2016 is one of 2014, and lies in a single region of today", () => {
    const today = new Map<string, Set<string>>();
    for (const { region, regionBefore2016 } of departments.values()) {
      expect(codebook2014.reader("region").read(regionBefore2016).kind).toBe("code");
      expect(codebook2017.reader("region").read(region).kind).toBe("code");
      today.set(regionBefore2016, (today.get(regionBefore2016) ?? new Set()).add(region));
    }
    expect(today.size).toBe(27);
    for (const regions of today.values()) expect(regions.size).toBe(1);
  });
  test("a department's region in each edition; none for an unknown department", () => {
    const label = (codebook: Codebook, department: string) =>
      codebook.label("region", regionFor(codebook, department)!, "fr");
    expect(["76", "14", "974", "2A", "45"].map((d) => label(codebook2014, d))).toEqual([
      "Haute-Normandie",
      "Basse-Normandie",
      "La Réunion",
      "Corse",
      "Centre",
    ]);
    expect(["76", "45"].map((d) => label(codebook2017, d))).toEqual(["Normandie", "Centre-Val de Loire"]);
    expect(regionFor(codebook2014, "99")).toBeUndefined();
  });
});

describe("distance of a mistyped beginning", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcd"), minLength: 1, maxLength: 9 });
  test("is the least edit distance to a beginning of the key, within two letters", () => {
    fc.assert(
      fc.property(word, word, (query, key) => {
        const whole = editDistance(query, key);
        let beginning = Infinity;
        for (let n = 0; n < key.length; n++)
          beginning = Math.min(beginning, editDistance(query, key.slice(0, n)));
        const least = Math.min(whole, beginning + 0.5);
        const expected = Math.min(whole, beginning) > 2 ? Infinity : whole > 2 ? beginning + 0.5 : least;
        expect(mistypedDistance(query, key, 2)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
