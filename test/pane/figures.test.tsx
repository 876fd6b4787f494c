import "./support/nodeGlobals";
import { act, fireEvent, screen, within } from "@testing-library/react";
import { auditList } from "../../src/domain/plausibility/layout";
import type { Language } from "../../src/domain/language";
import type { FigureOperations, SheetAudit } from "../../src/excel/figures/contract";
import { MemoryStudy } from "./support/memoryStudy";
import { button, click, openScreen, showPane } from "./support/render";

/** A study beside a list of figures; the audit is the real one. */
class ListStudy extends MemoryStudy {
  list: string[][] = [["Chiffre", "Imprimé", "Base"]];
  readonly asked: string[] = [];
  readonly figures: FigureOperations = {
    audit: async (): Promise<SheetAudit> => {
      const found = auditList(this.list);
      if ("missing" in found) throw new Error("no list");
      const findings = found.findings.map((each) => ({ ...each, address: `B${each.row + 1}` }));
      return { ...found, findings, sheetId: "1", sheet: "Synthèse", address: "A1:C9" };
    },
    show: async (_, address) => void this.asked.push(`show ${address}`),
    writeFindings: async ({ findings }) => void this.asked.push(`write ${findings.length}`),
    writeExample: async () => void this.asked.push("example"),
  };
}

async function open(list: string[][], language: Language = "fr") {
  const study = new ListStudy({ language });
  study.list = [...study.list, ...list];
  showPane(study);
  openScreen("figures");
  await screen.findByRole("heading", { name: language === "fr" ? "Chiffres publiés" : "Published figures" });
  return study;
}
const check = async (name = "Contrôler") => act(async () => click(name));

test("findings stand under what they are, each a click from its cell, and can be written", async () => {
  const study = await open([
    ["Réalisés", "51,4 %", "131"],
    ["Communes", "70,2 %", "37"],
    ["Juste", "48,8 %", "125"],
    ["Illisible", "beaucoup", ""],
  ]);
  expect(screen.getByText("Colonnes lues").closest("details")!.open).toBe(true);
  await check();
  expect(screen.getByText(/^Synthèse, A1:C9/).textContent).toMatch(/4 chiffres, dont 3 contrôlables/);
  const headings = screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);
  expect(headings).toEqual(["Impossibles (1)", "Douteux (1)", "À corriger dans la liste (1)"]);
  const first = button(/B2 · Réalisés/);
  expect(within(first).getByText(/aucun compte entier sur 131/i)).toBeTruthy();
  expect(first.textContent!.replace(/\s/g, " ")).toContain("Plus proche : 67 (51,1 %) ou 68 (51,9 %)");
  expect(screen.queryByText(/Juste/)).toBeNull();
  await act(async () => void fireEvent.click(first));
  click("Écrire sur une feuille");
  expect(study.asked).toEqual(["show B2", "write 3"]);
  expect(screen.getByText("Colonnes lues").closest("details")!.open).toBe(false);
});

test("the findings stay while another screen is shown", async () => {
  await open([["Réalisés", "51,4 %", "131"]]);
  await check();
  openScreen("help");
  openScreen("figures");
  expect(await screen.findByText("Impossibles (1)")).toBeTruthy();
});

test("nothing contradicted, and nothing that could be checked, are told apart", async () => {
  const study = await open([["Juste", "48,8 %", "125"]]);
  await check();
  expect(screen.getByText("Rien ne se contredit")).toBeTruthy();
  study.list = [
    ["Chiffre", "Imprimé"],
    ["Seul", "48,8 %"],
  ];
  await check();
  expect(screen.getByText(/Aucun chiffre n’a de base/)).toBeTruthy();
  expect(screen.queryByText("Rien ne se contredit")).toBeNull();
});

test("in English, with the example; an error is told and the old findings are gone", async () => {
  const study = await open([["Done", "51.4%", "131"]], "en");
  click("2014 example");
  await check("Check");
  expect(screen.getByText("Impossible (1)")).toBeTruthy();
  study.list = [["nothing"]];
  await check("Check");
  expect(screen.queryByText("Impossible (1)")).toBeNull();
  expect(screen.getByText(/The operation did not succeed: no list/)).toBeTruthy();
  expect(study.asked).toEqual(["example"]);
});
