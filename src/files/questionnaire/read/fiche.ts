import type { Codebook, Field } from "../../../domain/codebook";
import { ficheFields, respondentFields } from "../../../domain/questionnaire/questions";
import type { ReadAnswer, ReadAnswers, ReturnedRespondent } from "../../../domain/questionnaire/returned";
import { fileRows, partLabels, words } from "../../../domain/questionnaire/words";
import type { Localized } from "../../../domain/language";
import { normalizeText } from "../../../domain/text/normalize";
import { plainText, type CellAnswers } from "./cells";
import type { Located } from "./find";
import type { Remarks } from "./remarks";
import { blockRows, settleColumns } from "./rows";

/** Fields that say which territory it is; they are the identity, no answers. */
const IDENTITY: ReadonlySet<string> = new Set(["code", "name"]);

export interface FicheContent {
  readonly answers: ReadAnswers;
  /** What the sheet says of the territory and the file, as it stands there. */
  readonly code: string;
  readonly name: string;
  readonly edition: string;
  readonly codebook: string;
  readonly documentId: string;
}

/** What the territory's sheet says about the file, before its code book is known. */
export function ficheIdentity(located: readonly Located[]): Omit<FicheContent, "answers"> {
  const found: Record<string, string> = {};
  const names: [string, readonly Localized[]][] = [
    ["edition", [fileRows.edition]],
    ["codebook", [fileRows.codebook]],
    ["documentId", [fileRows.documentId]],
    [
      "code",
      [
        { fr: "Code", en: "Code" },
        { fr: "INSEE", en: "SIREN" },
      ],
    ],
    ["name", [{ fr: "Territoire", en: "Territory" }]],
  ];
  for (const one of located) {
    for (const row of blockRows(one, { columns: one.header.columns, missing: [] })) {
      const keys = labelKeys(row.text("question"));
      const known = names.find(([, labels]) => labels.some((label) => isLabel(keys, label)));
      if (known && !found[known[0]]) found[known[0]] = row.text("answer");
    }
  }
  const { code = "", name = "", edition = "", codebook = "", documentId = "" } = found;
  return { code, name, edition, codebook, documentId };
}

/** Answers of the territory's sheet: found by the question in their row, wherever the row stands. */
export function readFiche(
  located: readonly Located[],
  codebook: Codebook,
  cells: CellAnswers,
  remarks: Remarks,
): { readonly answers: ReadAnswers; readonly missing: readonly string[] } {
  const fields = ficheFields(codebook);
  const answers: Record<string, ReadAnswer> = {};
  const seen = new Set<string>();
  for (const one of located) {
    const columns = settleColumns(one, remarks);
    for (const row of blockRows(one, columns)) {
      const field = fieldOf(fields, row.text("question"));
      if (!field) continue;
      seen.add(field.id);
      if (IDENTITY.has(field.id)) continue;
      const answer = cells.read(field, row.cell("answer"), row.place("answer"));
      const before = answers[field.id];
      if (answer && before && before.value !== answer.value) {
        remarks.add(
          "answerTwice",
          "error",
          answer.place,
          { field: field.label },
          { field: field.label, value: answer.raw },
        );
      } else if (answer) answers[field.id] ??= answer;
    }
  }
  const missing = located.length ? fields.filter(({ id }) => !seen.has(id)).map(({ id }) => id) : [];
  for (const id of missing) {
    const { label } = codebook.field("panel", id);
    remarks.add(
      "missingColumn",
      "warning",
      { sheet: located[0].sheet.name },
      { field: label },
      { field: label },
    );
  }
  return { answers, missing };
}

/** People who answered; rows without any word are none. */
export function readRespondents(
  located: readonly Located[],
  codebook: Codebook,
  cells: CellAnswers,
  remarks: Remarks,
): ReturnedRespondent[] {
  const fields = respondentFields(codebook);
  const people: ReturnedRespondent[] = [];
  for (const one of located) {
    const columns = settleColumns(one, remarks);
    for (const row of blockRows(one, columns)) {
      // Below come the titles of what stands there, which a table turned into a range no longer keeps out.
      if (!row.isInside || isOurWord(row.text(fields[0].id))) continue;
      const answers: Record<string, ReadAnswer> = {};
      for (const field of fields) {
        const answer = cells.read(field, row.cell(field.id), row.place(field.id));
        if (answer) answers[field.id] = answer;
      }
      if (Object.keys(answers).length) people.push({ answers, place: row.place() });
    }
  }
  return people;
}

/** Who filled which part, by its label: a domain's, or another part's. */
export function readParts(
  located: readonly Located[],
  codebook: Codebook,
): ReadonlyMap<string, { readonly filledBy?: string; readonly done?: boolean }> {
  const parts = new Map<string, { filledBy?: string; done?: boolean }>();
  const domain = codebook.field("projects", "domain");
  for (const one of located) {
    for (const row of blockRows(one, { columns: one.header.columns, missing: [] })) {
      const text = row.text("part");
      const keys = labelKeys(text);
      const other = (Object.keys(partLabels) as (keyof typeof partLabels)[]).find((id) =>
        isLabel(keys, partLabels[id]),
      );
      const code = codebook.reader(domain.list!).read(text);
      const id = other ?? (code.kind === "code" ? `domain${code.code}` : undefined);
      if (!id) continue;
      const filledBy = row.cell("filledBy");
      const done = codebook.reader("yesNo").read(row.cell("done")?.value);
      parts.set(id, {
        ...(filledBy ? { filledBy: plainText(filledBy.value) } : {}),
        ...(done.kind === "code" ? { done: done.code === 1 } : {}),
      });
    }
  }
  return parts;
}

const ourWords = new Set(
  [words.parts, words.partsHelp].flatMap(({ fr, en }) => [normalizeText(fr), normalizeText(en)]),
);
const isOurWord = (text: string): boolean => [...labelKeys(text)].some((key) => ourWords.has(key));

/** Labels of a sheet are the same in every file: each is normalised once. */
const keysOf = new Map<string, ReadonlySet<string>>();
const REMEMBERED = 2_000;

/** A label as it may be found: whole, or one of its two languages. */
function labelKeys(text: string): ReadonlySet<string> {
  let keys = keysOf.get(text);
  if (!keys) {
    keys = new Set([text, ...text.split(/\s*[·|\n]\s*/)].map(normalizeText).filter(Boolean));
    if (keysOf.size < REMEMBERED) keysOf.set(text, keys);
  }
  return keys;
}

/** Whether a label found is this one, in either language. */
const isLabel = (keys: ReadonlySet<string>, { fr, en }: Localized): boolean =>
  [...labelKeys(fr), ...labelKeys(en)].some((key) => keys.has(key));

function fieldOf(fields: readonly Field[], text: string): Field | undefined {
  const keys = labelKeys(text);
  return fields.find(
    ({ id, label, aliases = [] }) =>
      isLabel(keys, label) ||
      [id, ...aliases].some((name) => [...labelKeys(name)].some((key) => keys.has(key))),
  );
}
