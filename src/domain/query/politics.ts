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
