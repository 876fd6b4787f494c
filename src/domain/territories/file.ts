/** Name of the reference file, as `loadReference` asks for it; the build writes it to `dist/reference/`. */
export const territoriesFile = "territories.json";

/** What separates the names and codes of a column. */
export const separator = "|";

/**
 * The reference file, in columns. Communes are in the order of their codes. A text column is one string, its
 * values separated by "|".
 */
export interface TerritoriesFile {
  readonly source: string;
  readonly groups: {
    /** SIREN numbers. */
    readonly codes: string;
    /** Kinds as the code book knows them by alias: CC, CA, CU, Métropole, METLYON, EPT. */
    readonly kinds: string;
    readonly names: string;
    /** Department of the most populous member. */
    readonly departments: string;
    readonly populations: readonly number[];
    /** Group the group belongs to (a territory of Greater Paris): position in this list, or -1. */
    readonly parents: readonly number[];
  };
  readonly communes: {
    readonly codes: string;
    readonly names: string;
    /** -1 where no census population is published. */
    readonly populations: readonly number[];
    /** Position of the commune's group, or -1. */
    readonly parents: readonly number[];
  };
}
