export { anonymousWorkbook, keyCsv } from "./anonymousWorkbook";
export type { CsvOptions } from "./csv";
export { exportFormats, writeExport, type ExportFacts, type ExportFormat, type ExportOptions } from "./write";
