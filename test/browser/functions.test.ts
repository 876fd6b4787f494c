import { previewOfTests } from "./support/fixture";

/** Every function of the first set, typed in the grid of the real page as an analyst types it. */
const server = previewOfTests();

/** Formula, the cell's value, and the value one row below where it spills. */
type Expected = [formula: string, value: string | number, below?: string | number];

const french: Expected[] = [
  ["=BVN.MATURITY()", 1798 / 813],
  ['=BVN.MATURITY("Domaine";"Santé / Social")', 66 / 29],
  ['=BVN.MEASURE("Édition";"2014")', 1630 / 682],
  ["=BVN.MEANS()", 1768 / 680],
  ['=BVN.PROJECTS("État";"Réalisé";"Domaine";"Bâtiment / Urbanisme")', 49],
  ['=BVN.SHARE("Mode de gestion";"Régie";"Base";"total")', 264 / 731],
  ['=BVN.CODE("En cours";"État")', 2],
  ['=BVN.LABEL(2;"État")', "En cours"],
  ['=BVN.DISTRIBUTION("État")', "État", "Étude"],
  ['=BVN.CROSSTAB("Domaine";"État";"ligne")', "Domaine × État", "Éducation"],
  ['=BVN.MATURITY(Projets[État];Projets[Domaine];"Énergie / Eau / Déchets")', 147 / 79],
];
const english: Expected[] = [
  ["=BVN.MATURITY()", 1798 / 813],
  ['=BVN.MATURITY("Domain","Health / Social")', 66 / 29],
  ['=BVN.MEASURE("Edition","2014")', 1630 / 682],
  ["=BVN.MEANS()", 1768 / 680],
  ['=BVN.PROJECTS("Status","Done","Domain","Building / Planning")', 49],
  ['=BVN.SHARE("Management","Direct management","Base","total")', 264 / 731],
  ['=BVN.CODE("Under way","Status")', 2],
  ['=BVN.LABEL(2,"Status")', "Under way"],
  ['=BVN.DISTRIBUTION("Status")', "Status", "Study"],
  ['=BVN.CROSSTAB("Domain","Status","row")', "Domain × Status", "Education"],
  ['=BVN.MATURITY(Projets[État],Projets[Domaine],"Energy / Water / Waste")', 147 / 79],
];

test.each([
  ["fr", french],
  ["en", english],
] as const)("typed in the grid, %s", async (lang, formulas) => {
  const preview = await server.open({ book: "sample-2014", lang });
  await preview.select("Synthèse!A1");
  let row = 40;
  for (const [formula, value, below] of formulas) {
    const cell = `H${row}`;
    await preview.type(`Synthèse!${cell}`, formula);
    await preview.settled();
    const shown = await preview.read(`Synthèse!${cell}`);
    if (typeof value === "number") expect([formula, shown]).toEqual([formula, expect.closeTo(value, 10)]);
    else expect([formula, shown]).toEqual([formula, value]);
    if (below !== undefined) expect(await preview.read(`Synthèse!H${row + 1}`)).toBe(below);
    row += below === undefined ? 2 : 18;
  }
  await preview.type(
    "Synthèse!H30",
    lang === "fr" ? '=BVN.MATURITY("Domaine";"Educaton")' : '=BVN.MATURITY("Domain","Educaton")',
  );
  expect(await preview.read("Synthèse!H30")).toBe("#VALUE!");
  await preview.select("Synthèse!H30");
  await preview.page
    .getByText(lang === "fr" ? "Vouliez-vous dire « Éducation » ?" : "Did you mean “Education”?")
    .waitFor();
  await preview.screenshot(`functions-${lang}`);
  expect(preview.errors).toEqual([]);
});

test("a paste of garbage is pointed at in the pane and in the formulas, and mending it brings the figure back", async () => {
  const preview = await server.open({ book: "sample-2014", lang: "fr" });
  const before = await preview.read("Projets!C2:F4");
  await preview.write("Projets!C2:F4", [
    ["Educaton", "=1+1", "Fini", 7],
    ["1 – Éducation", "x".repeat(300), "2,5", "#N/A"],
    [99, "\ud83d\ude80\nligne", true, -1],
  ]);
  await preview.settled();
  expect(await preview.read("Accueil!B11")).toBe("#VALUE!");
  await preview.run("checkWorkbook");
  await preview.pane.getByText("« Fini »").first().waitFor();
  await preview.pane.getByText("« Educaton »").first().waitFor();
  await preview.screenshot("garbage-pasted");
  await preview.write("Projets!C2:F4", before);
  await preview.settled();
  expect(await preview.read("Accueil!B11")).toBeCloseTo(1798 / 813, 10);
  expect(preview.errors).toEqual([]);
});
