import type { Codebook, Field, TableDefinition } from "../codebook";
import type { AnswerTable } from "../imports/types";
import { normalizeText } from "../text/normalize";
import { similarity } from "../text/similarity";

/** Longest text that may be a header. */
const LONGEST = 80;
/** Least likeness of an unknown header to a field it is proposed for. */
const SAME_HEADER = 0.7;

/** Tables a base may have, those of answers first. */
export const baseTables: readonly AnswerTable[] = ["projects", "motivations", "actors", "panel"];

/**
 * What headers are compared by.
 * @example headerKey("Mode_de gestion") // "mode de gestion"
 */
export const headerKey = (text: unknown): string =>
  typeof text === "string" && text.length <= LONGEST ? normalizeText(text.replace(/_/g, " ")) : "";

const namesOf = ({ id, label, aliases = [] }: Field): string[] =>
  [label.fr, label.en, id, ...aliases].map(headerKey);

/** Which column holds which field, by headers that say so exactly. */
export function exactColumns(
  table: TableDefinition,
  headers: ReadonlyMap<number, unknown>,
): ReadonlyMap<string, number> {
  // "État · Status", or one above the other.
  const free = [...headers].map(([column, text]) => ({
    column,
    keys: [
      headerKey(text),
      ...String(text)
        .split(/\s*[·|\n]\s*|\s+\/\s+/)
        .map(headerKey),
    ].filter(Boolean),
  }));
  const found = new Map<string, number>();
  // The French header first: another field's alias must not take its place.
  for (const most of [1, Infinity]) {
    for (const field of table.fields) {
      if (found.has(field.id)) continue;
      const names = namesOf(field).slice(0, most);
      const at = free.findIndex(({ keys }) => keys.some((key) => names.includes(key)));
      if (at >= 0) found.set(field.id, free.splice(at, 1)[0].column);
    }
  }
  return found;
}

/** The field an unknown header most likely means, of those still without a column. */
export function likeliestField(header: string, fields: readonly Field[]): Field | undefined {
  let best: Field | undefined;
  let bestScore = SAME_HEADER;
  for (const field of fields) {
    const score = Math.max(...namesOf(field).map((name) => similarity(headerKey(header), name)));
    if (score > bestScore || (score === bestScore && !best)) [best, bestScore] = [field, score];
  }
  return best;
}

/** What several tables have, people's own among them: it tells none from the others. */
const ABOUT: ReadonlySet<string> = new Set([
  "edition",
  "territory",
  "name",
  "inclusion",
  "source",
  "comment",
]);

/** Fewest headers a row of headers has. */
const FEWEST = 3;

/**
 * The table whose header row this is, if it is one of a base: it names the territory or the edition of each
 * row, which no questionnaire does.
 * @param named Table that an Excel table of this place is called after.
 */
export function tableOfHeaders(
  codebook: Codebook,
  headers: ReadonlyMap<number, unknown>,
  named?: AnswerTable,
): AnswerTable | undefined {
  let best: AnswerTable | undefined;
  let bestScore = 0;
  for (const id of baseTables) {
    const table = codebook.table(id);
    const exact = exactColumns(table, headers);
    const answers = [...exact.keys()].filter((field) => !ABOUT.has(field)).length;
    if (exact.size < (id === named ? 1 : FEWEST) || (id !== named && !answers)) continue;
    const keys = id === "panel" ? ["name"] : ["territory", "edition"];
    const isBase = keys.some((key) => exact.has(key) || hasLookalike(codebook, id, key, headers, exact));
    if (!isBase) continue;
    const score = exact.size - (table.fields.length - exact.size) / 100 + (id === named ? 100 : 0);
    if (score > bestScore) [best, bestScore] = [id, score];
  }
  return best;
}

function hasLookalike(
  codebook: Codebook,
  table: AnswerTable,
  field: string,
  headers: ReadonlyMap<number, unknown>,
  exact: ReadonlyMap<string, number>,
): boolean {
  const taken = new Set(exact.values());
  return [...headers].some(
    ([column, text]) => !taken.has(column) && likeliestField(String(text), [codebook.field(table, field)]),
  );
}
