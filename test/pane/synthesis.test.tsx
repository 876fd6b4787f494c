import "./support/nodeGlobals";
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { MemoryStudy } from "./support/memoryStudy";
import { button, click, openScreen, showPane } from "./support/render";

async function shownScreen() {
  const study = new MemoryStudy();
  await study.open();
  showPane(study);
  openScreen("synthesis");
  await screen.findByRole("heading", { name: "Synthèse" });
  return study;
}

const mapChoice = () => screen.getByRole("combobox", { name: /Carte colorée par/ });

test("one button builds the synthesis, keeping what people changed, with the map the workbook remembers", async () => {
  const study = await shownScreen();
  await waitFor(() => expect(mapChoice().textContent).toContain("Maturité"));
  click("Construire la synthèse");
  expect(study.builds).toEqual([{ restore: false, mapOf: "maturity" }]);
});

test("the map is coloured by any indicator of projects", async () => {
  const study = await shownScreen();
  await waitFor(() => expect(mapChoice().textContent).toContain("Maturité"));
  fireEvent.click(mapChoice());
  fireEvent.click(screen.getByRole("option", { name: "Nombre de projets" }));
  click("Construire la synthèse");
  expect(study.builds.at(-1)).toEqual({ restore: false, mapOf: "projects" });
});

test("putting everything back is asked first, and can be left", async () => {
  const study = await shownScreen();
  click("Tout remettre…");
  expect(screen.getByRole("alertdialog").textContent).toContain("Ce que vous avez ajouté à côté reste");
  click("Annuler");
  expect(study.builds).toEqual([]);
  click("Tout remettre…");
  click("Dans la synthèse");
  expect(study.builds).toMatchObject([{ restore: true }]);
  click("Tout remettre…");
  click("Dans la fiche");
  expect(study.fiches).toEqual([{ restore: true }]);
  expect(study.builds).toHaveLength(1);
  expect(button("Construire la synthèse")).toBeTruthy();
});
