import type { Localized } from "../../domain/language";
import { figureDeskMessages as say, figureSheetWords as words } from "../../domain/messages/figureDesk";
import { auditList, listOf } from "../../domain/plausibility/layout";
import type { PublishedFigures } from "../../domain/plausibility/figures";
import { StudyError } from "../errors";
import { runExcel } from "../session";
import type { Done } from "../study/undo";
import type { StudyWork } from "../study/work";
import { columnLetters } from "../tables/addresses";
import { pointsOf } from "../workbook/columns";
import { HEADER_FILL } from "../workbook/home";
import type { FigureOperations, SheetAudit } from "./contract";

/** Cells read at once: their texts and values stay far below the 5 MB of a request. */
const MOST_CELLS = 60_000;
/** A number that is wider than its column is shown so. */
const HIDDEN = /^#+$/;

const refuse = (code: keyof typeof say, message: Localized): StudyError =>
  new StudyError({ kind: "error", code, message });

/** The audit of published figures on the open workbook. */
export class FigureDesk implements FigureOperations {
  constructor(private readonly work: StudyWork) {}

  audit(): Promise<SheetAudit> {
    return this.work.operation(say.auditing(), () =>
      runExcel(async (context) => {
        const selected = context.workbook.getSelectedRange().load("cellCount");
        const sheet = selected.worksheet.load("id,name");
        const used = sheet.getUsedRangeOrNullObject(true).load("address");
        await context.sync();
        const empty = () =>
          refuse("noFigures", say.noFigures({ header: { fr: "Imprimé", en: "Printed" }, sheet: sheet.name }));
        if (used.isNullObject) throw empty();
        const range = selected.cellCount === 1 ? used : selected.getIntersectionOrNullObject(used);
        range.load("rowIndex,columnIndex,rowCount,columnCount,address");
        await context.sync();
        if (range.isNullObject) throw empty();
        const cells = range.rowCount * range.columnCount;
        if (cells > MOST_CELLS) throw refuse("tooMany", say.tooMany({ rows: cells, most: MOST_CELLS }));
        range.load("text,values");
        await context.sync();
        const texts = range.text.map((row, r) =>
          row.map((text, c) => (HIDDEN.test(text) ? String(range.values[r][c]) : text)),
        );
        const found = auditList(texts);
        if ("missing" in found)
          throw refuse("noFigures", say.noFigures({ header: found.missing, sheet: sheet.name }));
        const findings = found.findings.map((each) => ({
          ...each,
          address: `${columnLetters(range.columnIndex + each.column)}${range.rowIndex + each.row + 1}`,
        }));
        const address = range.address.slice(range.address.lastIndexOf("!") + 1);
        return { ...found, findings, sheetId: sheet.id, sheet: sheet.name, address };
      }, this.work.context().run),
    );
  }

  show({ sheetId, sheet: name }: Pick<SheetAudit, "sheetId" | "sheet">, address: string): Promise<void> {
    return this.work.operation(null, () =>
      runExcel(async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
        await context.sync();
        if (sheet.isNullObject) throw refuse("cellGone", say.cellGone({ sheet: name }));
        sheet.activate();
        sheet.getRange(address).select();
        await context.sync();
      }, this.work.context().run),
    );
  }

  writeFindings({ sheet, findings }: SheetAudit): Promise<void> {
    const { language } = this.work.context();
    const rows = [
      words.headers.map((header) => header[language]),
      ...findings.map((each) => [
        `${sheet}!${each.address}`,
        each.name,
        each.printed,
        words[each.severity][language],
        each.message[language],
        each.nearest?.[language] ?? "",
      ]),
    ];
    return this.addSheet(words.findings[language], rows, [32, 48, 12, 12, 110, 34]);
  }

  async writeExample(): Promise<void> {
    const { language } = this.work.context();
    const { default: published } = await import("../../domain/plausibility/published-2014.json");
    const rows = listOf(published as PublishedFigures, language);
    return this.addSheet(words.example[language], rows, [42, 12, 14, 34, 34, 34, 8, 26, 34]);
  }

  /** A new sheet of texts; nothing of the workbook is written over. */
  private addSheet(
    wanted: string,
    rows: readonly (readonly string[])[],
    widths: readonly number[],
  ): Promise<void> {
    return this.work.change(async (): Promise<Done<void>> => {
      const name = await runExcel(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.load("items/name");
        await context.sync();
        const taken = new Set(worksheets.items.map((each) => each.name.toLowerCase()));
        let free = wanted;
        for (let i = 2; taken.has(free.toLowerCase()); i++) free = `${wanted} (${i})`;
        const sheet = worksheets.add(free);
        const range = sheet.getRangeByIndexes(0, 0, rows.length, widths.length);
        range.numberFormat = rows.map((row) => row.map(() => "@"));
        range.values = rows.map((row) => [...row]);
        widths.forEach((width, column) => {
          sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = pointsOf(width);
        });
        const header = sheet.getRangeByIndexes(0, 0, 1, widths.length).format;
        header.font.bold = true;
        header.fill.color = HEADER_FILL;
        header.font.color = "#FFFFFF";
        sheet.freezePanes.freezeRows(1);
        sheet.activate();
        sheet.getRange("A1").select();
        await context.sync();
        return free;
      }, this.work.context().run);
      const what = say.sheetWritten({ sheet: name });
      return { result: undefined, undo: { code: "sheetWritten", what, revert: () => takeAway(name, rows) } };
    }, say.writing());
  }
}

/** Deletes a sheet that was added, unless somebody has worked on it since. */
async function takeAway(name: string, rows: readonly (readonly string[])[]): Promise<void> {
  await runExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    await context.sync();
    if (sheet.isNullObject) return;
    const used = sheet.getUsedRangeOrNullObject(true).load("values");
    await context.sync();
    const same = !used.isNullObject && JSON.stringify(used.values) === JSON.stringify(rows);
    if (!same) throw refuse("sheetChanged", say.sheetChanged({ sheet: name }));
    sheet.delete();
    await context.sync();
  });
}
