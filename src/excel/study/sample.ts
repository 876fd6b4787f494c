import type { TableId } from "../../domain/codebook";
import { sheetNames, workbookWords } from "../../domain/messages/workbook";
import { asText, type Draft } from "../../domain/records/project";
import type { Localized } from "../../domain/language";
import { panelDraft } from "../../domain/records/territory";
import { toStudyError } from "../errors";
import { runExcel } from "../session";
import { homeCells } from "../workbook/home";
import { journalCells } from "../workbook/apply";
import { askTable, cellsOf, mustBeOpen, rowRange, type LiveTable, type StudyContext } from "./rows";

export interface SampleRows {
  readonly panel: readonly Draft[];
  readonly projects: readonly Draft[];
  readonly motivations: readonly Draft[];
  readonly actors: readonly Draft[];
  readonly notes: readonly Localized[];
}

/** The tables the sample fills. */
const TABLES = ["panel", "projects", "motivations", "actors"] as const;

/**
 * Writes the sample into a study whose tables are empty: all rows and notes in one request, taken out again if it
 * fails half-way. The caller has made sure that the tables are empty.
 */
export async function writeSample(study: StudyContext, sample: SampleRows, change: string): Promise<void> {
  const { codebook, language } = study;
  const rows = { ...sample, panel: sample.panel.map((draft) => panelDraft(codebook, draft, language)) };
  let writing = false;
  try {
    await runExcel(async (context) => {
      const asks = ([...TABLES, "journal"] as const).map((id) => askTable(context, study, id, 0));
      const home = context.workbook.worksheets.getItemOrNullObject(sheetNames.home).load("name");
      await context.sync();
      const lives = asks.map((ask) => ask());
      const journal = lives.at(-1)!;
      lives.forEach(mustBeOpen);
      writing = true;
      TABLES.forEach((id, i) => fill(study, lives[i], rows[id]));
      const { definition, map, facts } = journal.shape;
      const line = journalCells(
        definition,
        facts.headers.length,
        map.columns,
        workbookWords.sampleLoaded[language],
        change,
      );
      journal.table.rows.add(undefined, [line]);
      if (!home.isNullObject) {
        const notes = [workbookWords.notes, ...sample.notes].map((note) => [asText(note[language])]);
        const { row: at, column } = homeCells.notes;
        home.getRangeByIndexes(at, column, notes.length, 1).values = notes;
        home.getRangeByIndexes(at, column, 1, 1).format.font.bold = true;
      }
      await context.sync();
    }, study.run);
  } catch (error) {
    if (writing) await empty(study, TABLES);
    throw toStudyError(error, study.loader.shape("projects")?.facts);
  }
}

/** The first row goes into the blank one an empty table has. */
function fill(study: StudyContext, live: LiveTable, drafts: readonly Draft[]): void {
  const fields = live.shape.definition.fields.map(({ id }) => id);
  const [first, ...others] = drafts.map((draft) => cellsOf(study, live.shape, draft, fields));
  if (!first) return;
  rowRange(live, 0).values = [first];
  if (others.length) live.table.rows.add(undefined, others as (string | number | boolean)[][]);
}

/** Makes tables empty again after a failure; if that fails too, the first failure is still the one to tell. */
async function empty(study: StudyContext, tables: readonly TableId[]): Promise<void> {
  try {
    await runExcel(async (context) => {
      const asks = tables.map((id) => askTable(context, study, id));
      await context.sync();
      for (const live of asks.map((ask) => ask())) {
        const { facts, definition } = live.shape;
        if (facts.rowCount > 1) {
          const { row, column, headers } = facts;
          live.sheet.getRangeByIndexes(row + 2, column, facts.rowCount - 1, headers.length).clear("Contents");
          live.table.resize(live.sheet.getRangeByIndexes(row, column, 2, headers.length));
        }
        const fields = definition.fields.map(({ id }) => id);
        rowRange(live, 0).values = [cellsOf(study, live.shape, {}, fields)];
      }
      await context.sync();
    });
  } catch (error) {
    console.warn("BVN: the sample could not be taken out again", error);
  }
}
