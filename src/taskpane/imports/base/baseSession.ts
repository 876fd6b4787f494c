import type { RowChange } from "../../../domain/imports";
import type { BaseMapping, MappingItem } from "../../../domain/olderBase";
import type { ImportRecord } from "../../../excel/importContract";
import { localDay } from "../../localDay";
import type { PaneStudy } from "../../study/operations";
import type { Reporter } from "../../study/reporter";
import { Store } from "../../study/store";
import type { FileNews, Workshop } from "../../worker/protocol";
import { tellStudy } from "../../worker/tellStudy";

/** What a base needs of the import it is part of. */
export interface BaseHost {
  readonly study: PaneStudy;
  readonly reporter: Reporter;
  /** The worker that has read the file, told the study. */
  workshop(): Promise<Workshop>;
  written(key: string, result: ImportRecord): Promise<void>;
  failed(error: unknown): void;
}

export interface BaseState {
  /** The base being mapped; null when none is. */
  readonly file: FileNews | null;
  readonly mapping: BaseMapping | null;
  /** Choices taken, by the key of their item; the mapping may not know the latest yet. */
  readonly choices: ReadonlyMap<string, string>;
  readonly planning: boolean;
  readonly writing: boolean;
  /** The study has changed since it was compared. */
  readonly stale: boolean;
}

const closed: BaseState = {
  ...{ file: null, mapping: null, choices: new Map() },
  ...{ planning: false, writing: false, stale: false },
};
/** Notices of the Excel layer that comparing again mends. */
const STALE: ReadonlySet<unknown> = new Set(["importStale", "importOvertaken"]);

/** One base of another edition from its file to the study: mapping, choices, writing. It knows no React. */
export class BaseSession extends Store<BaseState> {
  /** The mapping is to be made again once the one under way is. */
  private again = false;

  constructor(private readonly host: BaseHost) {
    super(closed);
  }

  readonly open = (file: FileNews): void => {
    this.patch({ ...closed, file });
    void this.plan();
  };

  /** Nothing of it is kept but the file, which may be opened again. */
  readonly close = (): void => {
    if (this.get().file) this.patch(closed);
  };

  readonly choose = (key: string, option: string): void => this.take([[key, option]]);

  /** Confirms what is proposed for these. */
  readonly confirm = (items: readonly MappingItem[]): void =>
    this.take(items.flatMap(({ key, proposed }) => (proposed === null ? [] : [[key, proposed] as const])));

  /** Leaves these out: the value alone where that is offered, else the rows. */
  readonly leaveOut = (items: readonly MappingItem[]): void =>
    this.take(
      items.flatMap(({ key, options }) => {
        const out = options.find(({ id }) => id === "aside") ?? options.find(({ id }) => id === "leaveOut");
        return out ? [[key, out.id] as const] : [];
      }),
    );

  /** Compares with the study as it stands now. */
  readonly runAgain = async (): Promise<void> => {
    this.patch({ stale: false, planning: true });
    try {
      await tellStudy(await this.host.workshop(), await this.host.study.snapshot());
      this.patch({ planning: false });
      await this.plan();
    } catch (error) {
      this.host.failed(error);
    }
  };

  /** Writes all of it, or nothing. */
  readonly write = async (): Promise<void> => {
    const { file, planning, writing, mapping } = this.get();
    if (!file || planning || writing || !mapping || mapping.open) return;
    this.patch({ writing: true });
    try {
      const workshop = await this.host.workshop();
      const changes: RowChange[] = [];
      const { digests, ...facts } = await workshop.call("baseChanges", { today: localDay() }, (part) => {
        for (const change of part) changes.push(change);
      });
      const input = { ...facts, changes: { files: digests, changes } };
      const result = await this.host.study.applyImport(input);
      this.close();
      await this.host.written(file.key, result);
    } catch (error) {
      this.host.reporter.report(error);
      const { code } = (error as { notice?: { code?: unknown } } | null)?.notice ?? {};
      this.patch({ writing: false, stale: STALE.has(code) });
    }
  };

  private take(choices: readonly (readonly [string, string])[]): void {
    this.patch({ choices: new Map([...this.get().choices, ...choices]) });
    void this.plan();
  }

  /** The mapping with the latest choices; those taken while it is made are in the next one. */
  private async plan(): Promise<void> {
    if (this.get().planning) {
      this.again = true;
      return;
    }
    this.patch({ planning: true });
    try {
      const workshop = await this.host.workshop();
      do {
        this.again = false;
        const { file, choices } = this.get();
        if (!file) return;
        const mapping = await workshop.call("mapBase", { key: file.key, choices: [...choices] });
        if (this.get().file === file) this.patch({ mapping });
      } while (this.again);
      this.patch({ planning: false });
    } catch (error) {
      this.host.failed(error);
    }
  }
}
