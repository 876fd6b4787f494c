import type { Codebook } from "../../domain/codebook";
import type { ImportTable } from "../../domain/imports/types";
import type { Draft } from "../../domain/records/project";
import { normalizeText } from "../../domain/text/normalize";
import { isBlank } from "../../domain/values/answer";
import { StudyError } from "../errors";
import type { TerritorySheet } from "../importContract";
import { readTables } from "../imports/snapshot";
import { runExcel } from "../session";
import type { StudyContext } from "../study/rows";

const TABLES = ["panel", "motivations", "actors", "respondents"] as const;
/** Rows of the tables that hold what a territory says apart from its projects. */
export type Tables = Record<(typeof TABLES)[number], Draft[]>;

/** A row with its place. */
export interface Placed {
  readonly at: number;
  readonly row: Draft;
}

/** These tables as they are now; one request. */
export const readTablesOf = (study: StudyContext): Promise<Tables> =>
  runExcel((context) => readTables(context, study, TABLES), study.run);

/** What one territory said in the study's edition, with a place for each answer it has not given. */
export function sheetOf(study: StudyContext, tables: Tables, territory: string): TerritorySheet {
  const { codebook, editionId: edition } = study;
  const identity = inPanel(tables, territory).row;
  const name = String(identity.name);
  const answers = (
    table: "motivations" | "actors",
    about: string,
    answer: string,
    rows: readonly Placed[],
  ): Draft[] => {
    const known = new Map(rows.map(({ row }) => [row[about], row]));
    const field = codebook.field(table, about);
    const offered = codebook.activeCodes(field).map(({ code }) => code);
    const others = [...known.keys()].filter(
      (code): code is number => typeof code === "number" && !offered.includes(code),
    );
    return [...offered, ...others].map(
      (code) =>
        known.get(code) ?? {
          ...blank(codebook, table),
          edition,
          territory: name,
          [about]: code,
          [answer]: null,
        },
    );
  };
  const motivations = own(tables, "motivations", edition, name);
  return {
    territory: name,
    edition,
    identity,
    respondents: own(tables, "respondents", edition, name).map(({ row }) => row),
    motivations: answers(
      "motivations",
      "motivation",
      "rank",
      motivations.filter(({ row }) => isBlank(row.meaning)),
    ),
    meanings: motivations.filter(({ row }) => !isBlank(row.meaning)).map(({ row }) => row),
    statements: answers("actors", "statement", "agreement", own(tables, "actors", edition, name)),
  };
}

/** @throws StudyError territoryNotInPanel */
export function inPanel(tables: Tables, territory: string): Placed {
  const key = normalizeText(territory);
  const at = tables.panel.findIndex(({ name }) => key !== "" && normalizeText(String(name ?? "")) === key);
  if (at < 0) throw StudyError.of("territoryNotInPanel", { territory });
  return { at, row: tables.panel[at] };
}

/** A row without an answer. */
export const blank = (codebook: Codebook, table: ImportTable): Draft =>
  Object.fromEntries(codebook.table(table).fields.map(({ id }) => [id, null]));

/** Rows of one territory in one edition. */
export function own(
  tables: Tables,
  table: Exclude<keyof Tables, "panel">,
  edition: string,
  territory: string,
): Placed[] {
  const key = normalizeText(territory);
  return tables[table].flatMap((row, at) =>
    String(row.edition ?? "") === edition && normalizeText(String(row.territory ?? "")) === key
      ? [{ at, row }]
      : [],
  );
}
