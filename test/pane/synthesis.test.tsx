import "./support/nodeGlobals";
import { screen } from "@testing-library/react";
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

test("one button builds the synthesis, keeping what people changed", async () => {
  const study = await shownScreen();
  click("Construire la synthèse");
  expect(study.builds).toEqual([{ restore: false }]);
});

test("putting everything back is asked first, and can be left", async () => {
  const study = await shownScreen();
  click("Tout remettre…");
  expect(screen.getByRole("alertdialog").textContent).toContain("Ce que vous avez ajouté à côté reste");
  click("Annuler");
  expect(study.builds).toEqual([]);
  click("Tout remettre…");
  click("Tout remettre");
  expect(study.builds).toEqual([{ restore: true }]);
  expect(button("Construire la synthèse")).toBeTruthy();
});
