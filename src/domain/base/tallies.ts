import type { BaseTable } from "./table";
import type { Tally } from "./tally";

/** Tallies kept up to date at once; the least recently used one goes first. */
const MAX_TALLIES = 4096;
/** Above this many rows at once, counting again is cheaper than following each row in each tally. */
const MAX_FOLLOWED = 256;

/** Everything that counts the rows of a base and follows them: tallies by question, and each table's cubes. */
export class Tallies {
  private readonly entries = new Map<string, { readonly table: BaseTable; readonly tally: Tally }>();

  /** The tally of this key, made if it is not known. */
  get(table: BaseTable, key: string, make: (table: BaseTable) => Tally): Tally {
    const fullKey = `${table.id}\n${key}`;
    const known = this.entries.get(fullKey);
    if (known) {
      this.entries.delete(fullKey);
      this.entries.set(fullKey, known);
      return known.tally;
    }
    const tally = make(table);
    this.entries.set(fullKey, { table, tally });
    if (this.entries.size > MAX_TALLIES) this.drop(this.entries.keys().next().value!);
    return tally;
  }

  /** Rows are about to change or go; `enter` comes next. */
  leave(table: BaseTable, first: number, count: number): void {
    if (count > MAX_FOLLOWED) return this.invalidate(table);
    for (let row = first; row < first + count; row++) table.cubes.follow(row, -1);
    this.each(table, (tally) => tally.leave(first, count));
  }

  /** Rows have changed or come: of those that left, `count` stand there now. */
  enter(table: BaseTable, first: number, count: number): void {
    if (count > MAX_FOLLOWED) return this.invalidate(table);
    for (let row = first; row < first + count; row++) {
      table.cubes.follow(row, 1);
      table.masks.follow(row);
    }
    this.each(table, (tally) => tally.enter(first, count));
  }

  /** Gives up the tallies of a table that is read anew, or all of them. */
  forget(table?: BaseTable): void {
    for (const [key, entry] of this.entries) if (!table || entry.table === table) this.drop(key);
  }

  private invalidate(table: BaseTable): void {
    table.cubes.clear();
    table.masks.clear();
    this.each(table, (tally) => tally.invalidate());
  }

  private each(table: BaseTable, work: (tally: Tally) => void): void {
    for (const entry of this.entries.values()) if (entry.table === table) work(entry.tally);
  }

  private drop(key: string): void {
    this.entries.get(key)!.tally.retire();
    this.entries.delete(key);
  }
}
