import type { Localized } from "../../domain/language";
import type { Notice, StudyState } from "../contract";
import type { WriteOptions } from "../imports/write";
import type { Done } from "./undo";
import type { StudyContext } from "./rows";

/**
 * What the parts of the study work with: their operations stand in the study's queue, tell what they do and what
 * went wrong, and can be undone, like those of `Study` itself.
 */
export interface StudyWork {
  context(): StudyContext;
  state(): StudyState;
  /** One operation after the other; what it fails with is shown and thrown on. */
  operation<T>(label: Localized | null, task: () => Promise<T>): Promise<T>;
  /** The same operation asked for again while it is under way is the same operation: a double click. */
  once<T>(key: string, task: () => Promise<T>): Promise<T>;
  /** An operation that changes the workbook: its success is told, and it can be undone. */
  change<T>(task: () => Promise<Done<T>>, label?: Localized | null): Promise<T>;
  /** Progress of a task that a person may stop between two requests. */
  cancellable(label: Localized): WriteOptions;
  /** Tells what the workbook's tables hold now. */
  publish(): void;
  /** Shows a notice; `null` takes the one shown away. */
  say(notice: Notice | null): void;
}
