import { missingAnswers, type Dataset, type ExportColumn, type ExportTable } from "../../domain/exports";
import type { Draft } from "../../domain/records/project";
import { missing } from "./labels";
import { partsOf, stepsOf, textFile, type ExportFile } from "./parts";

/** Bytes of UTF-8 that SPSS takes: of a text, of a label of a variable, of a label of a value. */
const TEXT = 32_767;
const VARIABLE_LABEL = 255;
const VALUE_LABEL = 120;
/** Bytes of a line of syntax, below the 256 of old versions. */
const LINE = 200;

const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;

/** What a text becomes in a line of a file without quotes. */
const oneLine = (text: string): string =>
  text
    .replace(/\r\n|[\r\n]/g, "⏎")
    .replace(/\t/g, "⇥")
    .replace(/[\u0000-\u001f]/g, "");

/** The first characters of a text, as many as fit so many bytes. */
function fitting(text: string, most: number): string {
  if (text.length * 3 <= most || bytesOf(text) <= most) return text;
  const bytes = encoder.encode(text).subarray(0, most);
  return new TextDecoder().decode(bytes).replace(/\ufffd$/, "");
}

/** What was met while the rows were written, for the syntax that reads them. */
interface Met {
  /** Bytes of the longest text of each column. */
  readonly widths: Map<string, number>;
  /** Decimals of each column of numbers. */
  readonly decimals: Map<string, number>;
}

/** The rows of each table, and the syntax that reads them. `onCut` is told of texts that did not fit. */
export function spssFiles(dataset: Dataset, onCut: (count: number) => void): ExportFile[] {
  return dataset.tables.flatMap((table) => {
    const met: Met = { widths: new Map(), decimals: new Map() };
    return [
      dataFile(table, met, onCut),
      // Made after the rows: widths of texts are those that occur.
      textFile(`${table.name}.sps`, () => spssSyntax(dataset, table, met)),
    ];
  });
}

function dataFile(table: ExportTable, met: Met, onCut: (count: number) => void): ExportFile {
  return {
    name: `${table.name}.dat`,
    steps: stepsOf(table.rows.length),
    *parts() {
      yield `${table.columns.map(({ variable }) => variable.name).join("\t")}\n`;
      let cut = 0;
      const cells = table.columns.map((column) => cellWriter(column, met, () => cut++));
      for (const rows of partsOf(table.rows)) {
        yield rows.map((row) => `${cells.map((cell) => cell(row)).join("\t")}\n`).join("");
      }
      if (cut) onCut(cut);
    },
  };
}

function cellWriter({ variable, read }: ExportColumn, met: Met, onCut: () => void): (row: Draft) => string {
  const { name, type } = variable;
  if (type === "text") {
    return (row) => {
      const value = read(row);
      if (value.kind !== "text") return "";
      const whole = oneLine(value.value);
      const text = fitting(whole, TEXT);
      if (text.length < whole.length) onCut();
      met.widths.set(name, Math.max(met.widths.get(name) ?? 1, bytesOf(text)));
      return text;
    };
  }
  return (row) => {
    const value = read(row);
    if (value.kind === "missing") {
      // A date that was said to be missing can only be blank.
      return type === "date" ? "" : String(missing(value.missing)[type === "code" ? "code" : "quantity"]);
    }
    if (value.kind === "date") return value.value.replace(/-/g, "/");
    if (value.kind !== "code" && value.kind !== "number") return "";
    const text = String(value.value);
    const decimals = /\.(\d+)$/.exec(text)?.[1].length ?? 0;
    if (decimals > (met.decimals.get(name) ?? 0)) met.decimals.set(name, decimals);
    return text;
  };
}

/** A text between quotes, on as many lines as it takes. */
function quoted(text: string, most: number): string {
  const words = fitting(oneLine(text), most);
  const parts: string[] = [];
  let part = "";
  for (const letter of words) {
    if (bytesOf(part + letter) > LINE) {
      parts.push(part);
      part = "";
    }
    part += letter;
  }
  return [...parts, part].map((each) => `'${each.replace(/'/g, "''")}'`).join(" +\n    ");
}

/** Syntax for SPSS and PSPP: where the rows are, what each column is, what its values mean, which are missing. */
function spssSyntax({ language }: Dataset, table: ExportTable, met: Met): string {
  const { name: file, columns } = table;
  const variables = columns.map(({ variable }) => variable);
  const formats = variables.map(({ name, type }) => {
    if (type === "text") return `    ${name} A${met.widths.get(name) ?? 1}`;
    return `    ${name} ${type === "date" ? "SDATE10" : type === "code" ? "F4.0" : "F16.0"}`;
  });
  const labels = variables.map(
    ({ name, field }) => `  ${name} ${quoted(field.label[language], VARIABLE_LABEL)}`,
  );
  const coded = variables.filter(({ type }) => type === "code");
  const numbers = variables.filter(({ type }) => type === "number");
  const values = [...coded, ...numbers].map(({ name, type, codes }) => {
    const of = type === "code" ? "code" : "quantity";
    const lines = [
      ...codes.map(({ code, label }) => [code, label[language]] as const),
      ...missingAnswers.map((each) => [each[of], each.label[language]] as const),
    ].map(([value, label]) => `    ${value} ${quoted(label, VALUE_LABEL)}`);
    return `  ${name}\n${lines.join("\n")}`;
  });
  const missingOf = (list: readonly { name: string }[], of: "code" | "quantity") =>
    list.map(({ name }) => `MISSING VALUES ${name} (${missingAnswers.map((each) => each[of]).join(", ")}).`);
  const level = (list: readonly { name: string }[], kind: string) =>
    list.map(({ name }) => `VARIABLE LEVEL ${name} (${kind}).`);
  const command = (name: string, lines: readonly string[]) =>
    lines.length ? [`${name}\n${lines.join("\n  /\n")}.`] : [];
  return [
    "* Encoding: UTF-8.",
    `* BVN – ${oneLine(table.title[language])} – ${runIt[language]}.`,
    "SET DECIMAL=DOT.",
    `GET DATA\n  /TYPE=TXT\n  /FILE='${file}.dat'\n  /ENCODING='UTF8'\n  /ARRANGEMENT=DELIMITED\n  /DELIMITERS="\\t"\n  /FIRSTCASE=2\n  /VARIABLES=\n${formats.join("\n")}.`,
    ...command("VARIABLE LABELS", labels),
    ...command("VALUE LABELS", values),
    ...missingOf(coded, "code"),
    ...missingOf(numbers, "quantity"),
    ...numbers.map(({ name }) => `FORMATS ${name} (F16.${Math.min(met.decimals.get(name) ?? 0, 9)}).`),
    ...level(
      coded.filter(({ ordered }) => ordered),
      "ORDINAL",
    ),
    ...level(
      coded.filter(({ ordered }) => !ordered),
      "NOMINAL",
    ),
    `SAVE OUTFILE='${file}.sav'.`,
    "",
  ].join("\n");
}

/** A comment of SPSS ends with the point at the end of its line. */
const runIt = {
  fr: "Lancer depuis le dossier des fichiers (CD 'dossier')",
  en: "Run it from the folder of the files (CD 'folder')",
} as const;
