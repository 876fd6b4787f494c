import type { ListedProject } from "../../../domain/codebook";
import { serialOfDate } from "../../../domain/records/dates";
import type { Draft } from "../../../domain/records/project";
import type { Field } from "../../../domain/codebook";
import type { Making } from "./making";
import { isSpecial, type Speech } from "./speech";

/** Empty rows for a domain's other projects, and rows for any domain below all of them. */
const FREE_PER_DOMAIN = 3;
const FREE_ROWS = 40;

/** One row of the sheet of projects, before it is written. */
export interface ProjectRow {
  /** Code of the domain; null where the person chooses it. */
  readonly domain: number | null;
  readonly listed?: ListedProject;
  /** Name of a project that is not listed, from the last edition. */
  readonly name?: string;
  /** Answers of the last edition. */
  readonly earlier?: Draft;
  readonly startsDomain: boolean;
}

/**
 * The rows: for each domain its listed projects, those the territory named last time, and a few empty ones;
 * below, empty rows for any domain. Nothing of the last edition is left out for want of room.
 */
export function projectRows({ codebook, previous }: Making): ProjectRow[] {
  const domains = codebook.activeCodes(codebook.field("projects", "domain"));
  const rows: ProjectRow[] = [];
  for (const { code: domain } of domains) {
    const earlier = (previous?.projects ?? []).filter((draft) => draft.domain === domain);
    const known = new Map<string, Draft>();
    const others: Draft[] = [];
    for (const draft of earlier) {
      const listed = codebook.findListedProject(String(draft.project ?? ""), domain);
      if (listed && listed.active !== false && !known.has(listed.id)) known.set(listed.id, draft);
      else if (String(draft.project ?? "").trim()) others.push(draft);
    }
    const own: Omit<ProjectRow, "startsDomain">[] = [
      ...codebook.listedProjects(domain).map((listed) => ({ domain, listed, earlier: known.get(listed.id) })),
      ...others.map((draft) => ({ domain, name: String(draft.project), earlier: draft })),
      ...Array.from({ length: FREE_PER_DOMAIN }, () => ({ domain })),
    ];
    rows.push(...own.map((row, i) => ({ ...row, startsDomain: i === 0 })));
  }
  rows.push(...Array.from({ length: FREE_ROWS }, (_, i) => ({ domain: null, startsDomain: i === 0 })));
  return rows;
}

/** What the cell of an answer given earlier holds. */
export function cellOf(
  speech: Speech,
  field: Field,
  value: Draft[string] | undefined,
): string | number | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (field.kind === "code") return speech.answer(field.list!, value) || undefined;
  if (isSpecial(value)) return speech.special(value);
  if (field.kind === "date") return serialOfDate(String(value)) ?? undefined;
  return value;
}

/** How far a row is filled: what the formulas of its last columns say before anybody has typed. */
export interface RowState {
  /** Answers missing; null when no project is declared in the row. */
  readonly missing: number | null;
  readonly hasStatus: boolean;
  readonly isAbsent: boolean;
}

/** @param answers Cells of the answers, comment included. */
export function rowState(fields: readonly Field[], row: ProjectRow, answers: readonly unknown[]): RowState {
  const status = String(answers[0] ?? "");
  const isAbsent = status.startsWith("SO");
  const isDeclared = row.name !== undefined || answers.some((value) => value !== undefined);
  if (!isDeclared || isAbsent) return { missing: null, hasStatus: false, isAbsent };
  const missing = fields.filter((field, i) => field.kind !== "text" && answers[i] === undefined).length;
  return { missing, hasStatus: answers[0] !== undefined, isAbsent };
}
