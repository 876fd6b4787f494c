import type { Codebook } from "../../domain/codebook";
import type { Language } from "../../domain/language";
import { sheetNames } from "../../domain/messages/workbook";
import { listsBlock } from "./lists";
import { samePlain, sameCells } from "./plan";

/**
 * Brings the helper sheet and its names in line with the code book, if they are not: what the dropdowns offer
 * follows the `Codes` table. Without the helper sheet nothing is done; a repair makes it.
 */
export async function refreshLists(
  context: Excel.RequestContext,
  codebook: Codebook,
  language: Language,
): Promise<boolean> {
  const { worksheets, names } = context.workbook;
  const sheet = worksheets.getItemOrNullObject(sheetNames.lists).load("id");
  const known = names.load("items/name,items/formula");
  await context.sync();
  if (sheet.isNullObject) return false;
  const used = sheet.getUsedRangeOrNullObject(true).load("values");
  await context.sync();

  const block = listsBlock(codebook, language);
  const formulas = new Map(known.items.map(({ name, formula }) => [name, String(formula)]));
  const stale = [...block.names].filter(([name, formula]) => !samePlain(formulas.get(name), formula));
  if (!stale.length && !used.isNullObject && sameCells(used.values, block.values)) return false;
  sheet.getRange().clear("Contents");
  sheet.getRangeByIndexes(0, 0, block.values.length, block.values[0].length).values = block.values;
  for (const [name, formula] of stale) {
    if (formulas.has(name)) names.getItem(name).formula = formula;
    else names.add(name, formula);
  }
  await context.sync();
  return true;
}
