export {
  completenessOf,
  completenessShare,
  sectionLabels,
  sectionOption,
  type SectionColumns,
  type SectionId,
} from "./sections";
export { panelBoard, responseBy, toCorrect, toRemind, type BoardRow, type PanelBoard } from "./board";
