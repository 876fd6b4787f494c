import ExcelJS from "exceljs";
import { write as writeSheetJS, utils } from "@e965/xlsx";
import { Codebook, editionById } from "../../src/domain/codebook";
import { sample2014 } from "../../src/domain/sample";
import { makeQuestionnaires, questionnaireBook, readQuestionnaire } from "../../src/files/questionnaire";
import { zipFiles } from "../../src/files/zip";
import { readWorkbook } from "../../src/files/xlsx";
import { writeWorkbook, type Book } from "../../src/files/xlsx/write";
import { against, figure, time, type Figure } from "./measure";

const FILES = 1000;
const RETURNS = 119;
const codebook = new Codebook(editionById("2014"));
const sample = sample2014(codebook);
const now = new Date("2014-01-10T09:00:00Z");

/** Requests for as many territories as wanted; every other one has answers of the last edition. */
function requests(count: number) {
  return Array.from({ length: count }, (_, i) => {
    const panel = sample.panel[i % sample.panel.length];
    const territory = { ...panel, code: String(10_000 + i), name: `${panel.name} ${i}` };
    const projects = sample.projects.filter((row) => row.territory === panel.name);
    const previous = { edition: "2013", projects, motivations: [], actors: [], panel };
    return {
      territory,
      language: "fr" as const,
      documentId: `d${i}`,
      now,
      previous: i % 2 ? previous : undefined,
    };
  });
}

/** Questionnaires made, and returned ones understood. */
export async function questionnairesBench(): Promise<{ title: string; figures: Figure[] }[]> {
  const all = requests(FILES);
  const start = performance.now();
  let longest = 0;
  let last = start;
  let bytes = 0;
  const files: Uint8Array[] = [];
  async function* watched() {
    for await (const file of makeQuestionnaires(codebook, all)) {
      longest = Math.max(longest, performance.now() - last);
      bytes += file.bytes.length;
      if (files.length < RETURNS) files.push(file.bytes);
      yield file;
      last = performance.now();
    }
  }
  const before = process.cpuUsage();
  const zip = await zipFiles(watched(), now);
  const { user, system } = process.cpuUsage(before);
  const whole = figure(`${FILES.toLocaleString("en")} questionnaires made and zipped`, [
    performance.now() - start,
  ]);

  const book = questionnaireBook(codebook, all[1]);
  const own = time("write one questionnaire, everything in it", 30, () => writeWorkbook(book), 5);
  const sheetJs = time("values alone, @e965/xlsx", 10, () => withSheetJs(book), 2);
  const exceljs: number[] = [];
  for (let run = 0; run < 5; run++) {
    const from = performance.now();
    await withExcelJs(book);
    exceljs.push(performance.now() - from);
  }

  const books = files.map((file) => readWorkbook(file));
  const understand = (workbook: (typeof books)[number]) =>
    readQuestionnaire(workbook, { file: "a.xlsx", codebooks: [codebook] });
  const understood = time(
    `understand ${RETURNS} returned questionnaires`,
    10,
    () => books.forEach(understand),
    2,
  );
  const read = time(`read their files`, 5, () => files.forEach((file) => readWorkbook(file)), 1);
  return [
    {
      title: "Questionnaires made from the code book",
      figures: [
        whole,
        figure("processor time of it", [(user + system) / 1000]),
        figure("longest of them", [longest]),
        figure("mean size", [bytes / FILES / 1024], "KiB"),
        figure("the .zip", [zip.length / 1024 / 1024], "MiB"),
        own,
        against(sheetJs, own),
        against(figure("values and styles, exceljs", exceljs), own),
      ],
    },
    { title: "Returned questionnaires", figures: [understood, against(read, understood)] },
  ];
}

/** What another library takes for the cells alone: no rules, looks, names or protection. */
function withSheetJs({ sheets }: Book): unknown {
  const file = utils.book_new();
  for (const { name, rows } of sheets) {
    const cells: unknown[][] = [];
    for (const { row, cells: own } of rows) {
      cells[row] = [];
      for (const { column, value } of own) cells[row][column] = value;
    }
    utils.book_append_sheet(file, utils.aoa_to_sheet(cells), name);
  }
  return writeSheetJS(file, { type: "buffer", bookType: "xlsx", compression: true });
}

async function withExcelJs({ sheets }: Book): Promise<unknown> {
  const file = new ExcelJS.Workbook();
  for (const { name, rows } of sheets) {
    const sheet = file.addWorksheet(name);
    for (const { row, cells } of rows) {
      for (const { column, value, style } of cells) {
        const cell = sheet.getCell(row + 1, column + 1);
        cell.value = value ?? null;
        if (style?.font) cell.font = { bold: style.font.bold, size: style.font.size };
        if (style?.fill)
          cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: `FF${style.fill}` } };
        if (style?.unlocked) cell.protection = { locked: false };
      }
    }
  }
  return file.xlsx.writeBuffer();
}
