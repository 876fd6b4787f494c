export { readPopulation, type PopulationAnswer } from "./read";
export {
  implausiblePopulations,
  officialLookup,
  plausibleRatio,
  type Inhabited,
  type OfficialLookup,
  type OfficialPopulation,
  type PopulationFinding,
} from "./compare";
