import { studySections } from "../../src/domain/synthesis";
import {
  isImpossible,
  isPrintedAs,
  notShown,
  placeOf,
  publishedFigures,
  shownAt,
  type ShownTable,
} from "../../tools/published-2014";
import { codebook2014 } from "../support/base";
import { bench, closeBench } from "./study-support";

jest.setTimeout(60_000);
afterEach(closeBench);

/** The tables of a built synthesis as its cells hold them, by section; blocks follow each other from the top. */
function tablesOf(page: readonly (readonly unknown[])[]): (section: string) => ShownTable {
  const sections = studySections(codebook2014, () => null);
  const titles = new Map(sections.map(({ id, title }) => [id, title.fr]));
  return (id) => {
    const at = page.findIndex((row) => row[0] === titles.get(id));
    const isBlank = (cell: unknown) => cell === "" || cell === null;
    const rows = page.slice(at + 2);
    const lines = rows.slice(
      0,
      rows.findIndex((row) => row.slice(0, 3).every(isBlank)),
    );
    const next = page.findIndex((row, i) => i > at && [...titles.values()].includes(String(row[0])));
    // Below the table stands nothing of the block but its sentence.
    const below = page.slice(at + 2 + lines.length, next < 0 ? undefined : next);
    const sentence = below.find(([cell]) => !isBlank(cell))!;
    return {
      header: lines[0],
      rows: lines.slice(1),
      base: String(page[at + 1][0]),
      sentence: String(sentence[0]),
    };
  };
}

test("every published figure of 2014 that can be is in the cells of the built synthesis", async () => {
  const { book, study, settle } = await bench({ formulas: true });
  await study.loadSample2014();
  await settle();
  await study.buildSynthesis();
  await settle();
  const table = tablesOf(book.host.read("Synthèse!A1:I1500"));
  const figures = publishedFigures.filter((figure) => !isImpossible(figure) && !(figure.id in notShown));
  const wrong = figures.flatMap((figure) => {
    const shown = shownAt(placeOf(figure.id)!, table);
    return isPrintedAs(figure, shown) ? [] : [[figure.id, figure.printed, shown]];
  });
  expect(wrong).toEqual([]);
  expect(figures.length).toBeGreaterThan(140);
});
