import type { Locator } from "playwright-core";
import { sample2014 } from "../../src/domain/sample";
import type { Draft } from "../../src/domain/records/project";
import { codebook2014 } from "../support/base";
import { base2013, baseCsv, baseFile, frenchColumns, type BaseColumns } from "../support/olderBase";
import { button, heading, narrowed, previewOfTests } from "./support/fixture";
import type { Preview, PreviewOptions } from "./support/preview";

/** The base of 2013, from another program and with its mistakes, comes into a study of 2014. */
const server = previewOfTests();

const sample = sample2014(codebook2014);
const names = [...new Set(sample.projects.map(({ territory }) => String(territory)))];
const columns: BaseColumns = [
  frenchColumns[1],
  frenchColumns[3],
  frenchColumns[2],
  ["Éatt", "status"],
  ...frenchColumns.slice(5),
  ["Budget estimé", "budget"],
];
/** 22 territories: two misspelt, one the panel does not have; typos and values nobody knows. */
const rows = base2013([...names.slice(0, 21), "Trifouilly-les-Oies"]).map((row, i): Draft => {
  if (i === 0) return { ...row, status: "Réallisé", budget: "12 k€" };
  if (i === 4) return { ...row, status: "gelé" };
  if (i === 7) return { ...row, domain: "10 – Domaines transverses" };
  if (i === 9) return { ...row, measure: 0 };
  if (i === 12 || i === 13) return { ...row, territory: `${String(row.territory)}e` };
  return row;
});

async function open(options: PreviewOptions): Promise<Preview> {
  const preview = await server.open(options);
  preview.page.setDefaultTimeout(15_000);
  return narrowed(preview);
}
const row = ({ pane }: Preview, found: string): Locator =>
  pane.locator(".bvn-mapping > li").filter({ has: pane.getByText(found, { exact: true }) });
const file = (name: string, bytes: Uint8Array | string) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(bytes),
});

/** Chooses by keyboard alone. */
async function choose(on: Preview, found: string, option: string | RegExp): Promise<void> {
  const list = row(on, found).getByRole("listbox").or(row(on, found).getByRole("combobox")).first();
  await list.focus();
  await list.press("Enter");
  await on.pane.getByRole("option", { name: option }).first().click();
}

test("a base of 2013 is mapped, confirmed, imported, compared and taken back", async () => {
  const on = await open({ book: "sample-2014", lang: "fr" });
  const bytes = await baseFile(rows, columns);
  const before = await on.read("Projets!A1:N900");
  await on.run("importReturns");
  await heading(on, "Importer des questionnaires").waitFor();
  await on.pane.locator("input[type=file]").setInputFiles(file("base 2013 finale.xlsx", bytes));
  await heading(on, "Base d’une autre édition").waitFor();
  await row(on, "Éatt").waitFor();
  await on.screenshot("base-open");
  expect(await on.axe("pane")).toEqual([]);
  expect(await button(on, "Importer la base").getAttribute("aria-disabled")).toBe("true");
  expect(await row(on, "Réallisé").innerText()).toMatch(/3 – Réalisé/);
  expect(await row(on, "gelé").innerText()).toMatch(/À décider/);

  // One by one, by keyboard, then all that are proposed.
  await row(on, "Réallisé")
    .getByRole("button", { name: /^Confirmer/ })
    .press("Enter");
  for (const section of ["column", "edition", "territory"]) {
    const part = on.pane.locator(`[data-section=${section}]`);
    const all = part.getByRole("button", { name: /^Confirmer les/ });
    if (await all.count()) await all.click();
    else
      await part
        .getByRole("button", { name: /^Confirmer :/ })
        .first()
        .click();
  }
  await choose(on, "gelé", /^NR/);
  await choose(on, "10 – Domaines transverses", /Laisser ces lignes/);
  await choose(on, "0", /Vider la cellule/);
  await choose(on, "Trifouilly-les-Oies", /Ajouter au panel sous ce nom/);
  await on.pane.getByText(/^Il reste/).waitFor({ state: "detached" });
  await on.screenshot("base-decided");
  expect(await on.read("Projets!A1:N900")).toEqual(before);

  await button(on, "Importer la base").click();
  await heading(on, "Import terminé").waitFor();
  await on.settled();
  await on.screenshot("base-done");
  const projects: unknown[][] = await on.read("Projets!A1:N900");
  const own = projects.filter(([edition]) => edition === 2013);
  expect(own).toHaveLength(65);
  expect(own[0]).toEqual(expect.arrayContaining([2013, names[0], "3 – Réalisé", "B13-1"]));
  const rejects: unknown[][] = await on.read("Rejets!A2:J6");
  expect(
    rejects
      .map((cells) => cells[3])
      .filter(Boolean)
      .sort(),
  ).toEqual(["C9", "E11", "M1"]);

  // Nobody is asked to correct an edition that is over.
  expect(await on.pane.getByText(/^À corriger/).count()).toBe(0);

  await on.write("Accueil!H20", '=BVN.PROGRESS("2013";"2014")');
  await on.settled();
  const progress: unknown[][] = await on.read("Accueil!H20:J40");
  expect(progress.find(([label]) => label === "Domaines de 2014 seulement")).toEqual([
    "Domaines de 2014 seulement",
    1,
    "Domaines transverses",
  ]);
  await on.screenshot("base-progress");

  // The same file changes nothing; the import is taken back whole.
  await button(on, "Importer d’autres fichiers").click();
  await on.pane.locator("input[type=file]").setInputFiles(file("base 2013 finale.xlsx", bytes));
  await on.pane.getByText(/Ce fichier est déjà dans l’étude/).waitFor();
  await on.screenshot("base-again");
  await button(on, "Retour").click();
  await button(on, /^Retirer l’import :/).click();
  await on.pane.getByRole("alertdialog").getByRole("button", { name: "Retirer l’import" }).click();
  await on.pane
    .getByText(/^Import retiré/)
    .first()
    .waitFor();
  await on.settled();
  expect(await on.read("Projets!A1:N900")).toEqual(before);
  expect(on.errors).toEqual([]);
});

describe.each(["fr", "en"] as const)("in %s", (lang) => {
  test.each(["light", "dark", "contrast"] as const)(
    "the mapping is readable at 320 px, %s",
    async (theme) => {
      const on = await open({ book: "sample-2014", lang, theme });
      const fr = lang === "fr";
      await on.run("importReturns");
      // As Excel for Windows writes it.
      const csv = baseCsv(rows, columns, ";").replace(/–/g, "\u0096");
      await on.pane
        .locator("input[type=file]")
        .setInputFiles([file("base 2013.csv", Buffer.from(csv, "latin1"))]);
      await heading(on, fr ? "Base d’une autre édition" : "Base of another edition").waitFor();
      await row(on, "Éatt").waitFor();
      expect(await on.pane.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(await on.axe("pane")).toEqual([]);
      await on.screenshot(`base-top-${lang}-${theme}`);
      await row(on, "gelé").scrollIntoViewIfNeeded();
      await on.screenshot(`base-values-${lang}-${theme}`);
      expect(on.errors).toEqual([]);
    },
  );
});
