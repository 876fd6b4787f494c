import type { Localized } from "../language";

/**
 * The code book is data. An edition (a year, or a whole other survey) is one JSON file in `editions/`; every
 * list, form, validation, function, message and table of the product is derived from it.
 */

/** One answer of a code list. */
export interface Code {
  /** Positive whole number; 0 never is a code (an empty cell may reach a function as 0). */
  readonly code: number;
  readonly label: Localized;
  /** What the code means, for prompts and the pane. */
  readonly help?: Localized;
  /** Other spellings accepted when reading, in any language. */
  readonly aliases?: readonly string[];
  /** Inactive codes are still read, but no longer offered. */
  readonly active?: boolean;
  /** For lists made of classes of a number (size classes): the smallest number of the class. */
  readonly min?: number;
  /** A row marked with this code is left out of its edition unless it is asked for. */
  readonly leftOut?: boolean;
  /** Of a meaning: the code of the motivation it refines. */
  readonly refines?: number;
}

/** How a cell shows a code: "3 – Réalisé", or the label alone. */
export type CodeDisplay = "codeLabel" | "label";

export interface CodeList {
  readonly display: CodeDisplay;
  readonly codes: readonly Code[];
  /** Whether codes are ordered from less to more, so that their mean has a meaning. */
  readonly ordered?: boolean;
}

/**
 * code: an answer of `list` · project: a listed project of the row's domain, or free text · territory: a name
 * of the panel · edition: an edition id · number, date, text: as they say · auto: written by the product.
 */
export type FieldKind = "code" | "project" | "territory" | "edition" | "number" | "date" | "text" | "auto";

/** One column of a table of the workbook, one question of the questionnaire. */
export interface Field {
  readonly id: string;
  readonly kind: FieldKind;
  /** `fr` is the header of the column in every workbook; both are accepted in formulas. */
  readonly label: Localized;
  readonly help?: Localized;
  /** Id of the code list, for kind "code". */
  readonly list?: string;
  readonly required?: boolean;
  /** Unit of a number, e.g. "€". */
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  /** Width of the column in characters. */
  readonly width?: number;
  /** Names and addresses of people: never leaves its own table. */
  readonly personal?: boolean;
  /** Other names accepted in formulas and in files. */
  readonly aliases?: readonly string[];
}

/** One table of the study workbook. */
export interface TableDefinition {
  readonly id: TableId;
  /** Name of the Excel table, used in structured references. */
  readonly name: string;
  readonly sheet: string;
  readonly title: Localized;
  readonly fields: readonly Field[];
}

export type TableId =
  "codes" | "panel" | "projects" | "motivations" | "actors" | "respondents" | "rejects" | "journal";

/** A project the questionnaire offers to tick. */
export interface ListedProject {
  readonly id: string;
  /** Code of its domain. */
  readonly domain: number;
  readonly label: Localized;
  readonly active?: boolean;
}

/** Rule of the panel: a territory of this type belongs to it above this population. */
export interface PopulationRule {
  readonly type: number;
  readonly above: number;
}

/** Below what a figure is shown with a warning, or not at all. */
export interface ReliabilityRules {
  /** Fewer territories behind a figure: with care. */
  readonly territories: number;
  /** Fewer valid answers: with care. */
  readonly answers: number;
  /** Fewer answers of a simple sample of the same precision (answers / design effect): with care. */
  readonly effectiveAnswers: number;
  /** Interval wider than this share of the scale: with care. */
  readonly width: number;
  /** Fewer territories behind a figure, or to compare with: insufficient, comparisons are not shown. */
  readonly peers: number;
}

/** An edition as resolved: what `extends` brought in is in place. */
export interface Edition {
  readonly id: string;
  readonly year: number;
  readonly version: string;
  readonly label: Localized;
  /** ISO date; answers received later are kept but left out of the edition. */
  readonly closingDate?: string;
  readonly lists: Readonly<Record<string, CodeList>>;
  readonly tables: Readonly<Record<TableId, TableDefinition>>;
  readonly listedProjects: readonly ListedProject[];
  readonly populationRules: readonly PopulationRule[];
  readonly reliability: ReliabilityRules;
  /** Territories of the panel the response rate is counted on, where published. */
  readonly panelSize?: number;
}
