import "./support/nodeGlobals";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { Codebook, editionById } from "../../src/domain/codebook";
import { makeQuestionnaire } from "../../src/files/questionnaire";
import { fillWithSheetJs } from "../browser/support/fill";
import { base2013, baseCsv, baseFile, frenchColumns } from "../support/olderBase";
import { fileOf, installWorkers } from "./support/fakeWorker";
import { ImportStudy } from "./support/importStudy";
import { button, click, openScreen, showPane } from "./support/render";

beforeAll(installWorkers);

const codebook = new Codebook(editionById("2014"));
const lights = "Éclairage public autonome";
const lyon = { code: "69123", name: "Lyon", population: 491_268, type: 1, region: 22 };
const questionnaire = () =>
  fileOf(
    "lyon.xlsx",
    new Uint8Array(
      fillWithSheetJs(
        makeQuestionnaire(codebook, {
          ...{ territory: lyon, language: "fr", documentId: "d", now: new Date("2014-01-10T09:00:00Z") },
        }),
        { projects: { [lights]: { État: 3 } } },
      ),
    ),
  );
const text = (name: string, content: string) => fileOf(name, new TextEncoder().encode(content));
const rows = base2013(["Lyon", "Lille"]);

async function open() {
  const study = new ImportStudy();
  showPane(study);
  openScreen("import");
  await screen.findByRole("heading", { name: "Importer des questionnaires" });
  return study;
}
async function pick(...files: File[]): Promise<void> {
  const input = document.querySelector<HTMLInputElement>("input[type=file]")!;
  Object.defineProperty(input, "files", { value: files, configurable: true });
  await act(async () => void fireEvent.change(input));
}
const ready = (name: string) =>
  waitFor(() => expect(button(name).getAttribute("aria-disabled")).not.toBe("true"));

test("a base among questionnaires is mapped and written on its own; the others are compared anew", async () => {
  const study = await open();
  await pick(questionnaire(), fileOf("base 2013.xlsx", await baseFile(rows)));
  await screen.findByRole("heading", { name: "Essai à blanc" });
  await act(async () => click("Établir la correspondance : base 2013.xlsx"));
  await screen.findByRole("heading", { name: "Base d’une autre édition" });
  await screen.findByText("Édition 2013 : 6 lignes");
  await ready("Importer la base");
  await act(async () => click("Importer la base"));
  await screen.findByRole("heading", { name: "Essai à blanc" });
  expect(study.tables.projects).toHaveLength(6);
  expect(screen.queryByText("base 2013.xlsx")).toBeNull();
  await ready("Importer");
  await act(async () => click("Importer"));
  await screen.findByRole("heading", { name: "Import terminé" });
  expect(study.tables.projects).toHaveLength(7);
  expect(study.tables.projects.at(-1)).toMatchObject({ edition: "2014", project: lights });
});

test("a choice is lost only after a question; the same base again changes nothing", async () => {
  const study = await open();
  const typed = rows.map((row, i) => (i ? row : { ...row, measure: "Premier élément" }));
  const file = () => text("base 2013.csv", baseCsv(typed, frenchColumns, ","));
  await pick(file());
  const row = (await screen.findByText("Premier élément")).closest("li")!;
  expect(button("Importer la base").getAttribute("aria-disabled")).toBe("true");
  await act(async () => void fireEvent.click(within(row).getByRole("button", { name: /^Confirmer/ })));
  await ready("Importer la base");
  await act(async () => click("Retour"));
  const question = screen.getByRole("alertdialog");
  expect(question.textContent).toContain("Vos choix sont perdus");
  await act(async () => void fireEvent.click(within(question).getByRole("button", { name: "Continuer" })));
  await act(async () => click("Importer la base"));
  await screen.findByRole("heading", { name: "Import terminé" });
  expect(study.tables.projects[0]).toMatchObject({ edition: "2013", territory: "Lyon", measure: 2 });

  await act(async () => click("Importer d’autres fichiers"));
  await pick(file());
  await screen.findByText(/Ce fichier est déjà dans l’étude/);
  expect(button("Importer la base").getAttribute("aria-disabled")).toBe("true");
  await act(async () => click("Retour"));
  await screen.findByRole("heading", { name: "Importer des questionnaires" });
});

test("text that is no base says what was expected", async () => {
  await open();
  await pick(
    text("notes.csv", "Nom;Adresse\r\nA;B"),
    text("cassé.csv", 'Territoire;Domaine;Projet\r\n"Lyon;1;x'),
  );
  await screen.findAllByText(/une ligne d’en-têtes avec Édition ou Territoire/);
  await screen.findAllByText(/un guillemet n’y est jamais refermé/);
});
