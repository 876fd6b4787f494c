import { hashText, newId } from "../records/ids";
import type { Draft } from "../records/project";
import { mulberry32 } from "../sample/random";
import type { Localized } from "../language";
import type { MergedRow } from "./sides";
import { withSources } from "./source";
import { wholeRow, type Inclusion } from "./tables";
import type { AnswerTable, PlannedRow, StudySnapshot } from "./types";
import { sameRow } from "./values";

/** What a row is about, beside its answers. */
export interface RowSubject {
  readonly table: AnswerTable;
  readonly edition: string;
  readonly territory: string;
  readonly groupKey: string;
  readonly label: Localized;
  readonly fixed: Draft;
}

/** Makes the rows of the tables from what was merged; ids of new projects follow from what they are. */
export class RowMaker {
  private readonly takenIds: Set<string>;

  constructor(
    private readonly snapshot: StudySnapshot,
    private readonly inclusion: Inclusion,
  ) {
    this.takenIds = new Set(snapshot.tables.projects.map(({ id }) => String(id ?? "")));
  }

  /** @param renamed What a row of the base is about from now on, where that changes. */
  planned(subject: RowSubject, merged: MergedRow, nth: number, renamed: Draft = {}): PlannedRow {
    const { table, edition, territory, label, fixed } = subject;
    const before = merged.current?.row ?? null;
    const { codebook } = this.snapshot;
    const source = withSources(String(before?.source ?? ""), merged.contributors);
    const own: Draft =
      table === "panel"
        ? {}
        : before
          ? {
              ...renamed,
              inclusion: this.inclusionNow(before, merged.late),
              source: source || (before.source ?? null),
            }
          : { edition, territory, ...fixed, inclusion: merged.late ? this.inclusion.late : null, source };
    const id: Draft = table === "projects" && !before ? { id: this.newId(subject.groupKey, nth) } : {};
    const after = wholeRow(codebook, table, { ...before, ...merged.values, ...own, ...id });
    const changed = !before || !sameRow(before, after);
    const conflicting = merged.undecided.length > 0;
    return {
      table,
      edition,
      territory,
      label,
      outcome: conflicting ? "conflicting" : !before ? "added" : changed ? "changed" : "unchanged",
      late: merged.late,
      at: merged.current?.at ?? null,
      before,
      after,
      questions: merged.questions,
      files: [...new Set(merged.files)],
    };
  }

  /** A row that was late and is in time now counts; every other mark is a person's. */
  private inclusionNow(before: Draft, late: boolean): Draft[string] {
    const marked = before.inclusion ?? null;
    return !late && this.inclusion.late !== null && marked === this.inclusion.late ? null : marked;
  }

  private newId(groupKey: string, nth: number): string {
    const id = newId(this.takenIds, mulberry32(hashText(`${groupKey}\u0001${nth}`) % 2 ** 32));
    this.takenIds.add(id);
    return id;
  }
}
