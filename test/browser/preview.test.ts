import { readFileSync } from "node:fs";
import { join } from "node:path";
import { commands } from "../../src/commands/catalogue";
import { commandGroups } from "../../src/commands/groups";
import { previewOfTests } from "./support/fixture";
import type { Preview } from "./support/preview";

const server = previewOfTests();
const { open } = server;

/** Functions and commands as Microsoft's client holds them in the pane's frame. */
const associated = ({ pane }: Preview): Promise<{ functions: string[]; actions: string[] }> =>
  pane.evaluate(() => ({
    functions: Object.keys((window as any).CustomFunctions._association.mappings),
    actions: Object.keys((window as any).Office.actions._association.mappings),
  }));

describe.each(["fr", "en"] as const)("in %s", (lang) => {
  test("the page shows the grid, the manifest's ribbon and the pane, and says it is not Excel", async () => {
    const { page, errors, screenshot, axe } = await open({ lang });
    const labels = await page.locator(".ribbon-button span").allTextContents();
    expect(labels).toEqual(
      commandGroups.flatMap(({ id }) =>
        commands.filter(({ group }) => group === id).map(({ label }) => label[lang]),
      ),
    );
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    expect(await page.locator("#status").textContent()).toContain(
      lang === "fr" ? "n’est pas Excel" : "not Excel",
    );
    expect(await page.locator("#pane iframe").isVisible()).toBe(true);
    expect(await page.locator("#grid canvas").count()).toBeGreaterThan(0);
    await screenshot(`preview-${lang}`);
    expect(await axe()).toEqual([]);
    expect(errors).toEqual([]);
  });

  test("a formula written is calculated, read back and undone", async () => {
    const { read, write, settled, undo } = await open({ lang });
    await write("A1", 20);
    await write("A2", [["=A1*2+2"]]);
    await settled();
    expect(await read("A1:A2")).toEqual([[20], [42]]);
    await write("A1", 1);
    await settled();
    expect(await read("A2")).toBe(4);
    await undo();
    await settled();
    expect(await read("A2")).toBe(42);
  });

  test("an unknown command is refused by name", async () => {
    const { run } = await open({ lang });
    await expect(run("makeCoffee")).rejects.toThrow(
      lang === "fr" ? "Commande inconnue : « makeCoffee »" : 'Unknown command "makeCoffee"',
    );
  });
});

test.each(["dark", "contrast"] as const)("the %s theme reaches page, grid and pane", async (theme) => {
  const { page, pane, errors, screenshot, axe } = await open({ theme, lang: "fr" });
  const backOf = (selector: string): Promise<string> =>
    page.locator(selector).evaluate((node) => getComputedStyle(node).backgroundColor);
  const bright = (color: string): number => Math.max(...(color.match(/\d+/g) ?? []).slice(0, 3).map(Number));
  expect(bright(await backOf("#ribbon"))).toBeLessThan(80);
  const told = await pane.evaluate(() => (window as any).Office.context.officeTheme.bodyBackgroundColor);
  expect(told.toLowerCase()).toBe(theme === "dark" ? "#292929" : "#000000");
  await screenshot(`preview-${theme}`);
  expect(await axe()).toEqual([]);
  expect(errors).toEqual([]);
});

test("the bundle associates every function and command that Excel is told of", async () => {
  const build = join(__dirname, "../../.cache/test-build");
  const { functions } = JSON.parse(readFileSync(join(build, "functions.fr.json"), "utf8"));
  const found = await associated(await open({ lang: "fr" }));
  expect(found.functions.sort()).toEqual(functions.map(({ id }: { id: string }) => id.toUpperCase()).sort());
  expect(found.actions.sort()).toEqual(commands.map(({ id }) => id.toUpperCase()).sort());
});

test("the pane closes, the ribbon opens it again, its width follows the splitter's arrows up to 480", async () => {
  const { page } = await open({ lang: "fr" });
  const pane = page.locator("#pane");
  await page.getByRole("button", { name: "Fermer le volet" }).click();
  expect(await pane.isVisible()).toBe(false);
  await page.getByRole("button", { name: "Volet BVN" }).click();
  expect(await pane.isVisible()).toBe(true);
  const splitter = page.getByRole("separator", { name: "Largeur du volet" });
  await splitter.focus();
  for (let press = 0; press < 20; press++) await page.keyboard.press("ArrowLeft");
  expect((await pane.boundingBox())!.width).toBe(480);
  for (let press = 0; press < 20; press++) await page.keyboard.press("ArrowRight");
  expect((await pane.boundingBox())!.width).toBe(320);
});

test("a shortcut of the manifest runs its command from the grid and from the pane", async () => {
  const { page, pane } = await open({ lang: "fr" });
  await page.getByRole("button", { name: "Fermer le volet" }).click();
  await page.keyboard.press("Control+Alt+b");
  await page.locator("#pane").waitFor({ state: "visible" });
  await pane.locator("body").press("Control+Alt+b");
  expect(await page.locator("#pane").isVisible()).toBe(true);
});

test("a mistyped address says what it may be", async () => {
  const page = await server.browser.newPage({ locale: "fr-FR" });
  await page.goto(`${server.url}?book=sample`);
  expect(await page.getByRole("alert").textContent()).toBe(
    "?book=sample: choose one of empty, study, sample-2014.",
  );
  await page.goto(`${server.url}?livre=vide`);
  expect(await page.getByRole("alert").textContent()).toContain("?livre=: unknown");
  await page.close();
});

test("typing a formula in the grid shows its result, and Ctrl+Z takes it back", async () => {
  const { page, read, type, settled } = await open({ lang: "fr" });
  await type("B2", "=6*7");
  expect(await read("B2")).toBe(42);
  await page.keyboard.press("Control+z");
  await settled();
  expect([null, ""]).toContain(await read("B2"));
});

test("a cell's input message is shown when it is selected, its list when it is opened", async () => {
  const { page, pane, select, click, settled, screenshot } = await open({ lang: "fr" });
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getActiveWorksheet().getRange("C4");
      dataValidation.rule = { list: { inCellDropDown: true, source: "Réalisé,En cours,Non réalisé" } };
      dataValidation.prompt = { showPrompt: true, title: "État", message: "Où en est le projet ?" };
      await context.sync();
    }),
  );
  await settled();
  await select("C4");
  await page.getByText("État – Où en est le projet ?").waitFor();
  await select("A1");
  await page.getByText("État – Où en est le projet ?").waitFor({ state: "hidden" });
  await click("C4", "right");
  await page.getByText("Non réalisé", { exact: true }).waitFor();
  await screenshot("preview-dropdown");
});

test("an own error's meaning is shown when its cell is selected", async () => {
  const { page, write, select, settled } = await open({ lang: "fr" });
  await write("A1", '=BVN.LABEL(1;"Planète")');
  await settled();
  await select("A1");
  await expect(page.locator(".status-cell").textContent()).resolves.toBe("Champ inconnu : « Planète ».");
  await page.screenshot({ path: join(__dirname, "../../test-output/screenshots/preview-error-cell.png") });
});

test("?book=study makes a study by the add-in's own command", async () => {
  const { read, errors } = await open({ lang: "fr", book: "study" });
  expect((await read("Projets!A1:C1"))[0]).toContain("Territoire");
  expect(errors).toEqual([]);
});

test("?book=sample-2014 holds the 813 projects; a formula typed answers for them", async () => {
  const { page, read, type, select, settled, errors, screenshot } = await open({
    lang: "fr",
    book: "sample-2014",
  });
  await type("Accueil!D5", '=BVN.MATURITY("Domaine";"Énergie / Eau / Déchets")');
  expect(await read("Accueil!D5")).toBeCloseTo(1.8608, 4);
  await select("Projets!B5");
  await settled();
  await page.waitForTimeout(500);
  await screenshot("preview-sample-2014");
  expect(errors).toEqual([]);
});
