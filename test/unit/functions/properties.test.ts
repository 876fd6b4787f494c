import fc from "fast-check";
import { AVERAGEIFS, COUNTIFS } from "@formulajs/formulajs";
import { baseOf, bvn, bvnError, codebook2014, column } from "../../support/base";

const domains = codebook2014.list("domain").codes;
const statuses = codebook2014.list("status").codes;

/** A status as people and platforms write it: code, text, label, either language, or nothing. */
const statusCell = fc.oneof(
  fc.constantFrom(
    ...statuses.flatMap(({ code, label }) => [
      code,
      String(code),
      `${code} – ${label.fr}`,
      label.en.toUpperCase(),
    ]),
  ),
  fc.constantFrom<unknown>(0, null, "", " ", "NR", "\u00a0"),
);
const row = fc.record({
  domain: fc.constantFrom(...domains.map(({ code }) => codebook2014.display("domain", code, "fr"))),
  status: statusCell,
  measure: fc.constantFrom<unknown>(1, 2, 3, 4, "", "SO"),
  territory: fc.constantFrom("Lyon", "lyon ", "Nîmes", "Rouen"),
});
const rows = fc.array(row, { minLength: 1, maxLength: 60 });
const attempt = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as Error).message;
  }
};

describe("whatever the rows", () => {
  test("base form and range form agree", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...domains), (data, domain) => {
        const base = baseOf(data);
        const status = column(data.map((r) => r.status));
        const domainCells = column(data.map((r) => r.domain));
        expect(attempt(() => bvn(base, "MATURITY", ["Domaine", domain.label.fr]))).toEqual(
          attempt(() => bvn(null, "MATURITY", [status, domainCells, domain.label.en])),
        );
        expect(attempt(() => bvn(base, "DISTRIBUTION", ["État"]))).toEqual(
          attempt(() => bvn(null, "DISTRIBUTION", [status, "Champ", "État"])),
        );
      }),
    );
  });

  test("order and case of the rows do not matter", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const shuffled = [...data].reverse().map((r) => ({
          ...r,
          domain: r.domain.toUpperCase(),
          status: typeof r.status === "string" ? r.status.toLowerCase() : r.status,
        }));
        for (const [id, ...args] of [
          ["MATURITY"],
          ["DISTRIBUTION", "État"],
          ["CROSSTAB", "Domaine", "État"],
        ] as const) {
          expect(attempt(() => bvn(baseOf(shuffled), id, args))).toEqual(
            attempt(() => bvn(baseOf(data), id, args)),
          );
        }
      }),
    );
  });

  test("0, null and empty text are the same blank in both forms", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const results = [0, null, ""].map((blank) => {
          const cells = data.map((r) => ({
            ...r,
            status: [0, null, "", " "].includes(r.status as never) ? blank : r.status,
          }));
          return [
            attempt(() => bvn(baseOf(cells), "DISTRIBUTION", ["État"])),
            attempt(() => bvn(null, "MATURITY", [column(cells.map((r) => r.status))])),
            attempt(() => bvn(null, "SHARE", [column(cells.map((r) => r.status)), "NR", "Champ", "État"])),
          ];
        });
        expect(results[1]).toEqual(results[0]);
        expect(results[2]).toEqual(results[0]);
      }),
    );
  });

  test("a crosstab's totals are the sums of its cells, and its margins are the distributions", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const base = baseOf(data);
        const table = bvn(base, "CROSSTAB", ["Domaine", "État", null, "Base", "total"]) as number[][];
        const body = table.slice(1).map((r) => r.slice(1));
        const total = body.at(-2)!;
        for (let c = 0; c < total.length; c++) {
          const cells = body.filter((_, r) => r !== body.length - 2).map((r) => r[c]);
          expect(total[c]).toBe(cells.reduce((a, b) => a + b, 0));
        }
        const byStatus = bvn(base, "DISTRIBUTION", ["État"]) as (string | number)[][];
        expect(statuses.map((_, i) => total[i])).toEqual(statuses.map((_, i) => byStatus[i + 1][1]));
        expect(total.at(-2)).toBe(data.length);
        const share = bvn(base, "CROSSTAB", ["Domaine", "État", "ligne"]) as (string | number)[][];
        for (const r of share.slice(1, -1))
          if (r.at(-2) !== "")
            expect(r.slice(1, -2).reduce<number>((a, b) => a + Number(b), 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  test("the mean in a crosstab is the function on the same filter", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const base = baseOf(data);
        if (!data.some((r) => typeof bvnStatus(r.status) === "number")) return;
        const table = bvn(base, "CROSSTAB", ["Domaine", "Territoire", "Maturité"]) as (string | number)[][];
        const lyon = table[0].findIndex((h) => /^lyon/i.test(String(h)));
        domains.forEach(({ label }, i) => {
          const own = attempt(() => bvn(base, "MATURITY", ["Domaine", label.fr, "Territoire", "Lyon"]));
          const cell = lyon < 0 ? "" : table[i + 1][lyon];
          expect(typeof own === "number" ? own : "").toEqual(cell);
        });
      }),
    );
  });

  test("an edited, added or deleted row gives the same as loading everything again", () => {
    const headers = codebook2014.table("projects").fields.map(({ id }) => id);
    const cells = (r: Record<string, unknown>) =>
      headers.map((id) => (id === "edition" ? "2014" : (r[id] ?? "")));
    const questions: [string, unknown[]][] = [
      ["MATURITY", []],
      ["PROJECTS", ["Domaine", "Éducation"]],
      ["DISTRIBUTION", ["Territoire"]],
      ["CROSSTAB", ["Domaine", "État"]],
      ["MEASURE", ["Territoire", "<>Lyon"]],
    ];
    fc.assert(
      fc.property(
        rows,
        row,
        fc.nat(),
        fc.constantFrom("edit", "insert", "delete"),
        (data, next, position, kind) => {
          const base = baseOf(data);
          const ask = (b: typeof base) => questions.map(([id, args]) => attempt(() => bvn(b, id, args)));
          ask(base);
          const at = position % data.length;
          const changed: Record<string, unknown>[] = [...data];
          if (kind === "edit") {
            changed[at] = next;
            base.updateRows("projects", at, [cells(next)]);
          } else if (kind === "insert") {
            changed.splice(at, 0, next);
            base.insertRows("projects", at, [cells(next)]);
          } else {
            changed.splice(at, 1);
            base.deleteRows("projects", at, 1);
          }
          const sorted = (tables: unknown[]) =>
            tables.map((t) =>
              Array.isArray(t)
                ? [...t].map((r) =>
                    (r as unknown[]).map((c) => (typeof c === "string" ? c.toLowerCase().trim() : c)),
                  )
                : t,
            );
          expect(sorted(ask(base))).toEqual(sorted(ask(baseOf(changed))));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("range form equals AVERAGEIFS and COUNTIFS on numbers and texts", () => {
    const cell = fc.record({
      status: fc.integer({ min: 1, max: 3 }),
      group: fc.constantFrom("a", "b", "ç"),
      size: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 80 }),
        fc.constantFrom("a", "b", "ç", "<>a"),
        fc.integer({ min: 1, max: 300 }),
        (data, group, bound) => {
          const [status, groups, sizes] = [
            data.map((r) => r.status),
            data.map((r) => r.group),
            data.map((r) => r.size),
          ];
          const criteria = [column(groups), group, column(sizes), `>=${bound}`];
          const n = COUNTIFS(groups, group, sizes, `>=${bound}`) as number;
          expect(bvn(null, "PROJECTS", [column(status), ...criteria])).toBe(n);
          if (n > 0)
            expect(bvn(null, "MATURITY", [column(status), ...criteria])).toBeCloseTo(
              AVERAGEIFS(status, groups, group, sizes, `>=${bound}`) as number,
              12,
            );
          else expect(bvnError(null, "MATURITY", [column(status), ...criteria]).code).toBe("noData");
        },
      ),
    );
  });
});

function bvnStatus(value: unknown): unknown {
  return attempt(
    () =>
      bvn(null, "CODE", [[[value]], "État"]) && (bvn(null, "CODE", [[[value]], "État"]) as number | string),
  );
}
