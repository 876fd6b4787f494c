/**
 * Names this reader knows, found by their bytes. The same name is always the same string, so that comparing two
 * is comparing pointers; any other name is "". Prefixes are left off: writers choose them freely.
 */
const known = [
  "c v f t r is si rPh row sheetData mergeCell tablePart sst worksheet workbook sheet definedName workbookPr",
  "externalReference Relationship Relationships Default Override Types numFmt xf cellXfs styleSheet table",
  "tableColumn sheets definedNames numFmts mergeCells",
]
  .join(" ")
  .split(" ");

interface KnownName {
  readonly name: string;
  readonly codes: readonly number[];
}
const SLOTS = 256;
const slots: KnownName[][] = Array.from({ length: SLOTS }, () => []);
for (const name of known) {
  const codes = Array.from(name, (letter) => letter.charCodeAt(0));
  slots[nameHash(codes, 0, codes.length) & (SLOTS - 1)].push({ name, codes });
}

/** The hash that the scanner makes by itself while it walks over a name. */
function nameHash(bytes: ArrayLike<number>, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + bytes[i]) | 0;
  return hash;
}

export function knownName(bytes: Uint8Array, start: number, end: number, hash: number): string {
  const candidates = slots[hash & (SLOTS - 1)];
  for (let k = 0; k < candidates.length; k++) {
    const { name, codes } = candidates[k];
    if (codes.length !== end - start) continue;
    let i = 0;
    while (i < codes.length && bytes[start + i] === codes[i]) i++;
    if (i === codes.length) return name;
  }
  return "";
}
