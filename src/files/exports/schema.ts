import type { Dataset, ExportTable, Variable } from "../../domain/exports";
import { missingAnswers } from "../../domain/exports";
import type { Language } from "../../domain/language";
import { exportWords } from "../../domain/messages/exports";
import type { CsvOptions } from "./csv";

/** Strings of a CSV file that are no value, in Table Schema's words. */
const MISSING_VALUES = ["", ...missingAnswers.map(({ id }) => id)];

const TYPES = { code: "integer", number: "number", date: "date", text: "string" } as const;

/**
 * A table's columns in Table Schema (Frictionless, version 1): types, answers as `enum`, bounds, missing values,
 * primary and foreign keys. It describes the CSV file of the table.
 * @see https://specs.frictionlessdata.io/table-schema/
 */
export function tableSchema(table: ExportTable, language: Language): object {
  const key = table.columns.find(({ variable }) => variable.unique)?.variable.name;
  return {
    $schema: "https://specs.frictionlessdata.io/schemas/table-schema.json",
    name: table.name,
    title: table.title[language],
    fields: table.columns.flatMap(({ variable }) => fieldsOf(variable, language)),
    missingValues: MISSING_VALUES,
    ...(key ? { primaryKey: [key] } : {}),
    ...(table.foreignKeys.length
      ? {
          foreignKeys: table.foreignKeys.map(({ variable, table: other, key: field }) => ({
            fields: [variable],
            reference: { resource: other, fields: [field] },
          })),
        }
      : {}),
  };
}

function fieldsOf(variable: Variable, language: Language): object[] {
  const { name, labelName, field, type, codes, unique } = variable;
  const title = field.label[language];
  const constraints = {
    ...(field.required ? { required: true } : {}),
    ...(unique ? { unique: true } : {}),
    ...(type === "code" ? { enum: codes.map(({ code }) => code) } : {}),
    ...(type === "number" && field.min !== undefined ? { minimum: field.min } : {}),
    ...(type === "number" && field.max !== undefined ? { maximum: field.max } : {}),
  };
  const own = {
    name,
    title,
    ...(field.help ? { description: field.help[language] } : {}),
    type: TYPES[type],
    ...(type === "date" ? { format: "default" } : {}),
    ...(Object.keys(constraints).length ? { constraints } : {}),
  };
  if (!labelName) return [own];
  return [own, { name: labelName, title: `${exportWords.labelOf[language]} ${title}`, type: "string" }];
}

/** What the CSV files are, together, in Data Package's words: tables refer to each other by their names. */
export function dataPackage(dataset: Dataset, csv: CsvOptions, now: Date): object {
  const { codebook, editionId, language, tables } = dataset;
  return {
    $schema: "https://specs.frictionlessdata.io/schemas/data-package.json",
    profile: "tabular-data-package",
    name: `bvn-${editionId.toLowerCase().replace(/[^a-z0-9._-]+/g, "-")}`,
    title: `${exportWords.study[language]} – ${codebook.edition.label[language]}`,
    version: codebook.edition.version,
    created: now.toISOString(),
    resources: tables.map((table) => ({
      profile: "tabular-data-resource",
      name: table.id,
      title: table.title[language],
      path: `${table.name}.csv`,
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      dialect: {
        delimiter: csv.separator,
        lineTerminator: "\r\n",
        quoteChar: '"',
        doubleQuote: true,
        header: true,
      },
      schema: `${table.name}.schema.json`,
    })),
  };
}

export const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
