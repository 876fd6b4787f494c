import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { paneRequests } from "../../src/commands/paneRequests";
import { commands, type CommandDefinition } from "../../src/commands/catalogue";
import { anomaly } from "../../src/domain/messages";
import { ErrorBoundary } from "../../src/taskpane/shell/ErrorBoundary";
import { screenGroups, screens } from "../../src/taskpane/shell/screens";
import { followCommands } from "../../src/taskpane/study/followCommands";
import { contrastOf, paneTheme, themeKind } from "../../src/taskpane/theme/paneTheme";
import { MemoryStudy } from "./support/memoryStudy";
import { choose, click, field, openScreen, press, showPane } from "./support/render";

const selectedTabs = () =>
  screen.getAllByRole("tab", { selected: true }).map(({ textContent }) => textContent);

test("a workbook that is no study says so, and becomes one of the chosen edition", async () => {
  const study = new MemoryStudy({ status: "none" });
  showPane(study);
  expect(screen.getByRole("heading", { name: "Ce classeur n’est pas encore une étude" })).toBeTruthy();
  fireEvent.click(field("Édition"));
  fireEvent.click(screen.getByRole("option", { name: "Observatoire numérique 2017" }));
  click("Créer ou réparer l’étude");
  await screen.findByRole("heading", { name: "Observatoire numérique 2017", level: 1 });
  expect(study.calls).toEqual(["createOrRepair 2017"]);
  expect(screen.getByRole("heading", { name: "Nouveau projet" })).toBeTruthy();
});

test("the sample is one click away from an empty workbook", async () => {
  const study = new MemoryStudy({ status: "none" });
  showPane(study);
  click("Exemple 2014");
  await waitFor(() => expect(study.calls).toEqual(["loadSample2014"]));
});

test("a damaged study says what is missing, and repairs it", async () => {
  const missing = anomaly("missingTable", "error", { table: "panel", row: -1 }, { table: "Panel" });
  const study = new MemoryStudy({ status: "damaged", anomalies: [missing] });
  showPane(study);
  expect(screen.getByText(/Le tableau Panel est introuvable/)).toBeTruthy();
  click("Créer ou réparer l’étude");
  await screen.findByRole("heading", { name: "Nouveau projet" });
});

test("the header names the study and counts what it holds", () => {
  showPane(new MemoryStudy().seed({ territory: "Lyon", domain: 1, project: "A", status: 1 }));
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Baromètre 2014");
  expect(screen.getByText("6 territoires · 1 projet")).toBeTruthy();
});

test("a notice is shown until it is closed", () => {
  const study = new MemoryStudy({
    notice: {
      kind: "warning",
      code: "x",
      message: { fr: "Une ligne est filtrée.", en: "A row is filtered." },
    },
  });
  showPane(study);
  expect(screen.getByText("Une ligne est filtrée.")).toBeTruthy();
  click("Fermer ce message");
  expect(screen.queryByText("Une ligne est filtrée.")).toBeNull();
});

test("long work shows how far it is, and can be stopped", () => {
  const cancel = jest.fn();
  showPane(new MemoryStudy({ progress: { label: { fr: "Lecture", en: "Reading" }, share: 0.4, cancel } }));
  expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("40");
  click("Arrêter");
  expect(cancel).toHaveBeenCalledTimes(1);
});

test("a success leaves by itself, an error stays", () => {
  jest.useFakeTimers();
  const study = new MemoryStudy({
    notice: { kind: "success", code: "x", message: { fr: "Étude créée.", en: "Study created." } },
  });
  showPane(study);
  act(() => void jest.advanceTimersByTime(15_000));
  expect(screen.queryByText("Étude créée.")).toBeNull();
  act(() => study.tell({ notice: { kind: "error", code: "y", message: { fr: "Non.", en: "No." } } }));
  act(() => void jest.advanceTimersByTime(60_000));
  expect(screen.getByText("Non.")).toBeTruthy();
  jest.useRealTimers();
});

test("the ribbon's commands bring their screen", () => {
  const { services } = showPane(new MemoryStudy());
  const stop = followCommands(services);
  act(() => paneRequests.ask({ command: "checkWorkbook" }));
  expect(selectedTabs()).toEqual(["Saisie", "Contrôle"]);
  act(() => paneRequests.ask({ command: "enterProject" }));
  expect(document.activeElement).toBe(field(/^Territoire/));
  stop();
});

test("each row of tabs is moved through with the arrows, and a group comes back to its last screen", async () => {
  showPane(new MemoryStudy());
  const tab = (name: RegExp) => screen.getByRole("tab", { name });
  press(tab(/Projets/), "End");
  expect(document.activeElement).toBe(tab(/Contrôle/));
  press(tab(/Contrôle/), "ArrowRight");
  expect(document.activeElement).toBe(tab(/Projets/));
  press(tab(/Projets/), "ArrowLeft");
  press(tab(/Saisie/), "End");
  expect(document.activeElement).toBe(tab(/Aide/));
  expect(screen.getByRole("heading", { name: "Clavier" })).toBeTruthy();
  expect(screen.getByRole("tabpanel").getAttribute("aria-labelledby")).toBe(tab(/Aide/).id);
  press(tab(/Aide/), "Home");
  expect(selectedTabs()).toEqual(["Saisie", "Contrôle"]);
});

test("what is to be corrected is counted on its tab, and on its group's from elsewhere", () => {
  const missing = anomaly("missingTable", "error", { table: "panel", row: 0 }, { table: "Panel" });
  showPane(new MemoryStudy({ anomalies: [missing, missing] }));
  expect(screen.getByRole("tab", { name: "Contrôle 2" })).toBeTruthy();
  expect(screen.getByRole("tab", { name: "Saisie" })).toBeTruthy();
  openScreen("help");
  expect(screen.getByRole("tab", { name: "Saisie 2" })).toBeTruthy();
});

test("every command that opens the pane has one screen, and every screen a label in both languages", () => {
  const opening = (commands as readonly CommandDefinition[])
    .filter(({ opensPane }) => opensPane)
    .map(({ id }) => id);
  expect(screens.flatMap((one) => [...one.commands]).sort()).toEqual(opening.sort());
  expect(new Set(screens.map(({ id }) => id)).size).toBe(screens.length);
  for (const { label } of [...screens, ...screenGroups]) expect(label.fr && label.en).toBeTruthy();
});

test("the help lists every command of the catalogue and every code of the study", () => {
  showPane(new MemoryStudy());
  openScreen("help");
  for (const { description } of commands) expect(screen.getByText(description.fr)).toBeTruthy();
  expect(screen.getByText("4 – Moyens optimisés")).toBeTruthy();
});

test("what is typed stays while another screen is looked at", () => {
  showPane(new MemoryStudy());
  choose(/^État/, "2");
  openScreen("help");
  openScreen("projects");
  expect(field(/^État/).textContent).toContain("2 – En cours");
});

test("the pane speaks the language of the study, and follows it", () => {
  const study = new MemoryStudy({ language: "en" });
  showPane(study);
  expect(screen.getByRole("tab", { name: "Projects" })).toBeTruthy();
  expect(document.documentElement.lang).toBe("en");
  choose(/^Status/, "3");
  expect(field(/^Status/).textContent).toContain("3 – Done");
  act(() => study.tell({ language: "fr" }));
  expect(field(/^État/).textContent).toContain("3 – Réalisé");
});

test("an error of the pane itself is told in words, and one goes on", () => {
  const log = jest.spyOn(console, "error").mockImplementation(() => undefined);
  let broken = true;
  const Part = () => {
    if (broken) throw new Error("boom");
    return <p>tout va bien</p>;
  };
  render(
    <ErrorBoundary language="fr">
      <Part />
    </ErrorBoundary>,
  );
  expect(screen.getByRole("heading", { name: "Le volet a rencontré une erreur" })).toBeTruthy();
  broken = false;
  click("Reprendre");
  expect(screen.getByText("tout va bien")).toBeTruthy();
  log.mockRestore();
});

test.each([
  ["Office's light theme", "#ffffff", "#000000", "#ffffff", "light"],
  ["Office's black theme", "#262626", "#ffffff", "#363636", "dark"],
  ["high contrast", "#000000", "#ffffff", "#000000", "contrast"],
] as const)("%s: texts stand out from their ground", (_, background, foreground, controlBackground, kind) => {
  const colors = { background, foreground, controlBackground, controlForeground: foreground };
  expect(themeKind(colors)).toBe(kind);
  const { semanticColors: c } = paneTheme(kind, colors);
  for (const text of [c.bodyText, c.errorText, c.link, c.inputPlaceholderText]) {
    expect(contrastOf(text, c.bodyBackground)).toBeGreaterThanOrEqual(4.5);
  }
  expect(contrastOf(c.primaryButtonText, c.primaryButtonBackground)).toBeGreaterThanOrEqual(4.5);
});
