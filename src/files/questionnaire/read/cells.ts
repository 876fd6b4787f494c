import type { Codebook, Field } from "../../../domain/codebook";
import type { FilePlace, ReadAnswer } from "../../../domain/questionnaire/returned";
import { dateOfSerial, LAST_DAY, serialOfDate } from "../../../domain/records/dates";
import { normalizeText } from "../../../domain/text/normalize";
import { nearest } from "../../../domain/text/similarity";
import { isBlank, readSpecial } from "../../../domain/values/answer";
import { readNumber } from "../../../domain/values/number";
import type { ReadCell } from "../../xlsx/types";
import type { Remarks } from "./remarks";

const SPECIAL = { notReported: "NR", notApplicable: "SO", dontKnow: "NSP" } as const;
const ISO = /^\d{4}-\d{2}-\d{2}(?:[t ].*)?$/;
/** Signs between two answers of one cell. */
const BETWEEN = /\s*[;,|\n+&]\s*|\s+(?:\/|et|and|ou|or)\s+/i;
const MONTHS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(
  " ",
);

/**
 * Understands the cells of one file. An answer is taken, or put aside with what was expected; a blank is
 * neither. 0 is no blank here: in a file a person typed it.
 */
export class CellAnswers {
  constructor(
    private readonly codebook: Codebook,
    private readonly remarks: Remarks,
    /** Cells with a formula that has no saved value, as "sheet!cell". */
    private readonly withoutValue: ReadonlySet<string>,
  ) {}

  /** The answer of a field; undefined for a blank, and for what was put aside. */
  read(field: Field, cell: ReadCell | undefined, place: FilePlace): ReadAnswer | undefined {
    const { label } = field;
    if (this.withoutValue.has(`${place.sheet}!${place.cell}`)) {
      this.remarks.add("formulaWithoutValue", "error", place, { field: label }, { field: label });
      return undefined;
    }
    if (!cell || isBlankCell(cell.value)) return undefined;
    const raw = cell.value;
    if (cell.error) {
      this.remarks.add("errorValue", "error", place, { field: label }, { field: label, value: raw });
      return undefined;
    }
    const value = this.understand(field, raw, place);
    if (value === undefined) return undefined;
    if (cell.computed) {
      this.remarks.add("computedAnswer", "warning", place, { field: label }, { field: label, value: raw });
    }
    return { raw, value, place };
  }

  private understand(field: Field, raw: ReadCell["value"], place: FilePlace): string | number | undefined {
    switch (field.kind) {
      case "code":
        return this.code(field, raw, place);
      case "number":
        return this.number(field, raw, place);
      case "date":
        return this.date(field, raw, place);
      default:
        return plainText(raw);
    }
  }

  private code(field: Field, raw: ReadCell["value"], place: FilePlace): string | number | undefined {
    const reader = this.codebook.reader(field.list!);
    const answer = isZero(raw) ? ({ kind: "invalid", raw } as const) : reader.read(raw);
    if (answer.kind === "code") return answer.code;
    if (answer.kind !== "invalid") return SPECIAL[answer.kind];
    const about = { field: field.label, value: raw };
    const codes = this.codebook.activeCodes(field);
    const parts = typeof raw === "string" ? raw.split(BETWEEN).filter((part) => part.trim()) : [];
    const found = parts.map((part) => this.partCode(field, part));
    if (found.every((code) => code !== undefined) && new Set(found).size > 1) {
      const labels = found.map((code) => this.codebook.code(field.list!, code!)!.label);
      this.remarks.add("severalAnswers", "error", place, { field: field.label, found: labels }, about);
      return undefined;
    }
    const expected = codes.map(({ code }) => ({
      fr: this.codebook.display(field.list!, code, "fr"),
      en: this.codebook.display(field.list!, code, "en"),
    }));
    const meant = typeof raw === "string" ? this.nearestCode(field, raw) : undefined;
    const suggestion = meant === undefined ? undefined : this.codebook.display(field.list!, meant, "fr");
    this.remarks.add("notACode", "error", place, { field: field.label, expected }, { ...about, suggestion });
    return undefined;
  }

  /** Code of one of several answers: its label, or one word of a label such as "Loisirs / Culture". */
  private partCode(field: Field, part: string): number | undefined {
    const answer = this.codebook.reader(field.list!).read(part);
    if (answer.kind === "code") return answer.code;
    const key = normalizeText(part);
    const codes = this.codebook
      .list(field.list!)
      .codes.filter(({ label }) =>
        [label.fr, label.en].some((text) => text.split(" / ").some((word) => normalizeText(word) === key)),
      );
    return codes.length === 1 ? codes[0].code : undefined;
  }

  private nearestCode(field: Field, raw: string): number | undefined {
    const codes = this.codebook.activeCodes(field);
    const typed = raw.replace(/^\s*-?\d+\s*[–—.:)-]?\s*/, "");
    for (const language of ["fr", "en"] as const) {
      const label = nearest(
        typed,
        codes.map((code) => code.label[language]),
        0.7,
      );
      if (label !== undefined) return codes.find((code) => code.label[language] === label)!.code;
    }
    return undefined;
  }

  private number(field: Field, raw: ReadCell["value"], place: FilePlace): string | number | undefined {
    const about = { field: field.label, value: raw };
    const special = typeof raw === "string" && !isZero(raw) ? readSpecial(raw) : undefined;
    if (special && special.kind in SPECIAL) return SPECIAL[special.kind as keyof typeof SPECIAL];
    const thousands = (field.max ?? Infinity) >= 1000;
    const text = typeof raw === "string" && field.unit ? withoutUnit(raw, field.unit) : raw;
    const value = typeof text === "boolean" ? null : readNumber(text, { thousands });
    if (value === null) {
      const params = { field: field.label, unit: field.unit };
      this.remarks.add("notANumber", "error", place, params, {
        ...about,
        suggestion: likelyNumber(raw, thousands),
      });
      return undefined;
    }
    const { min, max } = field;
    if ((min !== undefined && value < min) || (max !== undefined && value > max)) {
      this.remarks.add("outOfRange", "error", place, { field: field.label, min, max }, about);
      return undefined;
    }
    return value;
  }

  private date(field: Field, raw: ReadCell["value"], place: FilePlace): string | undefined {
    if (typeof raw === "number" && raw >= 1 && raw <= LAST_DAY) return dateOfSerial(raw);
    if (typeof raw === "string") {
      const special = readSpecial(raw);
      if (special && special.kind in SPECIAL) return SPECIAL[special.kind as keyof typeof SPECIAL];
      const iso = readDate(raw);
      if (iso) return iso;
    }
    this.remarks.add("notADate", "error", place, { field: field.label }, { field: field.label, value: raw });
    return undefined;
  }
}

/** Nothing, spaces of any kind; unlike in a study's cell, 0 was typed by somebody. */
export const isBlankCell = (value: unknown): boolean =>
  value !== 0 && !(typeof value === "string" && VISIBLE.test(value)) && isBlank(value);
/** Most texts are seen to be no blank by their first letter. */
const VISIBLE = /[0-9A-Za-z]/;

/** A zero in whatever script; long texts are none. */
const isZero = (raw: ReadCell["value"]): boolean =>
  raw === 0 || (typeof raw === "string" && raw.length < 8 && normalizeText(raw) === "0");

/**
 * A text as it was meant: characters no cell shows are taken off, half a character, which no file can hold, is
 * shown as one that is missing.
 * @example plainText("a\u0007b\r\nc") // "ab\nc"
 */
export function plainText(raw: string | number | boolean): string {
  return String(raw)
    .replace(/_x000D_/g, "")
    .replace(/[\u200B\u2060\uFEFF]/g, "")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/\p{Cs}/gu, "\uFFFD")
    .trim();
}

/**
 * The ISO day a text says in French or ISO; undefined when it says none.
 * @example readDate("15 mars 2014") // "2014-03-15"
 * @example readDate("1er/2") // undefined
 */
export function readDate(text: string): string | undefined {
  const key = normalizeText(text);
  if (ISO.test(key)) return serialOfDate(key.slice(0, 10)) === null ? undefined : key.slice(0, 10);
  const parts = /^(\d{1,2})(?:er)?[\s/.-]+([a-z]+|\d{1,2})[\s/.-]+(\d{4})$/.exec(key);
  if (!parts) return undefined;
  const named = MONTHS.findIndex(
    (month) => month === parts[2] || (parts[2].length > 2 && month.startsWith(parts[2])),
  );
  const month = named >= 0 ? named + 1 : Number(parts[2]);
  const iso = `${parts[3]}-${String(month).padStart(2, "0")}-${parts[1].padStart(2, "0")}`;
  return serialOfDate(iso) === null ? undefined : iso;
}

/** "12 000 €", "12000 euros": the unit behind a number is no doubt. */
function withoutUnit(text: string, unit: string): string {
  const words = unit === "€" ? ["€", "euros", "euro", "eur"] : [unit];
  const clean = text.trim();
  const found = words.find((word) => clean.toLowerCase().endsWith(word));
  return found ? clean.slice(0, -found.length).trim() : clean;
}

/** What "12 k€" or "env. 3000" most likely means, for a person to confirm. */
function likelyNumber(raw: unknown, thousands: boolean): string | undefined {
  if (typeof raw !== "string") return undefined;
  const parts = raw.normalize("NFKC").match(/\d[\d\s.,\u00A0\u202F]*/g);
  if (parts?.length !== 1) return undefined;
  const number = readNumber(parts[0].trim().replace(/[.,]$/, ""), { thousands });
  if (number === null) return undefined;
  const behind = normalizeText(raw.slice(raw.indexOf(parts[0]) + parts[0].length));
  const times = /^k/.test(behind) ? 1e3 : /^m(illions?|€|$)/.test(behind) ? 1e6 : 1;
  return String(number * times);
}
