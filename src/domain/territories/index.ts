export { departments, regionFor } from "./departments";
export { loadReference, TerritoryReference } from "./reference";
