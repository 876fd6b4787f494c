import type { Codebook, Field } from "../codebook";
import type { Localized } from "../language";
import type { FilePlace } from "../questionnaire/returned";
import type { Draft } from "../records/project";
import type { QuestionList } from "./questions";
import type { AnswerTable, Said, Source } from "./types";

/** One row as one file says it. */
export interface Side {
  readonly source: Source;
  readonly late: boolean;
  /** Which of the rows of this key in its file: 0, 1 … */
  readonly occurrence: number;
  /** Fields that were answered. */
  readonly values: Draft;
  readonly places: Readonly<Record<string, FilePlace>>;
}

/** A row of the base. */
export interface CurrentRow {
  readonly at: number;
  readonly row: Draft;
}

/** All that is said about one row of one territory and edition. */
export interface Group {
  readonly table: AnswerTable;
  readonly edition: string;
  readonly territory: string;
  readonly key: string;
  readonly label: Localized;
  /** Fields that are compared. */
  readonly fields: readonly Field[];
  readonly current: readonly CurrentRow[];
  readonly sides: readonly Side[];
}

export interface MergeContext {
  readonly codebook: Codebook;
  readonly questions: QuestionList;
  readonly people: ReadonlyMap<string, string>;
  /** Digests of files that are read again only to have their conflicts decided. */
  readonly settling: ReadonlySet<string>;
  /** Answers that wait in Rejets, by their place (`placeKey`), each with the others it stands beside. */
  readonly waiting: ReadonlyMap<string, string>;
  /** Whether a row of the base is out of its edition because it came late. */
  readonly isLate: (row: Draft) => boolean;
}

/** An answer beside another one that came first, and stands. */
export interface Undecided {
  readonly field: Field;
  readonly said: Said;
  readonly others: readonly Said[];
}

export interface MergedRow {
  readonly current: CurrentRow | null;
  readonly values: Draft;
  readonly late: boolean;
  /** Files whose answers the row holds and did not hold before. */
  readonly contributors: readonly Source[];
  readonly files: readonly string[];
  readonly questions: readonly string[];
  /** Answers put aside until somebody decides. */
  readonly undecided: readonly Undecided[];
  /** Answers that would be put aside, had nobody decided: Rejets need not tell of them any more. */
  readonly settled: readonly Undecided[];
  /** A person chose to keep this row beside another one of its key. */
  readonly apart: boolean;
}

/** What is said of one of the rows of a group: a row of the base, if there is one, and what files say of it. */
export interface Slot {
  readonly index: number;
  readonly late: boolean;
  readonly current: CurrentRow | null;
  readonly sides: readonly Side[];
}
