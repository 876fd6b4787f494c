import type { Codebook } from "../codebook";
import { isGiven, sameValue, shownValue } from "../imports/values";
import { mappingOptions, mappingWords, olderBaseMessages } from "../messages/olderBase";
import { hashText, newId } from "../records/ids";
import type { Draft } from "../records/project";
import { mulberry32 } from "../sample/random";
import { outcomeOf, type MappingItems } from "./items";
import { answersOf, type Matched } from "./match";
import type { RowContext } from "./readRow";

/** Rows the study has with other answers: one choice for all of them. */
export function settleConflict(items: MappingItems, { row }: Matched): string | null {
  const item = items.count(
    "same",
    row.table,
    () => row.placeOf("territory"),
    () => ({
      where: mappingWords.rowsAlready,
      found: "",
      options: [
        { id: "keep", label: mappingOptions.keep },
        { id: "take", label: mappingOptions.take },
      ],
      proposed: "keep",
      certain: false,
    }),
  );
  return outcomeOf(item);
}

/** Fields of a row of the study that the file fills, or replaces if it is to be taken; what is kept is told. */
export function fieldsSet(
  codebook: Codebook,
  { row, known }: Matched,
  take: boolean,
  reject: RowContext["reject"],
): Record<string, Draft[string]> {
  const set: Record<string, Draft[string]> = {};
  for (const [id, value] of Object.entries(answersOf(row.values))) {
    const now = known!.row[id];
    if (!isGiven(value) || sameValue(now, value)) continue;
    if (!isGiven(now) || take) {
      set[id] = value;
      continue;
    }
    const field = codebook.field(row.table, id);
    const words = olderBaseMessages.kept({ field: field.label, base: shownValue(codebook, field, now) });
    const facts = { place: row.placeOf(id), territory: row.territory, field: field.label };
    const shown = shownValue(codebook, field, value).fr;
    reject({ code: "kept", severity: "warning", ...facts, value: shown, ...words });
  }
  return set;
}

/** Ids of new rows: the file's own where it is free, else one that follows from what the row is. */
export class IdMaker {
  private readonly taken: Set<string>;
  private readonly seen = new Map<string, number>();

  constructor(projects: readonly Draft[]) {
    this.taken = new Set(projects.map(({ id }) => String(id ?? "")));
  }

  idFor(own: Draft[string] | undefined, key: string): string {
    const nth = this.seen.get(key) ?? 0;
    this.seen.set(key, nth + 1);
    const text = String(own ?? "").trim();
    const id =
      text && !this.taken.has(text)
        ? text
        : newId(this.taken, mulberry32(hashText(`${key}\u0001${nth}`) % 2 ** 32));
    this.taken.add(id);
    return id;
  }
}
