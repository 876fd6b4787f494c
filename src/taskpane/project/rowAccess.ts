import type { Draft } from "../../domain/records/project";
import type { ProjectRef, ProjectRow, StudyOperations, StudyState } from "../../excel/contract";
import { changedFields, isBlankAnswer, sameAnswer, sameAnswers } from "./draft";

/** A draft with the edition the study is of, where the row has none. */
export function withEdition({ codebook, editionId }: StudyState, draft: Draft): Draft {
  const edition = codebook.table("projects").fields.find(({ kind }) => kind === "edition");
  return edition && isBlankAnswer(draft[edition.id]) ? { ...draft, [edition.id]: editionId } : draft;
}

/** The row just written. One that had no Identifiant has got one by it, and is known by its place only. */
export async function readWritten(
  study: StudyOperations,
  ref: ProjectRef,
  draft: Draft,
): Promise<ProjectRow> {
  const there = await study.readProjectAt(ref.row);
  const isIt = there && (there.id === ref.id || sameAnswers(study.getState().codebook, there.draft, draft));
  return isIt ? there : study.readProject(ref);
}

/** The row, or null if it is gone; that is no error to tell here. */
export async function readQuietly(study: StudyOperations, ref: ProjectRef): Promise<ProjectRow | null> {
  try {
    return await study.readProject(ref);
  } catch (error) {
    const { notice } = study.getState();
    if (notice && (error as { notice?: unknown }).notice === notice) study.dismissNotice();
    return null;
  }
}

/** After a refused write: the very answers the person changed, and someone else too; null if none. */
export async function findConflict(
  study: StudyOperations,
  ref: ProjectRef,
  before: Draft,
  draft: Draft,
): Promise<{ now: Draft; fields: string[] } | null> {
  const row = await study.readProject(ref).catch(() => null);
  if (!row) return null;
  const mine = new Set(changedFields(before, draft));
  const fields = changedFields(before, row.draft).filter(
    (id) => mine.has(id) && !sameAnswer(row.draft[id], draft[id]),
  );
  return fields.length > 0 ? { now: row.draft, fields } : null;
}

/** The row as it is now, with the person's own changes on top. */
export function withMine(now: Draft, before: Draft, draft: Draft): Draft {
  return { ...now, ...Object.fromEntries(changedFields(before, draft).map((id) => [id, draft[id]])) };
}
