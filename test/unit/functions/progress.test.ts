import { Codebook, editionById } from "../../../src/domain/codebook";
import { baseOf, bvn, bvnError } from "../../support/base";

const at = (edition: string, territory: string, status: unknown, domain: unknown = 1) => ({
  edition,
  territory,
  status,
  domain,
});
const rows = [
  at("2013", "Lyon", 1),
  at("2013", "Lyon", 2, 2),
  at("2013", "Nîmes", 2),
  at("2013", "Metz", 3),
  at("2014", "lyon", 3),
  at("2014", "Lyon", "NR", 2),
  at("2014", "Lyon", 1, 10),
  at("2014", "Nîmes", 3),
  at("2014", "Brest", 1),
  at("2014", "Arras", 1),
];
const base = baseOf(rows, [
  { name: "Lyon", type: 1 },
  { name: "Nîmes", type: 2 },
]);
const table = (args: unknown[], language: "fr" | "en" = "fr", of = base) =>
  bvn(of, "PROGRESS", args, language) as (string | number)[][];
const find = (label: string, args: unknown[]) => table(args).find(([first]) => first === label)!;

test("both editions and the difference, on the territories and domains of both", () => {
  expect(table(["2013", "2014"])[0]).toEqual([
    "Indicateur",
    "2013",
    "2014",
    "Différence",
    "Réponses 2013",
    "Réponses 2014",
    "Non renseigné 2013",
    "Non renseigné 2014",
  ]);
  expect(find("Maturité", [2013, 2014])).toEqual(["Maturité", 5 / 3, 3, 3 - 5 / 3, 3, 2, 0, 1]);
  expect(find("Nombre de projets", ["2013", "2014"]).slice(1, 4)).toEqual([3, 3, 0]);
  expect(find("Mesure", ["2013", "2014"]).slice(1, 4)).toEqual(["", "", ""]);
});

test("what is not compared is counted and named", () => {
  const foot = table(["2013", "2014"]).slice(-6);
  expect(foot.map((row) => row.slice(0, 3))).toEqual([
    ["Territoires comparés", 2, ""],
    ["Territoires de 2013 seulement", 1, "Metz"],
    ["Territoires de 2014 seulement", 2, "Arras, Brest"],
    ["Domaines comparés", 9, ""],
    ["Domaines de 2013 seulement", 0, ""],
    ["Domaines de 2014 seulement", 1, "Domaines transverses"],
  ]);
  const lost = baseOf([...rows, at("2014", "", 2)]);
  expect(table(["2013", "2014"], "en", lost).at(-1)!.slice(0, 2)).toEqual([
    "Projects without a territory, left out",
    1,
  ]);
});

test("the other way round is the opposite", () => {
  const [there, back] = [table(["2013", "2014"]).slice(1, -6), table(["2014", "2013"]).slice(1, -6)];
  there.forEach((row, i) => {
    expect([row[1], row[2]]).toEqual([back[i][2], back[i][1]]);
    expect(row[3] === "" ? "" : -row[3] + 0).toEqual(back[i][3] === "" ? "" : Number(back[i][3]) + 0);
  });
});

test("by domain, territory or type, of one indicator", () => {
  const byDomain = table(["2013", "2014", "Domaine"]);
  expect(byDomain[0][0]).toBe("Domaine (maturité)");
  expect(byDomain.slice(1, 3).map((row) => row.slice(0, 6))).toEqual([
    ["Éducation", 1.5, 3, 1.5, 2, 2],
    ["Énergie / Eau / Déchets", 2, "", "", 1, 0],
  ]);
  expect(byDomain.some(([first], i) => i < byDomain.length - 6 && first === "Domaines transverses")).toBe(
    false,
  );
  expect(
    table(["2013", "2014", "Territoire"])
      .slice(1, -6)
      .map((row) => row.slice(0, 4)),
  ).toEqual([
    ["Lyon", 1.5, 3, 1.5],
    ["Nîmes", 2, 3, 1],
  ]);
  const byType = table(["2013", "2014", "Type", "Indicator", "Projects"], "en");
  expect(byType[0][0]).toBe("Type (number of projects)");
  expect(byType[1].slice(0, 4)).toEqual(["Commune", 2, 2, 0]);
  expect(table(["2013", "2014", "Maturité"])).toHaveLength(1 + 1 + 6);
  expect(table(["2013", "2014", null, "Indicateur", "Maturité|Mesure"])).toHaveLength(1 + 2 + 6);
});

test("under criteria; an edition read with the code book of another", () => {
  expect(find("Maturité", ["2013", "2014", null, "Type", "Commune"]).slice(1, 4)).toEqual([1.5, 3, 1.5]);
  const old = baseOf(rows, [], new Codebook(editionById("2013")));
  const row = table(["2013", "2014"], "fr", old).find(([first]) => first === "Maturité")!;
  expect(row.slice(1, 4)).toEqual([5 / 3, 3, 3 - 5 / 3]);
});

test("messages", () => {
  const error = (...args: unknown[]) => bvnError(base, "PROGRESS", args);
  expect(error("2012", "2014").text.fr).toBe(
    "Édition inconnue : « 2012 ». Attendu : 2013, 2014. Vouliez-vous dire « 2013 » ?",
  );
  expect(error("2013").code).toBe("missingArgument");
  expect(error("2013", "2014", "Domane").text.fr).toContain("Vouliez-vous dire « Domaine »");
  expect(error("2013", "2014", "Population").code).toBe("notACodedField");
  expect(error("2013", "2014", null, "Type").code).toBe("oddArguments");
  expect(error("2013", "2014", "Domaine", "Indicateur", "Complétude").code).toBe("unknownIndicator");
  expect(bvnError(null, "PROGRESS", ["2013", "2014"]).code).toBe("noBase");
});
