import type { Counts, Decision, StudySnapshot, TableChanges } from "../domain/imports/types";
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
  /** One draft a statement, agreement null when blank. */
  readonly statements: readonly Draft[];
}

export interface ImportOperations {
  /** The study's rows as they stand now; what a dry run compares with. */
  snapshot(): Promise<StudySnapshot>;
  /** Decisions remembered from earlier imports, and the digests of files already in. */
  importMemory(): Promise<{ readonly decisions: readonly Decision[]; readonly digests: readonly string[] }>;
  /**
   * Writes an import, all of it or nothing, with Rejets and Journal, and remembers how to take it back.
   * @throws StudyError when rows changed since the dry run, or a request failed: nothing is written then.
   */
  applyImport(import_: {
    readonly changes: TableChanges;
    readonly inverse: TableChanges;
    readonly decisions: readonly Decision[];
    readonly files: readonly { readonly name: string; readonly digest: string }[];
    readonly counts: Counts;
  }): Promise<ImportRecord>;
  imports(): Promise<readonly ImportRecord[]>;
  /** Takes a whole import back; fields changed since then by someone are named and left. */
  takeBackImport(id: string): Promise<void>;
  readTerritory(territory: string): Promise<TerritorySheet>;
  /** Writes what differs from `before`; undone by `undo`. */
  saveTerritory(sheet: TerritorySheet, before: TerritorySheet): Promise<void>;
  /** Marks territories as sent, reminded … today; undone by `undo`. */
  markContact(territories: readonly string[], contact: number, date: string): Promise<void>;
  /** Builds or refreshes the sheet of the panel board. */
  writeBoard(): Promise<void>;
}
