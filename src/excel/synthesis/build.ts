import type { Codebook } from "../../domain/codebook";
import type { Language } from "../../domain/language";
import type { Built } from "../../domain/messages/synthesis";
import { lenient, type Evaluate } from "../../domain/synthesis";
import { StudyError, toStudyError } from "../errors";
import { runExcel, type RunOptions } from "../session";
import { synthesisBlocks, type Block } from "./blocks";
import { ficheBlocks, type FicheInput } from "./ficheBlocks";
import { mapBlock, mapOf, standingMap, type DrawMap, type DrawnMap } from "./mapBlock";
import { hasPictureWork, placePictures, roomForPictures, withoutNewPicture, type Picture } from "./pictures";
import { rollBack } from "./rollback";
import { lookAtSheet, type Standing } from "./standing";
import { blockName, ficheSheet, synthesisSheet, type BuiltSheet } from "./target";
import { planWork, type BlockWork, type Work } from "./work";
import { clearBlock, nameCells, nameFormula, placeChart, prepareSheet, setName, writeBlock } from "./write";

export interface BuildInput {
  readonly codebook: Codebook;
  readonly language: Language;
  /** Figures of the base as it is now. */
  readonly evaluate: Evaluate;
  /** Also puts back what people have changed or deleted of it. */
  readonly restore?: boolean;
  readonly run?: RunOptions;
}

export interface SynthesisInput extends BuildInput {
  /** Day of the build, as people write it. */
  readonly made: string;
  /** Draws the map of the territories; without it there is none. */
  readonly drawMap?: DrawMap;
  /** Id of the indicator that colours the map; without it, the one that did. */
  readonly mapOf?: string;
}

/** What a sheet shall hold: its blocks, and the picture of the one that has one. */
interface Wanted {
  readonly blocks: readonly Block[];
  readonly picture?: Picture;
  readonly withoutMap?: boolean;
}

/**
 * Builds the synthesis or brings it up to date: two requests to look, one to write, and one for a new map, whatever
 * its size. Only what the add-in has made is touched. If writing fails the workbook is put back as it was, in two
 * more requests.
 * @throws StudyError protectedSheet, protectedWorkbook, synthesisShifted before anything is written;
 * synthesisFailed when the workbook is as before, synthesisHalfDone when it is not; likewise ficheShifted ….
 */
export async function buildSynthesis(input: SynthesisInput): Promise<Built> {
  const { codebook, language, made, drawMap } = input;
  const evaluate = lenient(input.evaluate);
  return buildSheet(synthesisSheet, input, async (standing) => {
    if (!drawMap) return { blocks: synthesisBlocks(codebook, evaluate, language, made) };
    const indicator = mapOf(codebook, standing, input.mapOf);
    let drawn: DrawnMap | null | undefined;
    try {
      drawn = await drawMap(indicator, language);
    } catch {
      // The study without its map is better than none; the person is told.
    }
    const map =
      drawn === undefined ? standingMap(standing) : mapBlock(codebook, indicator, drawn, language, made);
    const blocks = synthesisBlocks(codebook, evaluate, language, made, map);
    return { blocks, withoutMap: drawn === undefined, ...(drawn && { picture: drawn }) };
  });
}

/** Builds the sheet of one territory or brings it up to date, as `buildSynthesis` does. */
export function buildFiche(input: BuildInput & FicheInput): Promise<Built> {
  const evaluate = lenient(input.evaluate);
  return buildSheet(ficheSheet, input, (standing) => ({
    blocks: ficheBlocks({ ...input, evaluate }, standing),
  }));
}

/**
 * Builds a sheet of blocks or brings it up to date, as `buildSynthesis` says.
 * @param wantedFor What is wanted, given what stands.
 */
async function buildSheet(
  target: BuiltSheet,
  input: BuildInput,
  wantedFor: (standing: Standing) => Wanted | Promise<Wanted>,
): Promise<Built> {
  const { codebook, language, restore = false, run } = input;
  let writing: { standing: Standing; work: Work } | undefined;
  let isWritten = false;
  try {
    const { outcome, finish } = await runExcel(async (context) => {
      const standing = await lookAtSheet(context, target, codebook, language);
      const wanted = await wantedFor(standing);
      const work = planWork(standing, wanted.blocks, restore);
      writing = { standing, work };
      const sheet = write(context, target, standing, work);
      const rooms = roomForPictures(sheet, work);
      await context.sync();
      return {
        outcome: outcomeOf(target, standing, work, wanted),
        finish: hasPictureWork(work)
          ? (later: Excel.RequestContext) => {
              const there = later.workbook.worksheets.getItem(currentName(target, standing));
              later.workbook.settings.add(target.setting, memoryOf(standing, work, true));
              placePictures(there, standing, work, rooms, wanted.picture);
            }
          : null,
      };
    }, run);
    isWritten = true;
    if (finish)
      await runExcel(async (context) => {
        finish(context);
        await context.sync();
      }, run);
    return outcome;
  } catch (error) {
    const why = toStudyError(error);
    if (!writing || (why.notice.code === "cellEdit" && !isWritten)) throw why;
    const isBack = await rollBack(target, input, writing.standing, writing.work);
    throw StudyError.of(`${target.id}${isBack ? "Failed" : "HalfDone"}`, { why: why.notice.message }, error);
  }
}

function write(
  context: Excel.RequestContext,
  target: BuiltSheet,
  standing: Standing,
  work: Work,
): Excel.Worksheet {
  const { worksheets, names, settings } = context.workbook;
  const sheet = standing.sheet ? worksheets.getItem(standing.sheet.id) : worksheets.add(target.name);
  for (const { row, column } of standing.starter) sheet.getRangeByIndexes(row, column, 1, 1).clear();
  if (!standing.blocks.length && !standing.taken.length && !standing.covered.length)
    prepareSheet(sheet, target);
  const charts = (name: string | undefined) =>
    sheet.charts.getItem(standing.charts.find((chart) => chart.name === name)!.name);

  // All that goes is cleared before anything is written: places are exchanged.
  for (const old of work.obsolete) clearBlock(sheet, old, old.spill);
  for (const { old, moved, resized } of work.blocks)
    if (old && (moved || resized)) clearBlock(sheet, old, old.spill);
  const replaced = work.blocks.flatMap(({ old, chartWork }) =>
    chartWork === "replace" ? [old!.block.chart!.name] : [],
  );
  const leaving = [...replaced, ...work.orphans.charts];
  for (const name of leaving) charts(name).name = `${name} (-)`;

  const sheetName = currentName(target, standing);
  for (const block of work.blocks) {
    nameCells(names, sheetName, block, standing.names);
    writeOne(sheet, block);
    const { id } = block.block;
    setName(names, target, id, nameFormula(sheetName, block), standing.names.has(blockName(target, id)));
  }
  settings.add(target.setting, memoryOf(standing, work, false));
  // What cannot be put back exactly goes last, when everything else has succeeded.
  for (const old of work.obsolete) {
    names.getItem(blockName(target, old.id)).delete();
    if (old.hasChart) charts(old.block.chart!.name).delete();
  }
  for (const { old, chartWork } of work.blocks)
    if (chartWork === "remove") charts(old!.block.chart!.name).delete();
  for (const name of leaving) sheet.charts.getItem(`${name} (-)`).delete();
  sheet.activate();
  selectChoice(sheet, work);
  return sheet;
}

/** Where people choose next, if the sheet has such a cell. */
function selectChoice(sheet: Excel.Worksheet, { blocks }: Work): void {
  for (const { block, row } of blocks) {
    const cell = block.cells.find(({ kind }) => kind === "input");
    if (cell) return sheet.getRangeByIndexes(row + cell.row, cell.column, 1, 1).select();
  }
}

/** What the workbook remembers: a picture is remembered once it is there. */
function memoryOf(standing: Standing, work: Work, hasPictures: boolean): string {
  const made = work.blocks.map((each) => (hasPictures ? each.block : withoutNewPicture(each)));
  const stillGone = standing.removed.filter(
    ({ id }) => work.removed.length && !made.some((block) => block.id === id),
  );
  return JSON.stringify({ blocks: [...made, ...stillGone] });
}

const currentName = (target: BuiltSheet, { sheet }: Standing): string => sheet?.name ?? target.name;

function writeOne(sheet: Excel.Worksheet, work: BlockWork): void {
  const { old, moved, resized, chartWork } = work;
  const isDressed = moved || resized;
  writeBlock(sheet, work, isDressed ? undefined : old?.texts, isDressed);
  if (chartWork === "add" || chartWork === "replace") placeChart(sheet, work, false);
  if (chartWork === "follow") placeChart(sheet, work, true);
}

function outcomeOf(
  target: BuiltSheet,
  standing: Standing,
  work: Work,
  { withoutMap = false }: Wanted,
): Built {
  const { blocks, edited, removed, withoutChart, displaced } = work;
  const drawn: readonly BlockWork["chartWork"][] = ["keep", "add", "follow", "replace"];
  return {
    sheet: currentName(target, standing),
    sections: blocks.filter(({ block }) => block.table).length,
    charts: blocks.filter(({ chartWork }) => drawn.includes(chartWork)).length,
    edited,
    removed,
    withoutChart,
    moved: displaced,
    withoutMap,
  };
}
