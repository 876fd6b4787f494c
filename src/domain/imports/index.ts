export type { CorrectedReject } from "./corrected";
export type { Prefilled } from "./prefilled";
export type * from "./types";
export { planImport, type PlanOptions } from "./plan";
export { applyChanges, applyPlan } from "./apply";
export { inverse, type Inverse, type Refusal } from "./inverse";
export {
  decide,
  decideAll,
  decisionCell,
  fileDecisions,
  importedDigests,
  rememberedDecisions,
} from "./questions";
export { rejectRow } from "./records";
export { correctionsEmail, type Letter } from "./email";
export { sourcesIn, sourceText } from "./source";
