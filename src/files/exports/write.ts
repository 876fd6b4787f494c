import { notUnderstood, type Dataset } from "../../domain/exports";
import { joined, type MadeFile } from "../zip";
import { codesCsv, csvFile, notUnderstoodCsv, type CsvOptions } from "./csv";
import { dictionaryPage } from "./dictionary";
import { textFile, type ExportFile } from "./parts";
import { readMe } from "./readMe";
import { dataPackage, json, tableSchema } from "./schema";
import { spssFiles } from "./spss";

export const exportFormats = ["csv", "spss", "parquet", "dictionary"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportOptions {
  readonly formats: ReadonlySet<ExportFormat>;
  readonly csv: CsvOptions;
  readonly now: Date;
}

export interface ExportProgress {
  /** Share of the work that is done, 0 to 1. */
  readonly share: number;
  readonly name: string;
}

/** What came out besides the files. */
export interface ExportFacts {
  /** Values that are no code, number or date where one is needed. */
  readonly notUnderstood: number;
  /** Texts cut for SPSS. */
  readonly cut: number;
}

/** Longest run without letting the page answer, in milliseconds. */
const BLOCK = 24;

/**
 * Writes the data in the formats asked for, one file after the other; the page keeps answering and a signal
 * stops between two parts. Parquet's writer is loaded when it is asked for.
 * @returns What else is to be told, when all files are made.
 * @throws DOMException "AbortError" when the signal says so.
 */
export async function* writeExport(
  dataset: Dataset,
  options: ExportOptions,
  onProgress?: (progress: ExportProgress) => void,
  signal?: AbortSignal,
): AsyncGenerator<MadeFile, ExportFacts> {
  const remarks = [...notUnderstood(dataset)];
  let cut = 0;
  const files = await filesOf(dataset, options, (count) => (cut += count));
  if (remarks.length) {
    const file = () => notUnderstoodCsv(remarks, options.csv);
    files.push(textFile("valeurs_non_comprises.csv", file));
  }
  const names = files.map(({ name }) => name);
  const personal = dataset.tables.some(({ id }) => id === "respondents");
  // Last, as it tells of what was met.
  files.push(
    textFile("LISEZ-MOI.txt", () => `\ufeff${readMe(dataset, { now: options.now, cut, personal, names })}`),
  );
  const total = files.reduce((sum, { steps }) => sum + steps, 0);
  const encoder = new TextEncoder();
  let done = 0;
  let since = performance.now();
  for (const file of files) {
    const chunks: Uint8Array[] = [];
    for (const part of file.parts()) {
      signal?.throwIfAborted();
      if (part.length) chunks.push(typeof part === "string" ? encoder.encode(part) : part);
      onProgress?.({ share: Math.min(1, ++done / total), name: file.name });
      if (performance.now() - since > BLOCK) {
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
      }
    }
    yield { name: file.name, bytes: joined(chunks) };
  }
  signal?.throwIfAborted();
  return { notUnderstood: remarks.length, cut };
}

async function filesOf(
  dataset: Dataset,
  { formats, csv, now }: ExportOptions,
  onCut: (count: number) => void,
): Promise<ExportFile[]> {
  const { tables, language } = dataset;
  const files: ExportFile[] = [];
  if (formats.has("csv")) {
    files.push(...tables.map((table) => csvFile(table, language, csv)));
    files.push(textFile("datapackage.json", () => json(dataPackage(dataset, csv, now))));
  }
  if (formats.has("dictionary"))
    files.push(textFile("dictionnaire.html", () => dictionaryPage(dataset, now)));
  // A data package refers to its schemas; the dictionary is them, in words.
  if (formats.has("csv") || formats.has("dictionary")) {
    files.push(textFile("codes.csv", () => codesCsv(dataset, csv)));
    for (const table of tables) {
      files.push(textFile(`${table.name}.schema.json`, () => json(tableSchema(table, language))));
    }
  }
  if (formats.has("spss")) files.push(...spssFiles(dataset, onCut));
  if (formats.has("parquet")) {
    const { parquetFile } = await import(/* webpackChunkName: "parquet" */ "./parquet");
    files.push(...tables.map((table) => parquetFile(table, dataset)));
  }
  return files;
}
