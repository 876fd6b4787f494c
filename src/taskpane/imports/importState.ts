import type { Decision, Question } from "../../domain/imports";
import type { Localized } from "../../domain/language";
import type { ImportRecord } from "../../excel/importContract";
import type { FileNews, PlanView } from "../worker/protocol";

/**
 * idle: nothing picked · reading: files are being read · planned: the dry run is shown · writing: it is being
 * written · done: it is in the base.
 */
export type ImportPhase = "idle" | "reading" | "planned" | "writing" | "done";

export interface ImportState {
  readonly phase: ImportPhase;
  /** Files picked, archives replaced by what they hold, in the order they were met. */
  readonly files: readonly FileNews[];
  /** Day the files came in: one for all, or each file's own; some were given one by hand. */
  readonly receivedDay: string;
  readonly ownDays: boolean;
  readonly days: Readonly<Record<string, string>>;
  /** Files the person leaves out, and those imported before that are read as new, by their keys. */
  readonly leftOut: ReadonlySet<string>;
  readonly reread: ReadonlySet<string>;
  readonly plan: PlanView | null;
  /** The dry run shown is not yet the one of the latest decisions. */
  readonly planning: boolean;
  /** Decisions taken in this import, by the key of their question. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** The base has changed since the dry run. */
  readonly stale: boolean;
  readonly result: ImportRecord | null;
  /** Imports the workbook remembers; null until they were read. */
  readonly past: readonly ImportRecord[] | null;
  /** Last thing that happened, for the status line. */
  readonly status: Localized | null;
}

/** The option chosen for a question, now or in an earlier import. */
export const decidedOf = ({ decisions }: Pick<ImportState, "decisions">, question: Question): string | null =>
  decisions.get(question.key)?.option ?? question.decided;

/** The day a file came in. */
export const receivedOf = (
  { receivedDay, ownDays, days }: Pick<ImportState, "receivedDay" | "ownDays" | "days">,
  { key, modified }: Pick<FileNews, "key" | "modified">,
): string => days[key] ?? (ownDays && modified ? modified : receivedDay);
