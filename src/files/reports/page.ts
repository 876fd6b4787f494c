import { seriesColours } from "../../domain/charts/theme";
import type { Language } from "../../domain/language";
import {
  cellFormat,
  writeFigure,
  type Report,
  type ReportMap,
  type ReportSection,
  type ReportTable,
} from "../../domain/reports/model";
import { typeset } from "../../domain/text/typography";
import { chartImage } from "./charts";
import { pageStyle } from "./pageStyle";
import { franceMap } from "../map/franceMap";
import { escapeXml } from "../xlsx/write";

const words = {
  fr: { print: "Imprimer ou enregistrer en PDF : Ctrl + P (Cmd + P sur Mac)." },
  en: { print: "Print or save as PDF: Ctrl + P (Cmd + P on a Mac)." },
} as const;

/** Tables of at most so many rows are not cut between two pages. */
const SHORT = 14;

/**
 * The report as a page of its own for print: A4, no script, nothing fetched; the browser's print makes the PDF.
 * Every text from the workbook is escaped.
 * @param document Where the charts are drawn; any empty document will do.
 */
export function reportPage(report: Report, document: Document): string {
  const { language } = report;
  const write = (text: string): string => escapeXml(typeset(text, language));
  const section = ({ title, text, tables, map }: ReportSection): string =>
    [
      `<section><h2>${write(title)}</h2>`,
      ...text.map((sentence) => `<p>${write(sentence)}</p>`),
      ...(map ? [mapHtml(map, language)] : []),
      ...tables.map((table) => tableHtml(table, report, write, document)),
      "</section>",
    ].join("\n");
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${write(report.title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<p class="hint">${write(words[language].print)}</p>
<header><h1>${write(report.title)}</h1><p>${write(report.subtitle)}</p></header>
${report.sections.map(section).join("\n")}
</body>
</html>
`;
}

function mapHtml({ title, map, scale, format }: ReportMap, language: Language): string {
  const svg = franceMap({
    title: typeset(title, language),
    language,
    map,
    scale,
    write: (figure) => writeFigure(figure, format, language),
  });
  return `<figure class="map">${svg}</figure>`;
}

function tableHtml(
  table: ReportTable,
  report: Report,
  write: (text: string) => string,
  document: Document,
): string {
  const { language } = report;
  const head = table.header.map(
    (text, i) => `<th scope="col"${isText(table, i) ? "" : ' class="n"'}>${write(text)}</th>`,
  );
  const rows = table.rows.map((row, line) => {
    const cells = row.map((value, i) => {
      const shown =
        typeof value === "string"
          ? write(value)
          : escapeXml(writeFigure(value, cellFormat(table, line, i), language));
      return i ? `<td${isText(table, i) ? "" : ' class="n"'}>${shown}</td>` : `<th scope="row">${shown}</th>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  const { chart } = table;
  return [
    '<div class="block">',
    `<table${table.rows.length > SHORT ? "" : ' class="short"'}><caption>${write(table.title)}</caption><thead><tr>${head.join("")}</tr></thead>`,
    `<tbody>${rows.join("")}</tbody></table>`,
    ...(table.base ? [`<p class="base">${write(table.base)}</p>`] : []),
    ...(chart
      ? [
          `<figure><figcaption>${write(chart.title)}</figcaption>`,
          legend(table, write),
          `${chartImage(table, chart, language, document)}</figure>`,
        ]
      : []),
    ...(table.sentence ? [`<p class="sentence">${write(table.sentence)}</p>`] : []),
    "</div>",
  ].join("\n");
}

const isText = ({ formats }: ReportTable, column: number): boolean => formats[column] === "text";

/** One series needs no legend: the title says it. */
function legend({ header, chart }: ReportTable, write: (text: string) => string): string {
  if (!chart || chart.type === "points" || chart.series.length < 2) return "";
  const colours = seriesColours(chart.series.length, chart.ordered === true);
  const items = chart.series.map(
    (column, i) => `<li><span style="background:#${colours[i]}"></span>${write(header[column])}</li>`,
  );
  return `<ul class="legend">${items.join("")}</ul>`;
}
