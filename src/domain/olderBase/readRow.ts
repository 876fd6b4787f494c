import type { Codebook, Field } from "../codebook";
import type { PlannedAnomaly } from "../imports/types";
import type { Localized } from "../language";
import { mappingWords, olderBaseMessages } from "../messages/olderBase";
import type { FilePlace } from "../questionnaire/returned";
import { dateOfSerial, LAST_DAY, serialOfDate } from "../records/dates";
import type { Draft } from "../records/project";
import { normalizeText } from "../text/normalize";
import { readSpecial } from "../values/answer";
import { readNumber } from "../values/number";
import type { AnswerMap } from "./answers";
import { keyFields, type SettledColumns } from "./columns";
import type { EditionMap } from "./editions";
import type { Placed, TerritoryMap } from "./territories";
import type { FoundCell, FoundRow, FoundTable } from "./types";

/** A row of a base in the terms of the study. */
export interface BaseRow {
  readonly table: FoundTable["table"];
  readonly edition: string;
  readonly territory: string;
  /** Everything but edition and territory, by field id. */
  readonly values: Draft;
  readonly placeOf: (field: string) => FilePlace;
  /** Something about it is still to be decided. */
  readonly open: boolean;
}

type Reject = Omit<PlannedAnomaly, "file" | "digest">;
type Words = { readonly reason: Localized; readonly expected?: Localized; readonly action: Localized };

/** What a row is read with. */
export interface RowContext {
  readonly codebook: Codebook;
  readonly editions: EditionMap;
  readonly territories: TerritoryMap;
  readonly answersOf: (edition: string | null) => AnswerMap;
  readonly reject: (anomaly: Reject) => void;
}

const TOTAL = /^(sous[- ]?total|totaux|total|somme|moyenne|nombre|sum|average)\b.{0,40}$/;
const SPECIAL = { notReported: "NR", notApplicable: "SO", dontKnow: "NSP" } as const;

const plain = (value: FoundCell["value"]): string => String(value).replace(/\r\n?/g, "\n").trim();
/** Most texts are seen to be no blank, and no total, by their first letters. */
const VISIBLE = /[0-9A-Za-z]/;
const MAY_BE_TOTAL = /^\s*(?:sous|tot|som|moy|nom|sum|ave)/i;
const isBlankCell = (cell: FoundCell | undefined): boolean =>
  !cell || (typeof cell.value === "string" && !VISIBLE.test(cell.value) && normalizeText(cell.value) === "");
const isTotalText = (text: string): boolean => MAY_BE_TOTAL.test(text) && TOTAL.test(normalizeText(text));

/** Reads one row; null when nothing of it is taken, which is said, or when it is blank. */
export function readRow(
  context: RowContext,
  found: FoundTable,
  { columns }: SettledColumns,
  row: FoundRow,
): BaseRow | null {
  const { codebook, reject } = context;
  const { table } = found;
  const field = (id: string): Field => codebook.field(table, id);
  const cellOf = (id: string): FoundCell | undefined => {
    const column = columns.get(id);
    const cell = column === undefined ? undefined : row.cells.get(column);
    return isBlankCell(cell) ? undefined : cell;
  };
  const placeOf = (id: string): FilePlace => ({
    sheet: found.sheet,
    cell: found.addressOf(row.row, columns.get(id) ?? Math.min(...row.cells.keys())),
  });
  const whole = () =>
    [...row.cells.values()]
      .map(({ value }) => plain(value))
      .filter(Boolean)
      .join(" | ");
  const territoryText = plain(cellOf("territory")?.value ?? "");
  /** The row as a whole goes to Rejets. */
  const refuse = (code: string, id: string, words: Words, severity: "error" | "info" = "error"): null => {
    const facts = { place: placeOf(id), territory: territoryText, field: field(id).label };
    reject({ code, severity, ...facts, value: whole(), ...words });
    return null;
  };
  const aside = (code: string, id: string, words: Words): null => {
    const facts = { place: placeOf(id), territory: territoryText, field: field(id).label };
    reject({ code, severity: "error", ...facts, value: cellOf(id)!.value, ...words });
    return null;
  };

  if (![...columns.keys()].some(cellOf)) return null;
  if (row.overlong) return refuse("overlong", "territory", olderBaseMessages.overlong());
  // A total may be called so in any of the columns that come first, and has no domain.
  const firsts =
    cellOf("domain") && table === "projects" ? ["territory"] : ["edition", "territory", "project"];
  const isTotal = firsts.some((id) => isTotalText(plain(cellOf(id)?.value ?? "")));
  if (isTotal) return refuse("total", "territory", olderBaseMessages.total(), "info");
  for (const id of keyFields(table)) {
    if (!cellOf(id)) return refuse("missing", id, olderBaseMessages.missing({ field: field(id).label }));
    if (cellOf(id)!.error && field(id).kind !== "code")
      return refuse("errorCell", id, olderBaseMessages.errorCell({ field: field(id).label }));
  }
  const leftOut = (id: string) =>
    refuse("leftOut", id, olderBaseMessages.leftOut({ field: field(id).label }));

  const edition = context.editions.place(plain(cellOf("edition")?.value ?? ""), () => placeOf("edition"));
  if (edition.kind === "leaveOut") return leftOut("edition");
  const territory: Placed = context.territories.place(territoryText, () => placeOf("territory"));
  if (territory.kind === "leaveOut") return leftOut("territory");
  let open = edition.kind === "open" || territory.kind === "open";
  const answers = context.answersOf(edition.id);
  const keys = keyFields(table);
  const values: Record<string, Draft[string]> = {};
  for (const own of codebook.table(table).fields) {
    const { id, kind } = own;
    if (id === "edition" || id === "territory") continue;
    const cell = cellOf(id);
    values[id] = null;
    if (!cell) continue;
    const isKey = keys.includes(id);
    if (kind === "code") {
      const answer = answers.translate(own, isKey, cell, () => placeOf(id));
      if (answer.kind === "leaveOut") return leftOut(id);
      if (answer.kind === "open") open = true;
      else if (answer.kind === "value") values[id] = answer.value;
      else aside("aside", id, olderBaseMessages.aside({ field: own.label }));
      continue;
    }
    if (cell.error) {
      aside("errorCell", id, olderBaseMessages.errorCell({ field: own.label }));
      continue;
    }
    const read = readPlain(own, cell.value);
    if (read !== undefined) {
      values[id] = read;
      continue;
    }
    const expected = kind === "date" ? mappingWords.date : mappingWords.number;
    const words = olderBaseMessages.notRead({ field: own.label, expected });
    if (isKey) return refuse("notRead", id, words);
    aside("notRead", id, words);
  }
  return {
    table,
    edition: edition.id ?? "",
    territory: territory.kind === "territory" ? territory.name : territoryText,
    values,
    placeOf,
    open,
  };
}

/** A number, date or text as a draft holds it; undefined when it is none. */
function readPlain({ kind, min, max }: Field, value: FoundCell["value"]): Draft[string] | undefined {
  if (kind === "number") {
    const special = typeof value === "string" ? readSpecial(value) : undefined;
    if (special && special.kind in SPECIAL) return SPECIAL[special.kind as keyof typeof SPECIAL];
    const number =
      typeof value === "boolean" ? null : readNumber(value, { thousands: (max ?? Infinity) >= 1000 });
    if (number === null || (min !== undefined && number < min) || (max !== undefined && number > max))
      return undefined;
    return number;
  }
  if (kind === "date") {
    if (typeof value === "number") return value >= 1 && value <= LAST_DAY ? dateOfSerial(value) : undefined;
    const iso = String(value).slice(0, 10);
    return serialOfDate(iso) === null ? undefined : iso;
  }
  return plain(value);
}
