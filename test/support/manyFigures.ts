import type { Figure } from "../../src/domain/plausibility/figures";

/** Ten thousand published figures, five by five: a total, its two parts of which it is not the sum, a share and a mean. */
export const manyFigures = (): Figure[] =>
  Array.from({ length: 2000 }, (_, i) => [
    { id: `t${i}`, printed: "11" },
    { id: `a${i}`, printed: "4", total: `t${i}`, question: `q${i}` },
    { id: `b${i}`, printed: "6", total: `t${i}`, question: `q${i}` },
    { id: `s${i}`, printed: "36 %", count: `a${i}`, of: `t${i}`, question: "s" },
    { id: `m${i}`, printed: "2,1", of: `t${i}`, codes: "1-3", question: "m" },
  ]).flat();
