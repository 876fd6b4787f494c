import type { Language, Localized } from "../language";

/**
 * What a returned questionnaire says, once understood. It stands in the domain because what compares and
 * merges returns must know it, and must not know files.
 */

/** Where something stands in a returned file; `cell` is absent when the sheet as a whole is meant. */
export interface FilePlace {
  readonly sheet?: string;
  /** A1 address, "C7". */
  readonly cell?: string;
}

/** One answer that was given and understood; blank cells have none. */
export interface ReadAnswer {
  /** As the cell holds it. */
  readonly raw: string | number | boolean;
  /**
   * As a draft holds it: code, or "NR", "SO", "NSP" chosen on purpose; a number; a text; an ISO date.
   */
  readonly value: string | number;
  readonly place: FilePlace;
}

/** Answers by field id; a field that was left blank, or whose column is missing, is absent. */
export type ReadAnswers = Readonly<Record<string, ReadAnswer>>;

/** A project the territory declares. */
export interface ReturnedProject {
  /** Code of its domain. */
  readonly domain: number;
  /** French label of a listed project, or the name as it was typed. */
  readonly project: string;
  /** Id of the listed project, if it is one. */
  readonly listed?: string;
  /** Where its name stands. */
  readonly place: FilePlace;
  /** Status and all other answers of the row, by field id of the table of projects. */
  readonly answers: ReadAnswers;
  /** The row was hidden by hand, a filter or a group: it counts, and it is said. */
  readonly hidden?: true;
}

/** A motivation with what was said about it. */
export interface ReturnedMotivation {
  readonly motivation: number;
  /** Rank, or "NR", "SO", "NSP". Absent when blank, and when two motivations were given the same. */
  readonly rank?: ReadAnswer;
  /** Meanings that were ranked, best first. */
  readonly meanings: readonly { readonly meaning: number; readonly rank: ReadAnswer }[];
  readonly place: FilePlace;
}

/** A statement about the actors, and how far the territory agrees with it. */
export interface ReturnedStatement {
  readonly statement: number;
  readonly agreement: ReadAnswer;
  readonly place: FilePlace;
}

/** A person who took part: personal data, kept apart by whoever stores it. */
export interface ReturnedRespondent {
  readonly answers: ReadAnswers;
  readonly place: FilePlace;
}

/** A part of the questionnaire that one department may fill for all. */
export type PartId = "identity" | "motivations" | "statements" | `domain${number}`;

/** How far a part was filled, by whom. */
export interface ReturnedPart {
  readonly part: PartId;
  readonly label: Localized;
  /** Who filled it, as the respondents' block says. */
  readonly filledBy?: string;
  /** The person said that it is finished. */
  readonly done?: boolean;
  /** Answers given, NR, SO and NSP included. */
  readonly answered: number;
  /** Answers looked for: of projects, the fields of the projects declared. */
  readonly expected: number;
}

/** error: the value was put aside · warning: taken, but a person should look · info: good to know. */
export type RemarkSeverity = "error" | "warning" | "info";

/** Something a person should know or mend; its sentences come from the catalogue, in both languages. */
export interface FileAnomaly {
  /** Key of the catalogue (src/domain/messages/questionnaire.ts). */
  readonly code: string;
  readonly severity: RemarkSeverity;
  readonly file: string;
  readonly place: FilePlace;
  /** Field the value belongs to, as the code book names it. */
  readonly field?: Localized;
  /** Value as found, when one was. */
  readonly value?: string | number | boolean;
  readonly reason: Localized;
  readonly expected?: Localized;
  readonly action: Localized;
  /** A value that would mend it, as a cell would show it. */
  readonly suggestion?: string;
}

/** Something the file leaves open: nothing is taken of it until a person has chosen. */
export interface FileQuestion {
  /** The same for the same file and place, so that a decision is found again. */
  readonly id: string;
  readonly code: string;
  readonly place: FilePlace;
  readonly message: Localized;
  readonly options: readonly { readonly id: string; readonly label: Localized }[];
}

/** Decisions taken: question id → option id. */
export type FileDecisions = Readonly<Record<string, string>>;

export interface ReturnedIdentity {
  readonly edition: string;
  /** Version of the code book the file was made with; empty when the file no longer says. */
  readonly codebookVersion: string;
  readonly documentId: string;
  readonly language?: Language | "bilingual";
  /** Edition whose answers the file was filled in with, to be checked. */
  readonly previous?: string;
  /** INSEE code or SIREN (a lost zero put back) and name, as the file says; empty when it does not. */
  readonly territory: { readonly code: string; readonly name: string };
}

export interface ReturnedQuestionnaire {
  readonly kind: "questionnaire";
  readonly file: string;
  readonly identity: ReturnedIdentity;
  /** Answers of the territory's sheet, by field id of the panel: population, respondent … */
  readonly fiche: ReadAnswers;
  readonly respondents: readonly ReturnedRespondent[];
  readonly projects: readonly ReturnedProject[];
  /** Projects the territory says it does not have ("SO" as status): no project, but an answer. */
  readonly absentProjects: readonly ReturnedProject[];
  readonly motivations: readonly ReturnedMotivation[];
  readonly statements: readonly ReturnedStatement[];
  readonly parts: readonly ReturnedPart[];
  /** Columns that are no longer in the file: their answers are not blank, they are unknown. */
  readonly missingFields: readonly { readonly table: string; readonly field: string }[];
  readonly anomalies: readonly FileAnomaly[];
  readonly questions: readonly FileQuestion[];
}

/** The file is no questionnaire, or of an edition nobody knows: said why, nothing taken. */
export interface RefusedQuestionnaire {
  readonly kind: "refused";
  readonly file: string;
  readonly anomaly: FileAnomaly;
}
