import { unregister } from "../session";
import type { SheetChange } from "./changes";

/** What happens in the workbook that the study follows. */
export interface Watcher {
  /** Cells changed; several events are handed over together. */
  changed(events: readonly SheetChange[]): void;
  /** Tables or sheets came or went: look again. Sorted: rows changed their places, which no change event tells. */
  rearranged(how: "sorted" | "structure"): void;
  /** Another place is selected. */
  selected(place: { worksheetId: string; address: string }): void;
}

/** Events of one paste or fill arrive one after the other within moments. */
const TOGETHER_MS = 15;

/**
 * Registers for the workbook's events in one request. Handlers only collect: what follows from them runs
 * later, once, in the study's queue.
 * @returns A function that takes the registrations back.
 */
export async function watchWorkbook(watcher: Watcher): Promise<() => Promise<void>> {
  let changes: SheetChange[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    const bundle = changes;
    changes = [];
    watcher.changed(bundle);
  };
  return Excel.run(async (context) => {
    const { worksheets, tables } = context.workbook;
    const handles = [
      worksheets.onChanged.add(async ({ worksheetId, address, changeType }) => {
        changes.push({ worksheetId, address, changeType });
        timer ??= setTimeout(flush, TOGETHER_MS);
      }),
      worksheets.onSelectionChanged.add(async ({ worksheetId, address }) =>
        watcher.selected({ worksheetId, address }),
      ),
      // Sorting moves rows without a change event.
      worksheets.onRowSorted.add(async () => watcher.rearranged("sorted")),
      worksheets.onAdded.add(async () => watcher.rearranged("structure")),
      worksheets.onDeleted.add(async () => watcher.rearranged("structure")),
      tables.onAdded.add(async () => watcher.rearranged("structure")),
      tables.onDeleted.add(async () => watcher.rearranged("structure")),
    ];
    await context.sync();
    return async () => {
      clearTimeout(timer);
      await unregister(handles);
    };
  });
}
