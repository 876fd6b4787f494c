import type { Codebook, Code, Field, TableId } from "../codebook";
import type { Localized } from "../language";
import { specialChoices } from "../questionnaire/words";

/**
 * What an exported file says of its columns, derived from the code book once; every writer reads it, so that no
 * code and no label is written twice.
 */
export interface Variable {
  /** Name of the column in files: letters without accents, digits and `_`, unique in its table whatever its case. */
  readonly name: string;
  /** Name of the column that holds the label of the answer, of coded variables. */
  readonly labelName?: string;
  readonly field: Field;
  readonly type: VariableType;
  /** Answers of a coded variable, those no longer offered too. */
  readonly codes: readonly Code[];
  /** Whether the codes go from less to more. */
  readonly ordered: boolean;
  /** No two rows have the same value. */
  readonly unique: boolean;
}

/** code: an answer of a list · number · date: an ISO date · text. */
export type VariableType = "code" | "number" | "date" | "text";

/** Tables that are handed out, in order. Rejets and Journal stay: what they quote may be about people. */
export const exportTables = ["panel", "projects", "motivations", "actors", "respondents"] as const;
export type ExportTableId = (typeof exportTables)[number];

/** Answers that are neither a code nor blank, kept apart in every format. */
export type MissingId = keyof typeof specialChoices;

export interface MissingAnswer {
  readonly id: MissingId;
  readonly label: Localized;
  /** What stands for it where only numbers can stand (SPSS): among codes, which are positive, and among quantities. */
  readonly code: number;
  readonly quantity: number;
}

/** NR, SO and NSP: as cells and CSV files hold them, in words, and as numbers. */
export const missingAnswers: readonly MissingAnswer[] = (["NR", "SO", "NSP"] as const).map((id, i) => ({
  id,
  label: specialChoices[id],
  code: -1 - i,
  quantity: -999_999_991 - i,
}));

/** Column whose values tell the rows of a table apart. */
const KEYS: Partial<Record<TableId, string>> = { panel: "name", projects: "id" };

/** Reference from a column to the key of another table. */
export interface ForeignKey {
  readonly variable: string;
  readonly table: ExportTableId;
  readonly key: string;
}

/** The variables of a table, in the order of its columns. */
export function variablesOf(codebook: Codebook, table: TableId): Variable[] {
  const taken = new Set<string>();
  const free = (wanted: string): string => {
    let name = wanted;
    for (let n = 2; taken.has(name); n++) name = `${wanted}_${n}`;
    taken.add(name);
    return name;
  };
  return codebook.table(table).fields.map((field): Variable => {
    const type = typeOf(field);
    const name = free(columnName(field.label.fr));
    const list = type === "code" ? codebook.list(field.list!) : undefined;
    return {
      name,
      ...(list ? { labelName: free(`${name}_libelle`) } : {}),
      field,
      type,
      codes: list?.codes ?? [],
      ordered: list?.ordered ?? false,
      unique: KEYS[table] === field.id,
    };
  });
}

/** A derived class of the panel has a list too. */
function typeOf({ kind, list }: Field): VariableType {
  if (list && (kind === "code" || kind === "auto")) return "code";
  return kind === "number" || kind === "date" ? kind : "text";
}

/** References of a table to the territories of the panel. */
export function foreignKeysOf(codebook: Codebook, table: ExportTableId): ForeignKey[] {
  const key = variablesOf(codebook, "panel").find(({ unique }) => unique);
  if (!key) return [];
  return variablesOf(codebook, table)
    .filter(({ field }) => field.kind === "territory")
    .map(({ name }) => ({ variable: name, table: "panel", key: key.name }));
}

/** Words that mean something to SPSS; in SQL columns can be quoted. */
const RESERVED = new Set(
  "all and by eq ge gt le lt ne not or to with select from where order group table".split(" "),
);
const LONGEST = 48;

/**
 * The name of a column in files, from its header in the workbook.
 * @example columnName("Mode de gestion") // "mode_de_gestion"
 * @example columnName("Œuvre n° 2") // "oeuvre_n_2"
 * @example columnName("2e année") // "v_2e_annee"
 * @example columnName("To") // "to_"
 */
export function columnName(header: string): string {
  const plain = header
    .replace(/[œŒ]/g, "oe")
    .replace(/[æÆ]/g, "ae")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .slice(0, LONGEST)
    .replace(/^_+|_+$/g, "");
  if (!/^[a-z]/.test(plain)) return plain ? `v_${plain}` : "v";
  return RESERVED.has(plain) ? `${plain}_` : plain;
}
