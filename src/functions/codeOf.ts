import type { Codebook, Field } from "../domain/codebook";
import { FormulaError } from "../domain/messages";
import { nearest } from "../domain/text/similarity";

/** The code a single argument means in a field. @throws FormulaError unknownCode, with the nearest label. */
export function codeOf(codebook: Codebook, field: Field, value: unknown): number {
  const answer = codebook.reader(field.list!).read(value);
  if (answer.kind === "code") return answer.code;
  const labels = codebook.list(field.list!).codes.map(({ label }) => label);
  const found = nearest(
    String(value),
    labels.flatMap(({ fr, en }) => [fr, en]),
  );
  const suggestion = labels.find(({ fr, en }) => fr === found || en === found);
  throw FormulaError.value("unknownCode", { field: field.label, value, expected: labels, suggestion });
}
