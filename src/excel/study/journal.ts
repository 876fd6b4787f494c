import type { Codebook, TableId } from "../../domain/codebook";
import { shownValue } from "../../domain/imports/values";
import { importWords } from "../../domain/messages/imports";
import { dateOfSerial, nowSerial } from "../../domain/records/dates";
import type { Draft } from "../../domain/records/project";
import { isBlankRow } from "../../domain/validation";
import { isBlank } from "../../domain/values/answer";
import type { Localized } from "../../domain/language";
import { rowOf } from "../base/sinks";
import { runExcel } from "../session";
import { askTable, cellsOf, rowRange, type StudyContext } from "./rows";

/** Characters of a line; a cell holds a few more. */
const MOST = 32_000;

/** The line of the Journal that tells a correction made by hand: what it is about, and every value it changed. */
export function correctionLine(
  { codebook, language }: Pick<StudyContext, "codebook" | "language">,
  about: string,
  changes: readonly Localized[],
): Draft {
  const said = changes.map((change) => change[language]).join(" ; ");
  const change = `${about}${language === "fr" ? " : " : ": "}${said}.`;
  return {
    ...Object.fromEntries(codebook.table("journal").fields.map(({ id }) => [id, null])),
    date: dateOfSerial(nowSerial()),
    operation: importWords.correction[language],
    change: change.length > MOST ? `${change.slice(0, MOST)}…` : change,
  };
}

/** What changed in some fields of a row; of personal data only that it did. */
export function fieldChanges(
  codebook: Codebook,
  table: TableId,
  before: Draft,
  after: Draft,
  fields: readonly string[],
): Localized[] {
  return codebook
    .table(table)
    .fields.filter(({ id }) => fields.includes(id))
    .map((field): Localized => {
      if (field.personal) return importWords.fieldChanged({ field: field.label, was: null, now: null });
      const shown = (value: Draft[string] | undefined): Localized =>
        isBlank(value) ? importWords.blank : shownValue(codebook, field, value!);
      const [was, now] = [shown(before[field.id]), shown(after[field.id])];
      return importWords.fieldChanged({ field: field.label, was, now });
    });
}

/** Everything a row said, for the line that tells its deletion. */
export function rowSaid(codebook: Codebook, table: TableId, row: Draft): Localized[] {
  const fields = codebook.table(table).fields.filter(({ id, kind }) => kind !== "auto" && !isBlank(row[id]));
  return fields.map((field) => {
    const value = shownValue(codebook, field, row[field.id]!);
    return { fr: `${field.label.fr} ${value.fr}`, en: `${field.label.en} ${value.en}` };
  });
}

/** A request to which a line of the Journal can be added. */
export interface Journal {
  /** Adds a line to the request under way: before the change it tells, so that no change goes untold. */
  write(line: Draft): void;
  /** Sends the request; when it fails the line is taken out again. */
  send(): Promise<void>;
}

/**
 * A line of the Journal in the same request as the change it tells: asked for before one request, it is written in
 * the next. Without the table, or on a protected sheet, the change is made all the same.
 */
export function askJournal(context: Excel.RequestContext, study: StudyContext): Journal {
  const known = study.loader.shape("journal");
  const ask = known && askTable(context, study, "journal", known.facts.rowCount === 1 ? 0 : undefined);
  let written: { readonly at: number; readonly fills: boolean; readonly shown: readonly unknown[] } | null =
    null;
  return {
    write(line) {
      const live = ask?.();
      if (!live || live.protected) return;
      const cells = cellsOf(study, live.shape, line, Object.keys(line));
      const fills = !!live.guess && isBlankRow(rowOf(live.shape.map, live.guess.values));
      if (fills) rowRange(live, 0).values = [cells];
      else live.table.rows.add(undefined, [cells as (string | number | boolean)[]]);
      const shown = cells.map((cell) =>
        typeof cell === "string" && cell.startsWith("'") ? cell.slice(1) : (cell ?? ""),
      );
      written = { at: fills ? 0 : live.shape.facts.rowCount, fills, shown };
    },
    async send() {
      try {
        await context.sync();
      } catch (error) {
        if (written) await takeOut(study, written).catch((why) => console.warn("BVN: Journal", why));
        throw error;
      }
      if (!written) return;
      const { at, fills, shown } = written;
      study.loader.wrote("journal", { kind: fills ? "update" : "insert", at, rows: [shown] });
    },
  };
}

/** Takes a line out that was written for a change that failed, if it is there. */
function takeOut(
  study: StudyContext,
  { at, fills, shown }: { at: number; fills: boolean; shown: readonly unknown[] },
): Promise<void> {
  return runExcel(async (context) => {
    const ask = askTable(context, study, "journal");
    await context.sync();
    const live = ask();
    if (at >= live.shape.facts.rowCount) return;
    const range = rowRange(live, at).load("values");
    await context.sync();
    if (range.values[0].some((value, i) => String(value) !== String(shown[i]))) return;
    if (fills) range.values = [shown.map(() => "")];
    else live.table.rows.getItemAt(at).delete();
    await context.sync();
  }, study.run);
}
