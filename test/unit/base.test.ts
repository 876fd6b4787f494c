import type { Base, BaseTableId } from "../../src/domain/base/base";
import { TextColumn } from "../../src/domain/base/columns";
import { BaseQuery } from "../../src/domain/query/baseQuery";
import { normalizeText } from "../../src/domain/text/normalize";
import { mulberry32 } from "../../src/domain/sample/random";
import { cellsOf } from "../../tools/as-excel";
import { baseOf, bvn, codebook2014 } from "../support/base";

/** Enough rows for cubes; see `FEW_ROWS`. */
const ROWS = 12_000;
const label = (list: string, code: number) => codebook2014.code(list, code)!.label.fr;

interface Project {
  territory: string;
  domain: number;
  status: number;
  comment: string;
  inclusion: number;
}

/** A table that is edited at random while a plain list of the same rows is kept beside it. */
class Edited {
  readonly random = mulberry32(12);
  readonly panel = Array.from({ length: 40 }, (_, i) => ({
    name: `Ville ${i}`,
    type: label("type", 1 + (i % 4)),
    population: 10_000 * (i + 1),
  }));
  rows: Project[] = Array.from({ length: ROWS }, () => this.row());
  readonly base = baseOf(
    this.rows.map((row) => this.cells(row)),
    this.panel,
  );

  pick(n: number): number {
    return Math.floor(this.random() * n);
  }

  row(territories = 40): Project {
    return {
      territory: `Ville ${this.pick(territories)}`,
      domain: 1 + this.pick(5),
      status: this.pick(4),
      comment: this.pick(3) ? "" : `Réseau n° ${this.pick(100_000)}`,
      inclusion: this.pick(50) ? 0 : 2,
    };
  }

  cells(row: Project): Record<string, unknown> {
    return {
      ...row,
      domain: label("domain", row.domain),
      status: row.status || "",
      inclusion: row.inclusion || "",
    };
  }

  private written(rows: readonly Project[]): unknown[][] {
    return cellsOf(
      codebook2014,
      "projects",
      rows.map((row) => this.cells(row)),
    );
  }

  edit(table: BaseTableId = "projects"): void {
    const at = this.pick(this.rows.length - 400);
    const count = this.pick(10) ? 1 + this.pick(3) : 300;
    // Now and then a territory nobody has named yet.
    const rows = Array.from({ length: count }, () => this.row(this.pick(8) ? 40 : 44));
    const kind = this.pick(3);
    if (kind === 0) {
      this.base.updateRows(table, at, this.written(rows));
      this.rows.splice(at, count, ...rows);
    } else if (kind === 1) {
      this.base.insertRows(table, at, this.written(rows));
      this.rows.splice(at, 0, ...rows);
    } else {
      this.base.deleteRows(table, at, count);
      this.rows.splice(at, count);
    }
  }

  kept(test: (row: Project) => boolean): Project[] {
    return this.rows.filter((row) => row.inclusion !== 2 && test(row));
  }
}

const mean = (rows: readonly Project[]) => {
  const answered = rows.filter(({ status }) => status > 0);
  return answered.reduce((sum, { status }) => sum + status, 0) / answered.length;
};

describe("a long table under edits answers as a plain loop over its rows", () => {
  const edited = new Edited();
  const { base } = edited;
  const panelOf = (row: Project) => edited.panel.find(({ name }) => name === row.territory);
  const ask = (round: number) => {
    const domain = 1 + (round % 5);
    const type = label("type", 1 + (round % 4));
    const population = 10_000 * (1 + (round % 37));
    const filters = ["Domaine", label("domain", domain), "Type", type, "Population", `>=${population}`];
    const chosen = edited.kept((row) => {
      const territory = panelOf(row);
      return row.domain === domain && territory?.type === type && territory.population >= population;
    });
    expect(bvn(base, "PROJECTS", filters)).toBe(chosen.length);
    expect(bvn(base, "MATURITY", filters)).toBeCloseTo(mean(chosen), 12);
    expect(bvn(base, "PROJECTS", ["Domaine", label("domain", domain)])).toBe(
      edited.kept((row) => row.domain === domain).length,
    );
    expect(bvn(base, "MATURITY", ["Commentaire", `*n° ${round + 1}*`])).toBeCloseTo(
      mean(edited.kept(({ comment }) => normalizeText(comment).includes(`n° ${round + 1}`))),
      12,
    );
    const crossed = bvn(base, "CROSSTAB", ["Territoire", "État"]) as unknown[][];
    const [header, ...lines] = crossed;
    const at = header.indexOf("Réalisé");
    const named = lines.find(([name]) => name === `Ville ${round % 40}`)!;
    const expected = edited.kept((row) => row.territory === `Ville ${round % 40}` && row.status === 3);
    expect(named[at]).toBe(expected.length);
  };

  test("as it was loaded", () => {
    for (let round = 0; round < 8; round++) ask(round);
  });

  test("after each of many edits", () => {
    for (let round = 0; round < 60; round++) {
      edited.edit();
      ask(round);
    }
  });

  test("and as a base loaded anew from the rows it has come to", () => {
    const fresh = baseOf(
      edited.rows.map((row) => edited.cells(row)),
      edited.panel,
    );
    for (const args of [
      ["Domaine", "État"],
      ["Territoire", "Domaine"],
      ["Type", "Domaine", "ligne"],
    ]) {
      expect(bvn(base, "CROSSTAB", args)).toEqual(bvn(fresh, "CROSSTAB", args));
    }
  });

  test("and sums by group are those of the table of all combinations", () => {
    const [territory, domain, status] = ["territory", "domain", "status"].map((name) => ({ name }));
    const score = (code: number) => code * code + 0.5;
    const query = new BaseQuery(base, "projects", [], { base: "valid", invalid: "error" });
    const { rows, values, n } = query.cross(domain, territory, status, score);
    const total = (cells: readonly number[]) => cells.reduce((sum, cell) => sum + cell, 0);
    const { grouping, at, ...columns } = query.scores(domain, status, score, territory);
    const placed = (cells: ArrayLike<number>) => Array.from(at, (place) => cells[place]);
    const answered = values!.n.map(total);
    expect(grouping).toEqual(rows);
    expect(placed(columns.sum)).toEqual(values!.sum.map(total));
    expect(placed(columns.n)).toEqual(answered);
    expect(placed(columns.notReported)).toEqual(n.map((row, r) => total(row) - answered[r]));
    expect(placed(columns.across)).toEqual(values!.n.map((row) => row.slice(0, -1).filter(Boolean).length));
    const alone = query.scores(domain, status, score);
    expect(alone.grouping).toEqual(grouping);
    expect(alone.at).toEqual(at);
    expect(alone.across).toHaveLength(0);
    for (const part of ["sum", "n", "notReported"] as const) {
      expect(placed(alone[part])).toEqual(placed(columns[part]));
    }
  });
});

describe("texts of a column", () => {
  test.each([false, true])("come back as typed, spellings sharing an id (free: %s)", (isFree) => {
    const random = mulberry32(5);
    const column = new TextColumn(undefined, isFree);
    const texts = Array.from({ length: 70_000 }, (_, i) =>
      random() < 0.2 ? "" : `Café « ${i % 66_000} » 😀 ${"x".repeat(i % 7)}`,
    );
    texts.forEach((text, row) => column.set(row, row % 2 ? text.toUpperCase() : `  ${text} `));
    column.trim();
    column.set(texts.length, "Tout neuf");
    const seen = texts.every(
      (text, row) => normalizeText(column.text(column.ids[row])) === normalizeText(text),
    );
    expect(seen).toBe(true);
    expect(column.text(column.ids[texts.length])).toBe("Tout neuf");
    expect(column.find("TOUT  NEUF")).toBe(column.ids[texts.length]);
    expect(column.find("jamais vu")).toBeUndefined();
    expect(new Set(column.keys).size).toBe(column.size);
    const blanks = texts.filter((text) => text === "").length;
    expect(column.count(0)).toBe(blanks);
  });
});

test("a table that would have too many cells is refused in words, not counted", () => {
  const rows = Array.from({ length: 5_000 }, (_, i) => ({
    territory: `T${i}`,
    comment: `C${i}`,
    domain: 1,
    status: 1,
  }));
  const base: Base = baseOf(rows);
  expect(() => bvn(base, "CROSSTAB", ["Territoire", "Commentaire"])).toThrow(/5.?000/);
});
