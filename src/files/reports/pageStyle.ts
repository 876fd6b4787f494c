import { chartTheme } from "../../domain/charts/theme";

const { main, text, grid } = chartTheme;

/** The look of a printed report: A4, rows and charts never cut, headers repeated on every page. */
export const pageStyle = `
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #595959; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 178mm; padding: 8mm 0; background: #fff; color: #${text}; font: 10.5pt/1.45 "Segoe UI", Calibri, "Helvetica Neue", Arial, sans-serif; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.hint { color: #595959; font-size: 9pt; }
header { border-bottom: 3pt solid #${main}; margin-bottom: 6mm; }
h1 { color: #${main}; font-size: 22pt; line-height: 1.15; margin: 0 0 2mm; }
header p { margin: 0 0 4mm; }
h2 { color: #${main}; font-size: 14pt; margin: 8mm 0 2mm; break-after: avoid; }
p { margin: 0 0 2.5mm; orphans: 3; widows: 3; }
.block { margin: 0 0 6mm; }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: 2mm 0 1mm; break-after: avoid; }
thead { display: table-header-group; }
thead th { background: #${main}; color: #fff; text-align: left; padding: 1.2mm 2mm; font-weight: 600; }
tbody th { text-align: left; font-weight: 400; }
td, tbody th { border-bottom: 0.5pt solid #${grid}; padding: 0.9mm 2mm; vertical-align: top; overflow-wrap: break-word; }
tr, .short { break-inside: avoid; }
.n { text-align: right; white-space: nowrap; }
thead th.n { text-align: right; white-space: normal; }
.base { color: #595959; font-size: 8.5pt; font-style: italic; margin: 1mm 0 0; }
figure { margin: 3mm 0 1mm; break-inside: avoid; }
figcaption { font-weight: 600; margin-bottom: 1mm; }
figure svg { max-width: 100%; height: auto; display: block; }
.map svg { max-height: 130mm; width: auto; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 1mm 5mm; margin: 0 0 1mm; padding: 0; font-size: 9pt; }
.legend span { display: inline-block; width: 3mm; height: 3mm; margin-right: 1.5mm; border: 0.4pt solid #595959; }
@media print { body { max-width: none; padding: 0; } .hint { display: none; } }
`;
