import { sheetNames } from "../../domain/messages/workbook";

/** A sheet that the add-in builds from blocks and rebuilds later, and by what it finds its own work again. */
export interface BuiltSheet {
  readonly id: "synthesis" | "fiche";
  /** Name of the sheet when it is made; people may give it another. */
  readonly name: string;
  /** Prefix of the defined names of its blocks' rows, which follow them when rows are inserted above. */
  readonly prefix: string;
  /** Where the workbook remembers what was made. */
  readonly setting: string;
  /** A new study starts with a little one, which the first build replaces. */
  readonly hasStarter: boolean;
  /** Rows that stay in sight, because people choose in them. */
  readonly frozenRows?: number;
}

export const synthesisSheet: BuiltSheet = {
  id: "synthesis",
  name: sheetNames.synthesis,
  prefix: "BVN_S_",
  setting: "BVN.Synthesis",
  hasStarter: true,
};

/** One territory's position, the territory chosen on the sheet. */
export const ficheSheet: BuiltSheet = {
  id: "fiche",
  name: sheetNames.fiche,
  prefix: "BVN_F_",
  setting: "BVN.Fiche",
  hasStarter: false,
  frozenRows: 5,
};

/** Name of a block's rows. */
export const blockName = ({ prefix }: BuiltSheet, id: string): string =>
  prefix + id.replace(/[^A-Za-z0-9]/g, "_");
