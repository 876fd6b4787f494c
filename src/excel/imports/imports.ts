import { inverse, importedDigests, rememberedDecisions, type Refusal } from "../../domain/imports";
import type { Decision, RowChange, StudySnapshot, TableChanges } from "../../domain/imports/types";
import type { Localized } from "../../domain/language";
import { dateOfSerial, nowSerial } from "../../domain/records/dates";
import { newId } from "../../domain/records/ids";
import type { Unfinished } from "../contract";
import { notice, sentence, StudyError } from "../errors";
import type { ImportInput, ImportRecord, TakenBack } from "../importContract";
import { runExcel } from "../session";
import type { Done } from "../study/undo";
import type { StudyContext } from "../study/rows";
import type { Notice } from "../contract";
import * as memory from "./memory";
import { LOST, packChanges, unpackChanges } from "./packing";
import { splitDone } from "./progress";
import { readSnapshot, readTables } from "./snapshot";
import { inRequests, type Step } from "./steps";
import type { Frame, WriteOptions } from "./write";

/** What imports need of the study around them. */
export interface ImportHost {
  context(): StudyContext;
  /** Writes changes and lets the base follow. */
  write(changes: readonly RowChange[], options?: WriteOptions): Promise<void>;
  unfinished(found: Unfinished | null): void;
  say(notice: Notice): void;
}

const today = (): string => dateOfSerial(nowSerial());

/** Imports of the open workbook: written whole, remembered, taken back whole. */
export class Imports {
  private known: memory.Memory = memory.noMemory;
  /** Imports there were when the study was last read for a dry run; null before. */
  private seen: string | null = null;

  constructor(private readonly host: ImportHost) {}

  async snapshot(): Promise<StudySnapshot> {
    const study = this.host.context();
    const [snapshot, known] = await runExcel(async (context) => {
      const read = await readSnapshot(context, study);
      return [read, await memory.readMemory(context, this.known)] as const;
    }, study.run);
    this.known = known;
    this.seen = idsOf(known);
    return snapshot;
  }

  async memory(): Promise<{ decisions: readonly Decision[]; digests: readonly string[] }> {
    const study = this.host.context();
    const { journal } = await runExcel((context) => readTables(context, study, ["journal"]), study.run);
    return { decisions: rememberedDecisions(journal), digests: [...importedDigests(journal)] };
  }

  async list(): Promise<ImportRecord[]> {
    await this.look();
    return this.known.imports.map(recordOf);
  }

  /** Reads what the workbook remembers, and tells of an import that was interrupted. */
  async look(toWrite = false): Promise<void> {
    const { run } = this.host.context();
    this.known = await runExcel((context) => memory.readMemory(context, this.known, { toWrite }), run);
    this.tellUnfinished();
  }

  /** Forgets the workbook that was open. */
  clear(): void {
    this.known = memory.noMemory;
    this.seen = null;
    this.host.unfinished(null);
  }

  private get interrupted(): memory.KnownImport | undefined {
    return this.known.imports.find(({ status }) => status === "writing" || status === "undoing");
  }

  private tellUnfinished(): void {
    const found = this.interrupted;
    this.host.unfinished(found ? { record: recordOf(found), undoing: found.status === "undoing" } : null);
    if (!found) return;
    const { when, files } = found.record;
    this.host.say(
      notice("warning", "importUnfinished", {
        when: when.slice(0, 16).replace("T", " "),
        files: files.map(({ name }) => name),
      }),
    );
  }

  /** Writes an import; requests: one to see what the workbook remembers, one to check, then the writing. */
  async apply(input: ImportInput, options: WriteOptions): Promise<Done<ImportRecord>> {
    const { codebook } = this.host.context();
    await this.look(true);
    if (this.interrupted) throw StudyError.of("unfinishedFirst", {});
    if (this.seen !== null && this.seen !== idsOf(this.known)) throw StudyError.of("importOvertaken", {});
    const { changes, files, counts } = input;
    const before = this.known;
    const id = newId(new Set(before.imports.map((each) => each.id)));
    const record = { id, when: new Date().toISOString(), files, counts };
    const { first, last, entry } = memory.remember(before, record, packChanges(codebook, changes));
    const frame: Frame = { first, last, takeAway: (context) => memory.forget(context, before) };
    await this.writing(() => this.host.write(changes.changes, { ...options, frame }));
    this.known = {
      sheetId: before.sheetId,
      imports: [...before.imports, entry],
      rows: entry.row + entry.count,
    };
    this.seen = null;
    await this.tidy(memory.tooMany(this.known));
    const what = sentence("importDone", { files: files.length, ...counts });
    const revert = async () => {
      const { left } = await this.takeBack(id);
      if (left.length) this.host.say(notice("warning", "importPartlyTakenBack", { left }));
    };
    return { result: recordOf(entry), undo: { code: "importDone", what, revert } };
  }

  /** When even putting back has failed, what is unfinished is found at once. */
  private async writing(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      if (error instanceof StudyError && error.notice.code === "writeHalfDone")
        await this.look().catch(() => undefined);
      throw error;
    }
  }

  /** Takes a whole import back; what somebody has changed since stays and is named. */
  async takeBack(id: string, options: WriteOptions = {}): Promise<TakenBack> {
    await this.look();
    const entry = this.known.imports.find((each) => each.id === id);
    if (!entry || !recordOf(entry).canBeTakenBack) throw StudyError.of("importUnknown", {});
    const { changes, snapshot } = await this.changesOf(entry);
    const back = inverse(snapshot, changes, { today: today() });
    const frame: Frame = {
      first: [memory.setStatus(entry.row, "undoing")],
      last: [memory.setStatus(entry.row, "takenBack")],
      takeAway: (context) => status(context, entry, "done"),
    };
    await this.writing(() => this.host.write(back.changes.changes, { ...options, frame }));
    await this.settled(entry, "takenBack");
    return { record: recordOf(this.entry(id)!), left: back.refused.map(named) };
  }

  private entry(id: string): memory.KnownImport | undefined {
    return this.known.imports.find((each) => each.id === id);
  }

  /** An interrupted import goes on where it stopped. */
  async finish(): Promise<void> {
    const entry = await this.mustBeInterrupted();
    if (entry.status === "undoing") return this.undo();
    const { changes, snapshot } = await this.changesOf(entry);
    const { open } = splitDone(snapshot, changes.changes);
    const lost = open.some((change) => change.kind === "insert" && Object.values(change.row).includes(LOST));
    if (lost) throw StudyError.of("namesLost", {});
    await this.host.write(open, { frame: frameOf([], [memory.setStatus(entry.row, "done")]) });
    await this.settled(entry, "done");
    this.host.unfinished(null);
  }

  /** An interrupted import is taken out again; an interrupted taking back is completed. */
  async undo(): Promise<void> {
    const entry = await this.mustBeInterrupted();
    const { changes, snapshot } = await this.changesOf(entry);
    const { done } = splitDone(snapshot, changes.changes);
    const undoing = entry.status === "undoing";
    const back = inverse(
      snapshot,
      { files: undoing ? changes.files : [], changes: done },
      { today: today() },
    );
    const lines = done.flatMap((change): RowChange[] =>
      !undoing && change.table === "journal" && change.kind === "insert"
        ? [{ kind: "delete", table: "journal", at: null, before: change.row }]
        : [],
    );
    const told = new Set(snapshot.tables.journal.map(lineKey));
    const rest = back.changes.changes.filter(
      (change) => change.kind !== "insert" || !told.has(lineKey(change.row)),
    );
    const last = [memory.setStatus(entry.row, undoing ? "takenBack" : "void")];
    await this.host.write([...rest, ...lines], { frame: frameOf([], last) });
    if (undoing) await this.settled(entry, "takenBack");
    else this.known = { ...this.known, imports: this.known.imports.filter((each) => each !== entry) };
    this.host.unfinished(null);
    if (back.refused.length) {
      this.host.say(notice("warning", "importPartlyTakenBack", { left: back.refused.map(named) }));
    }
  }

  private async mustBeInterrupted(): Promise<memory.KnownImport> {
    await this.look();
    const entry = this.interrupted;
    if (!entry) throw StudyError.of("importUnknown", {});
    return entry;
  }

  private changesOf(entry: memory.KnownImport): Promise<{ changes: TableChanges; snapshot: StudySnapshot }> {
    const study = this.host.context();
    return runExcel(async (context) => {
      const packed = await memory.readChanges(context, entry);
      const snapshot = await readSnapshot(context, study);
      return { changes: unpackChanges(snapshot, packed), snapshot };
    }, study.run);
  }

  private async settled(entry: memory.KnownImport, status: memory.ImportStatus): Promise<void> {
    const now = { ...entry, status };
    this.known = { ...this.known, imports: this.known.imports.map((each) => (each === entry ? now : each)) };
    if (status === "takenBack") await this.tidy([now]);
  }

  /** Lets changes go that are not needed any more; nothing depends on it. */
  private async tidy(entries: readonly memory.KnownImport[]): Promise<void> {
    if (!entries.length) return;
    const steps = entries.flatMap(memory.dropChanges);
    try {
      for (const request of inRequests(steps)) await runExcel((context) => sendAll(context, request));
      const gone = new Set(entries);
      const imports = this.known.imports.map((each) => (gone.has(each) ? { ...each, kept: false } : each));
      this.known = { ...this.known, imports };
    } catch (error) {
      console.warn("BVN: the memory of imports could not be tidied", error);
    }
  }
}

async function sendAll(context: Excel.RequestContext, steps: readonly Step[]): Promise<void> {
  for (const step of steps) step.run(context);
  await context.sync();
}

async function status(
  context: Excel.RequestContext,
  entry: memory.KnownImport,
  to: memory.ImportStatus,
): Promise<void> {
  memory.setStatus(entry.row, to).run(context);
  await context.sync();
}

/** Work on an interrupted import leaves it interrupted when it fails. */
const frameOf = (first: Step[], last: Step[]): Frame => ({ first, last, takeAway: async () => undefined });

const idsOf = ({ imports }: memory.Memory): string =>
  imports.map(({ id, status: is }) => `${id} ${is}`).join();

const lineKey = (row: Readonly<Record<string, unknown>>): string =>
  ["operation", "file", "digest"].map((field) => String(row[field] ?? "")).join("\u0001");

const recordOf = ({ record, status: is, kept }: memory.KnownImport): ImportRecord => ({
  ...record,
  canBeTakenBack: is === "done" && kept,
});

/** A field or row that was left, as a person knows it. */
function named({ label, field }: Refusal): Localized {
  return {
    fr: [label, field?.fr].filter(Boolean).join(" : "),
    en: [label, field?.en].filter(Boolean).join(": "),
  };
}
