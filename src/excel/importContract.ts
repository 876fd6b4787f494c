import type { Counts, Decision, StudySnapshot, TableChanges } from "../domain/imports/types";
import type { Localized } from "../domain/language";
import type { Draft } from "../domain/records/project";

/** What the Excel layer offers to the import, the politics sheet and the panel board. */

/** An import that is in the base, as the workbook remembers it. */
export interface ImportRecord {
  readonly id: string;
  /** ISO date and time. */
  readonly when: string;
  readonly files: readonly { readonly name: string; readonly digest: string }[];
  readonly counts: Counts;
  /** False once it was taken back, or when the workbook no longer holds what it changed. */
  readonly canBeTakenBack: boolean;
}

/** Everything one territory said that is no project. Drafts by field id of their tables. */
export interface TerritorySheet {
  readonly territory: string;
  readonly edition: string;
  /** Its row of the panel. */
  readonly identity: Draft;
  readonly respondents: readonly Draft[];
  /** One draft a motivation, in the order of the code book; rank null when not ranked. */
  readonly motivations: readonly Draft[];
  /** Rows that rank what a motivation means, as they stand; new ones may be added. */
  readonly meanings: readonly Draft[];
  /** One draft a statement, agreement null when blank. */
  readonly statements: readonly Draft[];
}

/** An import to write, as `planImport` and `applyPlan` made it. */
export interface ImportInput {
  /** Rows to write, those of Rejets and Journal among them: decisions and digests are remembered there. */
  readonly changes: TableChanges;
  readonly files: readonly { readonly name: string; readonly digest: string }[];
  readonly counts: Counts;
}

/** What became of an import that was taken back. */
export interface TakenBack {
  readonly record: ImportRecord;
  /** Rows and fields somebody has changed since: they are left as they are. */
  readonly left: readonly Localized[];
}

export interface ImportOperations {
  /** The study's rows as they stand now; what a dry run compares with. */
  snapshot(): Promise<StudySnapshot>;
  /** Decisions remembered from earlier imports, and the digests (as cells hold them) of files already in. */
  importMemory(): Promise<{ readonly decisions: readonly Decision[]; readonly digests: readonly string[] }>;
  /**
   * Writes an import, all of it or nothing, and remembers how to take it back. Progress with `cancel` is in
   * the state while several requests are needed; `undo` takes the import back as long as the pane is open.
   * @throws StudyError importStale, importOvertaken when rows changed since the dry run · writeFailed,
   * importCancelled: the workbook is as before · writeHalfDone: `state.unfinished` tells what to do.
   */
  applyImport(import_: ImportInput): Promise<ImportRecord>;
  /** Oldest first. */
  imports(): Promise<readonly ImportRecord[]>;
  /** Takes a whole import back; fields changed since then by someone are named and left. */
  takeBackImport(id: string): Promise<TakenBack>;
  /** Goes on with the import `state.unfinished` tells of. */
  finishImport(): Promise<void>;
  /** Takes the import `state.unfinished` tells of out again. */
  undoImport(): Promise<void>;
  /** @throws StudyError territoryNotInPanel */
  readTerritory(territory: string): Promise<TerritorySheet>;
  /**
   * Writes what differs from `before`, rows that are not there yet included; undone by `undo`. The territory's
   * name and code are not changed by it.
   * @throws StudyError conflict when somebody has changed the same fields meanwhile.
   */
  saveTerritory(sheet: TerritorySheet, before: TerritorySheet): Promise<void>;
  /** Marks territories as sent, reminded … on an ISO date; undone by `undo`. */
  markContact(territories: readonly string[], contact: number, date: string): Promise<void>;
  /** Builds or refreshes the sheet of the panel board, and the panel's completeness. */
  writeBoard(): Promise<void>;
}
