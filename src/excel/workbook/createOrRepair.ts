import {
  Codebook,
  codebookFromCodes,
  editionById,
  type CodesTableRow,
  type Edition,
} from "../../domain/codebook";
import type { Language, Localized } from "../../domain/language";
import { StudyError, toStudyError } from "../errors";
import { runExcel, type RunOptions } from "../session";
import { identifyTables } from "../tables/headers";
import { bodyRows, shapeOf } from "../tables/read";
import { applyPlan } from "./apply";
import { readDetails } from "./details";
import { editionOf } from "./identity";
import { inspect, type BookFacts } from "./inspect";
import { planRepair } from "./plan";
import type { Plan } from "./planTypes";
import { rollback } from "./rollback";

export interface RepairOutcome {
  readonly isNew: boolean;
  readonly edition: Edition;
  readonly done: readonly Localized[];
  readonly plan: Plan;
}

/**
 * Makes the workbook a study workbook, or mends the one it is: sheets, tables, columns, names, lists,
 * validations, formats. It only adds and sets; nothing of anybody's is deleted or overwritten. Read in three
 * to five requests, written in one; a failure while writing takes away what had been added.
 */
export async function createOrRepair(
  options: { editionId?: string; language: Language } & RunOptions,
): Promise<RepairOutcome> {
  let before: BookFacts | undefined;
  let writing: Plan | undefined;
  try {
    return await runExcel(async (context) => {
      const facts = await inspect(context);
      before = facts;
      const language = facts.identity.language ?? options.language;
      const edition = options.editionId ? editionById(options.editionId) : editionOf(facts.identity);
      const codebook = await workbookCodebook(context, facts, edition);
      const plan = planRepair({
        facts,
        codebook,
        language,
        ...(await readDetails(context, facts, codebook)),
      });
      refuse(plan, facts);
      if (plan.done.length || plan.names.size) {
        writing = plan;
        applyPlan(context, plan, facts);
        await context.sync();
      }
      return { isNew: plan.isNew, edition, done: plan.done, plan };
    }, options);
  } catch (error) {
    const why = toStudyError(error);
    if (!writing || !before) throw why;
    const code = (await rollback(before, writing)) ? "creationFailed" : "creationHalfDone";
    throw StudyError.of(code, { why: why.notice.message }, error);
  }
}

/** The edition as the workbook's `Codes` table changes it; the table's lines are few and read at once. */
async function workbookCodebook(
  context: Excel.RequestContext,
  facts: BookFacts,
  edition: Edition,
): Promise<Codebook> {
  const shipped = new Codebook(edition);
  const codes = identifyTables(shipped, facts.tables).tables.get("codes");
  if (!codes) return shipped;
  const shape = shapeOf(shipped.table("codes"), codes);
  const body = bodyRows(context, shape, 0, codes.rowCount);
  await context.sync();
  return codebookFromCodes(edition, codesRows(shape, body.values)).codebook;
}

/** Rows of the `Codes` table in the order of its fields, wherever its columns stand. */
export function codesRows(
  shape: ReturnType<typeof shapeOf>,
  rows: readonly (readonly unknown[])[],
): CodesTableRow[] {
  const columns = shape.definition.fields.map(({ id }) => shape.map.columns.get(id));
  return rows.map(
    (row) => columns.map((at) => (at === undefined ? "" : row[at])) as unknown as CodesTableRow,
  );
}

/** Stops before anything is written when Excel would stop in the middle. */
function refuse(plan: Plan, facts: BookFacts): void {
  if (!plan.done.length && !plan.names.size) return;
  const [unclear] = plan.identified.ambiguous;
  if (unclear) {
    throw StudyError.of("ambiguousTables", {
      original: plan.codebook.table(unclear.id).name,
      candidates: unclear.candidates.map(({ name, sheet }) => `${name} (${sheet})`),
    });
  }
  const adds = plan.tables.some(({ sheet }) => sheet.isNew) || Object.values(plan.sheets).some(Boolean);
  if (adds && facts.structureProtected) throw StudyError.of("protectedWorkbook", {});
  for (const table of plan.tables) {
    const touched =
      !table.found ||
      table.renameTo ||
      table.definition.id === "journal" ||
      table.addColumns.length > 0 ||
      table.fields.some(({ mend, rules }) => mend.formats || mend.numberFormat || (mend.rule && rules.rule));
    const sheet = facts.sheets.find(({ name }) => name === table.sheet.name);
    if (touched && sheet?.protected) throw StudyError.of("protectedSheet", { sheet: sheet.name });
  }
}
