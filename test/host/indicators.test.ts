import type { Language } from "../../src/domain/language";
import { baseOf, codebook2014 } from "../support/base";
import { closeBook } from "../support/headless";
import { functionsBook, type Blank } from "./functions-support";

const rows = [
  { territory: "Lyon", domain: "1 – Éducation", project: "p", status: "3 – Réalisé", measure: 4, means: "" },
  { territory: "Lyon", domain: "1 – Éducation", project: "q", status: "2 – En cours", measure: "", means: 2 },
  { territory: "Nîmes", domain: "6 – Sécurité", project: "p", status: "1 – Étude", measure: 1, means: 2 },
  { territory: "Nîmes", domain: "1 – Éducation", project: "q", status: "", measure: "SO", means: 3 },
];
const panel = ["Lyon", "Nîmes", "Rouen"].map((name, i) => ({
  name,
  type: i ? 1 : 3,
  region: 22,
  population: 140000 + i,
}));

/** A workbook with the BVN functions on a base of four projects. */
const book = (lang: Language, blank?: Blank) => functionsBook(baseOf(rows, panel), { lang, blank });
afterEach(closeBook);

describe("in cells of a French workbook", () => {
  test("INDEX, BALANCE, RANKING and INTERVAL on the base, and they follow it", async () => {
    const { ask, host, base } = await book("fr");
    expect(await ask('=BVN.INDEX("Maturité")', "A1")).toBe(50);
    expect(await ask('=BVN.INDEX("Global";"Territoire";"Lyon")', "A2")).toBeCloseTo(
      (75 + 100 + 100 / 3) / 3,
      9,
    );
    expect(await ask("=BVN.BALANCE()", "A3")).toBeCloseTo(
      -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25)) / Math.log(10),
      12,
    );
    await ask('=BVN.RANKING("Territoire";"Maturité")', "J1");
    expect(host.read("J1:P4")).toEqual([
      ["Rang", "Territoire", "Maturité", "Réponses (n)", "Non renseigné", "Territoires", "Fiabilité"],
      [1, "Lyon", 2.5, 2, 0, 1, "avec prudence : 2 réponses (moins de 5)"],
      [2, "Nîmes", 1, 1, 1, 1, "avec prudence : 1 réponse (moins de 5)"],
      ["", "Ensemble", 2, 3, 1, 2, "insuffisant : 2 territoires (moins de 3)"],
    ]);
    await ask('=BVN.INTERVAL("Maturité";0,9;"En-têtes";"oui")', "J8");
    expect(host.read("J8:P8")).toEqual([
      [
        "Estimation",
        "Borne basse",
        "Borne haute",
        "Réponses (n)",
        "Non renseigné",
        "Territoires (sur 119)",
        "Fiabilité",
      ],
    ]);
    expect(host.read("J9:O9")).toEqual([[2, 1, 3, 3, 1, 2]]);

    const headers = codebook2014.table("projects").fields.map(({ id }) => id);
    const changed: Record<string, unknown> = { ...rows[2], edition: "2014", status: "3 – Réalisé" };
    base.updateRows("projects", 2, [headers.map((id) => changed[id] ?? "")]);
    await host.settled();
    expect(host.read("A1")).toBeCloseTo((100 * 5) / 6, 9);
    expect(host.read("J2:L3")).toEqual([
      [1, "Nîmes", 3],
      [2, "Lyon", 2.5],
    ]);
    expect(host.read("J9")).toBeCloseTo(8 / 3, 12);
  });

  test("weights and secrecy in tables", async () => {
    const { ask, host } = await book("fr");
    await ask('=BVN.DISTRIBUTION("Type";"Poids";"type×taille")', "A1");
    expect(host.read("A1:E2")).toEqual([
      ["Type", "Nombre pondéré", "Part des réponses", "Part du total", "Base non pondérée"],
      ["Commune", expect.closeTo(8 / 3, 12), expect.closeTo(2 / 3, 12), expect.closeTo(2 / 3, 12), 2],
    ]);
    await ask('=BVN.CROSSTAB("Territoire";"État";;"Secret";2)', "H1");
    expect(host.read("H2:L3")).toEqual([
      ["Lyon", 0, "s", "s", "s"],
      ["Nîmes", "s", 0, 0, "s"],
    ]);
    expect(await ask('=BVN.MATURITY("Territoire";"Lyon";"Secret";3)', "A20")).toBe("#N/A");
    expect(host.errorMessage("A20")).toBe("Masqué : moins de territoires que le seuil « Secret ».");
  });

  test("messages name the argument and what is right", async () => {
    const { ask, host } = await book("fr");
    expect(await ask('=BVN.INDEX("Maturte")')).toBe("#VALUE!");
    expect(host.errorMessage("H1")).toMatch(/^Indicateur inconnu ici : « Maturte »\..*« Maturité » \?$/);
    expect(await ask('=BVN.INTERVAL("Maturité";95)')).toBe("#VALUE!");
    expect(host.errorMessage("H1")).toBe(
      "confiance : « 95 » ne convient pas ; attendu un nombre entre 0 et 1, par exemple 0,95.",
    );
    expect(await ask('=BVN.RANKING("Domaine";"Maturité";2;"Territoire";"Lion")')).toBe("#VALUE!");
    expect(host.errorMessage("H1")).toContain("« Lyon »");
    host.write("A1:A3", [["Éducation"], ["=1/0"], ["Sécurité"]]);
    host.write("B1:B3", [[1], [2], [3]]);
    expect(await ask('=BVN.MATURITY(B1:B3;A1:A3;"<>Sécurité")')).toBe("#VALUE!");
    expect(host.errorMessage("H1")).toContain("La plage de l’argument 2 contient l’erreur « #DIV/0! »");
  });
});

test("English workbook: names, headers and messages", async () => {
  const { ask, host } = await book("en");
  expect(await ask('=BVN.INDEX("Status index","Domain","Education")')).toBe(75);
  await ask('=BVN.RANKING("Domain","Share “Done”",1)', "J1");
  expect(host.read("J1:L3")).toEqual([
    ["Rank", "Domain", "Share “Done”"],
    [1, "Education", 0.5],
    ["", "All", expect.closeTo(1 / 3, 12)],
  ]);
  await ask('=BVN.DISTRIBUTION("Status","Weights","type×size")', "A1");
  expect(host.read("A1:E1")).toEqual([
    ["Status", "Weighted count", "Share of valid", "Share of total", "Unweighted base"],
  ]);
  await ask('=BVN.INTERVAL("Maturity",,"Headers","yes")', "J8");
  expect(host.read("O8")).toBe("Territories (of 119)");
  expect(await ask('=BVN.MEASURE("Panel",3)')).toBe("#VALUE!");
  expect(host.errorMessage("H1")).toMatch(
    /^The option “Panel” does not apply here\. Possible options: Base, Invalid,/,
  );
});

describe.each(["fr", "en"] as const)("ranges in a workbook in %s", (lang) => {
  test.each(["zero", "null", "empty"] as const)(
    "with blanks handed over as %s give the same results",
    async (blank) => {
      const { ask, host } = await book(lang, blank);
      const write = (formula: string) => (lang === "fr" ? formula : formula.replace(/;/g, ","));
      host.write("A1:D6", [
        ["Lyon", "Éducation", "Réalisé", 4],
        ["Lyon", "Éducation", null, null],
        ["Nîmes", "Sécurité", "Étude", 1],
        ["Nîmes", null, "En cours", "NR"],
        ["Rouen", "Education", "Done", null],
        ["Rouen", "Safety", null, 2],
      ]);
      expect(await ask(write("=BVN.INDEX(C1:C6)"))).toBe(62.5);
      expect(await ask(write('=BVN.INDEX("État";C1:C6;B1:B6;"Éducation")'))).toBe(100);
      expect(await ask(write('=BVN.INDEX(D1:D6;"Champ";"Mesure")'))).toBeCloseTo((100 * (7 / 3 - 1)) / 3, 9);
      expect(await ask(write("=BVN.BALANCE(B1:B6)"))).toBeCloseTo(
        -(0.6 * Math.log(0.6) + 0.4 * Math.log(0.4)) / Math.log(10),
        12,
      );
      await ask(write("=BVN.RANKING(A1:A6;C1:C6)"), "J1");
      expect(host.read("J2:N5")).toEqual([
        [1, "Lyon", 3, 1, 1],
        [1, "Rouen", 3, 1, 1],
        [3, "Nîmes", 1.5, 2, 0],
        ["", lang === "fr" ? "Ensemble" : "All", 2.25, 4, 2],
      ]);
      await ask(write('=BVN.INTERVAL(C1:C6;;"Territoire";A1:A6)'), "J8");
      expect(host.read("J8")).toBe(2.25);
      expect(host.read("M8:O8")).toEqual([[4, 2, 3]]);
      expect(await ask(write("=BVN.MOTIVATION(D1:D6)"))).toBeCloseTo((2 + 5 + 4) / 3, 12);
      expect(await ask(write("=BVN.COMPLETENESS(D1:D6)"))).toBeCloseTo(4 / 6, 12);
      host.write("C1", "bientôt");
      await host.settled();
      expect(host.read("J8")).toBe("#VALUE!");
      expect(host.errorMessage("J8")).toContain("bientôt");
    },
  );
});
