import type { Codebook } from "../../../domain/codebook";
import type { Draft } from "../../../domain/records/project";
import { words } from "../../../domain/questionnaire/words";
import { writeWorkbook, type Book, type DefinedName } from "../../xlsx/write";
import { identityNames, KIND } from "../identity";
import { codesSheet } from "./codesSheet";
import { ficheSheet } from "./ficheSheet";
import { Lists } from "./lists";
import type { Making, PreviousAnswers } from "./making";
import { politicsSheet } from "./politicsSheet";
import { projectsSheet } from "./projectsSheet";
import { readmeSheet } from "./readmeSheet";
import { Speech, type QuestionnaireLanguage } from "./speech";

/** For whom a questionnaire is made, and how. */
export interface QuestionnaireRequest {
  /** The territory's row of the panel: code, name, type, parent, region, population … */
  readonly territory: Draft;
  readonly language: QuestionnaireLanguage;
  /** Its answers of the last edition, shown in blue to be checked. */
  readonly previous?: PreviousAnswers;
  /** Tells two files of one territory apart. */
  readonly documentId: string;
  readonly now: Date;
}

/**
 * The questionnaire of one territory, as an .xlsx file: everything in it comes from the code book. About 10 ms.
 * The same request gives the same bytes.
 * @throws RangeError for a territory without code and name.
 */
export function makeQuestionnaire(codebook: Codebook, request: QuestionnaireRequest): Uint8Array {
  return writeWorkbook(questionnaireBook(codebook, request));
}

/** The questionnaire as a model, before it is written. */
export function questionnaireBook(codebook: Codebook, request: QuestionnaireRequest): Book {
  const { territory, language, previous, documentId, now } = request;
  if (!territory.code || !territory.name)
    throw new RangeError("A questionnaire needs a territory with code and name");
  const speech = Speech.of(codebook, language);
  const making: Making = { codebook, speech, lists: new Lists(speech), territory, previous, documentId };
  const fiche = ficheSheet(making);
  const projects = projectsSheet(making);
  const politics = politicsSheet(making);
  const sections = [...fiche.sections, ...projects.figures.sections, ...politics.sections];
  const readme = readmeSheet(making, sections, projects.figures);
  // Last: by now all lists have been asked for.
  const codes = codesSheet(making);
  const { edition } = codebook;
  const identity = {
    [identityNames.kind]: KIND,
    [identityNames.edition]: edition.id,
    [identityNames.codebook]: edition.version,
    [identityNames.language]: language,
    [identityNames.documentId]: documentId,
    [identityNames.territoryCode]: String(territory.code),
    [identityNames.territoryName]: String(territory.name),
    ...(previous ? { [identityNames.previous]: previous.edition } : {}),
  };
  const constants = Object.entries(identity).map(([name, value]): DefinedName => ({
    name,
    formula: `"${value.replace(/"/g, '""')}"`,
  }));
  return {
    sheets: [readme, fiche.sheet, projects.sheet, politics.sheet, codes.sheet],
    names: [...codes.names, ...constants],
    properties: {
      title: `${words.questionnaire.fr} ${edition.label.fr} – ${territory.name}`,
      creator: edition.label.fr,
      created: now,
      custom: identity,
    },
    lockStructure: true,
  };
}
