import type { Language, Localized } from "../language";
import { figureMessages } from "../messages/figures";
import { normalizeText } from "../text/normalize";
import { nearest } from "../text/similarity";
import { audit } from "./audit";
import type { Figure, FigureKind, Finding, PublishedFigures } from "./figures";
import { finding } from "./resolve";

type Column = Exclude<keyof Figure, "label">;

/** Columns of a list of published figures, in the order they are written; other headers are let be. */
const columns: Readonly<Record<Column, { readonly header: Localized; readonly also: readonly string[] }>> = {
  id: {
    header: { fr: "Chiffre", en: "Figure" },
    also: ["intitulé", "libellé", "indicateur", "nom", "label", "name", "indicator"],
  },
  printed: {
    header: { fr: "Imprimé", en: "Printed" },
    also: ["publié", "valeur imprimée", "valeur", "published", "value"],
  },
  kind: { header: { fr: "Nature", en: "Kind" }, also: ["type"] },
  of: { header: { fr: "Base", en: "Base" }, also: ["n", "effectif de base"] },
  count: { header: { fr: "Effectif", en: "Count" }, also: ["compte", "numérateur", "numerator"] },
  total: { header: { fr: "Partie de", en: "Part of" }, also: ["total", "part de"] },
  codes: { header: { fr: "Codes", en: "Codes" }, also: ["code", "échelle", "scale"] },
  question: { header: { fr: "Question", en: "Question" }, also: [] },
  sameAs: { header: { fr: "Répète", en: "Repeats" }, also: ["identique à", "same as"] },
};
const order = Object.keys(columns) as Column[];

/** Names of the kinds in cells. */
export const kindNames: Readonly<Record<FigureKind, Localized>> = {
  count: { fr: "compte", en: "count" },
  reported: { fr: "renseignés", en: "reported" },
  missing: { fr: "non renseignés", en: "not reported" },
  rows: { fr: "lignes", en: "rows" },
  share: { fr: "part", en: "share" },
  averageShare: { fr: "part moyenne", en: "average share" },
  mean: { fr: "moyenne", en: "mean" },
  score: { fr: "score", en: "score" },
  median: { fr: "médiane", en: "median" },
  lowest: { fr: "minimum", en: "minimum" },
  highest: { fr: "maximum", en: "maximum" },
};
const kinds = new Map<string, FigureKind>(
  (Object.entries(kindNames) as [FigureKind, Localized][]).flatMap(([kind, name]) => [
    [normalizeText(name.fr), kind],
    [normalizeText(name.en), kind],
  ]),
);

/** Rows at the top in which the headers are looked for: a title may stand above. */
const HEADER_ROWS = 10;

/** What a list of figures in cells says, and what is wrong with them. */
export interface ListAudit {
  readonly figures: number;
  readonly checked: number;
  readonly findings: readonly ListedFinding[];
}

export interface ListedFinding extends Finding {
  /** Words for the figure, and the figure. */
  readonly name: string;
  readonly printed: string;
  /** 0-based place of the printed figure in the block of cells. */
  readonly row: number;
  readonly column: number;
}

/** A list that has no column of printed figures: the headers that were looked for. */
export interface NoList {
  readonly missing: Localized;
}

/**
 * Audits a list of figures in cells: one row a figure, headers in French or English in any order, blank rows and
 * rows without figure (section titles) passed over. A figure without name is called by its row.
 * @param cells Texts as shown, so that "76,60 %" keeps its zero.
 * @example auditList([["x"]]).missing.en // "Printed"
 */
export function auditList(cells: readonly (readonly string[])[]): ListAudit | NoList {
  const head = cells.slice(0, HEADER_ROWS).findIndex((row) => columnsOf(row).has("printed"));
  if (head < 0) return { missing: columns.printed.header };
  const at = columnsOf(cells[head]);
  const figures: Figure[] = [];
  const rows = new Map<string, number>();
  const unread: Finding[] = [];
  cells.slice(head + 1).forEach((row, i) => {
    const cell = (column: Column) => (at.has(column) ? (row[at.get(column)!] ?? "").trim() : "");
    if (!cell("printed")) return;
    const number = head + 1 + i;
    const id = cell("id") || `#${number + 1}`;
    rows.set(id, number);
    const kind = kinds.get(normalizeText(cell("kind")));
    if (!kind && cell("kind")) unread.push(unknownKind(id, cell("kind")));
    figures.push({
      id,
      printed: cell("printed"),
      kind,
      of: cell("of") || undefined,
      count: cell("count") || undefined,
      total: cell("total") || undefined,
      codes: cell("codes") || undefined,
      question: cell("question") || undefined,
      sameAs: cell("sameAs") || undefined,
    });
  });
  const { findings, checked } = audit(figures);
  const printed = new Map(figures.map((figure) => [figure.id, figure.printed]));
  const placed = [...unread, ...findings].map((each) => ({
    ...each,
    name: each.figure,
    printed: printed.get(each.figure)!,
    row: rows.get(each.figure)!,
    column: at.get("printed")!,
  }));
  placed.sort((a, b) => a.row - b.row);
  return { figures: figures.length, checked: checked.size, findings: placed };
}

function unknownKind(id: string, kind: string): Finding {
  const names = Object.values(kindNames);
  const all = { fr: names.map(({ fr }) => fr), en: names.map(({ en }) => en) };
  const near = names.find(({ fr, en }) => [fr, en].includes(nearest(kind, [...all.fr, ...all.en]) ?? ""));
  return finding("unknownKind", { id }, [], figureMessages.unknownKind({ kind, expected: all }), near);
}

function columnsOf(row: readonly string[]): Map<Column, number> {
  const found = new Map<Column, number>();
  row.forEach((text, i) => {
    const header = normalizeText(text);
    const column = order.find((each) => {
      const { header: own, also } = columns[each];
      return header !== "" && [own.fr, own.en, ...also].some((name) => normalizeText(name) === header);
    });
    if (column && !found.has(column)) found.set(column, i);
  });
  return found;
}

/** Figures as a list in cells, names in the words of their labels: what `auditList` reads. */
export function listOf(figures: PublishedFigures, language: Language): string[][] {
  const labels = new Map(figures.map(({ id, label }) => [id, label ?? id]));
  const words = (reference: string | undefined) =>
    (reference ?? "")
      .split(/( ; )/)
      .map((part) => part.replace(/^(≤ )?(.*)$/, (_, most = "", id) => most + (labels.get(id) ?? id)))
      .join("");
  const cellOf = (figure: Figure, column: Column): string => {
    if (column === "id") return labels.get(figure.id)!;
    if (column === "kind") return figure.kind ? kindNames[figure.kind][language] : "";
    if (column === "printed" || column === "codes" || column === "question") return figure[column] ?? "";
    return words(figure[column]);
  };
  return [
    order.map((column) => columns[column].header[language]),
    ...figures.map((figure) => order.map((column) => cellOf(figure, column))),
  ];
}
