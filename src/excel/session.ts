import { CELL_EDIT, excelCode } from "./errors";

/** How long a cell being edited is waited for before the person is asked to leave it. */
const CELL_EDIT_PATIENCE_MS = 3000;
const CELL_EDIT_PAUSE_MS = 200;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export interface RunOptions {
  /** Called once when Excel is in cell-edit mode and is waited for. */
  readonly onWait?: () => void;
  /** Milliseconds to wait for a cell being edited. */
  readonly patience?: number;
}

/**
 * Runs a batch of Excel, again if a cell is being edited: Excel refuses the first request of the batch then,
 * and nothing has been done. A batch that writes must therefore write in its last request only, or take care
 * of what it wrote (`createOrRepair`).
 */
export async function runExcel<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  { onWait, patience = CELL_EDIT_PATIENCE_MS }: RunOptions = {},
): Promise<T> {
  const until = Date.now() + patience;
  for (let first = true; ; first = false) {
    try {
      return await Excel.run(batch);
    } catch (error) {
      if (excelCode(error) !== CELL_EDIT || Date.now() >= until) throw error;
      if (first) onWait?.();
      await pause(CELL_EDIT_PAUSE_MS);
    }
  }
}

/** Registrations for events of the workbook, taken back in the request context they were made in. */
export async function unregister(
  handles: readonly OfficeExtension.EventHandlerResult<unknown>[],
): Promise<void> {
  await Excel.run(handles[0].context as Excel.RequestContext, async (registered) => {
    for (const handle of handles) handle.remove();
    await registered.sync();
  });
}

/**
 * One task after the other, in the order asked: requests of two operations never interleave, so that what
 * one has read still holds when it writes.
 */
export class Queue {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** Tasks running or waiting. */
  get size(): number {
    return this.waiting;
  }

  add<T>(task: () => Promise<T>): Promise<T> {
    this.waiting++;
    const result = this.last.then(task);
    this.last = result.then(
      () => void this.waiting--,
      () => void this.waiting--,
    );
    return result;
  }

  /** When everything asked so far is done. */
  async idle(): Promise<void> {
    let last: unknown;
    do {
      last = this.last;
      await this.last;
    } while (last !== this.last);
  }
}
