import "./support/nodeGlobals";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { unzipSync } from "fflate";
import { readWorkbook } from "../../src/files/xlsx";
import { installWorkers } from "./support/fakeWorker";
import { ImportStudy } from "./support/importStudy";
import { button, click, openScreen, showPane, type } from "./support/render";

beforeAll(installWorkers);

/** A panel in which Lyon has answered, Lille waits, and a value of Lyon's was put aside. */
function campaign(): ImportStudy {
  const study = new ImportStudy();
  const sent = { Lyon: "2014-01-10", Lille: "2014-01-10", Marseille: "2014-01-12" } as Record<string, string>;
  study.tables = {
    ...study.tables,
    panel: study.tables.panel.map((row) => {
      const day = sent[String(row.name)];
      return day ? { ...row, sent: day, contact: 3 } : row;
    }),
    projects: [
      {
        edition: "2014",
        territory: "Lyon",
        domain: 1,
        project: "A",
        status: 3,
        source: "l.xlsx · 2014-02-01 · a1b2c3d4",
      },
    ],
    rejects: [
      {
        rejectedTerritory: "Lyon",
        file: "l.xlsx",
        sheetName: "Projets",
        cell: "D9",
        fieldName: "Mesure",
        value: "beaucoup",
        reason: "Ce n’est pas une réponse possible.",
        expected: "1, 2, 3 ou 4",
        action: "Choisissez une réponse.",
      },
    ],
  };
  return study;
}

async function open(study = campaign(), tab = "Suivi") {
  const pane = showPane(study);
  openScreen(tab === "Suivi" ? "board" : "questionnaires");
  await screen.findByRole("heading", {
    name: tab === "Suivi" ? "Suivi du panel" : "Faire les questionnaires",
  });
  return { study, ...pane };
}
const part = (summary: RegExp) => screen.getByText(summary).closest("details")!;

test("the board tells the response, and lists whom to remind, to send to and to correct", async () => {
  await open();
  expect(await screen.findByText("1 réponse sur 6")).toBeTruthy();
  const remind = await screen.findByText("À relancer (2)");
  expect(within(remind.closest("details")!).getAllByRole("checkbox")).toHaveLength(2);
  expect(within(part(/^À relancer/)).getAllByText("envoyé le 10/01/2014, jamais relancé")).toHaveLength(1);
  expect(part(/^À envoyer \(3\)/)).toBeTruthy();
  expect(screen.getByText("1 valeur mise de côté")).toBeTruthy();
  expect(screen.getByText(/Communauté urbaine/)).toBeTruthy();
  expect(screen.getByText("l.xlsx")).toBeTruthy();
});

test("those ticked are marked as reminded on the day given, and leave with their day", async () => {
  const { study } = await open();
  await screen.findByText("À relancer (2)");
  const list = part(/^À relancer/);
  fireEvent.click(within(list).getByLabelText("Lille"));
  const day = within(list).getByLabelText("Le");
  fireEvent.change(day, { target: { value: "1/2/2014" } });
  fireEvent.blur(day);
  await act(
    async () =>
      void fireEvent.click(within(list).getByRole("button", { name: "Marquer comme relancés (1)" })),
  );
  expect(study.calls).toEqual(["markContact Lille 4 2014-02-01"]);
  expect(await within(part(/^À relancer/)).findByText(/relancé le 01\/02\/2014/)).toBeTruthy();
});

test("the e-mail of corrections is copied, or selected where copying is not allowed", async () => {
  await open();
  fireEvent.click(await screen.findByRole("button", { name: /^Courriel de corrections/ }));
  const letter = screen.getByLabelText("Texte du courriel") as HTMLTextAreaElement;
  expect(letter.value).toMatch(
    /Lyon : une réponse à préciser[\s\S]*lu : beaucoup[\s\S]*attendu : 1, 2, 3 ou 4/,
  );
  await act(async () => click("Copier le courriel"));
  expect(screen.getByText(/La copie n’est pas permise ici/)).toBeTruthy();
  expect(document.activeElement).toBe(letter);
  const writeText = jest.fn(async () => undefined);
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  await act(async () => click("Copier le courriel"));
  expect(writeText).toHaveBeenCalledWith(letter.value);
  expect(screen.getByText("Courriel copié.")).toBeTruthy();
});

test("the sheet of the board is written on request", async () => {
  const { study } = await open();
  await screen.findByText("À relancer (2)");
  await act(async () => click("Écrire la feuille de suivi"));
  expect(study.calls).toEqual(["writeBoard"]);
});

describe("questionnaires", () => {
  let saved: Blob[] = [];
  beforeEach(() => {
    saved = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`,
      revokeObjectURL: () => undefined,
    });
  });
  // jsdom would leave the page for the link of the file.
  beforeAll(() => (HTMLAnchorElement.prototype.click = () => undefined));

  const bytesOf = (blob: Blob) =>
    new Promise<Uint8Array>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
      reader.readAsArrayBuffer(blob);
    });

  test("the panel is filtered, chosen, made as an archive and marked as sent", async () => {
    const { study } = await open(campaign(), "Envoi");
    expect(button("Faire les questionnaires").getAttribute("aria-disabled")).toBe("true");
    await screen.findByLabelText("Pas encore envoyés");
    await waitFor(() => expect(screen.getByText("Tout choisir (6)")).toBeTruthy());
    fireEvent.click(screen.getByLabelText("Pas encore envoyés"));
    fireEvent.click(await screen.findByText("Tout choisir (3)"));
    expect(screen.getByText("3 territoires choisis")).toBeTruthy();
    await act(async () => click("Faire 3 questionnaires"));
    await screen.findByText("3 questionnaires prêts");
    const files = unzipSync(await bytesOf(saved[0]));
    expect(Object.keys(files)).toHaveLength(3);
    for (const bytes of Object.values(files)) expect(readWorkbook(bytes).tables.length).toBeGreaterThan(5);
    await act(async () => click("Marquer les 3 comme envoyés"));
    expect(study.calls[0]).toMatch(/^markContact Le Havre\+Saint-Denis\+Grand Lyon 3 /);
    expect(screen.getByText("Noté dans le panel.")).toBeTruthy();
  });

  test("one territory is found by its name and made as a workbook", async () => {
    await open(campaign(), "Envoi");
    type("Chercher", "lil");
    fireEvent.click(screen.getByLabelText("Lille"));
    await act(async () => click("Faire le questionnaire"));
    expect(await screen.findByText("Enregistrer Questionnaire 2014 - 59350 Lille.xlsx")).toBeTruthy();
    click("En faire d’autres");
    expect(button("Faire le questionnaire")).toBeTruthy();
  });

  test("making is stopped at once, and no file is left", async () => {
    await open(campaign(), "Envoi");
    fireEvent.click(await screen.findByText("Tout choisir (6)"));
    click("Faire 6 questionnaires");
    await act(async () => click("Arrêter"));
    expect(await screen.findByText(/Arrêté\s; aucun fichier/)).toBeTruthy();
    expect(saved).toEqual([]);
  });
});
