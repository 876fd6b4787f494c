export { readCsv } from "./csv";
export { findBase, findCsvBase } from "./find";
