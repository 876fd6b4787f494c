import { runExcel } from "../session";
import { writeSynthesis } from "../workbook/home";
import { sameName } from "../workbook/plan";
import type { BuildInput } from "./build";
import { putPicturesBack } from "./pictures";
import type { Standing } from "./standing";
import type { BuiltSheet } from "./target";
import type { Work } from "./work";
import { clearBlock, placeChart, writeBlock } from "./write";

/**
 * Puts the workbook back as it was before a build that failed: what was added goes, what was moved or rewritten
 * comes back. Other people's cells and charts were not touched and are not now.
 * @returns Whether it is as before.
 */
export async function rollBack(
  target: BuiltSheet,
  { codebook, language, run }: Pick<BuildInput, "codebook" | "language" | "run">,
  standing: Standing,
  work: Work,
): Promise<boolean> {
  try {
    await runExcel(async (context) => {
      const { worksheets, names, settings } = context.workbook;
      const sheets = worksheets.load("items/id,items/name");
      const known = names.load("items/name,items/formula");
      const setting = settings.getItemOrNullObject(target.setting).load("value");
      const home = standing.sheet && worksheets.getItem(standing.sheet.id);
      const charts = home?.charts.load("items/id,items/name");
      const shapes = home?.shapes.load("items/id,items/name,items/left,items/top");
      await context.sync();

      for (const { name, formula } of known.items.filter((each) => each.name.startsWith(target.prefix))) {
        const before = standing.names.get(name);
        if (before === undefined) names.getItem(name).delete();
        else if (before !== formula) names.getItem(name).formula = before;
      }
      for (const [name, formula] of standing.names)
        if (!known.items.some((each) => each.name === name)) names.add(name, formula).visible = false;
      if (standing.setting !== null) settings.add(target.setting, standing.setting);
      else if (!setting.isNullObject) setting.delete();

      if (!home || !charts || !shapes) {
        const isOld = ({ name }: { name: string }) =>
          standing.sheetNames.some((each) => sameName(each, name));
        const made = sheets.items.find((each) => sameName(each.name, target.name) && !isOld(each));
        if (made) worksheets.getItem(made.id).delete();
        await context.sync();
        return;
      }
      putPicturesBack(shapes, standing, work);
      const old = new Map(standing.charts.map(({ id, name }) => [id, name]));
      const left = new Set<string>();
      for (const chart of charts.items) {
        const name = old.get(chart.id);
        if (name === undefined) chart.delete();
        else {
          left.add(name);
          if (chart.name !== name) chart.name = name;
        }
      }
      for (const written of work.blocks) if (written.moved || written.resized) clearBlock(home, written);
      const touched = work.blocks.filter(({ old: before }) => before);
      for (const { old: before, moved, resized, chartWork } of touched) {
        const isDressed = moved || resized;
        writeBlock(home, { ...before!, texts: before!.texts }, undefined, isDressed);
        if (before!.hasChart && chartWork !== "keep" && chartWork !== "none")
          placeChart(home, before!, left.has(before!.block.chart!.name));
      }
      for (const before of work.obsolete) {
        writeBlock(home, before, undefined, true);
        if (before.hasChart) placeChart(home, before, left.has(before.block.chart!.name));
      }
      if (standing.starter.length) writeSynthesis(home, codebook, language);
      await context.sync();
    }, run);
    return true;
  } catch {
    // The caller says that a part is still there, and why the build failed in the first place.
    return false;
  }
}
