import type { Localized } from "../language";
import { both, listed } from "./define";

/** The sentences of one remark on a returned file: what is wrong, what was expected, what to do. */
export interface RemarkText {
  readonly reason: Localized;
  readonly expected?: Localized;
  readonly action: Localized;
}

/** A sentence in both languages. */
export const sentence = (fr: string, en: string): Localized => ({ fr, en });
export const askTerritory = sentence(
  "Demandez la bonne réponse au territoire, ou corrigez le fichier et reprenez-le.",
  "Ask the territory for the right answer, or mend the file and take it again.",
);
export const nothingToDo = sentence("Rien à faire.", "Nothing to do.");
/** Possible answers, as a sentence lists them. */
export const answers = (labels: readonly Localized[]): Localized =>
  both((l) =>
    listed(
      labels.map((label) => label[l]),
      12,
    ),
  );
