/** Data validations: the rule as Excel knows it, shown and enforced by Univer's own rule of the same id. */
import { AddDataValidationMutation, RemoveDataValidationMutation } from "@univerjs/data-validation";
import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  type ISheetDataValidationRule,
} from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/engine-formula";
import { contains, intersect, toUniver, type Area } from "./address";
import { newId } from "./book";
import type { HostCore } from "./core";
import { grow, subtract } from "./rectangles";

export interface ExcelValidation {
  uid: string;
  areas: Area[];
  /** {list: {...}} or {wholeNumber: {...}} … as the add-in gave it, ranges as addresses. */
  rule: Record<string, any> | null;
  prompt: { title?: string; message?: string; showPrompt?: boolean };
  errorAlert: { title?: string; message?: string; showAlert?: boolean; style?: string };
  ignoreBlanks: boolean;
}
export const NUMERIC_KINDS: Record<string, [excel: string, univer: string]> = {
  wholeNumber: ["WholeNumber", "whole"],
  decimal: ["Decimal", "decimal"],
  date: ["Date", "date"],
  time: ["Time", "time"],
  textLength: ["TextLength", "textLength"],
};
const OPERATORS: Record<string, DataValidationOperator> = {
  Between: DataValidationOperator.BETWEEN,
  NotBetween: DataValidationOperator.NOT_BETWEEN,
  EqualTo: DataValidationOperator.EQUAL,
  NotEqualTo: DataValidationOperator.NOT_EQUAL,
  GreaterThan: DataValidationOperator.GREATER_THAN,
  LessThan: DataValidationOperator.LESS_THAN,
  GreaterThanOrEqualTo: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  LessThanOrEqualTo: DataValidationOperator.LESS_THAN_OR_EQUAL,
};
const STYLES: Record<string, DataValidationErrorStyle> = {
  Stop: DataValidationErrorStyle.STOP,
  Warning: DataValidationErrorStyle.WARNING,
  Information: DataValidationErrorStyle.INFO,
};

export class Validations {
  private list: ExcelValidation[] = [];
  /** Validations Univer shows, with what it was told. */
  private shown = new Map<string, { sheetId: string; told: string }>();
  private redrawing: ReturnType<typeof setTimeout> | null = null;
  constructor(private host: HostCore) {}

  /** The one validation that covers the whole area; null without, undefined where cells differ. */
  of(area: Area): ExcelValidation | null | undefined {
    for (const validation of this.list) {
      if (validation.areas.some((a) => contains(a, area))) return validation;
      if (validation.areas.some((a) => intersect(a, area))) return undefined;
    }
    return null;
  }
  /** Changes the validation of exactly these cells. */
  update(area: Area, change: (validation: ExcelValidation) => void): void {
    const old = this.of(area);
    const alone = old && old.areas.every((a) => contains(area, a));
    const blank = { rule: null, prompt: {}, errorAlert: {}, ignoreBlanks: true };
    const uid = alone ? old.uid : newId();
    const validation: ExcelValidation = { ...structuredClone(old ?? blank), uid, areas: [{ ...area }] };
    change(validation);
    this.clear(area);
    this.list.push(validation);
  }
  clear(area: Area): void {
    for (const validation of this.list) validation.areas = validation.areas.flatMap((a) => subtract(a, area));
    this.list = this.list.filter((v) => v.areas.length);
    this.redraw();
  }
  /** Rows, columns or a sheet came or went. */
  adjust(change: (area: Area) => boolean): void {
    for (const validation of this.list) validation.areas = validation.areas.filter(change);
    this.list = this.list.filter((v) => v.areas.length);
    this.redraw();
  }
  extendWithTable(before: Area, after: Area): void {
    for (const validation of this.list)
      validation.areas = grow(validation.areas, before, after) ?? validation.areas;
    this.host.conditionalFormats.extendWithTable(before, after);
    this.redraw();
  }
  /** Lists that stand on names or tables may mean other cells now. */
  cellsChanged(): void {
    if (this.shown.size || this.list.length) this.redraw();
    this.host.conditionalFormats.redraw();
  }
  get pending(): boolean {
    return this.redrawing !== null;
  }
  /** Tells Univer, once the request is through, what has changed; a headless host has nobody to show it to. */
  redraw(): void {
    if (!this.host.draws) return;
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
    const { unitId, commands } = book;
    const wanted = new Set<string>();
    const used = new Map<string, Area | null>();
    for (const validation of this.list) {
      const subUnitId = validation.areas[0]!.sheetId;
      const own = this.isRelativeList(validation) ? this.atSelection(validation) : null;
      if (own === "elsewhere") continue;
      const ranges = (own ? [own.cell] : this.host.visibleParts(validation.areas, used)).map(toUniver);
      const formula = own && { formula1: own.formula };
      const rule = { ...this.toUniver(validation), ...formula, uid: validation.uid, ranges };
      const told = JSON.stringify(rule);
      wanted.add(validation.uid);
      if (this.shown.get(validation.uid)?.told === told) continue;
      this.hide(validation.uid);
      commands.syncExecuteCommand(AddDataValidationMutation.id, {
        unitId,
        subUnitId,
        rule,
        source: "patched",
      });
      this.shown.set(validation.uid, { sheetId: subUnitId, told });
    }
    for (const uid of [...this.shown.keys()]) if (!wanted.has(uid)) this.hide(uid);
  }
  private hide(uid: string): void {
    const shown = this.shown.get(uid);
    if (!shown) return;
    this.shown.delete(uid);
    const { book } = this.host;
    if (!book.workbook.getSheetBySheetId(shown.sheetId)) return;
    const params = { unitId: book.unitId, subUnitId: shown.sheetId, ruleId: uid, source: "patched" };
    book.commands.syncExecuteCommand(RemoveDataValidationMutation.id, params);
  }
  /** Cells the list of a validation is taken from, or its words. */
  listSource(validation: ExcelValidation): Area | string[] | null {
    const source = validation.rule?.list?.source;
    if (typeof source !== "string") return null;
    if (!source.startsWith("=")) return source.split(",").map((s) => s.trim());
    return this.host.names.resolve(source, validation.areas[0]!.sheetId);
  }

  /** A list computed for each row: Univer would compute it once, for the first row. */
  private isRelativeList(validation: ExcelValidation): boolean {
    return typeof validation.rule?.list?.source === "string" && this.listSource(validation) === null;
  }

  /** Such a list is shown at the selected cell only, as Excel shows every arrow, with the formula of its row. */
  private atSelection(validation: ExcelValidation): { cell: Area; formula: string } | "elsewhere" {
    const { sheetId, row, column } = this.host.selected();
    const cell = { sheetId, row, column, rows: 1, columns: 1 };
    if (!validation.areas.some((area) => contains(area, cell))) return "elsewhere";
    const first = validation.areas[0]!;
    const lexer = this.host.book.injector.get(LexerTreeBuilder);
    const source = String(validation.rule!.list.source);
    const formula = lexer.moveFormulaRefOffset(source, column - first.column, row - first.row, true);
    return { cell, formula };
  }

  /** The person stands on another cell. */
  selectionChanged(): void {
    if (this.host.draws && this.list.some((validation) => this.isRelativeList(validation))) this.redraw();
  }

  private toUniver(validation: ExcelValidation): Partial<ISheetDataValidationRule> {
    const { rule, prompt, errorAlert } = validation;
    const options = {
      allowBlank: validation.ignoreBlanks,
      showErrorMessage: errorAlert.showAlert ?? true,
      errorTitle: errorAlert.title ?? "",
      error: errorAlert.message ?? "",
      errorStyle: STYLES[errorAlert.style ?? "Stop"] ?? DataValidationErrorStyle.STOP,
      showInputMessage: prompt.showPrompt ?? !!prompt.message,
      promptTitle: prompt.title ?? "",
      prompt: prompt.message ?? "",
    };
    if (rule?.list) {
      const source = this.listSource(validation);
      const formula1 = Array.isArray(source)
        ? source.join(",")
        : source
          ? `=${this.host.book.address(source, true)}`
          : String(rule.list.source);
      return {
        ...options,
        type: "list",
        formula1,
        showDropDown: rule.list.inCellDropDown ?? true,
        renderMode: DataValidationRenderMode.ARROW,
      };
    }
    if (rule?.custom) return { ...options, type: "custom", formula1: String(rule.custom.formula) };
    for (const [key, [, type]] of Object.entries(NUMERIC_KINDS)) {
      const basic = rule?.[key];
      if (basic)
        return {
          ...options,
          type,
          operator: OPERATORS[basic.operator],
          formula1: String(basic.formula1 ?? ""),
          formula2: basic.formula2 === undefined ? undefined : String(basic.formula2),
        };
    }
    return { ...options, type: "any" };
  }
}
