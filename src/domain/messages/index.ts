export { validationMessages } from "./validation";
export { anomaly, type Anomaly, type AnomalyCode, type Place, type Severity } from "./anomaly";
export { both, listed, quoted } from "./define";
export { formulaMessages } from "./formulas";
export { FormulaError, type FormulaErrorCode } from "./formulaError";
