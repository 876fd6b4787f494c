export type * from "./types";
export { planBase, type BasePlan } from "./plan";
export { baseChanges } from "./changes";
export { exactColumns, headerKey, tableOfHeaders, baseTables } from "./headers";
export { outcomeOf } from "./items";
export type { OfficialNames } from "./territories";
