import type { TableId } from "../../domain/codebook";
import type { ImportTable, StudySnapshot } from "../../domain/imports/types";
import { sheetNames, workbookWords } from "../../domain/messages/workbook";
import { dateOfSerial } from "../../domain/records/dates";
import type { Draft } from "../../domain/records/project";
import { StudyError } from "../errors";
import { askTable, draftOf, type StudyContext } from "../study/rows";
import { bodyRows, isSmall, readInBlocks, type Rows } from "../tables/read";

const importTables: readonly ImportTable[] = [
  ...(["panel", "projects", "motivations", "actors", "respondents", "rejects", "journal"] as const),
];

/** The rows of tables as drafts, in the order of the tables: two or three requests for a study of usual size. */
export async function readTables<T extends ImportTable>(
  context: Excel.RequestContext,
  study: StudyContext,
  ids: readonly T[],
): Promise<Record<T, Draft[]>> {
  const { loader, codebook } = study;
  if (!loader.shape("projects") && !loader.shape("panel")) throw StudyError.of("noStudy", {});
  const known = ids.filter((id) => loader.shape(id));
  const asked = known.map((id) => {
    const shape = loader.shape(id)!;
    const { rowCount } = shape.facts;
    return {
      id,
      answer: askTable(context, study, id),
      body: isSmall(shape) ? bodyRows(context, shape, 0, rowCount) : null,
    };
  });
  await context.sync();
  const tables = Object.fromEntries(ids.map((id) => [id, [] as Draft[]])) as Record<T, Draft[]>;
  for (const { id, answer, body } of asked) {
    const { shape } = answer();
    const add = (rows: Rows) => void tables[id].push(...rows.map((cells) => draftOf(codebook, shape, cells)));
    const before = loader.shape(id as TableId)!.facts;
    const { facts } = shape;
    const same =
      before.sheetId === facts.sheetId &&
      before.row === facts.row &&
      before.column === facts.column &&
      before.rowCount === facts.rowCount &&
      before.headers.length === facts.headers.length;
    if (body && same) add(body.values);
    else await readInBlocks(context, shape, add);
  }
  return tables;
}

/** The whole study, for a dry run. */
export async function readSnapshot(
  context: Excel.RequestContext,
  study: StudyContext,
): Promise<StudySnapshot> {
  const { codebook, editionId, language } = study;
  const home = context.workbook.worksheets.getItemOrNullObject(sheetNames.home).load("name");
  const tables = await readTables(context, study, importTables);
  const closing = home.isNullObject ? undefined : await closingDate(context, home);
  return {
    codebook,
    editionId,
    language,
    tables,
    ...(closing === undefined ? {} : { closingDate: closing }),
  };
}

/** The closing date on the home sheet, where a person may have changed it; undefined if it is not there. */
async function closingDate(
  context: Excel.RequestContext,
  home: Excel.Worksheet,
): Promise<string | null | undefined> {
  const cells = home.getRange("A1:B12").load("values");
  await context.sync();
  const { fr, en } = workbookWords.closing;
  const line = cells.values.find(([label]) => label === fr || label === en);
  if (!line) return undefined;
  return typeof line[1] === "number" && line[1] > 0 ? dateOfSerial(line[1]) : null;
}
