import type { Locator } from "playwright-core";
import { button, narrowed, previewOfTests } from "./support/fixture";
import { axe, type Preview, type PreviewOptions } from "./support/preview";

const server = previewOfTests();

/** The preview on the formula screen, the pane at its narrowest. */
async function open(options: PreviewOptions = {}): Promise<Preview> {
  const preview = await narrowed(await server.open({ book: "sample-2014", lang: "fr", ...options }));
  await preview.run("formulaHelper");
  await preview.pane.getByRole("heading", { name: /^(Composer une formule|Compose a formula)$/ }).waitFor();
  return preview;
}

/** Ticks answers of a list of several. */
async function tick(on: Preview, list: Locator, ...options: string[]): Promise<void> {
  await list.click();
  for (const option of options) await on.pane.getByRole("listbox").getByText(option, { exact: true }).click();
  await on.page.keyboard.press("Escape");
}

/** Chooses an answer of a list. */
async function choose(on: Preview, label: string | RegExp, option: string | RegExp, at = 0): Promise<void> {
  await on.pane.getByRole("combobox", { name: label }).nth(at).click();
  await on.pane.getByRole("option", { name: option }).first().click();
}
const formula = (on: Preview): Promise<string> =>
  on.pane.getByRole("textbox", { name: /^Form/ }).first().inputValue();

test("a formula is composed from lists, inserted at the active cell, explained there and undone", async () => {
  const on = await open();
  await on.select("Accueil!H3");
  await choose(on, /^Que calculer/, /^SHARE/);
  await choose(on, /^Champ/, "État");
  await tick(on, on.pane.getByRole("combobox", { name: /^Valeur/ }), "3 – Réalisé");
  await button(on, "Ajouter un filtre ou une option").click();
  const filter = on.pane.getByRole("group", { name: "Filtre 1" });
  await filter.getByRole("combobox", { name: "Champ" }).click();
  await on.pane.getByRole("option", { name: "Type", exact: true }).click();
  await choose(on, "Comparaison", "n’est pas");
  await tick(on, filter.getByRole("combobox", { name: "Réponse" }), "Commune");
  expect(await formula(on)).toBe('=BVN.SHARE("État";"Réalisé";"Type";"<>Commune")');
  const value = await on.pane.locator(".bvn-formula-builder .bvn-formula-value").textContent();
  await on.screenshot("formulas-composed");
  await button(on, /^Insérer en/).click();
  await on.pane.getByText("Formule écrite en Accueil!H3").first().waitFor();
  await on.settled();
  const written = await on.read("Accueil!H3");
  expect(written).toBeGreaterThan(0.3);
  expect(Number(value!.replace(",", "."))).toBeCloseTo(written, 4);

  await on.pane.getByRole("heading", { name: "Cellule Accueil!H3" }).waitFor();
  await on.pane.getByText("Type n’est pas « Commune »").waitFor();
  await on.screenshot("formulas-explained");
  await button(on, /^Voir ces lignes/).click();
  await on.pane.getByText(/lignes montrées dans Projets par un filtre/).waitFor();
  await on.screenshot("formulas-rows-shown");
  await button(on, "Retirer le filtre").click();
  await on.pane.getByText(/^Filtre retiré/).waitFor();

  await button(on, /^Annuler : Formule écrite/).click();
  await on.settled();
  expect(await on.read("Accueil!H3")).toBe("");
  expect(on.errors).toEqual([]);
});

test("a filled cell is not overwritten, nor a table spilled over filled cells, without being asked", async () => {
  const on = await open();
  await on.write("Accueil!J3", "à garder");
  await on.write("Accueil!J6", "aussi");
  await on.settled();
  await on.select("Accueil!J3");
  await button(on, "Insérer en Accueil!J3").click();
  await on.pane
    .getByRole("alertdialog")
    .getByText(/contient déjà «\sà garder\s»/)
    .waitFor();
  await on.screenshot("formulas-question");
  await button(on, "Renoncer").click();
  expect(await on.read("Accueil!J3")).toBe("à garder");
  await choose(on, /^Que calculer/, /^DISTRIBUTION/);
  await choose(on, /^Champ/, "Domaine");
  await on.select("Accueil!J4");
  await button(on, "Insérer en Accueil!J4").click();
  await on.pane
    .getByRole("alertdialog")
    .getByText(/1 cellule remplie, en J6/)
    .waitFor();
  await button(on, "Renoncer").click();
  await on.select("Projets!D3");
  await button(on, "Insérer en Projets!D3").click();
  await on.pane
    .getByRole("alertdialog")
    .getByText(/est dans le tableau Projets/)
    .waitFor();
  expect(on.errors).toEqual([]);
});

test("the formula of a cell is taken into the helper, changed and put back", async () => {
  const on = await open();
  await on.write("Accueil!H3", '=BVN.MATURITY("Domaine";"Éducation")');
  await on.settled();
  await on.select("Accueil!H3");
  await button(on, "Reprendre dans l’assistant").click();
  expect(await formula(on)).toBe('=BVN.MATURITY("Domaine";"Éducation")');
  await tick(on, on.pane.getByRole("combobox", { name: "Réponse" }), "6 – Sécurité");
  expect(await formula(on)).toBe('=BVN.MATURITY("Domaine";"Éducation|Sécurité")');
  await button(on, "Insérer en Accueil!H3").click();
  await button(on, "Remplacer").click();
  await on.pane.getByText("Formule écrite en Accueil!H3").first().waitFor();
  await on.settled();
  expect(await on.page.evaluate("window.previewHost.readFormula('Accueil!H3')")).toContain(
    "Éducation|Sécurité",
  );
});

describe.each(["light", "dark", "contrast"] as const)("theme %s", (theme) => {
  test.each(["fr", "en"] as const)(
    "in %s: the helper and the explanation are readable at 320 pixels",
    async (lang) => {
      const on = await open({ lang, theme, height: 1100 });
      const fr = lang === "fr";
      expect(await on.pane.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      const look = async (name: string): Promise<void> => {
        expect(await on.axe("pane")).toEqual([]);
        expect(await on.pane.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
        await on.screenshot(`formulas-${name}-${lang}-${theme}`);
      };
      await look("empty");
      await choose(on, fr ? /^Que calculer/ : /^What to compute/, /^CROSSTAB/);
      await choose(on, fr ? /^Lignes/ : /^Rows/, fr ? "Domaine" : "Domain");
      await choose(on, fr ? /^Colonnes/ : /^Columns/, fr ? "État" : "Status");
      await button(on, fr ? "Ajouter un filtre ou une option" : "Add a filter or an option").click();
      await on.pane.locator(".bvn-formula-builder .bvn-formula-table").waitFor();
      await look("table");
      await on.write(
        "Accueil!H3",
        fr
          ? '=1-BVN.MATURITY("Type";"Commune";"Population";">=100000")/3'
          : '=1-BVN.MATURITY("Type","Commune","Population",">=100000")/3',
      );
      await on.settled();
      await on.select("Accueil!H3");
      await on.pane.getByRole("heading", { name: fr ? "Cellule Accueil!H3" : "Cell Accueil!H3" }).waitFor();
      await on.pane.locator(".bvn-formula-selected .bvn-formula-value").waitFor();
      await on.pane.evaluate(() => document.querySelector(".bvn-formulas")!.scrollTo(0, 0));
      await look("explained");
      await on.write(
        "Accueil!H3",
        fr ? '=BVN.MATURITY("Domaine";"Educaton")' : '=BVN.MATURITY("Domain","Educaton")',
      );
      await on.settled();
      await on.pane
        .getByText(fr ? /Vouliez-vous dire/ : /Did you mean/)
        .first()
        .waitFor();
      await look("error");
      expect(on.errors).toEqual([]);
    },
  );
});

test.each([
  ["fr", "light", 900],
  ["en", "dark", 340],
] as const)(
  "the pages of the functions are readable in %s, %s, %i pixels wide",
  async (lang, colorScheme, width) => {
    const context = await server.browser.newContext({ viewport: { width, height: 1000 }, colorScheme });
    try {
      const page = await context.newPage();
      const helped: string[] = [];
      for (const id of ["CROSSTAB", "INTERVAL", "functions"]) {
        await page.goto(new URL(`/help/${lang}/${id}.html`, server.url).href);
        helped.push(await page.locator("h1").innerText());
        expect(await axe(page)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
        await page.screenshot({ path: `test-output/screenshots/help-${id}-${lang}.png` });
      }
      expect(helped.join()).toMatch(/BVN\.CROSSTAB.*BVN\.INTERVAL/s);
    } finally {
      await context.close();
    }
  },
);
