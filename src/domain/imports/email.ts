import type { Codebook } from "../codebook";
import type { Language } from "../language";
import { correctionsLetter } from "../messages/imports";
import type { Draft } from "../records/project";
import { normalizeText } from "../text/normalize";

export interface Letter {
  readonly subject: string;
  readonly body: string;
}

const CUT = 200;
const short = (text: string): string => (text.length > CUT ? `${text.slice(0, CUT - 1)}…` : text);
const oneLine = (value: Draft[string]): string =>
  short(
    String(value ?? "")
      .replace(/\s+/g, " ")
      .trim(),
  );

/**
 * The e-mail that asks a territory for its corrections, ready to be copied: each value put aside with its
 * place, what was read, what was expected and what to do.
 * @param rejects Rows of Rejets; those of other territories are left out.
 */
export function correctionsEmail(
  codebook: Codebook,
  territory: string,
  rejects: readonly Draft[],
  language: Language = "fr",
): Letter {
  const own = rejects.filter(
    ({ rejectedTerritory }) => normalizeText(String(rejectedTerritory ?? "")) === normalizeText(territory),
  );
  const edition = codebook.edition.id;
  const subject = correctionsLetter.subject({ territory, edition, count: own.length })[language];
  const { opening, closing, nothing } = correctionsLetter;
  if (!own.length) return { subject, body: `${nothing[language]}\n` };
  const items = own.map((row, i) => `${i + 1}. ${item(row, language)}`);
  return { subject, body: `${[opening[language], ...items, closing[language]].join("\n\n")}\n` };
}

function item(row: Draft, language: Language): string {
  const colon = language === "fr" ? " : " : ": ";
  const place = [row.sheetName, row.cell, row.fieldName].map(oneLine).filter(Boolean).join(", ");
  const line = (label: string, value: Draft[string]) =>
    oneLine(value) ? `\n   ${label}${colon}${oneLine(value)}` : "";
  const { found, expected } = correctionsLetter;
  return [
    [place, oneLine(row.reason)].filter(Boolean).join(colon),
    line(found[language], row.value),
    line(expected[language], row.expected),
    oneLine(row.action) ? `\n   → ${oneLine(row.action)}` : "",
  ].join("");
}
