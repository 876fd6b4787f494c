import fc from "fast-check";
import { quartiles } from "../../../src/domain/statistics/quantiles";
import { midRankPercentile } from "../../../src/domain/statistics/ranks";
import { baseOf, bvn, bvnError } from "../../support/base";

const territory = (name: string, type: number, population: number, region = 1) => ({
  name,
  type,
  population,
  region,
});
const panel = [
  territory("Lyon", 1, 500_000),
  territory("Nîmes", 1, 300_000),
  territory("Rouen", 1, 260_000, 2),
  territory("Brest", 1, 255_000),
  territory("Douai", 2, 80_000),
  territory("Sans réponse", 1, 400_000),
];
const rows = [
  ...[3, 3, 1].map((status) => ({ territory: "Lyon", status, domain: 1, measure: 2 })),
  ...[1, 2].map((status) => ({ territory: "Nîmes", status, domain: 1 })),
  ...[3].map((status) => ({ territory: "ROUEN", status, domain: 2, measure: 1 })),
  ...[2, "NR"].map((status) => ({ territory: "Brest", status, domain: 1 })),
  ...[2, 2, 1].map((status) => ({ territory: "Douai", status, domain: 1 })),
];
const base = baseOf(rows, panel);
const table = (args: unknown[], language: "fr" | "en" = "fr") =>
  bvn(base, "POSITION", args, language) as (string | number)[][];
const line = (label: string, args: unknown[]) => table(args).find(([first]) => first === label)!;

test("value, peers’ median and quartiles, percentile without itself, gap, peers and base", () => {
  const peers = [1.5, 3, 2, 5 / 3];
  const { q1, median, q3 } = quartiles(peers)!;
  expect(table(["Lyon"])[0]).toEqual([
    "Indicateur",
    "Lyon",
    "Médiane des pairs",
    "1er quartile",
    "3e quartile",
    "Percentile (0 à 1)",
    "Écart à la médiane",
    "Pairs",
    "Réponses",
    "Non renseigné",
    "Remarque",
  ]);
  expect(line("Maturité", ["lyon"])).toEqual([
    "Maturité",
    7 / 3,
    median,
    q1,
    q3,
    midRankPercentile(7 / 3, peers),
    7 / 3 - median,
    4,
    3,
    0,
    "",
  ]);
  expect(line("Maturité", ["Brest"]).slice(7, 10)).toEqual([4, 1, 1]);
});

test("fewer than three peers: nothing of them is shown, and the table says so", () => {
  const alone = line("Maturité", ["Lyon", "Pairs", "type|taille|région"]);
  expect(alone.slice(1, 8)).toEqual([7 / 3, "", "", "", "", "", 2]);
  expect(alone[10]).toBe("comparaison masquée : 2 pairs, il en faut 3");
  expect(line("Mesure", ["Lyon"]).slice(1, 8)).toEqual([2, "", "", "", "", "", 1]);
});

test("peers: alike in fields of the panel, or by criteria; projects by theirs", () => {
  expect(line("Maturité", ["Lyon", "Pairs", "type|taille"])[7]).toBe(3);
  expect(line("Maturité", ["Lyon", "Peers", "type|size"])[7]).toBe(3);
  expect(line("Maturité", ["Douai", "Type", "Commune", "Population", ">=260000"])[7]).toBe(3);
  const inDomain = line("Nombre de projets", ["Lyon", "Domaine", "Éducation"]);
  expect([inDomain[1], inDomain[7]]).toEqual([3, 3]);
});

test("a territory that did not answer is compared with nothing of its own", () => {
  const silent = line("Maturité", ["Sans réponse"]);
  expect(silent[1]).toBe("");
  expect(silent[2]).toBe(quartiles([7 / 3, 1.5, 3, 2, 5 / 3])!.median);
  expect(silent.slice(5, 11)).toEqual(["", "", 5, 0, 0, "pas de réponse du territoire"]);
});

test("indicators asked for, in either language", () => {
  const chosen = table(["Lyon", "Indicateur", "Projets|Indice état"], "en");
  expect(chosen.map(([first]) => first)).toEqual(["Indicator", "Number of projects", "Status index"]);
});

test("messages", () => {
  const error = (...args: unknown[]) => bvnError(base, "POSITION", args);
  expect(error("Lion").text.fr).toContain("Vouliez-vous dire « Lyon »");
  expect(error("Marseille").code).toBe("unknownTerritory");
  expect(error().code).toBe("missingArgument");
  expect(error("Lyon", "Pairs", "tipe").text.fr).toContain("Vouliez-vous dire « Type »");
  expect(error("Lyon", "Indicateur", "Maturté").text.fr).toContain("Vouliez-vous dire « Maturité »");
  expect(error("Lyon", "Domaine").code).toBe("oddArguments");
  expect(error("Lyon", "Domane", "x").code).toBe("unknownField");
  expect(error("Lyon", "Type", "Comune").text.fr).toContain("Vouliez-vous dire « Commune »");
  expect(error("Lyon", "Domaine", "Sécurité").code).toBe("noData");
  const unknown = baseOf(rows, [...panel, { name: "Metz", type: "", population: "" }]);
  expect(bvnError(unknown, "POSITION", ["Metz", "Pairs", "type"]).text.fr).toBe(
    "Le panel ne dit pas « Type » de « Metz » : il ne peut pas servir à choisir ses pairs.",
  );
  expect(bvnError(null, "POSITION", ["Lyon"]).code).toBe("noBase");
});

test("percentiles of all add up to half of them, whoever they are", () => {
  const territories = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 12 });
  fc.assert(
    fc.property(territories, (statuses) => {
      const own = baseOf(statuses.map((status, i) => ({ territory: `T${i}`, status, domain: 1 })));
      const percentiles = statuses.map((_, i) => {
        const result = bvn(own, "POSITION", [`T${i}`, "Indicateur", "Maturité"]) as (string | number)[][];
        return result[1][5] as number;
      });
      const sum = percentiles.reduce((total, percentile) => total + percentile, 0);
      return Math.abs(sum - statuses.length / 2) < 1e-9;
    }),
    { numRuns: 30 },
  );
});
