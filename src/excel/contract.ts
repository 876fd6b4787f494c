import type { Codebook } from "../domain/codebook";
import type { Language } from "../domain/language";
import type { Localized } from "../domain/language";
import type { Anomaly } from "../domain/messages";
import type { Draft } from "../domain/records/project";
import type { ImportRecord } from "./importContract";
import type { OutOperations } from "./outContract";

/**
 * What the Excel layer offers to functions, commands and pane: one object, `Study`, that holds the state of
 * the workbook's study and the operations on it. The pane renders the state; it never calls Excel itself.
 */

/** A territory of the panel, as the pane needs it. */
export interface PanelTerritory {
  /** INSEE code or SIREN. */
  readonly code: string;
  /** Name, unique in the panel; what project rows hold. */
  readonly name: string;
  readonly type: string;
  readonly region: string;
  readonly population: number | null;
}

/** A row of the projects table: its Identifiant, and where it stood when it was read (0-based body row). */
export interface ProjectRef {
  readonly id: string;
  readonly row: number;
}

export interface ProjectRow extends ProjectRef {
  readonly draft: Draft;
  readonly anomalies: readonly Anomaly[];
}

export interface Progress {
  readonly label: Localized;
  /** 0 … 1, or undefined when unknown. */
  readonly share?: number;
  /** Present when the work can be stopped. */
  readonly cancel?: () => void;
}

/** Something to tell the person: what happened or went wrong, and what to do. */
export interface Notice {
  readonly kind: "success" | "warning" | "error";
  readonly message: Localized;
  /** For tests and support: key of the message, or the host's error code. */
  readonly code: string;
}

export interface StudyState {
  /** starting: not looked yet · none: no study in this workbook · damaged: parts are missing · ready. */
  readonly status: "starting" | "none" | "damaged" | "ready";
  readonly language: Language;
  readonly codebook: Codebook;
  readonly editionId: string;
  readonly territories: readonly PanelTerritory[];
  readonly projectCount: number;
  /** The project row the person stands on in the sheet, if any. */
  readonly selection: ProjectRef | null;
  /** Anomalies found by the last check and kept up to date by edits. */
  readonly anomalies: readonly Anomaly[];
  /** What `undo` would take back, or null. */
  readonly undoable: Localized | null;
  readonly progress: Progress | null;
  readonly notice: Notice | null;
  /** An import that was interrupted half-way, to be finished or undone before another one. */
  readonly unfinished?: Unfinished | null;
}

export interface Unfinished {
  readonly record: ImportRecord;
  /** It was being taken back; else it was being written. */
  readonly undoing: boolean;
}

/** How the synthesis is built. */
export interface SynthesisOptions {
  /** Also puts back what people changed or deleted of it. */
  readonly restore?: boolean;
  /** Id of the indicator that colours the map from now on; without it, the one that did. */
  readonly mapOf?: string;
}

/** Every operation rejects with a `StudyError` whose notice is also put into the state. */
export interface StudyOperations {
  getState(): StudyState;
  subscribe(listener: () => void): () => void;
  /** Looks at the workbook and loads its base; called once at start, and after another workbook came in. */
  open(): Promise<void>;
  createOrRepair(options?: { editionId?: string }): Promise<void>;
  loadSample2014(): Promise<void>;
  readProject(ref: ProjectRef): Promise<ProjectRow>;
  readProjectAt(row: number): Promise<ProjectRow | null>;
  addProject(draft: Draft): Promise<ProjectRef>;
  /** `before` is the draft the person started from: fields changed meanwhile by someone else are refused. */
  updateProject(ref: ProjectRef, draft: Draft, before: Draft): Promise<void>;
  deleteProject(ref: ProjectRef): Promise<void>;
  duplicateProject(ref: ProjectRef): Promise<ProjectRef>;
  /** The visible row after (+1) or before (−1) this one; null at the end. */
  neighbour(ref: ProjectRef, step: 1 | -1): Promise<ProjectRef | null>;
  selectProject(ref: ProjectRef): Promise<void>;
  addTerritory(territory: PanelTerritory & { parent?: string }): Promise<void>;
  /** Builds the synthesis or brings it up to date; `restore` also puts back what people changed or deleted of it. */
  buildSynthesis(options?: SynthesisOptions): Promise<void>;
  /** Id of the indicator that colours the map of the synthesis. */
  synthesisMapOf(): Promise<string>;
  /** Builds the sheet of one territory or brings it up to date, and shows it; without a name, as it stands. */
  buildFiche(territory?: string, options?: { restore?: boolean }): Promise<void>;
  check(): Promise<readonly Anomaly[]>;
  goTo(anomaly: Anomaly): Promise<void>;
  undo(): Promise<void>;
  dismissNotice(): void;
  /** Exports, and formulas made values. */
  readonly out: OutOperations;
}
