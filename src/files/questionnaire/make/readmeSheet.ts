import { questionnaireSheets, steps, words } from "../../../domain/questionnaire/words";
import { blockAddress, cellAddress, type ConditionalFormat, type Sheet } from "../../xlsx/write";
import { Grid, heightFor } from "./grid";
import { awaited, colours, done, looks } from "./looks";
import { subtitle, SUBTITLE_ROW, TITLE_ROW, type Making, type Section } from "./making";
import type { ProjectFigures } from "./projectsSheet";
import { literal } from "./speech";

const WIDTHS = [50, 12, 12, 16, 46];
const ALL_WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0);
/** Incomplete projects named on the first sheet. */
const NEXT = 10;

/** The first sheet: what to do, and how far one is, in native formulas. */
export function readmeSheet(making: Making, sections: readonly Section[], figures: ProjectFigures): Sheet {
  const { codebook, speech } = making;
  const grid = new Grid();
  const formats: ConditionalFormat[] = [];
  const links: { ref: string; location: string }[] = [];
  const merges: string[] = [];
  const { edition } = codebook;
  grid.put(TITLE_ROW, 0, `${speech.say(words.questionnaire)} — ${speech.say(edition.label)}`, looks.title);
  grid.height(TITLE_ROW, 32);
  const closing = edition.closingDate?.split("-").reverse().join("/");
  grid.put(
    SUBTITLE_ROW,
    0,
    `${making.territory.name} (${making.territory.code})${closing ? ` — ${speech.say(words.closing)} ${closing}` : ""}`,
    looks.subtitle,
  );

  let row = 3;
  const title = (text: string) => {
    grid.put(row, 0, text, looks.section);
    grid.height(row++, 28);
  };
  const header = (labels: readonly { readonly fr: string; readonly en: string }[]) => {
    labels.forEach((label, i) => grid.put(row, i, speech.lines(label), looks.header));
    grid.height(row++, speech.language === "fr" ? 22 : 34);
  };
  title(speech.say(words.howTo));
  for (const step of steps) {
    const text = speech.lines(step);
    grid.put(row, 0, text, looks.advice);
    merges.push(blockAddress(row, 0, row, WIDTHS.length - 1));
    grid.height(row++, heightFor(text, ALL_WIDTH, 19));
  }

  row++;
  title(speech.say(words.where));
  header([words.section, words.given, words.expected, words.share, words.toDo]);
  const firstSection = row;
  for (const { label, location, given, expected, values, todo } of sections) {
    const [has, awaits] = values;
    const [b, c] = [cellAddress(row, 1), cellAddress(row, 2)];
    const missing = speech.say(words.someMissing);
    const complete = speech.say(words.isComplete);
    grid.put(row, 0, label, looks.link);
    links.push({ ref: cellAddress(row, 0), location });
    grid.formula(row, 1, given, has, looks.count);
    grid.formula(row, 2, expected, awaits, looks.count);
    grid.formula(
      row,
      3,
      `IF(${c}=0,0,MIN(1,${b}/${c}))`,
      awaits ? Math.min(1, has / awaits) : 0,
      looks.percent,
    );
    const none = todo ?? "";
    const what = (n: number) => (todo && has === 0 ? todo : `${n} ${missing}`);
    grid.formula(
      row,
      4,
      `IF(${c}=0,${literal(none)},IF(${b}>=${c},${literal(complete)},${todo ? `IF(${b}=0,${literal(todo)},` : ""}${c}-${b}&${literal(` ${missing}`)}${todo ? ")" : ""}))`,
      awaits === 0 ? none : has >= awaits ? complete : what(awaits - has),
      looks.cell,
    );
    grid.height(row++, Math.max(heightFor(label, WIDTHS[0], 20), heightFor(todo ?? "", WIDTHS[4], 20)));
  }
  const lastSection = row - 1;
  const shares = blockAddress(firstSection, 3, lastSection, 3);
  formats.push({ ref: shares, bar: colours.accent });
  const todoRef = blockAddress(firstSection, 4, lastSection, 4);
  const share = `$${cellAddress(firstSection, 3)}`;
  formats.push({ ref: todoRef, formula: `${share}>=1`, look: done });
  formats.push({ ref: todoRef, formula: `LEN($${cellAddress(firstSection, 4)})>0`, look: awaited });

  row++;
  title(speech.say(words.byDomain));
  const domainField = codebook.field("projects", "domain");
  header([domainField.label, words.declared, words.complete, words.share, words.toDo]);
  const firstDomain = row;
  for (const code of codebook.activeCodes(domainField)) {
    const label = speech.code(domainField.list!, code);
    const own = figures.states.filter(({ domain, missing }) => domain === code.code && missing !== null);
    const missing = own.reduce((sum, state) => sum + state.missing!, 0);
    const complete = own.filter((state) => state.missing === 0).length;
    const [a, b, c] = [0, 1, 2].map((column) => cellAddress(row, column));
    grid.put(row, 0, label, looks.cell);
    grid.formula(
      row,
      1,
      `COUNTIFS(${figures.domains},${a},${figures.missing},">=0")`,
      own.length,
      looks.count,
    );
    grid.formula(row, 2, `COUNTIFS(${figures.domains},${a},${figures.missing},0)`, complete, looks.count);
    grid.formula(row, 3, `IF(${b}=0,0,${c}/${b})`, own.length ? complete / own.length : 0, looks.percent);
    const sum = `SUMIFS(${figures.missing},${figures.domains},${a})`;
    grid.formula(
      row,
      4,
      `IF(${sum}>0,${sum}&${literal(` ${speech.say(words.someMissing)}`)},IF(${b}>0,${literal(speech.say(words.isComplete))},""))`,
      missing > 0
        ? `${missing} ${speech.say(words.someMissing)}`
        : own.length
          ? speech.say(words.isComplete)
          : "",
      looks.cell,
    );
    grid.height(row++, heightFor(label, WIDTHS[0], 20));
  }
  const lastDomain = row - 1;
  formats.push({ ref: blockAddress(firstDomain, 3, lastDomain, 3), bar: colours.accent });
  const toComplete = blockAddress(firstDomain, 4, lastDomain, 4);
  const firstShare = `$${cellAddress(firstDomain, 3)}`;
  formats.push({ ref: toComplete, formula: `${firstShare}>=1`, look: done });
  formats.push({ ref: toComplete, formula: `LEN($${cellAddress(firstDomain, 4)})>0`, look: awaited });

  row++;
  title(speech.say(words.next));
  header([codebook.field("projects", "project").label, words.toDo]);
  merges.push(blockAddress(row - 1, 1, row - 1, 4));
  const waiting = figures.states.filter(({ missing }) => missing !== null && missing > 0);
  for (let n = 1; n <= NEXT; n++) {
    const at = (ref: string) => `INDEX(${ref},MATCH(${n},${figures.order},0))`;
    const none = n === 1 ? literal(speech.say(words.nothing)) : '""';
    const now = waiting[n - 1];
    grid.formula(
      row,
      0,
      `IFERROR(${at(figures.names)}&"",${none})`,
      now?.name ?? (n === 1 ? speech.say(words.nothing) : ""),
      looks.cell,
    );
    grid.formula(row, 1, `IFERROR(${at(figures.checks)}&"","")`, now?.check ?? "", looks.cell);
    [2, 3, 4].forEach((column) => grid.put(row, column, undefined, looks.cell));
    merges.push(blockAddress(row, 1, row, 4));
    grid.height(row++, speech.language === "fr" ? 20 : 32);
  }

  return {
    name: questionnaireSheets.readme,
    rows: grid.list(),
    columns: WIDTHS.map((width, column) => ({ column, width })),
    merges,
    freeze: { row: 2, column: 0 },
    gridLines: false,
    tabColor: colours.brand,
    formats,
    links,
    print: {
      orientation: "portrait",
      area: blockAddress(0, 0, row - 1, WIDTHS.length - 1),
      header: [subtitle(making), ""],
      footer: [edition.label.fr, ""],
    },
    isProtected: true,
  };
}
