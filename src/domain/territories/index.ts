export { departmentOf, departments, regionFor, type Department } from "./departments";
export { territoriesFile } from "./file";
export { loadReference, TerritoryReference, type OfficialTerritory } from "./reference";
