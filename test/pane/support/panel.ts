import type { PanelTerritory } from "../../../src/excel/contract";
import type { TerritoriesFile } from "../../../src/domain/territories/file";

const commune = (code: string, name: string, region: string, population: number): PanelTerritory => ({
  code,
  name,
  type: "Commune",
  region,
  population,
});

/** A panel of a few real territories, with the regions of 2014. */
export const panel: readonly PanelTerritory[] = [
  commune("76351", "Le Havre", "Haute-Normandie", 174156),
  commune("69123", "Lyon", "Rhône-Alpes", 491268),
  commune("13055", "Marseille", "Provence-Alpes-Côte d'Azur", 850636),
  commune("59350", "Lille", "Nord-Pas-de-Calais", 227533),
  commune("93066", "Saint-Denis", "Île-de-France", 107959),
  {
    code: "200046977",
    name: "Grand Lyon",
    type: "Communauté urbaine",
    region: "Rhône-Alpes",
    population: 1293164,
  },
];

/** Two groups and four communes of the official list, in the form of its file. */
export const officialFile: TerritoriesFile = {
  source: "test",
  groups: {
    codes: "244200770|244400404",
    kinds: "Métropole|Métropole",
    names: "Saint-Étienne Métropole|Nantes Métropole",
    departments: "42|44",
    populations: [406868, 672420],
    parents: [-1, -1],
  },
  communes: {
    codes: "42218|44109|69381|97411",
    names: "Saint-Étienne|Nantes|Lyon 1er Arrondissement|Saint-Denis",
    populations: [173089, 318808, 28900, 153810],
    parents: [0, 1, -1, -1],
  },
};
