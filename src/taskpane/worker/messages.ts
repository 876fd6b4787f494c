import type { TaskName } from "./protocol";

/** A task asked of the worker. */
export interface Asked {
  readonly id: number;
  readonly task: TaskName;
  readonly request: unknown;
}

/** What the worker says about a task. */
export type Told =
  /** The first word: the worker has started. */
  | { readonly ready: true }
  | { readonly id: number; readonly news: unknown }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } };
