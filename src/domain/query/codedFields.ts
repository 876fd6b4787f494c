import type { Codebook, Field } from "../codebook";
import { readSpecial } from "../values/answer";
import type { Cells } from "./cells";

/** Fields with a code list, of the tables analysts work on; each list once. */
export function codedFields(codebook: Codebook): readonly Field[] {
  const seen = new Set<string>();
  return (["projects", "panel", "motivations", "actors"] as const)
    .flatMap((id) => codebook.table(id).fields)
    .filter(({ list }) => list && !seen.has(list) && seen.add(list));
}

/**
 * The field a range most likely holds: the only list that has all its answers. Undefined for plain texts;
 * bare numbers fit several lists, so they stay numbers unless the field is named.
 */
export function inferField(codebook: Codebook, cells: Cells): Field | undefined {
  const samples = new Set<string>();
  for (const row of cells) {
    for (const value of row) {
      if (typeof value === "string" && !readSpecial(value) && !/^\s*-?\d+([.,]0*)?\s*$/.test(value)) {
        samples.add(value);
      }
    }
    if (samples.size > 500) break;
  }
  if (!samples.size) return undefined;
  const fits = codedFields(codebook)
    .map((field) => {
      const reader = codebook.reader(field.list!);
      return { field, n: [...samples].filter((value) => reader.read(value).kind === "code").length };
    })
    .filter(({ n }) => n * 2 > samples.size)
    .sort((a, b) => b.n - a.n);
  return fits.length && (fits.length === 1 || fits[0].n > fits[1].n) ? fits[0].field : undefined;
}
