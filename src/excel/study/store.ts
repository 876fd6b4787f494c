import { Codebook, defaultEditionId, editionById } from "../../domain/codebook";
import type { Language } from "../../domain/language";
import type { Localized } from "../../domain/language";
import type { StudyState } from "../contract";
import { notice, toStudyError } from "../errors";

/** Holds the state; it is replaced, never changed, so that listeners can compare. */
export class Store {
  private state: StudyState;
  private readonly listeners = new Set<() => void>();

  constructor(language: Language) {
    const edition = editionById(defaultEditionId);
    this.state = {
      status: "starting",
      language,
      codebook: new Codebook(edition),
      editionId: edition.id,
      territories: [],
      projectCount: 0,
      selection: null,
      anomalies: [],
      undoable: null,
      progress: null,
      notice: null,
    };
  }

  get(): StudyState {
    return this.state;
  }

  set(change: Partial<StudyState>): void {
    const keys = Object.keys(change) as (keyof StudyState)[];
    if (keys.every((key) => Object.is(change[key], this.state[key]))) return;
    this.state = { ...this.state, ...change };
    for (const listener of [...this.listeners]) listener();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Runs an operation with its progress shown; what it fails with becomes a notice and is thrown on. */
  async during<T>(label: Localized | null, operation: () => Promise<T>): Promise<T> {
    if (label) this.set({ progress: { label } });
    try {
      return await operation();
    } catch (error) {
      const failure = toStudyError(error);
      this.set({ notice: failure.notice });
      throw failure;
    } finally {
      this.set({ progress: null });
    }
  }

  /** Says that a cell being edited is waited for. */
  readonly waiting = (): void => {
    this.set({ progress: { label: notice("warning", "waitingForCell", {}).message } });
  };
}
