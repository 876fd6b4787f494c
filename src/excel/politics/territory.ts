import type { Codebook, Field } from "../../domain/codebook";
import type { Language, Localized } from "../../domain/language";
import type { ImportTable, RowChange } from "../../domain/imports/types";
import { sameRow, sameValue } from "../../domain/imports/values";
import { importWords } from "../../domain/messages/imports";
import { workbookWords } from "../../domain/messages/workbook";
import type { Draft } from "../../domain/records/project";
import { panelDraft } from "../../domain/records/territory";
import { normalizeText } from "../../domain/text/normalize";
import { isBlank } from "../../domain/values/answer";
import { sentence, StudyError } from "../errors";
import type { TerritorySheet } from "../importContract";
import { reversed } from "../imports/progress";
import { readTables } from "../imports/snapshot";
import type { WriteOptions } from "../imports/write";
import { runExcel } from "../session";
import { correctionLine, fieldChanges } from "../study/journal";
import type { Done } from "../study/projects";
import type { StudyContext } from "../study/rows";

export type Writer = (changes: readonly RowChange[], options?: WriteOptions) => Promise<void>;

const TABLES = ["panel", "motivations", "actors", "respondents"] as const;
type Tables = Record<(typeof TABLES)[number], Draft[]>;

/** A row with its place. */
interface Placed {
  readonly at: number;
  readonly row: Draft;
}

/** The name projects know a territory by, and what the product derives: other operations change them. */
const KEPT: ReadonlySet<string> = new Set(["code", "name", "sizeClass"]);

/** Everything one territory said in the study's edition that is no project; one request. */
export async function readTerritory(study: StudyContext, territory: string): Promise<TerritorySheet> {
  return sheetOf(study, await read(study), territory);
}

const read = (study: StudyContext): Promise<Tables> =>
  runExcel((context) => readTables(context, study, TABLES), study.run);

function sheetOf(study: StudyContext, tables: Tables, territory: string): TerritorySheet {
  const { codebook, editionId: edition } = study;
  const identity = inPanel(tables, territory).row;
  const name = String(identity.name);
  const answers = (
    table: "motivations" | "actors",
    about: string,
    answer: string,
    rows: readonly Placed[],
  ): Draft[] => {
    const known = new Map(rows.map(({ row }) => [row[about], row]));
    const field = codebook.field(table, about);
    const offered = codebook.activeCodes(field).map(({ code }) => code);
    const others = [...known.keys()].filter(
      (code): code is number => typeof code === "number" && !offered.includes(code),
    );
    return [...offered, ...others].map(
      (code) =>
        known.get(code) ?? {
          ...blank(codebook, table),
          edition,
          territory: name,
          [about]: code,
          [answer]: null,
        },
    );
  };
  const motivations = own(tables, "motivations", edition, name);
  return {
    territory: name,
    edition,
    identity,
    respondents: own(tables, "respondents", edition, name).map(({ row }) => row),
    motivations: answers(
      "motivations",
      "motivation",
      "rank",
      motivations.filter(({ row }) => isBlank(row.meaning)),
    ),
    meanings: motivations.filter(({ row }) => !isBlank(row.meaning)).map(({ row }) => row),
    statements: answers("actors", "statement", "agreement", own(tables, "actors", edition, name)),
  };
}

function inPanel(tables: Tables, territory: string): Placed {
  const key = normalizeText(territory);
  const at = tables.panel.findIndex(({ name }) => key !== "" && normalizeText(String(name ?? "")) === key);
  if (at < 0) throw StudyError.of("territoryNotInPanel", { territory });
  return { at, row: tables.panel[at] };
}

const blank = (codebook: Codebook, table: ImportTable): Draft =>
  Object.fromEntries(codebook.table(table).fields.map(({ id }) => [id, null]));

function own(
  tables: Tables,
  table: Exclude<keyof Tables, "panel">,
  edition: string,
  territory: string,
): Placed[] {
  const key = normalizeText(territory);
  return tables[table].flatMap((row, at) =>
    String(row.edition ?? "") === edition && normalizeText(String(row.territory ?? "")) === key
      ? [{ at, row }]
      : [],
  );
}

/** Writes what a person changed of a territory's sheet, and only this; three requests. */
export async function saveTerritory(
  study: StudyContext,
  write: Writer,
  sheet: TerritorySheet,
  before: TerritorySheet,
): Promise<Done<void>> {
  const tables = await read(study);
  const changes = territoryChanges(study, tables, sheet, before);
  const what = sentence("territorySaved", sheet);
  const line = (said: readonly Localized[]): RowChange => ({
    kind: "insert",
    table: "journal",
    row: correctionLine(study, sheet.territory, said),
  });
  const told = changes.length ? [line(changes.flatMap((change) => toldOf(study, change)))] : [];
  return written(write, [...changes, ...told], "territorySaved", what, [
    line([importWords.undone({ what })]),
  ]);
}

/** What a change of a row says in the Journal. */
function toldOf({ codebook }: StudyContext, change: RowChange): Localized[] {
  const { table } = change;
  const row = change.kind === "insert" ? change.row : change.before;
  const after = change.kind === "update" ? { ...row, ...change.set } : change.kind === "insert" ? row : {};
  const was = change.kind === "insert" ? {} : row;
  const about =
    table === "motivations" ? [row.motivation, row.meaning] : table === "actors" ? [row.statement] : [];
  const lists = table === "motivations" ? ["motivation", "motivationMeaning"] : ["statement"];
  const name = (language: Language) =>
    about
      .flatMap((code, i) => (typeof code === "number" ? [codebook.label(lists[i], code, language)] : []))
      .join(", ");
  const fields = codebook
    .table(table)
    .fields.filter(({ id, kind }) => kind !== "auto" && !ABOUT.has(id) && !sameValue(was[id], after[id]))
    .map(({ id }) => id);
  return fieldChanges(codebook, table, was, after, fields).map(({ fr, en }) => ({
    fr: [name("fr"), fr].filter(Boolean).join(", "),
    en: [name("en"), en].filter(Boolean).join(", "),
  }));
}

/** Fields that say which row it is. */
const ABOUT: ReadonlySet<string> = new Set([
  ...["edition", "territory", "motivation", "meaning", "statement", "source"],
]);

/** Writes changes if there are any, and knows how to undo them. @param onUndo Rows to write along when undoing. */
export async function written(
  write: Writer,
  changes: readonly RowChange[],
  code: string,
  what: ReturnType<typeof sentence>,
  onUndo: readonly RowChange[] = [],
): Promise<Done<void>> {
  if (!changes.length) {
    const nothing = {
      code: "nothingToSave",
      what: sentence("nothingToSave", {}),
      revert: async () => undefined,
    };
    return { result: undefined, undo: nothing };
  }
  await write(changes);
  return { result: undefined, undo: { code, what, revert: () => takeBack(write, changes, what, onUndo) } };
}

/** Undo: every row must still be as it was written. */
async function takeBack(
  write: Writer,
  changes: readonly RowChange[],
  what: ReturnType<typeof sentence>,
  onUndo: readonly RowChange[],
): Promise<void> {
  try {
    // The Journal keeps its lines.
    await write([...reversed(changes.filter(({ table }) => table !== "journal")), ...onUndo]);
  } catch (error) {
    if (error instanceof StudyError && error.notice.code === "importStale")
      throw StudyError.of("undoRefused", { what }, error);
    throw error;
  }
}

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
