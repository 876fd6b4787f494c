import type { Codebook } from "../codebook";
import { mappingOptions, mappingWords } from "../messages/olderBase";
import { outcomeOf, type MappingItems } from "./items";
import type { FoundTable } from "./types";

/**
 * Whether the rows of a sheet are taken: at once where it is the only one of its sort; of several, one may be
 * a copy of another, and a person says of each. Null while nobody has.
 */
export function sheetIsTaken(
  codebook: Codebook,
  found: FoundTable,
  all: readonly FoundTable[],
  items: MappingItems,
): boolean | null {
  const alike = all.filter(({ table }) => table === found.table);
  if (alike.length < 2) return true;
  const item = items.count(
    "column",
    `sheet\u0001${found.table}\u0001${found.sheet ?? ""}\u0001${found.headerRow}`,
    () => ({ sheet: found.sheet, cell: found.addressOf(found.headerRow, 0) }),
    () => ({
      where: mappingWords.sheetOf({ table: codebook.table(found.table).title }),
      found: found.sheet ?? "",
      options: [
        { id: "take", label: mappingOptions.sheetTaken },
        { id: "aside", label: mappingOptions.sheetAside },
      ],
      proposed: null,
      certain: false,
    }),
    found.rows.length,
  );
  const outcome = outcomeOf(item);
  return outcome === null ? null : outcome === "take";
}
