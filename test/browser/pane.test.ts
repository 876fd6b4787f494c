import type { Locator } from "playwright-core";
import { button, heading, narrowed, previewOfTests } from "./support/fixture";
import type { Preview, PreviewOptions } from "./support/preview";

const server = previewOfTests();

/** The preview with the pane at its narrowest, 320 pixels. */
const open = async (options: PreviewOptions): Promise<Preview> => narrowed(await server.open(options));

/** The field whose label starts so; a choice may be part of its name. */
const field = ({ pane }: Preview, label: string): Locator => {
  const name = new RegExp(`^${label}( |$)`);
  return pane.getByRole("combobox", { name }).or(pane.getByRole("textbox", { name }));
};

/** Chooses an answer of a code list by its number. */
const choose = (on: Preview, label: string, digits: string): Promise<void> => field(on, label).press(digits);

/** A cell of the projects table's row, by its header, as the sheet holds it. */
async function cell(on: Preview, row: number, header: string): Promise<unknown> {
  const [headers] = await on.read("Projets!A1:Z1");
  const at = headers.indexOf(header);
  const [values] = await on.read(`Projets!A${row + 1}:Z${row + 1}`);
  return values[at];
}

/** Enters what a project needs, by keyboard only, starting in the territory. */
async function enterProject(on: Preview): Promise<void> {
  const { keyboard } = on.page;
  await field(on, "Territoire").focus();
  await keyboard.type("annecy");
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  await keyboard.type("2");
  await keyboard.press("Tab");
  await keyboard.type("Éclairage solaire des parcs");
  await keyboard.press("Tab");
  await keyboard.type("3");
}

test("a project is entered, changed, deleted and brought back, and the sheet follows", async () => {
  const on = await open({ book: "sample-2014", lang: "fr" });
  await enterProject(on);
  await button(on, "Enregistrer").click();
  await heading(on, "Projet 814 sur 814").waitFor();
  expect(await cell(on, 814, "Territoire")).toBe("Annecy");
  expect(await cell(on, 814, "Projet")).toBe("Éclairage solaire des parcs");
  expect(await cell(on, 814, "État")).toBe("3 – Réalisé");
  await on.screenshot("pane-saved");

  await choose(on, "Mesure", "4");
  await field(on, "Mesure").press("Control+s");
  await on.pane.getByText("Projet enregistré.").waitFor();
  expect(await cell(on, 814, "Mesure")).toBe("4 – Tableau de bord complet");

  await button(on, "Supprimer").click();
  await on.screenshot("pane-delete-question");
  await on.pane.getByRole("alertdialog").getByRole("button", { name: "Supprimer" }).click();
  await heading(on, "Projet 813 sur 813").waitFor();
  expect(await cell(on, 814, "Projet")).not.toBe("Éclairage solaire des parcs");

  await on.pane.getByRole("button", { name: /^Annuler : Projet supprimé/ }).click();
  await on.pane.getByText("813 projets").waitFor({ state: "hidden" });
  expect(await cell(on, 814, "Projet")).toBe("Éclairage solaire des parcs");
  expect(on.errors).toEqual([]);
});

test("the row selected in the sheet is shown, and the pane's next row is selected in the sheet", async () => {
  const on = await open({ book: "sample-2014", lang: "fr" });
  await on.run("enterProject");
  await on.select("Projets!D5");
  await heading(on, "Projet 4 sur 813").waitFor();
  await expect(field(on, "Projet").inputValue()).resolves.toBe(await cell(on, 4, "Projet"));
  await button(on, "Suivant").click();
  await heading(on, "Projet 5 sur 813").waitFor();
  await expect(field(on, "Territoire").inputValue()).resolves.toBe(await cell(on, 5, "Territoire"));
});

test("a row selected while another has unsaved changes asks first", async () => {
  const on = await open({ book: "sample-2014", lang: "fr" });
  await on.select("Projets!D3");
  await heading(on, "Projet 2 sur 813").waitFor();
  await field(on, "Commentaire").fill("À vérifier");
  await on.select("Projets!D8");
  await on.pane.getByRole("alertdialog").waitFor();
  await on.screenshot("pane-unsaved");
  await on.pane.getByRole("alertdialog").getByRole("button", { name: "Enregistrer" }).click();
  await heading(on, "Projet 7 sur 813").waitFor();
  expect(await cell(on, 2, "Commentaire")).toBe("À vérifier");
});

test("a wrong value pasted in the sheet is listed with where and why, and one key goes there", async () => {
  const on = await open({ book: "sample-2014", lang: "fr" });
  const [headers] = await on.read("Projets!A1:Z1");
  const status = String.fromCharCode(65 + headers.indexOf("État"));
  await on.write(`Projets!${status}10`, "Presque fini");
  await on.settled();
  await on.pane.getByRole("tab", { name: /^Contrôle/ }).click();
  const found = on.pane.getByRole("button", { name: /Projets, ligne 9 du tableau, État/ });
  await found.waitFor();
  expect(await found.textContent()).toMatch(/« Presque fini » n’est pas une réponse possible. Attendu/);
  await on.screenshot("pane-check");
  await found.press("Enter");
  await on.pane.getByRole("tab", { name: "Projets", exact: true }).click();
  await heading(on, "Projet 9 sur 813").waitFor();
  expect(await on.axe("pane")).toEqual([]);
});

test("a territory of the official list joins the panel with its code, region and population", async () => {
  const on = await open({ book: "study", lang: "fr" });
  await field(on, "Territoire").fill("villeurbanne");
  await on.pane.getByText("Autres territoires de France").waitFor();
  await on.screenshot("pane-territory");
  await field(on, "Territoire").press("Enter");
  await on.pane.getByText(/^Territoire ajouté/).waitFor();
  const rows: unknown[][] = await on.read("Panel!A1:H2");
  const row = Object.fromEntries(rows[0].map((header, at) => [String(header), rows[1][at]]));
  expect(row).toMatchObject({
    Code: "69266",
    Territoire: "Villeurbanne",
    Type: "Commune",
    Région: "Rhône-Alpes",
  });
  expect(Number(row.Population)).toBeGreaterThan(140_000);
});

test("the whole run is possible by keyboard: create the study, enter, save and new, check", async () => {
  const on = await open({ book: "empty", lang: "fr" });
  const { keyboard } = on.page;
  const tabTo = async (target: Locator): Promise<void> => {
    for (let press = 0; press < 40; press++) {
      if (await target.evaluate((node) => node === document.activeElement).catch(() => false)) return;
      await keyboard.press("Tab");
    }
    throw new Error(`Not reached by Tab: ${target}`);
  };
  await on.pane.locator("body").press("Tab");
  await tabTo(button(on, "Créer ou réparer l’étude"));
  await keyboard.press("Enter");
  await heading(on, "Nouveau projet").waitFor();

  await tabTo(field(on, "Territoire"));
  await keyboard.type("lille");
  await on.pane
    .getByRole("option", { name: /^Lille/ })
    .first()
    .waitFor();
  await keyboard.press("Enter");
  await on.pane.getByText(/^Territoire ajouté/).waitFor();
  await tabTo(field(on, "Domaine"));
  await keyboard.type("6");
  await tabTo(field(on, "Projet"));
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await tabTo(field(on, "État"));
  await keyboard.type("2");
  await keyboard.press("Control+Shift+Enter");
  await on.pane.getByText("Projet enregistré ; saisissez le suivant.").waitFor();
  expect(await field(on, "Territoire").inputValue()).toBe("Lille");
  expect(await cell(on, 1, "État")).toBe("2 – En cours");
  expect(await field(on, "Projet").evaluate((node) => node === document.activeElement)).toBe(true);
});

describe.each(["light", "dark", "contrast"] as const)("theme %s", (theme) => {
  test.each(["fr", "en"] as const)(
    "in %s: an empty form, missing and wrong answers, a list and the help are readable",
    async (lang) => {
      const on = await open({ book: "study", lang, theme });
      await on.write("Projets!A2", [
        [2014, "Lyon", "4 – Transport / Mobilité", "velo partage", "Fini", 2, 3, "2"],
      ]);
      await on.settled();
      expect(await on.pane.evaluate(() => document.documentElement.clientWidth)).toBe(320);
      expect(await on.pane.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      const look = async (name: string): Promise<void> => {
        expect(await on.axe("pane")).toEqual([]);
        await on.screenshot(`pane-${name}-${lang}-${theme}`);
      };
      await look("new");
      await button(on, lang === "fr" ? "Enregistrer" : "Save").click();
      await look("missing");
      await on.select("Projets!D2");
      await heading(on, lang === "fr" ? "Projet 1 sur 1" : "Project 1 of 1").waitFor();
      await on.pane.getByText(lang === "fr" ? /« Fini » n’est pas/ : /“Fini” is not/).waitFor();
      await look("errors");
      await field(on, lang === "fr" ? "Mesure" : "Measure").click();
      await on.pane.getByRole("listbox").waitFor();
      await look("list");
      await on.page.keyboard.press("Escape");
      await on.pane.getByRole("tab", { name: lang === "fr" ? "Aide" : "Help" }).click();
      await look("help");
      expect(on.errors).toEqual([]);
    },
  );
});

test.each(["fr", "en"] as const)("in %s: a workbook without study says so", async (lang) => {
  const on = await open({ book: "empty", lang });
  await heading(
    on,
    lang === "fr" ? "Ce classeur n’est pas encore une étude" : "This workbook is not a study yet",
  ).waitFor();
  expect(await on.axe("pane")).toEqual([]);
  await on.screenshot(`pane-empty-${lang}`);
});
