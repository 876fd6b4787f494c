import type { Localized } from "../../domain/language";
import type { Anomaly } from "../../domain/messages";
import type { Draft } from "../../domain/records/project";
import type { ProjectRef } from "../../excel/contract";
import type { Problems } from "./problems";

/** Something the person must decide before the editor goes on. */
export type Question =
  | { readonly kind: "unsaved"; readonly because: "selection" | "action"; readonly then: () => Promise<void> }
  | { readonly kind: "remove" }
  | { readonly kind: "conflict"; readonly now: Draft; readonly fields: readonly string[] };

/** What a person can answer to a question; Escape always means "keep". */
export type Reply = "save" | "discard" | "keep" | "remove" | "takeSheet" | "overwrite";

export interface EditorState {
  /** The row being edited; null for a new project. */
  readonly ref: ProjectRef | null;
  /** The answers the person started from. */
  readonly before: Draft;
  readonly draft: Draft;
  /** What the check says about the row as it stands in the sheet. */
  readonly anomalies: readonly Anomaly[];
  /** What prevents saving. A wrong answer is shown once its field was left, a missing one once save was tried. */
  readonly problems: Problems;
  readonly touched: ReadonlySet<string>;
  readonly attempted: boolean;
  readonly question: Question | null;
  /** Last thing done, for the status line. */
  readonly status: Localized | null;
  readonly busy: boolean;
  /** Field to put the focus on; a new object for each request. */
  readonly focus: { readonly field: string } | null;
}

/** An editor that shows nothing yet. */
export const nothing: EditorState = {
  ref: null,
  before: {},
  draft: {},
  anomalies: [],
  problems: new Map(),
  touched: new Set(),
  attempted: false,
  question: null,
  status: null,
  busy: false,
  focus: null,
};
