import type { Language } from "../src/domain/language";
import { typeset } from "../src/domain/text/typography";
import { escapeXml } from "../src/files/xlsx/write/xml";
import type { FunctionReference } from "./function-reference";
import { product } from "./product";

/** Rows of a table of results a page shows; the sheet shows all. */
const MOST_ROWS = 16;

const words = {
  fr: {
    syntax: "Syntaxe",
    parameter: "argument",
    meaning: "sens",
    optional: "facultatif",
    repeating: "répétable",
    none: "Aucun argument.",
    examples: "Exemples",
    onSample: "Calculés sur l’exemple de 2014, dont les projets sont inventés.",
    more: (count: number) => `… et ${count} lignes de plus.`,
    definition: "Définition",
    computed: "Calcul",
    unit: "Unité",
    missing: "Réponses manquantes",
    source: "Source",
    rules: "Valable pour toutes les fonctions",
    ruleList: [
      'Une cellule vide, 0, "" ou NR est « non renseignée » : elle n’est ni un zéro ni une erreur. SO (sans objet) sort de toute base.',
      "Sans paire sur l’édition, seule l’édition en cours compte ; les réponses tardives, rejetées ou en double sont laissées de côté.",
      'Un critère s’écrit comme dans NB.SI.ENS : "<>Commune", ">=100000", "Éduc*" ; plusieurs réponses avec | : "DSP|PPP". Un code vaut son libellé, en français ou en anglais.',
      "La valeur suit la base : une saisie, un import ou un changement d’édition arrive dans la cellule.",
      "Sans donnée : #N/A, avec un message. Mauvais argument : #VALEUR!, avec un message qui dit lequel et ce qu’il faut.",
    ],
    all: "Toutes les fonctions",
    other: "This page in English",
  },
  en: {
    syntax: "Syntax",
    parameter: "argument",
    meaning: "meaning",
    optional: "optional",
    repeating: "repeatable",
    none: "No argument.",
    examples: "Examples",
    onSample: "Computed on the sample of 2014, whose projects are invented.",
    more: (count: number) => `… and ${count} more rows.`,
    definition: "Definition",
    computed: "Computed as",
    unit: "Unit",
    missing: "Missing answers",
    source: "Source",
    rules: "True of every function",
    ruleList: [
      'A cell that is blank, 0, "" or NR is “not reported”: neither a zero nor an error. SO (not applicable) leaves every base.',
      "Without a pair about the edition, only the current one counts; late, rejected and duplicate answers are left out.",
      'A criterion is written as in COUNTIFS: "<>Commune", ">=100000", "Educ*"; several answers with |: "DSP|PPP". A code equals its label, in French or English.',
      "The value follows the base: an entry, an import or a change of edition reaches the cell.",
      "No data: #N/A with a message. Wrong argument: #VALUE! with a message that says which one and what is right.",
    ],
    all: "All functions",
    other: "Cette page en français",
  },
} as const;

/** The look of every page: read in light and dark, printed, without anything from elsewhere. */
const style = `
:root { color-scheme: light dark; --ground: #ffffff; --text: #201f1e; --line: #c8c6c4; --soft: #f3f2f1; --accent: #0f4c81; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #1b1a19; --text: #f3f2f1; --line: #5a5856; --soft: #2b2a29; --accent: #8ec5ff; }
}
html { color: var(--text); background: var(--ground); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 3rem; font: 16px/1.55 "Segoe UI", system-ui, sans-serif; }
h1 { font-size: 1.7rem; margin: .4rem 0 .2rem; } h2 { font-size: 1.2rem; margin: 1.8rem 0 .5rem; }
h1 small { display: block; font-size: 1rem; font-weight: 400; }
a { color: var(--accent); }
code { font: .95em ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
td:first-child code { overflow-wrap: normal; }
.syntax { padding: .6rem .8rem; background: var(--soft); border-left: 4px solid var(--accent); }
.scroll { overflow-x: auto; margin: .4rem 0 1rem; }
table { border-collapse: collapse; font-size: .92rem; }
th, td { padding: .25rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
dt { font-weight: 600; margin-top: .5rem; } dd { margin: 0; }
.formula { font: italic 1.1rem "Cambria Math", Cambria, Georgia, serif; }
nav { display: flex; flex-wrap: wrap; gap: .2rem 1rem; justify-content: space-between; }
ul.index { list-style: none; padding: 0; } ul.index li { padding: .25rem 0; }
`;

function page(language: Language, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

const isNumber = (text: string): boolean => /^[−-]?[\d\s.,]+$/.test(text);

/** A table that scrolls by itself where the window is narrow. */
function table(headers: readonly string[], rows: readonly (readonly string[])[], label: string): string {
  const head = headers.map((text) => `<th scope="col">${text}</th>`).join("");
  const body = rows.map(
    (row) =>
      `<tr>${row.map((text) => `<td${isNumber(text) ? ' class="number"' : ""}>${text}</td>`).join("")}</tr>`,
  );
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeXml(label)}"><table><thead><tr>${head}</tr></thead><tbody>
${body.join("\n")}
</tbody></table></div>`;
}

/** Name of a function's page, beside the manifest on the server; Excel's function help opens it. */
export const functionPageName = (language: Language, id: string): string => `help/${language}/${id}.html`;

/** The page of one function. */
export function functionHelpPage(reference: FunctionReference, language: Language): string {
  const say = words[language];
  const text = (value: string) => escapeXml(typeset(value, language));
  const { id, title, signature, description, parameters, examples, indicators } = reference;
  const other = language === "fr" ? "en" : "fr";
  const parts = [
    `<nav><a href="functions.html">${say.all}</a><a href="../${other}/${id}.html" hreflang="${other}" lang="${other}">${say.other}</a></nav>`,
    `<h1>${product.namespace}.${id} <small>${text(title)}</small></h1>`,
    `<p>${text(description)}</p>`,
    `<h2>${say.syntax}</h2>`,
    `<p class="syntax"><code>=${escapeXml(signature)}</code></p>`,
  ];
  if (parameters.length) {
    const rows = parameters.map(({ name, meaning, optional, repeating }) => {
      const notes = [optional && say.optional, repeating && say.repeating].filter(Boolean).join(", ");
      return [`<code>${escapeXml(name)}</code>${notes ? `<br><em>${notes}</em>` : ""}`, text(meaning)];
    });
    parts.push(table([say.parameter, say.meaning], rows, say.syntax));
  } else parts.push(`<p>${say.none}</p>`);
  if (examples.length) parts.push(`<h2>${say.examples}</h2>`, `<p>${text(say.onSample)}</p>`);
  for (const { formula, result } of examples) {
    const code = `<code>${escapeXml(formula)}</code>`;
    if (result.kind === "single") {
      parts.push(`<p>${code} → <strong>${text(result.text)}</strong></p>`);
      continue;
    }
    const [header, ...rows] = result.rows;
    parts.push(
      `<p>${code}</p>`,
      table(
        header.map(text),
        rows.slice(0, MOST_ROWS).map((row) => row.map(text)),
        formula,
      ),
    );
    if (rows.length > MOST_ROWS) parts.push(`<p>${say.more(rows.length - MOST_ROWS)}</p>`);
  }
  if (indicators.length) parts.push(`<h2>${say.definition}</h2>`);
  for (const { label, described } of indicators) {
    parts.push(
      `<dl>${indicators.length > 1 ? `<dt>${text(label)}</dt>` : ""}<dd>${text(described.definition[language])}</dd>
<dt>${say.computed}</dt><dd class="formula">${escapeXml(described.formula)}</dd>
<dt>${say.unit}</dt><dd>${text(described.unit[language])}</dd>
<dt>${say.missing}</dt><dd>${text(described.missing[language])}</dd>
<dt>${say.source}</dt><dd>${text(described.source[language])}</dd></dl>`,
    );
  }
  parts.push(
    `<h2>${text(say.rules)}</h2>`,
    `<ul>${say.ruleList.map((rule) => `<li>${text(rule)}</li>`).join("\n")}</ul>`,
  );
  return page(language, `${product.namespace}.${id} – ${title}`, `<main>\n${parts.join("\n")}\n</main>`);
}

/** The page that lists every function of a language. */
export function functionIndexPage(references: readonly FunctionReference[], language: Language): string {
  const say = words[language];
  const other = language === "fr" ? "en" : "fr";
  const items = references.map(
    ({ id, description }) =>
      `<li><a href="${id}.html"><code>${product.namespace}.${id}</code></a><br>${escapeXml(typeset(description, language))}</li>`,
  );
  return page(
    language,
    say.all,
    `<main>
<nav><span>${escapeXml(product.name[language])}</span><a href="../${other}/functions.html" hreflang="${other}" lang="${other}">${say.other}</a></nav>
<h1>${say.all}</h1>
<ul class="index">${items.join("\n")}</ul>
</main>`,
  );
}
