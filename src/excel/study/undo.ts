import type { Localized } from "../../domain/language";

/** A change that can be taken back. `revert` refuses with a `StudyError` when the rows were changed since. */
export interface Undoable {
  /** Key of the message `what` in the catalogue. */
  readonly code: string;
  readonly what: Localized;
  readonly revert: () => Promise<void>;
}

/** Changes remembered; older ones are for Excel's own history. */
const DEPTH = 20;

/** The product's own undo: Excel's is emptied by what an add-in writes, in many versions. */
export class UndoStack {
  private readonly changes: Undoable[] = [];

  get top(): Undoable | undefined {
    return this.changes.at(-1);
  }
  push(change: Undoable): void {
    this.changes.push(change);
    if (this.changes.length > DEPTH) this.changes.shift();
  }
  /** Forgets a change: it was taken back, or can never be. */
  drop(change: Undoable): void {
    const at = this.changes.indexOf(change);
    if (at >= 0) this.changes.splice(at, 1);
  }
  clear(): void {
    this.changes.length = 0;
  }
}

/** What an operation that changes the workbook gives, and how it is taken back. */
export interface Done<T> {
  readonly result: T;
  readonly undo: Undoable;
}
