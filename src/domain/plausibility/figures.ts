import type { Localized } from "../language";

/**
 * What a printed figure is.
 * count · reported: a count said to be of those who answered · missing: a count of those who did not ·
 * rows: how many figures of its question are listed · share: of its base · averageShare: mean share of several
 * codes · mean: of codes, or count per unit · score: mean of codes that are ranks turned round, so that all
 * scores of a question add up to the sum of its codes · median, lowest, highest: per unit.
 */
export const figureKinds = [
  "count",
  "reported",
  "missing",
  "rows",
  "share",
  "averageShare",
  "mean",
  "score",
  "median",
  "lowest",
  "highest",
] as const;
export type FigureKind = (typeof figureKinds)[number];

/** A published figure and what the publication says about it; every relation is a name of another figure. */
export interface Figure {
  /** Unique in the publication. */
  readonly id: string;
  /** Words for a person; the id by default. */
  readonly label?: string;
  /** As printed, zeros at the end kept; "reste" for a count left to work out. */
  readonly printed: string;
  /** By default a share if it has a "%" or is a fraction, a count if it is whole, else a mean. */
  readonly kind?: FigureKind;
  /** Base: a figure's name or a number; "≤ …" when only the most it can be is known. */
  readonly of?: string;
  /** What is divided by the base: a count's name or a number. */
  readonly count?: string;
  /** What this and the others with the same total add up to: a figure's name, a number or "100 %"; several
   * apart by ";". */
  readonly total?: string;
  /** Codes of the scale of a mean ("1-4"), or those a share or count stands for ("3", "2-3"). */
  readonly codes?: string;
  /** Figures of one question on one base belong together. */
  readonly question?: string;
  /** The figure that is printed here a second time; what is not said here is as there. */
  readonly sameAs?: string;
}

/** The figures of one publication, in its order. */
export type PublishedFigures = readonly Figure[];

/** impossible: no counts can give it · doubtful: only under a condition that the finding says · unread. */
export type FindingSeverity = "impossible" | "doubtful" | "unread";

export const findingSeverity = {
  partsDoNotAdd: "impossible",
  partAboveWhole: "impossible",
  listLength: "impossible",
  sharesDoNotAdd: "impossible",
  sharesContradict: "impossible",
  notShareOfCount: "impossible",
  shareOfWrongTotal: "impossible",
  mixedRounding: "impossible",
  notOnBase: "impossible",
  meanNotOfShares: "impossible",
  outsideScale: "impossible",
  noDivisor: "impossible",
  spreadImpossible: "impossible",
  medianNotHalf: "impossible",
  printedTwice: "impossible",
  cutOff: "doubtful",
  scoresDoNotAdd: "doubtful",
  reportedHoldsMissing: "doubtful",
  unreadable: "unread",
  countNotWhole: "unread",
  unknownReference: "unread",
  duplicateName: "unread",
  badCodes: "unread",
  unknownKind: "unread",
} as const satisfies Record<string, FindingSeverity>;
export type FindingCode = keyof typeof findingSeverity;

/** A figure that cannot be, with the figures that say so. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  /** Name of the figure, and of those it contradicts. */
  readonly figure: string;
  readonly against: readonly string[];
  readonly message: Localized;
  /** The nearest that could be printed. */
  readonly nearest?: Localized;
}

export interface Audit {
  readonly findings: readonly Finding[];
  /** Names of the figures that some check could look at. */
  readonly checked: ReadonlySet<string>;
}
