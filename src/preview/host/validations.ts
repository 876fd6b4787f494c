/** Data validations: the rule as Excel knows it, shown and enforced by Univer's own rule of the same id. */
import {
  AddDataValidationMutation,
  RemoveDataValidationMutation,
  UpdateDataValidationMutation,
  UpdateRuleType,
} from "@univerjs/data-validation";
import { SheetDataValidationModel } from "@univerjs/sheets-data-validation";
import { DataValidationErrorStyle, DataValidationOperator, type ISheetDataValidationRule } from "@univerjs/core";
import { contains, fromUniver, intersect, toUniver, type Area } from "./address";
import { newId } from "./book";
import type { HostCore } from "./core";
import { grow, subtract } from "./rectangles";

export interface ExcelValidation {
  uid: string;
  sheetId: string;
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
  private known = new Map<string, ExcelValidation>();
  private refreshing: ReturnType<typeof setTimeout> | null = null;
  constructor(private host: HostCore) {}
  private get model(): SheetDataValidationModel {
    return this.host.book.injector.get(SheetDataValidationModel);
  }
  private univer(sheetId: string): ISheetDataValidationRule[] {
    return this.model.getRules(this.host.book.unitId, sheetId) as ISheetDataValidationRule[];
  }
  areas(validation: ExcelValidation): Area[] {
    const rule = this.univer(validation.sheetId).find((r) => r.uid === validation.uid);
    return rule ? rule.ranges.map((r: Parameters<typeof fromUniver>[1]) => fromUniver(validation.sheetId, r)) : [];
  }
  /** The one validation that covers the whole area; null without, undefined where cells differ. */
  of(area: Area): ExcelValidation | null | undefined {
    const clipped = this.host.book.clip(area);
    for (const validation of this.known.values()) {
      if (validation.sheetId !== area.sheetId) continue;
      const areas = this.areas(validation);
      if (areas.some((a) => contains(a, clipped))) return validation;
      if (areas.some((a) => intersect(a, clipped))) return undefined;
    }
    return null;
  }
  /** Changes the validation of exactly these cells. */
  update(area: Area, change: (validation: ExcelValidation) => void): void {
    const clipped = this.host.book.clip(area);
    const old = this.of(clipped);
    const alone = old && this.areas(old).every((a) => contains(clipped, a));
    const blank = { rule: null, prompt: {}, errorAlert: {}, ignoreBlanks: true };
    const validation: ExcelValidation = { ...structuredClone(old ?? blank), uid: alone ? old.uid : newId(), sheetId: area.sheetId } as ExcelValidation;
    change(validation);
    this.clear(clipped);
    this.known.set(validation.uid, validation);
    const { book } = this.host;
    book.commands.syncExecuteCommand(AddDataValidationMutation.id, {
      unitId: book.unitId,
      subUnitId: area.sheetId,
      rule: { ...this.toUniver(validation), uid: validation.uid, ranges: [toUniver(clipped)] },
      source: "patched",
    });
  }
  clear(area: Area): void {
    const clipped = this.host.book.clip(area);
    for (const rule of [...this.univer(area.sheetId)]) {
      const areas = rule.ranges.map((r: Parameters<typeof fromUniver>[1]) => fromUniver(area.sheetId, r)) as Area[];
      if (areas.some((a) => intersect(a, clipped))) this.setAreas(area.sheetId, rule.uid, areas.flatMap((a) => subtract(a, clipped)));
    }
  }
  private setAreas(sheetId: string, uid: string, areas: Area[]): void {
    const { book } = this.host;
    const target = { unitId: book.unitId, subUnitId: sheetId, ruleId: uid, source: "patched" };
    if (areas.length)
      book.commands.syncExecuteCommand(UpdateDataValidationMutation.id, {
        ...target,
        payload: { type: UpdateRuleType.RANGE, payload: areas.map(toUniver) },
      });
    else {
      book.commands.syncExecuteCommand(RemoveDataValidationMutation.id, target);
      this.known.delete(uid);
    }
  }
  extendWithTable(before: Area, after: Area): void {
    for (const rule of [...this.univer(before.sheetId)]) {
      const areas = rule.ranges.map((r: Parameters<typeof fromUniver>[1]) => fromUniver(before.sheetId, r)) as Area[];
      const grown = grow(areas, before, after);
      if (grown) this.setAreas(before.sheetId, rule.uid, grown);
    }
    this.host.conditionalFormats.extendWithTable(before, after);
    this.refreshLater();
  }
  /** Lists that stand on names or tables may mean other cells now. */
  cellsChanged(area: Area): void {
    if (this.known.size && this.host.tables.at(area)) this.refreshLater();
  }
  refreshLater(): void {
    this.refreshing ??= setTimeout(() => {
      this.refreshing = null;
      this.refresh();
    }, 0);
  }
  get pending(): boolean {
    return this.refreshing !== null;
  }
  refresh(): void {
    const { book } = this.host;
    for (const validation of this.known.values()) {
      if (!validation.rule?.list) continue;
      const rule = this.univer(validation.sheetId).find((r) => r.uid === validation.uid);
      const wanted = this.toUniver(validation);
      if (rule && rule.formula1 !== wanted.formula1)
        book.commands.syncExecuteCommand(UpdateDataValidationMutation.id, {
          unitId: book.unitId,
          subUnitId: validation.sheetId,
          ruleId: validation.uid,
          payload: { type: UpdateRuleType.SETTING, payload: { ...rule, ...wanted } },
          source: "patched",
        });
    }
  }
  /** Cells the list of a validation is taken from, or its words. */
  listSource(validation: ExcelValidation): Area | string[] | null {
    const source = validation.rule?.list?.source;
    if (typeof source !== "string") return null;
    if (!source.startsWith("=")) return source.split(",").map((s) => s.trim());
    return this.host.names.resolve(source, validation.sheetId);
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
      return { ...options, type: "list", formula1, showDropDown: rule.list.inCellDropDown ?? true };
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
