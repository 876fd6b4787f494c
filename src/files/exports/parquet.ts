import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { columnName, type Dataset, type ExportColumn, type ExportTable } from "../../domain/exports";
import { serialOfDate } from "../../domain/records/dates";
import type { Draft } from "../../domain/records/project";
import { labeller } from "./labels";
import type { ExportFile } from "./parts";

/** Rows of a row group: what a reader must take at once, and what is written between two breaths. */
const GROUP_ROWS = 20_000;

/** Days from Excel's first day to 1 January 1970, which dates of Parquet are counted from. */
const UNIX_DAY = serialOfDate("1970-01-01")!;

type Cell = number | string | null;
interface ParquetColumn {
  readonly name: string;
  readonly type: "INT32" | "DOUBLE" | "DATE" | "STRING";
  readonly read: (row: Draft) => Cell;
}

/** One table with typed columns: codes and dates are integers to a reader, blanks NULL; labels stand beside codes. */
export function parquetFile(table: ExportTable, dataset: Dataset): ExportFile {
  const { rows } = table;
  return {
    name: `${table.name}.parquet`,
    steps: Math.ceil(rows.length / GROUP_ROWS) + 1,
    *parts() {
      const columns = table.columns.flatMap((column) => columnsOf(column, rows, dataset));
      const writer = new ByteWriter();
      const file = new ParquetWriter({
        writer,
        schema: schemaOf(columns),
        createdBy: "BVN",
        kvMetadata: [{ key: "title", value: table.title[dataset.language] }],
      });
      for (let at = 0; at < rows.length; at += GROUP_ROWS) {
        const part = rows.slice(at, at + GROUP_ROWS);
        const columnData = columns.map(({ name, read }) => ({ name, data: part.map(read) }));
        void file.write({ columnData, rowGroupSize: GROUP_ROWS });
        yield "";
      }
      void file.finish();
      yield writer.getBytes();
    },
  };
}

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

function schemaOf(columns: readonly ParquetColumn[]): SchemaElement[] {
  const fields = columns.map(({ name, type }): SchemaElement => {
    const common = { name, repetition_type: "OPTIONAL" } as const;
    if (type === "STRING") return { ...common, type: "BYTE_ARRAY", converted_type: "UTF8" };
    if (type === "DATE") return { ...common, type: "INT32", converted_type: "DATE" };
    return { ...common, type };
  });
  return [{ name: "root", num_children: columns.length }, ...fields];
}

function columnsOf(
  { variable, read }: ExportColumn,
  rows: readonly Draft[],
  { language }: Dataset,
): ParquetColumn[] {
  const { name, labelName, type } = variable;
  if (type === "text") {
    const text = (row: Draft) => {
      const value = read(row);
      return value.kind === "text" ? value.value : null;
    };
    return [{ name, type: "STRING", read: text }];
  }
  const plain = (row: Draft): Cell => {
    const value = read(row);
    if (value.kind === "date") return serialOfDate(value.value)! - UNIX_DAY;
    return value.kind === "code" || value.kind === "number" ? value.value : null;
  };
  if (type === "code") {
    const label = labeller(variable, language);
    return [
      { name, type: "INT32", read: plain },
      { name: labelName!, type: "STRING", read: (row) => label(read(row)) || null },
    ];
  }
  const own: ParquetColumn = { name, type: type === "date" ? "DATE" : "DOUBLE", read: plain };
  // Which of NR, SO, NSP it was: a column of its own, where it ever was one.
  const said = (row: Draft) => {
    const value = read(row);
    return value.kind === "missing" ? value.missing : null;
  };
  const ever = rows.some((row) => said(row) !== null);
  return ever ? [own, { name: columnName(`${name}_manquant`), type: "STRING", read: said }] : [own];
}
