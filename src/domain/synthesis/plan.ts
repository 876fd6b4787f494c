import type { Codebook, Field } from "../codebook";
import { againstEachOther, correlations, yearSections } from "./linkPlan";
import { domainSections, fieldSections, leaders } from "./projectPlan";
import { groupLines, numberOf } from "./reading";
import { perTerritory } from "./perTerritory";
import { panelSections, politicsSections, quality } from "./surveyPlan";
import type { Evaluate, Section } from "./types";

/** Fields of the projects that carry codes and mean something to the study. */
function projectFields(codebook: Codebook) {
  const coded = codebook
    .table("projects")
    .fields.filter(({ id, list }) => list && id !== "domain" && id !== "inclusion");
  const isOrdered = ({ list }: Field) => codebook.list(list!).ordered === true;
  return {
    status: coded.find(({ id }) => id === "status"),
    steering: coded.filter((field) => isOrdered(field) && field.id !== "status"),
    governance: coded.filter((field) => !isOrdered(field)),
  };
}

/**
 * The published study as a list of sections, in order: what each one's table is asked for, how it is drawn and
 * what is said of it. The synthesis in the workbook and the panel's report are made from it. It follows the code
 * book: an edition with other lists, fields or domains gets its own sections.
 * @param editions Editions the base holds answers of, the oldest first.
 */
export function synthesisPlan(codebook: Codebook, editions: readonly string[] = []): readonly Section[] {
  const { status, steering, governance } = projectFields(codebook);
  const domain = codebook.field("projects", "domain");
  return [
    ...panelSections(codebook),
    ...politicsSections(codebook),
    ...domainSections(codebook, domain, status),
    ...steering.flatMap((field) => fieldSections(codebook, field, domain, "steering", status)),
    ...againstEachOther(codebook, steering),
    ...governance.flatMap((field) => fieldSections(codebook, field, domain, "governance")),
    leaders(codebook),
    perTerritory(codebook),
    correlations,
    ...yearSections(codebook, domain, editions),
    quality,
  ];
}

/** The plan of a study, by the editions its base holds answers of. */
export function studySections(codebook: Codebook, evaluate: Evaluate): readonly Section[] {
  return synthesisPlan(codebook, editionsAnswered(codebook, evaluate));
}

/** Editions the base holds projects of, the oldest first. */
export function editionsAnswered(codebook: Codebook, evaluate: Evaluate): string[] {
  const edition = codebook.field("projects", "edition").label.fr;
  const table = evaluate({ id: "DISTRIBUTION", args: [edition, edition, "*"] });
  const found = table ? groupLines(table, "fr").filter(({ cells }) => numberOf(cells[1])) : [];
  return found.map(({ label }) => label).sort();
}
