export * from "./types";
export { editions, editionById, defaultEditionId } from "./editions";
export { Codebook } from "./codebook";
export { codesTableRows, codebookFromCodes, type CodesTableRow } from "./codesTable";
