/** What lies over the cells of a sheet, and moves with them: charts, pictures. */
import { MAX_COLUMNS, MAX_ROWS, type Area } from "./address";
import type { HostCore } from "./core";
import { invalidArgument } from "./errors";
import { POINTS_PER_PIXEL, startOf, type Side } from "./extents";
import { shiftArea } from "./references";

export interface Floating {
  id: string;
  sheetId: string;
  name: string;
  /** The cell under its corner, and how far into it the corner lies, in points. */
  cell: Area;
  offset: { left: number; top: number };
  width: number;
  height: number;
}

/** Those of one kind in the workbook. */
export abstract class FloatingItems<T extends Floating> {
  protected items: T[] = [];

  constructor(
    protected readonly host: HostCore,
    /** What Excel calls one it has just made, before its number. */
    private readonly word: { readonly fr: string; readonly en: string },
  ) {}

  all(sheetId?: string): T[] {
    return this.items.filter((item) => sheetId === undefined || item.sheetId === sheetId);
  }
  find(key: string, sheetId: string): T | null {
    const wanted = String(key).toLocaleLowerCase();
    const own = this.all(sheetId);
    return (
      own.find(({ id }) => id === key) ?? own.find(({ name }) => name.toLocaleLowerCase() === wanted) ?? null
    );
  }
  /** A name that the sheet does not have yet. */
  protected newName(sheetId: string): string {
    const word = this.word[this.host.lang];
    let number = this.items.length + 1;
    while (this.find(`${word} ${number}`, sheetId)) number++;
    return `${word} ${number}`;
  }
  /** A change to see. */
  changed(): void {
    this.host.charts.changed();
  }
  remove(item: T): void {
    this.checkEdit(item.sheetId);
    this.items = this.items.filter((other) => other !== item);
    this.changed();
  }
  forget(sheetId: string): void {
    this.items = this.items.filter((item) => item.sheetId !== sheetId);
    this.changed();
  }
  /** Takes each along with its cell. Where that has gone, it stays at the place. */
  adjust(change: (area: Area) => boolean): void {
    for (const item of this.items) {
      const { row, column } = item.cell;
      if (!change(item.cell)) item.cell = { ...item.cell, row, column, rows: 1, columns: 1 };
    }
    if (this.items.length) this.changed();
  }
  shifted(sheetId: string, axis: Side, at: number, count: number): void {
    this.adjust((area) => shiftArea(area, sheetId, axis, at, count));
  }

  place(item: Floating, side: "left" | "top"): number {
    const axis = side === "top" ? "row" : "column";
    return startOf(this.host, item.sheetId, axis, item.cell[axis]) + item.offset[side];
  }
  /** Finds the cell a place lies in. */
  setPlace(item: Floating, side: "left" | "top", points: number): void {
    if (!(points >= 0)) throw invalidArgument(`${side} must be 0 or more.`);
    this.checkEdit(item.sheetId);
    const axis = side === "top" ? "row" : "column";
    const end = axis === "row" ? MAX_ROWS : MAX_COLUMNS;
    const sheet = this.host.book.sheet(item.sheetId);
    let index = 0;
    let left = points / POINTS_PER_PIXEL;
    for (; index < end; index++) {
      const shown = axis === "row" ? sheet.getRowVisible(index) : sheet.getColVisible(index);
      const size = shown ? (axis === "row" ? sheet.getRowHeight(index) : sheet.getColumnWidth(index)) : 0;
      if (left < size) break;
      left -= size;
    }
    item.cell = { ...item.cell, [axis]: index };
    item.offset = { ...item.offset, [side]: left * POINTS_PER_PIXEL };
    this.changed();
  }

  /** @throws AccessDenied on a sheet that is protected. */
  protected checkEdit(sheetId: string): void {
    this.host.protection.checkStructure(sheetId, "allowEditObjects");
  }
}
