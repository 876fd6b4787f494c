import type { Codebook, TableId } from "../codebook";
import type { Localized } from "../language";
import { isBlank } from "../values/answer";

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

const count = (values: readonly unknown[]): number => values.filter(isAnswered).length;

/**
 * How much of what is expected of a territory is answered. Expected are: its identity; for each project it
 * declares the status, measure, means and the three fields of governance, one project at least; a rank for
 * each motivation; an agreement with each statement. A row marked rejected or duplicate expects nothing; a
 * late one does, as it was returned. Cells come as they are: the base would fold "NR" and blank together.
 */
export function completenessOf(codebook: Codebook, answers: TerritoryAnswers): Completeness {
  const fieldsOf = (table: TableId, ids: readonly string[]) => {
    const known = new Set(codebook.table(table).fields.map(({ id }) => id));
    return ids.filter((id) => known.has(id));
  };
  const identity = fieldsOf("panel", IDENTITY);
  const projects = answers.projects.filter((row) => isReturned(codebook, row));
  const byList = (
    section: SectionId,
    rows: TerritoryAnswers["actors"],
    list: string,
    field: string,
    answer: string,
  ): SectionCompleteness => {
    const reader = codebook.reader(list);
    const answered = new Set<number>();
    for (const row of rows) {
      const about = reader.read(row[field]);
      if (about.kind === "code" && isAnswered(row[answer]) && isReturned(codebook, row))
        answered.add(about.code);
    }
    const codes = codebook
      .list(list)
      .codes.filter(({ code, active }) => active !== false || answered.has(code));
    return { section, answered: answered.size, expected: codes.length };
  };
  const sections: SectionCompleteness[] = [
    {
      section: "identity",
      answered: count(identity.map((id) => answers.panel?.[id])),
      expected: identity.length,
    },
    ...PROJECT_SECTIONS.map(([section, ids]): SectionCompleteness => {
      const fields = fieldsOf("projects", ids);
      return {
        section,
        answered: count(projects.flatMap((row) => fields.map((id) => row[id]))),
        expected: fields.length * Math.max(1, projects.length),
      };
    }),
    byList(
      "motivations",
      answers.motivations.filter(({ meaning }) => isBlank(meaning)),
      "motivation",
      "motivation",
      "rank",
    ),
    byList("actors", answers.actors, "statement", "statement", "agreement"),
  ];
  const sum = (part: "answered" | "expected") =>
    sections.reduce((total, section) => total + section[part], 0);
  return { sections, answered: sum("answered"), expected: sum("expected") };
}

/** Whether a row belongs to what was returned: it is not left out, or only because it came late. */
function isReturned(codebook: Codebook, row: Readonly<Record<string, unknown>>): boolean {
  const answer = codebook.reader("inclusion").read(row.inclusion);
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
