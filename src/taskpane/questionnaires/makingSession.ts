import type { Localized } from "../../domain/language";
import type { QuestionnaireLanguage } from "../../files/questionnaire";
import { contactCode } from "../board/contactCode";
import { letGo, savedFile, type SavedFile } from "../making/savedFile";
import type { PaneStudy } from "../study/operations";
import type { Reporter } from "../study/reporter";
import type { Services } from "../study/services";
import { Store } from "../study/store";
import { chosenOf, withChosen } from "../territories/chosen";
import { questionnaireTexts } from "../texts/questionnaires";
import type { MakeNews, Workshop } from "../worker/protocol";
import { tellStudy } from "../worker/tellStudy";
import { openWorkshop, stopped } from "../worker/workshop";

/** A file that is ready, and for whom. */
export interface Made {
  readonly file: SavedFile;
  readonly count: number;
  readonly prefilled: number;
  readonly territories: readonly string[];
  readonly marked: boolean;
}

export interface MakingState {
  readonly chosen: ReadonlySet<string>;
  readonly language: QuestionnaireLanguage;
  readonly previous: boolean;
  readonly making: boolean;
  readonly news: MakeNews | null;
  readonly made: Made | null;
  readonly status: Localized | null;
}

/** Questionnaires made in the worker and handed over as one file. It knows no React. */
export class MakingSession extends Store<MakingState> {
  private readonly study: PaneStudy;
  private readonly reporter: Reporter;
  private workshop: Workshop | null = null;
  /** Nobody has stopped the making while its workshop opened. */
  private wanted = false;

  constructor(services: Services) {
    super({
      chosen: new Set(),
      language: "fr",
      previous: true,
      making: false,
      news: null,
      made: null,
      status: null,
    });
    this.study = services.study;
    this.reporter = services.reporter;
  }

  readonly choose = (territories: Iterable<string>, on: boolean): void =>
    this.patch({ chosen: withChosen(this.get().chosen, territories, on) });

  /** Makes the questionnaires of the territories chosen, and hands the file over. */
  readonly make = async (): Promise<void> => {
    const { making, language, previous } = this.get();
    const territories = this.chosenNow();
    if (making || !territories.length) return;
    this.forget();
    this.patch({ making: true, news: null, status: null });
    try {
      this.wanted = true;
      const workshop = (this.workshop = await openWorkshop());
      if (!this.wanted) throw stopped();
      await tellStudy(workshop, await this.study.snapshot());
      const request = { territories, language, previous, now: new Date() };
      const made = await workshop.call("make", request, (news) => this.patch({ news }));
      const { count, prefilled } = made;
      this.patch({ made: { file: savedFile(made), count, prefilled, territories, marked: false } });
    } catch (error) {
      if ((error as Error).name !== "AbortError" && !("notice" in (error as object))) {
        this.patch({ status: questionnaireTexts.failed((error as Error).message) });
      }
    } finally {
      this.workshop?.end();
      this.workshop = null;
      this.patch({ making: false, news: null });
    }
  };

  readonly stop = (): void => {
    this.wanted = false;
    this.workshop?.end();
    this.patch({ status: questionnaireTexts.stopped });
  };

  /** Writes into the panel that the questionnaires made were sent that day. */
  readonly markSent = async (day: string): Promise<void> => {
    const { made } = this.get();
    const code = contactCode(this.study.getState().codebook, "sent");
    if (!made || code === undefined) return;
    const done = await this.reporter.attempt(() => this.study.markContact(made.territories, code, day));
    if (done) this.patch({ made: { ...made, marked: true } });
  };

  /** The file is let go, so that others can be made. */
  readonly forget = (): void => {
    const { made } = this.get();
    if (made) letGo([made.file]);
    this.patch({ made: null, status: null });
  };

  /** Those chosen that the panel still has, in its order. */
  chosenNow(): string[] {
    return chosenOf(this.study.getState(), this.get().chosen);
  }
}

/** The making of questionnaires in this pane. */
export const makingSession = (services: Services): MakingSession => new MakingSession(services);
