import type { Codebook } from "../../domain/codebook";
import type { ImportTable, RowChange, StudySnapshot, TableChanges } from "../../domain/imports/types";
import { hashText } from "../../domain/records/ids";
import type { Draft } from "../../domain/records/project";

/**
 * Changes as a text that a few cells hold: by table, the names of fields once. Names and addresses of people
 * are left out, as they may stand in Répondants only; a hash in their place tells whether a row still is what
 * was written, and the row itself gives them back.
 */
interface PackedGroup {
  readonly k: RowChange["kind"];
  readonly t: ImportTable;
  /** Fields of `r`. */
  readonly f: readonly string[];
  /** Rows as they were inserted, or were before. */
  readonly r: readonly (readonly Draft[string][])[];
  readonly at?: readonly (number | null)[];
  /** Fields set and their values, of updates. */
  readonly s?: readonly Draft[];
  /** Hashes of what is left out, of rows with personal fields. */
  readonly h?: readonly number[];
}

interface Packed {
  readonly files: readonly string[];
  readonly groups: readonly PackedGroup[];
}

const isGiven = (value: Draft[string] | undefined) => value !== null && value !== undefined && value !== "";

const personalFields = (codebook: Codebook, table: ImportTable): string[] =>
  codebook.table(table).fields.flatMap(({ id, personal }) => (personal ? [id] : []));

const personalHash = (row: Draft, fields: readonly string[]): number =>
  hashText(fields.map((field) => String(row[field] ?? "")).join("\u0001"));

export function packChanges(codebook: Codebook, { files, changes }: TableChanges): string {
  const groups: PackedGroup[] = [];
  for (let i = 0; i < changes.length;) {
    const { kind, table } = changes[i];
    let end = i;
    while (end < changes.length && changes[end].kind === kind && changes[end].table === table) end++;
    groups.push(packGroup(codebook, kind, table, changes.slice(i, end)));
    i = end;
  }
  return JSON.stringify({ files, groups } satisfies Packed);
}

function packGroup(
  codebook: Codebook,
  k: RowChange["kind"],
  t: ImportTable,
  changes: readonly RowChange[],
): PackedGroup {
  const personal = personalFields(codebook, t);
  const rows = changes.map((change) => (change.kind === "insert" ? change.row : change.before));
  const fields = [
    ...new Set(rows.flatMap((row) => Object.keys(row).filter((field) => isGiven(row[field])))),
  ].filter((field) => !personal.includes(field));
  const without = (draft: Draft): Draft =>
    Object.fromEntries(Object.entries(draft).filter(([field]) => !personal.includes(field)));
  return {
    k,
    t,
    f: fields,
    r: rows.map((row) => fields.map((field) => row[field] ?? null)),
    ...(k === "insert" ? {} : { at: changes.map((change) => (change.kind === "insert" ? null : change.at)) }),
    ...(k === "update"
      ? { s: changes.map((change) => (change.kind === "update" ? without(change.set) : {})) }
      : {}),
    ...(personal.length ? { h: rows.map((row) => personalHash(row, personal)) } : {}),
  };
}

/** What stands in for personal data that nobody's row holds any more: equal to nothing a person writes. */
export const LOST = "\u0000";

/** The changes a text holds. Rows with personal data are completed by the row that is there, if it is still that row. */
export function unpackChanges(snapshot: StudySnapshot, text: string): TableChanges {
  const { files, groups } = JSON.parse(text) as Packed;
  const { codebook, tables } = snapshot;
  const changes = groups.flatMap(({ k, t, f, r, at, s, h }): RowChange[] => {
    const ids = codebook.table(t).fields.map(({ id }) => id);
    const personal = personalFields(codebook, t);
    const rest = h ? new Map(tables[t].map((row) => [personalHash(row, personal), row])) : null;
    return r.map((values, i): RowChange => {
      const own: Record<string, Draft[string]> = Object.fromEntries(ids.map((id) => [id, null]));
      f.forEach((field, column) => (own[field] = values[column]));
      const same = rest?.get(h![i]);
      for (const field of personal) own[field] = same ? (same[field] ?? null) : LOST;
      if (k === "insert") return { kind: k, table: t, row: own };
      if (k === "update") return { kind: k, table: t, at: at![i]!, before: own, set: s![i] };
      return { kind: k, table: t, at: at![i], before: own };
    });
  });
  return { files, changes };
}
