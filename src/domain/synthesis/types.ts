import type { Codebook } from "../codebook";
import type { ResultTable } from "../indicators/tables";
import type { Language, Localized } from "../language";
import type { FigureFormat, ReportChart } from "../reports/model";

/** A BVN function with its arguments, as one types it in a cell; null is an argument left out. */
export interface FormulaCall {
  readonly id: string;
  readonly args: readonly (string | number | null)[];
  /** Pairs besides those among the arguments, whose other arguments may be left out. */
  readonly pairs?: readonly (string | number)[];
}

/** Computes a call on the study's base; null when there is nothing to compute from or no such function. */
export type Evaluate = (call: FormulaCall) => ResultTable | null;

/** Parts of the published study, in order. */
export const chapters = {
  panel: { fr: "Le panel", en: "The panel" },
  politics: { fr: "Motivations et acteurs", en: "Motivations and actors" },
  projects: { fr: "Les projets", en: "Projects" },
  steering: { fr: "Mesure et moyens", en: "Measure and means" },
  governance: { fr: "Gouvernance", en: "Governance" },
  territories: { fr: "Les territoires", en: "Territories" },
  links: { fr: "Liens entre indicateurs", en: "Links between indicators" },
  years: { fr: "D’une édition à l’autre", en: "Year against year" },
  quality: { fr: "Qualité des données", en: "Data quality" },
} as const satisfies Record<string, Localized>;
export type ChapterId = keyof typeof chapters;

/** How a table is drawn; which rows and columns follows from the table. */
export interface SectionChart {
  readonly type: ReportChart["type"];
  readonly title: Localized;
  /** Column of the labels; the first if not given. */
  readonly label?: number;
  /** Columns of the series; two measures for points. */
  readonly series: readonly number[];
  readonly ordered?: boolean;
  /** Figures may lie below 0. */
  readonly signed?: boolean;
}

/** What is said of a table: what it rests on, and what it shows. */
export interface Described {
  readonly base: string;
  readonly sentence: string;
}

/** What a sentence is made from. */
export interface Telling {
  readonly table: ResultTable;
  readonly evaluate: Evaluate;
  readonly codebook: Codebook;
  readonly language: Language;
}

/** A section of the published study: one table by one formula, its chart and its sentence. */
export interface Section {
  /** Stable: names of what the add-in makes in the workbook are made from it. */
  readonly id: string;
  readonly chapter: ChapterId;
  readonly title: Localized;
  readonly call: FormulaCall;
  /** Format of a column by its place; `columns` is how many there are. */
  readonly format: (column: number, columns: number) => FigureFormat;
  /** Formats of the lines of a table whose lines are figures of different kinds. */
  readonly lines?: readonly FigureFormat[];
  /** Rows of the table when its figures are not known yet, header included. */
  readonly rows: number;
  /** Last rows that are no part of the chart, totals and "not reported" aside. */
  readonly tail?: number;
  readonly chart: SectionChart | null;
  readonly describe: (telling: Telling) => Described;
}
