import type { Codebook, Field } from "../codebook";
import { readPopulation } from "../population/read";
import type { FilePlace, ReadAnswers, ReturnedQuestionnaire } from "../questionnaire/returned";
import type { Draft } from "../records/project";
import { projectName, type ProjectName } from "./keys";
import type { Side } from "./sides";
import type { AnswerTable, Source } from "./types";
import { isGiven } from "./values";

/** Fields that say which row it is, or that the product writes: they are not compared. */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  "edition",
  "territory",
  "domain",
  "project",
  "motivation",
  "meaning",
  "statement",
  "inclusion",
  "id",
  "source",
]);
/** Fields of the panel that the study team follows, or that say which territory it is. */
const TEAM_FIELDS: ReadonlySet<string> = new Set([
  "code",
  "name",
  "contact",
  "sent",
  "reminded",
  "returned",
  "completeness",
]);

/** Fields of a table that answers are compared in. */
export function comparedFields(codebook: Codebook, table: AnswerTable): readonly Field[] {
  return codebook
    .table(table)
    .fields.filter(
      ({ id, kind }) =>
        kind !== "auto" && !NOT_COMPARED.has(id) && !(table === "panel" && TEAM_FIELDS.has(id)),
    );
}

/** A row as one file says it, with what tells which row it is. */
export interface RowSaid {
  readonly table: AnswerTable;
  readonly key: string;
  /** What the row is about: domain and project, motivation and meaning, statement. */
  readonly fixed: Draft;
  readonly domain?: number;
  readonly name?: ProjectName;
  readonly namePlace: FilePlace;
  readonly side: Side;
}

/** All that a returned questionnaire says, row by row. */
export function rowsSaid(
  codebook: Codebook,
  returned: ReturnedQuestionnaire,
  source: Source,
  late: boolean,
): RowSaid[] {
  const side = (given: ReadAnswers): Side => ({ source, late, occurrence: 0, ...valuesOf(given) });
  const rows: RowSaid[] = [];
  // Who a territory is does not depend on the closing date.
  const fiche: Side = { ...side(knownPopulation(returned.fiche)), late: false };
  if (Object.keys(fiche.values).length)
    rows.push({ table: "panel", key: "panel", fixed: {}, namePlace: {}, side: fiche });
  for (const { domain, project, listed, answers, place } of returned.projects) {
    const name = projectName(codebook, domain, project, listed);
    rows.push({
      table: "projects",
      key: name.key,
      fixed: { domain, project: name.text },
      domain,
      name,
      namePlace: place,
      side: side(answers),
    });
  }
  for (const { motivation, rank, meanings, place } of returned.motivations) {
    const row = (meaning: number | null, answer: ReadAnswers[string]) =>
      rows.push({
        table: "motivations",
        key: motivationKey(motivation, meaning),
        fixed: { motivation, meaning },
        namePlace: place,
        side: side({ rank: answer }),
      });
    if (rank) row(null, rank);
    for (const { meaning, rank: place_ } of meanings) row(meaning, place_);
  }
  for (const { statement, agreement, place } of returned.statements) {
    rows.push({
      table: "actors",
      key: String(statement),
      fixed: { statement },
      namePlace: place,
      side: side({ agreement }),
    });
  }
  return numbered(rows);
}

/** Key of a row of the motivations: of the motivation itself, or of one of its meanings. */
export const motivationKey = (motivation: Draft[string], meaning: Draft[string] | undefined): string =>
  `${motivation}|${isGiven(meaning) ? meaning : ""}`;

/** Rows of one key in one file are told apart by their order. */
export function numbered(rows: readonly RowSaid[]): RowSaid[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = `${row.table} ${row.key}`;
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return occurrence === row.side.occurrence ? row : { ...row, side: { ...row.side, occurrence } };
  });
}

function valuesOf(given: ReadAnswers): Pick<Side, "values" | "places"> {
  const answers = Object.entries(given).filter(([, { value }]) => isGiven(value));
  return {
    values: Object.fromEntries(answers.map(([field, { value }]) => [field, value])),
    places: Object.fromEntries(answers.map(([field, { place }]) => [field, place])),
  };
}

/** A population is a whole number of people or nothing: what is not goes its own way (see `populations.ts`). */
function knownPopulation(fiche: ReadAnswers): ReadAnswers {
  const { population, ...others } = fiche;
  if (!population) return fiche;
  const read = readPopulation(population.value);
  return read.kind === "number" ? { ...others, population: { ...population, value: read.value } } : others;
}
