import { decisionCell, rememberedDecisions } from "../imports/questions";
import { rejectRows } from "../imports/records";
import { digestTag } from "../imports/source";
import type { RowChange, TableChanges } from "../imports/types";
import { sameRow } from "../imports/values";
import { importWords } from "../messages/imports";
import { mappingWords } from "../messages/olderBase";
import type { Draft } from "../records/project";
import type { BasePlan } from "./plan";
import type { BaseFile } from "./types";

/** What was chosen when this very file came before. */
export function rememberedChoices(journal: readonly Draft[], { digest }: BaseFile): [string, string][] {
  const tag = digestTag(digest);
  return rememberedDecisions(journal).flatMap(({ key, option, files }): [string, string][] =>
    files.includes(tag) ? [[key, option]] : [],
  );
}

/**
 * Rows to write for a base, all of them or none: its answers, the territories added, what is put aside, and the
 * lines of the Journal, one the file and one a choice.
 * @param today ISO date written into Rejets and Journal.
 * @throws RangeError while something is open
 */
export function baseChanges(plan: BasePlan, { today }: { readonly today: string }): TableChanges {
  if (plan.open > 0) throw new RangeError(`${plan.open} items are still open`);
  if (plan.again) return { files: [], changes: [] };
  const { snapshot, file, items } = plan;
  const { language, tables } = snapshot;
  const changes: RowChange[] = [...plan.changes];
  for (const row of rejectRows(plan, today)) changes.push({ kind: "insert", table: "rejects", row });
  const editions = plan.editions.map(({ edition }) => edition);
  const lines: Draft[] = [
    {
      date: today,
      operation: importWords.imported[language],
      file: file.name,
      digest: file.digest,
      change: mappingWords.journal({ ...plan, editions })[language],
    },
    ...items.flatMap(({ key, chosen, where, found, count, options }): Draft[] => {
      const option = options.find(({ id }) => id === chosen);
      if (!option) return [];
      return [
        {
          date: today,
          operation: importWords.decision[language],
          file: file.name,
          digest: decisionCell({ key, option: option.id, files: [file.digest] }),
          change: mappingWords.decided({ where, found, answer: option.label, count })[language],
        },
      ];
    }),
  ];
  for (const row of lines)
    if (!tables.journal.some((other) => sameRow(other, row)))
      changes.push({ kind: "insert", table: "journal", row });
  return { files: [file.digest], changes };
}
