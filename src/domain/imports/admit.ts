import { editions } from "../codebook";
import { importMessages, importOptions, importQuestions } from "../messages/imports";
import { waitingAnswers } from "./asides";
import { importedDigests, rememberedDecisions, stableKey, type QuestionList } from "./questions";
import { compareSources, compareText, digestTag, sourceOf } from "./source";
import { territoryOf, type PanelIndex } from "./territories";
import type { FileStatus, PlannedAnomaly, Return, Source, StudySnapshot } from "./types";

/** A returned file with its territory, or the reason why nothing of it is taken. */
export interface Admitted {
  readonly returned: Return;
  readonly source: Source;
  readonly status: FileStatus;
  readonly territory: string;
  readonly edition: string;
  /** It came after the closing date; `counts` says whether a person lets it in all the same. */
  readonly late: boolean;
  readonly counts: boolean;
  /**
   * It was imported before, and is read again only because answers of it wait for a decision: what is decided
   * is taken, nothing else is. Whoever has corrected the base since has the last word.
   */
  readonly settling: boolean;
}

export interface AdmittedFiles {
  readonly files: readonly Admitted[];
  readonly rejects: readonly PlannedAnomaly[];
  /** What was put aside before a person said which territory it is. */
  readonly settled: readonly PlannedAnomaly[];
}

/** Canonical order of files, and of copies of one file: it never depends on the order they were picked in. */
const compareReturns = (a: Return, b: Return): number =>
  compareSources(a, b) || compareText(a.questionnaire.file, b.questionnaire.file);

/** Closing date of an edition: the workbook's own word for its edition, else the edition's definition. */
export function closingDateOf(snapshot: StudySnapshot, edition: string): string | null {
  const { codebook, closingDate } = snapshot;
  if (edition === snapshot.editionId && closingDate !== undefined) return closingDate;
  const known =
    edition === codebook.edition.id ? codebook.edition : editions.find(({ id }) => id === edition);
  return known?.closingDate ?? null;
}

/** Says of every file whether its answers are taken, for which territory, and whether it is late. */
export function admitFiles(
  snapshot: StudySnapshot,
  returns: readonly Return[],
  panel: PanelIndex,
  questions: QuestionList,
  reread: true | ReadonlySet<string> = new Set(),
): AdmittedFiles {
  const imported = importedDigests(snapshot.tables.journal);
  const seen = new Set<string>();
  const rejects: PlannedAnomaly[] = [];
  const settled: PlannedAnomaly[] = [];
  const waiting = waitingFiles(snapshot);
  const known = [...new Set([...editions.map(({ id }) => id), snapshot.codebook.edition.id])];
  const files = [...returns].sort(compareReturns).map((returned): Admitted => {
    const { digest, received, questionnaire } = returned;
    const { edition, territory } = questionnaire.identity;
    const base = {
      returned,
      source: sourceOf(returned),
      edition,
      territory: "",
      late: false,
      counts: true,
      settling: false,
    };
    const aside = (code: string, message: Pick<PlannedAnomaly, "reason" | "expected" | "action">) => {
      const facts = { severity: "error", file: questionnaire.file, place: {}, digest } as const;
      return { code, ...facts, territory: territory.name, ...message };
    };
    if (seen.has(digest)) return { ...base, status: "repeated" };
    seen.add(digest);
    if (!known.includes(edition)) {
      rejects.push(aside("editionUnknown", importMessages.editionUnknown({ edition, known })));
      return { ...base, status: "refused" };
    }
    const wasImported = reread !== true && !reread.has(digest) && imported.has(digestTag(digest));
    const waits = wasImported ? waiting(returned) : null;
    if (wasImported && waits === null) {
      // Where it went is known already: nothing is asked again.
      const name = panel.withCode(territory.code)?.name ?? panel.named(territory.name)[0]?.name ?? "";
      return { ...base, status: "again", territory: name };
    }
    if (asksForItself(returned)) {
      // The reader's own question says more than that nothing is known; once answered, the file is read anew.
      rejects.push(
        ...questionnaire.anomalies
          .filter(({ severity }) => severity === "error")
          .map((anomaly) => ({ ...anomaly, digest, territory: "" })),
      );
      return { ...base, status: "held" };
    }
    const { name, refused } = territoryOf(panel, questions, returned);
    const unknown = aside("territoryUndecided", importMessages.territoryUndecided(territory));
    if (name === null && !refused) {
      rejects.push(unknown);
      return { ...base, status: "held" };
    }
    settled.push(unknown);
    if (name === null) return { ...base, status: "refused" };
    const closing = closingDateOf(snapshot, edition);
    const late = closing !== null && received > closing;
    const counts = !late || isLetIn(questions, returned, name, closing);
    return { ...base, status: "new", territory: name, late, counts, settling: waits === "answers" };
  });
  return { files, rejects, settled };
}

/** A file that names two territories: its reader asks which one, and names none until then. */
function asksForItself({ questionnaire: { identity, questions } }: Return): boolean {
  const { code, name } = identity.territory;
  return !code && !name && questions.length > 0;
}

/**
 * What a file that was imported left waiting for a decision, if anything: a question of the reader nobody had
 * answered, or answers in Rejets beside others that came first.
 */
function waitingFiles({ tables }: StudySnapshot): (returned: Return) => "question" | "answers" | null {
  const names = new Set([...waitingAnswers(tables.rejects).keys()].map((key) => key.split("\u0001")[0]));
  const decided = new Set(rememberedDecisions(tables.journal).map(({ key }) => key));
  return ({ questionnaire: { file, questions } }) => {
    if (questions.some(({ id }) => !decided.has(id))) return "question";
    return names.has(file) ? "answers" : null;
  };
}

function isLetIn(
  questions: QuestionList,
  { digest, received, questionnaire }: Return,
  territory: string,
  closing: string,
): boolean {
  const { identity, file } = questionnaire;
  const chosen = questions.ask({
    key: stableKey("late", identity.edition, territory, digest),
    kind: "late",
    required: false,
    edition: identity.edition,
    territory,
    group: stableKey("late", identity.edition),
    message: importQuestions.late({ territory, file, received, closing }),
    options: [
      { id: "leaveOut", role: "apart", label: importOptions.leaveOut, said: [] },
      { id: "letIn", role: "letIn", label: importOptions.letIn, said: [] },
    ],
    files: [digest],
  });
  return chosen?.role === "letIn";
}

/**
 * What the reader left open in the files that are taken, asked here so that all questions stand in one place.
 * The reader itself puts aside what waits for an answer, and takes it when it reads with the decision.
 */
export function askFileQuestions(questions: QuestionList, files: readonly Admitted[]): void {
  for (const { status, returned, territory, edition, source } of files) {
    if (status !== "new" && status !== "held") continue;
    const { file, questions: open } = returned.questionnaire;
    for (const { id, code, place, message, options } of open) {
      questions.ask({
        key: id,
        kind: "file",
        required: true,
        edition,
        territory,
        group: stableKey("file", code),
        message,
        options: options.map((option) => ({
          ...option,
          role: "other",
          said: [{ value: file, source, place }],
        })),
        files: [returned.digest],
      });
    }
  }
}
