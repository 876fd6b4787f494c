import type { FieldKind } from "../../domain/codebook";
import type { Localized } from "../../domain/language";
import type { Draft } from "../../domain/records/project";
import type { ProjectRef, ProjectRow, StudyOperations } from "../../excel/contract";
import type { Reporter } from "../study/reporter";
import { Store } from "../study/store";
import { projectTexts } from "../texts/project";
import { changedFields, newDraft, sameAnswer, sameAnswers, sameProject } from "./draft";
import { nothing, type EditorState, type Reply } from "./editorState";
import { findProblems } from "./problems";
import { SelectionEcho } from "./selectionEcho";
import { findConflict, readQuietly, readWritten, withEdition, withMine } from "./rowAccess";

/**
 * The project a person works on: follows the selection of the sheet, guards unsaved changes, saves. It knows
 * no React; the form shows its state. One operation runs at a time, a second click meanwhile does nothing.
 */
export class ProjectEditor extends Store<EditorState> {
  /** The selection last acted upon; only a change of it moves the form. */
  private followed: ProjectRef | null = null;
  private readonly echo = new SelectionEcho();
  /** The row last deleted, to show it again when it comes back. */
  private removed: ProjectRef | null = null;

  constructor(
    private readonly study: StudyOperations,
    private readonly reporter: Reporter,
  ) {
    super(nothing);
    study.subscribe(() => this.follow());
    this.follow();
  }

  get dirty(): boolean {
    const { before, draft } = this.get();
    return changedFields(before, draft).length > 0;
  }

  change(field: string, value: Draft[string]): void {
    this.changeAll({ [field]: value });
  }

  changeAll(values: Draft): void {
    const { draft, before, anomalies } = this.get();
    const next = { ...draft, ...values };
    this.patch({
      draft: next,
      status: null,
      // What the sheet says about an answer no longer holds once the answer is another.
      anomalies: anomalies.filter(
        ({ place }) =>
          !place.field || !(place.field in values) || sameAnswer(draft[place.field], next[place.field]),
      ),
      problems: this.problemsOf(next, before),
    });
  }

  /** The person has left a field: a wrong answer in it is told from now on. */
  readonly leave = (field: string): void => {
    const { touched } = this.get();
    if (!touched.has(field)) this.patch({ touched: new Set(touched).add(field) });
  };

  readonly save = (): Promise<void> => this.run(() => this.write("stay").then(() => undefined));

  readonly saveAndNew = (): Promise<void> =>
    this.run(async () => {
      if (await this.write("leave")) this.showNew(this.get().draft, projectTexts.savedNext);
    });

  readonly startNew = (): void =>
    this.guard("action", async () => {
      this.showNew();
      this.focusOn("territory");
    });

  readonly duplicate = (): void =>
    this.guard("action", async () => {
      const { ref } = this.get();
      if (ref) await this.moveTo(await this.study.duplicateProject(ref));
    });

  readonly askRemove = (): void => {
    if (this.get().ref) this.patch({ question: { kind: "remove" } });
  };

  readonly move = (step: 1 | -1): void => this.guard("action", () => this.step(step));

  /** What is being typed stays; if it is about the same answers, saving will tell. */
  readonly undo = (): Promise<void> =>
    this.run(async () => {
      await this.study.undo();
      if (this.dirty) return;
      const back = this.removed && (await readQuietly(this.study, this.removed));
      if (!back) return this.refresh();
      this.removed = null;
      this.take(back);
      await this.select(back);
    });

  readonly showInSheet = (): Promise<void> =>
    this.run(async () => {
      const { ref } = this.get();
      if (ref) await this.select(ref);
    });

  /** Reads the row again, if nothing typed would be lost by it. */
  readonly reread = (): Promise<void> =>
    this.dirty || this.get().question ? Promise.resolve() : this.run(() => this.refresh());

  readonly reply = (reply: Reply): Promise<void> => {
    const { question, draft } = this.get();
    this.patch({ question: null });
    if (!question || reply === "keep") return Promise.resolve();
    return this.run(async () => {
      if (question.kind === "remove" && reply === "remove") return this.remove();
      if (question.kind === "conflict") {
        const { now } = question;
        this.study.dismissNotice();
        const next = reply === "takeSheet" ? now : withMine(now, this.get().before, draft);
        this.patch({ before: now, draft: next, attempted: false, problems: new Map() });
        return reply === "takeSheet" ? undefined : void (await this.write("stay"));
      }
      if (question.kind === "unsaved") {
        if (reply === "save" && !(await this.write("leave"))) return;
        if (reply === "discard") this.patch({ draft: this.get().before });
        await question.then();
      }
    });
  };

  /** Follows the sheet: another row selected, another code book or edition. */
  private follow(): void {
    const state = this.study.getState();
    if (this.get().busy) return;
    if (state.status !== "ready") {
      // Another workbook may come in: nothing of this one is shown there, what is being typed stays.
      if (!this.dirty && this.get() !== nothing) this.set(nothing);
      this.followed = null;
      return;
    }
    const { ref, before } = this.get();
    const edition = state.codebook.table("projects").fields.find(({ kind }) => kind === "edition");
    if (!ref && !this.dirty && (!edition || before[edition.id] !== state.editionId)) this.showNew();
    const { selection } = state;
    if (sameProject(selection, this.followed)) return;
    this.followed = selection;
    if (!selection || this.echo.is(selection)) return;
    if (sameProject(selection, this.get().ref)) return this.patch({ ref: selection });
    this.guard("selection", () => this.showAt(selection.row));
  }

  /** Does it now, or asks first what becomes of unsaved changes. */
  private guard(because: "selection" | "action", then: () => Promise<void>): void {
    if (this.dirty) return this.patch({ question: { kind: "unsaved", because, then } });
    this.patch({ question: null });
    void this.run(then);
  }

  private async run(work: () => Promise<void>): Promise<void> {
    if (this.get().busy) return;
    this.patch({ busy: true, status: null });
    await this.reporter.attempt(work);
    this.patch({ busy: false });
    this.follow();
  }

  /** Writes the row; false when answers are missing or the write was refused. */
  private async write(then: "stay" | "leave"): Promise<boolean> {
    const { ref, before } = this.get();
    const draft = withEdition(this.study.getState(), this.get().draft);
    this.patch({ draft });
    const problems = this.problemsOf(draft, before);
    if (problems.size > 0) {
      const [field] = problems.keys();
      this.patch({ attempted: true, problems, focus: { field } });
      return false;
    }
    if (ref && !this.dirty) {
      if (then === "stay") this.patch({ status: projectTexts.nothingToSave });
      return true;
    }
    const written = ref ?? (await this.study.addProject(draft));
    if (ref) await this.update(ref, draft, before);
    else this.echo.expect(written);
    if (then === "leave") this.patch({ before: draft });
    else {
      const row = await readWritten(this.study, written, draft);
      // Answers typed while the row was being written are not lost by showing what was written.
      const typed = changedFields(draft, this.get().draft).map((id) => [id, this.get().draft[id]]);
      this.take(row, projectTexts.saved);
      if (typed.length > 0) this.changeAll(Object.fromEntries(typed));
      const { selection } = this.study.getState();
      const renamed = row.id !== written.id && sameProject(selection, written);
      if (!ref || renamed) await this.select({ id: row.id, row: row.row });
    }
    return true;
  }

  private async update(ref: ProjectRef, draft: Draft, before: Draft): Promise<void> {
    try {
      await this.study.updateProject(ref, draft, before);
    } catch (error) {
      const conflict = await findConflict(this.study, ref, before, draft);
      if (conflict) this.patch({ question: { kind: "conflict", ...conflict } });
      throw error;
    }
  }

  private async remove(): Promise<void> {
    const { ref } = this.get();
    if (!ref) return;
    const next = (await this.study.neighbour(ref, 1)) ?? (await this.study.neighbour(ref, -1));
    await this.study.deleteProject(ref);
    this.removed = ref;
    if (next) await this.moveTo({ ...next, row: next.row > ref.row ? next.row - 1 : next.row });
    else this.showNew();
  }

  private async step(step: 1 | -1): Promise<void> {
    const { ref } = this.get();
    if (ref) {
      const next = await this.study.neighbour(ref, step);
      if (next) return this.moveTo(next);
      return this.patch({ status: step === 1 ? projectTexts.lastProject : projectTexts.firstProject });
    }
    const { selection, projectCount } = this.study.getState();
    if (projectCount === 0) return this.patch({ status: projectTexts.noProjectYet });
    const first = selection ?? (await this.study.readProjectAt(step === 1 ? 0 : projectCount - 1));
    if (first) await this.moveTo({ id: first.id, row: first.row });
  }

  private async moveTo(ref: ProjectRef, status: Localized | null = null): Promise<void> {
    await this.show(ref, status);
    await this.select(ref);
  }

  private async select(ref: ProjectRef): Promise<void> {
    this.echo.expect(ref);
    await this.study.selectProject(ref);
  }

  private async show(ref: ProjectRef, status: Localized | null = null): Promise<void> {
    this.take(await this.study.readProject(ref), status);
  }

  /** What stands in this row now, whatever its Identifiant has become. */
  private async showAt(at: number): Promise<void> {
    const row = await this.study.readProjectAt(at);
    if (row) this.take(row);
  }

  /** Shows a row that was read. The one blank row of an empty table is where the first project goes. */
  private take({ id, row, draft, anomalies }: ProjectRow, status: Localized | null = null): void {
    const { codebook, projectCount } = this.study.getState();
    if (projectCount === 0 && sameAnswers(codebook, draft, {})) return this.showNew(undefined, status);
    this.patch({
      ...nothing,
      busy: this.get().busy,
      ref: { id, row },
      before: draft,
      draft,
      anomalies,
      status,
    });
  }

  private showNew(from?: Draft, status: Localized | null = null): void {
    const { codebook, editionId } = this.study.getState();
    const draft = newDraft(codebook, editionId, from);
    this.patch({ ...nothing, busy: this.get().busy, before: draft, draft, status });
    if (from) this.focusOn("project");
  }

  /** Puts the focus on the field of this kind. */
  private focusOn(kind: FieldKind): void {
    const { codebook } = this.study.getState();
    const field = codebook.table("projects").fields.find((candidate) => candidate.kind === kind);
    if (field) this.patch({ focus: { field: field.id } });
  }

  /** Shows the row as it is now; a row that is gone makes room for a new project. */
  private async refresh(): Promise<void> {
    const { ref } = this.get();
    if (!ref) return;
    const selected = this.study.getState().selection?.row === ref.row;
    // A row may have lost its Identifiant only.
    const row =
      (await readQuietly(this.study, ref)) ?? (selected ? await this.study.readProjectAt(ref.row) : null);
    if (row) this.take(row);
    else this.showNew();
  }

  private problemsOf(draft: Draft, before: Draft) {
    const { codebook, territories, language } = this.study.getState();
    const names = territories.map(({ name }) => name);
    return findProblems(codebook, names, draft, before, language);
  }
}
