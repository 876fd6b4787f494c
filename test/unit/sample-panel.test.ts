import { Codebook, editionById } from "../../src/domain/codebook";
import { sample2014 } from "../../src/domain/sample";
import type { Draft } from "../../src/domain/records/project";

const codebook = new Codebook(editionById("2014"));
const { panel } = sample2014(codebook);
const tally = (rows: readonly Draft[], field: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[String(row[field])] = (counts[String(row[field])] ?? 0) + 1;
  return counts;
};

describe("the panel of 37 territories", () => {
  test("types, digital departments, populations under 100,000 and regions as published", () => {
    expect(tally(panel, "type")).toEqual({ 1: 26, 2: 4, 3: 6, 4: 1 });
    expect(tally(panel, "digitalDepartment")).toEqual({ 1: 25, 2: 12 });
    expect(panel.filter(({ population }) => Number(population) < 100_000)).toHaveLength(17);
    expect(Object.keys(tally(panel, "region"))).toHaveLength(16);
  });
  test("names and codes are unique, every code is one, every group named is told apart", () => {
    expect(new Set(panel.map(({ name }) => name)).size).toBe(37);
    expect(new Set(panel.map(({ code }) => code)).size).toBe(37);
    for (const { code, type, parent } of panel) {
      expect(String(code)).toMatch(type === 1 ? /^\d{5}$/ : /^\d{9}$/);
      if (type !== 1) expect(parent).toBeNull();
    }
  });
  test("communes have the INSEE code of the official list, groups a SIREN", () => {
    const official: any[] = require("@etalab/decoupage-administratif/data/communes.json");
    const names = new Map(
      official.filter(({ type }) => type === "commune-actuelle").map(({ code, nom }) => [code, nom]),
    );
    for (const { code, name, type } of panel) if (type === 1) expect(names.get(code)).toBe(name);
    // A SIREN ends with a Luhn check digit.
    const luhn = (digits: string) =>
      [...digits].reverse().reduce((sum, digit, i) => {
        const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
        return sum + (value > 9 ? value - 9 : value);
      }, 0) % 10;
    for (const { code, type } of panel) if (type !== 1) expect(luhn(String(code))).toBe(0);
  });
  test("all coded fields hold codes of the code book", () => {
    for (const row of panel) {
      for (const field of ["type", "region", "respondent", "digitalDepartment", "contact"])
        expect(typeof row[field]).toBe("number");
      expect(row.sizeClass).toBe(
        codebook.label("sizeClass", codebook.classOf("sizeClass", Number(row.population))!, "fr"),
      );
    }
  });
});
