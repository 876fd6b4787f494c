import type { ImportTable, RowChange, StudySnapshot } from "../../domain/imports/types";
import type { Draft } from "../../domain/records/project";
import { sameRow, sameValue } from "../../domain/imports/values";

/**
 * Which of an import's changes stand in the tables and which do not: of one that was interrupted, nobody
 * knows how far it came. Rows are known by what they hold; each stands for one change.
 */
export function splitDone(
  snapshot: StudySnapshot,
  changes: readonly RowChange[],
): { done: RowChange[]; open: RowChange[] } {
  const rows = new Map<ImportTable, Map<string, number[]>>();
  const placesOf = (table: ImportTable) => {
    let places = rows.get(table);
    if (!places) {
      places = new Map();
      for (const [at, row] of snapshot.tables[table].entries()) {
        const key = contentKey(row);
        const same = places.get(key);
        if (same) same.push(at);
        else places.set(key, [at]);
      }
      rows.set(table, places);
    }
    return places;
  };
  const take = (table: ImportTable, row: Draft): number | undefined =>
    placesOf(table).get(contentKey(row))?.shift();
  const done: RowChange[] = [];
  const open: RowChange[] = [];
  for (const change of changes) {
    if (change.kind === "insert") (take(change.table, change.row) === undefined ? open : done).push(change);
    else if (change.kind === "delete")
      (take(change.table, change.before) === undefined ? done : open).push(change);
    else {
      const after = { ...change.before, ...change.set };
      const here = snapshot.tables[change.table][change.at];
      const written =
        here && Object.keys(change.set).every((field) => sameValue(here[field], change.set[field]));
      const stands =
        (here && !sameRow(here, change.before) && written) || take(change.table, after) !== undefined;
      if (stands) done.push(change);
      else {
        // Where it stands now; what is neither before nor after was changed by somebody and is theirs.
        const at = here && sameRow(here, change.before) ? change.at : take(change.table, change.before);
        if (at !== undefined) open.push({ ...change, at });
      }
    }
  }
  return { done, open };
}

const contentKey = (row: Draft): string =>
  Object.keys(row)
    .filter((field) => row[field] !== null && String(row[field]).trim() !== "")
    .sort()
    .map((field) => `${field}\u0001${String(row[field]).normalize("NFC").replace(/\s+/g, " ").trim()}`)
    .join("\u0002");

/** The changes that bring rows back to what they were before these. */
export function reversed(changes: readonly RowChange[]): RowChange[] {
  return [...changes].reverse().map((change): RowChange => {
    const { table } = change;
    if (change.kind === "insert") return { kind: "delete", table, at: null, before: change.row };
    if (change.kind === "delete") return { kind: "insert", table, row: change.before };
    const set = Object.fromEntries(
      Object.keys(change.set).map((field) => [field, change.before[field] ?? null]),
    );
    return { kind: "update", table, at: change.at, before: { ...change.before, ...change.set }, set };
  });
}
