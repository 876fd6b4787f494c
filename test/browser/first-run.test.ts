import { servePreview, type Preview, type PreviewServer } from "./support/preview";

/** The main job of docs/first-run.md, done as a person does it; the page of the docs says the same values. */
let server: PreviewServer;
let preview: Preview;
beforeAll(async () => {
  server = await servePreview();
  preview = await server.open({ book: "sample-2014", lang: "fr" });
});
afterAll(() => server?.close());

/** Opens a field of the form, types where one can, and takes the first proposal. */
async function choose(label: string, text: string) {
  const field = preview.pane.getByRole("combobox", { name: new RegExp(`^${label}`) });
  await field.click();
  if (await field.evaluate((element) => element instanceof HTMLInputElement)) await field.fill(text);
  await preview.pane
    .getByRole("option", { name: new RegExp(text, "i") })
    .first()
    .click();
}

test("energy stands at 1.8608; one more realised project makes it 1.8750; undo brings it back", async () => {
  const { pane } = preview;
  await preview.run("enterProject");
  // Another sheet than the one the figure is read on.
  await preview.select("Synthèse!A1");
  await preview.write("Accueil!H2", '=BVN.MATURITY("Domaine";"Énergie / Eau / Déchets")');
  await preview.settled();
  expect(await preview.read("Accueil!H2")).toBeCloseTo(1.8608, 4);
  expect(await preview.read("Accueil!B11")).toBeCloseTo(1798 / 813, 12);

  await choose("Territoire", "Bordeaux");
  await choose("Domaine", "Énergie");
  await choose("Projet", "éclairage public autonome");
  await choose("État", "Réalisé");
  await pane.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await pane.getByText("814 projets").waitFor();
  await preview.settled();
  expect(await preview.read("Accueil!H2")).toBeCloseTo(1.875, 12);
  await preview.screenshot("first-run-entered");

  await preview.run("undoLast");
  await pane.getByText("813 projets").waitFor();
  await preview.settled();
  expect(await preview.read("Accueil!H2")).toBeCloseTo(1.8608, 4);
  expect(preview.errors).toEqual([]);
});
