export { Study, type StudyOptions } from "./study/study";
export { StudyError } from "./errors";
export type { DrawMap, DrawnMap } from "./synthesis/mapBlock";
export type * from "./contract";
export type * from "./importContract";
export type * from "./outContract";
