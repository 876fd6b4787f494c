export { editionsAnswered, sectionById, studySections, synthesisPlan } from "./plan";
export { chartOf, describeSection, drawnRows, lenient, publishedTable } from "./published";
export {
  chapters,
  type ChapterId,
  type Described,
  type Evaluate,
  type FormulaCall,
  type Section,
} from "./types";
