import {
  decide,
  decideAll,
  type Decision,
  type OptionRole,
  type Question,
  type QuestionKind,
  type RowChange,
} from "../../domain/imports";
import { localDay } from "../localDay";
import type { Services } from "../study/services";
import type { PaneStudy } from "../study/operations";
import type { Reporter } from "../study/reporter";
import { Store } from "../study/store";
import { importTexts } from "../texts/imports";
import type { FileNews, Workshop } from "../worker/protocol";
import { referenceFolder, tellStudy } from "../worker/tellStudy";
import { openWorkshop, stopped } from "../worker/workshop";
import { BaseSession } from "./base/baseSession";
import { decidedOf, receivedOf, type ImportState } from "./importState";
import type { ImportRecord } from "../../excel/importContract";

const nothing = (): Omit<ImportState, "past"> => ({
  phase: "idle",
  files: [],
  receivedDay: localDay(),
  ownDays: false,
  days: {},
  leftOut: new Set(),
  reread: new Set(),
  plan: null,
  planning: false,
  decisions: new Map(),
  stale: false,
  result: null,
  status: null,
});

const isStopped = (error: unknown): boolean => (error as { name?: unknown } | null)?.name === "AbortError";
/** Notices of the Excel layer that a new dry run mends. */
const STALE: ReadonlySet<unknown> = new Set(["importStale", "importOvertaken"]);
const noticeCode = (error: unknown): unknown =>
  (error as { notice?: { code?: unknown } } | null)?.notice?.code;

/**
 * One import from the files to the base: reading, dry run, decisions, writing, taking back. It knows no React;
 * the screen shows its state. Everything that takes time is done in the worker.
 */
export class ImportSession extends Store<ImportState> {
  private readonly study: PaneStudy;
  private readonly reporter: Reporter;
  private workshop: Workshop | null = null;
  /** Started for files that may come. */
  private starting: Promise<Workshop> | null = null;
  private picked = 0;
  /** A workshop that opens after the work was given up is not wanted any more. */
  private openings = 0;
  /** A dry run is to follow the one under way. */
  private again = false;

  /** A base of another edition among the files, while it is being mapped. */
  readonly base: BaseSession;

  constructor(services: Services) {
    super({ ...nothing(), past: null });
    this.study = services.study;
    this.reporter = services.reporter;
    this.base = new BaseSession({
      study: this.study,
      reporter: this.reporter,
      workshop: () => this.opened(),
      written: (key, result) => this.baseWritten(key, result),
      failed: (error) => this.fail(error),
    });
  }

  /** Starts the worker while the person looks for the files. */
  readonly prepare = (): void => {
    if (this.workshop || this.starting) return;
    this.starting = openWorkshop().then((workshop) => {
      workshop.call("prepare", referenceFolder()).catch(() => undefined);
      return workshop;
    });
    this.starting.catch(() => undefined);
  };

  /** No files came: the worker is let go. */
  readonly release = (): void => {
    if (this.get().phase !== "idle") return;
    this.starting?.then((workshop) => workshop.end()).catch(() => undefined);
    this.starting = null;
  };

  /** Reads files, with those read before if a dry run is shown, and runs it. */
  readonly pick = async (files: readonly File[]): Promise<void> => {
    const { phase } = this.get();
    if (!files.length || phase === "reading" || phase === "writing") return;
    if (phase !== "planned") this.reset();
    const picked = files.map((file) => ({ key: `f${this.picked++}`, file }));
    const waiting = picked.map(({ key, file }): FileNews => ({
      key,
      name: file.name,
      state: "waiting",
      share: 0,
      modified: "",
    }));
    this.patch({ phase: "reading", status: null, files: [...this.get().files, ...waiting] });
    await this.work(async () => {
      const workshop = await this.opened();
      await workshop.call("read", picked, (news) => this.patch({ files: merged(this.get().files, news) }));
      await this.runPlan();
      this.patch({ phase: "planned" });
      const bases = this.get().files.filter(({ state }) => state === "base");
      if (bases.length && this.get().files.every(({ state }) => state !== "read")) this.base.open(bases[0]);
    });
  };

  /** Stops reading at once; nothing of it is kept. */
  readonly stop = (): void => {
    this.reset();
    this.patch({ status: importTexts.stopped });
  };

  readonly abandon = (): void => this.reset();

  readonly setReceived = (change: Partial<Pick<ImportState, "receivedDay" | "ownDays" | "days">>): void => {
    this.patch(change);
    void this.plan();
  };

  /** Leaves a file out of the import, or takes it in again. */
  readonly leaveOut = (key: string, out: boolean): void => {
    this.patch({ leftOut: toggled(this.get().leftOut, key, out) });
    void this.plan();
  };

  /** Reads a file that was imported before as if it were new, or not. */
  readonly readAgain = (key: string, again: boolean): void => {
    this.patch({ reread: toggled(this.get().reread, key, again) });
    void this.plan();
  };

  readonly decide = (question: Question, option: string): void => this.take([decide(question, option)]);

  /** Decides all questions of a kind that are still open and have such an option. */
  readonly decideAll = (kind: QuestionKind, role: OptionRole): void => {
    const open = (this.get().plan?.questions ?? []).filter((question) => !decidedOf(this.get(), question));
    this.take(decideAll(open, role, kind));
  };

  /** Opens questions again that were decided in this import. */
  readonly reopen = (keys: readonly string[]): void => {
    const decisions = new Map(this.get().decisions);
    for (const key of keys) decisions.delete(key);
    this.patch({ decisions });
    void this.plan();
  };

  /** Compares with the base as it stands now. */
  readonly runAgain = (): Promise<void> =>
    this.work(async () => {
      this.patch({ stale: false, planning: true });
      await tellStudy(await this.opened(), await this.study.snapshot());
      await this.runPlan();
    });

  /** Writes all of the dry run, or nothing. */
  readonly write = async (): Promise<void> => {
    const { phase, planning } = this.get();
    if (phase !== "planned" || planning || !this.workshop) return;
    const { workshop } = this;
    this.patch({ phase: "writing", status: null });
    try {
      const changes: RowChange[] = [];
      const { digests, ...facts } = await workshop.call("changes", { today: localDay() }, (part) => {
        for (const change of part) changes.push(change);
      });
      const result = await this.study.applyImport({ ...facts, changes: { files: digests, changes } });
      this.end();
      this.patch({ ...nothing(), phase: "done", result });
      await this.refreshPast();
    } catch (error) {
      this.reporter.report(error);
      this.patch({ phase: "planned", stale: STALE.has(noticeCode(error)) });
    }
  };

  readonly takeBack = async (id: string): Promise<void> => {
    const done = await this.reporter.attempt(() => this.study.takeBackImport(id));
    await this.refreshPast();
    const { result, plan } = this.get();
    if (done && result?.id === id) this.patch({ phase: "idle", result: null, status: importTexts.takenBack });
    if (done && plan) await this.runAgain();
  };

  readonly refreshPast = async (): Promise<void> => {
    await this.reporter.attempt(async () => this.patch({ past: await this.study.imports() }));
  };

  /** A base is in; the other files are compared with the study as it is now. */
  private async baseWritten(key: string, result: ImportRecord): Promise<void> {
    const files = this.get().files.filter((file) => file.key !== key);
    if (files.some(({ state }) => state === "read" || state === "base")) {
      this.patch({ files, status: importTexts.baseIn });
      await this.runAgain();
    } else {
      this.end();
      this.patch({ ...nothing(), phase: "done", result });
    }
    await this.refreshPast();
  }

  private take(decisions: readonly Decision[]): void {
    const all = new Map(this.get().decisions);
    for (const decision of decisions) all.set(decision.key, decision);
    this.patch({ decisions: all });
    void this.plan();
  }

  /** A dry run with the latest decisions; those taken while it runs are in the next one. */
  private async plan(): Promise<void> {
    if (!this.workshop || this.get().phase !== "planned") return;
    if (this.get().planning) {
      this.again = true;
      return;
    }
    await this.work(() => this.runPlan());
  }

  private async runPlan(): Promise<void> {
    this.patch({ planning: true });
    do {
      this.again = false;
      const state = this.get();
      const received = Object.fromEntries(state.files.map((file) => [file.key, receivedOf(state, file)]));
      const plan = await this.workshop!.call("plan", {
        decisions: [...state.decisions.values()],
        received,
        leftOut: [...state.leftOut],
        reread: [...state.reread],
      });
      this.patch({ plan });
    } while (this.again);
    this.patch({ planning: false });
  }

  /** The worker, told the study as it stands. */
  private async opened(): Promise<Workshop> {
    if (!this.workshop) {
      const opening = ++this.openings;
      const starting = this.starting ?? openWorkshop();
      this.starting = null;
      const workshop = await starting;
      if (opening !== this.openings) {
        workshop.end();
        throw stopped();
      }
      this.workshop = workshop;
      await tellStudy(workshop, await this.study.snapshot());
    }
    return this.workshop;
  }

  private async work(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    if (isStopped(error)) return;
    const told = noticeCode(error) !== undefined;
    const detail = error instanceof Error ? error.message : String(error);
    this.reset();
    if (!told) this.patch({ status: importTexts.failed(detail) });
    console.error(error);
  }

  private reset(): void {
    this.end();
    this.patch(nothing());
  }

  private end(): void {
    this.base.close();
    this.openings++;
    this.workshop?.end();
    this.workshop = null;
    this.again = false;
  }
}

function toggled(keys: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  const changed = new Set(keys);
  if (on) changed.add(key);
  else changed.delete(key);
  return changed;
}

/** The files with what is known of them now; the files of an archive take its place. */
function merged(files: readonly FileNews[], news: readonly FileNews[]): FileNews[] {
  const latest = new Map(files.map((file) => [file.key, file]));
  for (const one of news) latest.set(one.key, { ...latest.get(one.key), ...one });
  return [...latest.values()].filter(({ opened }) => !opened);
}

/** The import of this pane. */
export const importSession = (services: Services): ImportSession => new ImportSession(services);
