import type { Language } from "../../domain/language";
import { serialOfDate } from "../../domain/records/dates";

const DAY_FIRST = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/;

/**
 * The ISO date a person typed, day first as in France or ISO; undefined when it is none.
 * @example readDate("15/3/2014") // "2014-03-15"
 * @example readDate("31/02/2014") // undefined
 */
export function readDate(text: string): string | undefined {
  const parts = DAY_FIRST.exec(text.trim());
  const iso = parts ? `${parts[3]}-${parts[2].padStart(2, "0")}-${parts[1].padStart(2, "0")}` : text.trim();
  return serialOfDate(iso) === null ? undefined : iso;
}

/** A date as people of this language write it; what is no date is shown as it is. */
export function showDate(value: string, language: Language): string {
  if (language === "en" || serialOfDate(value) === null) return value;
  const [year, month, day] = value.split("-");
  return `${day}/${month}/${year}`;
}
