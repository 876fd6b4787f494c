import { projectFields } from "../../../domain/questionnaire/questions";
import {
  headers,
  questionnaireSheets,
  questionnaireTables,
  words,
} from "../../../domain/questionnaire/words";
import {
  blockAddress,
  cellAddress,
  columnLetters,
  sheetReference,
  type ConditionalFormat,
  type Sheet,
  type Validation,
} from "../../xlsx/write";
import { Grid, heightFor } from "./grid";
import { awaited, colours, done, looks, wrong } from "./looks";
import { ADVICE_ROW, subtitle, SUBTITLE_ROW, TITLE_ROW, type Making, type Section } from "./making";
import { cellOf, projectRows, rowState, type RowState } from "./projectRows";
import { literal } from "./speech";
import { answerStyle, fieldValidation, invalidFormat, listValidation } from "./validations";

const ENGLISH_ROW = 3;
const HEADER_ROW = 4;
const FIRST_ROW = 5;
const DOMAIN = 0;
const PROJECT = 1;
const FIRST_ANSWER = 2;
/** Columns and rows are wide and high enough for the longest answer, in one language or in two. */
const MAX_WIDTH = { fr: 22, bilingual: 28 } as const;
const ROW_HEIGHT = { fr: 31, bilingual: 46 } as const;

/** What other sheets need of the projects: formulas over their rows. */
export interface ProjectFigures {
  readonly sections: readonly Section[];
  /** Reference of a column of the rows, on any sheet. */
  readonly domains: string;
  readonly names: string;
  readonly checks: string;
  readonly missing: string;
  readonly order: string;
  /** Rows and what is missing of them now. */
  readonly states: readonly (RowState & {
    readonly domain: number | null;
    readonly name: string;
    readonly check: string;
  })[];
}

/** The sheet of projects: one table, a row a project, answers to the right. */
export function projectsSheet(making: Making): { sheet: Sheet; figures: ProjectFigures } {
  const { codebook, speech, lists, previous } = making;
  const fields = projectFields(codebook);
  const domainField = codebook.field("projects", "domain");
  const projectField = codebook.field("projects", "project");
  const rows = projectRows(making);
  const last = FIRST_ROW + rows.length - 1;
  const lastAnswer = FIRST_ANSWER + fields.length - 1;
  const [checkColumn, missingColumn, orderColumn] = [1, 2, 3].map((i) => lastAnswer + i);
  const choices = fields.filter(({ kind }) => kind !== "text").length;
  const lastChoice = FIRST_ANSWER + choices - 1;
  const grid = new Grid();

  const titles = [domainField, projectField, ...fields].map(({ label }) => label);
  const allTitles = [...titles, headers.check, headers.missing, headers.order];
  grid.put(TITLE_ROW, 0, speech.say(words.projects), looks.title);
  grid.height(TITLE_ROW, 30);
  grid.put(SUBTITLE_ROW, 0, subtitle(making), looks.subtitle);
  const advice = speech.lines(words.projectsHelp);
  const hint = previous ? `${advice}\n${speech.say(words.previous, { edition: previous.edition })}` : advice;
  grid.put(ADVICE_ROW, 0, hint, looks.advice);
  grid.height(ADVICE_ROW, heightFor(hint, 150, 36));
  if (speech.language !== "fr") {
    allTitles.forEach(({ en }, i) => grid.put(ENGLISH_ROW, i, en, looks.english));
    grid.height(ENGLISH_ROW, 18);
  } else grid.height(ENGLISH_ROW, 6);
  allTitles.forEach(({ fr }, i) => grid.put(HEADER_ROW, i, fr, looks.header));
  grid.height(HEADER_ROW, 34);

  const states = rows.map((row, i) => {
    const at = FIRST_ROW + i;
    const top = row.startsDomain;
    const domain =
      row.domain === null
        ? ""
        : speech.code(domainField.list!, codebook.code(domainField.list!, row.domain)!);
    const name = row.listed ? speech.project(row.listed) : (row.name ?? "");
    const domainLook =
      row.domain === null ? (top ? looks.answerTop : looks.answer) : top ? looks.givenFirst : looks.quiet;
    grid.put(at, DOMAIN, domain, domainLook);
    const nameLook = row.listed
      ? top
        ? looks.givenTop
        : looks.given
      : answerStyle(projectField, row.name !== undefined, top);
    grid.put(at, PROJECT, name, nameLook);
    const answers = fields.map((field) => cellOf(speech, field, row.earlier?.[field.id]));
    fields.forEach((field, f) =>
      grid.put(at, FIRST_ANSWER + f, answers[f], answerStyle(field, answers[f] !== undefined, top)),
    );
    const state = rowState(fields, row, answers);
    const check = checkText(making, state);
    const look = top ? looks.checkTop : looks.check;
    grid.formula(at, checkColumn, checkFormula(at, !row.listed), check, look);
    grid.formula(at, missingColumn, missingFormula(at, !row.listed), state.missing ?? "", look);
    grid.height(at, ROW_HEIGHT[speech.language]);
    return { ...state, domain: row.domain, name, check };
  });
  let incomplete = 0;
  states.forEach(({ missing }, i) => {
    const at = FIRST_ROW + i;
    const above = `${columnLetters(orderColumn)}$${HEADER_ROW + 1}:${columnLetters(orderColumn)}${at}`;
    const cell = cellAddress(at, missingColumn);
    const value = missing ? ++incomplete : "";
    grid.formula(at, orderColumn, `IF(${cell}="","",IF(${cell}>0,MAX(${above})+1,""))`, value, looks.check);
  });

  function missingFormula(at: number, isFree: boolean): string {
    const [domain, name, status] = [DOMAIN, PROJECT, FIRST_ANSWER].map((column) => cellAddress(at, column));
    const answered = `COUNTA(${blockAddress(at, FIRST_ANSWER, at, lastAnswer)})`;
    const blank = `COUNTBLANK(${blockAddress(at, FIRST_ANSWER, at, lastChoice)})`;
    const nothing = isFree ? `AND(${name}="",${answered}=0)` : `${answered}=0`;
    const count = isFree ? `${blank}+(${name}="")+(${domain}="")` : blank;
    return `IF(OR(${nothing},LEFT(${status},2)="SO"),"",${count})`;
  }

  function checkFormula(at: number, isFree: boolean): string {
    const [domain, name, status, missing] = [DOMAIN, PROJECT, FIRST_ANSWER, missingColumn].map((column) =>
      cellAddress(at, column),
    );
    const say = (text: { fr: string; en: string }) => literal(speech.say(text));
    const allNames = `$${columnLetters(PROJECT)}$${FIRST_ROW + 1}:$${columnLetters(PROJECT)}$${last + 1}`;
    const count = `IF(${missing}>0,${missing}&${literal(` ${speech.say(words.someMissing)}`)},${say(words.isComplete)})`;
    const status_ = `IF(${status}="",${say(words.chooseStatus)},${count})`;
    const free =
      `IF(${name}="",${say(words.writeName)},IF(${domain}="",${say(words.chooseDomain)},` +
      `IF(SUMPRODUCT(--(${allNames}=${name}))>1,${say(words.twice)},${status_})))`;
    const empty = `IF(LEFT(${status},2)="SO",${say(words.notOurs)},"")`;
    return `IF(${missing}="",${empty},${isFree ? free : status_})`;
  }

  const column = (at: number, first = FIRST_ROW) => blockAddress(first, at, last, at);
  const firstFree = FIRST_ROW + rows.findIndex(({ domain }) => domain === null);
  const validations: Validation[] = [];
  const formats: ConditionalFormat[] = [];
  fields.forEach((field, f) => {
    const at = FIRST_ANSWER + f;
    const [ref, first] = [column(at), cellAddress(FIRST_ROW, at)];
    const rule = fieldValidation(speech, lists, field, ref, first);
    if (rule) validations.push(rule);
    const invalid = invalidFormat(lists, field, ref, first);
    if (invalid) formats.push(invalid);
    const declared = `$${cellAddress(FIRST_ROW, missingColumn)}`;
    if (field.kind !== "text") {
      formats.push({ ref, formula: `AND(${declared}<>"",LEN(${first})=0)`, look: awaited });
    }
  });
  const [freeRef, freeFirst] = [column(DOMAIN, firstFree), cellAddress(firstFree, DOMAIN)];
  const domainTitle = speech.say(domainField.label);
  const domainList = lists.codes(domainField.list!, []);
  validations.push(listValidation(speech, freeRef, domainList, domainTitle, speech.lines(words.choose)));
  const unknownDomain = invalidFormat(lists, domainField, freeRef, freeFirst);
  if (unknownDomain) formats.push(unknownDomain);
  const mark = `$${cellAddress(FIRST_ROW, missingColumn)}`;
  formats.push({
    ref: blockAddress(FIRST_ROW, DOMAIN, last, PROJECT),
    formula: `AND(${mark}<>"",LEN(${cellAddress(FIRST_ROW, DOMAIN)})=0)`,
    look: awaited,
  });
  const checkCell = `$${cellAddress(FIRST_ROW, checkColumn)}`;
  formats.push({
    ref: column(checkColumn),
    formula: `${checkCell}=${literal(speech.say(words.twice))}`,
    look: wrong,
  });
  formats.push({ ref: column(checkColumn), formula: `AND(${mark}<>"",N(${mark})=0)`, look: done });
  formats.push({ ref: column(checkColumn), formula: `N(${mark})>0`, look: awaited });

  const own = sheetReference(questionnaireSheets.projects);
  const reference = (at: number) =>
    `${own}!$${columnLetters(at)}$${FIRST_ROW + 1}:$${columnLetters(at)}$${last + 1}`;
  const missingRef = reference(missingColumn);
  const declaredNow = states.filter(({ missing }) => missing !== null).length;
  const { title } = codebook.table("projects");
  const sections = fields
    .filter(({ kind }) => kind !== "text")
    .map((field, f): Section => {
      const at = FIRST_ANSWER + f;
      const given = rows.filter(
        (row, r) =>
          states[r].missing !== null && cellOf(speech, field, row.earlier?.[field.id]) !== undefined,
      );
      return {
        label: speech.say({ fr: `${title.fr} : ${field.label.fr}`, en: `${title.en}: ${field.label.en}` }),
        location: `${own}!${cellAddress(FIRST_ROW, at)}`,
        given: `COUNTIFS(${missingRef},">=0",${reference(at)},"<>")`,
        expected: `COUNT(${missingRef})`,
        values: [given.length, declaredNow],
        todo: f === 0 ? speech.say(words.noProject) : undefined,
      };
    });

  const widths = [
    24,
    44,
    ...fields.map(({ width = 18, kind }) =>
      kind === "text" ? 30 : Math.min(width, MAX_WIDTH[speech.language]),
    ),
  ];
  const hidden = [missingColumn, orderColumn].map((at) => ({ column: at, width: 10, hidden: true }));
  const sheet: Sheet = {
    name: questionnaireSheets.projects,
    rows: grid.list(),
    columns: [...[...widths, 24].map((width, at) => ({ column: at, width })), ...hidden],
    merges: [blockAddress(ADVICE_ROW, 0, ADVICE_ROW, checkColumn)],
    freeze: { row: FIRST_ROW, column: FIRST_ANSWER },
    gridLines: false,
    zoom: 90,
    tabColor: colours.accent,
    tables: [
      {
        name: questionnaireTables.projects,
        ref: blockAddress(HEADER_ROW, 0, last, orderColumn),
        columns: allTitles.map(({ fr }) => fr),
        filter: true,
      },
    ],
    validations,
    formats,
    print: {
      orientation: "landscape",
      titleRows: [speech.language === "fr" ? HEADER_ROW : ENGLISH_ROW, HEADER_ROW],
      area: blockAddress(0, 0, last, checkColumn),
      header: [subtitle(making), speech.say(words.projects)],
      footer: [codebook.edition.label.fr, ""],
    },
    isProtected: true,
    unmarked: blockAddress(FIRST_ROW, 0, last, orderColumn),
    active: cellAddress(FIRST_ROW, FIRST_ANSWER),
  };
  const figures: ProjectFigures = {
    sections,
    domains: reference(DOMAIN),
    names: reference(PROJECT),
    checks: reference(checkColumn),
    missing: missingRef,
    order: reference(orderColumn),
    states,
  };
  return { sheet, figures };
}

/** What the check column says now. */
function checkText({ speech }: Making, { missing, hasStatus, isAbsent }: RowState): string {
  if (missing === null) return isAbsent ? speech.say(words.notOurs) : "";
  if (!hasStatus) return speech.say(words.chooseStatus);
  return missing > 0 ? `${missing} ${speech.say(words.someMissing)}` : speech.say(words.isComplete);
}
