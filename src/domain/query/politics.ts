import type { BaseTable } from "../base/table";
import { CodeColumn, NumberColumn, TextColumn } from "../base/columns";
import type { MotivationRow } from "../indicators/motivation";

/** The rows of the motivations table as the scores need them. */
export function* motivationRows(table: BaseTable, rows: Iterable<number>): Iterable<MotivationRow> {
  const { columns } = table;
  const [territory, motivation, rank, meaning] = ["territory", "motivation", "rank", "meaning"].map((id) =>
    columns.get(id),
  );
  if (
    !(territory instanceof TextColumn) ||
    !(motivation instanceof CodeColumn) ||
    !(rank instanceof NumberColumn)
  )
    return;
  for (const row of rows) {
    const given = rank.numbers[row];
    yield {
      territory: territory.keys[territory.ids[row]],
      motivation: motivation.bytes[row],
      rank: Number.isNaN(given) ? null : given,
      isMeaning: meaning instanceof CodeColumn && meaning.bytes[row] !== 0,
    };
  }
}

/** One row of the table of motivations that ranks a meaning. */
export interface MeaningRow {
  readonly motivation: number;
  readonly meaning: number;
  readonly rank: number;
}

/** The rows that rank what a motivation means; of two about one meaning and territory the first counts. */
export function* meaningRows(table: BaseTable, rows: Iterable<number>): Iterable<MeaningRow> {
  const { columns } = table;
  const [territory, motivation, rank, meaning] = ["territory", "motivation", "rank", "meaning"].map((id) =>
    columns.get(id),
  );
  if (
    !(territory instanceof TextColumn) ||
    !(motivation instanceof CodeColumn) ||
    !(rank instanceof NumberColumn) ||
    !(meaning instanceof CodeColumn)
  )
    return;
  const seen = new Set<string>();
  for (const row of rows) {
    const given = rank.numbers[row];
    const key = `${territory.ids[row]} ${motivation.bytes[row]} ${meaning.bytes[row]}`;
    if (!meaning.bytes[row] || !Number.isInteger(given) || given < 1 || seen.has(key)) continue;
    seen.add(key);
    yield { motivation: motivation.bytes[row], meaning: meaning.bytes[row], rank: given };
  }
}
