import type { Codebook } from "../codebook";
import type { Localized } from "../language";
import type { FilePlace } from "../questionnaire/returned";
import type { Draft } from "../records/project";
import { readNumber } from "../values/number";
import { AnswerMap } from "./answers";
import { exactColumns } from "./headers";
import { MappingItems } from "./items";
import type { OlderTerritory } from "./territories";
import type { FoundBase } from "./types";

interface LostValue {
  readonly field: Localized;
  readonly value: string | number | boolean;
  readonly place: FilePlace;
}

/** What is taken of a territory that is added; what happened to it in the older study is not. */
const TAKEN = ["code", "name", "type", "parent", "region", "population"];

/**
 * The territories of an older file's panel in the terms of the study. Only what is certain is taken; the rest is
 * told once a territory is added.
 */
export function olderPanel(
  codebook: Codebook,
  book: Codebook,
  base: FoundBase,
): {
  readonly territories: readonly OlderTerritory[];
  readonly lost: ReadonlyMap<Draft, readonly LostValue[]>;
} {
  const answers = new AnswerMap(codebook, book, base.edition ?? "", new MappingItems(new Map()));
  const lost = new Map<Draft, LostValue[]>();
  const territories = base.tables
    .filter(({ table }) => table === "panel")
    .flatMap((found) => {
      const columns = exactColumns(codebook.table("panel"), found.headers);
      return found.rows.flatMap(({ row, cells }): OlderTerritory[] => {
        const draft: Record<string, Draft[string]> = {};
        const notTaken: LostValue[] = [];
        for (const id of TAKEN) {
          const column = columns.get(id);
          const cell = column === undefined ? undefined : cells.get(column);
          const field = codebook.field("panel", id);
          if (!cell || String(cell.value).trim() === "") continue;
          const place = { sheet: found.sheet, cell: found.addressOf(row, column!) };
          const { value, error } = cell;
          const answer = field.kind === "code" ? answers.translate(field, false, cell, () => place) : null;
          if (error || (answer && answer.kind !== "value"))
            notTaken.push({ field: field.label, value, place });
          else if (answer?.kind === "value") draft[id] = answer.value;
          else if (field.kind === "number") {
            const number = readNumber(value, { thousands: true });
            if (number === null) notTaken.push({ field: field.label, value, place });
            else draft[id] = number;
          } else draft[id] = String(value).trim();
        }
        const name = String(draft.name ?? "");
        if (notTaken.length) lost.set(draft, notTaken);
        return name ? [{ name, draft }] : [];
      });
    });
  return { territories, lost };
}
