/** Conditional formats: kept as Excel knows them; drawn by Univer if its plug-in is there. */
import {
  AddConditionalRuleMutation,
  DeleteConditionalRuleMutation,
  ConditionalFormattingRuleModel,
} from "@univerjs/sheets-conditional-formatting";
import { intersect, toUniver, type Area } from "./address";
import { newId } from "./book";
import type { HostCore } from "./core";
import { grow, subtract } from "./rectangles";

export interface ExcelConditionalFormat {
  id: string;
  type: string;
  areas: Area[];
  stopIfTrue: boolean;
  formula: string;
  /** cellValue and containsText: {formula1, formula2, operator} or {operator, text}. */
  rule: Record<string, any> | null;
  fill: string | null;
  font: { color?: string; bold?: boolean; italic?: boolean; strikethrough?: boolean };
}
const CELL_VALUE: Record<string, string> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqual: "greaterThanOrEqual",
  LessThanOrEqual: "lessThanOrEqual",
};
const TEXT: Record<string, string> = {
  Contains: "containsText",
  NotContains: "notContainsText",
  BeginsWith: "beginsWith",
  EndsWith: "endsWith",
};

export class ConditionalFormats {
  /** First has the highest priority, as in Excel's list. */
  private list: ExcelConditionalFormat[] = [];
  private shown = new Map<string, { sheetId: string; told: string }>();
  private redrawing: ReturnType<typeof setTimeout> | null = null;
  constructor(private host: HostCore) {}

  on(area: Area): ExcelConditionalFormat[] {
    return this.list.filter((f) => f.areas.some((a) => intersect(a, area)));
  }
  find(id: string): ExcelConditionalFormat | null {
    return this.list.find((f) => f.id === id) ?? null;
  }
  add(area: Area, type: string): ExcelConditionalFormat {
    const areas = [{ ...area }];
    const format: ExcelConditionalFormat = {
      id: newId(),
      type,
      areas,
      stopIfTrue: false,
      formula: "",
      rule: null,
      fill: null,
      font: {},
    };
    this.list.unshift(format);
    return format;
  }
  remove(format: ExcelConditionalFormat): void {
    this.list = this.list.filter((f) => f !== format);
    this.redraw();
  }
  clear(area: Area): void {
    for (const format of this.on(area)) {
      format.areas = format.areas.flatMap((a) => subtract(a, area));
      if (!format.areas.length) this.remove(format);
    }
    this.redraw();
  }
  adjust(change: (area: Area) => boolean): void {
    for (const format of this.list) {
      format.areas = format.areas.filter(change);
      if (!format.areas.length) this.remove(format);
    }
    this.redraw();
  }
  extendWithTable(before: Area, after: Area): void {
    for (const format of this.list) {
      if (!format.areas.some((a) => a.sheetId === before.sheetId)) continue;
      const grown = grow(format.areas, before, after);
      if (grown) format.areas = grown;
    }
    this.redraw();
  }
  priority(format: ExcelConditionalFormat): number {
    return this.on(format.areas[0]!).indexOf(format);
  }
  get pending(): boolean {
    return this.redrawing !== null;
  }
  /** Tells Univer, once the request is through; a headless host has nobody to show it to. */
  redraw(): void {
    if (!this.host.draws || !this.host.book.injector.has(ConditionalFormattingRuleModel)) return;
    this.redrawing ??= setTimeout(() => {
      this.redrawing = null;
      this.draw();
    }, 0);
  }
  dispose(): void {
    if (this.redrawing) clearTimeout(this.redrawing);
  }
  private draw(): void {
    const { book } = this.host;
    const wanted = new Set<string>();
    const used = new Map<string, Area | null>();
    // Univer puts a new rule before the others: the lowest priority goes first.
    for (const format of [...this.list].reverse()) {
      const rule = this.toUniver(format);
      const ranges = this.host.visibleParts(format.areas, used).map(toUniver);
      if (!rule || !ranges.length) continue;
      const whole = { cfId: format.id, ranges, stopIfTrue: format.stopIfTrue, rule };
      const told = JSON.stringify(whole);
      wanted.add(format.id);
      if (this.shown.get(format.id)?.told === told) continue;
      this.undraw(format.id);
      const subUnitId = format.areas[0]!.sheetId;
      book.commands.syncExecuteCommand(AddConditionalRuleMutation.id, {
        unitId: book.unitId,
        subUnitId,
        rule: whole,
      });
      this.shown.set(format.id, { sheetId: subUnitId, told });
    }
    for (const id of [...this.shown.keys()]) if (!wanted.has(id)) this.undraw(id);
  }
  private undraw(id: string): void {
    const shown = this.shown.get(id);
    if (!shown) return;
    this.shown.delete(id);
    const { book } = this.host;
    if (!book.workbook.getSheetBySheetId(shown.sheetId)) return;
    book.commands.syncExecuteCommand(DeleteConditionalRuleMutation.id, {
      unitId: book.unitId,
      subUnitId: shown.sheetId,
      cfId: id,
    });
  }
  private toUniver(format: ExcelConditionalFormat): object | null {
    const style = {
      ...(format.fill ? { bg: { rgb: format.fill } } : {}),
      ...(format.font.color ? { cl: { rgb: format.font.color } } : {}),
      ...(format.font.bold !== undefined ? { bl: format.font.bold ? 1 : 0 } : {}),
      ...(format.font.italic !== undefined ? { it: format.font.italic ? 1 : 0 } : {}),
    };
    const base = { type: "highlightCell", style };
    if (format.type === "Custom")
      return format.formula ? { ...base, subType: "formula", value: this.withCells(format) } : null;
    if (!format.rule) return null;
    if (format.type === "CellValue") {
      const bounds = [format.rule.formula1, format.rule.formula2].filter(
        (f) => f !== undefined && f !== null && f !== "",
      );
      const numbers = bounds.map((f) => Number(String(f).replace(/^=/, "")));
      if (numbers.some(Number.isNaN)) return this.asFormula(format, base, bounds);
      return {
        ...base,
        subType: "number",
        operator: CELL_VALUE[format.rule.operator],
        value: numbers.length > 1 ? numbers : numbers[0],
      };
    }
    return {
      ...base,
      subType: "text",
      operator: TEXT[format.rule.operator],
      value: String(format.rule.text ?? ""),
    };
  }
  /** The formula with the cells its defined names mean now: Univer would not look again when they change. */
  private withCells({ formula, areas }: ExcelConditionalFormat): string {
    const { book, names } = this.host;
    const sheetId = areas[0]!.sheetId;
    const parts = formula.split(/("(?:[^"]|"")*")/);
    const replaced = parts.map((part, i) =>
      i % 2
        ? part
        : part.replace(/(?<![\w$.!])[\p{L}_][\p{L}\w.]*(?![\w.(!])/gu, (word) => cellsOf(word) ?? word),
    );
    return replaced.join("");

    function cellsOf(word: string): string | null {
      if (book.parse(word, sheetId)) return null;
      const area = names.resolve(word, sheetId);
      return area && book.address(area, true);
    }
  }
  /** A bound that is text or a formula: the comparison written out. */
  private asFormula(format: ExcelConditionalFormat, base: object, bounds: unknown[]): object {
    const { book } = this.host;
    const first = format.areas[0]!;
    const cell = book.address({ ...first, rows: 1, columns: 1 }).split("!")[1]!;
    const [a, b] = bounds.map((f) => String(f).replace(/^=/, ""));
    const comparisons: Record<string, string> = {
      EqualTo: `=${cell}=${a}`,
      NotEqualTo: `=${cell}<>${a}`,
      GreaterThan: `=${cell}>${a}`,
      LessThan: `=${cell}<${a}`,
      GreaterThanOrEqual: `=${cell}>=${a}`,
      LessThanOrEqual: `=${cell}<=${a}`,
      Between: `=AND(${cell}>=${a},${cell}<=${b})`,
      NotBetween: `=OR(${cell}<${a},${cell}>${b})`,
    };
    return { ...base, subType: "formula", value: comparisons[format.rule!.operator] };
  }
}
