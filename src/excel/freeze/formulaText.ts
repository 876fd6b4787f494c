/**
 * Texts of formulas: which of them call BVN, and which cells they look at. A text in quotes and a table's
 * reference in brackets are neither.
 */

/** What a workbook opened without the add-in makes of a call: `_xldudf_BVN_MEAN(`, `_xll.BVN.MEAN(`. */
const STUCK = /_xldudf_BVN_([A-Z][A-Z0-9_.]*)\s*\(|_xll\.BVN\.([A-Z][A-Z0-9_.]*)\s*\(/gi;
const CALL = /(?:^|[^\p{L}\p{N}_.])(?:_xldudf_BVN_|(?:_xll\.)?BVN\.)[A-Z][A-Z0-9_.]*\s*\(/iu;

/** Parts of a formula that hold texts: strings, and names of sheets in apostrophes. */
const TEXTS = /"(?:[^"]|"")*"/g;

/** Whether a formula calls a BVN function, also one that lost its add-in. */
export const callsBvn = (formula: unknown): formula is string =>
  typeof formula === "string" && /^[={]/.test(formula) && CALL.test(formula.replace(TEXTS, '""'));

/** The formula as it is to be entered again: calls under the name the add-in gives them. */
export const reentered = (formula: string): string =>
  formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, i) =>
      i % 2 ? part : part.replace(STUCK, (_all, old?: string, xll?: string) => `BVN.${(old ?? xll)!}(`),
    )
    .join("");

/** A formula whose references are kept apart, so that Excel can move them along with their cells. */
export interface Template {
  /** The formula with ⟦0⟧, ⟦1⟧ … in place of its references. */
  readonly text: string;
  /** References with the sheet they are on. */
  readonly refs: readonly string[];
  /** Whether each named its sheet itself. */
  readonly named: readonly boolean[];
}

const SHEET = "(?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!";
const CELL = "\\$?[A-Z]{1,3}\\$?[0-9]{1,7}";
const COLUMNS = "\\$?[A-Z]{1,3}:\\$?[A-Z]{1,3}";
const ROWS = "\\$?[0-9]{1,7}:\\$?[0-9]{1,7}";
const REFERENCE = new RegExp(
  `"(?:[^"]|"")*"|\\[[^\\]]*\\]+|(?<![\\p{L}\\p{N}_.$\\]!])(${SHEET})?(${CELL}(?::${CELL})?|${COLUMNS}|${ROWS})(?![\\p{L}\\p{N}_.(!])`,
  "gu",
);

/** Takes the references out of a formula on a sheet (its name as formulas have it). */
export function templateOf(formula: string, sheet: string): Template {
  // A formula with such brackets of its own stays as it is: its references are its own affair.
  if (/[⟦⟧]/.test(formula)) return { text: formula, refs: [], named: [] };
  const refs: string[] = [];
  const named: boolean[] = [];
  const text = formula.replace(REFERENCE, (all: string, prefix?: string, cells?: string) => {
    if (cells === undefined) return all;
    refs.push(`${prefix ?? `${sheet}!`}${cells}`);
    named.push(prefix !== undefined);
    return `⟦${refs.length - 1}⟧`;
  });
  return { text, refs, named };
}

/** The formula again, its references being where their cells are now. */
export function filledIn({ text, refs, named }: Template, sheet: string): string {
  return text.replace(/⟦(\d+)⟧/g, (_all, at: string) => {
    const ref = refs[Number(at)] ?? "#REF!";
    const [own, cells] = splitReference(ref);
    return !named[Number(at)] && own === sheetName(sheet) ? cells : ref;
  });
}

/** Name of the sheet, as people know it, and the cells of a reference. */
export function splitReference(ref: string): readonly [sheet: string, cells: string] {
  const at = ref.lastIndexOf("!");
  return [sheetName(ref.slice(0, at)), ref.slice(at + 1)];
}

/** A sheet's name without the apostrophes formulas need. */
const sheetName = (written: string): string => written.replace(/^'|'$/g, "").replace(/''/g, "'");

/** A formula that Excel keeps pointing at a range, whatever happens to its rows, columns and sheet. */
export const pointer = (ref: string): string => `=ROWS(${ref})`;

/** The range such a formula points at now; null when its cells are gone. */
export function pointedAt(formula: unknown): string | null {
  const ref = /^=\s*ROWS\((.*)\)$/i.exec(String(formula))?.[1];
  return ref === undefined || ref.includes("#REF!") ? null : ref;
}
