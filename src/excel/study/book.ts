import type { BaseTableId, BaseWriter } from "../../domain/base/base";
import {
  Codebook,
  codebookFromCodes,
  type CodesTableRow,
  type Edition,
  type TableId,
} from "../../domain/codebook";
import type { Language } from "../../domain/language";
import type { Anomaly } from "../../domain/messages";
import { checkContext } from "../../domain/validation";
import type { SheetChange } from "../base/changes";
import { Loader } from "../base/loader";
import { BaseSink, CheckSink, MirrorSink, territoriesOf, type RowSink } from "../base/sinks";
import type { Notice } from "../contract";
import { excelCode, notice } from "../errors";
import { runExcel, type RunOptions } from "../session";
import { identifyTables, type Identified } from "../tables/headers";
import { shapeOf } from "../tables/read";
import { editionOf, STUDY_KIND } from "../workbook/identity";
import { inspect, type BookFacts, type TableFacts } from "../workbook/inspect";
import { sameName } from "../workbook/plan";
import { refreshLists } from "../workbook/refreshLists";
import type { Store } from "./store";

/** Tables the base holds, in the order they are read: rows are checked against the panel. */
const BASE_TABLES: readonly BaseTableId[] = ["panel", "projects", "motivations", "actors"];
/** Tables that operations write to. */
const WRITTEN: readonly TableId[] = ["respondents", "rejects", "journal"];

/** Above this many rows a table is checked when asked for, not whenever it is loaded. */
const CHECKED_AT_ONCE = 50_000;

/** The study a workbook holds: its code book, its rows in the base, what is wrong with them. Follows the workbook. */
export class StudyBook {
  readonly loader: Loader;
  codebook: Codebook;
  language: Language;
  private edition: Edition;
  private facts: BookFacts | null = null;
  private checkAll = false;
  private codesAnomalies: readonly Anomaly[] = [];
  private codesChanged = false;
  private lastWarning = "";
  private panelNames: readonly string[] = [];
  private readonly codes = new MirrorSink(() => this.adoptCodes());
  private readonly panel = new MirrorSink(() => this.adoptPanel());
  private readonly checks: ReadonlyMap<TableId, CheckSink>;

  constructor(
    private readonly store: Store,
    private readonly base: BaseWriter,
  ) {
    const { codebook, language } = store.get();
    this.codebook = codebook;
    this.edition = codebook.edition;
    this.language = language;
    const context = () => [this.codebook, this.language, this.panelNames] as const;
    this.checks = new Map(BASE_TABLES.map((id) => [id, new CheckSink(id, () => [...context()])]));
    this.loader = new Loader(
      (table, rows) => this.sinksOf(table, rows),
      (table) => this.codebook.table(table),
    );
  }

  private sinksOf(table: TableId, rows: number): RowSink[] {
    if (table === "codes") return [this.codes];
    const sinks: RowSink[] = [];
    if (table === "panel") sinks.push(this.panel);
    if ((BASE_TABLES as readonly TableId[]).includes(table)) {
      sinks.push(new BaseSink(this.base, table as BaseTableId));
      const check = this.checks.get(table)!;
      if (this.checkAll || rows <= CHECKED_AT_ONCE) sinks.push(check);
    }
    return sinks;
  }

  /** Looks at the workbook and reads the study: two requests to look, one for small tables, blocks for large ones. */
  async reload(options: { checkAll?: boolean; quiet?: boolean } & RunOptions = {}): Promise<void> {
    this.checkAll = options.checkAll ?? this.checkAll;
    await runExcel((context) => this.load(context), { onWait: this.store.waiting, ...options });
    this.publish();
    if (!options.quiet) this.warn();
  }

  private async load(context: Excel.RequestContext): Promise<void> {
    const facts = await inspect(context);
    const { identity } = facts;
    const edition = editionOf(identity);
    const codebook = new Codebook(edition);
    const { tables } = identifyTables(codebook, facts.tables);
    this.facts = facts;
    this.loader.clear();
    if (!tables.size && identity.kind !== STUDY_KIND) {
      this.base.clear();
      this.panelNames = [];
      for (const check of this.checks.values())
        check.checker.begin(checkContext(codebook, this.language, []));
      return;
    }
    this.edition = edition;
    this.codebook = codebook;
    this.language = identity.language ?? this.language;
    this.codesAnomalies = [];
    if (!tables.has("codes")) this.base.setCodebook(codebook);
    this.base.setEdition(edition.id);
    const shape = (id: TableId) => {
      const table = tables.get(id);
      return table ? [shapeOf(codebook.table(id), table)] : [];
    };
    WRITTEN.flatMap(shape).forEach((each) => this.loader.know(each));
    await this.loader.load(context, (["codes", ...BASE_TABLES] as const).flatMap(shape));
    this.codesChanged = false;
  }

  /** The code book as the rows of the `Codes` table change it. */
  private adoptCodes(): void {
    const fields = this.codebook.table("codes").fields;
    const rows = this.codes.rows.map(
      (row) => fields.map(({ id }) => row[id] ?? "") as unknown as CodesTableRow,
    );
    const { codebook, anomalies } = codebookFromCodes(this.edition, rows);
    this.codebook = codebook;
    this.codesAnomalies = anomalies;
    this.codesChanged = true;
    this.base.setCodebook(codebook);
  }

  private adoptPanel(): void {
    this.panelNames = this.panel.rows.map((row) => String(row.name ?? "").trim()).filter(Boolean);
  }

  /** Change events that arrived together. */
  async follow(events: readonly SheetChange[]): Promise<void> {
    if (!this.facts) return;
    const namesBefore = this.panelNames;
    const changed = await this.loader.follow(events, { patience: 0 }).catch((error) => {
      // Rows too long to be handed over together: tables are read in blocks.
      if (/PayloadSizeLimitExceeded$/.test(excelCode(error) ?? "")) return null;
      throw error;
    });
    if (!changed) return this.reload({ patience: 0 });
    if (this.codesChanged) await this.codesEdited();
    else if (changed.includes("panel")) await this.panelEdited(namesBefore);
    // The current edition is a cell of a sheet that holds no table.
    const sheets = new Set(this.facts.tables.map(({ sheetId }) => sheetId));
    if (events.some(({ worksheetId }) => !sheets.has(worksheetId))) await this.lookAgain();
    if (changed.length) this.publish();
  }

  /** Lists follow the codes, and rows are judged by the new ones. */
  private async codesEdited(): Promise<void> {
    await runExcel(async (context) => {
      await this.loader.load(context, this.shapesOf(BASE_TABLES));
      await refreshLists(context, this.codebook, this.language);
    });
    this.codesChanged = false;
  }

  /** After the panel changed; `before` are the names it had. */
  async panelEdited(before: readonly string[]): Promise<void> {
    const now = new Set(this.panelNames);
    if (before.length === now.size && before.every((name) => now.has(name))) return;
    if (before.every((name) => now.has(name))) for (const check of this.checks.values()) check.refresh();
    else {
      const others = BASE_TABLES.filter((id) => id !== "panel");
      await runExcel((context) => this.loader.load(context, this.shapesOf(others)));
    }
  }

  /** Whether the workbook had a sheet of this name when last looked at as a whole. */
  hasSheet(name: string): boolean {
    return this.facts?.sheets.some((sheet) => sameName(sheet.name, name)) ?? false;
  }

  get territoryNames(): readonly string[] {
    return this.panelNames;
  }

  private shapesOf(ids: readonly TableId[]) {
    return ids.flatMap((id) => this.loader.shape(id) ?? []);
  }

  /** Reads everything again if tables or the identity are not what they were. */
  async lookAgain(sorted = false): Promise<void> {
    const before = this.facts && signature(this.facts);
    const now = sorted ? null : signature(await runExcel(inspect, { patience: 0 }));
    if (sorted || now !== before) await this.reload({ patience: 0 });
  }

  /** Puts what is known into the state. */
  publish(): void {
    const { status } = this.condition();
    this.store.set({
      status,
      language: this.language,
      codebook: this.codebook,
      editionId: this.edition.id,
      territories: status === "none" ? [] : territoriesOf(this.codebook, this.panel.rows, this.language),
      projectCount: this.filledRows("projects"),
      anomalies: status === "none" ? [] : this.anomalies(),
    });
  }

  /** Rows of a table that hold something, as last read. */
  filledRows(table: BaseTableId): number {
    const shape = this.loader.shape(table);
    if (!shape) return 0;
    const { checker } = this.checks.get(table)!;
    return checker.rowCount === shape.facts.rowCount ? checker.filledRows : this.base.rowCount(table);
  }

  anomalies(): Anomaly[] {
    const loaded = (["projects", ...BASE_TABLES.filter((id) => id !== "projects")] as const).filter((id) =>
      this.loader.shape(id),
    );
    return [...loaded.flatMap((id) => this.checks.get(id)!.anomalies()), ...this.codesAnomalies];
  }

  /** What is there and what is missing. */
  private condition(): { status: "none" | "damaged" | "ready"; tables: string[]; columns: string[] } {
    const definitions = Object.values(this.codebook.edition.tables);
    const tables = definitions.filter(({ id }) => !this.loader.shape(id)).map(({ name }) => name);
    if (tables.length === definitions.length && this.facts?.identity.kind !== STUDY_KIND) {
      return { status: "none", tables, columns: [] };
    }
    const columns = definitions.flatMap(({ id, name }) =>
      (this.loader.shape(id)?.map.missing ?? []).map(({ label }) => `${name}[${label.fr}]`),
    );
    return { status: tables.length || columns.length ? "damaged" : "ready", tables, columns };
  }

  /** Says what a person should know of the workbook, once. */
  private warn(): void {
    const warning = this.warning();
    const key = warning ? JSON.stringify([warning.code, warning.message]) : "";
    if (warning && key !== this.lastWarning) this.store.set({ notice: warning });
    this.lastWarning = key;
  }

  private warning(): Notice | null {
    const { status, tables, columns } = this.condition();
    if (status === "none" || !this.facts) return null;
    const { identity } = this.facts;
    const identified: Identified<TableFacts> = identifyTables(this.codebook, this.facts.tables);
    const [unclear] = identified.ambiguous;
    if (unclear) {
      const candidates = unclear.candidates.map(({ name, sheet }) => `${name} (${sheet})`);
      return notice("error", "ambiguousTables", {
        original: this.codebook.table(unclear.id).name,
        candidates,
      });
    }
    for (const { id, name } of Object.values(this.codebook.edition.tables)) {
      const [like] = this.loader.shape(id)?.map.lookalikes ?? [];
      if (like)
        return notice("warning", "columnLooksLike", {
          table: name,
          found: like.found,
          field: like.field.label,
        });
    }
    if (status === "damaged") return notice("warning", "damaged", { tables, columns });
    if (identity.edition && identity.edition !== this.edition.id) {
      return notice("warning", "unknownEditionInBook", { found: identity.edition, used: this.edition.id });
    }
    const [copy] = identified.copies;
    if (!copy) return null;
    const { table } = copy;
    const original = this.codebook.table(copy.id).name;
    return notice("warning", "copyFound", { table: table.name, sheet: table.sheet, original });
  }
}

/** What must be the same for the rows read to be the study's rows still. */
function signature({ tables, identity }: BookFacts): string {
  const places = tables.map((t) => [t.excelId, t.name, t.sheetId, t.row, t.column, t.headers]);
  return JSON.stringify([places, identity]);
}
