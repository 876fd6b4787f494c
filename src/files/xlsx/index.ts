export { fileKind, inspectZip, type Archive, type ArchivedFile } from "./read/archive";
export { FileRefused } from "./read/refused";
export { readWorkbook, type ReadOptions } from "./read/readWorkbook";
export type { FileRemark, ReadCell, ReadSheet, ReadTable, ReadWorkbook, RefusalCode } from "./types";
