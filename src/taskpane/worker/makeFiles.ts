import type { Draft } from "../../domain/records/project";
import { normalizeText } from "../../domain/text/normalize";
import { makeQuestionnaires, type PreviousAnswers } from "../../files/questionnaire";
import { zipFiles } from "../../files/zip";
import type { MadeQuestionnaires, MakeNews, MakeRequest } from "./protocol";
import type { StudyParts } from "./studyParts";

/** Questionnaires of territories of the study: one workbook, or a .zip of them. */
export async function makeFiles(
  study: StudyParts,
  { territories, language, previous, now }: MakeRequest,
  tell: (news: MakeNews) => void,
): Promise<MadeQuestionnaires> {
  const { codebook } = study;
  const wanted = new Set(territories.map(normalizeText));
  const rows = study.rows("panel").filter(({ name }) => wanted.has(normalizeText(String(name ?? ""))));
  if (!rows.length) throw new RangeError("No territory of the panel to make a questionnaire for");
  const former = previous ? formerAnswers(study) : () => undefined;
  let prefilled = 0;
  const requests = rows.map((territory) => {
    const answers = former(territory);
    if (answers) prefilled++;
    return { territory, language, previous: answers, documentId: crypto.randomUUID(), now };
  });
  const made = makeQuestionnaires(codebook, requests, tell);
  const common = { count: rows.length, prefilled };
  if (rows.length === 1) {
    const { value } = await made.next();
    if (!value) throw new Error("No questionnaire made");
    return { ...common, ...value };
  }
  const bytes = await zipFiles(made, now);
  const name = `Questionnaires ${codebook.edition.id} (${rows.length}).zip`;
  return { ...common, name, bytes };
}

/** What each territory answered in the last edition before this one that the base has of it. */
function formerAnswers(study: StudyParts): (panel: Draft) => PreviousAnswers | undefined {
  const current = study.codebook.edition.id;
  const tables = ["projects", "motivations", "actors"] as const;
  type Rows = Record<(typeof tables)[number], Draft[]>;
  const found = new Map<string, Map<string, Rows>>();
  for (const table of tables) {
    for (const row of study.rows(table)) {
      const edition = String(row.edition ?? "");
      // Editions are years: what is not earlier is no former answer.
      if (!edition || edition >= current) continue;
      const key = normalizeText(String(row.territory ?? ""));
      const editions = found.get(key) ?? new Map<string, Rows>();
      found.set(key, editions);
      const rows = editions.get(edition) ?? { projects: [], motivations: [], actors: [] };
      editions.set(edition, rows);
      rows[table].push(row);
    }
  }
  return (panel) => {
    const editions = found.get(normalizeText(String(panel.name ?? "")));
    const edition = editions && [...editions.keys()].sort().at(-1);
    return edition === undefined ? undefined : { edition, ...editions!.get(edition)!, panel };
  };
}
