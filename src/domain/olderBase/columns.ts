import type { Codebook, Field } from "../codebook";
import { mappingOptions, mappingWords } from "../messages/olderBase";
import { exactColumns, likeliestField } from "./headers";
import { outcomeOf, type MappingItems } from "./items";
import type { FoundTable } from "./types";

/** The columns of a table once it is known which is which. */
export interface SettledColumns {
  readonly columns: ReadonlyMap<string, number>;
  /** Columns that are not taken, with the values they hold. */
  readonly aside: readonly { readonly column: number; readonly header: string; readonly count: number }[];
  /** Fields without which no row can be taken, and that no column holds. */
  readonly missing: readonly Field[];
}

/** Fields that say what a row is about; edition may be that of the whole file. */
const KEYS: Readonly<Record<FoundTable["table"], readonly string[]>> = {
  projects: ["territory", "domain", "project"],
  motivations: ["territory", "motivation", "rank"],
  actors: ["territory", "statement"],
  panel: ["name"],
};

export const keyFields = (table: FoundTable["table"]): readonly string[] => KEYS[table];

/** Says which column holds which field: exact headers as they are, others as proposed or chosen. */
export function settleColumns(codebook: Codebook, found: FoundTable, items: MappingItems): SettledColumns {
  const table = codebook.table(found.table);
  const exact = exactColumns(table, found.headers);
  const exactAt = new Map([...exact].map(([id, column]) => [column, id]));
  const free = table.fields.filter(({ id }) => !exact.has(id));
  const unknown = [...found.headers].filter(([column]) => !exactAt.has(column));
  const proposals = new Map<number, Field | undefined>();
  for (const [column, header] of unknown) {
    const taken = new Set([...proposals.values()].map((field) => field?.id));
    proposals.set(
      column,
      likeliestField(
        header,
        free.filter(({ id }) => !taken.has(id)),
      ),
    );
  }
  const columns = new Map<string, number>();
  const aside: { column: number; header: string; count: number }[] = [];
  const isPanel = found.table === "panel";
  // Those that say exactly what they are come first: a choice must not take their place unseen.
  for (const [column, header] of [...found.headers].sort(
    ([a], [b]) => Number(exactAt.has(b)) - Number(exactAt.has(a)) || a - b,
  )) {
    const own = exactAt.get(column);
    const proposed = own ?? proposals.get(column)?.id;
    const values = found.rows.reduce((sum, { cells }) => sum + Number(cells.has(column)), 0);
    if (!own && !header && !values) continue;
    if (isPanel) {
      // Of the file's panel only what its headers say exactly is used, for territories that are added.
      if (own) columns.set(own, column);
      continue;
    }
    const open = table.fields.filter(({ id }) => id === own || (!exact.has(id) && !columns.has(id)));
    const item = items.count(
      "column",
      `${found.sheet ?? ""}\u0001${found.table}\u0001${header}\u0001${header ? "" : column}`,
      () => ({ sheet: found.sheet, cell: found.addressOf(found.headerRow, column) }),
      () => ({
        where: mappingWords.columnOf({ table: table.title }),
        found: header,
        options: [
          ...open.map(({ id, label }) => ({ id: `field:${id}`, label })),
          { id: "aside", label: mappingOptions.columnAside },
        ],
        proposed: proposed && open.some(({ id }) => id === proposed) ? `field:${proposed}` : "aside",
        certain: own !== undefined,
      }),
      values,
    );
    const outcome = outcomeOf(item) ?? item.proposed;
    if (outcome?.startsWith("field:")) columns.set(outcome.slice("field:".length), column);
    else aside.push({ column, header, count: values });
  }
  const missing = keyFields(found.table)
    .filter((id) => !columns.has(id))
    .map((id) => codebook.field(found.table, id));
  return { columns, aside, missing };
}
