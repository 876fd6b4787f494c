/** A study on a headless workbook, for the tests of the Excel layer. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Base } from "../../src/domain/base/base";
import { Codebook, editionById } from "../../src/domain/codebook";
import type { Language } from "../../src/domain/language";
import { Study, StudyError } from "../../src/excel";
import type { HeadlessExcel } from "../../src/preview/headless";
import { figuresOf, studyEnvironment } from "../../src/functions";
import { synthesisMap } from "../../src/taskpane/results/synthesisMap";
import { closeBook, newBook } from "../support/headless";
import { connectBvn } from "./functions-support";

type Rasterize = NonNullable<Parameters<typeof synthesisMap>[3]>;
/** Node draws no pictures: a file that is one stands for the map, whatever is on it. */
const somePicture: Rasterize = async () => ({
  png: readFileSync(join(__dirname, "../../assets/help-80.png")).toString("base64"),
  width: 763,
  height: 650,
});

export interface Bench {
  readonly book: HeadlessExcel;
  readonly study: Study;
  readonly base: Base;
  /** When nothing is under way, events and what follows from them included. */
  settle(): Promise<void>;
  /** Requests sent to Excel while doing something, what follows from its events included. */
  requests(act: () => unknown): Promise<number>;
}

let open: Bench | null = null;

/** Opens a workbook; `created` makes it a study first, `formulas` has its BVN formulas calculated. */
export async function bench(
  options: { lang?: Language; created?: boolean; formulas?: boolean; rasterize?: Rasterize } = {},
): Promise<Bench> {
  const { lang = "fr", created = true, formulas = false, rasterize = somePicture } = options;
  const book = await newBook({ lang });
  const base = new Base(new Codebook(editionById("2014")));
  const study: Study = new Study(base, {
    language: lang,
    figures: () => figuresOf(environment),
    drawMap: (indicator, language) =>
      synthesisMap({ base, evaluate: figuresOf(environment)! }, indicator, language, rasterize),
  });
  const environment = studyEnvironment(study, base);
  if (formulas) await connectBvn(book, environment, lang);
  const settle = async () => {
    for (let i = 0; i < 3; i++) {
      await book.host.settled();
      await new Promise((resolve) => setTimeout(resolve, 25));
      await study.idle();
    }
    await book.host.settled();
  };
  const requests = async (act: () => unknown) => {
    const before = book.host.counters.requests;
    await act();
    await settle();
    return book.host.counters.requests - before;
  };
  open = { book, study, base, settle, requests };
  await study.open();
  if (created) {
    await study.createOrRepair();
    await settle();
    study.dismissNotice();
  }
  return open;
}

export async function closeBench(): Promise<void> {
  await open?.study.close().catch(() => undefined);
  open = null;
  closeBook();
}

/** Runs a batch of the test's own. */
export const excel = <T>({ book }: Bench, batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  book.Excel.run(async (context) => {
    const result = await batch(context);
    await context.sync();
    return result;
  });

/** The notice an operation is refused with. */
export async function refusal(operation: Promise<unknown>) {
  try {
    await operation;
  } catch (error) {
    if (error instanceof StudyError) return error.notice;
    throw error;
  }
  throw new Error("It was expected to be refused.");
}

/** Names of sheets and tables with their headers and cells: what a person would see. */
export function snapshot(bench: Bench): Promise<Record<string, unknown>> {
  return excel(bench, async (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    const tables = context.workbook.tables.load("items/name");
    const names = context.workbook.names.load("items/name,items/formula");
    await context.sync();
    const ranges = sheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true).load("address,formulas"));
    const headers = tables.items.map((table) => table.getHeaderRowRange().load("address,values"));
    await context.sync();
    return {
      sheets: sheets.items.map(({ name }) => name),
      cells: ranges.map((range) => (range.isNullObject ? null : [range.address, range.formulas])),
      tables: tables.items.map(({ name }, i) => [name, headers[i].address, headers[i].values]),
      names: names.items.map(({ name, formula }) => [name, formula]).sort(),
    };
  });
}

export const project = (values: Record<string, string | number | null> = {}) => ({
  territory: "Lyon",
  domain: 2,
  project: "Chaufferie collective",
  status: 3,
  ...values,
});
