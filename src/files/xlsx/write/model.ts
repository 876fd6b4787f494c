/**
 * A workbook to be written, as plain data: what is on it, not how a file says it. Texts are texts whatever they
 * begin with; a formula is only what stands in `formula`.
 */

export type CellContent = string | number | boolean;

export interface BorderLine {
  readonly style: "hair" | "thin" | "medium";
  /** RRGGBB, as all colours here. */
  readonly color: string;
}

/** Look and lock of a cell. One object may serve many cells: it is written once. */
export interface Style {
  readonly font?: {
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly underline?: boolean;
    readonly size?: number;
    readonly color?: string;
  };
  readonly fill?: string;
  readonly border?: Partial<Readonly<Record<"left" | "right" | "top" | "bottom", BorderLine>>>;
  /** Number format, "0 %" for instance; "@" is text. */
  readonly format?: string;
  readonly align?: {
    readonly horizontal?: "left" | "center" | "right";
    readonly vertical?: "top" | "center" | "bottom";
    readonly wrap?: boolean;
    readonly indent?: number;
  };
  /** May be filled in while the sheet is protected. */
  readonly unlocked?: boolean;
}

export interface Cell {
  /** 0-based. */
  readonly column: number;
  /** Of a formula: its value as computed when the file was made, for readers that do not calculate. */
  readonly value?: CellContent;
  /** Without "=", in English, arguments apart by commas. */
  readonly formula?: string;
  readonly style?: Style;
}

export interface Row {
  /** 0-based. */
  readonly row: number;
  /** Points; automatic when absent. */
  readonly height?: number;
  /** From left to right. */
  readonly cells: readonly Cell[];
}

export interface ColumnWidth {
  readonly column: number;
  /** In characters. */
  readonly width: number;
  readonly hidden?: boolean;
}

/** What may be typed into cells, with what the person is told before and after. */
export interface Validation {
  readonly ref: string;
  readonly type: "list" | "whole" | "decimal" | "date" | "textLength" | "custom";
  readonly operator?: "between" | "greaterThanOrEqual" | "lessThanOrEqual";
  /** Of a list: a defined name; lists that point straight at another sheet are lost by many programs. */
  readonly formula1: string;
  readonly formula2?: string;
  readonly prompt?: { readonly title: string; readonly text: string };
  readonly error?: { readonly title: string; readonly text: string };
  readonly severity?: "stop" | "warning" | "information";
}

/** A look that depends on a formula, or a bar from 0 to 1. Earlier ones win. */
export type ConditionalFormat =
  | {
      readonly ref: string;
      readonly formula: string;
      readonly look: { readonly fill?: string; readonly color?: string; readonly bold?: boolean };
    }
  | { readonly ref: string; readonly bar: string };

export interface Table {
  readonly name: string;
  readonly ref: string;
  /** Same texts as the header cells. */
  readonly columns: readonly string[];
  readonly filter?: boolean;
}

export interface PrintSetup {
  readonly orientation: "portrait" | "landscape";
  /** Rows repeated on every page, 0-based first and last. */
  readonly titleRows?: readonly [number, number];
  readonly area?: string;
  /** Left and right of the header; the footer carries sheet and page. */
  readonly header?: readonly [string, string];
  readonly footer?: readonly [string, string];
  /** 0-based rows a new page starts at. */
  readonly breaks?: readonly number[];
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly columns: readonly ColumnWidth[];
  readonly merges?: readonly string[];
  readonly freeze?: { readonly row: number; readonly column: number };
  readonly gridLines?: boolean;
  readonly zoom?: number;
  readonly tabColor?: string;
  readonly tables?: readonly Table[];
  readonly validations?: readonly Validation[];
  readonly formats?: readonly ConditionalFormat[];
  /** Links to places of the same workbook: cell → "'Fiche'!B4". */
  readonly links?: readonly { readonly ref: string; readonly location: string }[];
  readonly print?: PrintSetup;
  /** Protected without a password. */
  readonly isProtected?: boolean;
  /** Cells whose green marks (number stored as text, formula unlike its neighbours) mean nothing. */
  readonly unmarked?: string;
  /** Cell the cursor stands on. */
  readonly active?: string;
}

export interface DefinedName {
  readonly name: string;
  /** Formula without "=": a range, or a constant such as `"2014"`. */
  readonly formula: string;
}

export interface Book {
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
  readonly properties: {
    readonly title: string;
    readonly creator: string;
    readonly created: Date;
    readonly custom: Readonly<Record<string, string>>;
  };
  /** Sheets cannot be added, renamed or moved (without a password). */
  readonly lockStructure?: boolean;
}
