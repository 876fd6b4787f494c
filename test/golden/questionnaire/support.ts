import { Codebook, editions } from "../../../src/domain/codebook";
import type { FileDecisions, ReturnedQuestionnaire } from "../../../src/domain/questionnaire/returned";
import { sample2014 } from "../../../src/domain/sample";
import {
  makeQuestionnaire,
  questionnaireBook,
  readQuestionnaire,
  type QuestionnaireRequest,
} from "../../../src/files/questionnaire";
import {
  readWorkbook,
  type ReadCell,
  type ReadSheet,
  type ReadTable,
  type ReadWorkbook,
} from "../../../src/files/xlsx";
import { cellAddress, columnLetters, writeWorkbook, type Book } from "../../../src/files/xlsx/write";

export const codebookOf = (id: string) => new Codebook(editions.find((edition) => edition.id === id)!);
export const codebooks = ["2014", "2013", "2017"].map(codebookOf);
export const [codebook] = codebooks;
const sample = sample2014(codebook);

/** A territory of the sample that declares projects, its answers of "2013", and a fixed date. */
export const territory = sample.panel.find(({ name }) =>
  sample.projects.some((row) => row.territory === name),
)!;
export const previous = {
  edition: "2013",
  projects: sample.projects.filter((row) => row.territory === territory.name),
  motivations: [
    { motivation: 1, rank: 1, meaning: 4 },
    { motivation: 2, rank: 2, meaning: 10 },
    { motivation: 5, rank: 3, meaning: null },
  ],
  actors: [
    { statement: 1, agreement: 3 },
    { statement: 7, agreement: "NR" },
  ],
  panel: territory,
};
export const request = (more: Partial<QuestionnaireRequest> = {}): QuestionnaireRequest => ({
  territory,
  language: "fr",
  documentId: "d0c0ffee",
  now: new Date("2014-01-10T09:00:00Z"),
  ...more,
});

export const made = (more: Partial<QuestionnaireRequest> = {}, book = codebook): Uint8Array =>
  makeQuestionnaire(book, request(more));

/** The questionnaire of a workbook; throws if it was refused. */
export function understood(
  workbook: ReadWorkbook,
  decisions: FileDecisions = {},
  known = codebooks,
): ReturnedQuestionnaire {
  const result = readQuestionnaire(workbook, { file: "retour.xlsx", codebooks: known, decisions });
  if (result.kind === "refused") throw new Error(`Refused: ${result.anomaly.reason.en}`);
  return result;
}

type Value = ReadCell["value"] | null;
type EditedSheet = Omit<
  { -readonly [K in keyof ReadSheet]: ReadSheet[K] },
  "rows" | "hiddenRows" | "merges"
> & {
  rows: Map<number, Map<number, ReadCell>>;
  hiddenRows: Set<number>;
  merges: string[];
};

/** What people do to a file, done to what was read of it. */
export class Edited implements ReadWorkbook {
  sheets: EditedSheet[];
  tables: ReadTable[];
  names: Map<string, string>;
  remarks: ReadWorkbook["remarks"];
  cellCount: number;

  constructor(bytes: Uint8Array | ReadWorkbook = made()) {
    const read = bytes instanceof Uint8Array ? readWorkbook(bytes) : bytes;
    this.sheets = read.sheets.map((sheet) => ({
      ...sheet,
      rows: new Map([...sheet.rows].map(([row, cells]) => [row, new Map(cells)])),
      hiddenRows: new Set(sheet.hiddenRows),
      merges: [...sheet.merges],
    }));
    this.tables = [...read.tables];
    this.names = new Map(read.names);
    this.remarks = read.remarks;
    this.cellCount = read.cellCount;
  }

  sheet(name: string): EditedSheet {
    return this.sheets.find((sheet) => sheet.name === name)!;
  }

  /** Writes cells by address: `{ C6: "3", D6: null }`. */
  set(sheet: string, values: Readonly<Record<string, Value>>): this {
    for (const [address, value] of Object.entries(values))
      this.cell(sheet, address, value === null ? null : { value });
    return this;
  }

  cell(sheet: string, address: string, cell: ReadCell | null): this {
    const [row, column] = at(address);
    const { rows } = this.sheet(sheet);
    const cells = rows.get(row) ?? new Map<number, ReadCell>();
    rows.set(row, cells);
    if (cell) cells.set(column, cell);
    else cells.delete(column);
    return this;
  }

  value(sheet: string, address: string): Value {
    const [row, column] = at(address);
    return this.sheet(sheet).rows.get(row)?.get(column)?.value ?? null;
  }

  /** Address of the first cell that holds this text. */
  find(sheet: string, text: string, skip = 0): string {
    let left = skip;
    for (const [row, cells] of [...this.sheet(sheet).rows].sort(([a], [b]) => a - b)) {
      for (const [column, { value }] of cells)
        if (value === text && left-- === 0) return cellAddress(row, column);
    }
    throw new Error(`${sheet} does not hold ${text}`);
  }

  /** Number of the last row of a table, from 1. */
  lastRow(table: string): number {
    return Number(/\d+$/.exec(this.tables.find(({ name }) => name === table)!.ref)![0]);
  }

  /** Moves cells of a sheet: the row and column each one gets, or null to drop it. */
  move(sheet: string, to: (row: number, column: number) => readonly [number, number] | null): this {
    const edited = this.sheet(sheet);
    const rows = new Map<number, Map<number, ReadCell>>();
    for (const [row, cells] of edited.rows) {
      for (const [column, cell] of cells) {
        const next = to(row, column);
        if (!next) continue;
        if (!rows.has(next[0])) rows.set(next[0], new Map());
        rows.get(next[0])!.set(next[1], cell);
      }
    }
    edited.rows = rows;
    return this;
  }

  deleteColumn(sheet: string, letters: string): this {
    const [, gone] = at(`${letters}1`);
    this.move(sheet, (row, column) => (column === gone ? null : [row, column > gone ? column - 1 : column]));
    this.tables = this.tables.map((table) => {
      if (table.sheet !== sheet) return table;
      const [from, to] = table.ref.split(":");
      const last = columnLetters(at(to)[1] - 1);
      return {
        ...table,
        ref: `${from}:${last}${/\d+$/.exec(to)![0]}`,
        columns: table.columns.filter((_, i) => i !== gone),
      };
    });
    return this;
  }

  insertRows(sheet: string, before: number, count: number): this {
    return this.move(sheet, (row, column) => [row >= before - 1 ? row + count : row, column]);
  }

  rename(from: string, to: string): this {
    this.sheet(from).name = to;
    this.tables = this.tables.map((table) => (table.sheet === from ? { ...table, sheet: to } : table));
    return this;
  }

  /** As Excel copies a sheet: its tables get other names. */
  copy(from: string, to: string): this {
    const { rows, ...sheet } = this.sheet(from);
    this.sheets.push({
      ...sheet,
      name: to,
      rows: new Map([...rows].map(([row, cells]) => [row, new Map(cells)])),
    });
    const own = this.tables.filter((table) => table.sheet === from);
    this.tables.push(
      ...own.map((table) => ({ ...table, name: `${table.name}${table.name.length}`, sheet: to })),
    );
    return this;
  }

  toRanges(): this {
    this.tables = [];
    return this;
  }
}

function at(address: string): [row: number, column: number] {
  const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(address)!;
  return [Number(row) - 1, [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1];
}

/** What a questionnaire says, without where: for comparing files of different programs. */
export const essence = (q: ReturnedQuestionnaire) => {
  const values = (answers: ReturnedQuestionnaire["fiche"]) =>
    Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]));
  return {
    territory: q.identity.territory,
    edition: q.identity.edition,
    documentId: q.identity.documentId,
    fiche: values(q.fiche),
    respondents: q.respondents.map(({ answers }) => values(answers)),
    projects: q.projects.map((p) => [p.domain, p.project, p.listed, values(p.answers)]),
    absent: q.absentProjects.map((p) => [p.domain, p.project]),
    motivations: q.motivations.map((m) => [
      m.motivation,
      m.rank?.value,
      m.meanings.map((own) => [own.meaning, own.rank.value]),
    ]),
    statements: q.statements.map((s) => [s.statement, s.agreement.value]),
    parts: q.parts.map(({ part, answered, expected, filledBy, done }) => [
      part,
      answered,
      expected,
      filledBy,
      done,
    ]),
  };
};

export const codes = (q: ReturnedQuestionnaire) => q.anomalies.map(({ code }) => code);

/** The file with cells typed into it; its formulas have no values, so that whoever opens it must calculate. */
export function typed(
  book: Book,
  cells: Readonly<Record<string, Readonly<Record<string, string | number>>>>,
): Uint8Array {
  const sheets = book.sheets.map((sheet) => {
    const own = new Map(Object.entries(cells[sheet.name] ?? {}));
    const rows = sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const value = own.get(cellAddress(row.row, cell.column));
        if (cell.formula !== undefined) return { ...cell, value: undefined };
        return value === undefined ? cell : { ...cell, value };
      }),
    }));
    return { ...sheet, rows };
  });
  return writeWorkbook({ ...book, sheets });
}

/** A questionnaire somebody has begun: the file LibreOffice is given to calculate and to save. */
export const filledByHand = (): Uint8Array =>
  typed(questionnaireBook(codebook, request()), {
    Projets: {
      C6: "3 – Réalisé",
      D6: "2 – Premiers éléments",
      E6: "NR – Non renseigné",
      F6: "2 – Régie",
      G6: "1 – Unilatérale",
      H6: "1 – Chef de projet interne",
      C7: "1 – Étude",
      C8: "SO – Sans objet",
      B13: "=Tablettes",
      C13: "2 – En cours",
      I13: "+33 6 12 34 56 78",
      C16: "1 – Étude",
    },
    Politique: { B7: 1, B8: 1, B9: 3 },
  });
