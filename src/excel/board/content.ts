import {
  panelBoard,
  responseBy,
  sectionLabels,
  toCorrect,
  toRemind,
  type BoardRow,
  type SectionId,
} from "../../domain/completeness";
import type { StudySnapshot } from "../../domain/imports/types";
import { boardHeaders as h, boardNames, boardWords } from "../../domain/messages/importing";
import { serialOfDate } from "../../domain/records/dates";
import { asText, type CellValue } from "../../domain/records/project";
import { isBlank } from "../../domain/values/answer";

export interface BoardColumn {
  readonly header: string;
  readonly format?: string;
  /** In characters. */
  readonly width: number;
}

/** A table of the panel board as it shall be. */
export interface BoardTable {
  readonly name: string;
  readonly sheet: string;
  /** First column on the sheet, of a new one. */
  readonly column: number;
  readonly columns: readonly BoardColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Column by which a row is the same again: rows stay where a person has sorted them. Else as given. */
  readonly key?: number;
}

const SECTIONS: readonly SectionId[] = [
  "identity",
  "projects",
  "measure",
  "means",
  "governance",
  "motivations",
  "actors",
];
const PERCENT = "0%";

/** A share as cells hold it: less than one answer of a territory is lost. */
export const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

/** The panel board as tables: the territories, response rates, who is to be reminded and to correct. */
export function boardTables(snapshot: StudySnapshot): BoardTable[] {
  const { language, codebook } = snapshot;
  const board = panelBoard(snapshot);
  const day = language === "fr" ? "dd/mm/yyyy" : "yyyy-mm-dd";
  const text = (value: string): CellValue => asText(value);
  const date = (iso: string): CellValue => serialOfDate(iso) ?? text(iso);
  const answered = (row: BoardRow, id: SectionId): CellValue => {
    const section = row.completeness.sections.find((each) => each.section === id);
    return row.hasReturned && section?.expected ? rounded(section.answered / section.expected) : "";
  };
  // Names of people stand in Répondants only: here their kind, as the panel has it.
  const kinds = new Map(
    snapshot.tables.panel.map(({ name, respondent }) => [
      String(name ?? "").trim(),
      typeof respondent === "number"
        ? codebook.display("respondentKind", respondent, language)
        : String(respondent ?? ""),
    ]),
  );
  const territories: BoardTable = {
    name: boardNames.board,
    sheet: boardNames.sheet,
    column: 0,
    key: 1,
    columns: [
      { header: h.code, format: "@", width: 10 },
      { header: h.territory, width: 28 },
      { header: h.type, width: 20 },
      { header: h.region, width: 20 },
      { header: h.sizeClass, width: 16 },
      { header: h.contacted, width: 10 },
      { header: h.sent, format: day, width: 11 },
      { header: h.reminded, format: day, width: 11 },
      { header: h.returned, format: day, width: 11 },
      { header: h.late, width: 9 },
      { header: h.completeness, format: PERCENT, width: 10 },
      ...SECTIONS.map((id) => ({ header: sectionLabels[id].fr, format: PERCENT, width: 10 })),
      { header: h.lastFile, width: 26 },
      { header: h.by, width: 18 },
      { header: h.toCorrect, width: 10 },
      { header: h.next, width: 16 },
    ],
    rows: board.rows.map((row) => [
      text(row.code),
      text(row.territory),
      text(row.type[language]),
      text(row.region[language]),
      text(row.sizeClass[language]),
      row.contacted ? boardWords.yes[language] : "",
      date(row.sent),
      date(row.reminded),
      date(row.returned),
      row.late ? boardWords.yes[language] : "",
      row.share === null ? "" : rounded(row.share),
      ...SECTIONS.map((id) => answered(row, id)),
      text(row.lastFile),
      text(row.lastFile ? (kinds.get(row.territory) ?? "") : ""),
      row.toCorrect || "",
      nextStep(row)?.[language] ?? "",
    ]),
  };
  const { returned, territories: asked } = board.response;
  const rate = (count: number, of: number): CellValue => (of ? count / of : "");
  const dimensions = ["type", "region", "sizeClass"] as const;
  const response: BoardTable = {
    name: boardNames.response,
    sheet: boardNames.listsSheet,
    column: 0,
    columns: [
      { header: h.dimension, width: 18 },
      { header: h.group, width: 26 },
      { header: h.asked, width: 10 },
      { header: h.answered, width: 10 },
      { header: h.rate, format: "0.0%", width: 14 },
    ],
    rows: [
      [boardWords.panel[language], boardWords.all[language], asked, returned, rate(returned, asked)],
      ...dimensions.flatMap((dimension) =>
        responseBy(snapshot, board, dimension).map((group): CellValue[] => [
          codebook.field("panel", dimension).label[language],
          text(group.label[language]),
          group.territories,
          group.returned,
          rate(group.returned, group.territories),
        ]),
      ),
    ],
  };
  const remind: BoardTable = {
    name: boardNames.remind,
    sheet: boardNames.listsSheet,
    column: 6,
    columns: [
      { header: h.territory, width: 28 },
      { header: h.region, width: 20 },
      { header: h.since, format: day, width: 18 },
    ],
    rows: toRemind(board).map((row) => [
      text(row.territory),
      text(row.region[language]),
      date(row.reminded || row.sent),
    ]),
  };
  const correct: BoardTable = {
    name: boardNames.correct,
    sheet: boardNames.listsSheet,
    column: 10,
    columns: [
      { header: h.territory, width: 28 },
      { header: h.values, width: 18 },
      { header: h.lastFile, width: 26 },
    ],
    rows: toCorrect(board).map((row) => [text(row.territory), row.toCorrect, text(row.lastFile)]),
  };
  return [territories, response, remind, correct];
}

function nextStep({ hasReturned, declined, sent, toCorrect: values, share }: BoardRow) {
  if (declined) return boardWords.declined;
  if (!hasReturned) return isBlank(sent) ? boardWords.send : boardWords.remind;
  if (values) return boardWords.correct;
  return share !== null && share < 1 ? boardWords.complete : null;
}
