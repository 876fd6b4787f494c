import type { Codebook } from "../../../domain/codebook";
import { fileRemarks } from "../../../domain/messages/files";
import { projectFields } from "../../../domain/questionnaire/questions";
import type {
  FileDecisions,
  RefusedQuestionnaire,
  ReturnedQuestionnaire,
} from "../../../domain/questionnaire/returned";
import type { ReadWorkbook } from "../../xlsx/types";
import { CellAnswers } from "./cells";
import { choosePlaces } from "./choose";
import { readFiche, readParts, readRespondents } from "./fiche";
import { byBlock, type Located } from "./find";
import { HeaderIndex } from "./headers";
import { readIdentity } from "./identity";
import { completeParts } from "./parts";
import { PoliticsReader } from "./politics";
import { readProjects, type ReadProjects } from "./projects";
import { fileAnomaly, type Remarks } from "./remarks";
import type { BlockId } from "../../../domain/questionnaire/words";

export interface QuestionnaireReading {
  /** Name of the file, for remarks. */
  readonly file: string;
  /** Code books of the editions that are known; the study's own first. */
  readonly codebooks: readonly Codebook[];
  /** What a person has decided about the questions of this file. */
  readonly decisions?: FileDecisions;
  /** Official name of a territory, where known: a code and a name that disagree are said. */
  readonly officialName?: (code: string) => string | undefined;
}

/** Blocks without which a file still is a questionnaire somebody filled in part. */
const ANSWERED: readonly BlockId[] = ["projects", "motivations", "statements"];

/**
 * The answers of a returned questionnaire. It is refused only if it is none, or of an unknown edition; whatever
 * else is wrong is said with its place, and the rest is taken. The same file gives the same result.
 */
export function readQuestionnaire(
  workbook: ReadWorkbook,
  { file, codebooks, decisions = {}, officialName }: QuestionnaireReading,
): ReturnedQuestionnaire | RefusedQuestionnaire {
  if (!codebooks.length) throw new RangeError("No code book to read a questionnaire with");
  const identified = readIdentity(workbook, file, codebooks, decisions, officialName);
  if (identified.kind === "refused") return identified;
  const { identity, codebook, remarks, located } = identified;
  const groups = byBlock(located);
  if (!ANSWERED.some((id) => groups.has(id)) && !groups.has("fiche")) {
    const found = workbook.sheets.map(({ name }) => name);
    return { kind: "refused", file, anomaly: fileAnomaly(file, "notAQuestionnaire", "error", {}, { found }) };
  }
  const places = (id: BlockId): readonly Located[] => choosePlaces(id, groups.get(id) ?? [], remarks);
  for (const { id, table } of HeaderIndex.of(codebook).blocks) {
    if (groups.has(id) || id === "parts" || id === "respondents") continue;
    remarks.add("missingBlock", ANSWERED.includes(id) ? "warning" : "info", {}, { table });
  }

  const withoutValue = new Set(
    workbook.remarks
      .filter(({ remark }) => remark === "formulaWithoutValue")
      .map(({ sheet, cell }) => `${sheet}!${cell}`),
  );
  const cells = new CellAnswers(codebook, remarks, withoutValue);
  const fiche = readFiche(places("fiche"), codebook, cells, remarks);
  const respondents = readRespondents(places("respondents"), codebook, cells, remarks);
  const said = readParts(places("parts"), codebook);
  const read: ReadProjects[] = places("projects").map((place) =>
    readProjects(place, codebook, cells, remarks),
  );
  const politics = new PoliticsReader(codebook, cells, remarks);
  const motivations = politics.motivations(places("motivations"), places("meanings"));
  const statements = politics.statements(places("statements"));
  addFileRemarks(workbook, located, remarks);

  const projects = read.flatMap((one) => one.projects);
  const absentProjects = read.flatMap((one) => one.absent);
  const missingFields = [
    ...fiche.missing.map((field) => ({ table: "fiche", field })),
    // A column is gone only if no part of a table that was split still has it.
    ...(read[0]?.missing ?? [])
      .filter((field) => read.every(({ missing }) => missing.includes(field)))
      .map((field) => ({ table: "projects", field })),
    ...politics.missing,
  ];
  const answers = { fiche: fiche.answers, projects, absentProjects, motivations, statements };
  const missing = new Set(
    missingFields.filter(({ table }) => table === "projects").map(({ field }) => field),
  );
  const fields = projectFields(codebook).filter(({ id, kind }) => kind !== "text" && !missing.has(id));
  return {
    kind: "questionnaire",
    file,
    identity,
    ...answers,
    respondents,
    parts: completeParts(codebook, fields, answers, said),
    missingFields,
    anomalies: remarks.anomalies,
    questions: remarks.questions,
  };
}

/** What the reader of files found, where it concerns the sheets that are read. */
function addFileRemarks(workbook: ReadWorkbook, located: readonly Located[], remarks: Remarks): void {
  const read = new Set(located.map(({ sheet }) => sheet.name));
  for (const { remark, sheet, cell } of workbook.remarks) {
    // Formulas, merges and hidden rows are said with the answers they concern.
    if (remark === "formulaWithoutValue" || remark === "mergedCells" || remark === "hiddenRows") continue;
    if (remark === "hiddenSheet" && !read.has(sheet ?? "")) continue;
    const severity = remark === "macrosIgnored" || remark === "externalLinksIgnored" ? "info" : "warning";
    const words = fileRemarks[remark]({ sheet, cell });
    remarks.addText(remark, severity, { sheet, cell }, { reason: words, action: { fr: "", en: "" } });
  }
}
