import type { Codebook } from "../../../domain/codebook";
import { FileNames, type MadeFile } from "../../zip";
import { makeQuestionnaire, type QuestionnaireRequest } from "./make";

export interface MakeProgress {
  readonly done: number;
  readonly total: number;
  readonly name: string;
}

/** Longest run without letting the page breathe, in milliseconds. */
const BLOCK = 24;

/**
 * Questionnaires one after the other; the page keeps answering, and a signal stops between two files.
 * @throws DOMException "AbortError" when the signal says so.
 */
export async function* makeQuestionnaires(
  codebook: Codebook,
  requests: readonly QuestionnaireRequest[],
  onProgress?: (progress: MakeProgress) => void,
  signal?: AbortSignal,
): AsyncGenerator<MadeFile> {
  const names = new FileNames();
  let since = performance.now();
  for (let i = 0; i < requests.length; i++) {
    signal?.throwIfAborted();
    const name = names.nameFor(titleOf(codebook, requests[i]), ".xlsx");
    const bytes = makeQuestionnaire(codebook, requests[i]);
    onProgress?.({ done: i + 1, total: requests.length, name });
    yield { name, bytes };
    if (performance.now() - since > BLOCK) {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
  }
}

/** "Questionnaire 2014 - 73065 Chambery". */
function titleOf(codebook: Codebook, { territory }: QuestionnaireRequest): string {
  return `Questionnaire ${codebook.edition.id} - ${territory.code} ${territory.name}`;
}
