/** Imports for the tests of the Excel layer: what `applyPlan` would give, made without files. */
import type { Counts, RowChange, StudySnapshot } from "../../src/domain/imports";
import { importWords } from "../../src/domain/messages/imports";
import type { Draft } from "../../src/domain/records/project";
import type { ImportInput } from "../../src/excel";
import { excel, type Bench } from "./study-support";

export const digestOf = (n: number): string => (n * 2654435761).toString(16).padStart(64, "0");

/** Writes a panel of so many territories into a new study, as a person would. */
export async function withPanel(b: Bench, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, i) => [
    `'${String(10000 + i)}`,
    `Ville ${i + 1}`,
    "Commune",
    "",
    "Bretagne",
    20000 + i * 1000,
  ]);
  await excel(b, async (c) => {
    const sheet = c.workbook.worksheets.getItem("Panel");
    c.workbook.tables.getItem("Panel").resize(`A1:N${count + 1}`);
    sheet.getRange(`A2:F${count + 1}`).values = rows;
  });
  await b.settle();
}

export interface Size {
  readonly territories: number;
  readonly projects: number;
}

/** What so many returned questionnaires change: panel rows, projects, motivations, actors, a person, Journal, Rejets. */
export function importOf(snapshot: StudySnapshot, { territories, projects }: Size, round = 0): ImportInput {
  const { codebook, editionId: edition } = snapshot;
  const changes: RowChange[] = [];
  const blank = (table: RowChange["table"]): Draft =>
    Object.fromEntries(codebook.table(table).fields.map(({ id }) => [id, null]));
  const insert = (table: RowChange["table"], row: Draft) =>
    changes.push({ kind: "insert", table, row: { ...blank(table), ...row } });
  const files = Array.from({ length: territories }, (_, i) => ({
    name: `ville-${i + 1}.xlsx`,
    digest: digestOf(i + 1 + round * 1000),
  }));
  files.forEach(({ name, digest }, i) => {
    const before = snapshot.tables.panel[i];
    const territory = String(before.name);
    const source = `${name} · 2014-03-10 · ${digest.slice(0, 8)}`;
    changes.push({
      kind: "update",
      table: "panel",
      at: i,
      before,
      set: { contact: 5, returned: "2014-03-10", completeness: 0.5 + round / 10 },
    });
    for (let p = 0; p < projects; p++) {
      insert("projects", {
        edition,
        territory,
        domain: 1 + (p % 7),
        project: p === 0 ? "=1+1" : `Projet ${p + 1} de la ville`,
        status: 1 + (p % 3),
        measure: p % 4 ? 2 : null,
        means: p % 5 ? "NSP" : 1,
        comment: p === 1 ? "+33 6 12 34 56 78" : p === 2 ? "-" : p === 3 ? "@x" : null,
        id: `a${round}${String(i).padStart(3, "0")}${String(p).padStart(3, "0")}`,
        source,
      });
    }
    for (let m = 1; m <= 5; m++)
      insert("motivations", { edition, territory, motivation: m, rank: m, source });
    for (let s = 1; s <= 7; s++)
      insert("actors", { edition, territory, statement: s, agreement: 1 + (s % 4), source });
    insert("respondents", {
      edition,
      territory,
      personName: `Mme Nº ${i + 1}`,
      email: `n${i + 1}@ville.fr`,
      phone: "0612345678",
      source,
    });
    if (i % 10 === 0)
      insert("rejects", {
        date: "2014-03-16",
        file: name,
        cell: "E7",
        rejectedTerritory: territory,
        value: "=HYPERLINK(1)",
        reason: "?",
      });
    insert("journal", {
      date: "2014-03-16",
      operation: importWords.imported.fr,
      file: name,
      digest,
      change: "…",
    });
  });
  const order = ["panel", "projects", "motivations", "actors", "respondents", "rejects", "journal"];
  changes.sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table));
  const counts: Counts = {
    added: changes.filter(({ kind }) => kind === "insert").length,
    changed: territories,
    unchanged: 0,
    conflicting: 0,
    rejected: changes.filter(({ table }) => table === "rejects").length,
  };
  return { changes: { files: files.map(({ digest }) => digest), changes }, files, counts };
}

/** Cells, tables and sheets of the workbook, but the line that the clock writes. */
export async function everything(b: Bench): Promise<unknown> {
  return excel(b, async (context) => {
    const sheets = context.workbook.worksheets.load("items/name,items/visibility");
    const tables = context.workbook.tables.load("items/name");
    await context.sync();
    const ranges = sheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true).load("address,formulas"));
    const bodies = tables.items.map((table) => table.getRange().load("address"));
    await context.sync();
    return {
      sheets: sheets.items.map(({ name, visibility }, i) => [
        name,
        visibility,
        ranges[i].isNullObject ? null : [ranges[i].address, ranges[i].formulas],
      ]),
      tables: tables.items.map(({ name }, i) => [name, bodies[i].address]),
    };
  });
}
