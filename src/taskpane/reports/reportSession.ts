import type { Language, Localized } from "../../domain/language";
import { both, FormulaError } from "../../domain/messages";
import type { PeerChoiceId } from "../../domain/indicators/peers";
import { localDay } from "../localDay";
import { letGo, savedFile, type SavedFile } from "../making/savedFile";
import type { Services } from "../study/services";
import { Store } from "../study/store";
import { chosenOf, withChosen } from "../territories/chosen";
import { reportTexts } from "../texts/reports";
import type { ReportNews, ReportOptions, ReportSubject } from "./makeReports";
import { printPage } from "./printPage";

export interface MadeReports {
  readonly file: SavedFile;
  readonly count: number;
}

export interface ReportState {
  readonly chosen: ReadonlySet<string>;
  readonly language: Language;
  readonly peers: PeerChoiceId;
  readonly mapOf: string;
  readonly hidesSmallCells: boolean;
  readonly workbook: boolean;
  readonly page: boolean;
  readonly making: boolean;
  readonly news: ReportNews | null;
  readonly made: MadeReports | null;
  readonly status: Localized | null;
}

/** What makes reports is loaded when the first one is asked for. */
const maker = () => import(/* webpackChunkName: "reports" */ "./makeReports");

/** Reports made from the base in memory and handed over as files or printed. It knows no React. */
export class ReportSession extends Store<ReportState> {
  private abort: AbortController | null = null;

  constructor(private readonly services: Services) {
    super({
      chosen: new Set(),
      language: services.study.getState().language,
      peers: "panel",
      mapOf: "maturity",
      hidesSmallCells: true,
      workbook: true,
      page: true,
      making: false,
      news: null,
      made: null,
      status: null,
    });
  }

  readonly choose = (territories: Iterable<string>, on: boolean): void =>
    this.patch({ chosen: withChosen(this.get().chosen, territories, on) });

  /** Those chosen that the panel still has, in its order. */
  chosenNow(): string[] {
    return chosenOf(this.services.study.getState(), this.get().chosen);
  }

  readonly makeChosen = (): Promise<void> =>
    this.make(this.chosenNow().map((territory): ReportSubject => ({ territory })));

  readonly makePanel = (): Promise<void> => this.make([{ panel: true }]);

  /** Opens the browser's print window for one report. */
  readonly print = (subject: ReportSubject): Promise<void> =>
    this.work(async () => {
      const { ReportMaker } = await maker();
      const context = this.services.functionContext();
      if (context?.base) await printPage(new ReportMaker(context, this.options()).page(subject));
    });

  readonly stop = (): void => {
    this.abort?.abort();
    this.patch({ status: reportTexts.stopped });
  };

  /** The file is let go, so that others can be made. */
  readonly forget = (): void => {
    const { made } = this.get();
    if (made) letGo([made.file]);
    this.patch({ made: null, status: null });
  };

  private make(subjects: readonly ReportSubject[]): Promise<void> {
    return this.work(async (signal) => {
      const context = this.services.functionContext();
      if (!context?.base || !subjects.length) return;
      const { ReportMaker, makeReports } = await maker();
      const options = this.options();
      const zipName = `${reportTexts.title[options.language]} ${context.codebook.edition.id}`;
      const file = await makeReports(
        new ReportMaker(context, options),
        subjects,
        zipName,
        (news) => this.patch({ news }),
        signal,
      );
      signal.throwIfAborted();
      this.patch({ made: { file: savedFile(file), count: subjects.length } });
    });
  }

  private async work(act: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.get().making) return;
    this.forget();
    this.abort = new AbortController();
    this.patch({ making: true, news: null });
    try {
      await act(this.abort.signal);
    } catch (error) {
      if ((error as Error).name !== "AbortError") this.patch({ status: reportTexts.failed(detailOf(error)) });
    } finally {
      this.patch({ making: false, news: null });
    }
  }

  private options(): ReportOptions {
    const { language, peers, mapOf, hidesSmallCells, workbook, page } = this.get();
    return { language, peers, mapOf, hidesSmallCells, workbook, page, made: localDay() };
  }
}

/** What to tell of an error; a formula's message is for the person already. */
function detailOf(error: unknown): Localized {
  return error instanceof FormulaError ? error.text : both(() => (error as Error).message);
}

/** The reports of this pane. */
export const reportSession = (services: Services): ReportSession => new ReportSession(services);
