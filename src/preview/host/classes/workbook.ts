/** Excel.Workbook, WorkbookProtection, Runtime, Application and its number formats */
import { kept, open, openOrNull, type ExcelClass } from "../class-table";
import type { WorkbookState } from "../core";
import { accessDenied, invalidArgument } from "../errors";
import { namesClass } from "./names";
import { documentPropertiesClass, settingsClass } from "./properties";
import { rangeClass } from "./range";
import { areas } from "./range-areas";
import { tablesClass } from "./tables";
import { worksheetsClass } from "./worksheets";

export const workbookClass: ExcelClass<WorkbookState> = {
  name: "Workbook",
  scalars: {
    Name: {
      get: (_self, host) => host.book.workbook.getName() || (host.lang === "fr" ? "Classeur1" : "Book1"),
    },
    IsDirty: { get: (_self, host) => host.dirty, set: (_self, dirty, host) => void (host.dirty = !!dirty) },
    ReadOnly: { get: () => false },
    PreviouslySaved: { get: () => false },
    AutoSave: { get: () => false },
    CalculationEngineVersion: { get: () => 191029 },
    UsePrecisionAsDisplayed: kept("UsePrecisionAsDisplayed", false),
  },
  objects: {
    Application: { open: (self) => open(applicationClass, self) },
    Names: { open: () => open(namesClass, { scope: null }) },
    Properties: { open: (self) => open(documentPropertiesClass, self) },
    Protection: { open: (self) => open(workbookProtectionClass, self) },
    Settings: { open: (self) => open(settingsClass, self) },
    Tables: { open: (_self, host) => open(tablesClass, { sheetId: null, pick: () => host.tables.all() }) },
    Worksheets: { open: () => open(worksheetsClass, null) },
    _Runtime: { open: (self) => open(runtimeClass, self) },
  },
  methods: {
    GetActiveCell: (_self, _args, host) => open(rangeClass, { ...host.selected(), rows: 1, columns: 1 }),
    GetSelectedRange: (_self, _args, host) => open(rangeClass, { ...host.selected() }),
    GetSelectedRanges: (_self, _args, host) => areas([{ ...host.selected() }]),
    GetIsActiveCollabSession: () => false,
    Save: (_self, _args, host) => {
      host.dirty = false;
      return null;
    },
    _GetRangeForEventByReferenceId: (_self, [id], host) => {
      const found = host.references.get(id);
      if (!found) throw invalidArgument("the range of the event no longer exists.");
      return found;
    },
    _GetRangeOrNullObjectForEventByReferenceId: (_self, [id], host) =>
      openOrNull(rangeClass, host.references.get(id)?.self),
  },
};
const workbookProtectionClass: ExcelClass<WorkbookState> = {
  name: "WorkbookProtection",
  scalars: { Protected: { get: (self) => self.protectedStructure } },
  methods: {
    Protect: (self, [password]) => {
      if (self.protectedStructure) throw accessDenied("the workbook is already protected.");
      self.protectedStructure = true;
      self.protectionPassword = password || undefined;
      return null;
    },
    Unprotect: (self, [password]) => {
      if (self.protectionPassword && self.protectionPassword !== password)
        throw accessDenied("the password is not the right one.");
      self.protectedStructure = false;
      return null;
    },
  },
};
const runtimeClass: ExcelClass<WorkbookState> = {
  name: "Runtime",
  scalars: {
    EnableEvents: {
      get: (_self, host) => host.events.enabled,
      set: (_self, enabled, host) => void (host.events.enabled = !!enabled),
    },
  },
};
const applicationClass: ExcelClass<WorkbookState> = {
  name: "Application",
  scalars: {
    CalculationMode: {
      get: (_self, host) => host.calculation.mode,
      set: (_self, mode, host) => {
        if (!["Automatic", "AutomaticExceptTables", "Manual"].includes(mode))
          throw invalidArgument(`no calculation mode ${mode}.`);
        host.calculation.mode = mode;
        host.calculation.resume();
      },
    },
    CalculationState: {
      get: (_self, host) =>
        host.calculation.running ? "Calculating" : host.calculation.pending ? "Pending" : "Done",
    },
    CalculationEngineVersion: { get: () => 191029 },
    DecimalSeparator: { get: (_self, host) => (host.lang === "fr" ? "," : ".") },
    ThousandsSeparator: { get: (_self, host) => (host.lang === "fr" ? "\u202f" : ",") },
    UseSystemSeparators: { get: () => true },
  },
  objects: { CultureInfo: { open: (self) => open(cultureInfoClass, self) } },
  methods: {
    Calculate: async (_self, [type], host) => {
      await host.calculation.calculateNow(type === "Full" || type === "FullRebuild");
      return null;
    },
    SuspendApiCalculationUntilNextSync: (_self, _args, host) => {
      host.calculation.suspended = true;
      return null;
    },
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
};
const cultureInfoClass: ExcelClass<WorkbookState> = {
  name: "CultureInfo",
  scalars: { Name: { get: (_self, host) => (host.lang === "fr" ? "fr-FR" : "en-US") } },
  objects: {
    NumberFormat: { open: (self) => open(numberFormatInfoClass, self) },
    DatetimeFormat: { open: (self) => open(datetimeFormatInfoClass, self) },
  },
};
const numberFormatInfoClass: ExcelClass<WorkbookState> = {
  name: "NumberFormatInfo",
  scalars: {
    NumberDecimalSeparator: { get: (_self, host) => (host.lang === "fr" ? "," : ".") },
    NumberGroupSeparator: { get: (_self, host) => (host.lang === "fr" ? "\u202f" : ",") },
    CurrencySymbol: { get: (_self, host) => (host.lang === "fr" ? "€" : "$") },
  },
};
const datetimeFormatInfoClass: ExcelClass<WorkbookState> = {
  name: "DatetimeFormatInfo",
  scalars: {
    DateSeparator: { get: () => "/" },
    ShortDatePattern: { get: (_self, host) => (host.lang === "fr" ? "dd/MM/yyyy" : "M/d/yyyy") },
    LongDatePattern: {
      get: (_self, host) => (host.lang === "fr" ? "dddd d MMMM yyyy" : "dddd, MMMM d, yyyy"),
    },
    TimeSeparator: { get: () => ":" },
    ShortTimePattern: { get: (_self, host) => (host.lang === "fr" ? "HH:mm" : "h:mm tt") },
    LongTimePattern: { get: (_self, host) => (host.lang === "fr" ? "HH:mm:ss" : "h:mm:ss tt") },
  },
};
