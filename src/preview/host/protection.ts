/** Sheet protection: who may write where. Univer's own permissions are left open; the host checks every request. */
import { contains, intersect, type Area } from "./address";
import { accessDenied } from "./errors";

interface SheetProtection {
  options: Record<string, unknown>;
  password?: string;
}
export class Protection {
  private sheets = new Map<string, SheetProtection>();
  /** Cells are locked unless told otherwise; the latest word counts. */
  private locks: { area: Area; locked: boolean }[] = [];

  of(sheetId: string): SheetProtection | undefined {
    return this.sheets.get(sheetId);
  }
  protect(sheetId: string, options: Record<string, unknown>, password?: string): void {
    if (this.sheets.has(sheetId)) throw accessDenied("the sheet is already protected.");
    this.sheets.set(sheetId, { options, password });
  }
  unprotect(sheetId: string, password?: string): void {
    const protection = this.sheets.get(sheetId);
    if (protection?.password && protection.password !== password)
      throw accessDenied("the password is not the right one.");
    this.sheets.delete(sheetId);
  }
  setLocked(area: Area, locked: boolean): void {
    this.locks = this.locks.filter((lock) => !contains(area, lock.area));
    this.locks.push({ area: { ...area }, locked });
  }
  /** True, false, or null where cells differ. */
  isLocked(area: Area): boolean | null {
    const touching = this.locks.filter((lock) => intersect(lock.area, area));
    for (const lock of touching.reverse()) {
      if (contains(lock.area, area)) return lock.locked;
      if (area.rows * area.columns > 20000) return null;
      return this.mixed(area);
    }
    return true;
  }
  checkWrite(area: Area): void {
    if (this.sheets.has(area.sheetId) && this.isLocked(area) !== false)
      throw accessDenied("the cells are locked on a protected sheet.");
  }
  /** Sorting, formatting, inserting and the like: allowed by name in the protection's options. */
  checkStructure(sheetId: string, option?: string): void {
    const protection = this.sheets.get(sheetId);
    if (protection && !(option && protection.options[option])) throw accessDenied("the sheet is protected.");
  }
  adjust(change: (area: Area) => boolean): void {
    this.locks = this.locks.filter((lock) => change(lock.area));
  }
  forget(sheetId: string): void {
    this.sheets.delete(sheetId);
    this.locks = this.locks.filter((lock) => lock.area.sheetId !== sheetId);
  }
  private mixed(area: Area): boolean | null {
    let seen: boolean | undefined;
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = { sheetId: area.sheetId, row, column, rows: 1, columns: 1 };
        const locked = this.locks.filter((lock) => contains(lock.area, cell)).at(-1)?.locked ?? true;
        if (seen !== undefined && seen !== locked) return null;
        seen = locked;
      }
    return seen ?? true;
  }
}
