/** Excel's events: numbered kinds, one message to the object's handlers and one to the collection's. */
export const EventKind = {
  DocumentSelection: 2,
  SheetChanged: 10,
  SheetActivated: 11,
  SheetDeactivated: 12,
  SheetAdded: 13,
  SheetSelection: 14,
  SheetDeleted: 15,
  RowSorted: 19,
  TableSelection: 100,
  TableChanged: 101,
  TableAdded: 102,
  TableDeleted: 103,
} as const;
export const WORKBOOK_TARGET = "Workbook";

export interface HostEvent {
  kind: number;
  targetId: string;
  args: Record<string, unknown>;
}
export type EventListener = (event: HostEvent) => void;

export class Events {
  enabled = true;
  private silent = 0;
  private queue: HostEvent[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private listeners = new Set<EventListener>();

  listen(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
  get pending(): boolean {
    return this.queue.length > 0;
  }
  get muted(): boolean {
    return this.silent > 0 || !this.enabled;
  }
  /** The event goes out after the running request has answered, as in Excel. */
  emit(kind: number, targetIds: (string | undefined)[], args: Record<string, unknown>): void {
    if (this.muted) return;
    for (const targetId of targetIds) if (targetId !== undefined) this.queue.push({ kind, targetId, args });
    this.timer ??= setTimeout(() => this.deliver(), 0);
  }
  /** What the host does on its own account on the way to something else raises no event. */
  quietly<T>(act: () => T): T {
    this.silent++;
    let result: T;
    try {
      result = act();
    } catch (error) {
      this.silent--;
      throw error;
    }
    if (result instanceof Promise) return result.finally(() => this.silent--) as T;
    this.silent--;
    return result;
  }
  private deliver(): void {
    this.timer = null;
    for (const event of this.queue.splice(0)) for (const listener of this.listeners) listener(event);
  }
  dispose(): void {
    if (this.timer) clearTimeout(this.timer);
    this.listeners.clear();
    this.queue = [];
  }
}
