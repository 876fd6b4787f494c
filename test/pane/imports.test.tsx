import "./support/nodeGlobals";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import * as SheetJS from "@e965/xlsx";
import { zipSync } from "fflate";
import { Codebook, editionById } from "../../src/domain/codebook";
import { makeQuestionnaire } from "../../src/files/questionnaire";
import { fillWithSheetJs, type Typed } from "../browser/support/fill";
import { fileOf, installWorkers } from "./support/fakeWorker";
import { ImportStudy } from "./support/importStudy";
import { button, click, openScreen, press, showPane } from "./support/render";

beforeAll(installWorkers);

const codebook = new Codebook(editionById("2014"));
const blank = (territory: { code: string; name: string; population: number }) =>
  makeQuestionnaire(codebook, {
    territory: { ...territory, type: 1, region: 22 },
    language: "fr",
    documentId: `d${territory.code}`,
    now: new Date("2014-01-10T09:00:00Z"),
  });
const questionnaires = {
  Lyon: blank({ code: "69123", name: "Lyon", population: 491_268 }),
  Lille: blank({ code: "59350", name: "Lille", population: 227_533 }),
};
const filled = (name: keyof typeof questionnaires, file: string, typed: Typed, day?: string) =>
  fileOf(file, new Uint8Array(fillWithSheetJs(questionnaires[name], typed)), day);
const lights = "Éclairage public autonome";
const broken = (name = "cassé.xlsx") => fileOf(name, questionnaires.Lyon.slice(0, 3000));

async function open(study = new ImportStudy()) {
  const shown = showPane(study);
  openScreen("import");
  await screen.findByRole("heading", { name: "Importer des questionnaires" });
  return { study, ...shown };
}

async function pick(...files: File[]): Promise<void> {
  const input = document.querySelector<HTMLInputElement>("input[type=file]")!;
  Object.defineProperty(input, "files", { value: files, configurable: true });
  await act(async () => void fireEvent.change(input));
}
async function dryRun(...files: File[]): Promise<void> {
  await pick(...files);
  await screen.findByRole("heading", { name: "Essai à blanc" });
  await act(async () => void fireEvent.click(screen.getByLabelText(/date de modification/)));
  await waitFor(() => expect((button("Abandonner") as HTMLButtonElement).disabled).toBe(false));
}
const figure = (name: string) => document.querySelector(`[data-figure=${name}] dd`)!.textContent;
const planned = () =>
  waitFor(() => expect(button("Importer").getAttribute("aria-disabled")).not.toBe("true"));

test("files are read, what they would do is shown, and only then is it written; it is taken back whole", async () => {
  const { study } = await open();
  await dryRun(
    filled("Lyon", "lyon.xlsx", { projects: { [lights]: { État: 3, Mesure: "tout" } } }),
    broken(),
  );
  await screen.findAllByText(/Le fichier est abîmé ou incomplet/);
  expect(screen.getAllByText("refusé")).toHaveLength(1);
  expect([figure("added"), figure("rejected")]).toEqual(["1", "2"]);
  expect(study.tables.projects).toEqual([]);
  await planned();
  click("Importer");
  await screen.findByRole("heading", { name: "Import terminé" });
  expect(study.tables.projects).toMatchObject([{ territory: "Lyon", project: lights, status: 3 }]);
  expect(study.tables.rejects.map(({ file }) => file).sort()).toEqual(["cassé.xlsx", "lyon.xlsx"]);

  fireEvent.click(screen.getAllByRole("button", { name: /^Retirer l’import/ })[0]);
  const question = screen.getByRole("alertdialog");
  fireEvent.click(within(question).getByRole("button", { name: "Retirer l’import" }));
  await screen.findByText("Import retiré.");
  expect(study.tables.projects).toEqual([]);
});

test("two answers stand side by side with who, when and where; a digit decides; it can be decided again", async () => {
  await open();
  await dryRun(
    filled("Lyon", "voirie.xlsx", { respondent: "Mme A", projects: { [lights]: { État: 3 } } }, "2014-03-01"),
    filled("Lyon", "énergie.xlsx", { respondent: "M. B", projects: { [lights]: { État: 1 } } }, "2014-03-02"),
  );
  const side = await screen.findByRole("button", { name: /1 – / });
  expect(side.textContent).toMatch(/énergie.xlsx, par M. B, 02\/03\/2014, Projets!C\d+/);
  expect(screen.getByText(/1 à décider, dont 1 sans quoi/)).toBeTruthy();
  expect(screen.getByText("Accord entre répondants (1)")).toBeTruthy();
  await planned();
  click("Importer");
  expect(screen.getByRole("alertdialog").textContent).toContain("Une question obligatoire n’est pas décidée");
  click("Décider d’abord");

  await act(async () => press(side, "2"));
  await screen.findByText("Tout est décidé.");
  await act(async () => void fireEvent.click(screen.getByRole("button", { name: /^Revenir/ })));
  expect(await screen.findByText(/1 à décider, dont 1 sans quoi/)).toBeTruthy();
});

test("all questions of a kind are decided at once, and the import writes what was decided", async () => {
  const { study } = await open();
  const bikes = "Vélos partagés";
  const answers = (status: number) => ({ [lights]: { État: status }, [bikes]: { État: status } });
  await dryRun(
    filled("Lyon", "a.xlsx", { projects: answers(3) }, "2014-03-01"),
    filled("Lyon", "b.xlsx", { projects: answers(2) }, "2014-03-02"),
  );
  const all = await screen.findByRole("group", { name: /^Toutes\s: Deux réponses/ });
  await act(
    async () =>
      void fireEvent.click(within(all).getByRole("button", { name: "Prendre la dernière arrivée" })),
  );
  await screen.findByText("Tout est décidé.");
  await planned();
  click("Importer");
  await screen.findByRole("heading", { name: "Import terminé" });
  expect(study.tables.projects.map(({ status }) => status)).toEqual([2, 2]);
});

test("what came in after closing is told, and left out until it is let in", async () => {
  await open();
  await dryRun(filled("Lille", "lille.xlsx", { projects: { [lights]: { État: 3 } } }, "2014-04-01"));
  expect(await screen.findByText(/lille.xlsx est arrivé le/)).toBeTruthy();
  expect(screen.getAllByText("tardif").length).toBeGreaterThan(0);
  const day = screen.getByLabelText(/lille.xlsx\s: reçu le/);
  fireEvent.change(day, { target: { value: "10/3/2014" } });
  await act(async () => void fireEvent.blur(day));
  await waitFor(() => expect(screen.queryByText(/lille.xlsx est arrivé le/)).toBeNull());
});

test("an archive's files stand in its place, those that are no workbook said why", async () => {
  await open();
  const lyon = fillWithSheetJs(questionnaires.Lyon, { projects: { [lights]: { État: 3 } } });
  const zip = zipSync({
    "retours/lyon.xlsx": new Uint8Array(lyon),
    "retours/lisez.txt": new Uint8Array([65]),
  });
  await dryRun(fileOf("retours.zip", zip));
  expect(screen.getByText(/« lisez.txt » n’est pas un fichier .xlsx/)).toBeTruthy();
  expect(screen.getByText("lyon.xlsx")).toBeTruthy();
  expect(figure("added")).toBe("1");
});

test("a file is left out before anything is written, one that could not be read too; it can be taken in again", async () => {
  const { study } = await open();
  await dryRun(
    filled("Lyon", "lyon.xlsx", { projects: { [lights]: { État: 3 } } }),
    filled("Lille", "lille.xlsx", { projects: { [lights]: { État: 1 } } }, "2014-03-02"),
    broken(),
  );
  expect([figure("added"), figure("rejected")]).toEqual(["2", "1"]);
  const leave = (name: RegExp) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));
  await leave(/Laisser de côté\s: lille/);
  await waitFor(() => expect(figure("added")).toBe("1"));
  await leave(/Laisser de côté\s: cassé/);
  await waitFor(() => expect(figure("rejected")).toBe("0"));
  await leave(/Laisser de côté\s: lyon/);
  expect(await screen.findByText(/Rien de nouveau/)).toBeTruthy();
  await leave(/Reprendre dans l’import\s: lyon/);
  await waitFor(() => expect(figure("added")).toBe("1"));
  await planned();
  click("Importer");
  await screen.findByRole("heading", { name: "Import terminé" });
  expect(study.tables.projects.map(({ territory }) => territory)).toEqual(["Lyon"]);
  expect(study.tables.rejects).toEqual([]);

  // Imported before, it may be read as if it were new: what it says of a row somebody has changed is asked.
  study.tables = { ...study.tables, projects: [{ ...study.tables.projects[0], status: 1 }] };
  click("Importer d’autres fichiers");
  await dryRun(filled("Lyon", "lyon.xlsx", { projects: { [lights]: { État: 3 } } }));
  expect(await screen.findByText(/Rien de nouveau/)).toBeTruthy();
  await leave(/Relire comme nouveau\s: lyon/);
  expect(await screen.findByText("Deux réponses à une question (1)")).toBeTruthy();
});

test("answers of the edition before that came back as they were are counted", async () => {
  const study = new ImportStudy();
  const former = { edition: "2013", territory: "Lyon", domain: 2, project: lights, status: 2, measure: 1 };
  study.tables = { ...study.tables, projects: [{ ...former, id: "aaaaaaaa" }] };
  const bytes = makeQuestionnaire(codebook, {
    territory: { code: "69123", name: "Lyon", population: 491_268, type: 1, region: 22 },
    language: "fr",
    documentId: "dprev",
    now: new Date("2014-01-10T09:00:00Z"),
    previous: { edition: "2013", projects: [former], motivations: [], actors: [], panel: {} },
  });
  await open(study);
  await dryRun(
    fileOf("lyon.xlsx", new Uint8Array(fillWithSheetJs(bytes, { projects: { [lights]: { Mesure: 4 } } }))),
  );
  expect(await screen.findByText(/réponses de 2013 revenues telles quelles\s: 1 sur 2/)).toBeTruthy();
});

test("a file whose sheet says another territory is read anew once a person has said which one it is", async () => {
  const { study } = await open();
  const book = SheetJS.read(fillWithSheetJs(questionnaires.Lyon, { projects: { [lights]: { État: 3 } } }));
  SheetJS.utils.sheet_add_aoa(book.Sheets.Fiche, [["59350"], ["Lille"]], { origin: "B6" });
  SheetJS.utils.sheet_add_aoa(book.Sheets.Fiche, [[227_533]], { origin: "B11" });
  const bytes = new Uint8Array(SheetJS.write(book, { type: "array", bookType: "xlsx" }));
  await dryRun(fileOf("qui.xlsx", bytes));
  await act(async () => void fireEvent.click(screen.getByRole("button", { name: /Lille \(59350\)/ })));
  await waitFor(() => expect(screen.getAllByText(/Lille · nouveau/)).toHaveLength(1));
  await planned();
  expect([figure("added"), figure("rejected")]).toEqual(["1", "0"]);
  click("Importer");
  await screen.findByRole("heading", { name: "Import terminé" });
  expect(study.tables.projects).toMatchObject([{ territory: "Lille", project: lights }]);
  expect(study.tables.journal.map(({ operation }) => operation)).toEqual(["Import", "Décision"]);
});

test("the worker starts with the screen: files are read in it, and it ends when none come", async () => {
  const { Worker: Real } = globalThis as unknown as { Worker: new () => Worker };
  const workers: { ended: boolean }[] = [];
  class Watched extends Real {
    ended = false;
    constructor() {
      super();
      workers.push(this);
    }
    override terminate(): void {
      super.terminate();
      this.ended = true;
    }
  }
  Object.assign(globalThis, { Worker: Watched });
  try {
    await open();
    await waitFor(() => expect(workers).toHaveLength(1));
    openScreen("projects");
    await waitFor(() => expect(workers[0].ended).toBe(true));
    openScreen("import");
    await waitFor(() => expect(workers).toHaveLength(2));
    await dryRun(filled("Lyon", "lyon.xlsx", { projects: { [lights]: { État: 3 } } }));
    openScreen("projects");
    openScreen("import");
    await screen.findByRole("heading", { name: "Essai à blanc" });
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  } finally {
    Object.assign(globalThis, { Worker: Real });
  }
});

test("a file that cannot be opened any more is refused in words, those around it are read", async () => {
  await open();
  const gone = Object.assign(fileOf("parti.xlsx", new Uint8Array(1)), {
    arrayBuffer: () => Promise.reject(new DOMException("moved", "NotFoundError")),
  });
  const lyon = filled("Lyon", "lyon.xlsx", { projects: { [lights]: { État: 3 } } });
  const lille = filled("Lille", "lille.xlsx", { projects: { [lights]: { État: 2 } } });
  await dryRun(lyon, gone, lille);
  await screen.findAllByText(/Le fichier ne peut plus être ouvert \(NotFoundError\)/);
  expect([figure("added"), figure("rejected")]).toEqual(["2", "1"]);
});

test("reading is stopped at once, and nothing is kept of it", async () => {
  const { study } = await open();
  await pick(filled("Lyon", "lyon.xlsx", { projects: { [lights]: { État: 3 } } }));
  click("Arrêter");
  expect(screen.getByText(/Lecture arrêtée\s; rien n’a été importé/)).toBeTruthy();
  expect(button("Choisir des fichiers…")).toBeTruthy();
  expect(study.tables.projects).toEqual([]);
});

test("a base that changed since the dry run is told; run again, the decisions are kept", async () => {
  const { study } = await open();
  await dryRun(filled("Lyon", "lyon.xlsx", { projects: { [lights]: { État: 3 } } }));
  await planned();
  study.failure_ = "importStale";
  click("Importer");
  await screen.findByText(/La base a changé depuis l’essai/);
  click("Relancer l’essai");
  await planned();
  click("Importer");
  await screen.findByRole("heading", { name: "Import terminé" });
});

test("giving up asks first, and writes nothing", async () => {
  const { study } = await open();
  await dryRun(filled("Lyon", "lyon.xlsx", { projects: { [lights]: { État: 3 } } }));
  click("Abandonner");
  fireEvent.click(within(screen.getByRole("alertdialog")).getByRole("button", { name: "Abandonner" }));
  expect(button("Choisir des fichiers…")).toBeTruthy();
  expect(study.tables.projects).toEqual([]);
});

test("an import interrupted half-way is finished or undone first", async () => {
  const record = {
    ...{ id: "I1", when: "2014-03-20T10:00:00", canBeTakenBack: false },
    files: [{ name: "lyon.xlsx", digest: "a1" }],
    counts: { added: 1, changed: 0, unchanged: 0, conflicting: 0, rejected: 0 },
  };
  const { study } = await open(new ImportStudy({ unfinished: { record, undoing: false } }));
  expect(screen.getByText(/s’est interrompu \(lyon.xlsx\)/)).toBeTruthy();
  await act(async () => click("Terminer l’import"));
  expect(study.calls).toContain("finishImport");
  expect(screen.queryByText(/s’est interrompu/)).toBeNull();
});
