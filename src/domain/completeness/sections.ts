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

export const sectionLabels: Readonly<Record<SectionId, Localized>> = {
  identity: { fr: "Fiche", en: "Identity" },
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

/** How much a territory has answered, as far as completeness looks. */
export interface AnsweredCounts {
  /** Fields of its identity that are answered. */
  readonly identity: (field: string) => boolean;
  /** Projects it declares, those rejected or duplicate left out. */
  readonly projects: number;
  /** How many of them answer a field. */
  readonly answered: (field: string) => number;
  /** Codes of the motivations it ranked, and of the statements it answered. */
  readonly motivations: ReadonlySet<number>;
  readonly statements: ReadonlySet<number>;
}

/** `completenessOf` for answers that are counted already. */
export function completenessOfCounts(codebook: Codebook, counts: AnsweredCounts): Completeness {
  const identity = knownFields(codebook, "panel", IDENTITY);
  const byList = (section: SectionId, list: string, answered: ReadonlySet<number>): SectionCompleteness => {
    const codes = codebook
      .list(list)
      .codes.filter(({ code, active }) => active !== false || answered.has(code));
    return { section, answered: answered.size, expected: codes.length };
  };
  const sections: SectionCompleteness[] = [
    { section: "identity", answered: identity.filter(counts.identity).length, expected: identity.length },
    ...PROJECT_SECTIONS.map(([section, ids]): SectionCompleteness => {
      const fields = knownFields(codebook, "projects", ids);
      return {
        section,
        answered: fields.reduce((sum, field) => sum + counts.answered(field), 0),
        expected: fields.length * Math.max(1, counts.projects),
      };
    }),
    byList("motivations", "motivation", counts.motivations),
    byList("actors", "statement", counts.statements),
  ];
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
  return completenessOfCounts(codebook, {
    identity: (field) => isAnswered(answers.panel?.[field]),
    projects: projects.length,
    answered: (field) => projects.filter((row) => isAnswered(row[field])).length,
    motivations: codes(ranked, "motivation", "motivation", "rank"),
    statements: codes(answers.actors, "statement", "statement", "agreement"),
  });
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
