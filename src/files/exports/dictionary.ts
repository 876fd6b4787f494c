import { missingAnswers, type Dataset, type ExportTable, type Variable } from "../../domain/exports";
import { localeOf, type Language } from "../../domain/language";
import { exportConventions, exportWords } from "../../domain/messages/exports";
import { escapeXml } from "../xlsx/write";

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1b1b1b;background:#fff}
table{border-collapse:collapse;width:100%;margin:0 0 2rem}th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top}
th{background:#eee}code{font-family:ui-monospace,monospace}ul{margin:0;padding-left:1.2rem}@media print{tr{break-inside:avoid}}`;

/** The data dictionary as a page that opens anywhere and prints: each table, each column, each answer. */
export function dictionaryPage(dataset: Dataset, now: Date): string {
  const { codebook, language, tables } = dataset;
  const say = (words: { fr: string; en: string }) => escapeXml(words[language]);
  const title = `${say(exportWords.dictionary)} – ${say(codebook.edition.label)}`;
  const links = tables.map((table) => `<li><a href="#${table.name}">${say(table.title)}</a></li>`);
  return [
    "<!doctype html>",
    `<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${title}</title><style>${STYLE}</style></head><body>`,
    `<h1>${title}</h1>`,
    `<p>${say(exportWords.study)}. ${say(exportWords.made)} ${now.toISOString().slice(0, 10)}.</p>`,
    `<h2>${say(exportWords.conventions)}</h2><ul>${exportConventions.map((each) => `<li>${say(each)}</li>`).join("")}</ul>`,
    `<p>${missingAnswers.map(({ id, label }) => `<code>${id}</code> ${say(label)}`).join(" · ")}</p>`,
    `<h2>${say(exportWords.tables)}</h2><ul>${links.join("")}</ul>`,
    ...tables.map((table) => section(table, language)),
    "</body></html>",
    "",
  ].join("\n");
}

function section(table: ExportTable, language: Language): string {
  const head = [
    exportWords.column,
    exportWords.label,
    exportWords.type,
    exportWords.answers,
    exportWords.help,
  ];
  const rows = table.columns.map(({ variable }) => line(table, variable, language));
  const count = `${table.rows.length.toLocaleString(localeOf(language))} ${exportWords.rows[language]}`;
  return `<h3 id="${table.name}">${escapeXml(table.title[language])} (<code>${table.name}</code>, ${count})</h3>
<table><thead><tr>${head.map((each) => `<th scope="col">${escapeXml(each[language])}</th>`).join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table>`;
}

function line(table: ExportTable, variable: Variable, language: Language): string {
  const { name, labelName, field, type, codes, unique } = variable;
  const w = (key: keyof typeof exportWords) => exportWords[key][language];
  const key = table.foreignKeys.find((each) => each.variable === name);
  const bounds = [field.min, field.max].map((bound) => bound?.toLocaleString(localeOf(language)) ?? "…");
  const notes = [
    field.help?.[language],
    field.required && w("required"),
    unique && w("unique"),
    type === "number" &&
      (field.min !== undefined || field.max !== undefined) &&
      (language === "fr" ? `de ${bounds[0]} à ${bounds[1]}` : `${bounds[0]} to ${bounds[1]}`),
    field.unit && `${w("unit")} ${field.unit}`,
    field.personal && w("personal"),
    key && `${w("refersTo")} ${key.table}.${key.key}`,
  ].filter((note): note is string => !!note);
  const answers = codes.map(
    ({ code, label, active }) =>
      `<li>${code} ${escapeXml(label[language])}${active === false ? ` (${w("notOffered")})` : ""}</li>`,
  );
  const names = [name, ...(labelName ? [labelName] : [])].map((each) => `<code>${each}</code>`);
  return `<tr><th scope="row">${names.join("<br>")}</th><td>${escapeXml(field.label[language])}</td><td>${escapeXml(w(type))}</td><td>${answers.length ? `<ul>${answers.join("")}</ul>` : ""}</td><td>${escapeXml(notes.join(" ; "))}</td></tr>`;
}
