import type { Codebook } from "../../domain/codebook";
import { isProjectIndicator } from "../../domain/indicators/profile";
import { indicatorsOf } from "../../domain/indicators/registry";
import type { Language } from "../../domain/language";
import { mapWords } from "../../domain/messages/synthesis";
import { runExcel, type RunOptions } from "../session";
import type { Block } from "./blocks";
import type { Picture } from "./pictures";
import { parseMemory, type Standing } from "./standing";
import { synthesisSheet } from "./target";

/** The map drawn; null where nobody has answered. */
export interface DrawnMap extends Picture {
  /** Another one when the map looks otherwise. */
  readonly mark: string;
}
export type DrawMap = (indicatorId: string, language: Language) => Promise<DrawnMap | null>;

const ID = "map";
export const DEFAULT_MAP = "maturity";
const ROWS = 28;

/** The indicator asked for, else the one remembered, if the code book knows it. */
export function mapOf(codebook: Codebook, standing: Standing, asked?: string): string {
  const remembered = [...standing.blocks.map(({ block }) => block), ...standing.removed].find(isMap)?.mapOf;
  const isKnown = (id?: string) =>
    indicatorsOf(codebook).some((one) => one.id === id && isProjectIndicator(one));
  return [asked, remembered].find(isKnown) ?? DEFAULT_MAP;
}

const isMap = ({ id }: Block): boolean => id === ID;

/** The map's block as it stands. */
export const standingMap = ({ blocks }: Standing): Block | undefined =>
  blocks.find(({ id }) => id === ID)?.block;

/** Where the territories that answered lie: a picture, with what colours it and the day it was made. */
export function mapBlock(
  codebook: Codebook,
  indicatorId: string,
  drawn: DrawnMap | null,
  language: Language,
  made: string,
): Block {
  const { label } = indicatorsOf(codebook).find(({ id }) => id === indicatorId)!;
  const title = { kind: "title", row: 0, column: 0, text: mapWords.title[language] } as const;
  if (!drawn)
    return {
      id: ID,
      rows: 3,
      mapOf: indicatorId,
      cells: [title, { kind: "base", row: 1, column: 0, text: mapWords.nobody[language] }],
    };
  const below = 2 + ROWS;
  return {
    id: ID,
    rows: below + 2,
    mapOf: indicatorId,
    cells: [
      title,
      { kind: "base", row: 1, column: 0, text: mapWords.colours(label)[language] },
      { kind: "note", row: below, column: 0, text: mapWords.made(made)[language] },
    ],
    picture: { name: `BVN ${ID}`, row: 2, rows: ROWS, mark: drawn.mark },
  };
}

/** The indicator that colours the workbook's map, for the screen where it is chosen. One request. */
export function readMapOf(run?: RunOptions): Promise<string> {
  return runExcel(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(synthesisSheet.setting).load("value");
    await context.sync();
    const { blocks } = parseMemory(setting.isNullObject ? null : String(setting.value));
    return blocks.find(isMap)?.mapOf ?? DEFAULT_MAP;
  }, run);
}
