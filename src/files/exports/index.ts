export { anonymousWorkbook, keyCsv, type AnonymousFile } from "./anonymousWorkbook";
export type { CsvOptions } from "./csv";
export {
  exportFormats,
  writeExport,
  type ExportFacts,
  type ExportFormat,
  type ExportOptions,
  type ExportProgress,
} from "./write";
