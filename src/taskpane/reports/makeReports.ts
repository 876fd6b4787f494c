import { panelReport } from "../../domain/reports/panel";
import type { Report } from "../../domain/reports/model";
import { territoryReport } from "../../domain/reports/territory";
import type { PeerChoiceId } from "../../domain/indicators/peers";
import type { Language } from "../../domain/language";
import { reportPage } from "../../files/reports/page";
import { reportWorkbook } from "../../files/reports/workbook";
import { FileNames, zipFiles, type MadeFile } from "../../files/zip";
import { functionDefinitions } from "../../functions/catalogue";
import type { FunctionContext } from "../../functions/definition";
import { evaluator } from "../../functions/figures";

/** Whose report: the panel's, or a territory's by its name. */
export type ReportSubject = { readonly panel: true } | { readonly territory: string };

export interface ReportOptions {
  readonly language: Language;
  readonly peers: PeerChoiceId;
  /** Id of the indicator that colours the panel's map. */
  readonly mapOf: string;
  readonly hidesSmallCells: boolean;
  readonly workbook: boolean;
  readonly page: boolean;
  /** ISO date of today. */
  readonly made: string;
}

export interface ReportNews {
  readonly done: number;
  readonly total: number;
  readonly name: string;
}

/** Makes the reports of one state of the base; what they share is computed once. */
export class ReportMaker {
  private readonly evaluate;

  constructor(
    private readonly context: FunctionContext,
    private readonly options: ReportOptions,
  ) {
    this.evaluate = evaluator(functionDefinitions, context);
  }

  report(subject: ReportSubject): Report {
    const { evaluate } = this;
    const { anomalies } = this.context;
    const base = this.context.base!;
    const { language, made, peers, mapOf, hidesSmallCells } = this.options;
    if ("panel" in subject) {
      return panelReport({ base, evaluate, language, mapOf, hidesSmallCells, made });
    }
    const { territory } = subject;
    return territoryReport({ base, evaluate, language, territory, peers, anomalies, made });
  }

  /** The report as a page to print. */
  page(subject: ReportSubject): string {
    return reportPage(this.report(subject), document);
  }

  /** The files of a report, in the forms asked for. */
  async files(report: Report, names: FileNames): Promise<MadeFile[]> {
    const files: MadeFile[] = [];
    if (this.options.workbook)
      files.push({ name: names.nameFor(report.fileTitle, ".xlsx"), bytes: await reportWorkbook(report) });
    if (this.options.page) {
      const bytes = new TextEncoder().encode(reportPage(report, document));
      files.push({ name: names.nameFor(report.fileTitle, ".html"), bytes });
    }
    return files;
  }
}

/**
 * Reports one after the other, as one file or a .zip of them; the pane keeps answering in between.
 * @throws DOMException "AbortError" when the signal says so.
 */
export async function makeReports(
  maker: ReportMaker,
  subjects: readonly ReportSubject[],
  zipName: string,
  onNews: (news: ReportNews) => void,
  signal: AbortSignal,
): Promise<MadeFile> {
  const names = new FileNames();
  async function* made(): AsyncGenerator<MadeFile> {
    for (let i = 0; i < subjects.length; i++) {
      signal.throwIfAborted();
      const report = maker.report(subjects[i]);
      onNews({ done: i, total: subjects.length, name: report.title });
      yield* await maker.files(report, names);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  if (subjects.length === 1) {
    const files: MadeFile[] = [];
    for await (const file of made()) files.push(file);
    const [only, ...others] = files;
    if (!others.length) return only;
    return { name: `${zipName}.zip`, bytes: await zipFiles([only, ...others], new Date()) };
  }
  return { name: `${zipName}.zip`, bytes: await zipFiles(made(), new Date()) };
}
