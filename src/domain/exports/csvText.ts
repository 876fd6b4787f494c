/**
 * Signs that make Excel, LibreOffice and others read a text as a formula, at the start of a cell: of the text, or
 * of what a program that separates columns otherwise takes for one. Full-width ones count in some languages.
 */
const OPENS = "[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]";
const START = `(^|[;,\\t\\r\\n])([\\s"]*)`;
const DANGER = new RegExp(`${START}('*${OPENS})`, "g");
const GUARDED = new RegExp(`${START}'('*${OPENS})`, "g");

/**
 * A text that no spreadsheet takes for a formula: an apostrophe stands before a `=`, `+`, `-` or `@` that would
 * open a cell. `unguarded` takes it off again, whatever the text was.
 * @example guarded("=1+1") // "'=1+1"
 * @example guarded("'=1+1") // "''=1+1"
 * @example guarded("wifi ;=cmd") // "wifi ;'=cmd"
 * @example guarded("e-mail, 1+1=2") // "e-mail, 1+1=2"
 */
export const guarded = (text: string): string => text.replace(DANGER, "$1$2'$3");

/**
 * The text that `guarded` was given.
 * @example unguarded("'=1+1") // "=1+1"
 * @example unguarded("'tis") // "'tis"
 */
export const unguarded = (text: string): string => text.replace(GUARDED, "$1$2$3");
