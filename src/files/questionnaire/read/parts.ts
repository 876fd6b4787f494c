import type { Codebook, Field } from "../../../domain/codebook";
import { ficheFields, meaningsOf } from "../../../domain/questionnaire/questions";
import type { PartId, ReturnedPart, ReturnedQuestionnaire } from "../../../domain/questionnaire/returned";
import { partLabels } from "../../../domain/questionnaire/words";

type Answers = Pick<
  ReturnedQuestionnaire,
  "fiche" | "projects" | "absentProjects" | "motivations" | "statements"
>;

/**
 * How far each part is filled. NR, SO and NSP chosen on purpose are answers; of projects, what is looked for is
 * the fields of those declared, so that a territory is not asked for projects it does not have.
 * @param fields Fields of a project that are counted.
 */
export function completeParts(
  codebook: Codebook,
  fields: readonly Field[],
  { fiche, projects, motivations, statements }: Answers,
  said: ReadonlyMap<string, { readonly filledBy?: string; readonly done?: boolean }>,
): ReturnedPart[] {
  // Code and name are the file's own, a parent not everybody has.
  const asked = ficheFields(codebook).filter(({ id }) => id !== "code" && id !== "name" && id !== "parent");
  const codes = codebook.activeCodes(codebook.field("motivations", "motivation"));
  const meanings = codes.reduce((sum, { code }) => sum + meaningsOf(codebook, code).length, 0);
  const part = (
    id: PartId,
    label: ReturnedPart["label"],
    answered: number,
    expected: number,
  ): ReturnedPart => ({
    part: id,
    label,
    ...said.get(id),
    answered,
    expected,
  });
  const ranked = motivations.reduce((sum, { rank, meanings: own }) => sum + (rank ? 1 : 0) + own.length, 0);
  const domain = codebook.field("projects", "domain");
  return [
    part("identity", partLabels.identity, asked.filter(({ id }) => fiche[id]).length, asked.length),
    ...codebook.list(domain.list!).codes.map(({ code, label }) => {
      const own = projects.filter((project) => project.domain === code);
      const answered = own.reduce(
        (sum, { answers }) => sum + fields.filter(({ id }) => answers[id]).length,
        0,
      );
      return part(`domain${code}`, label, answered, own.length * fields.length);
    }),
    part("motivations", partLabels.motivations, ranked, codes.length + meanings),
    part(
      "statements",
      partLabels.statements,
      statements.length,
      codebook.activeCodes(codebook.field("actors", "statement")).length,
    ),
  ];
}
