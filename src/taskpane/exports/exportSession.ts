import { datasetOf, anonymised, type ExportTable } from "../../domain/exports";
import type { Language, Localized } from "../../domain/language";
import { anonymousWords } from "../../domain/messages/exports";
import { newId } from "../../domain/records/ids";
import type { StudyOperations } from "../../excel/contract";
import type { FormulaReport, FrozenPlace } from "../../excel/outContract";
import {
  anonymousWorkbook,
  keyCsv,
  writeExport,
  type CsvOptions,
  type ExportFacts,
  type ExportFormat,
} from "../../files/exports";
import { safeName, zipFiles, type MadeFile } from "../../files/zip";
import { letGo, savedFile, type SavedFile } from "../making/savedFile";
import type { Reporter } from "../study/reporter";
import type { Services } from "../study/services";
import { Store } from "../study/store";
import { exportTexts } from "../texts/exports";

export interface Exported {
  readonly files: readonly SavedFile[];
  readonly tables: readonly { readonly title: Localized; readonly rows: number }[];
  readonly facts: ExportFacts;
}

export interface CopyMade {
  readonly files: readonly SavedFile[];
  /** What is in it, and what is not. */
  readonly said: readonly Localized[];
}

/** What is being made, and how far it is. */
export interface Making {
  readonly what: "data" | "copy";
  readonly label: Localized;
  readonly share?: number;
}

export interface ExportState {
  readonly formats: ReadonlySet<ExportFormat>;
  readonly separator: CsvOptions["separator"];
  readonly bom: boolean;
  readonly labels: Language | null;
  readonly zip: boolean;
  readonly personal: boolean;
  readonly making: Making | null;
  readonly exported: Exported | null;
  readonly codeTerritories: boolean;
  readonly withKey: boolean;
  readonly keepComments: boolean;
  readonly copy: CopyMade | null;
  readonly status: Localized | null;
  readonly report: FormulaReport | null;
  /** Frozen cells that somebody changed: to be decided. */
  readonly changed: readonly FrozenPlace[];
}

/** The ways out of this pane. It knows no React. */
export class ExportSession extends Store<ExportState> {
  private readonly study: StudyOperations;
  private readonly reporter: Reporter;
  private stopping: AbortController | null = null;

  constructor({ study, reporter }: Services) {
    super({
      formats: new Set<ExportFormat>(["csv", "dictionary"]),
      separator: ",",
      bom: true,
      labels: null,
      zip: true,
      personal: false,
      making: null,
      exported: null,
      codeTerritories: false,
      withKey: false,
      keepComments: false,
      copy: null,
      status: null,
      report: null,
      changed: [],
    });
    this.study = study;
    this.reporter = reporter;
  }

  readonly toggle = (format: ExportFormat, on: boolean): void => {
    const formats = new Set(this.get().formats);
    if (on) formats.add(format);
    else formats.delete(format);
    this.patch({ formats });
  };

  /** Reads the base and writes the files chosen. */
  readonly export = (): Promise<void> =>
    this.work("data", async (signal) => {
      this.forget();
      const { formats, separator, bom, zip, personal } = this.get();
      const language = this.get().labels ?? this.study.getState().language;
      const data = await this.study.out.readForExport({ people: personal });
      const dataset = datasetOf(data, { language, personal });
      const now = new Date();
      let facts: ExportFacts = { notUnderstood: 0, cut: 0 };
      const writing = writeExport(
        dataset,
        { formats, csv: { separator, bom }, now },
        ({ share, name }) =>
          this.patch({ making: { what: "data", label: exportTexts.writing(name), share } }),
        signal,
      );
      const files = async function* (): AsyncGenerator<MadeFile> {
        for (;;) {
          const next = await writing.next();
          if (next.done) return void (facts = next.value);
          yield next.value;
        }
      };
      const made: MadeFile[] = [];
      if (zip)
        made.push({ name: `BVN ${safeName(data.editionId)}.zip`, bytes: await zipFiles(files(), now) });
      else for await (const file of files()) made.push(file);
      signal.throwIfAborted();
      const tables = dataset.tables.map(({ title, rows }: ExportTable) => ({ title, rows: rows.length }));
      this.patch({ exported: { files: made.map(savedFile), tables, facts } });
    });

  /** Makes the copy without people. */
  readonly makeCopy = (): Promise<void> =>
    this.work("copy", async (signal) => {
      this.forget();
      const { codeTerritories, withKey, keepComments } = this.get();
      const { language } = this.study.getState();
      // People are read to be taken out of the texts that stay.
      const data = await this.study.out.readForExport({ people: true });
      signal.throwIfAborted();
      const study = anonymised(data, { codeTerritories, keepComments });
      const file = { language, coded: codeTerritories, keptComments: keepComments };
      const bytes = anonymousWorkbook(study, {
        ...file,
        now: new Date(),
        documentId: newId(new Set()),
      });
      const made: MadeFile[] = [
        { name: `${safeName(`BVN ${data.editionId} - ${anonymousWords.file[language]}`)}.xlsx`, bytes },
      ];
      if (codeTerritories && withKey) {
        made.push({
          name: `${safeName(`BVN ${data.editionId} - ${anonymousWords.keyFile[language]}`)}.csv`,
          bytes: keyCsv(study.key, language),
        });
      }
      const said = anonymousWords.leftOut({ ...study.facts, ...file });
      this.patch({ copy: { files: made.map(savedFile), said } });
    });

  /** Stops what is under way; no file is made. */
  readonly stop = (): void => {
    this.study.getState().progress?.cancel?.();
    this.stopping?.abort();
  };

  private async work(what: Making["what"], task: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.get().making) return;
    const stopping = (this.stopping = new AbortController());
    this.patch({ making: { what, label: exportTexts.reading }, status: null });
    try {
      await task(stopping.signal);
    } catch (error) {
      const { name, message } = error as Error;
      const { notice } = error as { notice?: { code: string } };
      if (name === "AbortError" || notice?.code === "exportStopped")
        this.patch({ status: exportTexts.stopped });
      // What the study says is in its state.
      else if (!notice) this.patch({ status: exportTexts.failed(message) });
      if (notice?.code === "exportStopped") this.study.dismissNotice();
    } finally {
      this.stopping = null;
      this.patch({ making: null });
    }
  }

  /** Files are let go, so that others can be made. */
  readonly forget = (): void => {
    const { exported, copy } = this.get();
    letGo([...(exported?.files ?? []), ...(copy?.files ?? [])]);
    this.patch({ exported: null, copy: null, status: null });
  };

  readonly freeze = (scope: "book" | "selection"): Promise<unknown> =>
    this.formulas(() => this.study.out.freezeFormulas(scope));

  readonly thaw = (): Promise<unknown> =>
    this.formulas(async () => this.patch({ changed: await this.study.out.thawFormulas() }));

  readonly repair = (): Promise<unknown> => this.formulas(() => this.study.out.repairFormulas());

  /** What becomes of frozen cells that were changed. */
  readonly decide = (reply: "overwrite" | "keep"): void => {
    const ids = this.get().changed.map(({ id }) => id);
    this.patch({ changed: [] });
    if (reply === "overwrite")
      void this.formulas(() => this.study.out.thawFormulas({ ids, overwrite: true }));
  };

  /** Lists the formulas that others could not read. */
  readonly find = (): Promise<unknown> =>
    this.reporter.attempt(async () => this.patch({ report: await this.study.out.findFormulas() }));

  readonly show = (formula: FormulaReport["found"][number]): Promise<unknown> =>
    this.reporter.attempt(() => this.study.out.showFormula(formula));

  private async formulas(work: () => Promise<unknown>): Promise<void> {
    const listed = this.get().report !== null;
    await this.reporter.attempt(work);
    // A list on the screen is never out of date.
    if (listed) await this.find();
  }
}

export const exportSession = (services: Services): ExportSession => new ExportSession(services);
