import { sample2014 } from "../../src/domain/sample";
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

/**
 * What was published in 2014 and can be right (docs/study-2014.md lists the rest with the reason), as the tables
 * of the synthesis give it on the sample: section, row, column of the table, figure as printed.
 */
describe("the published figures of 2014 in the built synthesis", () => {
  const sample = sample2014(codebook2014);
  const evaluate = evaluateOn(baseOf(sample.projects as unknown as Rows, sample.panel as unknown as Rows));
  const tables = new Map(
    studySections(codebook2014, evaluate).map((section) => [
      section.id,
      publishedTable(section, { evaluate, codebook: codebook2014, language: "fr" }),
    ]),
  );
  const cell = (section: string, row: string, column: string | number): number => {
    const table = tables.get(section)!;
    const at = typeof column === "number" ? column : table.header.indexOf(column);
    const line = table.rows.find((cells) => cells.includes(row))!;
    return line[at] as number;
  };
  const counts: [string, string, string, number][] = [
    ...(
      [
        ["Commune", 26],
        ["Communauté urbaine", 6],
        ["Communauté d'agglomération", 4],
        ["Métropole", 1],
      ] as const
    ).map(([row, n]): [string, string, string, number] => ["panel-type", row, "Ont répondu", n]),
    ["panel-sizeClass", "50 000 à 99 999", "Ont répondu", 17],
    ...(
      [
        ["Alsace", 1],
        ["Aquitaine", 3],
        ["Basse-Normandie", 2],
        ["Bretagne", 3],
        ["Île-de-France", 8],
        ["Nord-Pas-de-Calais", 4],
        ["Rhône-Alpes", 4],
      ] as const
    ).map(([row, n]): [string, string, string, number] => ["panel-region", row, "Ont répondu", n]),
    ...(
      [
        ["Éducation", 125],
        ["Énergie / Eau / Déchets", 79],
        ["Loisirs / Culture", 86],
        ["Transport / Mobilité", 131],
        ["Santé / Social", 29],
        ["Sécurité", 40],
        ["Bâtiment / Urbanisme", 75],
        ["Développement économique", 64],
        ["Domaines transverses", 69],
      ] as const
    ).map(([row, n]): [string, string, string, number] => ["domains", row, "Nombre", n]),
    ["management", "DSP", "Nombre", 30],
    ["management", "Régie", "Nombre", 264],
    ["management", "PPP", "Nombre", 6],
    ["management", "Marché", "Nombre", 182],
    ["management", "Autre", "Nombre", 108],
    ["management", "Non renseigné", "Nombre", 141],
    ["cited-1", "Équipement numérique des écoles", "Nombre de projets", 23],
    ["cited-1", "Sensibilisation aux métiers du numérique", "Nombre de projets", 17],
    ["cited-6", "Vidéosurveillance", "Nombre de projets", 15],
    ["cited-10", "Open data", "Nombre de projets", 16],
  ];
  test.each(counts)("%s: %s, %s = %d", (section, row, column, printed) => {
    expect(cell(section, row, column)).toBe(printed);
  });
  const shares: [string, string, string | number, number, number][] = [
    ["domains", "Éducation", "Part du total", 0.154, 3],
    ["domains", "Énergie / Eau / Déchets", "Part du total", 0.097, 3],
    ["domains", "Loisirs / Culture", "Part du total", 0.106, 3],
    ["domains", "Domaines transverses", "Part du total", 0.085, 3],
    ["status-domain", "Éducation", "Réalisé", 0.488, 3],
    ["status-domain", "Énergie / Eau / Déchets", "Étude", 0.3544, 4],
    ["status-domain", "Énergie / Eau / Déchets", "En cours", 0.4304, 4],
    ["status-domain", "Énergie / Eau / Déchets", "Réalisé", 0.2152, 4],
    ["status-domain", "Loisirs / Culture", "En cours", 0.1395, 4],
    ["status-domain", "Loisirs / Culture", "Réalisé", 0.6279, 4],
    ["status-domain", "Transport / Mobilité", "Étude", 0.3664, 4],
    ["status-domain", "Santé / Social", "Réalisé", 0.5517, 4],
    ["status-domain", "Sécurité", "Réalisé", 0.625, 4],
    ["status-domain", "Bâtiment / Urbanisme", "Réalisé", 0.6533, 4],
    ["status-domain", "Domaines transverses", "Réalisé", 0.3188, 4],
    ["status-domain", "Domaines transverses", "Étude", 0.4493, 4],
    ["management", "Régie", "Part du total", 0.36, 2],
    ["management", "Marché", "Part du total", 0.25, 2],
    ["management", "Autre", "Part du total", 0.15, 2],
    ["management", "DSP", "Part du total", 0.04, 2],
    ["management", "PPP", "Part du total", 0.01, 2],
    ["decision", "Unilatérale", "Part du total", 0.5, 2],
    ["decision", "Collective multipartenaire", "Part du total", 0.22, 2],
    ["decision", "Ouverte aux citoyens", "Part du total", 0.07, 2],
    ["coordination", "Chef de projet interne", "Part du total", 0.28, 2],
    ["coordination", "Équipe dédiée / direction numérique", "Part du total", 0.26, 2],
    ["coordination", "Non renseigné", "Part du total", 0.21, 2],
    // "More than half" of the 101 projects of transport: 54.
    ["decision-domain", "Transport / Mobilité", "Non renseigné", 0.5347, 4],
    ["measure", "Aucun indicateur", "Part des réponses", 0.38, 2],
    ["means", "Moyens optimisés", "Part des réponses", 0.33, 2],
    ["means", "Ni organisation ni budget", "Part des réponses", 0.25, 2],
  ];
  test.each(shares)("%s: %s, %s = %d", (section, row, column, printed, decimals) => {
    expect(Number(cell(section, row, column).toFixed(decimals))).toBe(printed);
  });
  test("maturity of energy and health; bases of measure, means and governance; the leaders", () => {
    expect(cell("maturity-domain", "Énergie / Eau / Déchets", "Maturité").toFixed(2)).toBe("1.86");
    expect(cell("maturity-domain", "Santé / Social", "Maturité").toFixed(2)).toBe("2.28");
    expect(tables.get("measure")!.base).toContain("682 réponses de 24 territoires");
    expect(tables.get("means")!.base).toContain("680 réponses de 25 territoires");
    expect(cell("management", "Total", "Nombre")).toBe(731);
    expect(tables.get("panel-type")!.base).toBe("Base : 37 territoires.");
    expect(tables.get("domains")!.sentence).toContain("371");
  });
});
