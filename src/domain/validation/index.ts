import type { Codebook } from "../codebook";
import { editions } from "../codebook";
import type { Language } from "../language";
import type { Anomaly } from "../messages";
import { listedMatcher } from "./listedProjects";
import { TerritoryNames, type CheckContext } from "./cells";
import type { Row } from "./rows";
import { TableChecker } from "./tableChecker";

export { checkCell } from "./cells";
export { isBlankRow, type Row } from "./rows";
export { TableChecker } from "./tableChecker";

/** What rows are checked against. The editions known are the product's and the workbook's own. */
export function checkContext(
  codebook: Codebook,
  language: Language,
  territories: Iterable<string>,
): CheckContext {
  const known = new Set([...editions.map(({ id }) => id), codebook.edition.id]);
  return {
    codebook,
    language,
    territories: new TerritoryNames(territories),
    editions: [...known],
    nearListed: listedMatcher(codebook),
  };
}

/** Everything wrong with these rows of the projects table. */
export function checkProjects(
  codebook: Codebook,
  territories: Iterable<string>,
  rows: readonly Row[],
  language: Language = "fr",
): Anomaly[] {
  const checker = new TableChecker("projects", checkContext(codebook, language, territories));
  checker.append(rows);
  return checker.anomalies();
}

/** Everything wrong with these rows of the panel. */
export function checkPanel(codebook: Codebook, rows: readonly Row[], language: Language = "fr"): Anomaly[] {
  const checker = new TableChecker("panel", checkContext(codebook, language, []));
  checker.append(rows);
  return checker.anomalies();
}
