import type { Language } from "../language";
import { importWords } from "../messages/imports";
import type { Codebook } from "../codebook";
import type { Draft } from "../records/project";
import { normalizeText } from "../text/normalize";
import { decisionCell, rememberedDecisions } from "./questions";
import type { Decision, ImportPlan, PlannedAnomaly, PlannedFile, Question } from "./types";
import { sameRow, shownValue } from "./values";

/** The row of Rejets for something put aside. Of personal data the place is told, never the value. */
export function rejectRow(
  codebook: Codebook,
  anomaly: PlannedAnomaly,
  day: string,
  language: Language,
): Draft {
  const { file, place, territory, field, value, reason, expected, action } = anomaly;
  const shown =
    value === undefined
      ? null
      : isPersonal(codebook, anomaly)
        ? importWords.personal[language]
        : String(value);
  return {
    date: day,
    file,
    sheetName: place.sheet ?? null,
    cell: place.cell ?? null,
    rejectedTerritory: territory || null,
    fieldName: field?.[language] ?? null,
    value: shown,
    reason: reason[language],
    expected: expected?.[language] ?? null,
    action: action[language],
  };
}

/** Whether a value belongs to a field that only Répondants may hold. */
function isPersonal(codebook: Codebook, { field }: PlannedAnomaly): boolean {
  if (!field) return false;
  const label = normalizeText(field.fr);
  return codebook
    .table("respondents")
    .fields.some((own) => own.personal && normalizeText(own.label.fr) === label);
}

/** The rows of Rejets an import adds: those that are not there already, whatever their day. */
export function rejectRows({ snapshot, rejects }: ImportPlan, day: string): Draft[] {
  const { codebook, language, tables } = snapshot;
  const key = ({ date: _, ...row }: Draft) =>
    JSON.stringify(
      Object.keys(row)
        .sort()
        .map((id) => String(row[id] ?? "")),
    );
  const known = new Set(tables.rejects.map(key));
  return rejects
    .map((anomaly) => rejectRow(codebook, anomaly, day, language))
    .filter((row) => {
      if (known.has(key(row))) return false;
      known.add(key(row));
      return true;
    });
}

/** The rows of the Journal an import adds: one a file, one a decision that it did not know. */
export function journalRows(plan: ImportPlan, day: string): Draft[] {
  const { snapshot, files, questions, decisions } = plan;
  const remembered = new Map(rememberedDecisions(snapshot.tables.journal).map((known) => [known.key, known]));
  const rows = files
    .filter(({ status }) => status === "new")
    .map((file) => importRow(file, day, snapshot.language));
  for (const decision of decisions) {
    const question = questions.find(({ key }) => key === decision.key);
    const known = remembered.get(decision.key);
    if (!question || (known && decisionCell(known) === decisionCell(decision))) continue;
    rows.push(decisionRow(snapshot.codebook, question, decision, day, snapshot.language));
  }
  const known = snapshot.tables.journal;
  return rows.filter((row) => !known.some((other) => sameRow(other, row)));
}

function importRow(file: PlannedFile, day: string, language: Language): Draft {
  return {
    date: day,
    operation: importWords.imported[language],
    file: file.file,
    digest: file.digest,
    change: importWords.imports(file)[language],
  };
}

/** What was asked, what was answered, and the answers that were not kept: nothing said is lost. */
function decisionRow(
  codebook: Codebook,
  { message, options, field, table }: Question,
  decision: Decision,
  day: string,
  language: Language,
): Draft {
  const chosen = options.find(({ id }) => id === decision.option)!;
  const said = options.flatMap((option) => option.said);
  const asField = table && field ? codebook.table(table).fields.find(({ id }) => id === field) : undefined;
  const answers = new Set(
    said.map(({ value, source, place }) => {
      const shown = asField ? shownValue(codebook, asField, value)[language] : String(value);
      const at = [place.sheet, place.cell].filter(Boolean).join("!");
      return `${shown} (${[source.file, at].filter(Boolean).join(", ")})`;
    }),
  );
  const change = importWords.decided({ question: message, answer: chosen.label })[language];
  return {
    date: day,
    operation: importWords.decision[language],
    file: [...new Set(said.map(({ source }) => source.file))].join(", "),
    digest: decisionCell(decision),
    change: answers.size ? `${change} ${[...answers].join(" ; ")}` : change,
  };
}

/** The row of the Journal that says an import was taken back; its file may then be imported anew. */
export function takenBackRow(
  file: string,
  digest: string,
  rows: number,
  day: string,
  language: Language,
): Draft {
  const change = importWords.rowsBack({ rows })[language];
  return { date: day, operation: importWords.takenBack[language], file, digest, change };
}
