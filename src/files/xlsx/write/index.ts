export * from "./model";
export { writeWorkbook, zipDate } from "./package";
export { absolute, blockAddress, cellAddress, columnLetters, sheetReference } from "./address";
export { escapeXml } from "./xml";
