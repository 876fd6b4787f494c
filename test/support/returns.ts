import type { Return, StudySnapshot } from "../../src/domain/imports";
import type {
  FileAnomaly,
  FileQuestion,
  ReadAnswers,
  ReturnedQuestionnaire,
} from "../../src/domain/questionnaire/returned";
import type { Draft } from "../../src/domain/records/project";
import { codebook2014 } from "./base";

/** Answers of a row as a test writes them. */
type Answers = Readonly<Record<string, string | number>>;

/** A returned file as a test writes it: what it says, and nothing that it does not. */
export interface Filled {
  readonly file?: string;
  readonly digest: string;
  readonly received?: string;
  readonly edition?: string;
  readonly territory?: { readonly code: string; readonly name: string };
  readonly who?: string;
  readonly fiche?: Answers;
  readonly projects?: readonly {
    readonly domain: number;
    readonly project: string;
    readonly answers: Answers;
  }[];
  readonly absent?: readonly { readonly domain: number; readonly project: string }[];
  readonly ranks?: Readonly<Record<number, number | string>>;
  readonly meanings?: Readonly<Record<number, readonly number[]>>;
  readonly agreements?: Readonly<Record<number, number | string>>;
  readonly anomalies?: readonly FileAnomaly[];
  readonly questions?: readonly FileQuestion[];
}

const nantes = { code: "44109", name: "Nantes" };

/** The return that the reader would hand over for such a file. */
export function returnOf(filled: Filled): Return {
  const { digest, received = "2014-03-01", edition = "2014", territory = nantes } = filled;
  const file = filled.file ?? `${digest}.xlsx`;
  let row = 5;
  const read = (answers: Answers, sheet: string): ReadAnswers => {
    row++;
    return Object.fromEntries(
      Object.entries(answers).map(([field, value], i) => {
        const place = { sheet, cell: `${String.fromCharCode(67 + i)}${row}` };
        return [field, { raw: value, value, place }];
      }),
    );
  };
  const questionnaire: ReturnedQuestionnaire = {
    kind: "questionnaire",
    file,
    identity: { edition, codebookVersion: "2014.1", documentId: `doc-${territory.code}`, territory },
    fiche: read(filled.fiche ?? {}, "Fiche"),
    respondents: filled.who
      ? [{ answers: read({ personName: filled.who }, "Fiche"), place: { sheet: "Fiche" } }]
      : [],
    projects: (filled.projects ?? []).map(({ domain, project, answers }) => ({
      domain,
      project,
      place: { sheet: "Projets", cell: `B${row + 1}` },
      answers: read(answers, "Projets"),
    })),
    absentProjects: (filled.absent ?? []).map((project) => ({
      ...project,
      place: { sheet: "Projets" },
      answers: {},
    })),
    motivations: codebook2014.list("motivation").codes.map(({ code }) => {
      const rank = filled.ranks?.[code];
      return {
        motivation: code,
        rank: rank === undefined ? undefined : read({ rank }, "Politique").rank,
        meanings: (filled.meanings?.[code] ?? []).map((meaning, i) => ({
          meaning,
          rank: read({ rank: i + 1 }, "Politique").rank,
        })),
        place: { sheet: "Politique" },
      };
    }),
    statements: Object.entries(filled.agreements ?? {}).map(([statement, agreement]) => ({
      statement: Number(statement),
      agreement: read({ agreement }, "Politique").agreement,
      place: { sheet: "Politique" },
    })),
    parts: [],
    missingFields: [],
    anomalies: filled.anomalies ?? [],
    questions: filled.questions ?? [],
  };
  return { digest, received, questionnaire };
}

/** Codes of the types of territory the tests use. */
const [COMMUNE, URBAN] = [1, 3];

/** Three communes, the group of one of them, and a homonym. */
export const panel: readonly Draft[] = [
  {
    code: "44109",
    name: "Nantes",
    type: COMMUNE,
    parent: "Nantes Métropole",
    region: 17,
    population: 291604,
  },
  { code: "244400404", name: "Nantes Métropole", type: URBAN, parent: null, region: 17, population: 602853 },
  { code: "97411", name: "Saint-Denis", type: COMMUNE, parent: null, region: 17, population: 145347 },
  { code: "93066", name: "Saint-Denis (93066)", type: COMMUNE, parent: null, region: 12, population: 107762 },
  { code: "01004", name: "Ambérieu-en-Bugey", type: COMMUNE, parent: null, region: 22, population: 14359 },
].map((row) => ({
  sizeClass: null,
  respondent: null,
  digitalDepartment: null,
  contact: 3,
  sent: "2014-01-15",
  reminded: null,
  returned: null,
  completeness: null,
  ...row,
}));

/** A study with this panel and nothing else, or with these rows. */
export function study(tables: Partial<StudySnapshot["tables"]> = {}): StudySnapshot {
  return {
    codebook: codebook2014,
    editionId: "2014",
    language: "fr",
    tables: {
      panel,
      projects: [],
      motivations: [],
      actors: [],
      respondents: [],
      rejects: [],
      journal: [],
      ...tables,
    },
  };
}

/** Rows without the fields a test does not speak of. */
export function only(rows: readonly Draft[], ...fields: readonly string[]): Draft[] {
  return rows.map((row) => Object.fromEntries(fields.map((field) => [field, row[field] ?? null])));
}
