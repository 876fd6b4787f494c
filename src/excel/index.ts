export { Study, type StudyOptions } from "./study/study";
export { StudyError } from "./errors";
export type * from "./contract";
export type * from "./importContract";
export type * from "./outContract";
