import type { Code, Codebook, Field } from "../codebook";

/**
 * What a questionnaire asks, derived from the tables of the code book: a field an edition adds is asked in the
 * file, read from it and checked, without code.
 */

/** Columns of the study workbook that are the team's work, not the territory's answers. */
const TEAM_FIELDS: ReadonlySet<string> = new Set([
  "inclusion",
  "contact",
  "sent",
  "reminded",
  "returned",
  "completeness",
]);
/** Fields that say which row it is: the file is made for one edition and one territory. */
const ROW_FIELDS: ReadonlySet<string> = new Set(["edition", "territory"]);

const isAsked = ({ id, kind }: Field): boolean =>
  kind !== "auto" && !TEAM_FIELDS.has(id) && !ROW_FIELDS.has(id);

/** Fields of the territory's sheet, identity first. */
export const ficheFields = (codebook: Codebook): readonly Field[] =>
  codebook.table("panel").fields.filter(isAsked);

/** Fields about the people who answered. */
export const respondentFields = (codebook: Codebook): readonly Field[] =>
  codebook.table("respondents").fields.filter(isAsked);

/** Answers asked for each project, the required ones and the choices first, free texts last. */
export function projectFields(codebook: Codebook): readonly Field[] {
  const fields = codebook
    .table("projects")
    .fields.filter((field) => isAsked(field) && field.id !== "domain" && field.id !== "project");
  return [...fields.filter(({ kind }) => kind !== "text"), ...fields.filter(({ kind }) => kind === "text")];
}

/** The list a field of a table takes its codes from. @throws RangeError if it takes none. */
function listOf(codebook: Codebook, table: "motivations" | "actors", id: string): string {
  const { list } = codebook.field(table, id);
  if (!list) throw new RangeError(`${table}.${id} has no code list`);
  return list;
}

/** Ids of the lists of the politics sheet. */
export const politicsLists = (codebook: Codebook) => ({
  motivation: listOf(codebook, "motivations", "motivation"),
  meaning: listOf(codebook, "motivations", "meaning"),
  statement: listOf(codebook, "actors", "statement"),
  agreement: listOf(codebook, "actors", "agreement"),
});

/**
 * What a motivation may mean to a territory. A meaning an edition or a team adds refines the motivations that
 * have no list of their own.
 */
export function meaningsOf(codebook: Codebook, motivation: number): readonly Code[] {
  const meanings = codebook.activeCodes(codebook.field("motivations", "meaning"));
  const own = meanings.filter(({ refines }) => refines === motivation);
  return own.length ? own : meanings.filter(({ refines }) => refines === undefined);
}
