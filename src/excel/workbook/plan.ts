import type { Codebook, Field, TableDefinition, TableId } from "../../domain/codebook";
import type { Language, Localized } from "../../domain/language";
import { repairWords } from "../../domain/messages/study";
import { sheetNames } from "../../domain/messages/workbook";
import { identifyTables, mapColumns } from "../tables/headers";
import { columnRules, isOurFormat, type ColumnRules, type TablePlace } from "./columns";
import { editionNameFormula } from "./home";
import { constantFormula, identityNames, newDocumentId, STUDY_KIND } from "./identity";
import type { BookFacts, TableFacts } from "./inspect";
import { listsBlock, type ListsBlock } from "./lists";
import type { ColumnFacts, Mend, Plan, PlanInput, TablePlan } from "./planTypes";

/** Order of the sheets in a new study. */
export const tableOrder: readonly TableId[] = [
  "codes",
  "panel",
  "projects",
  "motivations",
  "actors",
  "respondents",
  "rejects",
  "journal",
];

/** Decides what must be made or mended; nothing is touched here, so that it can be told and tested. */
export function planRepair(input: PlanInput): Plan {
  const { facts, codebook, language } = input;
  const identified = identifyTables(codebook, facts.tables);
  const sheetExists = (name: string) => facts.sheets.some((sheet) => sameName(sheet.name, name));
  const done: Localized[] = [];
  const lookalikes: { table: string; found: string; field: Localized }[] = [];
  const isNew = identified.tables.size === 0 && facts.identity.kind === undefined;

  const tables = tableOrder.map((id): TablePlan => {
    const definition = codebook.table(id);
    const found = identified.tables.get(id);
    const plan = found
      ? planExisting(input, definition, found, done, lookalikes)
      : planMissing(input, definition, done);
    return plan;
  });

  const lists = listsBlock(codebook, language);
  const sheets = {
    home: !sheetExists(sheetNames.home),
    synthesis: !sheetExists(sheetNames.synthesis),
    lists: !sheetExists(sheetNames.lists),
  };
  if (sheets.home) done.push(repairWords.sheetAdded({ sheet: sheetNames.home }));
  if (sheets.synthesis) done.push(repairWords.sheetAdded({ sheet: sheetNames.synthesis }));
  const listsStale = sheets.lists || !sameCells(input.currentLists, lists.values);
  if (listsStale) done.push(repairWords.listsRefreshed({}));

  const names = new Map<string, string>();
  const identity: Record<string, string> = {
    [identityNames.kind]: constantFormula(STUDY_KIND),
    // A home sheet that is there is the team's: its cells are not written again.
    [identityNames.edition]: sheets.home ? editionNameFormula : constantFormula(codebook.edition.id),
    [identityNames.codebook]: constantFormula(codebook.edition.version),
    [identityNames.language]: constantFormula(language),
    [identityNames.documentId]: constantFormula(newDocumentId()),
  };
  const editionUsable = facts.identity.edition !== undefined && facts.identity.edition !== "";
  for (const [name, formula] of Object.entries(identity)) {
    const current = facts.names.get(name)?.formula;
    const broken = current === undefined || /#REF!/.test(current);
    if (broken || (name === identityNames.edition && !editionUsable)) {
      names.set(name, formula);
      done.push(repairWords.nameSet({ name }));
    }
  }
  for (const [name, formula] of lists.names) {
    const current = facts.names.get(name)?.formula;
    if (!samePlain(current, formula)) {
      names.set(name, formula);
      if (current === undefined || /#REF!/.test(current)) done.push(repairWords.nameSet({ name }));
    }
  }
  return {
    codebook,
    language,
    isNew,
    identified,
    tables,
    sheets,
    lists,
    currentLists: input.currentLists,
    listsStale,
    names,
    done,
    lookalikes,
  };
}

function planExisting(
  input: PlanInput,
  definition: TableDefinition,
  found: TableFacts,
  done: Localized[],
  lookalikes: { table: string; found: string; field: Localized }[],
): TablePlan {
  const { codebook, language } = input;
  const map = mapColumns(definition, found.headers);
  const table = definition.name;
  for (const { found: header, field } of map.lookalikes)
    lookalikes.push({ table, found: header, field: field.label });
  const doubtful = new Set(map.lookalikes.map(({ field }) => field.id));
  const absent = map.missing.filter(({ id }) => !doubtful.has(id));
  const { addColumns, columns } = placeColumns(definition, map.columns, absent);
  for (const { field } of addColumns) done.push(repairWords.columnAdded({ table, column: field.label.fr }));
  const renameTo = found.name === table ? undefined : table;
  if (renameTo) done.push(repairWords.tableRenamed({ from: found.name, to: renameTo }));

  const place: TablePlace = {
    row: found.row,
    column: found.column,
    columnCount: found.headers.length + addColumns.length,
    columns,
  };
  const details = input.details.get(definition.id);
  const reset: string[] = [];
  let formatted = false;
  const fields = definition.fields.flatMap((field) => {
    if (!columns.has(field.id)) return [];
    const rules = columnRules(codebook, definition, field, place, language);
    const mend = mendOf(details?.get(field.id), rules, addColumns.length > 0);
    if (details?.has(field.id) && (mend.rule || mend.formats)) reset.push(field.label.fr);
    if (details?.has(field.id) && mend.numberFormat) formatted = true;
    return [{ field, rules, mend }];
  });
  if (reset.length && !addColumns.length) done.push(repairWords.validationSet({ table, columns: reset }));
  if (formatted) done.push(repairWords.formatSet({ table }));
  const sheet = { name: found.sheet, isNew: false };
  return { definition, found, sheet, renameTo, addColumns, place, fields };
}

/** What differs from the rules; a column that is new needs everything. */
function mendOf(facts: ColumnFacts | undefined, rules: ColumnRules, moved: boolean): Mend {
  if (!facts) return { rule: true, formats: true, numberFormat: true, width: true, staleFormats: [] };
  const expected = [rules.blank, rules.invalid].filter((formula): formula is string => formula !== null);
  const ours = facts.formats.filter(({ formula }) => isOurFormat(formula));
  const inOrder =
    !moved &&
    ours.length === expected.length &&
    expected.every((formula) => ours.some((o) => plain(o.formula) === plain(formula)));
  const rule = moved || !sameRule(facts.rule, rules.rule);
  return {
    rule,
    // Rows that have lost the one have most often lost the other.
    formats: !inOrder || rule,
    numberFormat: rules.numberFormat === "@" && facts.numberFormat !== "@",
    width: false,
    staleFormats: inOrder && !rule ? [] : ours.map(({ id }) => id),
  };
}

/** Where absent columns go: behind the nearest field to the left that is there. */
function placeColumns(
  definition: TableDefinition,
  present: ReadonlyMap<string, number>,
  absent: readonly Field[],
) {
  const columns = new Map(present);
  const addColumns: { field: Field; at: number }[] = [];
  for (const field of absent) {
    const order = definition.fields.indexOf(field);
    const before = definition.fields
      .slice(0, order)
      .reverse()
      .find(({ id }) => columns.has(id));
    const at = before ? columns.get(before.id)! + 1 : 0;
    for (const [id, column] of columns) if (column >= at) columns.set(id, column + 1);
    columns.set(field.id, at);
    addColumns.push({ field, at });
  }
  return { addColumns, columns };
}

function planMissing(input: PlanInput, definition: TableDefinition, done: Localized[]): TablePlan {
  const { facts, codebook, language } = input;
  const home = facts.sheets.find(({ name }) => sameName(name, definition.sheet));
  const loose = input.loose.get(definition.id);
  if (loose && home) {
    const map = mapColumns(definition, loose.headers);
    const { addColumns, columns } = placeColumns(definition, map.columns, map.missing);
    const columnCount = loose.headers.length + addColumns.length;
    const place = { row: loose.row, column: loose.column, columnCount, columns };
    done.push(repairWords.tableMade({ table: definition.name, address: home.name }));
    const sheet = { name: home.name, isNew: false };
    return {
      definition,
      sheet,
      loose,
      addColumns,
      place,
      fields: allFields(codebook, definition, place, language),
    };
  }
  const place: TablePlace = {
    row: 0,
    column: 0,
    columnCount: definition.fields.length,
    columns: new Map(definition.fields.map(({ id }, i) => [id, i])),
  };
  const usable = home && input.emptySheets.has(home.name);
  const sheet = usable
    ? { name: home.name, isNew: false }
    : { name: home ? freeName(definition.sheet, facts) : definition.sheet, isNew: true };
  if (sheet.isNew) done.push(repairWords.sheetAdded({ sheet: sheet.name }));
  done.push(repairWords.tableAdded({ table: definition.name }));
  return {
    definition,
    sheet,
    addColumns: [],
    place,
    fields: allFields(codebook, definition, place, language),
  };
}

function allFields(codebook: Codebook, definition: TableDefinition, place: TablePlace, language: Language) {
  const mend: Mend = { rule: true, formats: true, numberFormat: true, width: true, staleFormats: [] };
  return definition.fields
    .filter(({ id }) => place.columns.has(id))
    .map((field) => ({ field, rules: columnRules(codebook, definition, field, place, language), mend }));
}

/** A sheet of the analyst's bears our name: ours gets another one, theirs stays as it is. */
function freeName(name: string, facts: BookFacts): string {
  for (let i = 0; ; i++) {
    const candidate = i === 0 ? `${name} BVN` : `${name} BVN ${i + 1}`;
    if (!facts.sheets.some((sheet) => sameName(sheet.name, candidate))) return candidate;
  }
}

/** Sheet names are the same to Excel whatever their case. */
export const sameName = (a: string, b: string): boolean => a.toLocaleLowerCase() === b.toLocaleLowerCase();

/** Formulas as they compare: without spaces and the quotes that sheet names may or may not need. */
const plain = (formula: string): string => formula.replace(/[\s'$]/g, "").toUpperCase();

/** Whether two formulas are the same to Excel. */
export const samePlain = (a: string | undefined, b: string): boolean =>
  a !== undefined && plain(a) === plain(b);

function sameRule(a: Excel.DataValidationRule | null, b: Excel.DataValidationRule | null): boolean {
  if (!a || !b) return !b;
  const kind = (Object.keys(b) as (keyof Excel.DataValidationRule)[]).find((key) => b[key]);
  if (!kind || !a[kind]) return false;
  if (kind === "list") return plain(String(a.list!.source)) === plain(String(b.list!.source));
  const [left, right] = [a[kind], b[kind]] as { operator?: string; formula1?: unknown }[];
  // Excel gives a date back as a number of days.
  return (
    left.operator === right.operator && (kind === "date" || String(left.formula1) === String(right.formula1))
  );
}

/** Whether the helper sheet holds these cells already. */
export function sameCells(
  current: readonly (readonly unknown[])[] | null,
  wanted: ListsBlock["values"],
): boolean {
  if (!current || current.length !== wanted.length || current[0]?.length !== wanted[0].length) return false;
  return wanted.every((row, r) => row.every((value, c) => unquoted(value) === unquoted(current[r][c])));
}
const unquoted = (value: unknown) => (value === undefined ? "" : String(value).replace(/^'/, ""));
