import type { Language } from "../language";
import { importWords } from "../messages/imports";
import type { Codebook } from "../codebook";
import type { Draft } from "../records/project";
import { normalizeText } from "../text/normalize";
import { placeKey } from "./asides";
import { correctionRow } from "./corrected";
import { decisionCell, importedDigests, rememberedDecisions } from "./questions";
import { digestTag } from "./source";
import type { Decision, ImportPlan, PlannedAnomaly, PlannedFile, Question } from "./types";
import { sameRow, shownValue, valueKey } from "./values";

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

/** What two rows of Rejets are compared by: everything but their day. */
const rejectKey = ({ date: _, ...row }: Draft): string =>
  Object.keys(row)
    .sort()
    .map((field) => (row[field] == null ? "" : valueKey(row[field])))
    .join("\u0001");

/** The rows of Rejets an import adds: those that are not there already, whatever their day. */
export function rejectRows(
  { snapshot, rejects }: Pick<ImportPlan, "snapshot" | "rejects">,
  day: string,
): Draft[] {
  const { codebook, language, tables } = snapshot;
  const known = new Set(tables.rejects.map(rejectKey));
  return rejects
    .map((anomaly) => rejectRow(codebook, anomaly, day, language))
    .filter((row) => {
      const key = rejectKey(row);
      if (known.has(key)) return false;
      known.add(key);
      return true;
    });
}

/** Rows of Rejets that may go: what was undecided and is decided, what was wrong and is mended. */
export function settledRejects({
  snapshot,
  settled,
  freed,
  corrected,
  questions,
}: ImportPlan): { at: number; row: Draft }[] {
  const { codebook, language, tables } = snapshot;
  if (!tables.rejects.length) return [];
  const keys = new Set(settled.map((anomaly) => rejectKey(rejectRow(codebook, anomaly, "", language))));
  // The reader words what it leaves open as a question is worded: reason, then what to do.
  const answered = new Set(
    questions.flatMap(({ kind, decided, message, options }) => {
      const [said] = options[0]?.said ?? [];
      if (kind !== "file" || decided === null || !said) return [];
      const { sheet, cell } = said.place;
      return [[said.source.file, sheet ?? "", cell ?? "", message[language]].join("\u0001")];
    }),
  );
  const mended = new Set(corrected.map(({ at }) => at));
  return tables.rejects.flatMap((row, at) => {
    const place = { sheet: String(row.sheetName ?? ""), cell: String(row.cell ?? "") };
    if (mended.has(at) || freed.has(placeKey(String(row.file ?? ""), place))) return [{ at, row }];
    const { file, sheetName, cell, reason, action } = row;
    const asked = [file, sheetName ?? "", cell ?? "", `${String(reason)} ${String(action)}`].join("\u0001");
    return keys.has(rejectKey(row)) || answered.has(asked) ? [{ at, row }] : [];
  });
}

/** The rows of the Journal an import adds: one a file, one a decision that it did not know. */
export function journalRows(plan: ImportPlan, day: string): Draft[] {
  const { snapshot, files, questions, decisions } = plan;
  const remembered = new Map(rememberedDecisions(snapshot.tables.journal).map((known) => [known.key, known]));
  const imported = importedDigests(snapshot.tables.journal);
  const rows = files
    .filter(
      ({ status, digest, added, changed }) =>
        status === "new" && (added + changed > 0 || !imported.has(digestTag(digest))),
    )
    .map((file) => importRow(file, day, snapshot.language));
  for (const decision of decisions) {
    const question = questions.find(({ key }) => key === decision.key);
    const known = remembered.get(decision.key);
    if (!question || (known && covers(known, decision))) continue;
    rows.push(decisionRow(snapshot.codebook, question, decision, day, snapshot.language));
  }
  for (const mended of plan.corrected) rows.push(correctionRow(mended, day, snapshot.language));
  const known = snapshot.tables.journal;
  return rows.filter((row) => !known.some((other) => sameRow(other, row)));
}

/** Whether a decision that was kept says the same already, on these files and maybe on more. */
const covers = (known: Decision, decision: Decision): boolean =>
  known.option === decision.option && decision.files.every((digest) => known.files.includes(digest));

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
    file: [...new Set(said.map(({ source }) => source.file).filter(Boolean))].join(", "),
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
