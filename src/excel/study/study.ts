import type { BaseWriter } from "../../domain/base/base";
import type { Codebook } from "../../domain/codebook";
import { languageOf, type Language, type Localized } from "../../domain/language";
import type { Anomaly } from "../../domain/messages";
import type { Draft } from "../../domain/records/project";
import type { PanelTerritory, ProjectRef, ProjectRow, StudyOperations, StudyState } from "../contract";
import { WaysOut } from "../exports/waysOut";
import { notice, sentence, StudyError, toStudyError } from "../errors";
import type { ImportOperations } from "../importContract";
import { Imports } from "../imports/imports";
import { MEMORY_SHEET } from "../imports/memory";
import { writeChanges, type WriteOptions } from "../imports/write";
import type { OutOperations } from "../outContract";
import type { Writer } from "../politics/territory";
import { Queue, runExcel } from "../session";
import { createOrRepair } from "../workbook/createOrRepair";
import { refreshLists } from "../workbook/refreshLists";
import { StudyBook } from "./book";
import { Campaign } from "./campaign";
import { Follower } from "./follower";
import { goTo, neighbour, selectProject } from "./navigate";
import { addProject, deleteProject, duplicateProject, readAt, updateProject } from "./projects";
import { draftOf, findProject, type StudyContext } from "./rows";
import { Results, type ResultSources } from "./results";
import { writeSample, type SampleRows } from "./sample";
import { Store } from "./store";
import { addTerritory } from "./territory";
import { UndoStack, type Done, type Undoable } from "./undo";
import type { StudyWork } from "./work";

export interface StudyOptions extends ResultSources {
  /** Language of the person until the workbook says its own. */
  readonly language?: Language;
  /** Sample of 2014; given from outside so that its data are loaded only when wanted. */
  readonly sample?: (codebook: Codebook) => Promise<SampleRows>;
}

/**
 * The study of the open workbook: its state, and the operations on it. One operation after the other;
 * what the workbook tells meanwhile waits its turn.
 */
export class Study implements StudyOperations, ImportOperations {
  private readonly store: Store;
  private readonly queue = new Queue();
  private readonly book: StudyBook;
  private readonly undoStack = new UndoStack();
  private readonly pending = new Map<string, Promise<unknown>>();
  private readonly follower: Follower;
  private readonly importing: Imports;
  private readonly campaign: Campaign;
  private readonly results: Results;
  /** Exports, and formulas made values. */
  readonly out: OutOperations;

  constructor(
    base: BaseWriter,
    private readonly options: StudyOptions = {},
  ) {
    this.store = new Store(options.language ?? languageOf(Office?.context?.displayLanguage));
    this.book = new StudyBook(this.store, base);
    this.follower = new Follower(this.queue, this.store, this.book, (row) =>
      readAt({ ...this.context(), run: { patience: 0 } }, row),
    );
    const write: Writer = (changes, options) => this.write(changes, options);
    this.importing = new Imports({
      context: () => this.context(),
      write,
      unfinished: (unfinished) => this.store.set({ unfinished }),
      say: (said) => this.store.set({ notice: said }),
    });
    this.campaign = new Campaign(this.work, this.importing, write);
    this.out = new WaysOut(this.work);
    this.results = new Results(this.work, options);
  }

  /** For the parts of the study, and for operations that are loaded with the screens that need them. */
  readonly work: StudyWork = {
    context: () => this.context(),
    state: () => this.store.get(),
    operation: (label, task) => this.operation(label, task),
    once: (key, task) => this.once(key, task),
    change: (task, label) => this.change(task, label),
    cancellable: (label) => this.cancellable(label),
    publish: () => this.book.publish(),
    say: (said) => this.store.set({ notice: said }),
  };

  getState = (): StudyState => this.store.get();
  subscribe = (listener: () => void): (() => void) => this.store.subscribe(listener);
  dismissNotice = (): void => this.store.set({ notice: null });

  /** When all operations and events known so far are done; for tests and for leaving. */
  idle(): Promise<void> {
    return this.queue.idle();
  }

  /** Stops following the workbook. */
  close(): Promise<void> {
    return this.follower.close();
  }

  open(): Promise<void> {
    return this.operation(sentence("loading", {}), async () => {
      await this.follower.start();
      this.undoStack.clear();
      await this.book.reload();
      this.remember();
      this.importing.clear();
      if (this.book.hasSheet(MEMORY_SHEET)) await this.importing.look();
    });
  }

  createOrRepair(options: { editionId?: string } = {}): Promise<void> {
    return this.once(`createOrRepair ${options.editionId ?? ""}`, () =>
      this.operation(sentence("creating", {}), () => this.create(options.editionId)),
    );
  }

  private async create(editionId?: string): Promise<void> {
    const language = this.store.get().language;
    const outcome = await createOrRepair({ editionId, language, onWait: this.store.waiting });
    // The workbook is written: a request lost now must not make it look as if it were not.
    await this.book.reload().catch(() => this.book.reload());
    if (outcome.isNew)
      this.store.set({ notice: notice("success", "studyCreated", { edition: outcome.edition.label }) });
    else if (outcome.plan.lookalikes.length) {
      const [{ table, found, field }] = outcome.plan.lookalikes;
      this.store.set({ notice: notice("warning", "columnLooksLike", { table, found, field }) });
    } else {
      const { done } = outcome;
      this.store.set({
        notice: done.length
          ? notice("success", "studyRepaired", { what: done })
          : notice("success", "nothingToRepair", {}),
      });
    }
  }

  loadSample2014(): Promise<void> {
    return this.once("loadSample2014", () =>
      this.operation(sentence("loadingSample", {}), async () => {
        await this.book.reload({ quiet: true });
        const status = this.store.get().status;
        const { projectCount: projects, territories } = this.store.get();
        const answers = this.book.filledRows("motivations") + this.book.filledRows("actors");
        if (projects || territories.length || answers) {
          throw StudyError.of("sampleRefused", { projects, territories: territories.length, answers });
        }
        if (status !== "ready") await this.create();
        const sample = await (this.options.sample ?? shippedSample)(this.book.codebook);
        const counts = {
          projects: sample.projects.length,
          territories: sample.panel.length,
          answering: new Set(sample.actors.map(({ territory }) => territory)).size,
        };
        const done = notice("success", "sampleLoaded", counts);
        await writeSample(this.context(), sample, done.message[this.book.language]);
        await this.book.reload({ quiet: true });
        this.store.set({ notice: done });
      }),
    );
  }

  readProject(ref: ProjectRef): Promise<ProjectRow> {
    return this.operation(null, () =>
      runExcel(async (context) => {
        const { shape, values, row, id } = await findProject(context, this.context(), ref);
        return this.withAnomalies({ id, row, draft: draftOf(this.book.codebook, shape, values) });
      }, this.context().run),
    );
  }

  readProjectAt(row: number): Promise<ProjectRow | null> {
    return this.operation(null, async () => {
      const found = await readAt(this.context(), row);
      return found && this.withAnomalies(found);
    });
  }

  addProject(draft: Draft): Promise<ProjectRef> {
    return this.once(`add ${JSON.stringify(draft)}`, () =>
      this.change(() => addProject(this.context(), draft)),
    );
  }

  updateProject(ref: ProjectRef, draft: Draft, before: Draft): Promise<void> {
    return this.once(`update ${ref.id} ${JSON.stringify(draft)}`, async () => {
      await this.change(() => updateProject(this.context(), ref, draft, before));
    });
  }

  deleteProject(ref: ProjectRef): Promise<void> {
    return this.once(`delete ${ref.id} ${ref.row}`, () =>
      this.change(() => deleteProject(this.context(), ref)),
    );
  }

  duplicateProject(ref: ProjectRef): Promise<ProjectRef> {
    return this.once(`duplicate ${ref.id} ${ref.row}`, () =>
      this.change(() => duplicateProject(this.context(), ref)),
    );
  }

  addTerritory(territory: PanelTerritory & { parent?: string }): Promise<void> {
    return this.once(`territory ${territory.code}`, async () => {
      await this.change(async () => {
        const before = this.book.territoryNames;
        const done = await addTerritory(this.context(), territory, this.store.get().territories);
        await this.book.panelEdited(before);
        return done;
      });
    });
  }

  neighbour(ref: ProjectRef, step: 1 | -1): Promise<ProjectRef | null> {
    return this.operation(null, () => neighbour(this.context(), ref, step));
  }

  selectProject(ref: ProjectRef): Promise<void> {
    return this.operation(null, async () => {
      this.store.set({ selection: await selectProject(this.context(), ref) });
    });
  }

  check(): Promise<readonly Anomaly[]> {
    return this.once("check", () =>
      this.operation(sentence("checking", {}), async () => {
        await this.book.reload({ checkAll: true });
        if (this.store.get().status === "none") throw StudyError.of("noStudy", {});
        await runExcel((context) => refreshLists(context, this.book.codebook, this.book.language));
        return this.store.get().anomalies;
      }),
    );
  }

  goTo(anomaly: Anomaly): Promise<void> {
    return this.operation(null, () => goTo(this.context(), anomaly));
  }

  undo(): Promise<void> {
    return this.once("undo", () =>
      this.operation(null, async () => {
        const change = this.undoStack.top;
        if (!change) throw StudyError.of("nothingToUndo", {});
        try {
          await change.revert();
          this.undoStack.drop(change);
        } catch (error) {
          const { code } = toStudyError(error).notice;
          // What was changed since can never be taken back; a protected sheet can be opened.
          if (code === "undoRefused" || code === "rowGone") this.undoStack.drop(change);
          throw error;
        } finally {
          this.remember();
        }
        this.book.publish();
        this.store.set({ notice: notice("success", "undone", { what: change.what }) });
      }),
    );
  }

  snapshot: ImportOperations["snapshot"] = () => this.campaign.snapshot();
  importMemory: ImportOperations["importMemory"] = () => this.campaign.importMemory();
  imports: ImportOperations["imports"] = () => this.campaign.imports();
  applyImport: ImportOperations["applyImport"] = (input) => this.campaign.applyImport(input);
  takeBackImport: ImportOperations["takeBackImport"] = (id) => this.campaign.takeBackImport(id);
  finishImport: ImportOperations["finishImport"] = () => this.campaign.finishImport();
  undoImport: ImportOperations["undoImport"] = () => this.campaign.undoImport();
  readTerritory: ImportOperations["readTerritory"] = (territory) => this.campaign.readTerritory(territory);
  saveTerritory: ImportOperations["saveTerritory"] = (...sheets) => this.campaign.saveTerritory(...sheets);
  markContact: ImportOperations["markContact"] = (...contact) => this.campaign.markContact(...contact);
  writeBoard: ImportOperations["writeBoard"] = () => this.campaign.writeBoard();

  buildSynthesis: StudyOperations["buildSynthesis"] = (options) => this.results.buildSynthesis(options);
  synthesisMapOf: StudyOperations["synthesisMapOf"] = () => this.results.synthesisMapOf();
  buildFiche: StudyOperations["buildFiche"] = (...asked) => this.results.buildFiche(...asked);

  /** Writes changes of rows, all or none; the base and what hangs on the panel's names follow. */
  private async write(changes: Parameters<typeof writeChanges>[1], options?: WriteOptions): Promise<void> {
    const before = this.book.territoryNames;
    await writeChanges(this.context(), changes, options);
    await this.book.panelEdited(before);
  }

  /** Progress of a writing that a person may stop between two requests. */
  private cancellable(label: Localized): WriteOptions {
    let stopped = false;
    const cancel = () => void (stopped = true);
    this.store.set({ progress: { label, cancel } });
    return {
      progress: (share) => this.store.set({ progress: { label, share, cancel } }),
      cancelled: () => stopped,
    };
  }

  private context(): StudyContext {
    const { loader, codebook, language } = this.book;
    return {
      loader,
      codebook,
      language,
      editionId: this.store.get().editionId,
      run: { onWait: this.store.waiting },
    };
  }

  /** One operation after the other; what it fails with is shown and thrown on. */
  private operation<T>(label: Localized | null, task: () => Promise<T>): Promise<T> {
    return this.queue.add(() => this.store.during(label, task));
  }

  /** The same operation asked for again while it is under way is the same operation: a double click. */
  private once<T>(key: string, task: () => Promise<T>): Promise<T> {
    const running = this.pending.get(key) as Promise<T> | undefined;
    if (running) return running;
    const result = task().finally(() => this.pending.delete(key));
    this.pending.set(key, result);
    return result;
  }

  private change<T>(task: () => Promise<Done<T>>, label: Localized | null = null): Promise<T> {
    return this.operation(label, async () => {
      const { result, undo } = await task();
      // What changed nothing is not to be undone.
      this.remember(undo.code === "nothingToSave" ? undefined : undo);
      this.book.publish();
      this.store.set({ notice: { kind: "success", code: undo.code, message: undo.what } });
      return result;
    });
  }

  private remember(undo?: Undoable): void {
    if (undo) this.undoStack.push(undo);
    this.store.set({ undoable: this.undoStack.top?.what ?? null });
  }

  private withAnomalies(found: Omit<ProjectRow, "anomalies">): ProjectRow {
    const anomalies = this.store
      .get()
      .anomalies.filter(({ place }) => place.table === "projects" && place.row === found.row);
    return { ...found, anomalies };
  }
}

async function shippedSample(codebook: Codebook): Promise<SampleRows> {
  const { sample2014 } = await import("../../domain/sample");
  return sample2014(codebook);
}
