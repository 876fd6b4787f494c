import { normalizeText } from "../text/normalize";
import { isBlank, readSpecial } from "../values/answer";
import { readNumber } from "../values/number";

/**
 * What a cell says about a population. number: one whole number · rounded: a number nobody counted ("12 k",
 * "env. 3000"), to be confirmed · missing: blank, NR, SO, NSP · invalid: anything else.
 */
export type PopulationAnswer =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "rounded"; readonly value: number; readonly raw: string }
  | { readonly kind: "missing" }
  | { readonly kind: "invalid"; readonly raw: unknown };

const ABOUT = /^(?:environ|env\.?|approx\.?|about|circa|ca\.|plus de|pres de|~|>|<|\+\/-|±)\s*/;
const UNIT = /\s*(?:hab\.?|habitants?|inhabitants?|people|personnes?)$/;
/** "4,5 k", "1,2 M", "120 mille", "1,1 million". */
const MULTIPLE = /^(\d+(?:[.,]\d+)?)\s*(k|m|mille|milliers?|thousand|millions?|mio)$/;

/**
 * Reads a number of inhabitants as people type it. A point or comma followed by three digits sets thousands
 * apart: nobody counts a thousandth of an inhabitant.
 * @example readPopulation("140.000") // { kind: "number", value: 140000 }
 * @example readPopulation("1 112 470") // { kind: "number", value: 1112470 }
 * @example readPopulation("127  120") // { kind: "number", value: 127120 }
 * @example readPopulation("82778") // { kind: "number", value: 82778 }
 * @example readPopulation("12 k") // { kind: "rounded", value: 12000, raw: "12 k" }
 * @example readPopulation("environ 3000 habitants").value // 3000
 * @example readPopulation("Paris").kind // "invalid"
 */
export function readPopulation(value: unknown): PopulationAnswer {
  if (isBlank(value) || readSpecial(value)) return { kind: "missing" };
  if (typeof value !== "string" && typeof value !== "number") return { kind: "invalid", raw: value };
  if (typeof value === "number") return whole(value) ?? { kind: "invalid", raw: value };
  const text = normalizeText(value);
  const bare = text.replace(UNIT, "");
  const exact = readNumber(bare, { thousands: true });
  if (exact !== null) return whole(exact) ?? { kind: "invalid", raw: value };
  const about = bare.replace(ABOUT, "").replace(UNIT, "");
  const multiple = MULTIPLE.exec(about);
  const factor =
    multiple && (/^(?:k|mille|millier|milliers|thousand)$/.test(multiple[2]) ? 1_000 : 1_000_000);
  const read = multiple
    ? Math.round(readNumber(multiple[1])! * factor!)
    : readNumber(about, { thousands: true });
  const rounded = read === null ? null : whole(read);
  return rounded ? { kind: "rounded", value: rounded.value, raw: value } : { kind: "invalid", raw: value };
}

const whole = (value: number) =>
  Number.isInteger(value) && value > 0 ? ({ kind: "number", value } as const) : undefined;
