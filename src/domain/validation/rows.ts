import type { Field, TableId } from "../codebook";
import { anomaly, type Anomaly } from "../messages";
import { normalizeText } from "../text/normalize";
import { isBlank } from "../values/answer";
import { checkCell, type CheckContext } from "./cells";

/** A row of a table by field id, as its cells hold it; fields whose column is missing are absent. */
export type Row = Readonly<Record<string, unknown>>;

/** Answers with this code of column "Prise en compte", or none, count in the edition. */
const INCLUDED = 1;

/** Whether nothing is in the row: blank rows between others are no answers and no anomalies. */
export function isBlankRow(row: Row): boolean {
  for (const id in row) if (!isBlank(row[id])) return false;
  return true;
}

/** Everything wrong with one row, judged alone; rows that repeat one another are `TableChecker`'s matter. */
export function checkRow(context: CheckContext, table: TableId, row: Row, index: number): Anomaly[] {
  if (isBlankRow(row)) return [];
  const found: Anomaly[] = [];
  for (const field of context.codebook.table(table).fields) {
    if (!(field.id in row)) continue;
    const problem = checkCell(context, table, field, row[field.id], index);
    if (problem) found.push(problem);
  }
  if (table === "projects") found.push(...checkListedProject(context, row, index));
  if (table === "panel") found.push(...checkCode(row, index), ...checkPopulation(context, row, index));
  return found;
}

/** A listed project under another domain, or typed again in other words. */
function checkListedProject(context: CheckContext, row: Row, index: number): Anomaly[] {
  const { codebook, language } = context;
  const value = row.project;
  if (isBlank(value) || typeof value !== "string") return [];
  const domain = codeOf(context, codebook.field("projects", "domain"), row.domain);
  if (domain === undefined) return [];
  const place = { table: "projects", row: index, field: "project" } as const;
  if (codebook.findListedProject(value, domain)) return [];
  const elsewhere = codebook.findListedProject(value);
  if (elsewhere) {
    const home = codebook.code("domain", elsewhere.domain);
    return home ? [anomaly("projectOfOtherDomain", "warning", place, { value, domain: home.label })] : [];
  }
  const near = context.nearListed(value, domain);
  if (!near) return [];
  return [
    anomaly("nearListedProject", "warning", place, { value, suggestion: near.label }, near.label[language]),
  ];
}

/** An INSEE code of a department below 10 that Excel has made a number of: its zero is gone. */
function checkCode({ code: value }: Row, index: number): Anomaly[] {
  const typed = String(value ?? "").trim();
  if (!/^[1-9]\d{3}$/.test(typed)) return [];
  const code = `0${typed}`;
  return [
    anomaly("codeLostZero", "warning", { table: "panel", row: index, field: "code" }, { value, code }, code),
  ];
}

/** A population below what its type of territory needs to belong to the panel: most often a typing mistake. */
function checkPopulation(context: CheckContext, row: Row, index: number): Anomaly[] {
  const { codebook } = context;
  const field = codebook.field("panel", "population");
  const type = codeOf(context, codebook.field("panel", "type"), row.type);
  const rule = codebook.edition.populationRules.find((each) => each.type === type);
  const value = row.population;
  if (!rule || typeof value !== "number" || isBlank(value) || value > rule.above) return [];
  const place = { table: "panel", row: index, field: field.id } as const;
  const label = codebook.code(codebook.field("panel", "type").list!, rule.type)!.label;
  return [anomaly("belowPanelThreshold", "warning", place, { value, type: label, above: rule.above })];
}

function codeOf(context: CheckContext, field: Field, value: unknown): number | undefined {
  const answer = context.codebook.reader(field.list!).read(value);
  return answer.kind === "code" ? answer.code : undefined;
}

/**
 * What a row must not share with another row of its table: a territory's project in one domain and edition,
 * a territory's name in the panel. Undefined for rows that cannot repeat another (incomplete, left out).
 */
export function rowKey(context: CheckContext, table: TableId, row: Row): string | undefined {
  const { codebook } = context;
  if (table === "panel") return isBlank(row.name) ? undefined : normalizeText(String(row.name));
  if (table !== "projects" || isBlank(row.territory) || isBlank(row.project)) return undefined;
  const inclusion = codeOf(context, codebook.field("projects", "inclusion"), row.inclusion);
  if (inclusion !== undefined && inclusion !== INCLUDED) return undefined;
  const domain = codeOf(context, codebook.field("projects", "domain"), row.domain);
  const listed = codebook.findListedProject(String(row.project), domain);
  const project = listed ? listed.id : normalizeText(String(row.project));
  const territory = normalizeText(String(row.territory));
  return [String(row.edition ?? ""), territory, domain ?? "", project].join("\u0001");
}

/** The anomaly of a row that repeats an earlier one. */
export function repeated(table: TableId, row: Row, index: number): Anomaly {
  if (table === "panel") {
    return anomaly("duplicateTerritory", "error", { table, row: index, field: "name" }, { value: row.name });
  }
  const params = { value: row.project, territory: row.territory };
  return anomaly("duplicateProject", "warning", { table, row: index, field: "project" }, params);
}
