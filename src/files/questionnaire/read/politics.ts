import type { Code, Codebook, Field } from "../../../domain/codebook";
import { meaningsOf, politicsLists } from "../../../domain/questionnaire/questions";
import type {
  FilePlace,
  ReadAnswer,
  ReturnedMotivation,
  ReturnedStatement,
} from "../../../domain/questionnaire/returned";
import type { ReadCell } from "../../xlsx/types";
import type { CellAnswers } from "./cells";
import type { Located } from "./find";
import type { Remarks } from "./remarks";
import { blockRows, readLabel, settleColumns, type BlockRow } from "./rows";

/** "1er", "2e", "n° 3": ranks as people write them. */
const ORDINAL = /^(?:n[°o]\s*|rang\s*)?(\d+)\s*(?:er|ère|re|e|è|ème|eme|nd|nde|st|rd|th)?\.?$/i;

/** Reads ranks and statements of one file. */
export class PoliticsReader {
  private readonly lists;
  /** Columns that are no longer there, as "table.field". */
  readonly missing: { readonly table: string; readonly field: string }[] = [];

  constructor(
    private readonly codebook: Codebook,
    private readonly cells: CellAnswers,
    private readonly remarks: Remarks,
  ) {
    this.lists = politicsLists(codebook);
  }

  motivations(motivations: readonly Located[], meanings: readonly Located[]): ReturnedMotivation[] {
    const { codebook } = this;
    const rankField = codebook.field("motivations", "rank");
    const codes = codebook.activeCodes(codebook.field("motivations", "motivation"));
    const ranks = new Map<number, Ranked>();
    for (const { row, code } of this.rows(motivations, "motivation", "rank", this.lists.motivation)) {
      const rank = this.rank(row, { ...rankField, max: codes.length });
      if (rank) this.keep(ranks, code, { place: row.place("motivation"), rank });
      else if (!ranks.has(code)) ranks.set(code, { place: row.place("motivation") });
    }
    this.dropTies(ranks, codes);

    const byMotivation = new Map<number, Map<number, Ranked>>();
    for (const { row, code } of this.rows(meanings, "meaning", "rank", this.lists.meaning)) {
      const motivation = this.motivationOf(row, code);
      if (motivation === undefined) continue;
      const own = byMotivation.get(motivation) ?? new Map<number, Ranked>();
      byMotivation.set(motivation, own);
      const rank = this.rank(row, {
        ...rankField,
        max: Math.max(1, meaningsOf(codebook, motivation).length),
      });
      if (rank) this.keep(own, code, { place: row.place("meaning"), rank });
    }
    for (const own of byMotivation.values()) this.dropTies(own, codebook.list(this.lists.meaning).codes);

    const all = new Set([...ranks.keys(), ...byMotivation.keys()]);
    return [...all]
      .sort((a, b) => a - b)
      .map((motivation): ReturnedMotivation => {
        const own = [...(byMotivation.get(motivation) ?? [])].flatMap(([meaning, { rank }]) =>
          rank ? [{ meaning, rank }] : [],
        );
        const known = ranks.get(motivation);
        return {
          motivation,
          ...(known?.rank ? { rank: known.rank } : {}),
          meanings: own.sort((a, b) => rankOrder(a.rank) - rankOrder(b.rank)),
          place: known?.place ?? own[0]?.rank.place ?? {},
        };
      })
      .filter(({ rank, meanings: own }) => rank || own.length);
  }

  statements(located: readonly Located[]): ReturnedStatement[] {
    const { codebook, remarks } = this;
    const agreementField = codebook.field("actors", "agreement");
    const found = new Map<number, ReturnedStatement>();
    for (const { row, code } of this.rows(located, "statement", "agreement", this.lists.statement)) {
      const agreement = this.cells.read(agreementField, row.cell("agreement"), row.place("agreement"));
      if (!agreement) continue;
      const before = found.get(code);
      if (before && before.agreement.value !== agreement.value) {
        const { label } = codebook.code(this.lists.statement, code)!;
        remarks.add(
          "answerTwice",
          "error",
          row.place("agreement"),
          { field: label },
          { field: label, value: agreement.raw },
        );
      } else if (!before) found.set(code, { statement: code, agreement, place: row.place("statement") });
    }
    return [...found.values()].sort((a, b) => a.statement - b.statement);
  }

  /** Rows whose question is known; a row with an answer to none is said. */
  private *rows(
    located: readonly Located[],
    question: string,
    answer: string,
    list: string,
  ): Generator<{ row: BlockRow; code: number }> {
    for (const one of located) {
      const columns = settleColumns(one, this.remarks);
      const table = one.definition.id;
      for (const id of columns.missing) this.missing.push({ table, field: id });
      for (const row of blockRows(one, columns)) {
        const key = row.cell(question);
        const code = key && readLabel(this.codebook, list, key.value);
        if (code !== undefined) {
          yield { row, code };
          continue;
        }
        if (!row.cell(answer)) continue;
        const expected = this.codebook.list(list).codes.map(({ label }) => label);
        this.remarks.add(
          "unknownRow",
          "error",
          row.place(answer),
          { expected },
          { value: row.cell(answer)!.value },
        );
      }
    }
  }

  /** The motivation a meaning refines: the one its row names, if that one has this meaning. */
  private motivationOf(row: BlockRow, meaning: number): number | undefined {
    const named = readLabel(this.codebook, this.lists.motivation, row.cell("motivation")?.value);
    if (named !== undefined) return named;
    const { codes } = this.codebook.list(this.lists.motivation);
    const owners = codes.filter(({ code }) =>
      meaningsOf(this.codebook, code).some((own) => own.code === meaning),
    );
    return owners.length === 1 ? owners[0].code : undefined;
  }

  private rank(row: BlockRow, field: Field): ReadAnswer | undefined {
    const cell = row.cell("rank");
    const typed = typeof cell?.value === "string" ? ORDINAL.exec(cell.value.trim()) : null;
    const plain: ReadCell | undefined = typed ? { ...cell!, value: Number(typed[1]) } : cell;
    const rank = this.cells.read({ ...field, min: 1 }, plain, row.place("rank"));
    if (!rank || typeof rank.value !== "number" || Number.isInteger(rank.value)) {
      return rank && { ...rank, raw: cell!.value };
    }
    const { label, max } = field;
    const about = { field: label, value: rank.raw };
    this.remarks.add("outOfRange", "error", rank.place, { field: label, min: 1, max }, about);
    return undefined;
  }

  private keep(ranks: Map<number, Ranked>, code: number, next: Ranked): void {
    const before = ranks.get(code)?.rank;
    if (before && next.rank && before.value !== next.rank.value) {
      const { label } = this.codebook.field("motivations", "rank");
      this.remarks.add(
        "answerTwice",
        "error",
        next.rank.place,
        { field: label },
        { field: label, value: next.rank.raw },
      );
    } else if (!before) ranks.set(code, next);
  }

  /** A rank given twice says nothing about either. */
  private dropTies(ranks: Map<number, Ranked>, codes: readonly Code[]): void {
    const given = new Map<number, number[]>();
    for (const [code, { rank }] of ranks) {
      if (typeof rank?.value !== "number") continue;
      given.set(rank.value, [...(given.get(rank.value) ?? []), code]);
    }
    for (const [rank, tied] of given) {
      if (tied.length < 2) continue;
      const among = tied.map((code) => codes.find((candidate) => candidate.code === code)!.label);
      for (const code of tied) {
        const { rank: answer, place } = ranks.get(code)!;
        const field = this.codebook.field("motivations", "rank").label;
        this.remarks.add("rankTwice", "error", answer!.place, { rank, among }, { field, value: answer!.raw });
        ranks.set(code, { place });
      }
    }
  }
}

interface Ranked {
  readonly place: FilePlace;
  readonly rank?: ReadAnswer;
}

const rankOrder = ({ value }: ReadAnswer): number => (typeof value === "number" ? value : Infinity);
