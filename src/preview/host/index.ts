/** The preview host: Excel's side of the conversation, on a Univer workbook. See docs/preview.md. */
import "./univer-fixes";
import { IUniverInstanceService } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { Area } from "./address";
import { MAX_ROWS } from "./address";
import type { CellContent } from "./cells";
import { valueOf } from "./cells";
import { HostCore, type HostOptions } from "./core";
import { HostError } from "./errors";
import type { EventListener } from "./events";
import { Executor } from "./executor";
import type { PlannedFault } from "./faults";
import type { FunctionBridge, FunctionsMetadata } from "./functions";
import { OfficeState } from "./office-state";
import { ActionType, type RequestBody, type ResponseBody } from "./protocol";
import { select } from "./classes/range";
import { readFormulas, readTexts, readValues, writeValues } from "./writer";

export type { HostOptions } from "./core";
export type { EventListener, HostEvent } from "./events";
export type { FunctionBridge, FunctionMetadata, FunctionsMetadata } from "./functions";
export type { RequestBody, ResponseBody } from "./protocol";
export type { OfficeTheme, RibbonUpdate } from "./office-state";
export { installClient } from "./client";

/** Excel for the web takes and gives at most 5 MB a request. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

export class PreviewHost {
  /** The parts, for the page and the host's own tests; the add-in's tests need none of them. */
  readonly core: HostCore;
  readonly office = new OfficeState();
  readonly counters = { requests: 0, actions: 0, requestBytes: 0, responseBytes: 0 };
  private queue: Promise<unknown> = Promise.resolve();
  private inFlight = 0;
  private disposed = false;

  constructor(univerAPI: FUniver, options: HostOptions) {
    this.core = new HostCore(univerAPI, options);
  }
  get lang(): "fr" | "en" {
    return this.core.lang;
  }

  /** Requests are carried out one after the other. */
  execute(body: RequestBody): Promise<ResponseBody> {
    this.inFlight++;
    const run = this.queue.then(() => this.executeNow(body)).finally(() => this.inFlight--);
    this.queue = run.catch(() => undefined);
    return run;
  }
  private async executeNow(body: RequestBody): Promise<ResponseBody> {
    const { core, counters } = this;
    if (this.disposed) return { Results: [] };
    // After each Excel.run the client lets go of the ranges it has kept: no business of faults and counters.
    if (isTidying(body)) return new Executor(core, body, true).run();
    const text = JSON.stringify(body);
    const size = text.length;
    counters.requests++;
    counters.actions += body.Actions.length;
    counters.requestBytes += size;
    const fail = (code: string, message: string): ResponseBody => ({
      Results: [],
      Error: { Code: code, Message: message },
    });
    if (size > PAYLOAD_LIMIT)
      return fail("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit.");
    const before = core.actor;
    core.actor = "addin";
    try {
      core.faults.beforeRequest();
      const answer = await new Executor(core, JSON.parse(text) as RequestBody).run();
      const answerSize = JSON.stringify(answer).length;
      counters.responseBytes += answerSize;
      if (answerSize > PAYLOAD_LIMIT)
        return fail("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit.");
      return answer;
    } catch (error) {
      if (error instanceof HostError) return fail(error.code, error.message);
      throw error;
    } finally {
      core.actor = before;
      core.names.flush();
      core.calculation.resume();
    }
  }

  addEventListener(listener: EventListener): () => void {
    return this.core.events.listen(listener);
  }
  registerFunctions(metadata: FunctionsMetadata, namespace: string, bridge: FunctionBridge): void {
    this.core.functions.register(metadata, namespace, bridge);
  }

  /**
   * Resolves when nothing is under way: no request, calculation, event, no call of a function without its (first)
   * result. Rejects, naming what is left, after the time given.
   */
  async settled(timeout = 20000): Promise<void> {
    const deadline = Date.now() + timeout;
    for (let quiet = 0; quiet < 2;) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      const left = this.unsettled();
      quiet = left.length ? 0 : quiet + 1;
      if (left.length && Date.now() > deadline)
        throw new Error(`The preview does not settle: ${left.join(", ")}.`);
    }
  }
  private unsettled(): string[] {
    const { calculation, events, functions, validations } = this.core;
    const left: string[] = [];
    if (this.inFlight) left.push(`${this.inFlight} requests`);
    if (calculation.running || calculation.entering || (calculation.pending && calculation.mode !== "Manual"))
      left.push("calculation");
    if (functions.calls.pending) left.push("results to deliver");
    if (events.pending || this.core.tables.pending || this.core.names.pending) left.push("events");
    if (validations.pending || this.core.conditionalFormats.pending) left.push("validations");
    const waiting = functions.calls.waiting();
    if (waiting.length) left.push(`${waiting.length} calls (${[...new Set(waiting)].join(", ")})`);
    return left;
  }

  /** Calculated values: one for a cell, rows of them for anything larger. Whole columns end with the used cells. */
  read(address: string): any {
    return this.shape(address, (area) => readValues(this.core, area));
  }
  readText(address: string): any {
    return this.shape(address, (area) => readTexts(this.core, area));
  }
  readFormula(address: string): any {
    return this.shape(address, (area) => readFormulas(this.core, area, true));
  }
  private shape(address: string, read: (area: Area) => unknown[][]): unknown {
    const area = this.area(address);
    const bounded =
      area.rows >= MAX_ROWS || area.columns > 16000
        ? (this.core.book.used(area.sheetId, true, area) ?? { ...area, rows: 1, columns: 1 })
        : area;
    const grid = read(bounded);
    return area.rows === 1 && area.columns === 1 ? grid[0]![0] : grid;
  }
  private area(address: string): Area {
    const found = this.core.names.resolve(address, this.core.book.activeSheetId);
    if (!found) throw new Error(`"${address}" is no range of the workbook.`);
    return found;
  }
  /**
   * Writes as a person typing or pasting would: in the preview's language, past data validation, on the undo stack.
   * A grid larger than the address spills over it, as a paste does.
   */
  write(address: string, values: CellContent | null | unknown[][]): void {
    const at = this.area(address);
    const grid = Array.isArray(values) ? values : null;
    const area = grid ? { ...at, rows: grid.length, columns: grid[0]!.length } : at;
    this.core.protection.checkWrite(area);
    this.asUser(() =>
      writeValues(this.core, area, values === null ? "" : (grid ?? values), {
        lang: this.lang,
        undoable: true,
      }),
    );
  }
  /** Something done by the person, in the middle of whatever the add-in is doing. */
  asUser<T>(act: () => T): T {
    const before = this.core.actor;
    this.core.actor = "user";
    try {
      return act();
    } finally {
      this.core.actor = before;
    }
  }
  select(address: string): void {
    this.asUser(() => select(this.core, this.area(address)));
  }
  /** Ctrl+Z. */
  async undo(): Promise<boolean> {
    const { book } = this.core;
    book.injector.get(IUniverInstanceService).focusUnit(book.unitId);
    return this.asUser(() => book.univerAPI.undo());
  }
  /** The message an add-in's function gave with the #VALUE! or #N/A in a cell. */
  errorMessage(address: string): string | null {
    return this.core.functions.calls.messageAt(this.area(address));
  }
  /** The words of the dropdown of a cell, or null without one. */
  dropdown(address: string): CellContent[] | null {
    const validation = this.core.validations.of(this.area(address));
    const source = validation && this.core.validations.listSource(validation);
    if (!source) return null;
    if (Array.isArray(source)) return source;
    const words: CellContent[] = [];
    for (let row = source.row; row < source.row + source.rows; row++)
      for (let column = source.column; column < source.column + source.columns; column++)
        words.push(valueOf(this.core.book.cell(source.sheetId, row, column)));
    return words.filter((word) => word !== "");
  }

  /** The n-th action (or request) from now fails; nothing of it is applied. Earlier actions of its batch stay. */
  failAt(
    n: number,
    error: { code: string; message: string },
    unit: "action" | "request" = "action",
  ): PlannedFault {
    return this.core.faults.plan(n, error, unit);
  }
  /** Someone is typing in a cell: requests are refused until it is over. */
  cellEditMode(editing: boolean): void {
    this.core.editing = editing;
  }
  dispose(): void {
    this.disposed = true;
    this.core.dispose();
  }
}

const isTidying = (body: RequestBody) =>
  body.Actions.every((a) => a.ActionType === ActionType.Instantiate || a.Name.startsWith("_Remove"));

export function createHost(univerAPI: FUniver, options: Partial<HostOptions> = {}): PreviewHost {
  return new PreviewHost(univerAPI, {
    lang: options.lang ?? "fr",
    blank: options.blank ?? "zero",
    draws: options.draws ?? true,
  });
}
