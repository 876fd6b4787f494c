export { validationMessages } from "./validation";
export { anomaly, type Anomaly, type AnomalyCode } from "./anomaly";
export { both, listed } from "./define";
export { FormulaError } from "./formulaError";
