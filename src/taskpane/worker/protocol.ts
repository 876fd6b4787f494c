import type { Edition } from "../../domain/codebook";
import type {
  Agreement,
  CorrectedReject,
  Counts,
  Decision,
  ImportTable,
  PlannedAnomaly,
  PlannedFile,
  Question,
  RowChange,
} from "../../domain/imports";
import type { Language, Localized } from "../../domain/language";
import type { BaseMapping } from "../../domain/olderBase";
import type { Draft } from "../../domain/records/project";
import type { QuestionnaireLanguage } from "../../files/questionnaire";
import type { MadeFile } from "../../files/zip";

/**
 * What the page and the worker tell each other: plain data only, as it crosses threads. A task is asked for
 * once and answered once; news may come before the answer.
 */
export interface Tasks {
  /** Address of the folder with the official list of territories, fetched before the study is told. */
  prepare: { request: string; news: never; answer: void };
  /** The study as it stands, in parts small enough for the page to keep answering. */
  study: { request: StudyPart; news: never; answer: void };
  read: { request: readonly PickedFile[]; news: readonly FileNews[]; answer: void };
  plan: { request: PlanRequest; news: never; answer: PlanView };
  changes: { request: { readonly today: string }; news: readonly RowChange[]; answer: ImportFacts };
  /** What a base of another edition is taken for, with these choices. */
  mapBase: { request: MapRequest; news: never; answer: BaseMapping };
  baseChanges: { request: { readonly today: string }; news: readonly RowChange[]; answer: ImportFacts };
  make: { request: MakeRequest; news: MakeNews; answer: MadeQuestionnaires };
}
export type TaskName = keyof Tasks;
export type Answer<T extends TaskName> = Tasks[T]["answer"];

/** Does tasks off the page's thread. */
export interface Workshop {
  call<T extends TaskName>(
    task: T,
    request: Tasks[T]["request"],
    onNews?: (news: Tasks[T]["news"]) => void,
  ): Promise<Answer<T>>;
  /** Stops at once; what is under way rejects with an AbortError. */
  end(): void;
}

export type StudyPart =
  | {
      readonly part: "begin";
      readonly edition: Edition;
      readonly editionId: string;
      readonly language: Language;
      readonly closingDate?: string | null;
      /** Address of the folder with the official list of territories. */
      readonly reference: string | null;
    }
  | { readonly part: "rows"; readonly table: ImportTable; readonly rows: readonly Draft[] };

/** A file as it was picked; its bytes are read by whoever works on it. */
export interface PickedFile {
  readonly key: string;
  readonly file: File;
}

/**
 * reading: under way · read: understood as a questionnaire · base: rows of an older edition, to be mapped ·
 * refused, ignored: said why.
 */
export type FileState = "waiting" | "reading" | "read" | "base" | "refused" | "ignored";

/** How one file, or one file of an archive, gets on. */
export interface FileNews {
  /** Of a file in an archive: the archive's key, and its path in it. */
  readonly key: string;
  readonly name: string;
  readonly archive?: string;
  readonly state: FileState;
  /** Share of the file read, 0 to 1. */
  readonly share: number;
  readonly digest?: string;
  /** Day the file was last changed, as the person's machine says. */
  readonly modified: string;
  /** Why it was refused or left aside, and what to do. */
  readonly message?: Localized;
  /** The entry was opened and stands for itself no longer: an archive whose files are listed. */
  readonly opened?: true;
}

export interface PlanRequest {
  readonly decisions: readonly Decision[];
  /** Day each file came in, by its key, as an ISO date. */
  readonly received: Readonly<Record<string, string>>;
  /** Keys of the files the person leaves out, and of those imported before that are to be read as new. */
  readonly leftOut: readonly string[];
  readonly reread: readonly string[];
}

/** A base by the key of its file, and what a person has chosen: key of the item → option. */
export interface MapRequest {
  readonly key: string;
  readonly choices: readonly (readonly [key: string, option: string])[];
}

/** What a dry run means for one territory. */
export interface TerritoryCounts extends Counts {
  readonly territory: string;
  readonly files: number;
  readonly late: boolean;
}

/** The dry run as the screen shows it; rows stay with the worker. */
export interface PlanView extends Counts {
  readonly files: readonly PlannedFile[];
  readonly territories: readonly TerritoryCounts[];
  readonly questions: readonly Question[];
  /** The first of those put aside, and of those worth a look; how many there are in all. */
  readonly rejects: readonly PlannedAnomaly[];
  readonly remarks: readonly PlannedAnomaly[];
  readonly remarked: number;
  /** The first of what Rejets told and these files mend, and how much of it there is. */
  readonly corrected: readonly CorrectedReject[];
  readonly mended: number;
  readonly agreements: readonly Agreement[];
}

/** What an import needs to know besides its rows. */
export interface ImportFacts {
  readonly digests: readonly string[];
  readonly files: readonly { readonly name: string; readonly digest: string }[];
  readonly counts: Counts;
}

export interface MakeRequest {
  /** Names of the territories, as the panel has them. */
  readonly territories: readonly string[];
  readonly language: QuestionnaireLanguage;
  /** Shows the answers of the edition before, to be checked. */
  readonly previous: boolean;
  readonly now: Date;
}

export interface MakeNews {
  readonly done: number;
  readonly total: number;
  readonly name: string;
}

/** One questionnaire, or a .zip of them. */
export interface MadeQuestionnaires extends MadeFile {
  readonly count: number;
  /** Territories whose former answers are shown. */
  readonly prefilled: number;
}
