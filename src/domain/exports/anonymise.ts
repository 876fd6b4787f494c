import type { Codebook, TableId } from "../codebook";
import { codesTableRows } from "../codebook";
import type { Language } from "../language";
import type { Draft } from "../records/project";
import { normalizeText } from "../text/normalize";
import { isBlankRow } from "../validation/rows";
import { valueReader } from "./cells";
import type { StudyData } from "./dataset";
import { Scrubber } from "./scrub";
import { variablesOf, type ExportTableId, type Variable } from "./variables";

export interface AnonymousOptions {
  /** Territories are called T001, T002 …, in no order; what would tell them at once goes too. */
  readonly codeTerritories: boolean;
  /** Comments stay, without what is known of people; else they go. */
  readonly keepComments: boolean;
  /** Between 0 and 1; shuffles the territories. */
  readonly random?: () => number;
}

/** Which territory a code stands for. */
export interface KeyLine {
  readonly code: string;
  readonly name: string;
  readonly officialCode: string;
}

export interface AnonymousStudy {
  readonly codebook: Codebook;
  readonly editionId: string;
  readonly tables: Readonly<Record<Exclude<ExportTableId, "respondents">, readonly Draft[]>>;
  readonly key: readonly KeyLine[];
  readonly facts: AnonymousFacts;
}

/** What was left out or changed, to be told. */
export interface AnonymousFacts {
  readonly people: number;
  readonly comments: number;
  /** Free texts in which something was taken out. */
  readonly scrubbed: number;
  /** Values that were no answer and could hold anything. */
  readonly dropped: number;
}

const TABLES = ["panel", "projects", "motivations", "actors"] as const;
/** Fields of people that are looked for in free texts; roles and departments are words of every day. */
const WHO = ["personName", "email", "phone"] as const;
/** Letters of a part of a name that is looked for on its own. */
const SHORTEST_NAME = 4;

/**
 * The study without people: Répondants, Rejets, Journal, file names and, unless kept, comments go; names, e-mail
 * addresses and telephone numbers are taken out of the free texts that stay. Row order follows the new names.
 */
export function anonymised(
  { codebook, editionId, tables }: StudyData,
  { codeTerritories, keepComments, random = Math.random }: AnonymousOptions,
): AnonymousStudy {
  const people = tables.respondents.filter((row) => !isBlankRow(row));
  const scrubber = new Scrubber();
  addPeople(scrubber, people, knownWords(codebook, tables.panel));
  const territories = codeTerritories ? codesOf(tables, random) : new Map<string, KeyLine>();
  for (const { code, name, officialCode } of territories.values()) {
    scrubber.add(name, code);
    if (officialCode.length > 3) scrubber.add(officialCode, code);
  }
  const facts = { people: people.length, comments: 0, dropped: 0 };
  const work: Work = { codebook, territories, scrubber, keepComments, codeTerritories, facts };
  const clean = (id: (typeof TABLES)[number]) => cleanTable(work, id, tables[id]);
  const [panel, projects, motivations, actors] = TABLES.map(clean);
  return {
    codebook,
    editionId,
    tables: { panel, projects, motivations, actors },
    key: [...territories.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
    facts: { ...facts, scrubbed: scrubber.changed },
  };
}

interface Work {
  readonly codebook: Codebook;
  readonly territories: ReadonlyMap<string, KeyLine>;
  readonly scrubber: Scrubber;
  readonly keepComments: boolean;
  readonly codeTerritories: boolean;
  readonly facts: { people: number; comments: number; dropped: number };
}

const given = (value: Draft[string]): boolean => value !== null && value !== undefined && value !== "";

function addPeople(scrubber: Scrubber, people: readonly Draft[], known: ReadonlySet<string>): void {
  for (const row of people) {
    for (const field of WHO) if (given(row[field])) scrubber.add(String(row[field]));
    const parts = String(row.personName ?? "").split(/[\s,;-]+/);
    const [first, ...rest] = parts;
    if (rest.length) scrubber.add([...rest, first].join(" "));
    for (const part of parts) {
      if (part.length >= SHORTEST_NAME && !known.has(normalizeText(part))) scrubber.add(part);
    }
  }
}

/** Words of the code book and of the panel: a person may be called Paris, a project may be in it. */
function knownWords(codebook: Codebook, panel: readonly Draft[]): Set<string> {
  const texts = [
    ...codesTableRows(codebook).flatMap(([, , fr, en]) => [fr, en]),
    ...panel.flatMap(({ name, parent }) => [name, parent]),
  ];
  return new Set(texts.flatMap((text) => normalizeText(String(text ?? "")).split(/[^\p{L}\p{N}]+/u)));
}

/** A code for every territory that occurs, in a random order. */
function codesOf(tables: StudyData["tables"], random: () => number): Map<string, KeyLine> {
  const found = new Map<string, { name: string; officialCode: string }>();
  const learn = (name: Draft[string], officialCode: Draft[string] = "") => {
    const key = normalizeText(String(name ?? ""));
    if (key && !found.has(key))
      found.set(key, { name: String(name).trim(), officialCode: String(officialCode ?? "") });
  };
  for (const row of tables.panel) learn(row.name, row.code);
  for (const row of tables.panel) learn(row.parent);
  for (const id of ["projects", "motivations", "actors"] as const)
    for (const row of tables[id]) learn(row.territory);
  const all = [...found];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j], all[i]];
  }
  const width = Math.max(3, String(all.length).length);
  return new Map(all.map(([key, of], i) => [key, { code: `T${String(i + 1).padStart(width, "0")}`, ...of }]));
}

/** The fields that name a territory, or number one. */
const NAMES: Partial<Record<TableId, readonly string[]>> = { panel: ["name", "parent"] };

function cleanTable(work: Work, table: (typeof TABLES)[number], rows: readonly Draft[]): Draft[] {
  const { codebook, codeTerritories } = work;
  const cleaners = variablesOf(codebook, table).map(
    (variable) => [variable.field.id, cleaner(work, table, variable)] as const,
  );
  const clean = rows
    .filter((row) => !isBlankRow(row))
    .map((row): Draft => Object.fromEntries(cleaners.map(([id, of]) => [id, of(row)])));
  if (!codeTerritories) return clean;
  const territory = table === "panel" ? "name" : "territory";
  const sorted = clean.sort((a, b) => (String(a[territory]) < String(b[territory]) ? -1 : 1));
  // An id would join the rows with those of a copy that names its territories.
  return table === "projects"
    ? sorted.map((row, i) => ({ ...row, id: `P${String(i + 1).padStart(5, "0")}` }))
    : sorted;
}

/** What becomes of the values of a variable. */
function cleaner(work: Work, table: TableId, variable: Variable): (row: Draft) => Draft[string] {
  const { codebook, territories, scrubber, codeTerritories, facts } = work;
  const { id, kind } = variable.field;
  const names = kind === "territory" || NAMES[table]?.includes(id);
  if (names && codeTerritories)
    return (row) => territories.get(normalizeText(String(row[id] ?? "")))?.code ?? null;
  if (names || kind === "edition") return (row) => row[id] ?? null;
  if (table === "panel" && id === "code") {
    if (!codeTerritories) return (row) => row[id] ?? null;
    return (row) => territories.get(normalizeText(String(row.name ?? "")))?.code ?? null;
  }
  // A population tells a territory as its name does; its class does not.
  if (table === "panel" && id === "population" && codeTerritories) return () => null;
  // Which file an answer came from: often a person's or a territory's name.
  if (id === "source" || variable.field.personal) return () => null;
  if (id === "comment" && !work.keepComments) {
    return (row) => {
      if (given(row[id])) facts.comments++;
      return null;
    };
  }
  if (variable.type === "text") {
    if (id === "id") return (row) => row[id] ?? null;
    return (row) => (given(row[id]) ? scrubber.scrub(String(row[id])) : null);
  }
  const read = valueReader(codebook, variable);
  return (row) => {
    const value = read(row);
    if (value.kind === "other") facts.dropped++;
    if (value.kind === "missing") return value.missing;
    return value.kind === "blank" || value.kind === "other" ? null : value.value;
  };
}

/** A value as a cell of a written workbook holds it: codes with their labels. */
export function cellOf(
  codebook: Codebook,
  variable: Variable,
  value: Draft[string],
  language: Language,
): string | number | null {
  if (variable.type === "code" && typeof value === "number")
    return codebook.display(variable.field.list!, value, language);
  if (variable.field.kind === "edition" && /^\d{4}$/.test(String(value))) return Number(value);
  return value;
}
