import type { Code } from "../../../domain/codebook";
import { meaningsOf, politicsLists } from "../../../domain/questionnaire/questions";
import {
  headers,
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
import { awaited, colours, looks, wrong } from "./looks";
import { subtitle, SUBTITLE_ROW, TITLE_ROW, type Making, type Section } from "./making";
import { isSpecial, literal } from "./speech";
import { listValidation } from "./validations";

const FIRST_ROW = 2;
const WIDTHS = [52, 44, 30, 26];

/** One block of the sheet: a table with a column to fill in. */
interface Block {
  readonly table: string;
  readonly title: string;
  readonly help: string;
  readonly headers: readonly { readonly fr: string; readonly en: string }[];
  readonly rows: readonly BlockRow[];
  /** Ranks may not be given twice; within one motivation for meanings. */
  readonly ranked: boolean;
  readonly field: { readonly fr: string; readonly en: string };
  readonly missing: { readonly fr: string; readonly en: string };
}

interface BlockRow {
  readonly given: readonly string[];
  readonly value?: string | number;
  /** Named list of the dropdown, and of what is understood. */
  readonly list: string;
  readonly understood: string;
}

/** The sheet of politics: motivations and what they mean, ranked; statements, agreed to or not. */
export function politicsSheet(making: Making): { sheet: Sheet; sections: readonly Section[] } {
  const { codebook, speech } = making;
  const grid = new Grid();
  const own = sheetReference(questionnaireSheets.politics);
  const validations: Validation[] = [];
  const formats: ConditionalFormat[] = [];
  const tables: Table[] = [];
  const sections: Section[] = [];
  const merges: string[] = [];
  grid.put(TITLE_ROW, 0, speech.say({ fr: "Politique numérique", en: "Digital policy" }), looks.title);
  grid.height(TITLE_ROW, 30);
  grid.put(SUBTITLE_ROW, 0, subtitle(making), looks.subtitle);

  let row = FIRST_ROW;
  for (const block of blocks(making)) {
    const answerColumn = block.headers.length - 1;
    const checkColumn = answerColumn + 1;
    grid.put(row, 0, block.title, looks.section);
    grid.height(row, 30);
    grid.put(row + 1, 0, block.help, looks.note);
    grid.height(row + 1, heightFor(block.help, 120));
    merges.push(blockAddress(row + 1, 0, row + 1, checkColumn));
    const titles = [...block.headers, headers.check];
    titles.forEach((label, i) => {
      grid.put(row + 3, i, label.fr, looks.header);
      if (speech.language !== "fr") grid.put(row + 2, i, label.en, looks.english);
    });
    if (speech.language === "fr") grid.height(row + 2, 6);
    grid.height(row + 3, 22);
    const first = row + 4;
    const last = first + block.rows.length - 1;
    const answers = absolute(blockAddress(first, answerColumn, last, answerColumn));
    const groups = absolute(blockAddress(first, 0, last, 0));

    block.rows.forEach((one, i) => {
      const at = first + i;
      grid.line(at, 0, one.given, looks.given);
      const isEarlier = one.value !== undefined;
      grid.put(at, answerColumn, one.value, isEarlier ? looks.answerEarlier : looks.answer);
      const cell = cellAddress(at, answerColumn);
      const missing = literal(speech.say(block.missing));
      const twice = block.ranked
        ? block.headers.length === 2
          ? `COUNTIF(${answers},${cell})>1`
          : `COUNTIFS(${groups},${cellAddress(at, 0)},${answers},${cell})>1`
        : "";
      const check = twice
        ? `IF(${cell}="",${missing},IF(AND(ISNUMBER(${cell}),${twice}),${literal(speech.say(words.tie))},""))`
        : `IF(${cell}="",${missing},"")`;
      grid.formula(at, checkColumn, check, isEarlier ? "" : speech.say(block.missing), looks.check);
      grid.height(at, heightFor(one.given.at(-1)!, WIDTHS[block.headers.length - 2], 22));
      formats.push(
        ...(twice ? [{ ref: cell, formula: `AND(ISNUMBER(${cell}),${twice})`, look: wrong }] : []),
        { ref: cell, formula: `LEN(${cell})=0`, look: awaited },
        { ref: cell, formula: `COUNTIF(${one.understood},${cell})=0`, look: wrong },
      );
    });
    for (const [list, refs] of refsByList(block, first, answerColumn)) {
      const title = speech.say(block.field);
      const text = `${speech.lines(words.choose)}${block.ranked ? `\n${block.help}` : ""}`;
      validations.push(listValidation(speech, refs.join(" "), list, title, text));
    }
    tables.push({
      name: block.table,
      ref: blockAddress(row + 3, 0, last, checkColumn),
      columns: titles.map(({ fr }) => fr),
    });
    sections.push({
      label: block.title,
      location: `${own}!${cellAddress(first, answerColumn)}`,
      given: `COUNTA(${own}!${answers})`,
      expected: String(block.rows.length),
      values: [block.rows.filter(({ value }) => value !== undefined).length, block.rows.length],
    });
    row = last + 2;
  }
  const sheet: Sheet = {
    name: questionnaireSheets.politics,
    rows: grid.list(),
    columns: WIDTHS.map((width, column) => ({ column, width })),
    merges,
    freeze: { row: 2, column: 0 },
    gridLines: false,
    tabColor: colours.accent,
    tables,
    validations,
    formats,
    print: {
      orientation: "portrait",
      area: blockAddress(0, 0, row - 2, 3),
      header: [subtitle(making), speech.say({ fr: "Politique numérique", en: "Digital policy" })],
      footer: [codebook.edition.label.fr, ""],
    },
    isProtected: true,
    active: cellAddress(FIRST_ROW + 4, 1),
  };
  return { sheet, sections };
}

/** The blocks an edition has something for. */
function blocks({ codebook, speech, lists, previous }: Making): Block[] {
  const field = (id: string) => codebook.field("motivations", id);
  const ids = politicsLists(codebook);
  const motivations = codebook.activeCodes(field("motivation"));
  const rank = field("rank");
  const earlier = new Map((previous?.motivations ?? []).map((draft) => [draft.motivation, draft]));
  const agreed = new Map((previous?.actors ?? []).map((draft) => [draft.statement, draft.agreement]));
  const rankValue = (value: unknown, n: number) =>
    typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= n
      ? value
      : isSpecial(value)
        ? speech.special(value)
        : undefined;
  const meaningRows = motivations.flatMap(({ code, label }) => {
    const meanings = meaningsOf(codebook, code);
    return meanings.map((meaning: Code) => ({
      given: [speech.say(label), speech.say(meaning.label)],
      // The study keeps the meaning that came first.
      value: earlier.get(code)?.meaning === meaning.code ? 1 : undefined,
      list: lists.ranks(meanings.length),
      understood: lists.ranks(meanings.length),
    }));
  });
  const statement = codebook.field("actors", "statement");
  const agreement = codebook.field("actors", "agreement");
  const all: Block[] = [
    {
      table: questionnaireTables.motivations,
      title: speech.say(words.motivations),
      help: speech.lines(words.motivationsHelp, { n: motivations.length }),
      headers: [field("motivation").label, rank.label],
      rows: motivations.map(({ code, label }) => ({
        given: [speech.say(label)],
        value: rankValue(earlier.get(code)?.rank, motivations.length),
        list: lists.ranks(motivations.length),
        understood: lists.ranks(motivations.length),
      })),
      ranked: true,
      field: rank.label,
      missing: words.rankMissing,
    },
    {
      table: questionnaireTables.meanings,
      title: speech.say(words.meanings),
      help: speech.lines(words.meaningsHelp),
      headers: [field("motivation").label, field("meaning").label, rank.label],
      rows: meaningRows,
      ranked: true,
      field: rank.label,
      missing: words.rankMissing,
    },
    {
      table: questionnaireTables.statements,
      title: speech.say(words.statements),
      help: speech.lines(words.statementsHelp),
      headers: [statement.label, agreement.label],
      rows: codebook.activeCodes(statement).map(({ code, label }) => ({
        given: [speech.lines(label)],
        value: speech.answer(ids.agreement, agreed.get(code)) || undefined,
        list: lists.codes(ids.agreement, ["NR", "NSP"]),
        understood: lists.understood(ids.agreement),
      })),
      ranked: false,
      field: agreement.label,
      missing: words.answerMissing,
    },
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

/** Cells of a block by the list they take their answers from. */
function refsByList({ rows }: Block, first: number, column: number): Map<string, string[]> {
  const refs = new Map<string, string[]>();
  rows.forEach(({ list }, i) => {
    const known = refs.get(list) ?? [];
    refs.set(list, [...known, cellAddress(first + i, column)]);
  });
  return refs;
}
