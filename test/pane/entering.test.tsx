import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { Codebook, codebookFromCodes, codesTableRows, editionById } from "../../src/domain/codebook";
import { MemoryStudy, ToldError } from "./support/memoryStudy";
import { officialFile } from "./support/panel";
import { button, choices, choose, click, field, leave, press, showPane, shown, type } from "./support/render";

/** Fills what is required of a new project. */
async function enterProject(project = "Open data") {
  type(/^Territoire/, "Lyon");
  press(field(/^Territoire/), "Enter");
  choose(/^Domaine/, "7");
  type(/^Projet/, project);
  await act(async () => leave());
  choose(/^État/, "3");
}

test("a project entered and saved is a row of the sheet, and stays shown", async () => {
  const study = new MemoryStudy();
  showPane(study);
  await enterProject();
  choose(/^Mesure/, "2");
  click(/^Enregistrer$/);
  await screen.findByText("Projet enregistré.");
  expect(study.rows).toHaveLength(1);
  expect(study.rows[0].draft).toMatchObject({
    edition: "2014",
    territory: "Lyon",
    domain: 7,
    project: "Open data",
    status: 3,
    measure: 2,
    means: null,
  });
  expect(screen.getByRole("heading", { name: "Projet 1 sur 1" })).toBeTruthy();
  expect(study.getState().selection).toEqual({ id: "P0001", row: 0 });
});

test("saving with answers missing says which, and puts the focus on the first", async () => {
  const study = new MemoryStudy();
  showPane(study);
  click(/^Enregistrer$/);
  await screen.findByText(/4 réponses à compléter/);
  expect(study.rows).toHaveLength(0);
  expect(document.activeElement).toBe(field(/^Territoire/));
  await waitFor(() => expect(screen.getAllByText(/^Réponse obligatoire/)).toHaveLength(4));
  click("État");
  expect(document.activeElement).toBe(field(/^État/));
});

test("“save and new” keeps territory and domain, and is ready for the next project", async () => {
  const study = new MemoryStudy();
  showPane(study);
  await enterProject();
  press(field(/^État/), "Enter", { ctrlKey: true, shiftKey: true });
  await screen.findByText(/saisissez le suivant/);
  expect(study.rows).toHaveLength(1);
  expect([shown(/^Territoire/), shown(/^Projet/)]).toEqual(["Lyon", ""]);
  expect(shown(/^Domaine/)).toContain("7 – E-gouvernement");
  expect(shown(/^État/)).toBe("Choisir…");
  expect(document.activeElement).toBe(field(/^Projet/));
});

test("Ctrl+S saves what has just been typed, without leaving the field first", async () => {
  const study = new MemoryStudy();
  showPane(study);
  await enterProject();
  type(/^Projet/, "Wifi dans le tramway");
  press(field(/^Projet/), "s", { ctrlKey: true });
  await screen.findByText("Projet enregistré.");
  expect(study.rows[0].draft.project).toBe("Wifi dans le tramway");
});

test("a double click on save adds one project", async () => {
  const study = new MemoryStudy();
  showPane(study);
  await enterProject();
  act(() => {
    button(/^Enregistrer$/).click();
    button(/^Enregistrer$/).click();
  });
  await screen.findByText("Projet enregistré.");
  expect(study.rows).toHaveLength(1);
});

test("each answer of a list shows its number, label and meaning; a digit chooses it, 0 clears it", () => {
  showPane(new MemoryStudy());
  fireEvent.click(field(/^Mesure/));
  expect(choices()).toEqual([
    "– Non renseigné",
    "1 Aucun indicateur Rien n’est mesuré.",
    "2 Premiers éléments Quelques résultats, un étalonnage.",
    "3 Suivi en place Pratiques et indicateurs suivis par un processus.",
    "4 Tableau de bord complet Un tableau de bord complet est tenu.",
    "– Sans objet",
    "– Ne sait pas",
  ]);
  press(screen.getAllByRole("option")[3], "3");
  expect(shown(/^Mesure/)).toBe("3 – Suivi en place");
  expect(screen.getByText("Pratiques et indicateurs suivis par un processus.")).toBeTruthy();
  choose(/^Mesure/, "9");
  expect(shown(/^Mesure/)).toBe("3 – Suivi en place");
  choose(/^Mesure/, "0");
  expect(shown(/^Mesure/)).toBe("Non renseigné");
});

test("a domain above nine is chosen by typing both digits", () => {
  showPane(new MemoryStudy());
  choose(/^Domaine/, "1");
  expect(shown(/^Domaine/)).toBe("1 – Éducation");
  choose(/^Domaine/, "0");
  expect(shown(/^Domaine/)).toBe("10 – Domaines transverses");
});

test("the territory is found by part of its name, without accents, or by its code", () => {
  showPane(new MemoryStudy());
  type(/^Territoire/, "lyon");
  expect(choices()[0]).toMatch(/^LyonCommune/);
  expect(choices()[1]).toMatch(/^Grand Lyon/);
  type(/^Territoire/, "93066");
  press(field(/^Territoire/), "Enter");
  expect(shown(/^Territoire/)).toBe("Saint-Denis");
});

test("a territory outside the panel comes from the official list and joins the panel", async () => {
  const study = new MemoryStudy();
  showPane(study);
  await act(async () => field(/^Territoire/).focus());
  type(/^Territoire/, "saint-etienne");
  expect(screen.getByText(/Autres territoires de France/)).toBeTruthy();
  const found = choices();
  expect(found).toContain("Saint-ÉtienneCommune · Loire (42) · Rhône-Alpes · 173 089 hab.");
  fireEvent.click(
    screen.getAllByRole("option")[found.findIndex((text) => text.startsWith("Saint-ÉtienneC"))],
  );
  await waitFor(() => expect(shown(/^Territoire/)).toBe("Saint-Étienne"));
  expect(study.getState().territories.at(-1)).toEqual({
    code: "42218",
    name: "Saint-Étienne",
    type: "Commune",
    region: "Rhône-Alpes",
    population: 173089,
    parent: "Saint-Étienne Métropole",
  });
});

test("an official list that arrives late still offers its first territory to Enter", async () => {
  let arrive: (file: unknown) => void = () => undefined;
  showPane(new MemoryStudy(), () => new Promise((resolve) => (arrive = resolve)));
  type(/^Territoire/, "nantes metropole");
  expect(choices()).toEqual([]);
  await act(async () => arrive(officialFile));
  expect(choices()).toHaveLength(1);
  press(field(/^Territoire/), "Enter");
  await waitFor(() => expect(shown(/^Territoire/)).toBe("Nantes Métropole"));
});

test("an answer marked as not reported, or a code no longer offered, stays to be seen", async () => {
  const edition = editionById("2014");
  const rows = codesTableRows(new Codebook(edition)).map((row) =>
    row[0] === "Moyens" && row[1] === 2 ? ([...row.slice(0, 5), "Non"] as unknown as typeof row) : row,
  );
  const study = new MemoryStudy({ codebook: codebookFromCodes(edition, rows).codebook });
  study.seed({ territory: "Lyon", domain: 1, project: "A", status: 1, measure: "NR", means: 2 });
  showPane(study);
  await act(async () => study.selectInSheet(0));
  await waitFor(() => expect(shown(/^Moyens/)).toBe("2 – Budget pilote"));
  expect(shown(/^Mesure/)).toMatch(/^NR/);
  choose(/^Moyens/, "1");
  choose(/^Moyens/, "2");
  expect(shown(/^Moyens/)).toBe("1 – Ni organisation ni budget");
});

test("without the official list, the panel is still offered and the field says so", async () => {
  showPane(new MemoryStudy(), async () => Promise.reject(new Error("404")));
  await act(async () => field(/^Territoire/).focus());
  expect(await screen.findByText(/seul le panel est proposé/)).toBeTruthy();
  type(/^Territoire/, "lille");
  expect(choices()).toHaveLength(1);
});

test("a mistyped territory is told when the field is left, and mended by one click", async () => {
  showPane(new MemoryStudy());
  type(/^Territoire/, "Marseil");
  await act(async () => leave());
  expect(await screen.findByText(/« Marseil » n’est pas dans le panel/)).toBeTruthy();
  click("Mettre « Marseille »");
  expect(shown(/^Territoire/)).toBe("Marseille");
});

test("the projects of the domain are offered, and any text may be written instead", async () => {
  const codebook = new Codebook(editionById("2014"));
  showPane(new MemoryStudy());
  choose(/^Domaine/, "5");
  fireEvent.click(field(/^Projet/));
  expect(choices()).toEqual(codebook.listedProjects(5).map(({ label }) => label.fr));
  press(field(/^Projet/), "ArrowDown");
  press(field(/^Projet/), "Enter");
  expect(shown(/^Projet/)).toBe(codebook.listedProjects(5)[0].label.fr);
  type(/^Projet/, "Robot de compagnie");
  await act(async () => leave());
  expect(screen.getByText("Texte libre.")).toBeTruthy();
});

test("without a domain all listed projects are offered, and choosing one chooses its domain", () => {
  showPane(new MemoryStudy());
  type(/^Projet/, "fablab");
  press(field(/^Projet/), "ArrowDown");
  press(field(/^Projet/), "Enter");
  expect(shown(/^Domaine/)).toBe("9 – Développement économique");
});

test("a free text close to a listed project proposes it", async () => {
  showPane(new MemoryStudy());
  choose(/^Domaine/, "6");
  type(/^Projet/, "video-surveillances");
  await act(async () => leave());
  expect(screen.getByText(/Ressemble au projet proposé « Vidéosurveillance »/)).toBeTruthy();
  click("Remplacer");
  expect(shown(/^Projet/)).toBe("Vidéosurveillance");
});

test("the observatory's budget appears from the code book, takes French numbers and shows its unit", async () => {
  const study = new MemoryStudy({ editionId: "2017" });
  showPane(study);
  const budget = field(/^Budget/) as HTMLInputElement;
  type(/^Budget/, "140 000");
  await act(async () => leave());
  expect(budget.value.replace(/\s/g, " ")).toBe("140 000");
  type(/^Budget/, "12,5");
  await act(async () => leave());
  expect(budget.value).toBe("12,5");
  expect(screen.getByText("€")).toBeTruthy();
  type(/^Budget/, "env. 3000");
  expect(screen.queryByText(/n’est pas un nombre/)).toBeNull();
  await act(async () => leave());
  expect(await screen.findByText(/« env. 3000 » n’est pas un nombre/)).toBeTruthy();
  expect(budget.value).toBe("env. 3000");
});

test("a list the team added in the sheet Codes is one more question", () => {
  const edition = editionById("2014");
  const rows = codesTableRows(new Codebook(edition));
  const { codebook } = codebookFromCodes(edition, [
    ...rows,
    ["Priorité", 1, "Haute", "High", "", ""],
    ["Priorité", 2, "Basse", "Low", "", ""],
  ]);
  showPane(new MemoryStudy({ codebook }));
  choose("Priorité", "2");
  expect(shown("Priorité")).toBe("2 – Basse");
});

test("when the workbook refuses, what was typed stays and the pane goes on", async () => {
  const study = new MemoryStudy();
  showPane(study);
  await enterProject();
  study.failure = new ToldError({
    kind: "error",
    code: "protectedSheet",
    message: { fr: "La feuille Projets est protégée.", en: "The sheet Projets is protected." },
  });
  click(/^Enregistrer$/);
  expect(await screen.findByText("La feuille Projets est protégée.")).toBeTruthy();
  expect(shown(/^Projet/)).toBe("Open data");
  click(/^Enregistrer$/);
  await screen.findByText("Projet enregistré.");
});

test("an error nobody foresaw is told too", async () => {
  const study = new MemoryStudy();
  showPane(study);
  await enterProject();
  study.failure = new TypeError("x is undefined");
  click(/^Enregistrer$/);
  expect(await screen.findByText(/L’opération n’a pas abouti : x is undefined/)).toBeTruthy();
});
