/**
 * The calls of custom functions that are under way. One call belongs to a cell, a function and its arguments; a
 * streaming one lives until the formula, or its arguments, are no longer there. Deliveries are gathered and only
 * the cells concerned (and what depends on them) are calculated again.
 */
import type { Area } from "./address";
import { CellError, errorCode, type ReadArguments } from "./arguments";
import type { CellPlace } from "./calculation";
import type { HostCore } from "./core";
import type { FunctionMetadata } from "./functions";

interface Call {
  key: string;
  place: CellPlace;
  value: unknown;
  delivered: boolean;
  alive: boolean;
  stream: boolean;
  /** The calculation in which the formula last asked for it. */
  seen: number;
  invocation: Record<string, any>;
}
const BUSY = new CellError("#BUSY!");
const placeKey = (p: CellPlace) => `${p.sheetId}|${p.row}|${p.column}`;

export class Calls {
  private byCell = new Map<string, Map<string, Call>>();
  private messages = new Map<string, string>();
  /** Cells evaluated in the running calculation, whose calls not asked for again are over. */
  private touched = new Set<string>();
  /** Cells being calculated again only because a result came in. */
  private delivering = new Set<string>();
  private outbox = new Map<string, CellPlace>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private edited = new Set<string>();
  private allEdited = false;

  constructor(private host: HostCore) {
    host.calculation.onPassEnd = () => this.passEnded();
  }
  /** Calls without a first result: what settled() waits for. */
  waiting(): string[] {
    const names: string[] = [];
    for (const calls of this.byCell.values())
      for (const call of calls.values()) if (!call.delivered) names.push(call.key.split("|", 1)[0]!);
    return names;
  }
  get pending(): boolean {
    return this.outbox.size > 0;
  }
  get streams(): number {
    let count = 0;
    for (const calls of this.byCell.values())
      for (const call of calls.values()) if (call.stream && call.alive) count++;
    return count;
  }
  messageAt(place: CellPlace): string | null {
    return this.messages.get(placeKey(place)) ?? null;
  }

  evaluate(
    place: CellPlace,
    name: string,
    definition: FunctionMetadata,
    read: ReadArguments,
    body: ((...args: any[]) => unknown) | undefined,
  ): unknown {
    const cell = placeKey(place);
    const key = `${name}|${read.key}`;
    const pass = this.host.calculation.pass;
    this.touched.add(cell);
    if (!body) return BUSY;
    let calls = this.byCell.get(cell);
    const known = calls?.get(key);
    const reuse =
      known &&
      (known.stream ? known.alive : !known.delivered || known.seen === pass || this.delivering.has(cell));
    if (known && reuse) {
      known.seen = pass;
      return this.answer(cell, known);
    }
    if (!calls) this.byCell.set(cell, (calls = new Map()));
    const call: Call = {
      key,
      place,
      value: BUSY,
      delivered: false,
      alive: true,
      stream: !!definition.options?.stream,
      seen: pass,
      invocation: {},
    };
    calls.set(key, call);
    this.start(call, definition, read, body);
    return this.answer(cell, call);
  }

  private start(
    call: Call,
    definition: FunctionMetadata,
    read: ReadArguments,
    body: (...args: any[]) => unknown,
  ): void {
    let starting = true;
    const deliver = (value: unknown) => {
      if (!call.alive) return;
      call.value = value;
      call.delivered = true;
      if (!starting) this.post(call);
    };
    const failed = (error: unknown) => deliver(errorOf(error));
    const address = this.host.book.address({ ...call.place, rows: 1, columns: 1 });
    call.invocation = {
      functionName: definition.id,
      isInValuePreview: false,
      onCanceled: () => {},
      ...(definition.options?.requiresAddress ? { address } : {}),
      ...(read.addresses ? { parameterAddresses: read.addresses } : {}),
      ...(call.stream
        ? { setResult: (value: unknown) => deliver(value instanceof Error ? errorOf(value) : value) }
        : {}),
    };
    try {
      const result = body(...read.values, call.invocation);
      if (result && typeof (result as Promise<unknown>).then === "function")
        (result as Promise<unknown>).then(call.stream ? () => {} : deliver, failed);
      else if (!call.stream) deliver(result);
    } catch (error) {
      failed(error);
    }
    starting = false;
  }
  private answer(cell: string, call: Call): unknown {
    const { value } = call;
    const message = errorMessageOf(value);
    if (message) this.messages.set(cell, message);
    else this.messages.delete(cell);
    return value;
  }
  private post(call: Call): void {
    this.outbox.set(placeKey(call.place), call.place);
    this.timer ??= setTimeout(() => this.flush(), 0);
  }
  private flush(): void {
    this.timer = null;
    // While a calculation runs, its cells may still change: deliver after it.
    if (this.host.calculation.running) return void (this.timer = setTimeout(() => this.flush(), 1));
    const places = [...this.outbox.values()];
    this.outbox.clear();
    for (const place of places) this.delivering.add(placeKey(place));
    this.host.calculation.markDirty(places);
  }
  private passEnded(): void {
    const pass = this.host.calculation.pass;
    for (const cell of this.touched) this.drop(cell, (call) => call.seen !== pass);
    for (const cell of this.edited) if (!this.touched.has(cell)) this.drop(cell, () => true);
    if (this.allEdited) this.sweep();
    this.touched.clear();
    this.edited.clear();
    this.delivering.clear();
    this.allEdited = false;
  }
  private drop(cell: string, over: (call: Call) => boolean): void {
    const calls = this.byCell.get(cell);
    for (const call of calls?.values() ?? []) {
      if (!over(call)) continue;
      calls!.delete(call.key);
      this.cancel(call);
    }
    if (calls?.size === 0) this.byCell.delete(cell);
    if (!this.byCell.has(cell)) this.messages.delete(cell);
  }
  private cancel(call: Call): void {
    const underWay = call.alive && (call.stream || !call.delivered);
    call.alive = false;
    if (underWay) call.invocation.onCanceled?.();
  }
  /** A cell that was written and holds no such formula any more ends its calls, also without a calculation. */
  cellsChanged(area: Area): void {
    if (!this.byCell.size) return;
    for (const [cell, calls] of this.byCell) {
      const { place } = calls.values().next().value!;
      const inside =
        place.sheetId === area.sheetId &&
        place.row >= area.row &&
        place.row < area.row + area.rows &&
        place.column >= area.column &&
        place.column < area.column + area.columns;
      if (!inside) continue;
      if (this.hasFormula(place)) this.edited.add(cell);
      else this.drop(cell, () => true);
    }
  }
  /** Rows, columns or sheets came or went: every call at an address where no formula is any more ends. */
  structureChanged(): void {
    if (!this.byCell.size) return;
    this.sweep();
    this.allEdited = true;
    this.host.calculation.recalculateAll();
  }
  private sweep(): void {
    for (const [cell, calls] of this.byCell)
      if (!this.hasFormula(calls.values().next().value!.place)) this.drop(cell, () => true);
  }
  private hasFormula({ sheetId, row, column }: CellPlace): boolean {
    if (!this.host.book.workbook.getSheetBySheetId(sheetId)) return false;
    const cell = this.host.book.cell(sheetId, row, column);
    return !!(cell?.f || cell?.si);
  }
  cancelAll(): void {
    if (this.timer) clearTimeout(this.timer);
    for (const cell of [...this.byCell.keys()]) this.drop(cell, () => true);
  }
}

/** What a thrown thing puts in the cell: CustomFunctions.Error its code, anything else #VALUE! with its words. */
function errorOf(error: unknown): CellError {
  const code = errorCode(error) ?? "#VALUE!";
  const message = String((error as { message?: unknown })?.message ?? "");
  return new CellError(code, message);
}
/** Excel shows an own message with #VALUE! and #N/A only. */
function errorMessageOf(value: unknown): string | null {
  const code = errorCode(value);
  if (code !== "#VALUE!" && code !== "#N/A") return null;
  return (value as { message?: string }).message || null;
}
