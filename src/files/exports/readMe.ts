import { missingAnswers, type Dataset } from "../../domain/exports";
import { localeOf } from "../../domain/language";
import { exportConventions, exportNotices, exportWords } from "../../domain/messages/exports";

export interface ReadMeFacts {
  readonly now: Date;
  readonly cut: number;
  readonly personal: boolean;
  readonly names: readonly string[];
}

/** What the files are, what they leave out, and how to read them. */
export function readMe({ codebook, language, tables }: Dataset, facts: ReadMeFacts): string {
  const say = (words: { fr: string; en: string }) => words[language];
  const number = (value: number) => value.toLocaleString(localeOf(language));
  return [
    `${say(exportWords.study)} – ${say(codebook.edition.label)}`,
    `${say(exportWords.made)} ${facts.now.toISOString().slice(0, 10)}`,
    "",
    ...tables.map(
      ({ name, title, rows }) => `- ${name}: ${say(title)}, ${number(rows.length)} ${say(exportWords.rows)}`,
    ),
    "",
    say(facts.personal ? exportNotices.withPeople : exportNotices.withoutPeople),
    say(exportNotices.freeTexts),
    ...(facts.cut ? [say(exportNotices.cut(facts.cut))] : []),
    "",
    ...exportConventions.map((each) => `* ${say(each)}`),
    "",
    ...missingAnswers.map(({ id, label }) => `${id}: ${say(label)}`),
    "",
    ...facts.names.map((name) => `- ${name}`),
    "",
  ].join("\r\n");
}
