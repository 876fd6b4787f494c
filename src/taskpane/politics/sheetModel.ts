import type { Codebook, Field } from "../../domain/codebook";
import type { Language, Localized } from "../../domain/language";
import { ficheFields, meaningsOf, respondentFields } from "../../domain/questionnaire/questions";
import { serialOfDate } from "../../domain/records/dates";
import type { Draft } from "../../domain/records/project";
import { checkCell, checkContext } from "../../domain/validation";
import type { TerritorySheet } from "../../excel/importContract";
import { changedFields, isBlankAnswer, sameAnswer } from "../project/draft";
import { politicsTexts } from "../texts/politics";
import { rankProblem, type Ranks } from "./ranking";

/** What prevents saving, by the id of what it is about. */
export type SheetProblems = ReadonlyMap<string, { readonly label: Localized; readonly message: Localized }>;

/** Fields of the identity that are edited here; code and name are those of the panel. */
export const identityFields = (codebook: Codebook): readonly Field[] =>
  ficheFields(codebook).filter(({ id }) => id !== "code" && id !== "name");

/** Ids of the places problems are told at. */
export const placeId = {
  identity: (field: string) => `identity-${field}`,
  respondent: (at: number, field: string) => `respondent-${at}-${field}`,
  statement: (code: number) => `statement-${code}`,
  motivations: "motivations",
  meanings: (motivation: number) => `meanings-${motivation}`,
};

/** Whether two sheets say the same. */
export function sameSheet(a: TerritorySheet, b: TerritorySheet): boolean {
  const same = (x: readonly Draft[], y: readonly Draft[]) =>
    x.length === y.length && x.every((row, at) => changedFields(row, y[at]).length === 0);
  return (
    changedFields(a.identity, b.identity).length === 0 &&
    same(a.respondents, b.respondents) &&
    same(a.motivations, b.motivations) &&
    same(a.meanings, b.meanings) &&
    same(a.statements, b.statements)
  );
}

const ranksIn = (rows: readonly Draft[], about: string): Ranks =>
  new Map(rows.map((row) => [Number(row[about]), row.rank ?? null]));

export const motivationRanks = ({ motivations }: TerritorySheet): Ranks => ranksIn(motivations, "motivation");
export const motivationCodes = ({ motivations }: TerritorySheet): number[] =>
  motivations.map(({ motivation }) => Number(motivation));

export const meaningRanks = ({ meanings }: TerritorySheet, motivation: number): Ranks =>
  ranksIn(
    meanings.filter((row) => row.motivation === motivation),
    "meaning",
  );

/** Meanings offered for a motivation, and those it was ranked by. */
export function meaningCodes(codebook: Codebook, sheet: TerritorySheet, motivation: number): number[] {
  const offered = meaningsOf(codebook, motivation).map(({ code }) => code);
  return [
    ...offered,
    ...[...meaningRanks(sheet, motivation).keys()].filter((code) => !offered.includes(code)),
  ];
}

export function withMotivationRanks(sheet: TerritorySheet, ranks: Ranks): TerritorySheet {
  const motivations = sheet.motivations.map((row) => ({
    ...row,
    rank: ranks.get(Number(row.motivation)) ?? null,
  }));
  return { ...sheet, motivations };
}

export function withMeaningRanks(sheet: TerritorySheet, motivation: number, ranks: Ranks): TerritorySheet {
  const known = new Set<number>();
  const meanings = sheet.meanings.map((row) => {
    if (row.motivation !== motivation) return row;
    known.add(Number(row.meaning));
    return { ...row, rank: ranks.get(Number(row.meaning)) ?? null };
  });
  const added = [...ranks].flatMap(([meaning, rank]): Draft[] =>
    known.has(meaning) || rank === null ? [] : [{ motivation, meaning, rank }],
  );
  return { ...sheet, meanings: [...meanings, ...added] };
}

export function withAgreement(
  sheet: TerritorySheet,
  statement: number,
  agreement: Draft[string],
): TerritorySheet {
  const statements = sheet.statements.map((row) =>
    row.statement === statement ? { ...row, agreement } : row,
  );
  return { ...sheet, statements };
}

export function withRespondent(sheet: TerritorySheet, at: number, change: Draft): TerritorySheet {
  const respondents = sheet.respondents.map((row, i) => (i === at ? { ...row, ...change } : row));
  return { ...sheet, respondents };
}

/** Answers that were changed to something the code book does not take, and rankings with ties. */
export function sheetProblems(
  codebook: Codebook,
  sheet: TerritorySheet,
  before: TerritorySheet,
  language: Language,
): SheetProblems {
  const context = checkContext(codebook, language, [sheet.territory]);
  const problems = new Map<string, { label: Localized; message: Localized }>();
  const check = (
    id: string,
    table: "panel" | "respondents",
    field: Field,
    now: Draft,
    was: Draft | undefined,
  ) => {
    const value = now[field.id];
    if (was && sameAnswer(value, was[field.id])) return;
    const cell = field.kind === "date" && typeof value === "string" ? (serialOfDate(value) ?? value) : value;
    const problem = checkCell(context, table, field, isBlankAnswer(cell) ? "" : cell, -1);
    if (problem) problems.set(id, { label: field.label, message: problem.message });
  };
  for (const field of identityFields(codebook)) {
    check(placeId.identity(field.id), "panel", field, sheet.identity, before.identity);
  }
  sheet.respondents.forEach((row, at) => {
    for (const field of respondentFields(codebook)) {
      check(placeId.respondent(at, field.id), "respondents", field, row, before.respondents[at]);
    }
  });
  const rank = (id: string, label: Localized, codes: readonly number[], ranks: Ranks) => {
    const wrong = rankProblem(codes, ranks);
    if (!wrong) return;
    const message = wrong === "wrong" ? politicsTexts.wrongRank : politicsTexts.tie(wrong.tie);
    problems.set(id, { label, message });
  };
  const { label } = codebook.field("motivations", "motivation");
  const codes = motivationCodes(sheet);
  rank(placeId.motivations, label, codes, motivationRanks(sheet));
  const { list } = codebook.field("motivations", "motivation");
  for (const code of codes) {
    const about = codebook.code(list!, code)?.label ?? label;
    rank(placeId.meanings(code), about, meaningCodes(codebook, sheet, code), meaningRanks(sheet, code));
  }
  return problems;
}

/** What a person changed, put upon the sheet as it is now. */
export function rebased(now: TerritorySheet, before: TerritorySheet, mine: TerritorySheet): TerritorySheet {
  const fields = (to: Draft, was: Draft, own: Draft): Draft => ({
    ...to,
    ...Object.fromEntries(changedFields(was, own).map((id) => [id, own[id] ?? null])),
  });
  const rows = (part: "motivations" | "meanings" | "statements", keyOf: (row: Draft) => string): Draft[] => {
    const [was, own] = [before, mine].map((sheet) => new Map(sheet[part].map((row) => [keyOf(row), row])));
    const kept = now[part].map((row) =>
      fields(row, was.get(keyOf(row)) ?? {}, own.get(keyOf(row)) ?? was.get(keyOf(row)) ?? {}),
    );
    const present = new Set(now[part].map(keyOf));
    return [...kept, ...mine[part].filter((row) => !present.has(keyOf(row)))];
  };
  const untouched = sameSheet(
    { ...mine, identity: {}, motivations: [], meanings: [], statements: [] },
    {
      ...before,
      identity: {},
      motivations: [],
      meanings: [],
      statements: [],
    },
  );
  return {
    ...now,
    identity: fields(now.identity, before.identity, mine.identity),
    respondents: untouched ? now.respondents : mine.respondents,
    motivations: rows("motivations", ({ motivation }) => String(motivation)),
    meanings: rows("meanings", ({ motivation, meaning }) => `${motivation} ${meaning}`),
    statements: rows("statements", ({ statement }) => String(statement)),
  };
}
