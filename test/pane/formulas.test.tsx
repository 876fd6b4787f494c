import "./support/nodeGlobals";
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import type { Language } from "../../src/domain/language";
import type {
  FormulaOperations,
  InsertPlace,
  RowsToShow,
  SelectedCell,
} from "../../src/excel/formulas/contract";
import { baseOf, codebook2014 } from "../support/base";
import { MemoryStudy } from "./support/memoryStudy";
import { button, click, field, openScreen, showPane, type as typeIn } from "./support/render";

const rows = [
  { domain: "1 – Éducation", status: "3 – Réalisé", territory: "Lyon" },
  { domain: "1 – Éducation", status: "", territory: "Nîmes" },
  { domain: "6 – Sécurité", status: "2 – En cours", territory: "Lyon" },
];
const cellWith = (formula: string, address = "Feuil1!B2"): SelectedCell => ({
  sheetId: "s",
  address,
  row: 1,
  column: 1,
  formula,
  formulaLocal: formula.replace(/,/g, ";"),
  text: formula ? "2" : "",
});

/** The sheet as the screen sees it: one selected cell, and what was asked of it. */
class MemoryDesk implements FormulaOperations {
  readonly inserted: [address: string, formula: string, format?: string][] = [];
  readonly asked: (RowsToShow | "all")[] = [];
  cell = cellWith("");
  around: Pick<InsertPlace, "inTheWay" | "table"> = { inTheWay: null, table: null };
  private listener = () => {};
  private filter: { table: string; rows: number } | null = null;

  constructor(private readonly decimal: "," | ".") {}
  separators = async () => ({ decimal: this.decimal, list: this.decimal === "," ? ";" : "," });
  selected = async () => this.cell;
  follow = async (listener: () => void) => {
    this.listener = listener;
    return async () => {};
  };
  read = async (_from: unknown, references: readonly string[]) =>
    references.map(() => ({ cells: undefined, area: null }));
  selectedAddress = async () => "Feuil1!D2:D9";
  place = async () => ({ ...this.cell, ...this.around });
  insert = async (place: InsertPlace, formula: string, format?: string) =>
    void this.inserted.push([place.address, formula, format]);
  show = async (wanted: RowsToShow) => {
    this.asked.push(wanted);
    return (this.filter = { table: "Projets", rows: wanted.rows.length });
  };
  showAll = async () => {
    this.filter = null;
    this.asked.push("all");
  };
  shown = () => this.filter;
  async select(cell: SelectedCell): Promise<void> {
    this.cell = cell;
    await act(async () => this.listener());
  }
}

async function open(language: Language = "fr") {
  const study = new MemoryStudy({ language }) as MemoryStudy & { formulas?: FormulaOperations };
  const desk = (study.formulas = new MemoryDesk(language === "fr" ? "," : "."));
  const base = baseOf(rows);
  showPane(study, undefined, () => ({ base, codebook: codebook2014, language, anomalies: [] }));
  openScreen("formulas");
  await screen.findByRole("heading", {
    name: language === "fr" ? "Composer une formule" : "Compose a formula",
  });
  await waitFor(() => expect(document.querySelector(".bvn-formula-builder .bvn-formula-value")).toBeTruthy());
  return { study, desk };
}
const formula = (): string => (field(/^Form(ule|ula)$/) as HTMLTextAreaElement).value;
/** Chooses an option of a list. */
function choose(label: RegExp, option: RegExp): void {
  fireEvent.click(screen.getByRole("combobox", { name: label }));
  fireEvent.click(screen.getByRole("option", { name: option }));
}

test("the formula, its value and its base follow what is chosen", async () => {
  const { desk } = await open();
  expect(formula()).toBe("=BVN.MATURITY()");
  expect(screen.getByText("2,50")).toBeTruthy();
  expect(screen.getByText(/3\slignes · 2\sterritoires/)).toBeTruthy();
  expect(screen.getByText(/n = 2, non renseignés 1/)).toBeTruthy();
  click("Ajouter un filtre ou une option");
  choose(/^Champ/, /^Domaine$/);
  fireEvent.click(screen.getByRole("combobox", { name: /^Réponse/ }));
  fireEvent.click(screen.getByRole("option", { name: /Sécurité/ }));
  expect(formula()).toBe('=BVN.MATURITY("Domaine";"Sécurité")');
  expect(await screen.findByText("2,00")).toBeTruthy();
  await act(async () => click(/^Insérer en Feuil1!B2/));
  expect(desk.inserted).toEqual([["Feuil1!B2", '=BVN.MATURITY("Domaine","Sécurité")', "0.00"]]);
  click("Supprimer le filtre 1");
  expect(formula()).toBe("=BVN.MATURITY()");
});

test("a filled cell and a spill in the way are asked about; a table of the study is refused", async () => {
  const { desk } = await open();
  await desk.select(cellWith("=1+1"));
  desk.around = { inTheWay: { count: 3, first: "D5" }, table: null };
  await act(async () => click(/^Insérer en/));
  expect(screen.getByRole("alertdialog").textContent).toMatch(/contient déjà «\s=1\+1\s»/);
  click("Remplacer");
  expect(screen.getByRole("alertdialog").textContent).toMatch(/3 cellules remplies, la première en D5/);
  click("Renoncer");
  expect(desk.inserted).toEqual([]);
  desk.around = { inTheWay: null, table: { name: "Projets", ofStudy: true } };
  await act(async () => click(/^Insérer en/));
  expect(screen.getByRole("alertdialog").textContent).toMatch(/dans le tableau Projets/);
  click("Compris");
  expect(desk.inserted).toEqual([]);
});

test("the selected cell's formula is explained, its rows shown, and the filter taken away", async () => {
  const { desk } = await open();
  expect(screen.getByText(/^Choisissez dans la feuille/)).toBeTruthy();
  await desk.select(cellWith('=1-BVN.MATURITY("Domaine","Éducation")/3'));
  expect(await screen.findByRole("heading", { name: "Cellule Feuil1!B2" })).toBeTruthy();
  expect(await screen.findByText(/Domaine est «\sÉducation\s»/)).toBeTruthy();
  expect(screen.getByText('BVN.MATURITY("Domaine";"Éducation")')).toBeTruthy();
  await act(async () => click(/^Voir ces lignes \(2\)/));
  await act(async () => click(/^Voir les non renseignées \(1\)/));
  expect(desk.asked).toMatchObject([
    { table: "projects", rows: [0, 1] },
    { table: "projects", rows: [1] },
  ]);
  await act(async () => click("Reprendre dans l’assistant"));
  expect(formula()).toBe('=BVN.MATURITY("Domaine";"Éducation")');
});

test("ranges are taken from the selection; two calls of a cell are explained one after the other", async () => {
  const { desk } = await open();
  fireEvent.click(screen.getByRole("radio", { name: "Des plages de cellules" }));
  await act(async () => click(/^Prendre la sélection/));
  expect(formula()).toBe("=BVN.MATURITY(Feuil1!D2:D9)");
  typeIn("Plage des réponses", "Projets[État]");
  expect(formula()).toBe("=BVN.MATURITY(Projets[État])");
  await desk.select(cellWith('=BVN.MATURITY("Territoire","Lyon")-BVN.PROJECTS("Domaine","Educaton")'));
  expect(await screen.findByText(/Vouliez-vous dire/)).toBeTruthy();
  expect(screen.getByText(/Territoire est «\sLyon\s»/)).toBeTruthy();
  expect(button(/^Voir ces lignes \(2\)/)).toBeTruthy();
});

test("in English, with commas and English words", async () => {
  await open("en");
  choose(/^What to compute/, /^SHARE/);
  choose(/^Field/, /^Status$/);
  fireEvent.click(screen.getByRole("combobox", { name: /^Value/ }));
  fireEvent.click(screen.getByRole("option", { name: /Done/ }));
  expect(formula()).toBe('=BVN.SHARE("Status","Done")');
  expect(await screen.findByText("0.5")).toBeTruthy();
});
