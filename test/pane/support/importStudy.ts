import {
  applyChanges,
  inverse,
  type ImportTable,
  type StudySnapshot,
  type TableChanges,
} from "../../../src/domain/imports";
import { normalizeText } from "../../../src/domain/text/normalize";
import type { Draft } from "../../../src/domain/records/project";
import type {
  ImportInput,
  ImportOperations,
  ImportRecord,
  TakenBack,
  TerritorySheet,
} from "../../../src/excel/importContract";
import { MemoryStudy, ToldError } from "./memoryStudy";
import { panel } from "./panel";

type Tables = Record<ImportTable, readonly Draft[]>;

/** The territories of the panel as its sheet holds them. */
const panelRows: readonly Draft[] = panel.map(({ code, name, population }) => ({
  ...{ code, name, population, parent: null, region: 22 },
  type: code.length === 9 ? 3 : 1,
}));

/** A study in memory with everything an import, the politics sheet and the board need. */
export class ImportStudy extends MemoryStudy implements ImportOperations {
  tables: Tables = {
    panel: panelRows,
    ...{ projects: [], motivations: [], actors: [], respondents: [], rejects: [], journal: [] },
  };
  private readonly done: { record: ImportRecord; changes: TableChanges }[] = [];
  /** Code of the error the next writing fails with. */
  failure_: string | null = null;

  async snapshot(): Promise<StudySnapshot> {
    const { codebook, editionId, language } = this.getState();
    return { codebook, editionId, language, tables: this.tables };
  }

  async importMemory() {
    return { decisions: [], digests: [] };
  }

  async applyImport({ changes, files, counts }: ImportInput): Promise<ImportRecord> {
    this.refuseOnce();
    this.tables = applyChanges(await this.snapshot(), changes).tables;
    const id = `I${this.done.length + 1}`;
    const record = { id, when: "2014-03-20T10:00:00", files, counts, canBeTakenBack: true };
    this.done.push({ record, changes });
    return record;
  }

  async imports(): Promise<readonly ImportRecord[]> {
    return this.done.map(({ record }) => record);
  }

  async takeBackImport(id: string): Promise<TakenBack> {
    const one = this.done.find(({ record }) => record.id === id)!;
    const { changes } = inverse(await this.snapshot(), one.changes, { today: "2014-03-21" });
    this.tables = applyChanges(await this.snapshot(), changes).tables;
    one.record = { ...one.record, canBeTakenBack: false };
    return { record: one.record, left: [] };
  }

  async finishImport(): Promise<void> {
    this.calls.push("finishImport");
    this.tell({ unfinished: null });
  }

  async undoImport(): Promise<void> {
    this.calls.push("undoImport");
    this.tell({ unfinished: null });
  }

  async readTerritory(territory: string): Promise<TerritorySheet> {
    const { codebook, editionId: edition } = this.getState();
    const own = (table: ImportTable) =>
      this.tables[table].filter(
        (row) => normalizeText(String(row.territory ?? "")) === normalizeText(territory),
      );
    const of = (table: "motivations" | "actors", about: string, answer: string) =>
      codebook.activeCodes(codebook.field(table, about)).map(
        ({ code }): Draft =>
          own(table).find((row) => row[about] === code && !row.meaning) ?? {
            ...{ edition, territory, [about]: code, [answer]: null },
          },
      );
    return {
      ...{ territory, edition },
      identity: this.tables.panel.find(({ name }) => name === territory)!,
      respondents: own("respondents"),
      motivations: of("motivations", "motivation", "rank"),
      meanings: own("motivations").filter(({ meaning }) => meaning),
      statements: of("actors", "statement", "agreement"),
    };
  }

  async saveTerritory(sheet: TerritorySheet, before: TerritorySheet): Promise<void> {
    this.refuseOnce();
    this.calls.push(`saveTerritory ${sheet.territory}`);
    const others = (table: ImportTable) =>
      this.tables[table].filter(({ territory }) => territory !== before.territory);
    const with_ = (rows: readonly Draft[], answer: string) =>
      rows.filter((row) => row[answer] !== null && row[answer] !== undefined);
    const { territory, edition } = sheet;
    this.tables = {
      ...this.tables,
      panel: this.tables.panel.map((row) => (row.name === territory ? sheet.identity : row)),
      respondents: [
        ...others("respondents"),
        ...sheet.respondents.map((row) => ({ ...row, territory, edition })),
      ],
      motivations: [
        ...others("motivations"),
        ...with_([...sheet.motivations, ...sheet.meanings], "rank").map((row) => ({
          ...row,
          territory,
          edition,
        })),
      ],
      actors: [...others("actors"), ...with_(sheet.statements, "agreement")],
    };
  }

  async markContact(territories: readonly string[], contact: number, date: string): Promise<void> {
    this.calls.push(`markContact ${territories.join("+")} ${contact} ${date}`);
    const field = { 3: "sent", 4: "reminded" }[contact];
    this.tables = {
      ...this.tables,
      panel: this.tables.panel.map((row) =>
        territories.includes(String(row.name))
          ? { ...row, contact, ...(field ? { [field]: date } : {}) }
          : row,
      ),
    };
    this.tell({ undoable: { fr: `contact ${date}`, en: `contact ${date}` } });
  }

  async writeBoard(): Promise<void> {
    this.calls.push("writeBoard");
  }

  private refuseOnce(): void {
    const code = this.failure_;
    this.failure_ = null;
    if (!code) return;
    const notice = {
      kind: "error",
      code,
      message: { fr: `refus : ${code}`, en: `refused: ${code}` },
    } as const;
    this.tell({ notice });
    throw new ToldError(notice);
  }
}
