export { readPopulation } from "./read";
export { implausiblePopulations, officialLookup, type Inhabited, type OfficialLookup } from "./compare";
