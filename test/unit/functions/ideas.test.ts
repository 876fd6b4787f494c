import { baseOf, bvn, bvnError } from "../../support/base";

const territory = (name: string, type: number, population: number, region: number) => ({
  name,
  type,
  population,
  region,
});
const panel = [
  territory("Lyon", 1, 500_000, 1),
  ...["A", "B", "C"].map((name) => territory(name, 1, 300_000, 1)),
  territory("D", 1, 300_000, 2),
  territory("E", 1, 20_000, 1),
  territory("F", 2, 300_000, 1),
  territory("Silencieux", 1, 300_000, 1),
];
const project = (name: string, of: string, status: unknown, domain = 1) => ({
  territory: of,
  project: name,
  status,
  domain,
});
const rows = [
  project("Wifi public", "Lyon", 1),
  project("Wifi public", "A", 3),
  project("Wifi public", "B", 3),
  project("Cartes", "A", 3),
  project("cartes", "A", 3),
  project("Cartes", "B", 3),
  project("Cartes", "C", 1),
  project("Capteurs", "A", 3, 2),
  project("Capteurs", "C", 2, 2),
  project("Drones", "B", 3, 2),
  project("Rêve", "C", 1),
  project("Phare", "D", 3),
  project("Phare", "E", 3),
  project("Phare", "F", 3),
];
const base = baseOf(rows, panel);
const table = (args: unknown[], language: "fr" | "en" = "fr", of = base) =>
  bvn(of, "IDEAS", args, language) as (string | number)[][];

test("projects done by territories alike and absent here, most frequent first, then the base", () => {
  expect(table(["Lyon"])).toEqual([
    ["Projet", "Domaine", "Territoires qui l’ont réalisé", "Part", "Territoires qui l’ont (tout état)"],
    ["Cartes", "Éducation", 2, 2 / 3, 3],
    ["Capteurs", "Énergie / Eau / Déchets", 1, 1 / 3, 2],
    ["Drones", "Énergie / Eau / Déchets", 1, 1 / 3, 1],
    ["Territoires semblables", "semblables par : type, classe de population, région", 3, "", ""],
  ]);
});

test("of one domain, and as many as asked with those level with the last", () => {
  expect(table(["Lyon", "Energy / Water / Waste"], "en").map(([name]) => name)).toEqual([
    "Project",
    "Capteurs",
    "Drones",
    "Similar territories",
  ]);
  expect(table(["Lyon", null, 1]).map(([name]) => name)).toEqual([
    "Projet",
    "Cartes",
    "Territoires semblables",
  ]);
  const level = baseOf([project("x", "A", 3), project("w", "B", 3), project("y", "C", 1)], panel);
  expect(table(["Lyon", null, 1], "fr", level).map(([name]) => name)).toEqual([
    "Projet",
    "w",
    "x",
    "Territoires semblables",
  ]);
});

test("too few alike: fewer fields count, and the table says which", () => {
  const few = baseOf(
    rows.filter((row) => row.territory !== "C"),
    panel,
  );
  const result = table(["Lyon"], "en", few);
  expect(result.at(-1)).toEqual(["Similar territories", "alike in: type, size class", 3, "", ""]);
  expect(result.map(([name]) => name)).toContain("Phare");
  const noPanel = baseOf(rows);
  expect(table(["Lyon"], "fr", noPanel).at(-1)).toEqual([
    "Territoires semblables",
    "tous les autres",
    6,
    "",
    "",
  ]);
});

test("alike in the fields asked for; a territory that did not answer gets ideas too", () => {
  expect(table(["Lyon", null, null, "Pairs", "région"]).at(-1)!.slice(1, 3)).toEqual([
    "semblables par : région",
    5,
  ]);
  expect(table(["Silencieux"]).map(([name]) => name)).toContain("Wifi public");
});

test("nothing to suggest: the base is told all the same", () => {
  const same = baseOf(
    ["Lyon", "A", "B", "C"].map((name) => project("Cartes", name, 3)),
    panel,
  );
  expect(table(["Lyon"], "fr", same)).toHaveLength(2);
});

test("messages", () => {
  const error = (...args: unknown[]) => bvnError(base, "IDEAS", args);
  expect(error("Lion").text.fr).toContain("Vouliez-vous dire « Lyon »");
  expect(error("Lyon", "Educaton").text.fr).toContain("Vouliez-vous dire « Éducation »");
  expect(error("Lyon", null, 0.5).code).toBe("wrongNumber");
  expect(error("Lyon", null, -1).code).toBe("wrongNumber");
  expect(error("Lyon", null, null, "Domaine", "Sécurité").code).toBe("noData");
  expect(error().code).toBe("missingArgument");
  expect(bvnError(null, "IDEAS", ["Lyon"]).code).toBe("noBase");
});
