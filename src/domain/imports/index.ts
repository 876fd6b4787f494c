export type { CorrectedReject } from "./corrected";
export type * from "./types";
export { planImport } from "./plan";
export { applyChanges, applyPlan } from "./apply";
export { inverse, type Refusal } from "./inverse";
export { decide, decideAll, decisionCell, importedDigests, rememberedDecisions } from "./questions";
export { correctionsEmail } from "./email";
