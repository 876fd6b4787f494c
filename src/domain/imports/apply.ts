import type { Draft } from "../records/project";
import { journalRows, rejectRows, settledRejects } from "./records";
import type { ImportPlan, ImportTable, RowChange, StudySnapshot, TableChanges } from "./types";
import { sameRow, sameValue } from "./values";

/** Tables in the order they are written: the answers, then what is told about them. */
const ORDER: readonly ImportTable[] = [
  "panel",
  "projects",
  "motivations",
  "actors",
  "respondents",
  "rejects",
  "journal",
];

/**
 * What a plan writes: exact rows and fields, to be written all or none. Of answers nobody has decided on
 * the first one stands and the others go to Rejets.
 * @param today ISO date written into Rejets and Journal.
 */
export function applyPlan(plan: ImportPlan, { today }: { readonly today: string }): TableChanges {
  const changes: RowChange[] = [];
  for (const { table, at, before, after } of plan.rows) {
    if (!before || at === null) changes.push({ kind: "insert", table, row: after });
    else if (!sameRow(before, after))
      changes.push({ kind: "update", table, at, before, set: difference(before, after) });
  }
  for (const { at, row } of settledRejects(plan))
    changes.push({ kind: "delete", table: "rejects", at, before: row });
  for (const row of rejectRows(plan, today)) changes.push({ kind: "insert", table: "rejects", row });
  for (const row of journalRows(plan, today)) changes.push({ kind: "insert", table: "journal", row });
  changes.sort((a, b) => ORDER.indexOf(a.table) - ORDER.indexOf(b.table));
  const files = plan.files.filter(({ status }) => status === "new").map(({ digest }) => digest);
  return { files, changes };
}

function difference(before: Draft, after: Draft): Draft {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => !sameValue(before[field], value)),
  );
}

/** The study as it stands once the changes are written: what the Excel layer does, on drafts. */
export function applyChanges(snapshot: StudySnapshot, { changes }: TableChanges): StudySnapshot {
  const tables: Record<ImportTable, readonly Draft[]> = { ...snapshot.tables };
  for (const table of ORDER) {
    const own = changes.filter((change) => change.table === table);
    if (!own.length) continue;
    const rows: (Draft | null)[] = [...tables[table]];
    for (const change of own) {
      if (change.kind === "insert") rows.push(change.row);
      else if (change.kind === "update") rows[change.at] = { ...rows[change.at], ...change.set };
      else if (change.at !== null) rows[change.at] = null;
    }
    tables[table] = rows.filter((row) => row !== null);
  }
  return { ...snapshot, tables };
}
