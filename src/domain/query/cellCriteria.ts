import { MARK } from "../base/columns";
import type { Codebook } from "../codebook";
import { meets, type Criterion } from "../criteria/criterion";
import { codeTest } from "../criteria/tests";
import { normalizeText } from "../text/normalize";
import { readSpecial } from "../values/answer";
import { CellMemo } from "./cellMemo";
import { isErrorValue, type Cells } from "./cells";
import { codedFields } from "./codedFields";
import { possibleEndings } from "./endings";

/** A criteria range with what its distinct values come to: 1 in, 0 out. */
export interface CompiledCriterion {
  readonly cells: Cells;
  /** Where the range stands among the arguments, 1-based. */
  readonly position: number;
  readonly memo: CellMemo;
  /** For an equality: what an accepted text may end with. */
  readonly endings: Uint8Array | null;
  /** The first error value met, once cells were looked at. */
  error(): unknown;
}

/** A criterion ready for the cells of its range. */
export function compiled(
  codebook: Codebook,
  cells: Cells,
  criterion: Criterion,
  position = 0,
): CompiledCriterion {
  const test = cellTest(codebook, criterion);
  let error: unknown;
  const memo = new CellMemo((value) => {
    if (!isErrorValue(value)) return test(value) ? 1 : 0;
    error ??= value;
    return 0;
  });
  const isEquality =
    criterion.operator === "=" && !criterion.pattern && !criterion.blank && criterion.key !== "nr";
  const keys = isEquality && [criterion.key, ...labelKeys(codebook, criterion.operand)];
  return { cells, position, memo, endings: keys ? possibleEndings(keys) : null, error: () => error };
}

/** Keys of every label of the codes an operand means in some list. */
function labelKeys(codebook: Codebook, operand: unknown): string[] {
  const parts = typeof operand === "string" ? operand.split("|") : [operand];
  return codedFields(codebook).flatMap(({ list }) =>
    parts.flatMap((part) => {
      const answer = codebook.reader(list!).read(part);
      const code = answer.kind === "code" ? codebook.code(list!, answer.code) : undefined;
      return code ? [code.label.fr, code.label.en, ...(code.aliases ?? [])].map(normalizeText) : [];
    }),
  );
}

/**
 * A criterion on cells whose field is not named: Excel's own comparison, and besides, a code equals its
 * labels. A label is looked up in every list that has it; a bare code equals the number before "3 – Réalisé".
 */
function cellTest(codebook: Codebook, criterion: Criterion): (value: unknown) => boolean {
  const missing = (value: unknown) => readSpecial(value)?.kind === "notReported";
  const plain = (value: unknown) => meets(missing(value) ? null : value, criterion);
  if (criterion.blank || criterion.pattern) return plain;
  if (criterion.key === "nr") return (value) => missing(value) === (criterion.operator === "=");
  const tests = codedFields(codebook)
    .filter((field) => codebook.reader(field.list!).read(criterion.operand).kind === "code")
    .map((field) => ({ field, test: codeTest(codebook, field, criterion) }));
  if (!tests.length) return plain;
  const negative = criterion.operator === "<>";
  return (value) => {
    if (missing(value)) return negative;
    // A number compares as a number; only a text may be a label or "code – label".
    if (typeof value === "number" && criterion.number !== null) return plain(value);
    const asCode = tests.flatMap(({ field, test }) => {
      const answer = codebook.reader(field.list!).read(value);
      return answer.kind === "code"
        ? [test(answer.code)]
        : answer.kind === "invalid"
          ? []
          : [test(MARK[answer.kind])];
    });
    if (!asCode.length) return plain(value);
    return negative ? asCode.every(Boolean) && plain(value) : asCode.some(Boolean) || plain(value);
  };
}
