import type { Codebook } from "../../domain/codebook";

/** French labels that codes of the contact list are found by, however the team has renumbered them. */
const LABELS = { sent: "Questionnaire envoyé", reminded: "Relancé" } as const;

/** The code for a step of following a territory, if the code book has it. */
export function contactCode(codebook: Codebook, step: keyof typeof LABELS): number | undefined {
  const { list } = codebook.field("panel", "contact");
  const answer = codebook.reader(list!).read(LABELS[step]);
  return answer.kind === "code" ? answer.code : undefined;
}
