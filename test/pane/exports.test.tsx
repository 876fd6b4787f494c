import "./support/nodeGlobals";
import { act, configure, fireEvent, screen, waitFor } from "@testing-library/react";
import { unzipSync } from "fflate";
import { study as golden } from "../golden/exports/study";
import { MemoryStudy } from "./support/memoryStudy";
import { button, click, openScreen, showPane } from "./support/render";

// Writers and the zip breathe between two parts: a busy machine takes a second.
configure({ asyncUtilTimeout: 8_000 });

/** The files handed over, by the address of their link. */
const blobs = new Map<string, Blob>();
beforeAll(() => {
  URL.createObjectURL = (blob) => {
    const url = `blob:${blobs.size}`;
    blobs.set(url, blob as Blob);
    return url;
  };
  URL.revokeObjectURL = (url) => void blobs.delete(url);
  // jsdom follows no link.
  HTMLAnchorElement.prototype.click = () => undefined;
});

async function open(own = new MemoryStudy()) {
  own.out.data = golden;
  showPane(own);
  openScreen("exports");
  await screen.findByRole("heading", { name: "Sorties" });
  return own;
}
const tick = (label: string | RegExp) => fireEvent.click(screen.getByLabelText(label));
async function file(name: RegExp): Promise<Uint8Array> {
  const link = await screen.findByRole("link", { name });
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(blobs.get((link as HTMLAnchorElement).href)!);
  });
}

test("the formats chosen come as one file, people only when ticked, and what was not understood is told", async () => {
  const study = await open();
  click("Exporter");
  expect(Object.keys(unzipSync(await file(/\.zip/))).sort()).toEqual(
    expect.arrayContaining(["LISEZ-MOI.txt", "dictionnaire.html", "panel.csv", "projets.csv"]),
  );
  expect(study.out.calls).toEqual(["read"]);
  expect(screen.getByText(/^4 valeurs laissées vides, faute de code/)).toBeTruthy();
  expect(screen.getByText(/^Projets.: 17 lignes$/)).toBeTruthy();
  click("Faire un autre export");
  tick("Inclure les noms et adresses (Répondants)");
  expect(screen.getByText(/noms, courriels et téléphones.: protégez-les/)).toBeTruthy();
  tick("Dictionnaire et Table Schema");
  tick("Fichier par fichier");
  click("Exporter");
  const people = new TextDecoder().decode(await file(/repondants\.csv/));
  expect(people).toContain("Zoé Quesnel");
  expect(study.out.calls).toEqual(["read", "read people"]);
});

test("without a format there is nothing to export; a failure is told in words", async () => {
  const study = await open();
  tick(/^CSV/);
  tick(/^Dictionnaire/);
  expect(button("Exporter").getAttribute("aria-disabled")).toBe("true");
  expect(screen.getByText("Choisissez au moins un format.")).toBeTruthy();
  tick(/^CSV/);
  study.out.data = null;
  click("Exporter");
  expect(await screen.findByText(/L’export n’a pas abouti \(Nothing to export\)/)).toBeTruthy();
});

test("an empty base is said", async () => {
  const study = await open();
  study.out.data = {
    ...golden,
    tables: { panel: [], projects: [], motivations: [], actors: [], respondents: [] },
  };
  click("Exporter");
  expect(await screen.findByText(/La base est vide/)).toBeTruthy();
});

test("formulas are listed, shown, frozen and thawed; changed values are asked about", async () => {
  const study = await open();
  study.out.found = [
    { kind: "cell", sheet: "Synthèse", cells: "B2:C4", place: "Synthèse!B2:C4", formula: "=BVN.MEANS()" },
    { kind: "name", sheet: null, cells: null, place: "Maturite", formula: "=BVN.MATURITY()" },
  ];
  click("Vérifier avant d’envoyer");
  fireEvent.click(await screen.findByText("Synthèse!B2:C4"));
  expect(screen.getByText(/Gestionnaire de noms/)).toBeTruthy();
  click("Figer la sélection");
  expect(await screen.findByText(/Aucune formule BVN ne partira/)).toBeTruthy();
  study.out.changed = [{ id: "a1", place: "Synthèse!B2", formula: "=BVN.MEANS()" }];
  click("Dégeler");
  expect(await screen.findByText(/^1 formule laissée/)).toBeTruthy();
  await act(async () => click("Remettre les formules"));
  await waitFor(() =>
    expect(study.out.calls).toEqual([
      "show Synthèse!B2:C4",
      "freeze selection",
      "thaw ",
      "thaw a1 overwrite",
    ]),
  );
});

test("the anonymised copy and its key are two files; what was left out is said", async () => {
  const study = await open();
  tick("Coder les territoires (T001…)");
  tick("Faire aussi la clé, dans un fichier à part");
  click("Faire la copie");
  const parts = Object.values(unzipSync(await file(/copie anonymisee\.xlsx/)));
  const whole = parts.map((part) => new TextDecoder().decode(part)).join();
  expect(whole).not.toMatch(/Quesnel|Ajaccio|2A004/);
  const key = new TextDecoder().decode(await file(/cle des territoires.*\.csv/));
  expect(key).toContain(";Ajaccio;2A004");
  expect(screen.getByText(/ne l’envoyez pas avec la copie/)).toBeTruthy();
  expect(screen.getByText(/Territoires codés/)).toBeTruthy();
  expect(study.out.calls).toEqual(["read people"]);
});
