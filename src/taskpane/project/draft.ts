import type { Codebook, Field } from "../../domain/codebook";
import type { Draft } from "../../domain/records/project";
import type { ProjectRef } from "../../excel/contract";

/** Fields a person answers, in the order of the code book. */
export function answerFields(codebook: Codebook): readonly Field[] {
  return codebook.table("projects").fields.filter(({ kind }) => kind !== "auto" && kind !== "edition");
}

/** Fields that say where a project comes from rather than what it is. */
export function detailFields(codebook: Codebook): readonly Field[] {
  return codebook.table("projects").fields.filter(({ kind }) => kind === "auto" || kind === "edition");
}

/** Fields kept when one project after the other is entered: who answers, and about what. */
const CARRIED = ["territory", "domain"] as const;

/** An empty project of an edition; `from` hands on its territory and domain. */
export function newDraft(codebook: Codebook, editionId: string, from?: Draft): Draft {
  const draft: Record<string, Draft[string]> = {};
  for (const { id, kind } of codebook.table("projects").fields)
    draft[id] = kind === "edition" ? editionId : null;
  for (const id of from ? CARRIED : []) draft[id] = from![id] ?? null;
  return draft;
}

const blank = (value: Draft[string] | undefined): boolean =>
  value === null || value === undefined || (typeof value === "string" && value.trim() === "");

export { blank as isBlankAnswer };

/** Whether two answers are the same; blanks of every kind are. */
export function sameAnswer(a: Draft[string] | undefined, b: Draft[string] | undefined): boolean {
  return blank(a) ? blank(b) : !blank(b) && String(a) === String(b);
}

/** Ids of the fields that differ. */
export function changedFields(before: Draft, now: Draft): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (id) => !sameAnswer(before[id], now[id]),
  );
}

/** Whether a person answered the same in both; what the product writes itself does not count. */
export function sameAnswers(codebook: Codebook, a: Draft, b: Draft): boolean {
  return answerFields(codebook).every(({ id }) => sameAnswer(a[id], b[id]));
}

/** Whether two references mean the same row: by Identifiant, or by place where a row has none. */
export function sameProject(a: ProjectRef | null, b: ProjectRef | null): boolean {
  if (!a || !b) return a === b;
  return a.id || b.id ? a.id === b.id : a.row === b.row;
}
