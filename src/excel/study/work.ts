import type { Localized } from "../../domain/language";
import type { Notice } from "../contract";
import type { Done } from "./projects";
import type { StudyContext } from "./rows";

/**
 * What operations that are loaded later work with: they stand in the study's queue, tell what they do and what
 * went wrong, and can be undone, like those of `Study` itself.
 */
export interface StudyWork {
  context(): StudyContext;
  /** One operation after the other; what it fails with is shown and thrown on. */
  operation<T>(label: Localized | null, task: () => Promise<T>): Promise<T>;
  /** An operation that changes the workbook: its success is told, and it can be undone. */
  change<T>(task: () => Promise<Done<T>>, label?: Localized | null): Promise<T>;
  say(notice: Notice): void;
}
