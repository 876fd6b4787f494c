import "./support/nodeGlobals";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { orderOf, place, rankProblem } from "../../src/taskpane/politics/ranking";
import { ImportStudy } from "./support/importStudy";
import { button, choose, click, field, openScreen, press, showPane, shown, type } from "./support/render";

describe("a ranking", () => {
  const codes = [1, 2, 3, 4];

  test("has no tie and no gap after any move", () => {
    const ranks = place(
      codes,
      new Map([
        [1, 1],
        [2, 3],
        [3, 3],
      ]),
      4,
      2,
    );
    expect([...ranks].sort()).toEqual([
      [1, 1],
      [2, 3],
      [3, 4],
      [4, 2],
    ]);
    expect(orderOf(codes, ranks)).toEqual({ ranked: [1, 4, 2, 3], others: [] });
    expect(rankProblem(codes, ranks)).toBeNull();
  });

  test("loses what is put at place 0, and the others move up", () => {
    const ranks = place(
      codes,
      new Map([
        [1, 1],
        [2, 2],
        [3, 3],
      ]),
      1,
      0,
    );
    expect(orderOf(codes, ranks)).toEqual({ ranked: [2, 3], others: [1, 4] });
    expect(ranks.get(2)).toBe(1);
  });

  test.each([
    [
      [
        [1, 2],
        [2, 2],
      ],
      { tie: 2 },
    ],
    [[[1, 5]], "wrong"],
    [[[1, "2e"]], "wrong"],
    [
      [
        [1, "NR"],
        [2, 1],
      ],
      null,
    ],
  ] as const)("%j is found to be %j", (ranks, problem) => {
    expect(rankProblem(codes, new Map(ranks as Iterable<[number, number | string]>))).toEqual(problem);
  });
});

async function open(
  study = new ImportStudy(),
  territory = "lyon",
  ...official: [] | [() => Promise<unknown>]
) {
  const pane = showPane(study, ...official);
  openScreen("territory");
  await screen.findByLabelText("Territoire du panel");
  await choosing(territory);
  await screen.findByRole("form", { name: "Réponses du territoire" });
  return { study, ...pane };
}
async function choosing(territory: string): Promise<void> {
  type("Territoire du panel", territory);
  await act(async () => press(field("Territoire du panel"), "Enter"));
}
const list = (name: string) => screen.getByRole("list", { name });
const order = () =>
  within(list("Motivations"))
    .getAllByRole("button")
    .filter((line) => line.hasAttribute("data-code"))
    .map((line) => (line.textContent ?? "").replace(/^[\d–]/, ""));
const line = (name: RegExp) => within(list("Motivations")).getByRole("button", { name });
const save = () => act(async () => click("Enregistrer"));

test("the sheet shows the territory's identity, and saves what was changed of it", async () => {
  const { study } = await open();
  expect(shown("Population")).toMatch(/^491\s268$/);
  type("Population", "500 000");
  await save();
  expect(await screen.findByText("Fiche enregistrée.")).toBeTruthy();
  expect(study.tables.panel.find(({ name }) => name === "Lyon")).toMatchObject({ population: 500000 });
});

test("a group with the population of its main town is pointed out, and can be saved all the same", async () => {
  const official = {
    ...{ source: "test" },
    groups: {
      ...{ codes: "200046977", kinds: "Métropole", names: "Grand Lyon", departments: "69" },
      ...{ populations: [1_424_069], parents: [-1] },
    },
    communes: { codes: "69029|69123", names: "Bron|Lyon", populations: [43_000, 520_774], parents: [0, 0] },
  };
  const study = new ImportStudy();
  await open(study, "grand lyon", async () => official);
  expect(screen.queryByText(/est celle de sa ville principale/)).toBeNull();
  type("Population", "520 000");
  expect(
    await screen.findByText(
      /La population du groupement \(520\s000\) est celle de sa ville principale, Lyon/,
    ),
  ).toBeTruthy();
  type("Population", "14 000");
  expect(await screen.findByText(/est plus petite que celle de Lyon/)).toBeTruthy();
  await save();
  expect(study.tables.panel.find(({ name }) => name === "Grand Lyon")).toMatchObject({ population: 14000 });
});

test("motivations are ranked by keyboard: Alt and arrows, a digit, 0", async () => {
  const { study } = await open();
  expect(order()[0]).toBe("Attractivité, non classée");
  await act(async () => press(line(/^Qualité de service/), "1"));
  await act(async () => press(line(/^Attractivité/), "ArrowUp", { altKey: true }));
  await act(async () => press(line(/^Exemplarité/), "1"));
  expect(order().slice(0, 3)).toEqual([
    "Exemplarité, rang 1 sur 3",
    "Qualité de service, rang 2 sur 3",
    "Attractivité, rang 3 sur 3",
  ]);
  await act(async () => press(line(/^Attractivité/), "ArrowUp", { altKey: true }));
  await act(async () => press(line(/^Exemplarité/), "0"));
  await save();
  const ranks = Object.fromEntries(
    study.tables.motivations.map(({ motivation, rank }) => [motivation, rank]),
  );
  expect(ranks).toEqual({ 1: 1, 5: 2 });
});

test("a line is dragged to another one's place", async () => {
  await open();
  await act(async () => press(line(/^Attractivité/), "1"));
  await act(async () => press(line(/^Exemplarité/), "2"));
  const dataTransfer = { setData: () => undefined, effectAllowed: "" };
  fireEvent.dragStart(line(/^Exemplarité/).closest("li")!, { dataTransfer });
  fireEvent.drop(line(/^Attractivité/).closest("li")!, { dataTransfer });
  expect(order()[0]).toBe("Exemplarité, rang 1 sur 2");
});

test("a tie that stands in the sheet is told, and gone with the first move", async () => {
  const study = new ImportStudy();
  const row = { territory: "Lyon", edition: "2014", meaning: null };
  study.tables = {
    ...study.tables,
    motivations: [
      { ...row, motivation: 1, rank: 1 },
      { ...row, motivation: 2, rank: 1 },
    ],
  };
  await open(study);
  type("Population", "500 000");
  await save();
  expect(screen.getByText(/Le rang 1 est donné deux fois/)).toBeTruthy();
  expect(study.calls).toEqual([]);
  await act(async () => press(line(/^Développement/), "ArrowUp", { altKey: true }));
  await save();
  expect(study.calls).toEqual(["saveTerritory Lyon"]);
});

test("what a motivation means is ranked too", async () => {
  const { study } = await open();
  fireEvent.click(screen.getByText(/Ce que «\sAttractivité\s» signifie/));
  const meanings = screen.getByRole("list", { name: /Ce que «\sAttractivité/ });
  await act(async () => press(within(meanings).getAllByRole("button", { name: /habitants/ })[0], "1"));
  await save();
  expect(study.tables.motivations).toMatchObject([{ motivation: 1, rank: 1, meaning: expect.any(Number) }]);
});

test("statements are answered by their number, people added and removed", async () => {
  const { study } = await open();
  choose(/^Entreprises : construit/, "3");
  click("Ajouter une personne");
  type("Nom", "Mme Petit");
  await save();
  expect(study.tables.actors).toMatchObject([{ statement: 7, agreement: 3 }]);
  expect(study.tables.respondents).toMatchObject([{ personName: "Mme Petit", territory: "Lyon" }]);
  click("Retirer Mme Petit");
  await save();
  expect(study.tables.respondents).toEqual([]);
});

test("a wrong answer prevents saving, and is named", async () => {
  const { study } = await open();
  type("Population", "beaucoup");
  await save();
  expect(screen.getAllByText(/« beaucoup » n’est pas/).length).toBeGreaterThan(0);
  expect(screen.getByText(/Une réponse à corriger/)).toBeTruthy();
  expect(study.calls).toEqual([]);
});

test("another territory is shown only once unsaved changes are decided on", async () => {
  const { study } = await open();
  type("Population", "500 000");
  await choosing("lille");
  expect(screen.getByRole("alertdialog").textContent).toContain("fiche de Lyon ne sont pas enregistrées");
  fireEvent.click(
    within(screen.getByRole("alertdialog")).getByRole("button", { name: "Continuer la saisie" }),
  );
  expect(shown("Territoire du panel")).toBe("Lyon");
  await choosing("lille");
  await act(
    async () =>
      void fireEvent.click(
        within(screen.getByRole("alertdialog")).getByRole("button", { name: "Enregistrer" }),
      ),
  );
  await waitFor(() => expect(shown("Territoire du panel")).toBe("Lille"));
  expect(study.calls).toEqual(["saveTerritory Lyon"]);
});

test("what somebody changed meanwhile is told; mine is put upon it", async () => {
  const { study } = await open();
  type("Population", "500 000");
  study.tables = {
    ...study.tables,
    panel: study.tables.panel.map((row) =>
      row.name === "Lyon" ? { ...row, population: 1, parent: "Autre" } : row,
    ),
  };
  study.failure_ = "conflict";
  await save();
  await screen.findByText(/Quelqu’un a changé les mêmes réponses/);
  await act(async () => click("Garder ma saisie"));
  await waitFor(() =>
    expect(study.tables.panel.find(({ name }) => name === "Lyon")).toMatchObject({
      population: 500000,
      parent: "Autre",
    }),
  );
});

test("what is typed stays while another screen is looked at", async () => {
  await open();
  type("Population", "500 000");
  openScreen("help");
  openScreen("territory");
  expect(shown("Population")).toMatch(/^500\s000$/);
  await act(async () => click("Rétablir"));
  expect(shown("Population")).toMatch(/^491\s268$/);
  expect(button("Enregistrer")).toBeTruthy();
});
