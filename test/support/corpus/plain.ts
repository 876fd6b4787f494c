import type { ReadWorkbook } from "../../../src/files/xlsx";
import { addressText } from "../../../src/files/xlsx/read/cellAddress";

/** What was read, as a person writes it down: cells by address, a plain value where nothing is flagged. */
export function plainWorkbook({ sheets, tables, names, remarks, cellCount }: ReadWorkbook) {
  return {
    sheets: sheets.map(({ name, state, rows, hiddenRows, merges }) => ({
      name,
      state,
      hiddenRows: [...hiddenRows].map((row) => row + 1),
      merges,
      cells: Object.fromEntries(
        [...rows].flatMap(([row, cells]) =>
          [...cells].map(([column, cell]) => [
            addressText(row, column),
            Object.keys(cell).length === 1 ? cell.value : cell,
          ]),
        ),
      ),
    })),
    tables,
    names: Object.fromEntries(names),
    remarks: remarks.map(({ remark, sheet, cell }) =>
      [remark, [sheet, cell].filter((part) => part !== undefined).join("!")].filter(Boolean).join(" "),
    ),
    cellCount,
  };
}
