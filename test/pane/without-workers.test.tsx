import "./support/nodeGlobals";
import { act, fireEvent, screen } from "@testing-library/react";
import { Codebook, editionById } from "../../src/domain/codebook";
import { makeQuestionnaire } from "../../src/files/questionnaire";
import { openWorkshop } from "../../src/taskpane/worker/workshop";
import { fillWithSheetJs } from "../browser/support/fill";
import { fileOf, installWorkers } from "./support/fakeWorker";
import { ImportStudy } from "./support/importStudy";
import { button, click, openScreen, showPane } from "./support/render";

/** A host that allows no workers: the constructor throws, as a content policy makes it. */
beforeAll(() => {
  installWorkers();
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
  Object.assign(globalThis, {
    Worker: class {
      constructor() {
        throw new DOMException("Refused to create a worker", "SecurityError");
      }
    },
  });
});

const codebook = new Codebook(editionById("2014"));
const lyon = makeQuestionnaire(codebook, {
  territory: { code: "69123", name: "Lyon", type: 1, region: 22, population: 491_268 },
  language: "fr",
  documentId: "d69123",
  now: new Date("2014-01-10T09:00:00Z"),
});
const returned = (name: string) =>
  fileOf(
    name,
    new Uint8Array(fillWithSheetJs(lyon, { respondent: name, projects: { "Vélos partagés": { État: 3 } } })),
  );

test("files are read, planned and written on the page's thread", async () => {
  const study = new ImportStudy();
  showPane(study);
  openScreen("import");
  await screen.findByRole("heading", { name: "Importer des questionnaires" });
  const input = document.querySelector<HTMLInputElement>("input[type=file]")!;
  const files = [returned("a.xlsx"), fileOf("cassé.xlsx", lyon.slice(0, 3000)), returned("b.xlsx")];
  Object.defineProperty(input, "files", { value: files, configurable: true });
  await act(async () => void fireEvent.change(input));
  await screen.findByRole("heading", { name: "Essai à blanc" });
  await screen.findAllByText(/Le fichier est abîmé ou incomplet/);
  expect((button("Importer") as HTMLButtonElement).disabled).toBe(false);
  await act(async () => click("Importer"));
  await screen.findByRole("heading", { name: "Import terminé" });
  expect(study.tables.projects).toMatchObject([{ territory: "Lyon", status: 3 }]);
  expect(study.tables.journal).toHaveLength(2);
});

test("work stopped between two files goes no further, and the page is free between them", async () => {
  const workshop = await openWorkshop();
  const snapshot = await new ImportStudy().snapshot();
  const { codebook: own, editionId, language } = snapshot;
  await workshop.call("study", { part: "begin", edition: own.edition, editionId, language, reference: null });
  let ticks = 0;
  const ticking = setInterval(() => ticks++);
  const read = new Set<string>();
  const picked = Array.from({ length: 40 }, (_, i) => ({ key: `f${i}`, file: returned(`f${i}.xlsx`) }));
  const reading = workshop.call("read", picked, (news) => {
    for (const { key, state } of news) if (state === "read") read.add(key);
    if (read.size >= 3) workshop.end();
  });
  await expect(reading).rejects.toMatchObject({ name: "AbortError" });
  const then = read.size;
  await new Promise((resolve) => setTimeout(resolve, 300));
  clearInterval(ticking);
  expect(read.size).toBe(then);
  expect(then).toBeLessThan(40);
  expect(ticks).toBeGreaterThan(2);
});
