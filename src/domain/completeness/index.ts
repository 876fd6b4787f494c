export {
  completenessOf,
  completenessShare,
  inclusionCode,
  sectionLabels,
  sectionOption,
  type Completeness,
  type SectionColumns,
  type SectionCompleteness,
  type SectionId,
  type TerritoryAnswers,
} from "./sections";
export {
  panelBoard,
  responseBy,
  toCorrect,
  toRemind,
  type BoardRow,
  type PanelBoard,
  type ResponseShare,
} from "./board";
