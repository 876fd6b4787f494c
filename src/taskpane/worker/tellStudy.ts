import type { ImportTable, StudySnapshot } from "../../domain/imports";
import type { Workshop } from "./protocol";

/** Rows copied to the worker at once: the page keeps answering between two parts. */
const PART = 1000;

/** Where the official list of territories is. */
export const referenceFolder = (): string => new URL("reference/", document.baseURI).href;

/** Hands a study over to the workshop, part by part. */
export async function tellStudy(workshop: Workshop, snapshot: StudySnapshot): Promise<void> {
  const { codebook, editionId, language, closingDate, tables } = snapshot;
  await workshop.call("study", {
    part: "begin",
    edition: codebook.edition,
    ...{ editionId, language },
    ...(closingDate === undefined ? {} : { closingDate }),
    reference: referenceFolder(),
  });
  for (const [table, rows] of Object.entries(tables) as [
    ImportTable,
    StudySnapshot["tables"][ImportTable],
  ][]) {
    for (let at = 0; at < rows.length; at += PART) {
      await workshop.call("study", { part: "rows", table, rows: rows.slice(at, at + PART) });
    }
  }
}
