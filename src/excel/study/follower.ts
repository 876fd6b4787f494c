import type { SheetChange } from "../base/changes";
import { watchWorkbook } from "../base/watch";
import type { ProjectRef } from "../contract";
import { toStudyError } from "../errors";
import type { Queue } from "../session";
import { rowsOfAddress } from "../tables/addresses";
import type { StudyBook } from "./book";
import type { Store } from "./store";

/** How soon what could not be read because a cell is being edited is tried again. */
const AGAIN_MS = 400;

/**
 * Takes what the workbook tells into the study. People type one cell after the other, and Excel refuses
 * every request while they do: what happened is kept and read a little later, all of it together, without a
 * message and without holding up the queue.
 */
export class Follower {
  private changes: SheetChange[] = [];
  private rearranged: "sorted" | "structure" | null = null;
  private selection: { worksheetId: string; address: string } | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private queued = false;
  private stop: (() => Promise<void>) | null = null;

  constructor(
    private readonly queue: Queue,
    private readonly store: Store,
    private readonly book: StudyBook,
    private readonly readAt: (row: number) => Promise<ProjectRef | null>,
  ) {}

  /** Starts to follow, once. */
  async start(): Promise<void> {
    this.stop ??= await watchWorkbook({
      changed: (events) => {
        this.changes.push(...events);
        this.soon();
      },
      rearranged: (how) => {
        this.rearranged = this.rearranged === "sorted" ? "sorted" : how;
        this.soon();
      },
      selected: (place) => {
        this.selection = place;
        this.soon();
      },
    });
  }

  async close(): Promise<void> {
    const stop = this.stop;
    this.stop = null;
    clearTimeout(this.retry);
    await this.queue.idle();
    await stop?.();
  }

  /** One task in the queue takes everything that has happened until its turn comes. */
  private soon(): void {
    if (this.queued) return;
    this.queued = true;
    void this.queue.add(() => {
      this.queued = false;
      return this.takeIn();
    });
  }

  private async takeIn(): Promise<void> {
    const { changes, rearranged, selection } = this;
    this.changes = [];
    this.rearranged = this.selection = null;
    try {
      if (rearranged) await this.book.lookAgain(rearranged === "sorted");
      if (changes.length) await this.book.follow(changes);
      if (selection) await this.select(selection);
    } catch (error) {
      const { notice } = toStudyError(error);
      if (notice.code !== "cellEdit") return this.store.set({ notice });
      this.changes = [...changes, ...this.changes];
      this.rearranged ??= rearranged;
      this.selection ??= selection;
      clearTimeout(this.retry);
      if (this.stop) this.retry = setTimeout(() => this.soon(), AGAIN_MS);
    }
  }

  private async select(place: { worksheetId: string; address: string }): Promise<void> {
    const facts = this.book.loader.shape("projects")?.facts;
    const row = (rowsOfAddress(place.address)?.first ?? -1) - (facts?.row ?? 0) - 1;
    if (!facts || place.worksheetId !== facts.sheetId || row < 0 || row >= facts.rowCount) {
      return this.store.set({ selection: null });
    }
    const found = await this.readAt(row);
    this.store.set({ selection: found && { id: found.id, row } });
  }
}
