import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { chartTheme, luminance, orderedColours, seriesColours } from "../../src/domain/charts/theme";
import { writeFigure, type Report } from "../../src/domain/reports/model";
import { reportWorkbook } from "../../src/files/reports/workbook";
import { readWorkbook } from "../../src/files/xlsx";
import { goldenReport } from "../golden/reports/report";

const report: Report = {
  language: "fr",
  title: "Rapport 2014 & suite",
  subtitle: "Baromètre",
  fileTitle: "Rapport",
  made: "2026-11-21",
  sections: [
    {
      id: "position",
      title: "Position",
      text: ["=1+1", "+33 6 00 00 00 00"],
      tables: [
        {
          title: "Indices",
          header: ["Indicateur", "Chambéry", "Médiane des pairs"],
          rows: [
            ['=HYPERLINK("http://x")', 2.21, 2.1],
            ["Moyens", null, 2.5],
          ],
          formats: ["text", "mean", "mean"],
          base: "28 territoires",
          sentence: "La maturité dépasse la médiane.",
          chart: { type: "bar", title: "Chambéry et ses pairs", label: 0, series: [1, 2], rows: 2 },
        },
        {
          title: "Mesure et moyens",
          header: ["Territoire", "Mesure", "Moyens"],
          rows: [
            ["A", 1, 2],
            ["B", 2, 3],
          ],
          formats: ["text", "mean", "mean"],
          base: "",
          chart: { type: "points", title: "Mesure et moyens", label: 0, series: [1, 2], rows: 2 },
        },
      ],
    },
  ],
};

/** Lightness L* of CIE 1976, 0 … 100. */
const lightness = (color: string): number => {
  const y = luminance(color);
  return y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (24389 / 27) * y;
};

test("neighbouring colours of a chart differ in lightness, so that they survive print without colour", () => {
  for (const colours of [chartTheme.series, orderedColours(3), orderedColours(4), orderedColours(5)]) {
    colours.slice(1).forEach((colour, i) => {
      expect(Math.abs(lightness(colour) - lightness(colours[i]))).toBeGreaterThan(
        colours.length > 4 ? 12 : 17,
      );
    });
  }
  expect(seriesColours(8, false)).toHaveLength(8);
});

describe("the workbook of a report", () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await reportWorkbook(report);
  });
  const part = (name: string): string => strFromU8(unzipSync(bytes)[name]);

  test("holds texts and values, no formula and no link, whatever the texts begin with", () => {
    const sheet = part("xl/worksheets/sheet1.xml");
    expect(sheet).not.toContain("<f>");
    expect(sheet).not.toContain("hyperlink");
    const book = readWorkbook(bytes);
    const values = [...book.sheets[0].rows.values()].flatMap((cells) =>
      [...cells.values()].map(({ value }) => value),
    );
    expect(values).toEqual(
      expect.arrayContaining(["=1+1", "+33 6 00 00 00 00", '=HYPERLINK("http://x")', 2.21, 2.1, 2.5]),
    );
    expect(values).not.toContain("null");
  });

  test("has a native chart for each table that asks for one, drawn from the table's cells", () => {
    const book = readWorkbook(bytes);
    const { rows } = book.sheets[0];
    const valuesAt = (reference: string): unknown[] => {
      const [, column, from, to] = /\$([A-Z])\$(\d+):\$[A-Z]\$(\d+)/.exec(reference)!;
      const index = column.charCodeAt(0) - 65;
      return Array.from(
        { length: Number(to) - Number(from) + 1 },
        (_, i) => rows.get(Number(from) - 1 + i)?.get(index)?.value,
      );
    };
    const references = (chart: string): string[] =>
      [...part(`xl/charts/${chart}.xml`).matchAll(/<c:f>([^<]+)<\/c:f>/g)].map(([, f]) => f);
    expect(references("chart1").map(valuesAt)).toEqual([
      ['=HYPERLINK("http://x")', "Moyens"],
      [2.21, undefined],
      ['=HYPERLINK("http://x")', "Moyens"],
      [2.1, 2.5],
    ]);
    expect(references("chart2").map(valuesAt)).toEqual([
      [1, 2],
      [2, 3],
    ]);
  });

  test("points have no line between them", () => {
    expect(part("xl/charts/chart2.xml")).toMatch(/<a:noFill\/>.*<c:marker>/);
  });
});

describe("the report that LibreOffice has read (test/golden/reports)", () => {
  const folder = join(__dirname, "../golden/reports");

  test("is the one written today, part by part; if not, run make.sh there", async () => {
    const parts = (bytes: Uint8Array): Record<string, string> =>
      Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
    const written = parts(await reportWorkbook(goldenReport));
    expect(written).toEqual(parts(readFileSync(join(folder, "report.xlsx"))));
  });

  test("shows every text and figure in LibreOffice as the page writes it", () => {
    const cells = readFileSync(join(folder, "report.csv"), "utf8")
      .split(/\r?\n/)
      .flatMap((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [])
      .map((cell) => cell.replace(/,$/, "").replace(/^"|"$/g, "").replace(/""/g, '"'));
    const tables = goldenReport.sections.flatMap((section) => section.tables);
    const wanted = tables.flatMap(({ header, rows, formats }) => [
      ...header,
      ...rows.flatMap((row) => row.map((value, i) => writeFigure(value, formats[i], "en"))),
    ]);
    for (const text of [...goldenReport.sections[0].text, ...wanted]) expect(cells).toContain(text);
  });
});
