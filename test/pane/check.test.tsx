import { act, screen, waitFor } from "@testing-library/react";
import type { Draft } from "../../src/domain/records/project";
import { MemoryStudy } from "./support/memoryStudy";
import { click, openScreen, showPane } from "./support/render";

const good: Draft = { territory: "Lyon", domain: 4, project: "Vélos partagés", status: 3 };
const openCheck = () => openScreen("check");

test("the tab tells how many anomalies there are; the screen groups them by kind with where, what and expected", () => {
  const study = new MemoryStudy().seed(
    good,
    { ...good, territory: "Lile", project: "A" },
    { ...good, territory: "Marseil", project: "B" },
    { ...good, project: "C", measure: "5" },
  );
  showPane(study);
  expect(screen.getByRole("tab", { name: "Contrôle 3" })).toBeTruthy();
  openCheck();
  expect(screen.getByText("3 erreurs")).toBeTruthy();
  expect(screen.getByRole("region", { name: "Territoires absents du panel (2)" })).toBeTruthy();
  const item = screen.getByRole("button", { name: /Projets, ligne 4 du tableau, Mesure/ });
  expect(item.textContent).toMatch(/« 5 » n’est pas une réponse possible. Attendu : 1 – Aucun indicateur/);
});

test("choosing an anomaly goes to its cell", async () => {
  const study = new MemoryStudy().seed(good, { ...good, territory: "Lile", project: "A" });
  showPane(study);
  openCheck();
  await act(async () => screen.getByRole("button", { name: /ligne 2 du tableau, Territoire/ }).click());
  expect(study.calls).toContain("goTo projects 1 territory");
});

test("a suggestion is applied by one click, and the anomaly is gone", async () => {
  const study = new MemoryStudy().seed(good, { ...good, territory: "Lile", project: "A" });
  showPane(study);
  openCheck();
  click("Mettre « Lille »");
  await screen.findByText("Aucune anomalie");
  expect(study.rows[1].draft.territory).toBe("Lille");
  expect(study.getState().undoable?.fr).toBe("Projet modifié");
});

test("an empty list says that all is well, and the check can be run again", async () => {
  const study = new MemoryStudy().seed(good);
  showPane(study);
  openCheck();
  expect(screen.getByRole("heading", { name: "Aucune anomalie" })).toBeTruthy();
  click("Vérifier");
  await waitFor(() => expect(study.calls).toContain("check"));
});

test("of very many anomalies the first are shown, and more on demand", () => {
  const bad = Array.from({ length: 60 }, (_, i) => ({ ...good, project: `P${i}`, measure: "9" }));
  showPane(new MemoryStudy().seed(...bad));
  openCheck();
  const items = () => screen.getAllByRole("button", { name: /ligne \d+ du tableau/ });
  expect(items()).toHaveLength(25);
  click("Afficher 25 de plus");
  expect(items()).toHaveLength(50);
  // The keyboard goes on at the first of those that came, even where the button is gone.
  expect(document.activeElement).toBe(items()[25]);
  click("Afficher 10 de plus");
  expect(items()).toHaveLength(60);
  expect(document.activeElement).toBe(items()[50]);
});
