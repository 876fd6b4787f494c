import { sample2014 } from "../../src/domain/sample";
import { secretive } from "../../src/domain/reports/secrecy";
import { publishedTable, studySections, synthesisPlan, type Evaluate } from "../../src/domain/synthesis";
import { functionDefinitions } from "../../src/functions";
import { evaluator } from "../../src/functions/figures";
import { baseOf, bvn, bvnError, codebook2014 } from "../support/base";
import { Codebook, editionById } from "../../src/domain/codebook";

type Rows = readonly Record<string, unknown>[];
const evaluateOn = (base: ReturnType<typeof baseOf>): Evaluate =>
  evaluator(functionDefinitions, { base, codebook: base.codebook, language: "fr", anomalies: [] } as never);

describe("the plan", () => {
  test("names each section once, in chapters that stay together, with titles in both languages", () => {
    for (const edition of ["2013", "2014", "2017"]) {
      const sections = synthesisPlan(new Codebook(editionById(edition)), ["2013", "2014"]);
      expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
      const chapters = sections.map(({ chapter }) => chapter);
      const changes = chapters.filter((chapter, i) => chapter !== chapters[i - 1]);
      expect(changes).toEqual([...new Set(changes)]);
      for (const { title, chart } of sections) {
        expect(title.fr).not.toBe("");
        expect(title.en).not.toBe("");
        if (chart) expect(chart.title.fr.length).toBeGreaterThan(10);
      }
    }
  });
  test("every formula of it is one that the functions know", () => {
    const ids = new Set(functionDefinitions.map(({ id }) => id));
    for (const { call } of synthesisPlan(codebook2014, ["2013", "2014"])) expect(ids).toContain(call.id);
  });
  test("two editions are set against each other, domains and territories of one alone named and left out", () => {
    const rows = ["2013", "2014"].flatMap((edition) =>
      ["A", "B", "C", edition === "2013" ? "Perdu" : "Nouveau"].flatMap((territory, t) =>
        [1, 2, 10].flatMap((domain) =>
          edition === "2013" && domain === 10
            ? []
            : [
                {
                  edition,
                  territory,
                  domain,
                  project: `P${domain}`,
                  status: edition === "2014" ? 3 : (t % 3) + 1,
                },
              ],
        ),
      ),
    );
    const evaluate = evaluateOn(baseOf(rows, []));
    const sections = studySections(codebook2014, evaluate);
    const years = sections.filter(({ chapter }) => chapter === "years");
    expect(years.map(({ id }) => id)).toEqual(["years-indicators", "years-domains"]);
    const table = publishedTable(years[1], { evaluate, codebook: codebook2014, language: "fr" })!;
    expect(table.base).toBe("Base : 3 territoires présents en 2013 et en 2014.");
    expect(table.sentence).toContain("Domaines transverses (absent en 2013)");
    expect(table.sentence).toContain("laissés de côté : 1 en 2013, 1 en 2014");
    expect(table.rows.map(([label]) => label)).not.toContain("Domaines transverses");
    expect(
      studySections(codebook2014, evaluateOn(baseOf(rows.slice(12)))).some((one) => one.chapter === "years"),
    ).toBe(false);
  });
});

describe("sentences", () => {
  const bases: [string, Rows][] = [
    ["no project", []],
    ["one territory, one project", [{ territory: "A", domain: 1, project: "P", status: 2 }]],
    [
      "all blank but the status",
      ["A", "B", "C"].map((territory) => ({ territory, domain: 2, project: "P", status: 1 })),
    ],
    [
      "names of 120 characters",
      ["A", "B"].map((name) => ({
        territory: name.repeat(120),
        domain: 3,
        project: "p".repeat(120),
        status: 3,
        measure: 1,
        means: 4,
        management: 2,
      })),
    ],
    [
      "60 projects tied",
      Array.from({ length: 60 }, (_, i) => ({
        territory: `T${i % 7}`,
        domain: 1,
        project: `Projet ${i}`,
        status: 3,
      })),
    ],
  ];
  test.each(bases)(
    "%s: words everywhere, no NaN, no undefined, charts within their tables",
    (_name, rows) => {
      const evaluate = evaluateOn(baseOf(rows));
      for (const language of ["fr", "en"] as const)
        for (const section of studySections(codebook2014, evaluate)) {
          const table = publishedTable(section, { evaluate, codebook: codebook2014, language });
          if (!table) continue;
          for (const said of [table.base, table.sentence!]) {
            expect(said).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
            expect(said.length).toBeGreaterThan(5);
          }
          if (table.chart) {
            expect(table.chart.rows).toBeLessThanOrEqual(20 + 180 * Number(table.chart.type === "points"));
            expect(table.chart.rows).toBeLessThanOrEqual(table.rows.length);
            expect(Math.max(...table.chart.series)).toBeLessThan(table.header.length);
          }
        }
    },
  );
  test("the caution that a base of nine territories deserves is said", () => {
    const rows = Array.from({ length: 45 }, (_, i) => ({
      territory: `T${i % 9}`,
      domain: (i % 10) + 1,
      project: "P",
      status: (i % 3) + 1,
    }));
    expect(bvn(baseOf(rows), "SENTENCE", ["status-domain"])).toContain(
      "À lire avec prudence : 9 territoires",
    );
    expect(bvn(baseOf(rows), "SENTENCE", ["status-domain"], "en")).toContain(
      "To be read with care: 9 territories",
    );
  });
  test("BVN.SENTENCE takes a section by code or title, a part and criteria, and names what it does not know", () => {
    const base = baseOf([
      { territory: "A", domain: 1, project: "P", status: 2 },
      { territory: "B", domain: 2, project: "P", status: 2 },
    ]);
    expect(bvn(base, "SENTENCE", ["Projets par domaine", "base"])).toBe("Base : 2 projets de 2 territoires.");
    expect(bvn(base, "SENTENCE", ["domains", "base", "Territoire", "A"])).toBe(
      "Base : 1 projet de 1 territoire.",
    );
    expect(bvnError(base, "SENTENCE", ["domain"]).text.fr).toContain("domains");
    expect(bvnError(base, "SENTENCE", ["domains", "titre"]).text.fr).toContain("phrase");
    expect(bvnError(null, "SENTENCE", ["domains"]).kind).toBe("notAvailable");
  });
});

test("the projects cited most in 2014, as their number was published", () => {
  const { panel, projects } = sample2014(codebook2014);
  const evaluate = evaluateOn(baseOf(projects, panel));
  const most = (section: string) => {
    const found = studySections(codebook2014, evaluate).find(({ id }) => id === section)!;
    const { rows } = publishedTable(found, { evaluate, codebook: codebook2014, language: "fr" })!;
    return rows.map(([, project, count]) => [project, count]);
  };
  expect(most("cited-1").slice(0, 2)).toEqual([
    ["Équipement numérique des écoles", 23],
    ["Sensibilisation aux métiers du numérique", 17],
  ]);
  expect(most("cited-6")[0]).toEqual(["Vidéosurveillance", 15]);
  expect(most("cited-10")[1]).toEqual(["Open data", 16]);
});

test("groups most of whose answers are blank are said, with their numbers; not where they are hidden", () => {
  const rows = [1, 2].flatMap((domain) =>
    ["A", "B", "C", "D"].flatMap((territory, t) =>
      ["P", "Q"].map((project) => ({
        territory,
        domain,
        project,
        status: 2,
        decision: domain === 1 && (t < 2 || project === "P") ? null : 1 + (t % 2),
      })),
    ),
  );
  const evaluate = evaluateOn(baseOf(rows));
  const section = studySections(codebook2014, evaluate).find(({ id }) => id === "decision-domain")!;
  const said = (language: "fr" | "en", shown = evaluate) =>
    publishedTable(section, { evaluate: shown, codebook: codebook2014, language })!.sentence;
  expect(said("fr")).toMatch(/Pour « Éducation », 6 projets sur 8 sont sans réponse \(75,0\s%\)\./);
  expect(said("en")).toContain("For “Education”, 6 of 8 projects have no answer (75.0%).");
  expect(said("fr")).not.toContain("Pour « Énergie");
  expect(said("fr", secretive(evaluate, codebook2014, 3))).not.toContain("sans réponse");
});
