import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { MemoryStudy } from "./support/memoryStudy";
import { button, choose, click, field, press, showPane, shown, type } from "./support/render";

const three = () =>
  new MemoryStudy().seed(
    { territory: "Lyon", domain: 4, project: "Vélos partagés", status: 3, means: 4 },
    { territory: "Lille", domain: 6, project: "Vidéosurveillance", status: 2 },
    { territory: "Le Havre", domain: 3, project: "Musée virtuel", status: 1 },
  );

const at = (title: string) => screen.findByRole("heading", { name: title });
const select = (study: MemoryStudy, row: number) => act(async () => study.selectInSheet(row));

test("the row selected in the sheet is shown", async () => {
  const study = three();
  showPane(study);
  await select(study, 1);
  await at("Projet 2 sur 3");
  expect([shown(/^Territoire/), shown(/^Projet/), shown(/^État/)]).toEqual([
    "Lille",
    "Vidéosurveillance",
    "2 – En cours",
  ]);
});

test("next and previous go through the rows, select them in the sheet, and say when there is no more", async () => {
  const study = three();
  showPane(study);
  await select(study, 1);
  await at("Projet 2 sur 3");
  click("Suivant");
  await at("Projet 3 sur 3");
  expect(study.getState().selection?.row).toBe(2);
  click("Suivant");
  await screen.findByText("C’est le dernier projet affiché.");
  press(field(/^Commentaire/), "PageUp", { altKey: true });
  await at("Projet 2 sur 3");
});

test("unsaved changes are not lost when another row is selected: keep editing", async () => {
  const study = three();
  showPane(study);
  await select(study, 0);
  await at("Projet 1 sur 3");
  choose(/^Moyens/, "1");
  await select(study, 2);
  expect(screen.getByRole("alertdialog", { name: /vous avez choisi une autre ligne/i })).toBeTruthy();
  press(button("Continuer la saisie"), "Escape");
  expect(screen.queryByRole("alertdialog")).toBeNull();
  expect(shown(/^Moyens/)).toBe("1 – Ni organisation ni budget");
  click("Montrer dans la feuille");
  await waitFor(() => expect(study.getState().selection?.row).toBe(0));
});

test("unsaved changes are saved first, if the person says so", async () => {
  const study = three();
  showPane(study);
  await select(study, 0);
  await at("Projet 1 sur 3");
  choose(/^Moyens/, "1");
  await select(study, 2);
  fireEvent.click(screen.getAllByRole("button", { name: "Enregistrer" })[0]);
  await at("Projet 3 sur 3");
  expect(study.rows[0].draft.means).toBe(1);
});

test("unsaved changes are dropped, if the person says so", async () => {
  const study = three();
  showPane(study);
  await select(study, 0);
  await at("Projet 1 sur 3");
  choose(/^Moyens/, "1");
  click("Nouveau");
  click("Abandonner");
  await at("Nouveau projet");
  expect(study.rows[0].draft.means).toBe(4);
  expect(document.activeElement).toBe(field(/^Territoire/));
});

test("a project is changed, and only what changed is written", async () => {
  const study = three();
  showPane(study);
  await select(study, 0);
  await at("Projet 1 sur 3");
  act(() => study.typeInSheet(0, "comment", "écrit dans la feuille"));
  choose(/^Moyens/, "2");
  press(field(/^Moyens/), "s", { ctrlKey: true });
  await screen.findByText("Projet enregistré.");
  expect(study.rows[0].draft).toMatchObject({ means: 2, comment: "écrit dans la feuille" });
  expect(shown(/^Commentaire/)).toBe("écrit dans la feuille");
});

test("a field changed meanwhile in the sheet is shown for a decision", async () => {
  const study = three();
  showPane(study);
  await select(study, 0);
  await at("Projet 1 sur 3");
  choose(/^Moyens/, "2");
  act(() => study.typeInSheet(0, "means", 3));
  press(field(/^Moyens/), "s", { ctrlKey: true });
  expect(await screen.findByText("Moyens : 4 – Moyens optimisés → 3 – Investissement lancé")).toBeTruthy();
  click("Garder ma saisie");
  await screen.findByText("Projet enregistré.");
  expect(study.rows[0].draft.means).toBe(2);
});

test("the sheet's answer may be taken instead", async () => {
  const study = three();
  showPane(study);
  await select(study, 0);
  await at("Projet 1 sur 3");
  choose(/^Moyens/, "2");
  act(() => study.typeInSheet(0, "means", 3));
  press(field(/^Moyens/), "s", { ctrlKey: true });
  await screen.findByText(/La ligne a changé dans la feuille/);
  click("Prendre la feuille");
  await waitFor(() => expect(shown(/^Moyens/)).toBe("3 – Investissement lancé"));
  expect(study.rows[0].draft.means).toBe(3);
});

test("a project is deleted after a question, and undo brings it back", async () => {
  const study = three();
  showPane(study);
  await select(study, 1);
  await at("Projet 2 sur 3");
  click("Supprimer");
  expect(screen.getByRole("alertdialog", { name: /«\sVidéosurveillance\s» \(Lille\)/ })).toBeTruthy();
  click("Garder");
  expect(study.rows).toHaveLength(3);
  click("Supprimer");
  fireEvent.click(screen.getAllByRole("button", { name: "Supprimer" })[1]);
  await screen.findByText("Projet supprimé");
  await at("Projet 2 sur 2");
  expect(shown(/^Projet/)).toBe("Musée virtuel");
  click("Annuler : Projet supprimé");
  await at("Projet 2 sur 3");
  expect(study.rows).toHaveLength(3);
  expect(shown(/^Projet/)).toBe("Vidéosurveillance");
});

test("a copy stands under its model, and is shown", async () => {
  const study = three();
  showPane(study);
  await select(study, 0);
  await at("Projet 1 sur 3");
  click("Dupliquer");
  await at("Projet 2 sur 4");
  expect(shown(/^Projet/)).toBe("Vélos partagés");
});

test("Ctrl+Z outside a text takes the last change back", async () => {
  const study = three();
  showPane(study);
  await select(study, 0);
  await at("Projet 1 sur 3");
  choose(/^Moyens/, "1");
  press(field(/^Moyens/), "s", { ctrlKey: true });
  await screen.findByText("Projet enregistré.");
  press(field(/^Moyens/), "z", { ctrlKey: true });
  await waitFor(() => expect(shown(/^Moyens/)).toBe("4 – Moyens optimisés"));
});

test("what the sheet says is wrong with the row is said at its field, and the value found is seen", async () => {
  const study = new MemoryStudy().seed({ territory: "Lyon", domain: 1, project: "X", status: "Terminé" });
  showPane(study);
  await select(study, 0);
  expect(await screen.findByText(/« Terminé » n’est pas une réponse possible/)).toBeTruthy();
  expect(shown(/^État/)).toBe("Terminé");
  type(/^Commentaire/, "vu");
  press(field(/^Commentaire/), "s", { ctrlKey: true });
  await screen.findByText("Projet enregistré.");
  expect(study.rows[0].draft).toMatchObject({ status: "Terminé", comment: "vu" });
});

test("back from the sheet, the pane shows what was typed there", async () => {
  const study = three();
  showPane(study);
  await select(study, 0);
  await at("Projet 1 sur 3");
  act(() => study.typeInSheet(0, "comment", "corrigé"));
  await act(async () => void window.dispatchEvent(new Event("focus")));
  expect(shown(/^Commentaire/)).toBe("corrigé");
});

test("undo takes the last change back and leaves what is being typed", async () => {
  const study = three();
  showPane(study);
  await select(study, 0);
  await at("Projet 1 sur 3");
  choose(/^Moyens/, "1");
  press(field(/^Moyens/), "s", { ctrlKey: true });
  await screen.findByText("Projet enregistré.");
  type(/^Commentaire/, "en cours de frappe");
  click("Annuler : Projet modifié");
  await waitFor(() => expect(study.rows[0].draft.means).toBe(4));
  expect(shown(/^Commentaire/)).toBe("en cours de frappe");
});

test("what is typed while the row is being written is not lost", async () => {
  const study = three();
  showPane(study);
  await select(study, 0);
  await at("Projet 1 sur 3");
  choose(/^Moyens/, "1");
  await act(async () => {
    press(field(/^Moyens/), "s", { ctrlKey: true });
    type(/^Commentaire/, "tapé trop tôt");
  });
  await screen.findByText("Non enregistré");
  expect(study.rows[0].draft.means).toBe(1);
  expect(shown(/^Commentaire/)).toBe("tapé trop tôt");
});
