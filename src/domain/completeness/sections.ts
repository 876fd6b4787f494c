import type { Codebook, TableId } from "../codebook";
import type { Localized } from "../language";
import { isBlank, type Answer } from "../values/answer";

/** Parts of the questionnaire completeness is told for. */
export type SectionId =
  "identity" | "projects" | "measure" | "means" | "governance" | "motivations" | "actors";

export interface SectionCompleteness {
  readonly section: SectionId;
  readonly answered: number;
  readonly expected: number;
}

export interface Completeness extends Omit<SectionCompleteness, "section"> {
  readonly sections: readonly SectionCompleteness[];
}

/** What one territory has answered in one edition, as drafts or as cells. */
export interface TerritoryAnswers {
  readonly panel: Readonly<Record<string, unknown>> | null;
  readonly projects: readonly Readonly<Record<string, unknown>>[];
  readonly motivations: readonly Readonly<Record<string, unknown>>[];
  readonly actors: readonly Readonly<Record<string, unknown>>[];
}

/** What a formula calls the part it asks about. */
export const sectionOption: Localized = { fr: "Section", en: "Section" };

export const sectionLabels: Readonly<Record<SectionId, Localized>> = {
  identity: { fr: "Identité", en: "Identity" },
  projects: { fr: "Projets", en: "Projects" },
  measure: { fr: "Mesure", en: "Measure" },
  means: { fr: "Moyens", en: "Means" },
  governance: { fr: "Gouvernance", en: "Governance" },
  motivations: { fr: "Motivations", en: "Motivations" },
  actors: { fr: "Acteurs", en: "Actors" },
};

/** Fields a territory is expected to answer, by section; those an edition does not have are not expected. */
const IDENTITY = ["type", "region", "population", "respondent", "digitalDepartment"];
const PROJECT_SECTIONS: readonly (readonly [SectionId, readonly string[]])[] = [
  ["projects", ["status"]],
  ["measure", ["measure"]],
  ["means", ["means"]],
  ["governance", ["management", "decision", "coordination"]],
];

/** "NR", "SO" and "NSP" were chosen on purpose and count; only a blank cell does not. */
const isAnswered = (value: unknown): boolean => !isBlank(value);

/** How much territories have answered, as far as completeness looks, in columns: one place a territory. */
export interface AnsweredColumns {
  readonly territories: number;
  /** Above 0 where a field of the identity is answered. */
  readonly identity: (field: string) => ArrayLike<number>;
  /** Projects declared, those rejected or duplicate left out. */
  readonly projects: ArrayLike<number>;
  /** How many of them answer a field. */
  readonly answered: (field: string) => ArrayLike<number>;
  /** Above 0 where a motivation is ranked, by its code; where a statement is answered. */
  readonly motivations: (code: number) => ArrayLike<number>;
  readonly statements: (code: number) => ArrayLike<number>;
}

/** Completeness of one section for territories in columns. */
export interface SectionColumns {
  readonly section: SectionId;
  readonly answered: Int32Array;
  readonly expected: Int32Array;
}

/** `completenessOf` for answers that are counted already. */
export function completenessColumns(codebook: Codebook, counts: AnsweredColumns): SectionColumns[] {
  const { territories } = counts;
  const empty = (section: SectionId): SectionColumns => ({
    section,
    answered: new Int32Array(territories),
    expected: new Int32Array(territories),
  });
  const ofIdentity = (): SectionColumns => {
    const own = empty("identity");
    const fields = knownFields(codebook, "panel", IDENTITY);
    own.expected.fill(fields.length);
    for (const field of fields) addPresent(own.answered, counts.identity(field));
    return own;
  };
  const ofProjects = ([section, ids]: (typeof PROJECT_SECTIONS)[number]): SectionColumns => {
    const own = empty(section);
    const fields = knownFields(codebook, "projects", ids);
    for (const field of fields) {
      const answered = counts.answered(field);
      for (let i = 0; i < territories; i++) own.answered[i] += answered[i];
    }
    for (let i = 0; i < territories; i++) own.expected[i] = fields.length * Math.max(1, counts.projects[i]);
    return own;
  };
  /** A code that is no longer asked is expected only of those who answered it. */
  const ofList = (section: SectionId, list: string, answeredOf: AnsweredColumns["motivations"]) => {
    const own = empty(section);
    for (const { code, active } of codebook.list(list).codes) {
      const answered = answeredOf(code);
      addPresent(own.answered, answered);
      for (let i = 0; i < territories; i++) if (active !== false || answered[i] > 0) own.expected[i]++;
    }
    return own;
  };
  return [
    ofIdentity(),
    ...PROJECT_SECTIONS.map(ofProjects),
    ofList("motivations", "motivation", counts.motivations),
    ofList("actors", "statement", counts.statements),
  ];
}

function addPresent(to: Int32Array, answered: ArrayLike<number>): void {
  for (let i = 0; i < to.length; i++) if (answered[i] > 0) to[i]++;
}

/** The completeness of one territory. */
export function completenessAt(columns: readonly SectionColumns[], place: number): Completeness {
  const sections = columns.map(({ section, answered, expected }): SectionCompleteness => ({
    section,
    answered: answered[place],
    expected: expected[place],
  }));
  const sum = (part: "answered" | "expected") =>
    sections.reduce((total, section) => total + section[part], 0);
  return { sections, answered: sum("answered"), expected: sum("expected") };
}

const knownFields = (codebook: Codebook, table: TableId, ids: readonly string[]): string[] => {
  const known = new Set(codebook.table(table).fields.map(({ id }) => id));
  return ids.filter((id) => known.has(id));
};

/**
 * How much of what is expected of a territory is answered. Expected are: its identity; for each project it
 * declares the status, measure, means and the three fields of governance, one project at least; a rank for
 * each motivation; an agreement with each statement. A row marked rejected or duplicate expects nothing; a
 * late one does, as it was returned. Cells come as they are: the base would fold "NR" and blank together.
 */
export function completenessOf(codebook: Codebook, answers: TerritoryAnswers): Completeness {
  const returned = (rows: TerritoryAnswers["actors"]) =>
    rows.filter(({ inclusion }) => isReturned(codebook, codebook.reader("inclusion").read(inclusion)));
  const projects = returned(answers.projects);
  const codes = (rows: TerritoryAnswers["actors"], list: string, field: string, answer: string) => {
    const reader = codebook.reader(list);
    return new Set(
      returned(rows).flatMap((row) => {
        const about = reader.read(row[field]);
        return about.kind === "code" && isAnswered(row[answer]) ? [about.code] : [];
      }),
    );
  };
  const ranked = answers.motivations.filter(({ meaning }) => isBlank(meaning));
  const motivations = codes(ranked, "motivation", "motivation", "rank");
  const statements = codes(answers.actors, "statement", "statement", "agreement");
  const columns = completenessColumns(codebook, {
    territories: 1,
    identity: (field) => [Number(isAnswered(answers.panel?.[field]))],
    projects: [projects.length],
    answered: (field) => [projects.filter((row) => isAnswered(row[field])).length],
    motivations: (code) => [Number(motivations.has(code))],
    statements: (code) => [Number(statements.has(code))],
  });
  return completenessAt(columns, 0);
}

/** Whether a row belongs to what was returned: it is not left out, or only because it came late. */
export function isReturned(codebook: Codebook, answer: Answer): boolean {
  if (answer.kind !== "code") return true;
  return (
    codebook.code("inclusion", answer.code)?.leftOut !== true ||
    answer.code === inclusionCode(codebook, "late")
  );
}

/** French labels the codes of the list are found by; a label that was changed stays readable. */
const INCLUSION = { late: "Tardive", rejected: "Rejetée", duplicate: "Doublon" } as const;

/** The code that leaves a row out of its edition for a reason, if the code book has one. */
export function inclusionCode(codebook: Codebook, reason: keyof typeof INCLUSION): number | null {
  const answer = codebook.reader("inclusion").read(INCLUSION[reason]);
  return answer.kind === "code" && codebook.code("inclusion", answer.code)?.leftOut ? answer.code : null;
}

/**
 * The share of expected cells that are answered; NaN when nothing is expected.
 * @example completenessShare({ answered: 3, expected: 4 }) // 0.75
 */
export function completenessShare({
  answered,
  expected,
}: Pick<Completeness, "answered" | "expected">): number {
  return answered / expected;
}
