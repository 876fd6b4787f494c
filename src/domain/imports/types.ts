import type { Codebook, TableId } from "../codebook";
import type { Language, Localized } from "../language";
import type { FileAnomaly, FilePlace, ReturnedQuestionnaire } from "../questionnaire/returned";
import type { Draft } from "../records/project";
import type { CorrectedReject } from "./corrected";
import type { Prefilled } from "./prefilled";

/** A returned file as it was understood, and what is known of the file itself. */
export interface Return {
  /** Digest of the file's bytes, in hexadecimal: the same file always has the same. */
  readonly digest: string;
  /** Day it came in, as an ISO date. */
  readonly received: string;
  readonly questionnaire: ReturnedQuestionnaire;
}

/** Tables of the study an import may write. */
export type ImportTable = Exclude<TableId, "codes">;
/** Tables whose rows come from answers. */
export type AnswerTable = "panel" | "projects" | "motivations" | "actors";

/** The study as it stands: its rows as drafts, in the order of the tables. */
export interface StudySnapshot {
  readonly codebook: Codebook;
  readonly editionId: string;
  /** Language of the workbook: what is written into Rejets and Journal is in it. */
  readonly language: Language;
  readonly tables: Readonly<Record<ImportTable, readonly Draft[]>>;
  /** Closing date of the edition as the workbook has it; absent: that of the edition's definition. */
  readonly closingDate?: string | null;
}

/** Who said something, when and in which file. */
export interface Source {
  readonly file: string;
  /** Null for what stands in the base and came from no file. */
  readonly digest: string | null;
  readonly received: string | null;
  /** Names of the people, for the screen only: they are never written outside Répondants. */
  readonly who: string | null;
  /** It is what the base holds now. */
  readonly inBase: boolean;
}

/** One answer as somebody gave it. */
export interface Said {
  readonly value: string | number;
  readonly source: Source;
  readonly place: FilePlace;
}

/** keep: what was there first · take: what came last · both · apart: leave as they are · refuse, letIn … */
export type OptionRole = "keep" | "take" | "both" | "apart" | "join" | "refuse" | "letIn" | "other";

export interface QuestionOption {
  /** Stable: the same answer has the same id whenever the files come again. */
  readonly id: string;
  readonly role: OptionRole;
  readonly label: Localized;
  readonly said: readonly Said[];
}

/**
 * territory: which territory a file belongs to · file: left open by the reader · conflict: two answers to one
 * question · late: whether late answers count · listed: a free text near a listed project · spelling: free
 * texts near each other · shared: a project declared by a commune and its group · repeated: the same project
 * twice in one file.
 */
export type QuestionKind =
  "territory" | "file" | "conflict" | "late" | "listed" | "spelling" | "shared" | "repeated";

/** Something a person must or may decide. */
export interface Question {
  readonly key: string;
  readonly kind: QuestionKind;
  /**
   * Undecided, answers are put aside (Rejets): of a conflict all but the one that came first, of a file whose
   * territory is not known all. Others have a safe outcome without a decision: nothing is merged, late
   * answers stay out of the edition.
   */
  readonly required: boolean;
  readonly edition: string;
  readonly territory: string;
  readonly table?: AnswerTable;
  readonly field?: string;
  /** Questions of one group are best shown together. */
  readonly group: string;
  readonly message: Localized;
  readonly options: readonly QuestionOption[];
  /** Digests of the files whose coming raised it: a decision holds as long as no other file joins in. */
  readonly files: readonly string[];
  /** Option chosen, now or when the files came before. */
  readonly decided: string | null;
}

/** What a person decided; kept in the journal, found again when the files come again. */
export interface Decision {
  readonly key: string;
  readonly option: string;
  /** Digests of the files it was taken on, or their first eight characters. */
  readonly files: readonly string[];
}

/** What becomes of one row. */
export interface PlannedRow {
  readonly table: AnswerTable | "respondents";
  readonly edition: string;
  readonly territory: string;
  readonly label: Localized;
  readonly outcome: "added" | "unchanged" | "changed" | "conflicting";
  /** Left out of its edition because it came after the closing date. */
  readonly late: boolean;
  /** Row of the table it stands in now; null for a new one. */
  readonly at: number | null;
  readonly before: Draft | null;
  readonly after: Draft;
  /** Keys of the questions about it. */
  readonly questions: readonly string[];
  readonly files: readonly string[];
}

/**
 * new: taken · again: imported before, changes nothing · repeated: twice in this set · held: its territory is
 * not known, nothing of it is taken yet · refused: a person said so.
 */
export type FileStatus = "new" | "again" | "repeated" | "held" | "refused";

export interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly conflicting: number;
  readonly rejected: number;
}

export interface PlannedFile extends Counts {
  readonly file: string;
  readonly digest: string;
  readonly received: string;
  readonly edition: string;
  /** Name in the panel; empty while it is not known. */
  readonly territory: string;
  readonly status: FileStatus;
  readonly late: boolean;
  /** Listed projects the territory says it does not have. */
  readonly absent: number;
  /** What was filled in from an earlier edition and came back as it was; null when nothing was filled in. */
  readonly prefilled: Prefilled | null;
}

/** Something put aside, or worth a look, with the territory and file it belongs to. */
export interface PlannedAnomaly extends FileAnomaly {
  readonly digest: string;
  readonly territory: string;
}

/** How far two who answered for one territory agree. */
export interface Agreement {
  readonly territory: string;
  readonly edition: string;
  readonly first: Source;
  readonly second: Source;
  /** Fields both answered. */
  readonly n: number;
  readonly agreeing: number;
  /** agreeing / n; NaN when they have no field in common. */
  readonly rate: number;
}

/** The dry run of an import: everything it would do, nothing done. */
export interface ImportPlan extends Counts {
  readonly snapshot: StudySnapshot;
  readonly files: readonly PlannedFile[];
  readonly rows: readonly PlannedRow[];
  readonly questions: readonly Question[];
  /** Values and files put aside; they go to Rejets. */
  readonly rejects: readonly PlannedAnomaly[];
  /** What Rejets may still tell of these files, and is decided now. */
  readonly settled: readonly PlannedAnomaly[];
  /** Places of answers that waited in Rejets for another one to go, and stand now. */
  readonly freed: ReadonlySet<string>;
  /** Rows of Rejets these files have mended: they go, and the Journal keeps them. */
  readonly corrected: readonly CorrectedReject[];
  /** Taken, but worth a look. */
  readonly remarks: readonly PlannedAnomaly[];
  readonly agreements: readonly Agreement[];
  readonly decisions: readonly Decision[];
}

export type RowChange =
  | { readonly kind: "insert"; readonly table: ImportTable; readonly row: Draft }
  | {
      readonly kind: "update";
      readonly table: ImportTable;
      /** Where the row stood; it is known again by `before`. */
      readonly at: number;
      readonly before: Draft;
      /** Only the fields that change. */
      readonly set: Draft;
    }
  | {
      readonly kind: "delete";
      readonly table: ImportTable;
      readonly at: number | null;
      readonly before: Draft;
    };

/** Rows to write, all of them or none; plain data that can be kept as JSON. */
export interface TableChanges {
  /** Digests of the files the changes come from. */
  readonly files: readonly string[];
  readonly changes: readonly RowChange[];
}
