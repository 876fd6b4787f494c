import type { BorderLine, Style } from "../../xlsx/write";

/** Colours and styles of a questionnaire: white is to be filled in, grey is given. */
export const colours = {
  ink: "1F2937",
  quiet: "6B7280",
  brand: "17406D",
  accent: "2A7F9E",
  band: "E8EFF6",
  given: "F3F4F6",
  line: "CBD5E1",
  previous: "1D4ED8",
  awaited: "FFF3C4",
  wrong: "F9C9C4",
  wrongText: "8A1C10",
  done: "DDF3E4",
  doneText: "14532D",
  link: "1D4ED8",
  white: "FFFFFF",
} as const;

const line: BorderLine = { style: "thin", color: colours.line };
const box = { left: line, right: line, top: line, bottom: line };
const strong = { ...box, top: { style: "medium", color: colours.accent } as BorderLine };
const text = { horizontal: "left", vertical: "center", wrap: true, indent: 1 } as const;

const given: Style = { fill: colours.given, border: box, align: text, font: { color: colours.ink } };
const answer: Style = { fill: colours.white, border: box, align: text, unlocked: true };
/** Free texts stay texts: phone numbers keep their zero, "=x" is no formula. A rank must stay a number. */
const answerText: Style = { ...answer, format: "@" };
const check: Style = { border: box, align: text, font: { color: colours.quiet, italic: true, size: 10 } };

const plain = {
  title: { font: { bold: true, size: 18, color: colours.brand }, align: { vertical: "center" } },
  subtitle: { font: { size: 11, color: colours.quiet }, align: { vertical: "center" } },
  section: { font: { bold: true, size: 13, color: colours.accent }, align: { vertical: "bottom" } },
  advice: { font: { color: colours.ink }, align: { vertical: "center", wrap: true } },
  note: { font: { color: colours.quiet, italic: true, size: 10 }, align: { vertical: "top", wrap: true } },
  previous: {
    font: { color: colours.previous, italic: true, size: 10 },
    align: { vertical: "top", wrap: true },
  },
  header: {
    font: { bold: true, color: colours.white },
    fill: colours.brand,
    border: box,
    align: { vertical: "center", horizontal: "center", wrap: true },
  },
  english: {
    font: { italic: true, size: 9, color: colours.brand },
    fill: colours.band,
    border: box,
    align: { vertical: "center", horizontal: "center", wrap: true },
  },
  given,
  givenFirst: { ...given, border: strong, font: { color: colours.ink, bold: true } },
  givenTop: { ...given, border: strong },
  quiet: { ...given, font: { color: colours.quiet } },
  help: { ...given, font: { color: colours.quiet, size: 10 } },
  answer,
  answerTop: { ...answer, border: strong },
  answerText,
  answerTextTop: { ...answerText, border: strong },
  answerDate: { ...answer, format: "dd/mm/yyyy" },
  answerNumber: { ...answer, format: "#,##0" },
  check,
  checkTop: { ...check, border: strong },
  count: { border: box, align: { vertical: "center", horizontal: "center" } },
  percent: { border: box, format: "0%", align: { vertical: "center", horizontal: "center" } },
  link: { border: box, font: { color: colours.link, underline: true }, align: text },
  cell: { border: box, align: text },
} as const satisfies Record<string, Style>;

/** Answers of the last edition look alike but blue: they are to be checked. */
const earlier = <S extends Style>(style: S): Style => ({ ...style, font: { color: colours.previous } });

export const looks = {
  ...plain,
  answerEarlier: earlier(answer),
  answerTopEarlier: earlier(plain.answerTop),
  answerTextEarlier: earlier(answerText),
  answerTextTopEarlier: earlier(plain.answerTextTop),
  answerDateEarlier: earlier(plain.answerDate),
  answerNumberEarlier: earlier(plain.answerNumber),
} as const;

export const awaited = { fill: colours.awaited } as const;
export const wrong = { fill: colours.wrong, color: colours.wrongText } as const;
export const done = { fill: colours.done, color: colours.doneText } as const;
