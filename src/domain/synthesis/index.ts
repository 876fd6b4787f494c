export { editionsAnswered, studySections, synthesisPlan } from "./plan";
export { chartOf, describeSection, lenient, publishedTable } from "./published";
export { chapters, type ChapterId, type Evaluate, type FormulaCall, type Section } from "./types";
