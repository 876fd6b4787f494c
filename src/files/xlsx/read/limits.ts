/**
 * What a file may be. A questionnaire is some 30 kB, 1 MB inflated and 3,000 cells; these bounds are what a
 * reader can hold within 2 s and 500 MB, whoever made the file.
 */
const MB = 1_000_000;

/** One workbook, as it stands on disk. */
export const MAX_FILE_BYTES = 20 * MB;
/** A .zip of workbooks, as it stands on disk. */
export const MAX_ARCHIVE_BYTES = 64 * MB;
export const MAX_ENTRIES = 2000;
/** All parts inflated, declared in the directory and counted while inflating. */
export const MAX_INFLATED_BYTES = 200 * MB;
/** Inflated bytes for one compressed byte, of a part and of the whole file. */
export const MAX_RATIO = 200;
/** A part this small cannot hurt, however well it compresses. */
export const RATIO_MATTERS_ABOVE = 1 * MB;
/** Compressed bytes inflated in one go: at most 1,032 times as many come out. */
export const INFLATE_STEP = 32_768;
/** One tag, comment or run of text of a part. */
export const MAX_TOKEN_BYTES = 1 * MB;
export const MAX_DEPTH = 128;
/** Filled cells of a workbook, and its different texts. */
export const MAX_CELLS = 1.5 * MB;
/** Rows described, filled or not, and merged areas. */
export const MAX_ROWS = 2 * MB;
/** Characters of all texts together. */
export const MAX_TEXT = 40 * MB;
/** Defined names, relationships, content types and cell formats, of each kind. */
export const MAX_NAMED = 100_000;
/** Rows of a sheet beyond which a person should look. */
export const MANY_ROWS = 100_000;
/** The last row and column of an Excel sheet. */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;
