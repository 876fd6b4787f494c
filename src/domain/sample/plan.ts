import type { Localized } from "../language";
import notesFile from "./notes-2014.json";
import panelFile from "./panel-2014.json";
import planFile from "./plan-2014.json";

/** Answers by code: code → number of projects. */
export type Counts = Readonly<Record<string, number>>;

/** What a domain of the sample must come out as; see plan-2014.json. */
export interface DomainPlan {
  readonly domain: number;
  /** Projects under study, under way, done. */
  readonly status: readonly number[];
  /** Territories that have a project in the domain. */
  readonly territories: number;
  /** Projects of the territory that has most of them; unnamed in the publication. */
  readonly largest?: number;
  /** Projects of the territories published as leaders, by name. */
  readonly fixed?: Counts;
  readonly median?: number;
  /** Listed project → times cited. */
  readonly listed: Counts;
  /** Names for the projects that are not listed. */
  readonly invented: readonly string[];
}

export interface SamplePlan {
  readonly seed: number;
  readonly source: string;
  readonly usableTerritories: number;
  readonly governance: {
    /** Projects that have answers on governance; the others are "sans objet". */
    readonly base: number;
    readonly outsideByDomain: Counts;
    readonly management: Counts;
    readonly decision: Counts;
    /** Domain → its part of `decision`, where published. */
    readonly decisionIn: Readonly<Record<string, Counts>>;
    readonly coordination: Counts;
  };
  readonly measure: { readonly territories: number; readonly codes: Counts };
  readonly means: { readonly territories: number; readonly codes: Counts };
  readonly politics: {
    /** Territories that answered on motivations and actors. */
    readonly territories: number;
    /** Motivation → how often it came first, second …; the other territories did not rank it. */
    readonly ranks: Readonly<Record<string, readonly number[]>>;
    /** Statement → answers by code of the scale, 1 first; the other territories left it blank. */
    readonly agreement: Readonly<Record<string, readonly number[]>>;
  };
  readonly domains: readonly DomainPlan[];
}

export const plan2014 = planFile as unknown as SamplePlan;

/** The 37 territories, field id → value as published. */
export const panel2014: readonly Readonly<Record<string, string | number>>[] = panelFile.rows.map((row) =>
  Object.fromEntries(panelFile.columns.map((column, i) => [column, row[i]])),
);

/** What the workbook says about the sample: invented, what it matches, what it cannot. */
export const notes2014: readonly Localized[] = notesFile.notes;
