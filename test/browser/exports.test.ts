/** The ways out as a person takes them: files downloaded and read again, formulas frozen and thawed. */
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import type { Download } from "playwright-core";
import { readWorkbook } from "../../src/files/xlsx";
import { button, heading, previewOfTests } from "./support/fixture";
import type { Preview, PreviewOptions } from "./support/preview";

const server = previewOfTests();

async function open(options: PreviewOptions): Promise<Preview> {
  const preview = await server.open(options);
  preview.page.setDefaultTimeout(20_000);
  await preview.page.emulateMedia({ reducedMotion: "reduce" });
  await preview.run("exportData");
  await heading(preview, options.lang === "en" ? "Exports" : "Sorties").waitFor();
  return preview;
}
/** Fluent draws its own boxes over the ones that can be ticked. */
const tick = ({ pane }: Preview, label: string): Promise<void> =>
  pane.getByText(label, { exact: true }).click();
const downloaded = async (waiting: Promise<Download>): Promise<Uint8Array> =>
  new Uint8Array(readFileSync(await (await waiting).path()));

test("the sample goes out in every format, and comes back whole", async () => {
  const on = await open({ book: "sample-2014" });
  await tick(on, "SPSS (données et syntaxe)");
  await tick(on, "Parquet (DuckDB, Spark, R, Python)");
  const download = on.page.waitForEvent("download");
  await button(on, "Exporter").click();
  const files = unzipSync(await downloaded(download));
  const names = Object.keys(files);
  for (const name of [
    "projets.csv",
    "projets.sps",
    "projets.parquet",
    "projets.schema.json",
    "dictionnaire.html",
  ]) {
    expect(names).toContain(name);
  }
  expect(names.some((name) => name.startsWith("repondants"))).toBe(false);
  const { parquetReadObjects } = await import("hyparquet");
  const { parquet } = { parquet: files["projets.parquet"].slice().buffer };
  const rows = await parquetReadObjects({ file: parquet });
  const sheet: unknown[][] = await on.read("Projets!A1:D2000");
  const inSheet = sheet.slice(1).filter(([edition]) => edition !== "");
  expect(rows.length).toBe(inSheet.length);
  expect(rows.map(({ territoire }) => territoire)).toEqual(inSheet.map(([, territory]) => territory));
  const lines = new TextDecoder().decode(files["projets.csv"]).trim().split("\r\n");
  expect(lines).toHaveLength(1 + inSheet.length);
  expect(on.errors).toEqual([]);
});

test("formulas are frozen, listed as none, and thawed", async () => {
  const on = await open({ book: "sample-2014" });
  await on.write("Accueil!H1", "=BVN.PROJECTS()");
  await on.settled();
  const value = await on.read("Accueil!H1");
  await button(on, "Vérifier avant d’envoyer").click();
  await on.pane.getByText(/que d’autres ne pourraient pas lire/).waitFor();
  await on.pane.getByRole("button", { name: "Accueil!H1", exact: true }).click();
  await button(on, "Figer tout le classeur").click();
  await on.pane.getByText(/Aucune formule BVN ne partira/).waitFor();
  await on.settled();
  expect(await on.read("Accueil!H1")).toBe(value);
  expect(await formula(on, "Accueil!H1")).toBe(value);
  await button(on, "Dégeler").click();
  await on.pane.getByText(/que d’autres ne pourraient pas lire/).waitFor();
  await on.settled();
  expect(await formula(on, "Accueil!H1")).toBe("=BVN.PROJECTS()");
  expect(await on.read("Accueil!H1")).toBe(value);
  expect(on.errors.filter((error) => !/Dependency tree not found/.test(error))).toEqual([]);
});
const formula = ({ page }: Preview, cell: string) =>
  page.evaluate((at) => (window as any).previewHost.readFormula(at), cell);

test("a copy without people is saved with its key apart", async () => {
  const on = await open({ book: "sample-2014", lang: "en" });
  await tick(on, "Code the territories (T001…)");
  await tick(on, "Make the key too, as a file of its own");
  await button(on, "Make the copy").click();
  await on.pane.getByText("Copy ready", { exact: true }).waitFor();
  const save = async (name: RegExp) => {
    const download = on.page.waitForEvent("download");
    await on.pane.getByRole("link", { name }).click();
    return downloaded(download);
  };
  const book = readWorkbook(await save(/anonymised copy.*\.xlsx/));
  const panel = book.sheets.find(({ name }) => name === "Panel")!;
  expect(panel.rows.size).toBe(38);
  const key = new TextDecoder().decode(await save(/key.*\.csv/));
  expect(key.split("\r\n")[1]).toMatch(/^T001,/);
  expect(on.errors).toEqual([]);
});

test.each([
  ["fr", "light"],
  ["en", "dark"],
  ["fr", "contrast"],
] as const)("the screen in %s, %s, is right to see and to hear", async (lang, theme) => {
  const on = await open({ book: "sample-2014", lang, theme, width: 720, height: 1500 });
  // The narrowest pane Excel gives: 320 pixels.
  const splitter = on.page.getByRole("separator");
  for (let press = 0; press < 3; press++) await splitter.press("ArrowRight");
  expect(await on.pane.evaluate(() => window.innerWidth)).toBeLessThanOrEqual(320);
  const name = `exports-${lang}-${theme}`;
  await on.screenshot(`${name}-empty`);
  expect(await on.axe("pane")).toEqual([]);
  const [exporting, check, copying] =
    lang === "fr"
      ? ["Exporter", "Vérifier avant d’envoyer", "Faire la copie"]
      : ["Export", "Check before sending", "Make the copy"];
  await button(on, check).click();
  await on.pane.locator(".bvn-found-formulas li").first().waitFor();
  await button(on, exporting).click();
  await on.pane.getByRole("link", { name: /\.zip/ }).waitFor();
  await on.screenshot(`${name}-full`);
  expect(await on.axe("pane")).toEqual([]);
  await button(on, copying).click();
  await on.pane.getByRole("link", { name: /\.xlsx/ }).waitFor();
  await on.screenshot(`${name}-copy`);
  expect(await on.axe("pane")).toEqual([]);
  const wide = await on.pane.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide).toBe(false);
});
