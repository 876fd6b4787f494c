import { anomaly } from "../../../src/domain/messages";
import { audit } from "../../../src/functions/definitions/audit";
import { evaluate } from "../../../src/functions/evaluate";
import { baseOf, bvn, bvnError, codebook2014, column } from "../../support/base";

const motivations = codebook2014.list("motivation").codes;
const statements = codebook2014.list("statement").codes;
const quality = motivations.find(({ label }) => label.fr === "Qualité de service")!;

describe("MOTIVATION", () => {
  // Published in 2014: quality of service 15 times first, 5 second, once third.
  const rows = Array.from({ length: 21 }, (_, t) => {
    const own = t < 15 ? 1 : t < 20 ? 2 : 3;
    const others = [1, 2, 3, 4, 5].filter((rank) => rank !== own);
    return motivations.map(({ code }) => ({
      territory: `T${t}`,
      motivation: code,
      rank: code === quality.code ? own : others.shift(),
    }));
  }).flat();
  const base = baseOf([], [], codebook2014, { motivations: rows });

  test("scores quality of service 98/21 on 21 answers", () => {
    expect(bvn(base, "MOTIVATION", ["Qualité de service"])).toBeCloseTo(98 / 21, 12);
    expect(bvn(base, "MOTIVATION", [quality.code])).toBeCloseTo(4.6667, 4);
  });
  test("gives the ranked table with the count of each rank and Kendall's W", () => {
    const table = bvn(base, "MOTIVATION", [], "en") as (string | number)[][];
    expect(table[0]).toEqual([
      "Motivation",
      "Score (1 to 5)",
      "Answers",
      "Rank 1",
      "Rank 2",
      "Rank 3",
      "Rank 4",
      "Rank 5",
    ]);
    expect(table[1]).toEqual(["Quality of service", 98 / 21, 21, 15, 5, 1, 0, 0]);
    const w = table.at(-1)![1] as number;
    expect(w).toBeGreaterThan(0.5);
    expect(w).toBeLessThanOrEqual(1);
  });
  test("partial rankings count where they rank; meanings are another question", () => {
    const partial = baseOf([], [], codebook2014, {
      motivations: [
        { territory: "A", motivation: quality.code, rank: 1 },
        { territory: "A", motivation: quality.code, rank: 3, meaning: 1 },
        { territory: "B", motivation: 1, rank: 1 },
      ],
    });
    expect(bvn(partial, "MOTIVATION", ["Quality of service"])).toBe(5);
    expect(bvnError(partial, "MOTIVATION", ["Exemplarité"])).toMatchObject({ kind: "notAvailable" });
    expect(bvnError(partial, "MOTIVATION", ["Qualité"]).text.fr).toContain(
      "Vouliez-vous dire « Qualité de service »",
    );
  });
});

describe("MOTIVATION by meaning", () => {
  const base = baseOf([], [], codebook2014, {
    motivations: [
      { territory: "A", motivation: quality.code, rank: 1 },
      { territory: "A", motivation: quality.code, rank: 1, meaning: 1 },
      { territory: "A", motivation: quality.code, rank: 3, meaning: 2 },
      { territory: "B", motivation: quality.code, rank: 2, meaning: 1 },
      { territory: "B", motivation: 1, rank: 1, meaning: 4 },
    ],
  });
  test("gives each motivation's meanings, the highest score first, with the ranks", () => {
    expect(bvn(base, "MOTIVATION", [null, "Signification", "*"])).toEqual([
      ["Signification", "Motivation", "Score", "Réponses", "Rang 1", "Rang 2", "Rang 3"],
      ["Attractivité pour les entreprises", "Attractivité", 1, 1, 1, 0, 0],
      ["Services plus performants", "Qualité de service", 2.5, 2, 1, 1, 0],
      ["Innovation facilitée", "Qualité de service", 1, 1, 0, 0, 1],
    ]);
    const one = bvn(base, "MOTIVATION", ["Attractivité", "Signification", "*"]) as unknown[][];
    expect(one).toHaveLength(2);
    expect(bvnError(base, "MOTIVATION", ["Exemplarité", "Signification", "*"]).kind).toBe("notAvailable");
  });
});

describe("RESPONSE by a field of the panel", () => {
  const panel = [
    { name: "A", type: 1, population: 60_000, contact: "Reçu", region: 6 },
    { name: "B", type: 1, population: 120_000, contact: "Relancé", region: 6 },
    { name: "C", type: 4, population: 900_000, contact: "Reçu" },
  ];
  const base = baseOf([], panel);
  test("gives territories, those that answered, rate and share, groups in the order of the code list", () => {
    expect(bvn(base, "RESPONSE", ["Type"])).toEqual([
      ["Type", "Territoires du panel", "Ont répondu", "Taux de réponse", "Part des répondants"],
      ["Commune", 2, 1, 0.5, 0.5],
      ["Métropole", 1, 1, 1, 0.5],
      ["Total", 3, 2, 2 / 3, 1],
    ]);
  });
  test("knows size classes, takes criteria behind the field, and says who told nothing", () => {
    const sizes = bvn(base, "RESPONSE", ["Size class", "Type", "Commune"], "en") as unknown[][];
    expect(sizes.map(([label, n]) => [label, n])).toEqual([
      ["Size class", "Territories of the panel"],
      ["50,000 to 99,999", 1],
      ["100,000 to 249,999", 1],
      ["Total", 2],
    ]);
    const regions = bvn(base, "RESPONSE", ["Région"]) as unknown[][];
    expect(regions.at(-2)).toEqual(["Non renseigné", 1, 1, 1, 0.5]);
  });
  test("names a field it does not know", () => {
    expect(bvnError(base, "RESPONSE", ["Tipe"]).text.fr).toContain("« Type »");
    expect(bvnError(base, "RESPONSE", ["Population"]).kind).toBe("value");
  });
});

describe("AGREEMENT", () => {
  const answers = [1, 2, 3, 3, 4, "", "NR"];
  const base = baseOf([], [], codebook2014, {
    actors: answers.map((agreement, t) => ({ territory: `T${t}`, statement: statements[2].code, agreement })),
  });
  test("is the share of 3 and 4 among those who answered", () => {
    expect(bvn(base, "AGREEMENT", [statements[2].label.fr])).toBe(0.6);
    expect(bvn(null, "AGREEMENT", [column(answers)])).toBe(0.6);
    expect(bvnError(base, "AGREEMENT", [statements[0].label.en])).toMatchObject({ kind: "notAvailable" });
  });
  test("gives all statements when none is named", () => {
    const table = bvn(base, "AGREEMENT", []) as (string | number)[][];
    expect(table).toHaveLength(statements.length + 1);
    expect(table[3].slice(1)).toEqual([0.6, 5, 1, 1, 2, 1]);
  });
});

describe("RESPONSE and COMPLETENESS", () => {
  const panel = [
    {
      name: "Lyon",
      type: "Commune",
      region: "Rhône-Alpes",
      population: 500000,
      respondent: "Élu",
      digitalDepartment: "Oui",
    },
    { name: "Nîmes", type: "Commune", region: "Languedoc-Roussillon", population: 148179, contact: "Reçu" },
    { name: "Grand Lyon", type: "Communauté urbaine", contact: "Relancé" },
  ];
  const projects = [
    {
      territory: "Lyon",
      domain: 1,
      project: "p",
      status: 3,
      measure: 1,
      means: "NR",
      management: 2,
      decision: "",
      coordination: "",
    },
    {
      territory: "lyon",
      domain: 2,
      project: "q",
      status: 1,
      measure: "",
      means: "",
      management: "SO",
      decision: 1,
      coordination: 1,
    },
  ];
  const base = baseOf(projects, panel);
  test("those with answers, or marked as returned, have responded", () => {
    expect(bvn(base, "RESPONSE", [])).toBeCloseTo(2 / 3, 12);
    expect(bvn(base, "RESPONSE", ["Type", "Commune"])).toBe(1);
    expect(bvn(base, "RESPONSE", ["Type", "Communauté urbaine"])).toBe(0);
    expect(bvnError(base, "RESPONSE", ["Type", "Métropole"])).toMatchObject({ kind: "notAvailable" });
  });
  test("not reported on purpose counts as answered, a blank does not", () => {
    const table = bvn(base, "COMPLETENESS", ["Lyon", "Section", "*"], "fr") as (string | number)[][];
    const bySection = Object.fromEntries(
      table.slice(1).map(([label, answered, expected]) => [label, [answered, expected]]),
    );
    expect(bySection).toMatchObject({
      Identité: [5, 5],
      Projets: [2, 2],
      Mesure: [1, 2],
      Moyens: [1, 2],
      Gouvernance: [4, 6],
      Acteurs: [0, 7],
    });
    expect(bvn(base, "COMPLETENESS", ["Lyon", "Section", "Gouvernance"])).toBeCloseTo(4 / 6, 12);
    expect(bvn(base, "COMPLETENESS", ["Lyon"])).toBeCloseTo(13 / (5 + 2 + 2 + 2 + 6 + 5 + 7), 12);
  });
  test("a name that is not in the panel is pointed at", () => {
    expect(bvnError(base, "COMPLETENESS", ["Nimess"]).text.fr).toContain("Vouliez-vous dire « Nîmes »");
    expect(bvnError(base, "COMPLETENESS", ["Lyon", "Section", "x"]).code).toBe("unknownOption");
  });
});

test("AUDIT lists what the checks found", () => {
  const base = baseOf([]);
  const field = codebook2014.field("projects", "status");
  const found = anomaly(
    "notACode",
    "error",
    { table: "projects", row: 4, field: "status" },
    { field: field.label, value: "Fini", expected: [] },
    "3 – Réalisé",
  );
  const context = { base, codebook: codebook2014, language: "fr" as const, anomalies: [found] };
  expect(evaluate(audit, context, [])).toEqual([
    ["Feuille", "Ligne", "Champ", "Valeur", "Attendu", "Que faire"],
    ["Projets", 5, "État", "Fini", "3 – Réalisé", found.message.fr],
  ]);
  expect(bvn(base, "AUDIT", [])).toEqual([
    ["Feuille", "Ligne", "Champ", "Valeur", "Attendu", "Que faire"],
    ["Aucune anomalie", "", "", "", "", ""],
  ]);
});
