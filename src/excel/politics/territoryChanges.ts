import type { Field } from "../../domain/codebook";
import type { ImportTable, RowChange } from "../../domain/imports/types";
import { sameRow, sameValue } from "../../domain/imports/values";
import { workbookWords } from "../../domain/messages/workbook";
import type { Draft } from "../../domain/records/project";
import { panelDraft } from "../../domain/records/territory";
import { isBlank } from "../../domain/values/answer";
import { StudyError } from "../errors";
import type { TerritorySheet } from "../importContract";
import type { StudyContext } from "../study/rows";
import { blank, inPanel, own, type Placed, type Tables } from "./territoryRows";

/** The name projects know a territory by, and what the product derives: other operations change them. */
const KEPT: ReadonlySet<string> = new Set(["code", "name", "sizeClass"]);

/** The changes of rows that a person's changes of the sheet are, against the rows as they are now. */
export function territoryChanges(
  study: StudyContext,
  tables: Tables,
  sheet: TerritorySheet,
  before: TerritorySheet,
): RowChange[] {
  const { codebook, language } = study;
  const conflicts: Field[] = [];
  /** Fields to set in a row that is there; those somebody else has changed meanwhile are conflicts. */
  const update = (table: ImportTable, { at, row }: Placed, from: Draft, to: Draft): RowChange[] => {
    const fields = codebook.table(table).fields.filter(({ id, kind }) => kind !== "auto" && !KEPT.has(id));
    const changed = fields.filter(
      ({ id }) => id in to && !sameValue(to[id], from[id]) && !sameValue(to[id], row[id]),
    );
    conflicts.push(...changed.filter(({ id }) => !sameValue(row[id], from[id])));
    if (!changed.length) return [];
    const set: Draft = Object.fromEntries(changed.map(({ id }) => [id, to[id] ?? null]));
    const derived = table === "panel" && "population" in set ? panelDraft(codebook, set, language) : set;
    return [{ kind: "update", table, at, before: row, set: derived }];
  };
  const insert = (table: ImportTable, row: Draft): RowChange => ({
    kind: "insert",
    table,
    row: {
      ...blank(codebook, table),
      ...row,
      edition: sheet.edition,
      territory: sheet.territory,
      source: isBlank(row.source) ? workbookWords.entered[language] : row.source,
    },
  });
  /** Rows told apart by what they are about; a row without an answer that is not there yet is not made. */
  const keyed = (
    table: "motivations" | "actors",
    answer: string,
    keyOf: (row: Draft) => string,
    after: readonly Draft[],
    was: readonly Draft[],
  ): RowChange[] => {
    const present = new Map(
      own(tables, table, sheet.edition, sheet.territory).map((placed) => [keyOf(placed.row), placed]),
    );
    const old = new Map(was.map((row) => [keyOf(row), row]));
    return after.flatMap((row) => {
      const placed = present.get(keyOf(row));
      if (placed) return update(table, placed, old.get(keyOf(row)) ?? placed.row, row);
      return isBlank(row[answer]) ? [] : [insert(table, row)];
    });
  };
  const motivationKey = (row: Draft) => `${row.motivation}|${isBlank(row.meaning) ? "" : row.meaning}`;
  const changes = [
    ...update("panel", inPanel(tables, sheet.territory), before.identity, sheet.identity),
    ...keyed(
      "motivations",
      "rank",
      motivationKey,
      [...sheet.motivations, ...sheet.meanings],
      [...before.motivations, ...before.meanings],
    ),
    ...keyed("actors", "agreement", (row) => String(row.statement), sheet.statements, before.statements),
    ...respondents(own(tables, "respondents", sheet.edition, sheet.territory), sheet, before, {
      update,
      insert,
    }),
  ];
  if (conflicts.length) throw StudyError.of("conflict", { fields: conflicts.map(({ label }) => label) });
  return changes;
}

/** People have no key: those left as they were stand for themselves, the others are paired in their order. */
function respondents(
  present: readonly Placed[],
  sheet: TerritorySheet,
  before: TerritorySheet,
  make: {
    update: (table: ImportTable, placed: Placed, from: Draft, to: Draft) => RowChange[];
    insert: (table: ImportTable, row: Draft) => RowChange;
  },
): RowChange[] {
  const old = [...before.respondents];
  const changed = sheet.respondents.filter((row) => {
    const same = old.findIndex((each) => sameRow(each, row));
    if (same >= 0) old.splice(same, 1);
    return same < 0;
  });
  const free = [...present];
  const place = (row: Draft): Placed | undefined => {
    const at = free.findIndex((each) => sameRow(each.row, row));
    return at < 0 ? undefined : free.splice(at, 1)[0];
  };
  const said = (row: Draft) =>
    Object.entries(row).some(
      ([id, value]) => !["edition", "territory", "source"].includes(id) && !isBlank(value),
    );
  return [
    ...changed.flatMap((row, i): RowChange[] => {
      const from = old[i];
      if (!from) return said(row) ? [make.insert("respondents", row)] : [];
      const placed = place(from);
      // Somebody has changed or deleted this person's row meanwhile.
      if (!placed) throw StudyError.of("importStale", { rows: [sheet.territory] });
      return said(row)
        ? make.update("respondents", placed, from, row)
        : [{ kind: "delete", table: "respondents", at: placed.at, before: placed.row }];
    }),
    ...old.slice(changed.length).flatMap((row): RowChange[] => {
      const placed = place(row);
      return placed ? [{ kind: "delete", table: "respondents", at: placed.at, before: placed.row }] : [];
    }),
  ];
}
