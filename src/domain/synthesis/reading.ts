import { tableWords, type ResultCell, type ResultTable } from "../indicators/tables";
import type { Language } from "../language";
import { writeFigure, type FigureFormat } from "../reports/model";

/** A line of a table: its label and its cells. */
export interface Line {
  readonly label: string;
  readonly cells: readonly ResultCell[];
}

/** What a cell says in a language; "" for nothing. */
export function cellText(cell: ResultCell | undefined, language: Language): string {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "object" ? cell[language] : String(cell);
}

const isWord = (cell: ResultCell | undefined, word: { readonly fr: string }): boolean =>
  typeof cell === "object" && cell !== null && cell.fr === word.fr;

/** Whether a row is a total or counts what was not reported. */
export const isClosing = ([label]: readonly ResultCell[]): boolean =>
  isWord(label, tableWords.total) || isWord(label, tableWords.notReported);

/** Rows of a table that say something about one group each: no header, no total, no "not reported". */
export function groupLines(table: ResultTable, language: Language, tail = 0, label = 0): Line[] {
  const rows = table.slice(1, table.length - tail);
  return rows
    .filter((row) => !isClosing(row))
    .map((cells) => ({ label: cellText(cells[label], language), cells }));
}

export function totalLine(table: ResultTable): readonly ResultCell[] | undefined {
  return table.find(([label]) => isWord(label, tableWords.total));
}
export function blankLine(table: ResultTable): readonly ResultCell[] | undefined {
  return table.find(([label]) => isWord(label, tableWords.notReported));
}

/** The number of a cell; 0 for a text or nothing. */
export const numberOf = (cell: ResultCell | undefined): number => (typeof cell === "number" ? cell : 0);

/** Lines with a figure in a column, the greatest first; equal ones stay in their order. */
export function byGreatest(lines: readonly Line[], column: number): Line[] {
  return lines
    .filter(({ cells }) => typeof cells[column] === "number")
    .sort((a, b) => numberOf(b.cells[column]) - numberOf(a.cells[column]));
}

/** A figure in words. */
export const figure = (cell: ResultCell | undefined, format: FigureFormat, language: Language): string =>
  writeFigure(typeof cell === "number" ? cell : null, format, language);

/** A label as a sentence quotes it. */
export const named = (label: string, language: Language): string =>
  language === "fr" ? `« ${label} »` : `“${label}”`;

/** "12 projets", "1 projet". */
export function counted(
  n: number,
  [one, many]: readonly [string, string],
  language: Language,
  format: FigureFormat = "count",
): string {
  return `${figure(n, format, language)} ${n < 2 && (language === "fr" || n === 1) ? one : many}`;
}

/** "A", "A et B", "A, B et C"; more than `most` are counted. */
export function enumerated(labels: readonly string[], language: Language, most = 3): string {
  const and = language === "fr" ? " et " : " and ";
  if (labels.length > most) {
    const others = labels.length - most + 1;
    const rest = language === "fr" ? `${others} autres` : `${others} others`;
    return `${labels.slice(0, most - 1).join(", ")}${and}${rest}`;
  }
  return labels.length < 2 ? (labels[0] ?? "") : `${labels.slice(0, -1).join(", ")}${and}${labels.at(-1)!}`;
}
