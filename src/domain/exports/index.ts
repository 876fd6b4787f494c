export {
  anonymised,
  cellOf,
  type AnonymousFacts,
  type AnonymousOptions,
  type AnonymousStudy,
  type KeyLine,
} from "./anonymise";
export { wellFormed, type ExportValue } from "./cells";
export { guarded, unguarded } from "./csvText";
export {
  datasetOf,
  type Dataset,
  type ExportColumn,
  type ExportRows,
  type ExportTable,
  type StudyData,
} from "./dataset";
export {
  columnName,
  exportTables,
  missingAnswers,
  variablesOf,
  type ExportTableId,
  type Variable,
  type VariableType,
} from "./variables";
export { notUnderstood, type NotUnderstood } from "./remarks";
