import type { Base } from "../../src/domain/base/base";
import type { Language } from "../../src/domain/language";
import { Codebook, editionById, type Field } from "../../src/domain/codebook";
import { panelReport } from "../../src/domain/reports/panel";
import type { Report } from "../../src/domain/reports/model";
import { territoryReport } from "../../src/domain/reports/territory";
import type { PeerChoiceId } from "../../src/domain/indicators/peers";
import { sample2014 } from "../../src/domain/sample";
import { functionDefinitions } from "../../src/functions/catalogue";
import { evaluator } from "../../src/functions/figures";
import { reportWorkbook } from "../../src/files/reports/workbook";
import { baseOf, bvn, codebook2014 } from "../support/base";

const made = "2014-04-01";
const sample = sample2014(codebook2014);
const names = sample.panel.map(({ name }) => String(name));
const sampleBase = baseOf(sample.projects, sample.panel, codebook2014, sample);
const evaluateOn = (base: Base, language: Language) =>
  evaluator(functionDefinitions, { base, codebook: base.codebook, language, anomalies: [] });
const ofTerritory = (
  base: Base,
  territory: string,
  peers: PeerChoiceId = "panel",
  language: Language = "fr",
): Report =>
  territoryReport({
    base,
    evaluate: evaluateOn(base, language),
    language,
    territory,
    peers,
    anomalies: [],
    made,
  });
const textOf = (report: Report): string => JSON.stringify(report);
/** What must never stand in a report. */
const broken = /NaN|Infinity|undefined|\[object/;

test("a territory's report tells its own projects, and names no other territory of the panel", () => {
  const report = ofTerritory(sampleBase, "Vannes");
  const text = textOf(report);
  const own = sample.projects.filter(({ territory }) => territory === "Vannes");
  const list = report.sections.find(({ id }) => id === "projects")!.tables[1];
  expect(list.rows).toHaveLength(own.length);
  for (const name of names)
    if (!name.includes("Vannes")) expect([name, text.includes(`"${name}`)]).toEqual([name, false]);
  expect(text).not.toMatch(broken);
});

test("each of the 37 territories has a report, those without projects too, in both languages", () => {
  for (const name of names)
    for (const language of ["fr", "en"] as const) {
      const report = ofTerritory(sampleBase, name, "type", language);
      expect(report.title).toBe(name);
      expect(report.sections.map(({ id }) => id)).toContain("profile");
      expect(textOf(report)).not.toMatch(broken);
    }
});

test("with too few peers nothing of them is told, and the report says why", () => {
  const territories = ["Lyon", "Vannes", "Bourges"];
  const base = baseOf(
    territories.flatMap((territory) => [
      { territory, domain: "Éducation", project: "Wifi", status: "Réalisé", measure: 2, means: 3 },
      { territory, domain: "Sécurité", project: "Vidéo", status: "Étude", measure: 1, means: 2 },
    ]),
    territories.map((name, i) => ({ code: `6912${i}`, name, type: "Commune", population: 60_000 })),
  );
  const report = ofTerritory(base, "Lyon", "type");
  const position = report.sections.find(({ id }) => id === "position")!.tables[0];
  const median = position.header.indexOf("Médiane des pairs");
  // A column without a figure in any row is not shown at all.
  expect(median).toBe(-1);
  expect(position.chart).toBeUndefined();
  expect(position.sentence).toContain("Trop peu de pairs");
});

test("a name of 120 characters, formula-like texts and an only territory", async () => {
  const name = `=${"Très-long-nom ".repeat(9)}`.slice(0, 120);
  const base = baseOf(
    [{ territory: name, domain: "Éducation", project: '=HYPERLINK("http://x")', status: "Réalisé" }],
    [{ code: "73065", name, type: "Commune", population: 60_000 }],
  );
  const report = ofTerritory(base, name);
  expect(textOf(report)).not.toMatch(broken);
  expect(await reportWorkbook(report)).toBeInstanceOf(Uint8Array);
});

test("the panel's report has the figures of the functions, and none of an empty study", () => {
  const report = panelReport({
    base: sampleBase,
    evaluate: evaluateOn(sampleBase, "fr"),
    language: "fr",
    mapOf: "maturity",
    hidesSmallCells: false,
    made,
  });
  const numbers = report.sections.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flat()));
  expect(numbers).toContainEqual(expect.closeTo(147 / 79, 10));
  expect(textOf(report)).not.toMatch(broken);
  const { map } = report.sections[0];
  expect([...map!.map.departments.values()].flatMap(({ territories }) => territories)).toHaveLength(
    37 - map!.map.unplaced.length,
  );
  const empty = panelReport({
    base: baseOf([], []),
    evaluate: evaluateOn(baseOf([], []), "fr"),
    language: "fr",
    mapOf: "maturity",
    hidesSmallCells: false,
    made,
  });
  expect(empty.sections.flatMap(({ tables }) => tables.map(({ title }) => title))).toEqual([]);
});

test("BVN.SENTENCE says the sentences of a territory's sheet", () => {
  const said = (section: string, ...pairs: string[]): unknown =>
    bvn(sampleBase, "SENTENCE", [section, "phrase", "Territoire", "Vannes", ...pairs]);
  expect(said("territory-position")).toMatch(/^Au-dessus de la moitié des pairs/);
  expect(said("territory-position", "Pairs", "même type")).toContain("pairs");
  // Peers may be named by the fields in which they are alike, as in POSITION; a name that is none is said.
  expect(said("territory-position", "Pairs", "type|région")).toMatch(/Trop peu de pairs/);
  expect(() => said("territory-position", "Pairs", "même typ")).toThrow(/same type/);
  expect(() => bvn(sampleBase, "SENTENCE", ["territory-position", "phrase", "Territoire", "Vanes"])).toThrow(
    /Vannes/,
  );
});

test("the panel's report may hide what too few territories stand behind, and says so", () => {
  const reportWith = (hidesSmallCells: boolean): Report =>
    panelReport({
      base: sampleBase,
      evaluate: evaluateOn(sampleBase, "fr"),
      language: "fr",
      mapOf: "maturity",
      hidesSmallCells,
      made,
    });
  const hidden = (report: Report): number =>
    report.sections
      .flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flat()))
      .filter((cell) => cell === "s").length;
  expect(hidden(reportWith(false))).toBe(0);
  expect(hidden(reportWith(true))).toBeGreaterThan(0);
  // One answer a territory: no count of one or two stays, nor what it could be worked out from.
  const politics = (hides: boolean) => reportWith(hides).sections.find(({ id }) => id === "politics")!.tables;
  const [motivations, , statements] = politics(true).map(({ rows }) => rows);
  expect(politics(false)[0].rows[0].slice(1)).toEqual([98 / 21, 21, 15, 5, 1, 0, 0]);
  expect(motivations[0].slice(1)).toEqual([98 / 21, 21, "s", "s", "s", "s", "s"]);
  politics(false)[2].rows.forEach((row, i) => {
    const [, , n, ...counts] = row;
    const rare = counts.some((count) => Number(count) > 0 && Number(count) < 3);
    expect(statements[i]).toEqual(rare ? [row[0], row[1], n, "s", "s", "s", "s"] : row);
  });
  for (const { rows, formats } of politics(true))
    for (const row of rows)
      expect(row.filter((cell, i) => formats[i] === "count" && (cell === 1 || cell === 2))).toEqual([]);
  expect(textOf(reportWith(true))).toContain("moins de 3 territoires sont masquées (« s »)");
  expect(textOf(reportWith(true))).not.toMatch(broken);
});

test("a territory's report has no idea that fewer than three territories stand behind", () => {
  for (const name of names) {
    const ideas = ofTerritory(sampleBase, name).sections.find(({ id }) => id === "ideas")?.tables[0];
    for (const row of ideas?.rows.slice(0, -1) ?? []) expect(row[2]).toBeGreaterThanOrEqual(3);
  }
});

describe.each(["2013", "2017"])("with the code book of %s", (edition) => {
  const codebook = new Codebook(editionById(edition));
  const { fields } = codebook.table("projects");
  const codesOf = ({ list }: Field): readonly number[] => codebook.list(list!).codes.map(({ code }) => code);
  const domains = codesOf(codebook.field("projects", "domain"));
  const territories = ["Lyon", "Vannes", "Bourges", "Annecy"];
  const base = baseOf(
    territories.flatMap((territory, t) =>
      domains.map((domain, d) => ({
        territory,
        project: `Projet ${d}`,
        ...Object.fromEntries(
          fields
            .filter(({ id, list }) => list && id !== "inclusion")
            .map((field) => [field.id, codesOf(field)[(t + d) % codesOf(field).length]]),
        ),
        domain,
      })),
    ),
    territories.map((name, i) => ({ code: `6912${i}`, name, type: 1, population: 60_000 })),
    codebook,
  );

  test("a territory's report has its domains and their maturity as the functions give it", () => {
    const report = ofTerritory(base, "Lyon");
    expect(textOf(report)).not.toMatch(broken);
    const parts = ["profile", "projects", "position", "domains", "ideas", "completeness"];
    expect(report.sections.map(({ id }) => id)).toEqual(parts);
    const [table] = report.sections.find(({ id }) => id === "domains")!.tables;
    const { label } = codebook.field("projects", "domain");
    expect(table.rows).toHaveLength(domains.length + 1);
    for (const [, name, maturity] of table.rows.slice(0, -1))
      expect(bvn(base, "MATURITY", [label.fr, name, "Territoire", "Lyon"])).toBe(maturity);
  });

  test("the panel's report has a section for each of its own fields", () => {
    const report = panelReport({
      base,
      evaluate: evaluateOn(base, "en"),
      language: "en",
      mapOf: "maturity",
      hidesSmallCells: false,
      made,
    });
    expect(textOf(report)).not.toMatch(broken);
    const titles = report.sections.flatMap(({ tables }) => tables.map(({ title }) => title.toLowerCase()));
    for (const { id, list, label } of fields)
      if (list && id !== "inclusion") expect(titles.join("\n")).toContain(label.en.toLowerCase());
  });
});
