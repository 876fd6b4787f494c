import { codesTableRows } from "../../../domain/codebook";
import { questionnaireSheets, questionnaireTables, words } from "../../../domain/questionnaire/words";
import { blockAddress, type DefinedName, type Sheet } from "../../xlsx/write";
import { Grid } from "./grid";
import { listNames } from "./lists";
import { colours, looks } from "./looks";
import { subtitle, SUBTITLE_ROW, TITLE_ROW, type Making } from "./making";

const HEADER_ROW = 3;
const GAP = 1;

/** The locked sheet: the code book the file was made with, and the lists of its dropdowns. */
export function codesSheet(making: Making): { sheet: Sheet; names: readonly DefinedName[] } {
  const { codebook, speech, lists } = making;
  const grid = new Grid();
  const { fields } = codebook.table("codes");
  const rows = codesTableRows(codebook);
  grid.put(TITLE_ROW, 0, speech.say(words.codes), looks.title);
  grid.height(TITLE_ROW, 30);
  grid.put(SUBTITLE_ROW, 0, speech.say(words.codesHelp), looks.subtitle);
  fields.forEach(({ label }, i) => grid.put(HEADER_ROW, i, label.fr, looks.header));
  rows.forEach((row, r) =>
    row.forEach((value, c) => grid.put(HEADER_ROW + 1 + r, c, value as string | number, looks.cell)),
  );

  const firstList = fields.length + GAP;
  const columns = lists.list();
  grid.put(HEADER_ROW - 1, firstList, speech.say(words.lists), looks.section);
  columns.forEach(({ name, values }, i) => {
    // Not a field's name: the reader must not take this row for a header of answers.
    grid.put(HEADER_ROW, firstList + i, name, looks.header);
    values.forEach((value, v) => grid.put(HEADER_ROW + 1 + v, firstList + i, value, looks.cell));
  });
  const last = HEADER_ROW + rows.length;
  const sheet: Sheet = {
    name: questionnaireSheets.codes,
    rows: grid.list(),
    columns: [
      ...fields.map(({ width = 16 }, column) => ({ column, width: Math.min(width, 40) })),
      { column: fields.length, width: 3 },
      ...columns.map(({ hidden }, i) => ({ column: firstList + i, width: 26, hidden })),
    ],
    freeze: { row: HEADER_ROW + 1, column: 0 },
    gridLines: false,
    tabColor: colours.quiet,
    tables: [
      {
        name: questionnaireTables.codes,
        ref: blockAddress(HEADER_ROW, 0, last, fields.length - 1),
        columns: fields.map(({ label }) => label.fr),
        filter: true,
      },
    ],
    print: {
      orientation: "landscape",
      titleRows: [HEADER_ROW, HEADER_ROW],
      area: blockAddress(0, 0, last, fields.length - 1),
      header: [subtitle(making), speech.say(words.codes)],
      footer: [codebook.edition.label.fr, ""],
    },
    isProtected: true,
  };
  return { sheet, names: listNames(columns, HEADER_ROW + 1, firstList) };
}
