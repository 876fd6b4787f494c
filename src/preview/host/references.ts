/** Ranges the client keeps between requests. They follow the cells when rows and columns come and go. */
import { open, type Handle } from "./class-table";
import { MAX_COLUMNS, MAX_ROWS, lastColumn, lastRow, type Area } from "./address";
import { rangeClass } from "./classes/range";

export class References {
  private handles = new Map<string, Handle>();
  private ids = new WeakMap<object, string>();
  private ofEvents: string[] = [];
  private next = 1;

  get(id: string): Handle | null {
    return this.handles.get(id) ?? null;
  }
  idOf(self: object): string | undefined {
    return this.ids.get(self);
  }
  keep(handle: Handle): string {
    const known = this.ids.get(handle.self);
    if (known) return known;
    const id = `ref${this.next++}`;
    this.ids.set(handle.self, id);
    this.handles.set(id, handle);
    return id;
  }
  /** For events: their handlers may ask for the range. The oldest are forgotten. */
  keepArea(area: Area): string {
    const id = this.keep(open(rangeClass, { ...area }));
    this.ofEvents.push(id);
    if (this.ofEvents.length > 500) this.handles.delete(this.ofEvents.shift()!);
    return id;
  }
  housekeeping(target: Handle, name: string, args: unknown[]): null {
    if (name === "_KeepReference") this.keep(target);
    else if (name === "_RemoveAllReferences") this.handles.clear();
    else if (name === "_RemoveReference") this.handles.delete(String(args[0] ?? this.ids.get(target.self)));
    return null;
  }
  /** Every kept range; a range whose cells were all deleted is forgotten. */
  adjust(change: (area: Area) => boolean): void {
    for (const [id, { cls, self }] of this.handles)
      if (cls === rangeClass && !change(self as Area)) this.handles.delete(id);
  }
}

/** Moves one area for rows or columns inserted (count > 0) or deleted (count < 0) at a position. False: it is gone. */
export function shiftArea(
  area: Area,
  sheetId: string,
  axis: "row" | "column",
  at: number,
  count: number,
): boolean {
  if (area.sheetId !== sheetId) return true;
  const size = axis === "row" ? "rows" : "columns";
  const limit = axis === "row" ? MAX_ROWS : MAX_COLUMNS;
  if (area[size] >= limit) return true;
  const end = axis === "row" ? lastRow(area) : lastColumn(area);
  const open = end >= limit - 1;
  if (count > 0) {
    if (at <= area[axis]) area[axis] += count;
    else if (at <= end) area[size] += count;
    if (open) area[size] = limit - area[axis];
    return true;
  }
  const removedEnd = at - count - 1;
  const lost = Math.max(0, Math.min(end, removedEnd) - Math.max(area[axis], at) + 1);
  if (at < area[axis]) area[axis] -= Math.min(area[axis] - at, -count);
  area[size] -= lost;
  if (open) area[size] = limit - area[axis];
  return area[size] > 0;
}
