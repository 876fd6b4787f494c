import type { Localized } from "../language";
import type { Draft } from "../records/project";
import { normalizeText } from "../text/normalize";
import { takenBackRow } from "./records";
import { digestTag } from "./source";
import type { ImportTable, RowChange, StudySnapshot, TableChanges } from "./types";
import { sameRow, sameValue } from "./values";

/** A field, or a whole row, that cannot be taken back because somebody has changed it since. */
export interface Refusal {
  readonly table: ImportTable;
  /** Where the row stands now; null when it is gone. */
  readonly at: number | null;
  readonly label: string;
  /** Absent when the row as a whole is meant. */
  readonly field?: Localized;
  /** What the import wrote. */
  readonly written: Draft[string];
  /** What is there now. */
  readonly found: Draft[string];
}

export interface Inverse {
  /** Everything that can be taken back; the whole import when nothing is refused. */
  readonly changes: TableChanges;
  readonly refused: readonly Refusal[];
}

/** Which row of its table a row is, whatever its answers say. */
function identity(table: ImportTable, row: Draft): string {
  const of = (...fields: readonly string[]) =>
    fields.map((field) => normalizeText(String(row[field] ?? ""))).join("|");
  switch (table) {
    case "projects":
      return of("id");
    case "panel":
      return of("name");
    case "motivations":
      return of("edition", "territory", "motivation", "meaning");
    case "actors":
      return of("edition", "territory", "statement");
    case "respondents":
      return of("edition", "territory", "source");
    default:
      return of(
        ...Object.keys(row)
          .filter((field) => field !== "date")
          .sort(),
      );
  }
}

/**
 * The changes that take an import back: rows it added go, fields it wrote get back what they held. Fields
 * somebody has changed since are refused, each named. The journal keeps its lines and gets one more.
 */
export function inverse(
  snapshot: StudySnapshot,
  { files, changes }: TableChanges,
  { today }: { readonly today: string },
): Inverse {
  const refused: Refusal[] = [];
  const back: RowChange[] = [];
  const finder = new Finder(snapshot);
  for (const change of changes) {
    const { table } = change;
    if (table === "journal") continue;
    if (change.kind === "delete") {
      back.push({ kind: "insert", table, row: change.before });
      continue;
    }
    const expected = change.kind === "insert" ? change.row : { ...change.before, ...change.set };
    const at = finder.find(table, expected, change.kind === "update" ? change.at : null);
    if (change.kind === "insert") {
      // A row somebody has deleted already needs no taking back.
      if (at === null) continue;
      const now = snapshot.tables[table][at];
      const fields = changedFields(expected, now, Object.keys(expected));
      if (fields.length)
        refused.push(...fields.map((field) => refusal(snapshot, table, at, field, expected, now)));
      else back.push({ kind: "delete", table, at, before: now });
      continue;
    }
    if (at === null) {
      refused.push({ table, at, label: labelOf(table, expected), written: null, found: null });
      continue;
    }
    const now = snapshot.tables[table][at];
    const written = Object.keys(change.set);
    const changed = new Set(changedFields(expected, now, written));
    for (const field of changed) refused.push(refusal(snapshot, table, at, field, expected, now));
    const set = Object.fromEntries(
      written.filter((field) => !changed.has(field)).map((field) => [field, change.before[field] ?? null]),
    );
    if (Object.keys(set).length) back.push({ kind: "update", table, at, before: now, set });
  }
  const imported = changes.flatMap((change) =>
    change.table === "journal" && change.kind === "insert" ? [change.row] : [],
  );
  const told = files.map((digest): RowChange => {
    const line = imported.find((row) => digestTag(String(row.digest ?? "")) === digestTag(digest));
    const row = takenBackRow(String(line?.file ?? ""), digest, back.length, today, snapshot.language);
    return { kind: "insert", table: "journal", row };
  });
  return { changes: { files: [], changes: [...back, ...told] }, refused };
}

const changedFields = (expected: Draft, now: Draft, fields: readonly string[]): string[] =>
  fields.filter((field) => !sameValue(expected[field], now[field]));

function refusal(
  { codebook }: StudySnapshot,
  table: ImportTable,
  at: number,
  field: string,
  expected: Draft,
  now: Draft,
): Refusal {
  const label = codebook.table(table).fields.find(({ id }) => id === field)?.label ?? {
    fr: field,
    en: field,
  };
  const [written, found] = [expected[field] ?? null, now[field] ?? null];
  return { table, at, label: labelOf(table, expected), field: label, written, found };
}

function labelOf(table: ImportTable, row: Draft): string {
  const about =
    table === "projects" ? row.project : table === "panel" ? null : (row.motivation ?? row.statement);
  return [row.territory ?? row.name ?? row.rejectedTerritory, about]
    .filter((part) => part != null && part !== "")
    .join(" – ");
}

/** Finds rows again that may have been sorted, each once: the equal one first, else the likest of its identity. */
class Finder {
  private readonly taken = new Set<string>();
  private readonly byIdentity = new Map<string, number[]>();

  constructor(private readonly snapshot: StudySnapshot) {
    for (const [table, rows] of Object.entries(snapshot.tables) as [ImportTable, readonly Draft[]][]) {
      rows.forEach((row, at) => {
        const key = `${table}|${identity(table, row)}`;
        const same = this.byIdentity.get(key);
        if (same) same.push(at);
        else this.byIdentity.set(key, [at]);
      });
    }
  }

  find(table: ImportTable, expected: Draft, at: number | null): number | null {
    const rows = this.snapshot.tables[table];
    const candidates = (this.byIdentity.get(`${table}|${identity(table, expected)}`) ?? []).filter(
      (row) => !this.taken.has(`${table}|${row}`),
    );
    const equal = candidates.find((row) => sameRow(rows[row], expected));
    const alike = (row: number) =>
      -changedFields(expected, rows[row], Object.keys(expected)).length + (row === at ? 0.5 : 0);
    const likest = [...candidates].sort((a, b) => alike(b) - alike(a))[0];
    const found = equal ?? likest ?? null;
    if (found !== null) this.taken.add(`${table}|${found}`);
    return found;
  }
}
