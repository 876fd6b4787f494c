import type { QuestionList } from "./questions";
import type { Group, MergedRow } from "./sides";
import { proposeDoubles, type Declared } from "./shared";
import { baseSource } from "./source";
import type { Inclusion, KnownRow } from "./tables";
import type { PanelIndex } from "./territories";
import type { PlannedRow, StudySnapshot } from "./types";

/** A row that was merged, and what becomes of it. */
export interface Merged {
  readonly merged: MergedRow;
  readonly group: Group;
  readonly planned: PlannedRow;
}

/** The rows with those marked that a person says are doubles; rows of the base among them are planned too. */
export function withDoubles(
  snapshot: StudySnapshot,
  panel: PanelIndex,
  questions: QuestionList,
  inclusion: Inclusion,
  people: ReadonlyMap<string, string>,
  known: readonly KnownRow[],
  merged: readonly Merged[],
): PlannedRow[] {
  const parents = new Map<string, string>();
  for (const { name, parent } of snapshot.tables.panel) {
    const group = String(parent ?? "").trim();
    if (group) parents.set(panel.nameOf(String(name ?? "")), panel.nameOf(group));
  }
  const parentOf = (territory: string) => parents.get(territory) ?? "";
  const planned = new Set(
    merged.flatMap(({ planned: { table, at } }) => (at === null ? [] : [`${table} ${at}`])),
  );
  type Candidate = Declared & { readonly of: PlannedRow; readonly isPlanned: boolean };
  const candidates: Candidate[] = [];
  for (const { planned: row, merged: how, group } of merged) {
    if (row.table !== "projects") continue;
    const { edition, territory, files } = row;
    const { apart } = how;
    candidates.push({
      ...{ edition, territory, key: group.key, apart, files, of: row, isPlanned: true },
      text: String(row.after.project ?? ""),
      counts: !row.late && inclusion.counts(row.after),
      isNew: row.before === null,
      source: () => ({ ...baseSource(people, row.after), inBase: row.before !== null }),
    });
  }
  for (const { table, at, row, edition, territory, key } of known) {
    if (table !== "projects" || planned.has(`projects ${at}`)) continue;
    const text = String(row.project ?? "");
    const of: PlannedRow = {
      ...{ table, edition, territory, at, before: row, after: row, questions: [], files: [], late: false },
      label: { fr: text, en: text },
      outcome: "unchanged",
    };
    const counts = inclusion.counts(row);
    const facts = { edition, territory, key, text, counts, files: [], isNew: false, apart: false };
    candidates.push({ ...facts, of, isPlanned: false, source: () => baseSource(people, row) });
  }
  const { duplicates, questions: asked } = proposeDoubles(questions, candidates, parentOf);
  const changed = new Map<PlannedRow, PlannedRow>();
  const more: PlannedRow[] = [];
  for (const candidate of candidates) {
    const keys = asked.get(candidate) ?? [];
    const mark = duplicates.has(candidate) && inclusion.duplicate !== null;
    if (!keys.length && !mark) continue;
    const { of } = candidate;
    const row: PlannedRow = {
      ...of,
      after: mark ? { ...of.after, inclusion: inclusion.duplicate } : of.after,
      outcome: mark && of.outcome === "unchanged" ? "changed" : of.outcome,
      questions: [...of.questions, ...keys],
    };
    if (candidate.isPlanned) changed.set(of, row);
    else if (mark) more.push(row);
  }
  return [...merged.map(({ planned: row }) => changed.get(row) ?? row), ...more];
}
