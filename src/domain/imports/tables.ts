import type { Codebook } from "../codebook";
import { inclusionCode } from "../completeness/sections";
import type { Draft } from "../records/project";
import { normalizeText } from "../text/normalize";
import { motivationKey } from "./collect";
import { projectName, type ProjectName } from "./keys";
import type { PanelIndex } from "./territories";
import type { AnswerTable, StudySnapshot } from "./types";

/** A row of the base with what it is about. */
export interface KnownRow {
  readonly table: AnswerTable;
  readonly at: number;
  readonly row: Draft;
  readonly edition: string;
  readonly territory: string;
  readonly key: string;
  readonly domain?: number;
  readonly name?: ProjectName;
}

/** Key of all that is said about one row. @param territory As the panel writes it. */
export const groupKey = (table: AnswerTable, edition: string, territory: string, key: string): string =>
  `${table}\u0001${edition}\u0001${territory}\u0001${key}`;

/** The rows of the base that hold answers, with the key files find them by. Blank rows have none. */
export function knownRows({ codebook, tables }: StudySnapshot, panel: PanelIndex): KnownRow[] {
  const found: KnownRow[] = [];
  const add = (
    table: AnswerTable,
    rows: readonly Draft[],
    keyOf: (row: Draft) => Omit<KnownRow, "table" | "at" | "row" | "edition" | "territory">,
  ) =>
    rows.forEach((row, at) => {
      const territory = String(row.territory ?? "").trim();
      if (!territory) return;
      const edition = String(row.edition ?? "").trim();
      found.push({ table, at, row, edition, territory: panel.nameOf(territory), ...keyOf(row) });
    });
  add("projects", tables.projects, (row) => {
    const text = String(row.project ?? "").trim();
    if (typeof row.domain !== "number") return { key: `?${String(row.domain ?? "")}|${normalizeText(text)}` };
    const name = projectName(codebook, row.domain, text);
    return { key: name.key, domain: row.domain, name };
  });
  add("motivations", tables.motivations, (row) => ({ key: motivationKey(row.motivation, row.meaning) }));
  add("actors", tables.actors, (row) => ({ key: String(row.statement ?? "") }));
  return found;
}

/** The inclusion code of a row that counts in its edition, or of one that does not. */
export interface Inclusion {
  readonly late: number | null;
  readonly duplicate: number | null;
  readonly counts: (row: Draft) => boolean;
}

export function inclusionOf(codebook: Codebook): Inclusion {
  const leftOut = new Set(
    codebook
      .list("inclusion")
      .codes.filter((code) => code.leftOut)
      .map(({ code }) => code),
  );
  return {
    late: inclusionCode(codebook, "late"),
    duplicate: inclusionCode(codebook, "duplicate"),
    counts: ({ inclusion }) => !(typeof inclusion === "number" && leftOut.has(inclusion)),
  };
}

/** A row with every field of its table, blank where nothing is said. */
export function wholeRow(codebook: Codebook, table: AnswerTable | "respondents", values: Draft): Draft {
  return Object.fromEntries(codebook.table(table).fields.map(({ id }) => [id, values[id] ?? null]));
}
