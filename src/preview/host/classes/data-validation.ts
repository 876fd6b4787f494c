/** Excel.DataValidation */
import { intersect, lastColumn, lastRow, type Area } from "../address";
import { isHandle, type ExcelClass } from "../class-table";
import type { HostCore } from "../core";
import { invalidArgument } from "../errors";
import { valueOf, type CellContent } from "../cells";
import { NUMERIC_KINDS, type ExcelValidation } from "../validations";
import { areas } from "./range-areas";

const at = (area: Area, host: HostCore) => host.validations.of(area) ?? null;
const KINDS = [...Object.keys(NUMERIC_KINDS), "list", "custom"];

/** A Range in a rule is kept as its address. */
function plainRule(rule: Record<string, any>, host: HostCore): Record<string, any> | null {
  const kind = KINDS.find((k) => rule?.[k]);
  if (!kind) return null;
  const body = { ...rule[kind] };
  for (const key of ["source", "formula1", "formula2", "formula"])
    if (isHandle(body[key])) body[key] = `=${host.book.address(body[key].self as Area, true)}`;
  if (
    kind === "list" &&
    typeof body.source === "string" &&
    !body.source.startsWith("=") &&
    body.source.length > 255
  )
    throw invalidArgument("a list written out takes at most 255 characters.");
  return { [kind]: body };
}
function change(area: Area, host: HostCore, act: (validation: ExcelValidation) => void): void {
  host.protection.checkStructure(area.sheetId);
  host.validations.update(area, act);
}

export const dataValidationClass: ExcelClass<Area> = {
  name: "DataValidation",
  calculated: true,
  scalars: {
    ErrorAlert: {
      get: (area, host) => ({
        message: "",
        showAlert: true,
        style: "Stop",
        title: "",
        ...at(area, host)?.errorAlert,
      }),
      set: (area, value, host) => change(area, host, (v) => (v.errorAlert = { ...value })),
    },
    IgnoreBlanks: {
      get: (area, host) => at(area, host)?.ignoreBlanks ?? true,
      set: (area, value, host) => change(area, host, (v) => (v.ignoreBlanks = !!value)),
    },
    Prompt: {
      get: (area, host) => ({ message: "", showPrompt: true, title: "", ...at(area, host)?.prompt }),
      set: (area, value, host) => change(area, host, (v) => (v.prompt = { ...value })),
    },
    Rule: {
      get: (area, host) => at(area, host)?.rule ?? {},
      set: (area, rule, host) => {
        const plain = plainRule(rule, host);
        if (!plain) throw invalidArgument("the preview does not know this validation rule.");
        change(area, host, (v) => (v.rule = plain));
      },
    },
    Type: {
      get: (area, host) => {
        const found = host.validations.of(area);
        if (found === undefined) return "Inconsistent";
        const kind = KINDS.find((k) => found?.rule?.[k]);
        return !kind
          ? "None"
          : kind === "list"
            ? "List"
            : kind === "custom"
              ? "Custom"
              : NUMERIC_KINDS[kind]![0];
      },
    },
    Valid: { get: (area, host) => invalidCells(area, host).length === 0 },
  },
  methods: {
    Clear: (area, _args, host) => {
      host.protection.checkStructure(area.sheetId);
      host.validations.clear(area);
      return null;
    },
    GetInvalidCells: (area, _args, host) => areas(invalidCells(area, host)),
    GetInvalidCellsOrNullObject: (area, _args, host) => {
      const cells = invalidCells(area, host);
      return cells.length ? areas(cells) : null;
    },
  },
};
function invalidCells(area: Area, host: HostCore): Area[] {
  const found: Area[] = [];
  const within = host.book.used(area.sheetId, true, area);
  if (!within) return found;
  for (let row = within.row; row <= lastRow(within); row++)
    for (let column = within.column; column <= lastColumn(within); column++) {
      const cell = { sheetId: area.sheetId, row, column, rows: 1, columns: 1 };
      const validation = host.validations.of(cell);
      if (validation && !allowed(validation, valueOf(host.book.cell(area.sheetId, row, column)), host))
        found.push(cell);
    }
  return found.filter((c) => intersect(c, area));
}
/** Formulas in rules (custom, or a bound given by one) count as fulfilled: only Excel and the page's Univer judge them. */
function allowed(validation: ExcelValidation, value: CellContent, host: HostCore): boolean {
  if (value === "") return validation.ignoreBlanks;
  const { rule } = validation;
  if (rule?.list) {
    const source = host.validations.listSource(validation);
    if (!source) return true;
    const words = Array.isArray(source) ? source : listed(source, host);
    return words.some((w) => String(w).toLowerCase() === String(value).toLowerCase());
  }
  const kind = Object.keys(NUMERIC_KINDS).find((k) => rule?.[k]);
  if (!kind) return true;
  const basic = rule![kind];
  const measured = kind === "textLength" ? String(value).length : value;
  if (typeof measured !== "number") return false;
  if (kind === "wholeNumber" && !Number.isInteger(measured)) return false;
  const [a, b] = [Number(basic.formula1), Number(basic.formula2)];
  if (Number.isNaN(a)) return true;
  switch (basic.operator) {
    case "Between":
      return measured >= a && measured <= b;
    case "NotBetween":
      return measured < a || measured > b;
    case "EqualTo":
      return measured === a;
    case "NotEqualTo":
      return measured !== a;
    case "GreaterThan":
      return measured > a;
    case "LessThan":
      return measured < a;
    case "GreaterThanOrEqualTo":
      return measured >= a;
    default:
      return measured <= a;
  }
}
function listed(area: Area, host: HostCore): CellContent[] {
  const words: CellContent[] = [];
  for (let row = area.row; row <= lastRow(area); row++)
    for (let column = area.column; column <= lastColumn(area); column++)
      words.push(valueOf(host.book.cell(area.sheetId, row, column)));
  return words;
}
