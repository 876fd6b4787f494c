const SPACES = /[\s\u00A0\u202F\u2009]/g;

/**
 * Reads a number as people type it in French or English: full-width digits, decimal comma, thousands set
 * apart by spaces, points or commas. Null when the text is not one number, without guessing.
 *
 * A single separator followed by three digits is read as thousands if `thousands` says so ("140.000"
 * inhabitants), else as a decimal separator.
 * @example readNumber("1 112 470") // 1112470
 * @example readNumber("12,5") // 12.5
 * @example readNumber("140.000", { thousands: true }) // 140000
 * @example readNumber("env. 3000") // null
 */
export function readNumber(value: unknown, options: { thousands?: boolean } = {}): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string") return null;
  let text = value.normalize("NFKC").trim().replace(SPACES, " ");
  const groupedBySpaces = /^[+-]?\d{1,3}(?: +\d{3})+(?:[.,]\d+)?$/.test(text);
  if (groupedBySpaces) text = text.replace(/ /g, "");
  if (options.thousands && /^[+-]?\d{1,3}(?:[.,]\d{3})+$/.test(text)) text = text.replace(/[.,]/g, "");
  else if (/^[+-]?\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/.test(text)) text = text.replace(/\./g, "");
  else if (/^[+-]?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$/.test(text)) text = text.replace(/,/g, "");
  else if (/^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) text = text.replace(/\./g, "");
  else if (/^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/.test(text)) text = text.replace(/,/g, "");
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : null;
}
