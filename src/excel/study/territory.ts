import type { Draft } from "../../domain/records/project";
import { panelDraft, panelName } from "../../domain/records/territory";
import { isBlankRow } from "../../domain/validation";
import { rowOf } from "../base/sinks";
import type { PanelTerritory } from "../contract";
import { sentence, StudyError, toStudyError } from "../errors";
import { runExcel } from "../session";
import type { Done } from "./undo";
import { askTable, cellsOf, mustBeOpen, rowRange, type StudyContext } from "./rows";

/** Adds a territory to the panel, under a name that no other one of the panel has. Two requests. */
export async function addTerritory(
  study: StudyContext,
  territory: PanelTerritory & { parent?: string },
  panel: readonly PanelTerritory[],
): Promise<Done<string>> {
  const known = panel.find(({ code }) => code !== "" && code === territory.code);
  if (known) throw StudyError.of("territoryKnown", { territory: known.name, code: known.code });
  const name = panelName(territory, panel);
  const { codebook, language } = study;
  const codeIn = (id: string, label: string): Draft[string] => {
    const answer = codebook.reader(codebook.field("panel", id).list!).read(label);
    return answer.kind === "code" ? answer.code : label;
  };
  const draft = panelDraft(
    codebook,
    {
      code: territory.code,
      name,
      type: codeIn("type", territory.type),
      region: codeIn("region", territory.region),
      parent: territory.parent ?? null,
      population: territory.population,
    },
    language,
  );
  const { facts } = study.loader.shape("panel") ?? {};
  try {
    return await runExcel(async (context) => {
      const ask = askTable(context, study, "panel", 0);
      await context.sync();
      const live = ask();
      mustBeOpen(live);
      const { shape, table } = live;
      const cells = cellsOf(study, shape, draft, Object.keys(draft));
      const fills =
        shape.facts.rowCount === 1 && !!live.guess && isBlankRow(rowOf(shape.map, live.guess.values));
      const row = fills ? 0 : shape.facts.rowCount;
      if (fills) rowRange(live, row).values = [cells];
      else table.rows.add(undefined, [cells as (string | number | boolean)[]]);
      const written = rowRange(live, row).load("values");
      await context.sync();
      study.loader.wrote("panel", { kind: fills ? "update" : "insert", at: row, rows: written.values });
      const what = sentence("territoryAdded", { territory: name });
      return {
        result: name,
        undo: { code: "territoryAdded", what, revert: () => takeBack(study, row, written.values[0]) },
      };
    }, study.run);
  } catch (error) {
    throw toStudyError(error, { table: facts?.name, sheet: facts?.sheet });
  }

  async function takeBack(undoing: StudyContext, row: number, written: readonly unknown[]): Promise<void> {
    await runExcel(async (context) => {
      const ask = askTable(context, undoing, "panel", row);
      await context.sync();
      const live = ask();
      mustBeOpen(live);
      const what = sentence("territoryAdded", { territory: name });
      if (!live.guess || live.guess.values.some((value, i) => String(value) !== String(written[i]))) {
        throw StudyError.of("undoRefused", { what });
      }
      const last = live.shape.facts.rowCount === 1;
      if (last) rowRange(live, row).values = [cellsOf(undoing, live.shape, {}, Object.keys(draft))];
      else live.table.rows.getItemAt(row).delete();
      await context.sync();
      undoing.loader.wrote(
        "panel",
        last
          ? { kind: "update", at: row, rows: [live.shape.facts.headers.map(() => "")] }
          : { kind: "remove", at: row },
      );
    }, undoing.run);
  }
}
