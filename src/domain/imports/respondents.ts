import type { Draft } from "../records/project";
import { normalizeText } from "../text/normalize";
import type { Admitted } from "./admit";
import { sourceText } from "./source";
import { wholeRow } from "./tables";
import type { PlannedRow, StudySnapshot } from "./types";
import { contains, isGiven } from "./values";

const who = ({ edition, territory }: Draft): string =>
  `${String(edition)}|${normalizeText(String(territory ?? ""))}`;

/** The people who took part: a row each, none for somebody who is there already. Personal data goes nowhere else. */
export function planRespondents(
  { codebook, tables }: StudySnapshot,
  files: readonly Admitted[],
): PlannedRow[] {
  const label = codebook.table("respondents").title;
  const known = new Map<string, { row: Draft; at: number | null }[]>();
  const remember = (row: Draft, at: number | null) =>
    known.set(who(row), [...(known.get(who(row)) ?? []), { row, at }]);
  tables.respondents.forEach((row, at) => remember(row, at));
  return files.flatMap(({ status, settling, returned, source, edition, territory }) => {
    if (status !== "new" || settling) return [];
    return returned.questionnaire.respondents.flatMap(({ answers }): PlannedRow[] => {
      const values: Draft = Object.fromEntries(
        Object.entries(answers).map(([field, { value }]) => [field, value]),
      );
      if (!Object.values(values).some(isGiven)) return [];
      const after = wholeRow(codebook, "respondents", {
        ...values,
        edition,
        territory,
        source: sourceText(source),
      });
      const same = (known.get(who(after)) ?? []).find(({ row }) => contains(row, values));
      const common = { table: "respondents", edition, territory, label, late: false, questions: [] } as const;
      const from = [returned.digest];
      // Somebody of another file of this set: their row is planned there.
      if (same) {
        if (same.at === null) return [];
        return [
          { ...common, outcome: "unchanged", at: same.at, before: same.row, after: same.row, files: from },
        ];
      }
      remember(after, null);
      return [{ ...common, outcome: "added", at: null, before: null, after, files: from }];
    });
  });
}
