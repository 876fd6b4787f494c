import type { Codebook } from "../codebook";
import type { Localized } from "../language";
import type { Draft } from "../records/project";
import { comparedFields, numbered, rowsSaid, type RowSaid } from "./collect";
import type { Admitted } from "./admit";
import type { RowSubject } from "./drafts";
import type { Group } from "./sides";
import { aliasKey, proposeNames, type Aliases, type Spelling } from "./names";
import type { QuestionList } from "./questions";
import { compareText } from "./source";
import { groupKey, type KnownRow } from "./tables";
import type { AnswerTable, Said } from "./types";

/** A group to merge, with what its rows are about and what becomes of the names of its rows in the base. */
export interface PlannedGroup {
  readonly subject: RowSubject;
  readonly group: Group;
  readonly renamed: ReadonlyMap<number, Draft>;
  /** Place in the first file that speaks of it, so that new rows stand as they were filled in. */
  readonly order: number;
}

interface Said1 extends RowSaid {
  readonly edition: string;
  readonly territory: string;
  readonly order: number;
}

/** All that the files say, by the row it is about, beside the rows of the base. */
export function groupRows(
  codebook: Codebook,
  questions: QuestionList,
  files: readonly Admitted[],
  known: readonly KnownRow[],
  panelRows: readonly KnownRow[],
): PlannedGroup[] {
  const perFile = files
    .filter(({ status }) => status === "new")
    .map((file) => ({
      file,
      rows: rowsSaid(codebook, file.returned.questionnaire, file.source, !file.counts),
    }));
  const aliases = proposeNames(codebook, questions, spellingsOf(perFile, known));
  const said = perFile.flatMap(({ file, rows }) =>
    numbered(rows.map((row) => renameSaid(file.edition, row, aliases))).map((row, order): Said1 => ({
      ...row,
      order,
      edition: row.table === "panel" ? "" : file.edition,
      territory: file.territory,
    })),
  );
  const groups = new Map<string, { said: Said1[]; known: KnownRow[]; renamed: Map<number, Draft> }>();
  const groupOf = (key: string) => {
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { said: [], known: [], renamed: new Map() }));
    return group;
  };
  for (const row of said) groupOf(groupKey(row.table, row.edition, row.territory, row.key)).said.push(row);
  // Of a territory that answers, the row of the panel is written even when its sheet was left blank.
  const answering = new Set(files.filter(({ status }) => status === "new").map(({ territory }) => territory));
  for (const row of panelRows) {
    if (answering.has(row.territory)) groupOf(groupKey("panel", "", row.territory, "panel")).known.push(row);
  }
  for (const row of known) {
    const alias = row.name && aliases.get(aliasKey(row.edition, row.name));
    const key = groupKey(row.table, row.edition, row.territory, alias ? alias.name.key : row.key);
    if (!alias && !groups.has(key)) continue;
    const group = groupOf(key);
    group.known.push(row);
    if (alias) group.renamed.set(row.at, { domain: alias.domain, project: alias.name.text });
  }
  return [...groups].map(([key, group]) => planned(codebook, key, group));
}

function planned(
  codebook: Codebook,
  key: string,
  {
    said,
    known,
    renamed,
  }: { said: readonly Said1[]; known: readonly KnownRow[]; renamed: ReadonlyMap<number, Draft> },
): PlannedGroup {
  const [first] = said.length ? said : known;
  const { table, edition, territory } = first;
  // Of several ways to write one name the smallest is taken: the order of files must not matter.
  const texts = said.map(({ fixed }) => String(fixed.project ?? "")).sort(compareText);
  const fixed: Draft = said.length
    ? { ...said[0].fixed, ...(table === "projects" ? { project: texts[0] } : {}) }
    : { domain: first.domain ?? null, project: known[0].row.project ?? null };
  const label = labelOf(
    codebook,
    table,
    known.length ? { ...known[0].row, ...renamed.get(known[0].at) } : fixed,
  );
  return {
    subject: { table, edition, territory, groupKey: key, label, fixed },
    group: {
      table,
      edition,
      territory,
      key: key.slice(key.lastIndexOf("\u0001") + 1),
      label,
      fields: comparedFields(codebook, table),
      current: known,
      sides: said.map(({ side }) => side),
    },
    renamed,
    order: Math.min(...said.map(({ order }) => order), Infinity),
  };
}

/** What a row is about, as a person knows it. */
function labelOf(codebook: Codebook, table: AnswerTable, row: Draft): Localized {
  const code = (list: string, value: Draft[string] | undefined): Localized =>
    typeof value === "number"
      ? { fr: codebook.label(list, value, "fr"), en: codebook.label(list, value, "en") }
      : { fr: String(value ?? ""), en: String(value ?? "") };
  if (table === "panel") return codebook.table("panel").title;
  if (table === "motivations")
    return code(row.meaning == null ? "motivation" : "motivationMeaning", row.meaning ?? row.motivation);
  if (table === "actors") return code("statement", row.statement);
  const text = String(row.project ?? "");
  const domain = typeof row.domain === "number" ? row.domain : undefined;
  return codebook.findListedProject(text, domain)?.label ?? { fr: text, en: text };
}

function renameSaid(edition: string, row: RowSaid, aliases: Aliases): RowSaid {
  const alias = row.name && aliases.get(aliasKey(edition, row.name));
  if (!alias) return row;
  const { domain, name } = alias;
  return { ...row, key: name.key, domain, name, fixed: { domain, project: name.text } };
}

/** Free texts of the files, and those of the base in the same editions. */
function spellingsOf(
  perFile: readonly { readonly file: Admitted; readonly rows: readonly RowSaid[] }[],
  known: readonly KnownRow[],
): Spelling[] {
  const editions = new Set(perFile.map(({ file }) => file.edition));
  const found = new Map<string, Spelling & { territories: Set<string>; said: Said[] }>();
  const add = (
    spelling: Pick<Spelling, "edition" | "domain" | "name" | "inBase">,
    territory: string,
    said: Said | null,
  ) => {
    const key = aliasKey(spelling.edition, spelling.name);
    let known_ = found.get(key);
    if (!known_) found.set(key, (known_ = { ...spelling, territories: new Set(), said: [] }));
    else if (!known_.inBase && compareText(spelling.name.text, known_.name.text) < 0) {
      found.set(key, (known_ = { ...known_, name: spelling.name }));
    }
    known_.territories.add(territory);
    if (said) known_.said.push(said);
  };
  for (const { edition, domain, name, territory } of known) {
    if (!name || name.listed || domain === undefined || !editions.has(edition)) continue;
    add({ edition, domain, name, inBase: true }, territory, null);
  }
  for (const { file, rows } of perFile) {
    for (const { domain, name, namePlace, side } of rows) {
      if (!name || name.listed || domain === undefined) continue;
      const said = { value: name.text, source: side.source, place: namePlace };
      add({ edition: file.edition, domain, name, inBase: false }, file.territory, said);
    }
  }
  return [...found.values()];
}
