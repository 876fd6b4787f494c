import { importMessages, otherAnswers } from "../messages/imports";
import { readPopulation } from "../population/read";
import type { FileAnomaly, FilePlace } from "../questionnaire/returned";
import type { Draft } from "../records/project";
import type { Admitted } from "./admit";
import type { Group, Undecided } from "./sides";
import { compareText } from "./source";
import type { PlannedAnomaly } from "./types";

/** What the reader found in a file that is taken. */
export function anomaliesOf(
  { status, returned, territory }: Admitted,
  severities: readonly FileAnomaly["severity"][],
): PlannedAnomaly[] {
  if (status !== "new") return [];
  return returned.questionnaire.anomalies
    .filter(({ severity }) => severities.includes(severity))
    .map((anomaly) => ({ ...anomaly, digest: returned.digest, territory }));
}

/** A population that is no number, or one nobody counted, is put aside with what it was read as. */
export function populationAside({ status, returned, territory }: Admitted): PlannedAnomaly[] {
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

/** Answers beside another one that came first, each with where it stands in its file. */
export function undecidedAsides({ territory }: Group, answers: readonly Undecided[]): PlannedAnomaly[] {
  return answers.map(({ field, said, others }) => ({
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

/** Where a file says something. */
export const placeKey = (file: string, { sheet, cell }: FilePlace): string =>
  [file, sheet ?? "", cell ?? ""].join("\u0001");

/** The answers that wait in Rejets for a decision, by their place, each with the others it stands beside. */
export function waitingAnswers(rejects: readonly Draft[]): Map<string, string> {
  const { action } = importMessages.undecided({ field: { fr: "", en: "" }, others: [] });
  const waiting = new Map<string, string>();
  for (const row of rejects) {
    if (row.action !== action.fr && row.action !== action.en) continue;
    const place = { sheet: String(row.sheetName ?? ""), cell: String(row.cell ?? "") };
    waiting.set(placeKey(String(row.file ?? ""), place), otherAnswers(String(row.reason ?? "")));
  }
  return waiting;
}

/** By territory, file and place: never by the order files were picked in. */
export function compareAnomalies(a: PlannedAnomaly, b: PlannedAnomaly): number {
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
