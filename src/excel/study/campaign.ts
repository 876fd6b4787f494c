import { writeBoard } from "../board/board";
import { notice, sentence } from "../errors";
import type {
  ImportInput,
  ImportOperations,
  ImportRecord,
  TakenBack,
  TerritorySheet,
} from "../importContract";
import type { Imports } from "../imports/imports";
import { markContact } from "../politics/contact";
import { readTerritory, saveTerritory, type Writer } from "../politics/territory";
import type { StudyWork } from "./work";

/** The survey under way: returned questionnaires, what territories say of themselves, who was asked, the board. */
export class Campaign implements ImportOperations {
  /** @param writer Writes changes of rows, all or none; the base follows. */
  constructor(
    private readonly work: StudyWork,
    private readonly importing: Imports,
    private readonly writer: Writer,
  ) {}

  snapshot(): ReturnType<ImportOperations["snapshot"]> {
    return this.work.operation(sentence("readingStudy", {}), () => this.importing.snapshot());
  }

  importMemory(): ReturnType<ImportOperations["importMemory"]> {
    return this.work.operation(null, () => this.importing.memory());
  }

  imports(): Promise<readonly ImportRecord[]> {
    return this.work.operation(null, () => this.importing.list());
  }

  applyImport(input: ImportInput): Promise<ImportRecord> {
    const digests = input.files.map(({ digest }) => digest).join();
    return this.work.once(`import ${digests}`, () => {
      const label = sentence("writingImport", {});
      return this.work.change(() => this.importing.apply(input, this.work.cancellable(label)), label);
    });
  }

  takeBackImport(id: string): Promise<TakenBack> {
    const { work } = this;
    return work.once(`take back ${id}`, () =>
      work.operation(sentence("takingBack", {}), async () => {
        const back = await this.importing.takeBack(id, work.cancellable(sentence("takingBack", {})));
        work.publish();
        const files = back.record.files.map(({ name }) => name);
        work.say(
          back.left.length
            ? notice("warning", "importPartlyTakenBack", { left: back.left })
            : notice("success", "importTakenBack", { files }),
        );
        return back;
      }),
    );
  }

  finishImport(): Promise<void> {
    return this.interrupted("importFinished", "writingImport", () => this.importing.finish());
  }

  undoImport(): Promise<void> {
    return this.interrupted("importUndone", "takingBack", () => this.importing.undo());
  }

  private interrupted(
    done: "importFinished" | "importUndone",
    doing: "writingImport" | "takingBack",
    task: () => Promise<void>,
  ): Promise<void> {
    const { work } = this;
    return work.once(done, () =>
      work.operation(sentence(doing, {}), async () => {
        work.say(null);
        await task();
        work.publish();
        // What stays because somebody changed it is more to tell.
        if (!work.state().notice) work.say(notice("success", done, {}));
      }),
    );
  }

  readTerritory(territory: string): Promise<TerritorySheet> {
    return this.work.operation(null, () => readTerritory(this.work.context(), territory));
  }

  saveTerritory(sheet: TerritorySheet, before: TerritorySheet): Promise<void> {
    const { work, writer } = this;
    return work.once(`save ${JSON.stringify(sheet)}`, () =>
      work.change(() => saveTerritory(work.context(), writer, sheet, before)),
    );
  }

  markContact(territories: readonly string[], contact: number, date: string): Promise<void> {
    const { work, writer } = this;
    return work.once(`contact ${contact} ${date} ${territories.join()}`, () =>
      work.change(() => markContact(work.context(), writer, territories, contact, date)),
    );
  }

  writeBoard(): Promise<void> {
    const { work, writer } = this;
    return work.once("board", () =>
      work.operation(sentence("writingBoard", {}), async () => {
        const sheet = await writeBoard(work.context(), writer);
        work.publish();
        work.say(notice("success", "boardWritten", { sheet }));
      }),
    );
  }
}
