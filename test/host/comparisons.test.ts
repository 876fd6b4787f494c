import type { Language } from "../../src/domain/language";
import { baseOf, codebook2014 } from "../support/base";
import { closeBook } from "../support/headless";
import { functionsBook, type Blank } from "./functions-support";

const panel = ["Lyon", "Nîmes", "Rouen", "Brest"].map((name, i) => ({
  name,
  type: 1,
  region: 1,
  population: 300_000 + i * 1000,
}));
const project = (territory: string, name: string, status: number, measure: unknown, edition = "2014") => ({
  edition,
  territory,
  project: name,
  status,
  measure,
  domain: 1,
});
const rows = [
  project("Lyon", "Wifi", 3, 4),
  project("Nîmes", "Wifi", 1, 1),
  project("Rouen", "Capteurs", 3, 2),
  project("Brest", "Capteurs", 2, "NR"),
  project("Brest", "Capteurs", 2, 3),
  project("Lyon", "Wifi", 1, 1, "2013"),
  project("Metz", "Wifi", 1, 1, "2013"),
];

const book = (lang: Language, blank: Blank) => functionsBook(baseOf(rows, panel), { lang, blank, at: "A1" });
afterEach(closeBook);

describe.each(["zero", "null", "empty"] as const)("blanks handed over as %s", (blank) => {
  test("in French: tables with headers, figures that follow the base, messages", async () => {
    const { ask, host, base } = await book("fr", blank);
    await ask('=BVN.POSITION("Lyon";"Indicateur";"Maturité")');
    expect(host.read("A1:K2")).toEqual([
      [
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
      ],
      ["Maturité", 3, 2, 1.5, 2.5, 2.5 / 3, 1, 3, 1, 0, ""],
    ]);
    await ask('=BVN.IDEAS("Lyon";;5)', "A5");
    expect(host.read("A6:E7")).toEqual([
      ["Capteurs", "Éducation", 1, 1 / 3, 2],
      ["Territoires semblables", "semblables par : type, classe de population, région", 3, "", ""],
    ]);
    await ask('=BVN.PROGRESS(2013;"2014";"Territoire")', "A10");
    expect(host.read("A11:D13")).toEqual([
      ["Lyon", 1, 3, 2],
      ["Territoires comparés", 1, "", ""],
      ["Territoires de 2013 seulement", 1, "Metz", ""],
    ]);
    // R: cor(c(3, 1, 3, 2), c(4, 1, 2, 3))
    expect(await ask('=BVN.CORRELATION("Maturité";"Mesure")', "M1")).toBeCloseTo(0.674199862463242, 12);
    expect(await ask('=BVN.CORRELATION("Maturité";"Mesure";"Kendal")', "M2")).toBe("#VALUE!");
    expect(host.errorMessage("M2")).toBe(
      "Méthode : « Kendal » n’est pas prévu. Attendu : pearson, spearman, kendall. Vouliez-vous dire « kendall » ?",
    );
    expect(await ask('=BVN.POSITION("Lion")', "M3")).toBe("#VALUE!");
    expect(host.errorMessage("M3")).toContain("Vouliez-vous dire « Lyon » ?");

    const { fields } = codebook2014.table("projects");
    const changed = { ...project("Lyon", "Wifi", 1, 4) } as Record<string, unknown>;
    base.updateRows("projects", 0, [fields.map(({ id }) => changed[id] ?? "")]);
    await host.settled();
    expect(host.read("B2")).toBe(1);
    expect(host.read("A11:D11")).toEqual([["Lyon", 1, 1, 0]]);
    expect(host.read("M1")).toBeLessThan(0);
  });

  test("in English, and on ranges whose blanks are left out", async () => {
    const { ask, host } = await book("en", blank);
    await ask('=BVN.POSITION("Lyon","Indicator","Projects")');
    expect(host.read("A1:C1")).toEqual([["Indicator", "Lyon", "Peers’ median"]]);
    await ask('=BVN.IDEAS("Lyon","Education",1)', "A5");
    expect(host.read("A5:B5")).toEqual([["Project", "Domain"]]);
    await ask('=BVN.PROGRESS("2013","2014")', "A10");
    expect(host.read("A10:D10")).toEqual([["Indicator", "2013", "2014", "Difference"]]);
    expect(await ask('=BVN.PROGRESS("2012","2014")', "M2")).toBe("#VALUE!");
    expect(host.errorMessage("M2")).toContain("Unknown edition: “2012”. Expected: 2013, 2014.");

    host.write("P1:R5", [
      [1, 2, "A"],
      [2, 1, "A"],
      [3, 4, "B"],
      [null, 9, "B"],
      [5, null, null],
    ]);
    // The three whole pairs, as R's cor(c(1, 2, 3), c(2, 1, 4)) has them.
    expect(await ask("=BVN.CORRELATION(P1:P5,Q1:Q5)", "M4")).toBeCloseTo(0.654653670707977, 12);
    expect(await ask('=BVN.CORRELATION(P1:P5,Q1:Q5,"Spearman",R1:R5,"A")', "M5")).toBe(-1);
    expect(await ask('=BVN.CORRELATION(P1:P5,Q1:Q5,,"Territory",R1:R5)', "M6")).toBe(1);
    host.write("P2", "soon");
    await host.settled();
    expect(host.read("M4")).toBe("#VALUE!");
    expect(host.errorMessage("M4")).toBe(
      'Row 2: “soon” is not a number. Mend it, or add "Invalid","ignore".',
    );
  });
});
