import { Codebook, editionById } from "../../../src/domain/codebook";
import type { Localized } from "../../../src/domain/language";
import type { Anomaly } from "../../../src/domain/messages";
import { fromCell, toCell, type CellValue, type Draft } from "../../../src/domain/records/project";
import { checkProjects } from "../../../src/domain/validation";
import type {
  Notice,
  PanelTerritory,
  ProjectRef,
  ProjectRow,
  StudyOperations,
  StudyState,
  SynthesisOptions,
} from "../../../src/excel/contract";
import { MemoryOut } from "./memoryOut";
import { panel } from "./panel";

/** An error of the Excel layer, told through the state. */
export class ToldError extends Error {
  constructor(readonly notice: Notice) {
    super(notice.message.en);
  }
}

/** A cell's value as it is read back: the apostrophe that marks a text is no part of it. */
const asRead = (cell: CellValue): CellValue => (typeof cell === "string" ? cell.replace(/^'/, "") : cell);

interface StoredRow {
  readonly id: string;
  readonly draft: Draft;
}

/**
 * A study held in memory instead of a workbook: it stands in for the Excel layer at its contract, and asks
 * the real code book and the real checks for everything else.
 */
export class MemoryStudy implements StudyOperations {
  rows: StoredRow[] = [];
  readonly calls: string[] = [];
  readonly out = new MemoryOut();
  private state: StudyState;
  private readonly listeners = new Set<() => void>();
  private history: { what: Localized; rows: StoredRow[]; territories: readonly PanelTerritory[] }[] = [];
  private nextId = 1;
  /** Error of the next operation that writes. */
  failure: Error | null = null;

  constructor(initial: Partial<StudyState> = {}) {
    this.state = {
      status: "ready",
      language: "fr",
      codebook: new Codebook(editionById(initial.editionId ?? "2014")),
      editionId: "2014",
      territories: panel,
      projectCount: 0,
      selection: null,
      anomalies: [],
      undoable: null,
      progress: null,
      notice: null,
      ...initial,
    };
  }

  readonly getState = (): StudyState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Changes the state, as the Excel layer would after something happened in the workbook. */
  tell(change: Partial<StudyState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of [...this.listeners]) listener();
  }

  /** A person selects a row of the sheet. */
  selectInSheet(row: number): void {
    this.tell({ selection: this.refAt(row) });
  }

  /** A person types into a cell of the sheet. */
  typeInSheet(row: number, field: string, cell: unknown): void {
    const { codebook } = this.state;
    const value = fromCell(codebook, codebook.field("projects", field), cell);
    this.rows = this.rows.map((each, at) =>
      at === row ? { ...each, draft: { ...each.draft, [field]: value } } : each,
    );
    this.refresh();
  }

  /** Fills the sheet with rows, given as what a person would have typed. */
  seed(...drafts: Draft[]): this {
    for (const draft of drafts)
      this.rows.push({ id: this.newId(), draft: { edition: this.state.editionId, ...draft } });
    this.refresh();
    return this;
  }

  async open(): Promise<void> {}

  async createOrRepair(options: { editionId?: string } = {}): Promise<void> {
    this.calls.push(`createOrRepair ${options.editionId ?? ""}`.trim());
    const editionId = options.editionId ?? this.state.editionId;
    this.tell({ status: "ready", editionId, codebook: new Codebook(editionById(editionId)), anomalies: [] });
  }

  async loadSample2014(): Promise<void> {
    this.calls.push("loadSample2014");
    this.tell({ status: "ready" });
  }

  async readProject(ref: ProjectRef): Promise<ProjectRow> {
    return this.rowAt(this.find(ref));
  }

  async readProjectAt(row: number): Promise<ProjectRow | null> {
    return row < this.rows.length ? this.rowAt(row) : null;
  }

  async addProject(draft: Draft): Promise<ProjectRef> {
    this.fail();
    this.remember({ fr: "Projet ajouté", en: "Project added" });
    const id = this.newId();
    this.rows = [...this.rows, { id, draft }];
    this.refresh();
    return this.refAt(this.rows.length - 1)!;
  }

  async updateProject(ref: ProjectRef, draft: Draft, before: Draft): Promise<void> {
    this.fail();
    const at = this.find(ref);
    const now = this.rows[at].draft;
    const changed = Object.keys(draft).filter((id) => String(draft[id] ?? "") !== String(before[id] ?? ""));
    if (changed.some((id) => String(now[id] ?? "") !== String(before[id] ?? ""))) {
      this.refuse("changedMeanwhile", {
        fr: "La ligne a été modifiée par quelqu’un d’autre.",
        en: "Someone else changed the row.",
      });
    }
    this.remember({ fr: "Projet modifié", en: "Project changed" });
    const change = Object.fromEntries(changed.map((id) => [id, draft[id]]));
    this.rows = this.rows.map((row, index) =>
      index === at ? { ...row, draft: { ...now, ...change } } : row,
    );
    this.refresh();
  }

  async deleteProject(ref: ProjectRef): Promise<void> {
    this.fail();
    const at = this.find(ref);
    this.remember({ fr: "Projet supprimé", en: "Project deleted" });
    this.rows = this.rows.filter((_, index) => index !== at);
    this.refresh();
  }

  async duplicateProject(ref: ProjectRef): Promise<ProjectRef> {
    this.fail();
    const at = this.find(ref);
    this.remember({ fr: "Projet copié", en: "Project copied" });
    const id = this.newId();
    this.rows = [
      ...this.rows.slice(0, at + 1),
      { id, draft: this.rows[at].draft },
      ...this.rows.slice(at + 1),
    ];
    this.refresh();
    return this.refAt(at + 1)!;
  }

  async neighbour(ref: ProjectRef, step: 1 | -1): Promise<ProjectRef | null> {
    return this.refAt(this.find(ref) + step);
  }

  async selectProject(ref: ProjectRef): Promise<void> {
    this.tell({ selection: this.refAt(this.find(ref)) });
  }

  async addTerritory(territory: PanelTerritory & { parent?: string }): Promise<void> {
    this.fail();
    this.remember({ fr: `ajout de ${territory.name} au panel`, en: `${territory.name} added to the panel` });
    this.tell({ territories: [...this.state.territories, territory] });
  }

  readonly builds: SynthesisOptions[] = [];
  async synthesisMapOf(): Promise<string> {
    return this.builds.at(-1)?.mapOf ?? "maturity";
  }
  async buildSynthesis(options: SynthesisOptions = {}): Promise<void> {
    this.builds.push(options);
  }

  readonly fiches: { territory?: string; restore?: boolean }[] = [];
  async buildFiche(territory?: string, { restore }: { restore?: boolean } = {}): Promise<void> {
    this.fiches.push({ territory, restore });
  }

  async check(): Promise<readonly Anomaly[]> {
    this.calls.push("check");
    this.refresh();
    return this.state.anomalies;
  }

  async goTo({ place }: Anomaly): Promise<void> {
    this.calls.push(`goTo ${place.table} ${place.row} ${place.field ?? ""}`.trim());
    if (place.table === "projects" && place.row >= 0) this.selectInSheet(place.row);
  }

  async undo(): Promise<void> {
    const last = this.history.pop();
    if (!last) return;
    this.rows = last.rows;
    this.refresh({
      territories: last.territories,
      undoable: this.history.at(-1)?.what ?? null,
      notice: null,
    });
  }

  dismissNotice(): void {
    this.tell({ notice: null });
  }

  private newId(): string {
    return `P${String(this.nextId++).padStart(4, "0")}`;
  }

  private refAt(row: number): ProjectRef | null {
    return row >= 0 && row < this.rows.length ? { id: this.rows[row].id, row } : null;
  }

  private find(ref: ProjectRef): number {
    const at = this.rows.findIndex(({ id }) => id === ref.id);
    if (at < 0) this.refuse("rowGone", { fr: "La ligne n’existe plus.", en: "The row is gone." });
    return at;
  }

  private rowAt(row: number): ProjectRow {
    const { id, draft } = this.rows[row];
    const anomalies = this.state.anomalies.filter(({ place }) => place.row === row);
    return { id, row, draft: { ...draft, id }, anomalies };
  }

  private remember(what: Localized): void {
    this.tell({ notice: { kind: "success", code: "changed", message: what } });
    this.history.push({ what, rows: this.rows, territories: this.state.territories });
  }

  private fail(): void {
    const { failure } = this;
    this.failure = null;
    if (failure instanceof ToldError) this.tell({ notice: failure.notice });
    if (failure) throw failure;
  }

  private refuse(code: string, message: Localized): never {
    const notice: Notice = { kind: "error", code, message };
    this.tell({ notice });
    throw new ToldError(notice);
  }

  private refresh(change: Partial<StudyState> = {}): void {
    const { codebook, language, selection } = this.state;
    const { fields } = codebook.table("projects");
    const cells = this.rows.map(({ id, draft }) => ({
      ...Object.fromEntries(
        fields.map((field) => [field.id, asRead(toCell(codebook, field, draft[field.id] ?? null, language))]),
      ),
      id,
    }));
    const names = (change.territories ?? this.state.territories).map(({ name }) => name);
    this.tell({
      projectCount: this.rows.length,
      anomalies: checkProjects(codebook, names, cells, language),
      undoable: this.history.at(-1)?.what ?? null,
      selection: selection && this.rows.some(({ id }) => id === selection.id) ? selection : null,
      ...change,
    });
  }
}
