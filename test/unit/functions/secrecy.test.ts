import fc from "fast-check";
import { baseOf, bvn, bvnError, codebook2014, column } from "../../support/base";

type Table = (string | number)[][];
const rowOf = fc.record({
  territory: fc.constantFrom("A", "B", "C", "D", "E", "F"),
  domain: fc.constantFrom(1, 2, 3, 4),
  status: fc.constantFrom<unknown>(1, 2, 3, ""),
  measure: fc.constantFrom<unknown>(1, 2, 3, 4, "", "SO"),
  region: fc.constant(6),
});
const rowsOf = fc.array(rowOf, { minLength: 1, maxLength: 40 });
const attempt = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as Error).message;
  }
};
const secret = ["Secret", 3];

/** Territories behind the rows that pass. */
const behind = (data: { territory: string }[]) => new Set(data.map(({ territory }) => territory)).size;

describe("option Secret", () => {
  test("0 and 1 hide nothing, and so does a threshold no cell falls short of", () => {
    fc.assert(
      fc.property(rowsOf, (data) => {
        const base = baseOf(data);
        for (const [id, ...args] of [
          ["DISTRIBUTION", "Domaine"],
          ["CROSSTAB", "Domaine", "État", null],
          ["CROSSTAB", "Domaine", "État", "ligne"],
          ["CROSSTAB", "Domaine", "État", "Mesure"],
          ["MATURITY"],
        ] as const) {
          const plain = attempt(() => bvn(base, id, [...args]));
          for (const least of [0, 1]) {
            expect(attempt(() => bvn(base, id, [...args, "Secret", least]))).toEqual(plain);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("no figure of fewer territories is shown, and what is shown is right", () => {
    fc.assert(
      fc.property(rowsOf, fc.constantFrom("valides", "total"), (data, whole) => {
        const base = baseOf(data);
        const plain = bvn(base, "CROSSTAB", ["Domaine", "État", null, "Base", whole]) as Table;
        const table = bvn(base, "CROSSTAB", ["Domaine", "État", null, "Base", whole, ...secret]) as Table;
        table.slice(1).forEach((line, r) =>
          line.slice(1).forEach((cell, c) => {
            if (cell !== "s") expect(cell).toBe(plain[r + 1][c + 1]);
          }),
        );
        for (const domain of [1, 2, 3, 4]) {
          for (const status of [1, 2, 3]) {
            const few = behind(data.filter((row) => row.domain === domain && row.status === status));
            if (few > 0 && few < 3) expect(table[domain][status]).toBe("s");
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("no hidden cell is the only one of its row or column while its total is shown", () => {
    fc.assert(
      fc.property(rowsOf, (data) => {
        const table = bvn(baseOf(data), "CROSSTAB", ["Domaine", "État", null, ...secret]) as Table;
        // Domains × statuses and their totals; the codes of the other domains are zeros.
        const block = [...table.slice(1, 11), table[11]].map((line) => line.slice(1, 5));
        const alone = (line: (string | number)[]) => line.filter((cell) => cell === "s").length === 1;
        for (const line of block) expect(alone(line)).toBe(false);
        for (let c = 0; c < 4; c++) expect(alone(block.map((line) => line[c]))).toBe(false);
        const row = bvn(baseOf(data), "CROSSTAB", ["Domaine", "État", "ligne", ...secret]) as Table;
        for (const line of row.slice(1, 12)) expect(alone(line.slice(1, 4))).toBe(false);
        const { length } = (bvn(baseOf(data), "DISTRIBUTION", ["Domaine", ...secret]) as Table)
          .slice(1, 13)
          .filter((line) => line[1] === "s");
        expect(length).not.toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  test("a share of the valid answers does not tell how many are not reported", () => {
    const data = ["A", "B", "C", "D"].map((territory) => ({ territory, domain: 1, status: 3 as unknown }));
    const base = baseOf([...data, { territory: "A", domain: 1, status: "" }]);
    expect(bvn(base, "DISTRIBUTION", ["État", ...secret])).toEqual([
      ["État", "Nombre", "Part des réponses", "Part du total"],
      ["Étude", 0, 0, "s"],
      ["En cours", 0, 0, "s"],
      ["Réalisé", 4, 1, "s"],
      ["Non renseigné", "s", "", "s"],
      ["Total", "s", 1, "s"],
    ]);
  });

  test("figures of few territories are refused; rankings hide their values", () => {
    const data = ["A", "A", "B", "C", "D"].map((territory, i) => ({
      territory,
      domain: i < 2 ? 1 : 2,
      status: 3,
    }));
    const base = baseOf(data);
    expect(bvnError(base, "MATURITY", ["Domaine", 1, ...secret])).toMatchObject({ code: "hidden" });
    expect(bvn(base, "MATURITY", ["Domaine", 2, ...secret])).toBe(3);
    expect(bvnError(base, "SHARE", ["Domaine", 1, ...secret])).toMatchObject({ code: "hidden" });
    expect(bvnError(base, "INDEX", ["Global", "Territoire", "A", ...secret])).toMatchObject({
      code: "hidden",
    });
    const ranking = bvn(base, "RANKING", ["Domaine", "Maturité", null, ...secret]) as Table;
    expect(ranking[1].slice(0, 4)).toEqual([1, "Énergie / Eau / Déchets", 3, 3]);
    expect(ranking[2].slice(0, 4)).toEqual(["", "Éducation", "s", "s"]);
    expect(ranking.at(-1)![1]).not.toBe("Ensemble");
  });

  test("ranges count their territories if they say them, their rows otherwise", () => {
    const domain = column(["Éducation", "Éducation", "Éducation", "Sécurité", "Sécurité", "Sécurité"]);
    const territory = column(["A", "A", "A", "A", "B", "C"]);
    const own = (args: unknown[]) =>
      (bvn(null, "DISTRIBUTION", [domain, ...args]) as Table).filter((line) => line[1] === "s");
    expect(own(secret)).toEqual([]);
    expect(own([...secret, "Territoire", territory]).length).toBeGreaterThan(1);
  });

  test("names what is wrong", () => {
    const base = baseOf([{ territory: "A", domain: 1, status: 1 }]);
    expect(bvnError(base, "DISTRIBUTION", ["Domaine", "Secret", -1])).toMatchObject({ code: "wrongNumber" });
    expect(bvnError(base, "DISTRIBUTION", ["Domaine", "Secret", "oui"])).toMatchObject({
      code: "wrongNumber",
    });
  });
});

describe("whatever the rows", () => {
  test("filters commute", () => {
    const filters = [
      ["Domaine", "Éducation|Énergie"],
      ["État", ">=2"],
      ["Territoire", "<>A"],
      ["Mesure", "<>NR"],
    ];
    fc.assert(
      fc.property(rowsOf, fc.shuffledSubarray(filters, { minLength: 4 }), (data, order) => {
        const base = baseOf(data);
        for (const [id, ...args] of [
          ["MATURITY"],
          ["INDEX", "Mesure"],
          ["BALANCE", "État"],
          ["RANKING", "Territoire", "Maturité", null],
          ["INTERVAL", "Maturité", null],
          ["CROSSTAB", "Domaine", "État", null],
        ] as const) {
          const ask = (pairs: string[][]) => attempt(() => bvn(base, id, [...args, ...pairs.flat()]));
          expect(ask(order)).toEqual(ask(filters));
        }
      }),
      { numRuns: 30 },
    );
  });

  test("a code relabelled changes nothing: number, label in either language, code and label", () => {
    fc.assert(
      fc.property(rowsOf, fc.infiniteStream(fc.nat(3)), (data, ways) => {
        const write = (list: string, code: unknown) => {
          if (typeof code !== "number") return code;
          const { fr, en } = codebook2014.code(list, code)!.label;
          return [code, fr, en.toUpperCase(), `${code} – ${fr}`][ways.next().value];
        };
        const relabelled = data.map((row) => ({
          ...row,
          domain: write("domain", row.domain),
          status: write("status", row.status),
          measure: write("measure", row.measure),
        }));
        for (const [id, ...args] of [
          ["INDEX", "Global"],
          ["BALANCE"],
          ["RANKING", "Domaine", "Mesure"],
          ["INTERVAL", "Maturité"],
          ["DISTRIBUTION", "Domaine", ...secret],
        ] as const) {
          expect(attempt(() => bvn(baseOf(relabelled), id, [...args]))).toEqual(
            attempt(() => bvn(baseOf(data), id, [...args])),
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  test("the parts of a ranking add up to the whole", () => {
    fc.assert(
      fc.property(rowsOf, (data) => {
        const base = baseOf(data);
        for (const field of ["Domaine", "Territoire", "Région"]) {
          const table = bvn(base, "RANKING", [field]) as Table;
          const sum = table.slice(1, -1).reduce((total, line) => total + Number(line[2]), 0);
          expect(sum).toBe(data.length);
          expect(table.at(-1)![2]).toBe(data.length);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("an estimate lies between its limits, and these within the scale", () => {
    fc.assert(
      fc.property(rowsOf, (data) => {
        const result = attempt(() => bvn(baseOf(data), "INTERVAL", ["Indice global"]));
        if (!Array.isArray(result)) return;
        const [estimate, low, high] = (result as Table)[0].map(Number);
        expect(estimate >= 0 && estimate <= 100).toBe(true);
        if ((result as Table)[0][1] === "") return;
        expect(low >= 0 && low <= estimate + 1e-9 && estimate <= high + 1e-9 && high <= 100).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
