import { completenessOf, completenessShare } from "../completeness/sections";
import type { Codebook } from "../codebook";
import type { Draft } from "../records/project";
import type { Admitted } from "./admit";
import type { KnownRow } from "./tables";
import type { PlannedRow, StudySnapshot } from "./types";
import { isGiven, sameRow } from "./values";

/** Four decimals: a ten-thousandth of what is expected of a territory is less than one cell. */
const PRECISION = 10_000;

/**
 * The rows of the panel of the territories that answer: their contact status, the day the first of their
 * files came in, how complete they are now, and the class of their population.
 */
export function planPanel(
  snapshot: StudySnapshot,
  files: readonly Admitted[],
  rows: readonly PlannedRow[],
  known: readonly KnownRow[],
): PlannedRow[] {
  const { codebook, editionId } = snapshot;
  const planned = new Set(rows.flatMap(({ table, at }) => (at === null ? [] : [`${table} ${at}`])));
  /** Answers of each territory in the edition as they will stand. */
  const answers = new Map<string, { table: string; row: Draft }[]>();
  const add = (territory: string, table: string, row: Draft) => {
    const own = answers.get(territory);
    if (own) own.push({ table, row });
    else answers.set(territory, [{ table, row }]);
  };
  for (const { table, edition, territory, after } of rows)
    if (edition === editionId) add(territory, table, after);
  for (const { table, edition, territory, at, row } of known) {
    if (edition === editionId && !planned.has(`${table} ${at}`)) add(territory, table, row);
  }
  const touched = new Set(
    rows.flatMap(({ before, after, territory }) => (before && sameRow(before, after) ? [] : [territory])),
  );
  return rows.flatMap((row): PlannedRow[] => {
    if (row.table !== "panel") return [];
    const own = files.filter(
      ({ status, territory, edition }) =>
        status === "new" && territory === row.territory && edition === editionId,
    );
    if (!own.length || !row.before) return [row];
    if (own.every(({ settling }) => settling) && !touched.has(row.territory)) return [row];
    const of = (table: string) =>
      (answers.get(row.territory) ?? [])
        .filter((answer) => answer.table === table)
        .map((answer) => answer.row);
    const complete = completenessOf(codebook, {
      panel: row.after,
      projects: of("projects"),
      motivations: of("motivations"),
      actors: of("actors"),
    });
    const after: Draft = {
      ...row.after,
      ...sizeClass(codebook, row, snapshot),
      contact: returnedCode(codebook) ?? row.after.contact ?? null,
      returned: firstDay(row.before.returned, own),
      completeness: Math.round(completenessShare(complete) * PRECISION) / PRECISION,
    };
    const outcome = row.outcome === "conflicting" || sameRow(after, row.before) ? row.outcome : "changed";
    return [{ ...row, after, outcome }];
  });
}

function returnedCode(codebook: Codebook): number | null {
  const list = codebook.field("panel", "contact").list!;
  const answer = codebook.reader(list).read("Reçu");
  return answer.kind === "code" ? answer.code : null;
}

/** The earliest day; what is no ISO date was written by hand and stays. */
function firstDay(before: Draft[string] | undefined, files: readonly Admitted[]): Draft[string] {
  const days = files.map(({ returned }) => returned.received);
  if (isGiven(before)) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(String(before))) return before;
    days.push(String(before));
  }
  return days.reduce((first, day) => (day < first ? day : first));
}

/** The class follows the population, as everywhere in the panel. */
function sizeClass(codebook: Codebook, row: PlannedRow, { language }: StudySnapshot): Draft {
  const field = codebook.table("panel").fields.find(({ id }) => id === "sizeClass");
  const { population } = row.after;
  if (!field?.list || typeof population !== "number" || population === row.before?.population) return {};
  const code = codebook.classOf(field.list, population);
  return code === undefined ? {} : { sizeClass: codebook.display(field.list, code, language) };
}
