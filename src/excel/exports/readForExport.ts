import { exportTables, type ExportTableId, type StudyData } from "../../domain/exports";
import type { Draft } from "../../domain/records/project";
import { StudyError } from "../errors";
import { runExcel } from "../session";
import { askTable, draftOf, type StudyContext } from "../study/rows";
import { readInBlocks } from "../tables/read";

export interface ReadOptions {
  readonly progress?: (share: number) => void;
  readonly cancelled?: () => boolean;
}

/**
 * The rows of the study's tables, as they stand now; a table that is not there has none. One request to look,
 * one a table of usual size, blocks for large ones: between two of them the reading can be stopped.
 * @throws StudyError noStudy, exportStopped
 */
export function readForExport(
  study: StudyContext,
  { people }: { readonly people: boolean },
  { progress, cancelled }: ReadOptions = {},
): Promise<StudyData> {
  const { loader, codebook, editionId } = study;
  if (!loader.shape("projects") && !loader.shape("panel")) throw StudyError.of("noStudy", {});
  const wanted = exportTables.filter((id) => loader.shape(id) && (people || id !== "respondents"));
  return runExcel(async (context) => {
    const asked = wanted.map((id) => ({ id, answer: askTable(context, study, id) }));
    await context.sync();
    const found = asked.map(({ id, answer }) => ({ id, shape: answer().shape }));
    const total = found.reduce((sum, { shape }) => sum + shape.facts.rowCount, 0);
    const tables = Object.fromEntries(exportTables.map((id) => [id, [] as Draft[]])) as Record<
      ExportTableId,
      Draft[]
    >;
    let read = 0;
    for (const { id, shape } of found) {
      await readInBlocks(context, shape, (rows) => {
        if (cancelled?.()) throw StudyError.of("exportStopped", {});
        for (const cells of rows) tables[id].push(draftOf(codebook, shape, cells));
        read += rows.length;
        progress?.(read / total);
      });
    }
    return { codebook, editionId, tables };
  }, study.run);
}
