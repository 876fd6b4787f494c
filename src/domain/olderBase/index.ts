export type * from "./types";
export { planBase, baseChanges, type BasePlan } from "./plan";
export { exactColumns, headerKey, tableOfHeaders, baseTables } from "./headers";
export { outcomeOf } from "./items";
export type { OfficialNames } from "./territories";
