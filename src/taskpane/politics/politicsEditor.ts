import type { Localized } from "../../domain/language";
import type { TerritorySheet } from "../../excel/importContract";
import type { PaneStudy } from "../study/operations";
import type { Reporter } from "../study/reporter";
import type { Services } from "../study/services";
import { Store } from "../study/store";
import { politicsTexts } from "../texts/politics";
import { rebased, sameSheet, sheetProblems, type SheetProblems } from "./sheetModel";

/** Something the person must decide before the editor goes on. */
export type SheetQuestion =
  | { readonly kind: "unsaved"; readonly then: () => Promise<void> }
  | { readonly kind: "conflict"; readonly now: TerritorySheet };

export type SheetReply = "save" | "discard" | "keep" | "takeSheet" | "overwrite";

export interface PoliticsState {
  /** The sheet the person started from; null while none is chosen. */
  readonly before: TerritorySheet | null;
  readonly sheet: TerritorySheet | null;
  readonly problems: SheetProblems;
  /** Saving was tried: what is missing or wrong is told from now on. */
  readonly attempted: boolean;
  readonly question: SheetQuestion | null;
  readonly status: Localized | null;
  readonly busy: boolean;
}

const nothing: PoliticsState = {
  before: null,
  sheet: null,
  problems: new Map(),
  attempted: false,
  question: null,
  status: null,
  busy: false,
};

/** The territory a person works on: reads its sheet, guards unsaved changes, saves. It knows no React. */
export class PoliticsEditor extends Store<PoliticsState> {
  private readonly study: PaneStudy;
  private readonly reporter: Reporter;

  constructor(services: Services) {
    super(nothing);
    this.study = services.study;
    this.reporter = services.reporter;
  }

  get dirty(): boolean {
    const { before, sheet } = this.get();
    return before !== null && sheet !== null && !sameSheet(sheet, before);
  }

  readonly choose = (territory: string): void => {
    if (territory !== this.get().before?.territory) this.guard(() => this.show(territory));
  };

  readonly change = (make: (sheet: TerritorySheet) => TerritorySheet): void => {
    const { sheet, before } = this.get();
    if (!sheet || !before) return;
    const next = make(sheet);
    this.patch({ sheet: next, status: null, problems: this.problemsOf(next, before) });
  };

  readonly save = (): Promise<void> => this.run(async () => void (await this.write()));

  readonly revert = (): void => {
    const { before } = this.get();
    this.patch({ sheet: before, problems: new Map(), attempted: false, question: null, status: null });
  };

  /** Reads the sheet again, if nothing typed would be lost by it. */
  readonly reread = (): Promise<void> => {
    const { before, question } = this.get();
    if (!before || this.dirty || question) return Promise.resolve();
    return this.run(() => this.show(before.territory));
  };

  readonly reply = (reply: SheetReply): Promise<void> => {
    const { question } = this.get();
    this.patch({ question: null });
    if (!question || reply === "keep") return Promise.resolve();
    return this.run(async () => {
      if (question.kind === "conflict") {
        const { before, sheet } = this.get();
        this.study.dismissNotice();
        const next = reply === "takeSheet" ? question.now : rebased(question.now, before!, sheet!);
        this.patch({ before: question.now, sheet: next, attempted: false, problems: new Map() });
        return reply === "overwrite" ? void (await this.write()) : undefined;
      }
      if (reply === "save" && !(await this.write())) return;
      if (reply === "discard") this.revert();
      await question.then();
    });
  };

  private guard(then: () => Promise<void>): void {
    if (this.dirty) this.patch({ question: { kind: "unsaved", then } });
    else void this.run(then);
  }

  private async run(work: () => Promise<void>): Promise<void> {
    if (this.get().busy) return;
    this.patch({ busy: true, status: null });
    await this.reporter.attempt(work);
    this.patch({ busy: false });
  }

  private async show(territory: string, status: Localized | null = null): Promise<void> {
    const sheet = await this.study.readTerritory(territory);
    this.patch({ ...nothing, busy: this.get().busy, before: sheet, sheet, status });
  }

  /** Writes what was changed; false when something is wrong or the write was refused. */
  private async write(): Promise<boolean> {
    const { before, sheet } = this.get();
    if (!before || !sheet) return false;
    const problems = this.problemsOf(sheet, before);
    if (problems.size) {
      this.patch({ attempted: true, problems });
      return false;
    }
    if (!this.dirty) {
      this.patch({ status: politicsTexts.nothingToSave });
      return true;
    }
    try {
      await this.study.saveTerritory(sheet, before);
    } catch (error) {
      if ((error as { notice?: { code?: string } }).notice?.code === "conflict") {
        this.patch({ question: { kind: "conflict", now: await this.study.readTerritory(sheet.territory) } });
      }
      throw error;
    }
    await this.show(sheet.territory, politicsTexts.saved);
    return true;
  }

  private problemsOf(sheet: TerritorySheet, before: TerritorySheet): SheetProblems {
    const { codebook, language } = this.study.getState();
    return sheetProblems(codebook, sheet, before, language);
  }
}

/** The territory's sheet of this pane. */
export const politicsEditor = (services: Services): PoliticsEditor => new PoliticsEditor(services);
