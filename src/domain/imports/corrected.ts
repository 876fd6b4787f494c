import type { Language, Localized } from "../language";
import { importWords } from "../messages/imports";
import type { ReadAnswer, ReadAnswers, ReturnedQuestionnaire } from "../questionnaire/returned";
import type { Draft } from "../records/project";
import { normalizeText } from "../text/normalize";
import type { Admitted } from "./admit";
import { placeKey, waitingAnswers } from "./asides";
import type { PlannedAnomaly, StudySnapshot } from "./types";

/** A row of Rejets that another file of the territory has answered for. */
export interface CorrectedReject {
  /** Where it stands in Rejets. */
  readonly at: number;
  readonly row: Draft;
  /** The file that mends it, and its digest. */
  readonly file: string;
  readonly digest: string;
  /** The answer in its place; null where the file as a whole had been refused, and of personal data. */
  readonly answer: string | null;
}

/**
 * What Rejets tells of and is mended by these files: a value whose place holds an answer in a later file of the
 * territory, an answer without a decision whose own file came again with another one there, a file that could
 * not be read and now can. What is put aside again stays.
 */
export function correctedRejects(
  { codebook, tables }: StudySnapshot,
  files: readonly Admitted[],
  asides: readonly PlannedAnomaly[],
): CorrectedReject[] {
  const taken = files.filter(({ status, settling }) => status === "new" && !settling);
  if (!tables.rejects.length || !taken.length) return [];
  const waiting = waitingAnswers(tables.rejects);
  const stillAside = new Set(asides.map(({ digest, place }) => placeKey(digest, place)));
  const answers = taken.map(({ returned: { questionnaire } }) => answersByPlace(questionnaire));
  const personal = new Set(
    codebook
      .table("respondents")
      .fields.flatMap(({ personal, label }) => (personal ? [label.fr, label.en] : [])),
  );
  return tables.rejects.flatMap((row, at): CorrectedReject[] => {
    const text = (field: string) => String(row[field] ?? "");
    const place = { sheet: text("sheetName"), cell: text("cell") };
    for (const [i, { returned, territory }] of taken.entries()) {
      const { file } = returned.questionnaire;
      const mended = { at, row, file, digest: returned.digest };
      if (!place.sheet && !place.cell) {
        if (text("file") === file && !text("fieldName")) return [{ ...mended, answer: null }];
        continue;
      }
      const own = normalizeText(text("rejectedTerritory")) === normalizeText(territory);
      if (!own || stillAside.has(placeKey(returned.digest, place))) continue;
      // Who waits for a decision is answered by a new version of that file only.
      if (waiting.has(placeKey(text("file"), place)) && text("file") !== file) continue;
      const answer = answers[i].get(placeKey("", place));
      if (!answer) continue;
      return [{ ...mended, answer: personal.has(text("fieldName")) ? null : String(answer.raw) }];
    }
    return [];
  });
}

function answersByPlace(returned: ReturnedQuestionnaire): ReadonlyMap<string, ReadAnswer> {
  const { fiche, respondents, projects, motivations, statements } = returned;
  const rows: ReadAnswers[] = [
    fiche,
    ...respondents.map(({ answers }) => answers),
    ...projects.map(({ answers }) => answers),
    ...motivations.flatMap(({ rank, meanings }) => [
      ...(rank ? [{ rank }] : []),
      ...meanings.map((one) => ({ rank: one.rank })),
    ]),
    ...statements.map(({ agreement }) => ({ agreement })),
  ];
  return new Map(
    rows.flatMap((row) => Object.values(row).map((answer) => [placeKey("", answer.place), answer] as const)),
  );
}

/** The row of the Journal that keeps what Rejets told, and says what stands in its place. */
export function correctionRow(
  { row, file, digest, answer }: CorrectedReject,
  day: string,
  language: Language,
): Draft {
  const [sheet, cell, field, territory] = ["sheetName", "cell", "fieldName", "rejectedTerritory"].map((id) =>
    String(row[id] ?? ""),
  );
  const change: Localized = importWords.corrected({
    territory,
    where: [String(row.file ?? ""), [sheet, cell].filter(Boolean).join("!"), field]
      .filter(Boolean)
      .join(", "),
    was: row.value === null || row.value === undefined ? null : String(row.value),
    reason: String(row.reason ?? ""),
    answer,
  });
  return { date: day, operation: importWords.correction[language], file, digest, change: change[language] };
}
