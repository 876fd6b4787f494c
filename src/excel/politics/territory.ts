import type { Language, Localized } from "../../domain/language";
import type { RowChange } from "../../domain/imports/types";
import { sameValue } from "../../domain/imports/values";
import { importWords } from "../../domain/messages/imports";
import { sentence, StudyError } from "../errors";
import type { TerritorySheet } from "../importContract";
import { reversed } from "../imports/progress";
import type { WriteOptions } from "../imports/write";
import { correctionLine, fieldChanges } from "../study/journal";
import type { StudyContext } from "../study/rows";
import type { Done } from "../study/undo";
import { territoryChanges } from "./territoryChanges";
import { readTablesOf, sheetOf } from "./territoryRows";

export type Writer = (changes: readonly RowChange[], options?: WriteOptions) => Promise<void>;

/** Everything one territory said in the study's edition that is no project; one request. */
export async function readTerritory(study: StudyContext, territory: string): Promise<TerritorySheet> {
  return sheetOf(study, await readTablesOf(study), territory);
}

/** Writes what a person changed of a territory's sheet, and only this; three requests. */
export async function saveTerritory(
  study: StudyContext,
  write: Writer,
  sheet: TerritorySheet,
  before: TerritorySheet,
): Promise<Done<void>> {
  const tables = await readTablesOf(study);
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
