import type { Codebook } from "../codebook";
import { motivationKey } from "../imports/collect";
import { projectName } from "../imports/keys";
import { groupKey, knownRows, type KnownRow } from "../imports/tables";
import { PanelIndex } from "../imports/territories";
import type { StudySnapshot } from "../imports/types";
import { compatible, contains } from "../imports/values";
import type { Draft } from "../records/project";
import type { BaseRow } from "./readRow";

/** A row of the base with the row of the study it is, if the study has it. */
export interface Matched {
  readonly row: BaseRow;
  /** What tells it from others of its territory; rows alike share it. */
  readonly key: string;
  readonly known: KnownRow | null;
  /** same: the study says all of it · more: it fills blanks · other: the study answers otherwise. */
  readonly verdict: "new" | "same" | "more" | "other";
}

/** What says nothing about a territory: where a row stands or came from. */
const FACTS: ReadonlySet<string> = new Set(["edition", "territory", "domain", "project", "id", "source"]);

/** The answers of a row, that may differ between two rows about the same thing. */
export const answersOf = (values: Draft): Draft =>
  Object.fromEntries(Object.entries(values).filter(([id]) => !FACTS.has(id)));

/** Finds each row's own in the study, once each: equal ones first, then those that fit, then any about the same. */
export function matchRows(snapshot: StudySnapshot, rows: readonly BaseRow[]): Matched[] {
  const panel = new PanelIndex(snapshot.tables.panel);
  const free = new Map<string, KnownRow[]>();
  for (const known of knownRows(snapshot, panel)) {
    const key = groupKey(known.table, known.edition, known.territory, known.key);
    const group = free.get(key);
    if (group) group.push(known);
    else free.set(key, [known]);
  }
  const matched: (Matched | null)[] = rows.map(() => null);
  const keys = rows.map((row) =>
    groupKey(row.table as KnownRow["table"], row.edition, row.territory, keyOf(snapshot.codebook, row)),
  );
  const passes = [
    ["same", contains],
    ["more", compatible],
    ["other", () => true],
  ] as const;
  for (const [verdict, fits] of passes) {
    rows.forEach((row, i) => {
      if (matched[i]) return;
      const group = free.get(keys[i]);
      if (!group?.length) return;
      const answers = answersOf(row.values);
      const at = group.findIndex((known) => fits(known.row, answers));
      if (at >= 0) matched[i] = { row, key: keys[i], known: group.splice(at, 1)[0], verdict };
    });
  }
  return matched.map((found, i) => found ?? { row: rows[i], key: keys[i], known: null, verdict: "new" });
}

function keyOf(codebook: Codebook, { table, values }: BaseRow): string {
  if (table === "projects") {
    const text = String(values.project ?? "");
    return projectName(codebook, Number(values.domain), text).key;
  }
  return table === "motivations"
    ? motivationKey(values.motivation, values.meaning)
    : String(values.statement ?? "");
}
