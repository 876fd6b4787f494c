import { isNotReported, MARK } from "../base/columns";
import type { Codebook, Field } from "../codebook";
import { FormulaError } from "../messages";
import { normalizeText } from "../text/normalize";
import { nearest } from "../text/similarity";
import { compareNumbers, meetsKey, type Criterion } from "./criterion";

/** Tells for every byte of a coded column whether it meets a criterion. */
export type CodeTest = (byte: number) => boolean;

/**
 * A criterion on a coded field. A code equals its label in either language and "code – label"; `|` means
 * "or"; the order of codes serves < and >. Blanks are "not reported", met by "", "=", "NR" and "<>code".
 * @throws FormulaError unknownCode, with the nearest label.
 */
export function codeTest(codebook: Codebook, field: Field, criterion: Criterion): CodeTest {
  const listId = field.list!;
  const { operator, operand, blank, everything, pattern, number } = criterion;
  if (everything) return () => true;
  if (blank && operator === "=") return isNotReported;
  if (blank && operator === "<>") return (byte) => !isNotReported(byte);
  const { codes } = codebook.list(listId);
  if (pattern) {
    const matching = new Set(
      codes
        .filter(({ code, label }) =>
          [
            label.fr,
            label.en,
            codebook.display(listId, code, "fr"),
            codebook.display(listId, code, "en"),
          ].some((text) => pattern.test(normalizeText(text))),
        )
        .map(({ code }) => code),
    );
    return (byte) => matching.has(byte) === (operator === "=");
  }
  if (operator === "=" || operator === "<>") {
    const accepted = new Set<number>();
    for (const part of typeof operand === "string" ? operand.split("|") : [operand]) {
      for (const byte of bytesOf(codebook, field, part)) accepted.add(byte);
    }
    return (byte) => accepted.has(byte) === (operator === "=");
  }
  const bound = number ?? bytesOf(codebook, field, operand)[0];
  return (byte) => byte > 0 && byte < MARK.dontKnow && compareNumbers(operator, byte, bound);
}

/** What one operand stands for in a coded column. */
function bytesOf(codebook: Codebook, field: Field, operand: unknown): number[] {
  const answer = codebook.reader(field.list!).read(typeof operand === "string" ? operand.trim() : operand);
  if (answer.kind === "code") return [answer.code];
  if (answer.kind === "notReported") return [MARK.notReported, MARK.saidNotReported];
  if (answer.kind !== "invalid") return [MARK[answer.kind]];
  const { codes } = codebook.list(field.list!);
  const labels = codes.map(({ label }) => label);
  const found = nearest(
    String(operand),
    labels.flatMap((label) => [label.fr, label.en]),
  );
  throw FormulaError.value("unknownCode", {
    field: field.label,
    value: operand,
    expected: labels,
    suggestion: labels.find(({ fr, en }) => fr === found || en === found),
  });
}

/** A criterion on a number; NaN is "not reported". @throws FormulaError if the operand is no number. */
export function numberTest(field: Field, criterion: Criterion): (value: number) => boolean {
  const { operator, blank, everything, number } = criterion;
  if (everything) return () => true;
  if (blank && operator === "=") return Number.isNaN;
  if (blank && operator === "<>") return (value) => !Number.isNaN(value);
  if (criterion.key === "nr") return (value) => Number.isNaN(value) === (operator === "=");
  if (number === null) {
    throw FormulaError.value("notANumericCriterion", { field: field.label, value: criterion.operand });
  }
  return (value) => (Number.isNaN(value) ? operator === "<>" : compareNumbers(operator, value, number));
}

/** A criterion on a text with its comparison key; "" is blank. */
export function textTest(criterion: Criterion): (text: string, key: string) => boolean {
  const { among } = criterion;
  if (among) return (_text, key) => among.has(key);
  if (criterion.key === "nr") return (_text, key) => (key === "") === (criterion.operator === "=");
  return (text, key) => meetsKey(text, key, criterion);
}
