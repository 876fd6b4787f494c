import type { Codebook } from "../codebook";
import type { Language, Localized } from "../language";
import type { Draft } from "../records/project";
import { isBlankRow } from "../validation/rows";
import { valueReader, type ValueReader } from "./cells";
import {
  columnName,
  exportTables,
  foreignKeysOf,
  variablesOf,
  type ExportTableId,
  type ForeignKey,
  type Variable,
} from "./variables";

/** The study's rows that can be handed out, by table. */
export type ExportRows = Readonly<Record<ExportTableId, readonly Draft[]>>;

export interface StudyData {
  readonly codebook: Codebook;
  readonly editionId: string;
  /** Names and addresses of people are empty unless somebody asked for them. */
  readonly tables: ExportRows;
}

/** A column: what it is, and how to read it. */
export interface ExportColumn {
  readonly variable: Variable;
  readonly read: ValueReader;
}

/** One table as files hold it. Blank rows between others are no rows. */
export interface ExportTable {
  readonly id: ExportTableId;
  /** Stem of its files' names. */
  readonly name: string;
  readonly title: Localized;
  readonly columns: readonly ExportColumn[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly rows: readonly Draft[];
}

/** What is written, and in which language labels are. */
export interface Dataset {
  readonly codebook: Codebook;
  readonly editionId: string;
  readonly language: Language;
  readonly tables: readonly ExportTable[];
}

export interface DatasetOptions {
  readonly language: Language;
  /** Names and addresses of people are written too: only when a person has ticked it. */
  readonly personal: boolean;
}

/** The data to write: one definition for every format. */
export function datasetOf(
  { codebook, editionId, tables }: StudyData,
  { language, personal }: DatasetOptions,
): Dataset {
  const wanted = exportTables.filter((id) => personal || id !== "respondents");
  return {
    codebook,
    editionId,
    language,
    tables: wanted.map((id) => {
      const { name, title } = codebook.table(id);
      return {
        id,
        name: columnName(name),
        title,
        columns: variablesOf(codebook, id).map((variable) => ({
          variable,
          read: valueReader(codebook, variable),
        })),
        foreignKeys: foreignKeysOf(codebook, id),
        rows: tables[id].filter((row) => !isBlankRow(row)),
      };
    }),
  };
}
