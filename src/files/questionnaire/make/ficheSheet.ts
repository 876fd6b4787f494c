import type { Field } from "../../../domain/codebook";
import { ficheFields, respondentFields } from "../../../domain/questionnaire/questions";
import {
  fileRows,
  headers,
  partLabels,
  questionnaireSheets,
  questionnaireTables,
  words,
} from "../../../domain/questionnaire/words";
import {
  absolute,
  blockAddress,
  cellAddress,
  sheetReference,
  type ConditionalFormat,
  type Sheet,
  type Table,
  type Validation,
} from "../../xlsx/write";
import { Grid, heightFor } from "./grid";
import { awaited, colours, looks } from "./looks";
import { subtitle, SUBTITLE_ROW, TITLE_ROW, type Making, type Section } from "./making";
import { cellOf } from "./projectRows";
import { answerStyle, fieldValidation, invalidFormat, listValidation } from "./validations";

const FIRST_ROW = 5;
/** People who may say that they took part. */
const PEOPLE = 8;
/** Fields that tell a territory from all others: given, never typed. */
const GIVEN: ReadonlySet<string> = new Set(["code", "name", "type", "parent", "region"]);
/** Help is set smaller: more of it stands on a line. */
const SMALL = 1.2;
const WIDTHS = [36, 36, 44, 34, 18, 24];

/** The sheet of the territory: who it is, who answers, who filled which part, what this file is. */
export function ficheSheet(making: Making): { sheet: Sheet; sections: readonly Section[] } {
  const { codebook, speech, lists, territory, previous } = making;
  const grid = new Grid();
  const validations: Validation[] = [];
  const formats: ConditionalFormat[] = [];
  const tables: Table[] = [];
  const own = sheetReference(questionnaireSheets.fiche);
  grid.put(TITLE_ROW, 0, speech.say(words.fiche), looks.title);
  grid.height(TITLE_ROW, 30);
  grid.put(SUBTITLE_ROW, 0, subtitle(making), looks.subtitle);

  const rule = (field: Field, ref: string, first: string) => {
    const validation = fieldValidation(speech, lists, field, ref, first);
    if (validation) validations.push(validation);
    const invalid = invalidFormat(lists, field, ref, first);
    if (invalid) formats.push(invalid);
  };
  const header = (row: number, labels: readonly { readonly fr: string; readonly en: string }[]) => {
    labels.forEach((label, i) => {
      grid.put(row, i, label.fr, looks.header);
      if (speech.language !== "fr") grid.put(row - 1, i, label.en, looks.english);
    });
    grid.height(row, 22);
  };

  // Identity: one row a field.
  const fields = ficheFields(codebook);
  header(FIRST_ROW - 1, [headers.question, headers.answer, headers.help]);
  const asked: number[] = [];
  let answered = 0;
  fields.forEach((field, i) => {
    const row = FIRST_ROW + i;
    const now = cellOf(speech, field, territory[field.id]);
    const earlier = now === undefined ? cellOf(speech, field, previous?.panel?.[field.id]) : undefined;
    const isGiven = GIVEN.has(field.id) && now !== undefined;
    // A group it belongs to is not asked of a territory that belongs to none.
    const isOptional = field.id === "parent";
    grid.put(row, 0, speech.say(field.label), looks.given);
    grid.put(
      row,
      1,
      now ?? earlier,
      isGiven || isOptional ? looks.given : answerStyle(field, earlier !== undefined),
    );
    const help = field.help ? speech.lines(field.help) : "";
    grid.put(row, 2, help, looks.help);
    grid.height(row, heightFor(help, WIDTHS[2] * SMALL, 22));
    if (isOptional) return;
    asked.push(row);
    if (now !== undefined || earlier !== undefined) answered++;
    const cell = cellAddress(row, 1);
    if (isGiven) return;
    rule(field, cell, cell);
    formats.push({ ref: cell, formula: `LEN(${cell})=0`, look: awaited });
  });
  const fileStart = FIRST_ROW + fields.length;
  const about = [
    [fileRows.edition, codebook.edition.id],
    [fileRows.codebook, codebook.edition.version],
    [fileRows.documentId, making.documentId],
  ] as const;
  about.forEach(([label, value], i) => {
    grid.put(fileStart + i, 0, speech.lines(label), looks.quiet);
    grid.put(fileStart + i, 1, value, looks.quiet);
    grid.put(fileStart + i, 2, i === 0 ? speech.lines(words.aboutHelp) : "", looks.help);
    grid.height(
      fileStart + i,
      heightFor(i === 0 ? speech.lines(words.aboutHelp) : speech.lines(label), WIDTHS[2], 20),
    );
  });
  const identityEnd = fileStart + about.length - 1;
  tables.push({
    name: questionnaireTables.fiche,
    ref: blockAddress(FIRST_ROW - 1, 0, identityEnd, 2),
    columns: [headers.question, headers.answer, headers.help].map(({ fr }) => fr),
  });

  // People.
  const people = respondentFields(codebook);
  const peopleTitle = identityEnd + 2;
  grid.put(peopleTitle, 0, speech.say(words.respondents), looks.section);
  grid.height(peopleTitle, 26);
  grid.put(peopleTitle + 1, 0, speech.lines(words.respondentsHelp), looks.note);
  grid.height(peopleTitle + 1, heightFor(speech.lines(words.respondentsHelp), 150));
  const peopleHeader = peopleTitle + 3;
  header(
    peopleHeader,
    people.map(({ label }) => label),
  );
  const [firstPerson, lastPerson] = [peopleHeader + 1, peopleHeader + PEOPLE];
  for (let row = firstPerson; row <= lastPerson; row++) {
    people.forEach((field, i) => grid.put(row, i, undefined, answerStyle(field, false)));
    grid.height(row, 20);
  }
  people.forEach((field, i) =>
    rule(field, blockAddress(firstPerson, i, lastPerson, i), cellAddress(firstPerson, i)),
  );
  const names = blockAddress(firstPerson, 0, lastPerson, 0);
  const firstName = cellAddress(firstPerson, 0);
  formats.push({ ref: firstName, formula: `COUNTA(${absolute(names)})=0`, look: awaited });
  tables.push({
    name: questionnaireTables.respondents,
    ref: blockAddress(peopleHeader, 0, lastPerson, people.length - 1),
    columns: people.map(({ label }) => label.fr),
  });

  // Parts.
  const partsTitle = lastPerson + 2;
  grid.put(partsTitle, 0, speech.say(words.parts), looks.section);
  grid.height(partsTitle, 26);
  grid.put(partsTitle + 1, 0, speech.lines(words.partsHelp), looks.note);
  grid.height(partsTitle + 1, heightFor(speech.lines(words.partsHelp), 150));
  const partsHeader = partsTitle + 3;
  header(partsHeader, [headers.part, headers.filledBy, headers.done]);
  const domain = codebook.field("projects", "domain");
  const parts = [
    speech.say(partLabels.identity),
    ...codebook.activeCodes(domain).map((code) => speech.code(domain.list!, code)),
    speech.say(partLabels.motivations),
    speech.say(partLabels.statements),
  ];
  const firstPart = partsHeader + 1;
  const lastPart = partsHeader + parts.length;
  parts.forEach((label, i) => {
    const row = firstPart + i;
    grid.put(row, 0, label, looks.given);
    grid.put(row, 1, undefined, looks.answerText);
    grid.put(row, 2, undefined, looks.answer);
    grid.height(row, heightFor(label, WIDTHS[0], 20));
  });
  const done = blockAddress(firstPart, 2, lastPart, 2);
  const yesNo = lists.codes("yesNo", []);
  validations.push(listValidation(speech, done, yesNo, speech.say(headers.done), speech.lines(words.choose)));
  tables.push({
    name: questionnaireTables.parts,
    ref: blockAddress(partsHeader, 0, lastPart, 2),
    columns: [headers.part, headers.filledBy, headers.done].map(({ fr }) => fr),
  });

  const cells = asked.map((row) => `${own}!${absolute(cellAddress(row, 1))}`);
  const sections: Section[] = [
    {
      label: speech.say(partLabels.identity),
      location: `${own}!${cellAddress(asked.find((row) => !GIVEN.has(fields[row - FIRST_ROW].id)) ?? FIRST_ROW, 1)}`,
      given: `COUNTA(${cells.join(",")})`,
      expected: String(asked.length),
      values: [answered, asked.length],
    },
    {
      label: speech.say(words.respondents),
      location: `${own}!${firstName}`,
      given: `IF(COUNTA(${own}!${absolute(names)})>0,1,0)`,
      expected: "1",
      values: [0, 1],
      todo: speech.say(words.nameRespondent),
    },
  ];
  const lastColumn = Math.max(people.length - 1, 2);
  const sheet: Sheet = {
    name: questionnaireSheets.fiche,
    rows: grid.list(),
    columns: Array.from({ length: lastColumn + 1 }, (_, column) => ({ column, width: WIDTHS[column] ?? 20 })),
    merges: [peopleTitle + 1, partsTitle + 1].map((row) => blockAddress(row, 0, row, lastColumn)),
    freeze: { row: 2, column: 0 },
    gridLines: false,
    tabColor: colours.accent,
    tables,
    validations,
    formats,
    print: {
      orientation: "portrait",
      area: blockAddress(0, 0, lastPart, lastColumn),
      header: [subtitle(making), speech.say(words.fiche)],
      footer: [codebook.edition.label.fr, ""],
    },
    isProtected: true,
    unmarked: blockAddress(FIRST_ROW, 0, lastPart, lastColumn),
    active: cellAddress(asked.find((row) => !GIVEN.has(fields[row - FIRST_ROW].id)) ?? FIRST_ROW, 1),
  };
  return { sheet, sections };
}
