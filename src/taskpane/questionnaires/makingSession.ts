import type { Localized } from "../../domain/language";
import type { QuestionnaireLanguage } from "../../files/questionnaire";
import { contactCode } from "../board/contactCode";
import { wholeStudy, type WholeStudy } from "../study/operations";
import type { Reporter } from "../study/reporter";
import type { Services } from "../study/services";
import { Store } from "../study/store";
import { questionnaireTexts } from "../texts/questionnaires";
import type { MakeNews, Workshop } from "../worker/protocol";
import { tellStudy } from "../worker/tellStudy";
import { openWorkshop, stopped } from "../worker/workshop";

/** A file that is ready, and for whom. */
export interface Made {
  readonly url: string;
  readonly name: string;
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
  private readonly study: WholeStudy;
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
    this.study = wholeStudy(services);
    this.reporter = services.reporter;
  }

  readonly choose = (territories: Iterable<string>, chosen: boolean): void => {
    const next = new Set(this.get().chosen);
    for (const territory of territories) {
      if (chosen) next.add(territory);
      else next.delete(territory);
    }
    this.patch({ chosen: next });
  };

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
      const file = await workshop.call("make", request, (news) => this.patch({ news }));
      const url = URL.createObjectURL(new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: file.type }));
      const { name, count, prefilled } = file;
      this.patch({ made: { url, name, count, prefilled, territories, marked: false } });
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
    if (made) URL.revokeObjectURL(made.url);
    this.patch({ made: null, status: null });
  };

  /** Those chosen that the panel still has, in its order. */
  chosenNow(): string[] {
    const { chosen } = this.get();
    return this.study
      .getState()
      .territories.map(({ name }) => name)
      .filter((name) => chosen.has(name));
  }
}

/** The making of questionnaires in this pane. */
export const makingSession = (services: Services): MakingSession => new MakingSession(services);
