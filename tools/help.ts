import { commands, type CommandDefinition } from "../src/commands/catalogue";
import type { Language } from "../src/domain/language";
import { escapeXml } from "../src/files/xlsx/write/xml";
import type { FunctionMetadata } from "../src/functions/metadata";
import { product } from "./product";

const words = {
  fr: {
    commands: "Commandes",
    functions: "Fonctions",
    shortcut: "Clavier",
    optional: "facultatif",
    repeating: "répétable",
  },
  en: {
    commands: "Commands",
    functions: "Functions",
    shortcut: "Keyboard",
    optional: "optional",
    repeating: "repeatable",
  },
} as const;

const html = (text: string): string => escapeXml(text).replace(/\n/g, "<br>");

/** The page that Excel's support and "learn more" links open: commands and functions, from their definitions. */
export function helpPage(language: Language, functions: readonly FunctionMetadata[]): string {
  const say = words[language];
  const separator = language === "fr" ? " ; " : ", ";
  const commandRows = (commands as readonly CommandDefinition[]).map(
    ({ label, description, icon, shortcut }) =>
      `<tr><td><img src="assets/${icon}-32.png" alt="" width="32" height="32"></td><th scope="row">${html(label[language])}</th>` +
      `<td>${html(description[language])}</td><td>${shortcut ? `<kbd>${html(shortcut)}</kbd>` : ""}</td></tr>`,
  );
  const functionItems = functions.map(({ id, name, description, parameters }) => {
    const list = parameters.map((parameter) => {
      const notes = [parameter.optional && say.optional, parameter.repeating && say.repeating].filter(
        Boolean,
      );
      const note = notes.length > 0 ? ` <em>(${notes.join(separator)})</em>` : "";
      return `<dt><code>${html(parameter.name)}</code>${note}</dt><dd>${html(parameter.description)}</dd>`;
    });
    const signature = `${product.namespace}.${name}(${parameters.map((parameter) => parameter.name).join(separator)})`;
    return `<section id="${html(id)}"><h3><a href="help/${language}/${html(id)}.html"><code>=${html(signature)}</code></a></h3><p>${html(description)}</p>${
      list.length > 0 ? `<dl>${list.join("")}</dl>` : ""
    }</section>`;
  });
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(product.name[language])}</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 "Segoe UI", system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; } td, th { padding: .4rem .6rem; text-align: left; vertical-align: middle; }
tr + tr { border-top: 1px solid #8884; } code { font-size: .95em; } dd { margin: 0 0 .4rem 1.5rem; }
</style>
</head>
<body>
<main>
<h1>${html(product.name[language])}</h1>
<p>${html(product.description[language])}</p>
<h2>${say.commands}</h2>
<table>${commandRows.join("\n")}</table>
<h2>${say.functions}</h2>
${functionItems.join("\n")}
</main>
</body>
</html>
`;
}
