import type { OfficialLookup } from "../population";
import { admitFiles, askFileQuestions, type Admitted } from "./admit";
import { anomaliesOf, compareAnomalies, populationAside, undecidedAsides, waitingAnswers } from "./asides";
import { correctedRejects } from "./corrected";
import { withDoubles } from "./doubles";
import { agreementsOf } from "./agreementRate";
import { RowMaker } from "./drafts";
import { groupRows, type PlannedGroup } from "./groups";
import { mergeGroup } from "./merge";
import type { MergeContext } from "./sides";
import { planPanel } from "./panel";
import { decide, QuestionList, rememberedDecisions } from "./questions";
import { formerRows, prefilledOf } from "./prefilled";
import { planRespondents } from "./respondents";
import { withoutRankTies } from "./rankTies";
import { remarksOn } from "./remarks";
import { compareText, digestTag, peopleBySource, sourcesIn } from "./source";
import { inclusionOf, knownRows, type KnownRow } from "./tables";
import { PanelIndex } from "./territories";
import type {
  Counts,
  Decision,
  ImportPlan,
  PlannedAnomaly,
  PlannedFile,
  PlannedRow,
  Return,
  StudySnapshot,
} from "./types";
import { normalizeText } from "../text/normalize";

export interface PlanOptions {
  /** Files that were imported before and are read as if they were new: all of them, or those of these digests. */
  readonly reread?: true | ReadonlySet<string>;
  /** Official populations by INSEE code or SIREN, to compare with those returned. */
  readonly official?: OfficialLookup;
}

/**
 * The dry run of an import: what these files would add to the study, change in it, put aside and ask. It
 * writes nothing. The same files in another order give the same plan; files that were imported before change
 * nothing; what was decided on them, now or earlier, is applied.
 * @param decisions Decisions of now; those the journal remembers are known.
 */
export function planImport(
  snapshot: StudySnapshot,
  returns: readonly Return[],
  decisions: readonly Decision[] = [],
  options: PlanOptions = {},
): ImportPlan {
  const { codebook, tables } = snapshot;
  const questions = new QuestionList([...rememberedDecisions(tables.journal), ...decisions]);
  const panel = new PanelIndex(tables.panel);
  const inclusion = inclusionOf(codebook);
  const admitted = admitFiles(snapshot, returns, panel, questions, options.reread);
  const { files } = admitted;
  const known = knownRows(snapshot, panel);
  const panelRows = tables.panel.flatMap((row, at): KnownRow[] => {
    const territory = String(row.name ?? "").trim();
    if (panel.position.get(normalizeText(territory)) !== at) return [];
    return [{ table: "panel", at, row, edition: "", territory, key: "panel" }];
  });
  const letIn = new Set(
    files.filter(({ late, counts }) => late && counts).map(({ returned }) => digestTag(returned.digest)),
  );
  const people = peopleBySource(snapshot);
  const context: MergeContext = {
    codebook,
    questions,
    people,
    settling: new Set(files.flatMap(({ settling, returned }) => (settling ? [returned.digest] : []))),
    waiting: waitingAnswers(tables.rejects),
    isLate: (row) => {
      if (inclusion.late === null || row.inclusion !== inclusion.late) return false;
      const tags = sourcesIn(String(row.source ?? "")).map(({ digest }) => digest);
      return !tags.length || !tags.every((tag) => tag !== null && letIn.has(tag));
    },
  };
  askFileQuestions(questions, files);
  const groups = inOrder(groupRows(codebook, questions, files, known, panelRows), panel);
  const maker = new RowMaker(snapshot, inclusion);
  const eachMerged = groups.flatMap(({ subject, group, renamed }) =>
    mergeGroup(context, group).map((row, nth) => ({
      group,
      merged: row,
      planned: maker.planned(subject, row, nth, row.current ? renamed.get(row.current.at) : undefined),
    })),
  );
  const untied = withoutRankTies(context, known, eachMerged);
  const { merged } = untied;
  const answered = [
    ...withDoubles(snapshot, panel, questions, inclusion, people, known, merged),
    ...untied.more,
  ];
  const rows = [
    ...planPanel(snapshot, files, answered, known),
    ...answered.filter(({ table }) => table !== "panel"),
    ...planRespondents(snapshot, files),
  ];
  const rejects = [
    ...admitted.rejects,
    ...files.flatMap((file) => anomaliesOf(file, ["error"])),
    ...files.flatMap(populationAside),
    ...merged.flatMap(({ group, merged: row }) => undecidedAsides(group, row.undecided)),
    ...untied.rejects,
  ]
    // Rejets has them since the file was imported, unless somebody has dealt with them.
    .filter(({ digest }) => !context.settling.has(digest))
    .sort(compareAnomalies);
  const corrected = correctedRejects(snapshot, files, rejects);
  const settled = [
    ...admitted.settled,
    ...merged.flatMap(({ group, merged: row }) => undecidedAsides(group, row.settled)),
    ...untied.settled,
  ].sort(compareAnomalies);
  const remarks = [
    ...files.flatMap((file) => anomaliesOf(file, ["warning", "info"])),
    ...remarksOn(snapshot, files, rows, known, options.official),
  ].sort(compareAnomalies);
  const asked = questions.all();
  const former = formerRows(known);
  const rowsOf = byDigest(rows, ({ files: from }) => from);
  const asidesOf = byDigest(rejects, ({ digest }) => [digest]);
  return {
    snapshot,
    files: files.map((file) => ({
      ...plannedFile(file, rowsOf, asidesOf),
      prefilled: file.status === "new" ? prefilledOf(codebook, file, former) : null,
    })),
    rows,
    questions: asked,
    rejects,
    settled,
    freed: untied.freed,
    corrected,
    remarks,
    agreements: agreementsOf(groups, people),
    decisions: asked.flatMap((question) =>
      question.decided === null ? [] : [decide(question, question.decided)],
    ),
    ...countsOf(rows, rejects),
  };
}

const TABLES = ["panel", "projects", "motivations", "actors"];

/** Territories as the panel has them, then tables, then as the first file has its rows. */
function inOrder(groups: readonly PlannedGroup[], panel: PanelIndex): PlannedGroup[] {
  const places = new Map<string, number>();
  const placeOf = (territory: string): number => {
    let at = places.get(territory);
    if (at === undefined)
      places.set(territory, (at = panel.position.get(normalizeText(territory)) ?? Infinity));
    return at;
  };
  const keyed = groups.map((planned) => ({
    planned,
    at: placeOf(planned.subject.territory),
    table: TABLES.indexOf(planned.group.table),
    domain: Number(planned.subject.fixed.domain ?? 0),
  }));
  keyed.sort(
    (a, b) =>
      compare(a.at, b.at) ||
      a.table - b.table ||
      compareText(a.planned.group.edition, b.planned.group.edition) ||
      compare(a.domain, b.domain) ||
      compare(a.planned.order, b.planned.order) ||
      compareText(a.planned.subject.groupKey, b.planned.subject.groupKey),
  );
  return keyed.map(({ planned }) => planned);
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

function countsOf(rows: readonly PlannedRow[], rejects: readonly PlannedAnomaly[]): Counts {
  const of = (outcome: PlannedRow["outcome"]) => rows.filter((row) => row.outcome === outcome).length;
  return {
    added: of("added"),
    changed: of("changed"),
    unchanged: of("unchanged"),
    conflicting: of("conflicting"),
    rejected: rejects.length,
  };
}

function byDigest<T>(
  items: readonly T[],
  digestsOf: (item: T) => readonly string[],
): ReadonlyMap<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    for (const digest of digestsOf(item)) {
      const own = found.get(digest);
      if (own) own.push(item);
      else found.set(digest, [item]);
    }
  }
  return found;
}

function plannedFile(
  file: Admitted,
  rows: ReadonlyMap<string, PlannedRow[]>,
  rejects: ReadonlyMap<string, PlannedAnomaly[]>,
): Omit<PlannedFile, "prefilled"> {
  const { returned, status, territory, edition, late } = file;
  const { digest, received, questionnaire } = returned;
  const own = status === "new" ? rows.get(digest) : undefined;
  const aside = status === "repeated" ? undefined : rejects.get(digest);
  const facts = { file: questionnaire.file, digest, received, edition, territory, status, late };
  return { ...facts, absent: questionnaire.absentProjects.length, ...countsOf(own ?? [], aside ?? []) };
}
