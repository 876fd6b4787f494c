import { builtInKind, formatKind, type DateKind } from "./dateFormats";
import { MAX_NAMED } from "./limits";
import { refuse } from "./refused";
import { eachElement, type OfficePackage } from "./package";

/** For each cell format of the file, by the number cells refer to: whether it shows numbers as dates. */
export function readStyles(file: OfficePackage, part: string): DateKind[] {
  const written = new Map<number, DateKind>();
  const formats: number[] = [];
  let cellFormats = false;
  eachElement(file.scan(part), (scanner) => {
    if (scanner.depth === 2) cellFormats = scanner.name === "cellXfs";
    if (Math.max(formats.length, written.size) > MAX_NAMED)
      refuse("tooManyCells", { part, found: "formats", limit: MAX_NAMED });
    if (scanner.name === "numFmt" && scanner.depth === 3)
      written.set(Number(scanner.attribute("numFmtId")), formatKind(scanner.attribute("formatCode") ?? ""));
    else if (scanner.name === "xf" && cellFormats && scanner.depth === 3)
      formats.push(Number(scanner.attribute("numFmtId") ?? 0));
  });
  return formats.map((id) => written.get(id) ?? builtInKind(id));
}
