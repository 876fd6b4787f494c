import { readPopulation, type OfficialLookup } from "../population";
import { importMessages } from "../messages/imports";
import type { FileAnomaly } from "../questionnaire/returned";
import { admitFiles, askFileQuestions, type Admitted } from "./admit";
import { agreementsOf } from "./agreementRate";
import { RowMaker } from "./drafts";
import { groupRows, type PlannedGroup } from "./groups";
import { mergeGroup, type MergeContext, type MergedRow } from "./merge";
import { planPanel } from "./panel";
import { decide, QuestionList, rememberedDecisions } from "./questions";
import { planRespondents } from "./respondents";
import { remarksOn } from "./remarks";
import { proposeDoubles, type Declared } from "./shared";
import { baseSource, compareText, digestTag, peopleBySource, sourcesIn } from "./source";
import { inclusionOf, knownRows, type Inclusion, type KnownRow } from "./tables";
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
  /** Files that were imported before are read once more instead of changing nothing. */
  readonly reread?: boolean;
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
  const admitted = admitFiles(snapshot, returns, panel, questions, options.reread === true);
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
    isLate: (row) => {
      if (inclusion.late === null || row.inclusion !== inclusion.late) return false;
      const tags = sourcesIn(String(row.source ?? "")).map(({ digest }) => digest);
      return !tags.length || !tags.every((tag) => tag !== null && letIn.has(tag));
    },
  };
  const groups = groupRows(codebook, questions, files, known, panelRows).sort(inOrder(panel));
  const maker = new RowMaker(snapshot, inclusion);
  const merged = groups.flatMap(({ subject, group, renamed }) =>
    mergeGroup(context, group).map((row, nth) => ({
      group,
      merged: row,
      planned: maker.planned(subject, row, nth, row.current ? renamed.get(row.current.at) : undefined),
    })),
  );
  const answered = withDoubles(snapshot, panel, questions, inclusion, people, known, merged);
  const rows = [
    ...planPanel(snapshot, files, answered, known),
    ...answered.filter(({ table }) => table !== "panel"),
    ...planRespondents(snapshot, files),
  ];
  const rejects = [
    ...admitted.rejects,
    ...files.flatMap((file) => anomaliesOf(file, ["error"])),
    ...files.flatMap(populationAside),
    ...askFileQuestions(questions, files),
    ...merged.flatMap(({ group, merged: row }) => undecidedAsides(group, row)),
  ].sort(compareAnomalies);
  const remarks = [
    ...files.flatMap((file) => anomaliesOf(file, ["warning", "info"])),
    ...remarksOn(snapshot, files, rows, known, options.official),
  ].sort(compareAnomalies);
  const asked = questions.all();
  return {
    snapshot,
    files: files.map((file) => plannedFile(file, rows, rejects)),
    rows,
    questions: asked,
    rejects,
    remarks,
    agreements: agreementsOf(groups, people),
    decisions: asked.flatMap((question) =>
      question.decided === null ? [] : [decide(question, question.decided)],
    ),
    ...countsOf(rows, rejects),
  };
}

/** Territories as the panel has them, then tables, then as the first file has its rows. */
function inOrder(panel: PanelIndex): (a: PlannedGroup, b: PlannedGroup) => number {
  const tables = ["panel", "projects", "motivations", "actors"];
  const at = ({ subject }: PlannedGroup) => panel.position.get(normalizeText(subject.territory)) ?? Infinity;
  return (a, b) =>
    compare(at(a), at(b)) ||
    tables.indexOf(a.group.table) - tables.indexOf(b.group.table) ||
    compareText(a.group.edition, b.group.edition) ||
    compare(Number(a.subject.fixed.domain ?? 0), Number(b.subject.fixed.domain ?? 0)) ||
    compare(a.order, b.order) ||
    compareText(a.subject.groupKey, b.subject.groupKey);
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

interface Merged {
  readonly merged: MergedRow;
  readonly group: PlannedGroup["group"];
  readonly planned: PlannedRow;
}

/** The rows with those marked that a person says are doubles; rows of the base among them are planned too. */
function withDoubles(
  snapshot: StudySnapshot,
  panel: PanelIndex,
  questions: QuestionList,
  inclusion: Inclusion,
  people: ReadonlyMap<string, string>,
  known: readonly KnownRow[],
  merged: readonly Merged[],
): PlannedRow[] {
  const parents = new Map(
    snapshot.tables.panel.map(({ name, parent }) => [
      normalizeText(String(name ?? "")),
      String(parent ?? "").trim(),
    ]),
  );
  const parentOf = (territory: string) => {
    const parent = parents.get(normalizeText(territory));
    return parent ? panel.nameOf(parent) : "";
  };
  const planned = new Set(
    merged.flatMap(({ planned: { table, at } }) => (at === null ? [] : [`${table} ${at}`])),
  );
  type Candidate = Declared & { readonly of: PlannedRow; readonly isPlanned: boolean };
  const candidates: Candidate[] = [];
  for (const {
    planned: row,
    merged: { apart },
    group,
  } of merged) {
    if (row.table !== "projects") continue;
    const { edition, territory, files } = row;
    candidates.push({
      ...{ edition, territory, key: group.key, apart, files, of: row, isPlanned: true },
      text: String(row.after.project ?? ""),
      counts: !row.late && inclusion.counts(row.after),
      isNew: row.before === null,
      source: { ...baseSource(people, row.after), inBase: row.before !== null },
    });
  }
  for (const { table, at, row, edition, territory, key } of known) {
    if (table !== "projects" || planned.has(`projects ${at}`)) continue;
    const text = String(row.project ?? "");
    const of: PlannedRow = {
      ...{ table, edition, territory, at, before: row, after: row, questions: [], files: [], late: false },
      label: { fr: text, en: text },
      outcome: "unchanged",
    };
    const counts = inclusion.counts(row);
    const facts = { edition, territory, key, text, counts, files: [], isNew: false, apart: false };
    candidates.push({ ...facts, of, isPlanned: false, source: baseSource(people, row) });
  }
  const { duplicates, questions: asked } = proposeDoubles(questions, candidates, parentOf);
  const changed = new Map<PlannedRow, PlannedRow>();
  const more: PlannedRow[] = [];
  for (const candidate of candidates) {
    const keys = asked.get(candidate) ?? [];
    const mark = duplicates.has(candidate) && inclusion.duplicate !== null;
    if (!keys.length && !mark) continue;
    const { of } = candidate;
    const row: PlannedRow = {
      ...of,
      after: mark ? { ...of.after, inclusion: inclusion.duplicate } : of.after,
      outcome: mark && of.outcome === "unchanged" ? "changed" : of.outcome,
      questions: [...of.questions, ...keys],
    };
    if (candidate.isPlanned) changed.set(of, row);
    else if (mark) more.push(row);
  }
  return [...merged.map(({ planned: row }) => changed.get(row) ?? row), ...more];
}

function anomaliesOf(
  { status, returned, territory }: Admitted,
  severities: readonly FileAnomaly["severity"][],
): PlannedAnomaly[] {
  if (status !== "new") return [];
  return returned.questionnaire.anomalies
    .filter(({ severity }) => severities.includes(severity))
    .map((anomaly) => ({ ...anomaly, digest: returned.digest, territory }));
}

/** A population that is no number, or one nobody counted, is put aside with what it was read as. */
function populationAside({ status, returned, territory }: Admitted): PlannedAnomaly[] {
  const { fiche, file } = returned.questionnaire;
  const { population } = fiche;
  if (status !== "new" || !population) return [];
  const read = readPopulation(population.value);
  if (read.kind === "number" || read.kind === "missing") return [];
  const { raw: value, place } = population;
  const common = { severity: "error", file, place, value, digest: returned.digest, territory } as const;
  if (read.kind === "invalid") {
    return [{ code: "populationUnread", ...common, ...importMessages.populationUnread({ value }) }];
  }
  const words = importMessages.populationRounded({ value, read: read.value });
  return [{ code: "populationRounded", ...common, ...words, suggestion: String(read.value) }];
}

function undecidedAsides({ territory }: PlannedGroup["group"], { undecided }: MergedRow): PlannedAnomaly[] {
  return undecided.map(({ field, said, others }) => ({
    code: "undecided",
    severity: "error",
    file: said.source.file,
    place: said.place,
    field: field.label,
    value: said.value,
    digest: said.source.digest!,
    territory,
    ...importMessages.undecided({
      field: field.label,
      others: [...new Set(others.map(({ value }) => String(value)))],
    }),
  }));
}

function compareAnomalies(a: PlannedAnomaly, b: PlannedAnomaly): number {
  return (
    compareText(a.territory, b.territory) ||
    compareText(a.file, b.file) ||
    compareText(a.digest, b.digest) ||
    compareText(a.place.sheet ?? "", b.place.sheet ?? "") ||
    compareText(a.place.cell ?? "", b.place.cell ?? "") ||
    compareText(a.code, b.code) ||
    compareText(String(a.value ?? ""), String(b.value ?? ""))
  );
}

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

function plannedFile(
  file: Admitted,
  rows: readonly PlannedRow[],
  rejects: readonly PlannedAnomaly[],
): PlannedFile {
  const { returned, status, territory, edition, late } = file;
  const { digest, received, questionnaire } = returned;
  const own = status === "new" ? rows.filter(({ files }) => files.includes(digest)) : [];
  const aside = status === "repeated" ? [] : rejects.filter((reject) => reject.digest === digest);
  const facts = { file: questionnaire.file, digest, received, edition, territory, status, late };
  return { ...facts, absent: questionnaire.absentProjects.length, ...countsOf(own, aside) };
}
