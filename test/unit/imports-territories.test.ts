import { planImport } from "../../src/domain/imports";
import { loadReference, type TerritoryReference } from "../../src/domain/territories";
import { separator, type TerritoriesFile } from "../../src/domain/territories/file";
import type { Draft } from "../../src/domain/records/project";
import { buildTerritories } from "../../tools/territories";
import { returnOf, study } from "../support/returns";

let reference: TerritoryReference;
beforeAll(async () => {
  reference = await loadReference(async () => JSON.parse(buildTerritories()));
});
const row = (code: string, name = reference.byCode(code)!.name): Draft => ({
  ...study().tables.panel[0],
  code,
  name,
  parent: null,
});
const returned = (code: string, name: string, digest = `${code}${name}`) =>
  returnOf({ digest, territory: { code, name }, ranks: { 1: 1 } });
/** Territory a file comes to, or the options it is asked with. */
function found(panel: readonly Draft[], code: string, name: string): string | (string | number)[] {
  const { files, questions } = planImport(study({ panel }), [returned(code, name)]);
  if (files[0].status === "new") return files[0].territory;
  return questions.find(({ kind }) => kind === "territory")!.options.map(({ label }) => label.fr);
}
const REFUSE = "Ne rien prendre de ce fichier";

describe("codes that are no numbers, and far away", () => {
  const CODES = ["2A004", "2B033", "97105", "97209", "97302", "97411", "97608", "01004", "75056"];
  test.each(CODES)("%s is found by its code and by its name", (code) => {
    const panel = CODES.map((each) => row(each));
    const { name } = reference.byCode(code)!;
    expect(found(panel, code, name)).toBe(name);
    expect(found(panel, code.toLowerCase(), "")).toBe(name);
    expect(found(panel, ` ${code} `, name.toUpperCase())).toBe(name);
    expect(found(panel, "", name)).toBe(name);
  });
  test("2A and 2B, or 20, are not taken for each other", () => {
    const panel = [row("2A004"), row("2B033")];
    expect(found(panel, "2B004", "Ajaccio")).toEqual(["Ajaccio (2A004)", REFUSE]);
    expect(found(panel, "20004", "Ajaccio")).toEqual(["Ajaccio (2A004)", REFUSE]);
    expect(found(panel, "2A004", "Bastia")).toEqual(["Ajaccio (2A004)", "Bastia (2B033)", REFUSE]);
  });
});

test("a commune that was merged into another is asked about, never taken for it", () => {
  const panel = [row("74010", "Annecy")];
  expect(found(panel, "74011", "Annecy-le-Vieux")).toEqual([REFUSE]);
  expect(found(panel, "74011", "Annecy")).toEqual(["Annecy (74010)", REFUSE]);
  expect(found(panel, "74010", "Annecy-le-Vieux")).toEqual(["Annecy (74010)", REFUSE]);
});

test("of homonyms none is chosen by name, every one by its code", () => {
  const byName = new Map<string, string[]>();
  const { communes } = JSON.parse(buildTerritories()) as TerritoriesFile;
  const [codes, names] = [communes.codes, communes.names].map((column) => column.split(separator));
  codes.forEach((code, at) => byName.set(names[at], [...(byName.get(names[at]) ?? []), code]));
  const homonyms = [...byName].filter(([, same]) => same.length > 1);
  expect(homonyms.length).toBeGreaterThan(1_400);
  const panel = homonyms.flatMap(([name, same]) => same.map((code) => row(code, `${name} (${code})`)));
  const nameless = planImport(
    study({ panel }),
    homonyms.map(([name]) => returned("", name)),
  );
  expect(nameless.files.every(({ status }) => status === "held")).toBe(true);
  const coded = planImport(
    study({ panel }),
    homonyms.map(([name, [code]]) => returned(code, name)),
  );
  expect(coded.files.map(({ territory }) => territory).sort()).toEqual(
    homonyms.map(([name, [code]]) => `${name} (${code})`).sort(),
  );
}, 60_000);
