/** Longest text of a cell. */
const CELL_TEXT = 32_767;

/**
 * Characters XML 1.0 cannot hold: control characters, two non-characters, halves of a surrogate pair. They are
 * searched for with `u`, so that whole pairs are no surrogates.
 */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
const SPECIAL = /[&<>"]/;
const SPECIALS = /[&<>"]/g;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Excel reads `_x0041_` as "A": an underscore in front of such a text must be one itself. */
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** A text as XML holds it, without the characters it cannot hold. */
export function escapeXml(text: string): string {
  const clean = text.replace(FORBIDDEN, "");
  return SPECIAL.test(clean) ? clean.replace(SPECIALS, (c) => ENTITIES[c]) : clean;
}

/**
 * A text as a cell's string holds it.
 * @example cellText("_x0041_") // "_x005F_x0041_"
 */
export const cellText = (text: string): string =>
  escapeXml(text.slice(0, CELL_TEXT).replace(ESCAPE_LIKE, "_x005F_"));

/** ` name="value"` for each value that is given; true is "1". */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  let text = "";
  for (const name in values) {
    const value = values[name];
    if (value === undefined || value === false) continue;
    text += ` ${name}="${value === true ? "1" : typeof value === "number" ? value : escapeXml(value).replace(/\n/g, "&#10;")}"`;
  }
  return text;
}

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
