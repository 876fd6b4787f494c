import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Locator } from "playwright-core";
import { Codebook, editionById } from "../../src/domain/codebook";
import { sample2014 } from "../../src/domain/sample";
import { makeQuestionnaire } from "../../src/files/questionnaire";
import { fillWithExcelJs, fillWithSheetJs } from "./support/fill";
import { button, heading, narrowed, previewOfTests } from "./support/fixture";
import type { Preview, PreviewOptions } from "./support/preview";

/** A campaign in small: questionnaires go out, come back filled by other programs, and go into the base. */
const server = previewOfTests();
const folder = mkdtempSync(join(tmpdir(), "bvn-returns-"));

afterAll(() => rmSync(folder, { recursive: true }));

async function open(options: PreviewOptions): Promise<Preview> {
  const preview = await server.open(options);
  preview.page.setDefaultTimeout(15_000);
  return narrowed(preview);
}

const part = ({ pane }: Preview, summary: RegExp): Locator =>
  pane.locator("details").filter({ has: pane.locator("summary", { hasText: summary }) });

/** The rows of a table's sheet as objects by header. */
async function rows(on: Preview, sheet: string): Promise<Record<string, unknown>[]> {
  const [headers, ...body]: unknown[][] = await on.read(`${sheet}!A1:T2000`);
  return body
    .filter((cells) => cells.some((cell) => cell !== "" && cell !== null))
    .map((cells) => Object.fromEntries(headers.map((header, at) => [String(header), cells[at]])));
}
const of = (all: Record<string, unknown>[], territory: string) =>
  all.filter((row) => row.Territoire === territory);

/** Makes questionnaires in the pane and takes the file it hands over. */
async function makeQuestionnaires(
  on: Preview,
  names: readonly string[],
): Promise<Record<string, Uint8Array>> {
  await on.run("makeQuestionnaires");
  await heading(on, "Faire les questionnaires").waitFor();
  for (const name of names) {
    await on.pane.getByRole("textbox", { name: "Chercher" }).fill(name);
    await on.pane.getByRole("checkbox", { name, exact: true }).check({ force: true });
  }
  const saved = on.page.waitForEvent("download");
  await button(on, `Faire ${names.length} questionnaires`).click();
  const path = await (await saved).path();
  return unzipSync(readFileSync(path));
}

/** The questionnaire of a territory of the sample, made beside the pane. */
function questionnaireOf(name: string): Uint8Array {
  const codebook = new Codebook(editionById("2014"));
  const territory = sample2014(codebook).panel.find((row) => row.name === name)!;
  const now = new Date("2014-01-10T09:00:00Z");
  return makeQuestionnaire(codebook, { territory, language: "fr", documentId: "d0c0ffee", now });
}

/** A returned file, as it would lie in a folder: its date of change is the day it came in. */
function returned(name: string, bytes: Uint8Array, day: string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const time = new Date(`${day}T10:00:00`);
  utimesSync(path, time, time);
  return path;
}

test("questionnaires go out, come back filled by others, are decided on, imported and taken back", async () => {
  const on = await open({ book: "sample-2014", lang: "fr" });
  const made = await makeQuestionnaires(on, ["Beauvais", "Rouen", "Besançon"]);
  expect(Object.keys(made)).toEqual([
    "Questionnaire 2014 - 60057 Beauvais.xlsx",
    "Questionnaire 2014 - 25056 Besancon.xlsx",
    "Questionnaire 2014 - 76540 Rouen.xlsx",
  ]);
  await on.screenshot("campaign-made");
  await button(on, "Marquer les 3 comme envoyés").click();
  await button(on, "Noté dans le panel.").waitFor();
  expect(of(await rows(on, "Panel"), "Rouen")[0].Contact).toMatch(/Questionnaire envoyé/);

  // None of them has answers in the sample.
  const [beauvais, besancon, rouen] = Object.values(made);
  const lights = "Éclairage public autonome";
  const files = [
    returned(
      "beauvais.xlsx",
      await fillWithExcelJs(beauvais, {
        respondent: "Mme Petit",
        projects: { [lights]: { État: "3 – Réalisé", Mesure: 2 }, "Vélos partagés": { État: "en cours" } },
        ranks: { Attractivité: 2, "Qualité de service": 1 },
      }),
      "2014-03-01",
    ),
    returned(
      "rouen en retard.xlsx",
      fillWithSheetJs(rouen, {
        respondent: "M. Normand",
        projects: { [lights]: { État: "Réalisé", Mesure: "beaucoup" } },
      }),
      "2014-04-02",
    ),
    returned(
      "besançon politique.xlsx",
      await fillWithExcelJs(besancon, {
        respondent: "Mme Alpes",
        ranks: { Attractivité: 1 },
        statements: { "Entreprises : construit avec les entreprises": "Plutôt d'accord" },
      }),
      "2014-03-02",
    ),
    returned(
      "besançon transports.xlsx",
      fillWithSheetJs(besancon, {
        respondent: "M. Lac",
        ranks: { Attractivité: 3 },
        statements: { "Entreprises : construit avec les entreprises": 1 },
      }),
      "2014-03-03",
    ),
    returned("cassé.xlsx", beauvais.subarray(0, 4000), "2014-03-04"),
  ];

  const before = {
    projects: await rows(on, "Projets"),
    motivations: await rows(on, "Motivations"),
    actors: await rows(on, "Acteurs"),
  };
  await on.run("importReturns");
  await heading(on, "Importer des questionnaires").waitFor();
  await on.screenshot("import-start");
  await on.pane.locator("input[type=file]").setInputFiles(files);
  await heading(on, "Essai à blanc").waitFor();

  await part(on, /^5 fichiers/)
    .getByText("refusé", { exact: true })
    .waitFor();
  await on.pane.getByLabel("Prendre la date de modification de chaque fichier").check({ force: true });
  const late = part(on, /Arrivés après la clôture/);
  await late.getByText(/rouen en retard.xlsx est arrivé le/).waitFor();
  await on.screenshot("import-dry-run");
  expect(await on.axe("pane")).toEqual([]);

  // Nothing is written by a dry run.
  expect(await rows(on, "Projets")).toEqual(before.projects);

  const conflicts = part(on, /Deux réponses à une question/);
  await conflicts.getByText(/«\sRang\s»/).waitFor();
  await conflicts.scrollIntoViewIfNeeded();
  await on.screenshot("import-conflict");
  const rank = conflicts.getByRole("listitem").filter({ hasText: /«\sRang\s»/ });
  expect(await rank.innerText()).toMatch(/besançon politique\.xlsx, par Mme Alpes, 02\/03\/2014/);
  // By keyboard: the digit of the answer.
  await rank.getByRole("button").first().press("2");
  const agreement = conflicts.getByRole("listitem").filter({ hasText: /«\sAccord\s»/ });
  await agreement.getByRole("button", { name: /Plutôt d'accord/ }).click();
  await late.getByRole("button", { name: /Compter dans l’édition/ }).click();
  await on.pane.getByText("Deux réponses à une question (2, décidé)").waitFor();

  await button(on, "Importer").click();
  await heading(on, "Import terminé").waitFor();
  await on.settled();
  await on.screenshot("import-done");

  const projects = await rows(on, "Projets");
  expect(of(projects, "Beauvais").map(({ Projet, État, Mesure }) => [Projet, État, Mesure])).toEqual([
    [lights, "3 – Réalisé", expect.stringMatching(/^2 – /)],
    ["Vélos partagés", "2 – En cours", ""],
  ]);
  expect(of(projects, "Rouen")).toHaveLength(1);
  expect(of(projects, "Rouen")[0]["Prise en compte"]).not.toMatch(/Tardive/);
  expect(
    of(await rows(on, "Motivations"), "Besançon").map(({ Motivation, Rang }) => [Motivation, Rang]),
  ).toEqual([["Attractivité", 3]]);
  expect(of(await rows(on, "Acteurs"), "Besançon")[0].Accord).toMatch(/Plutôt d'accord/);
  expect((await rows(on, "Répondants")).map(({ Nom }) => Nom).sort()).toEqual([
    "M. Lac",
    "M. Normand",
    "Mme Alpes",
    "Mme Petit",
  ]);
  const rejects = await rows(on, "Rejets");
  expect(rejects.map(({ Fichier, Valeur }) => [Fichier, Valeur])).toEqual(
    expect.arrayContaining([
      ["rouen en retard.xlsx", "beaucoup"],
      ["cassé.xlsx", ""],
    ]),
  );
  const journal = await rows(on, "Journal");
  expect(journal.filter((row) => row["Opération"] === "Import")).toHaveLength(4);
  expect(journal.filter((row) => row["Opération"] === "Décision")).toHaveLength(3);

  // The board follows, and has the e-mail that asks for the correction.
  await button(on, "Voir le suivi").click();
  await heading(on, "Suivi du panel").waitFor();
  await on.pane.getByText("À corriger (1)").waitFor();
  await button(on, "Courriel de corrections : Rouen").click();
  const letter = on.pane.getByRole("textbox", { name: "Texte du courriel" });
  expect(await letter.inputValue()).toMatch(/Rouen : une réponse à préciser[\s\S]*lu : beaucoup/);
  await on.screenshot("board");
  expect(await on.axe("pane")).toEqual([]);

  // The same files again change nothing.
  await on.run("importReturns");
  await button(on, "Importer d’autres fichiers").click();
  await on.pane.locator("input[type=file]").setInputFiles(files.slice(0, 4));
  await heading(on, "Essai à blanc").waitFor();
  await on.pane.getByText(/Rien de nouveau/).waitFor();
  await button(on, "Abandonner").click();
  await on.pane.getByRole("alertdialog").getByRole("button", { name: "Abandonner" }).click();

  // Taken back whole.
  await button(on, /^Retirer l’import :/).click();
  await on.pane.getByRole("alertdialog").getByRole("button", { name: "Retirer l’import" }).click();
  await on.pane
    .getByText(/^Import retiré/)
    .first()
    .waitFor();
  await on.settled();
  expect(await rows(on, "Projets")).toEqual(before.projects);
  expect(await rows(on, "Motivations")).toEqual(before.motivations);
  expect(await rows(on, "Acteurs")).toEqual(before.actors);
  expect(await rows(on, "Rejets")).toEqual([]);
  expect(on.errors).toEqual([]);
}, 120_000);

test("a file is left out, a rank given twice is decided, a correction that comes in mends Rejets", async () => {
  const on = await open({ book: "sample-2014", lang: "fr" });
  // Besançon has no answers in the sample.
  const besancon = questionnaireOf("Besançon");
  const lights = "Éclairage public autonome";
  const means = (Moyens: string | number) => ({ projects: { [lights]: { État: 3, Moyens } } });
  const files = [
    returned(
      "politique.xlsx",
      fillWithSheetJs(besancon, { respondent: "Mme Alpes", ranks: { "Qualité de service": 2 } }),
      "2014-03-02",
    ),
    returned(
      "transports.xlsx",
      fillWithSheetJs(besancon, { respondent: "M. Lac", ranks: { "Développement durable": 2 } }),
      "2014-03-03",
    ),
    returned("rouen.xlsx", fillWithSheetJs(questionnaireOf("Rouen"), means("un peu")), "2014-03-04"),
    returned("brouillon.xlsx", fillWithSheetJs(questionnaireOf("Beauvais"), means(1)), "2014-03-05"),
  ];
  await on.run("importReturns");
  await on.pane.locator("input[type=file]").setInputFiles(files);
  await heading(on, "Essai à blanc").waitFor();
  await part(on, /^4 fichiers/)
    .locator("summary")
    .click();
  await button(on, "Laisser de côté : brouillon.xlsx").click();
  await button(on, "Reprendre dans l’import : brouillon.xlsx").waitFor();
  await on.pane.getByLabel("Prendre la date de modification de chaque fichier").press("Space");

  const tie = part(on, /Deux réponses à une question/)
    .getByRole("listitem")
    .filter({ hasText: /le rang 2 est donné à plusieurs motivations/ })
    // Planned again with the files' own days.
    .filter({ hasText: "02/03/2014" });
  await tie.waitFor();
  expect(await tie.innerText()).toMatch(/politique\.xlsx, par Mme Alpes[^]*transports\.xlsx, par M\. Lac/);
  await on.screenshot("import-rank-tie");
  await tie.getByRole("button", { name: /Développement durable/ }).click();
  await on.pane.getByText("Deux réponses à une question (1, décidé)").waitFor();
  await button(on, "Importer").click();
  await heading(on, "Import terminé").waitFor();
  await on.settled();
  expect(of(await rows(on, "Projets"), "Beauvais")).toEqual([]);
  expect(
    of(await rows(on, "Motivations"), "Besançon").map(({ Motivation, Rang }) => [Motivation, Rang]),
  ).toEqual([["Développement durable", 2]]);
  const told = async () => (await rows(on, "Rejets")).map(({ Fichier, Valeur }) => [Fichier, Valeur]);
  expect(await told()).toEqual([["rouen.xlsx", "un peu"]]);

  // The e-mail asks for what is missing; the file that answers mends it.
  await button(on, "Courriel de corrections : Rouen").click();
  const letter = on.pane.getByRole("textbox", { name: "Texte du courriel" });
  expect(await letter.inputValue()).toMatch(/Rouen : une réponse à préciser[^]*lu : un peu/);
  const mended = fillWithSheetJs(questionnaireOf("Rouen"), means(2));
  await button(on, "Importer d’autres fichiers").click();
  await on.pane
    .locator("input[type=file]")
    .setInputFiles([returned("rouen corrigé.xlsx", mended, "2014-03-08")]);
  await heading(on, "Essai à blanc").waitFor();
  await part(on, /Arrivés après la clôture/).waitFor();
  await part(on, /^1 fichier/)
    .locator("summary")
    .click();
  await on.pane.getByLabel("Prendre la date de modification de chaque fichier").press("Space");
  await part(on, /Arrivés après la clôture/).waitFor({ state: "detached" });
  const received = part(on, /^Corrections reçues \(1\)/);
  await received.locator("summary").click();
  await received.getByText(/un peu[^]*→/).waitFor();
  await on.screenshot("import-mended");
  expect(await on.axe("pane")).toEqual([]);
  await button(on, "Importer").click();
  await heading(on, "Import terminé").waitFor();
  await on.settled();
  expect(await told()).toEqual([]);
  expect(of(await rows(on, "Projets"), "Rouen")[0].Moyens).toMatch(/^2 – /);
  const corrections = (await rows(on, "Journal")).filter((row) => row["Opération"] === "Correction");
  expect(corrections.map(({ Fichier }) => Fichier)).toEqual(["rouen corrigé.xlsx"]);
  expect(on.errors).toEqual([]);
}, 120_000);

describe.each(["light", "dark", "contrast"] as const)("theme %s", (theme) => {
  test.each(["fr", "en"] as const)(
    "in %s: every screen of the campaign is readable at 320 px",
    async (lang) => {
      const on = await open({ book: "sample-2014", lang, theme });
      const fr = lang === "fr";
      const look = async (name: string): Promise<void> => {
        expect(await on.pane.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
        expect(await on.axe("pane")).toEqual([]);
        await on.screenshot(`campaign-${name}-${lang}-${theme}`);
      };
      await on.run("makeQuestionnaires");
      await heading(on, fr ? "Faire les questionnaires" : "Make questionnaires").waitFor();
      await button(on, fr ? "Fermer ce message" : "Close this message").click();
      await on.pane.getByText(fr ? /Tout choisir/ : /Choose all/).click();
      await look("make");

      await on.run("territorySheet");
      const territory = on.pane.getByRole("combobox", {
        name: fr ? "Territoire du panel" : "Territory of the panel",
      });
      await territory.fill("rouen");
      await territory.press("Enter");
      const first = on.pane.getByRole("button", {
        name: fr ? /^Attractivité\s?, non classée/ : /^Attractiveness\s?, not/,
      });
      await first.waitFor();
      await look("territory");
      await first.press("1");
      await on.pane.getByRole("button", { name: fr ? /rang 1 sur 1/ : /rank 1 of 1/ }).press("ArrowDown");
      await on.page.keyboard.press("Alt+ArrowUp");
      await on.pane.getByRole("button", { name: fr ? /rang 2 sur 2/ : /rank 2 of 2/ }).waitFor();
      await look("ranking");

      await on.run("importReturns");
      await heading(on, fr ? "Importer des questionnaires" : "Import questionnaires").waitFor();
      await look("import");
      const [a, b] = [1, 3].map((status) =>
        fillWithSheetJs(questionnaireOf("Grand Lyon"), {
          respondent: `Mme ${status}`,
          projects: { "Vélos partagés": { État: status, Moyens: "peu" } },
        }),
      );
      const bytes = { mimeType: "application/octet-stream" };
      await on.pane.locator("input[type=file]").setInputFiles([
        { ...bytes, name: "grand lyon voirie.xlsx", buffer: a },
        { ...bytes, name: "grand lyon énergie.xlsx", buffer: b },
        { ...bytes, name: "note.xlsx", buffer: Buffer.from("a;b") },
      ]);
      await heading(on, fr ? "Essai à blanc" : "Dry run").waitFor();
      await look("dry-run");
      await part(on, fr ? /Deux réponses/ : /Two answers/).scrollIntoViewIfNeeded();
      await on.pane.locator(".bvn-ask").first().scrollIntoViewIfNeeded();
      await look("decide");

      await on.run("panelBoard");
      await on.pane.getByText(fr ? /réponses sur 37/ : /of 37 answered/).waitFor();
      await look("board");
      await on.pane.locator(".bvn-bars").last().scrollIntoViewIfNeeded();
      await look("board-bars");
      expect(on.errors).toEqual([]);
    },
  );
});
