import type { Codebook } from "../../../domain/codebook";
import type { Draft } from "../../../domain/records/project";
import type { Lists } from "./lists";
import type { Speech } from "./speech";

/** Answers a territory gave to the last edition, as rows of the study's tables. */
export interface PreviousAnswers {
  readonly edition: string;
  readonly projects: readonly Draft[];
  readonly motivations: readonly Draft[];
  readonly actors: readonly Draft[];
  /** Its row of the panel, for what the territory's sheet asks. */
  readonly panel?: Draft;
}

/** What every sheet of one questionnaire needs to know. */
export interface Making {
  readonly codebook: Codebook;
  readonly speech: Speech;
  readonly lists: Lists;
  /** The territory's row of the panel. */
  readonly territory: Draft;
  readonly previous?: PreviousAnswers;
  readonly documentId: string;
}

/** How far one part is filled in: formulas for the first sheet, with the values they have now. */
export interface Section {
  readonly label: string;
  readonly location: string;
  /** Formula of the answers given, and of those awaited. */
  readonly given: string;
  readonly expected: string;
  readonly values: readonly [given: number, expected: number];
  /** What to do when nothing is awaited, and when answers are missing. */
  readonly todo?: string;
}

/** Header rows of all sheets: the title, a line below it, and advice. */
export const TITLE_ROW = 0;
export const SUBTITLE_ROW = 1;
export const ADVICE_ROW = 2;

/** "Chambéry (73065) · Baromètre 2014". */
export function subtitle({ territory, codebook, speech }: Making): string {
  return `${territory.name} (${territory.code}) — ${speech.say(codebook.edition.label)}`;
}
