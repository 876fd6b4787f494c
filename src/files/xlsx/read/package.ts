import { inflateEntry, type BlockSource, type Inflated } from "./inflate";
import { MAX_NAMED } from "./limits";
import { refuse } from "./refused";
import { CLOSE, END, OPEN, XmlScanner } from "./xmlScanner";
import { readZipDirectory, type ZipEntry } from "./zipDirectory";

/** A relationship of a part: what it is (last word of its type), and where it leads. */
export interface Relationship {
  readonly id: string;
  readonly kind: string;
  /** A part name without the leading slash, or an address outside the file, which is never followed. */
  readonly target: string;
  readonly external: boolean;
}

/**
 * The parts of an Office file (OPC, ECMA-376 part 2). Parts are found by relationships and content types, never
 * by the names that Excel happens to give them.
 */
export class OfficePackage {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  private readonly inflated: Inflated = { total: 0 };
  private relationshipCount = 0;
  private readonly defaults = new Map<string, string>();
  private readonly overrides = new Map<string, string>();

  constructor(
    private readonly bytes: Uint8Array,
    private readonly onStep?: (compressedBytes: number) => void,
  ) {
    this.entries = readZipDirectory(bytes);
    const { entries } = this;
    if (!entries.has("[content_types].xml")) this.refuseByContent();
    eachElement(this.scan("[Content_Types].xml"), (scanner) => {
      if (this.defaults.size + this.overrides.size > MAX_NAMED) tooMany(scanner.part);
      const type = scanner.attribute("ContentType") ?? "";
      if (scanner.name === "Default")
        this.defaults.set((scanner.attribute("Extension") ?? "").toLowerCase(), type);
      if (scanner.name === "Override") this.overrides.set(partKey(scanner.attribute("PartName") ?? ""), type);
    });
  }

  has(part: string): boolean {
    return this.entries.has(partKey(part));
  }

  contentType(part: string): string {
    const key = partKey(part);
    const extension = key.slice(key.lastIndexOf(".") + 1);
    return this.overrides.get(key) ?? this.defaults.get(extension) ?? "";
  }

  scan(part: string): XmlScanner {
    return new XmlScanner(this.blocks(part), part);
  }

  blocks(part: string): BlockSource {
    const entry = this.entries.get(partKey(part)) ?? refuse("missingPart", { part });
    return inflateEntry(this.bytes, entry, this.inflated, this.onStep);
  }

  /** Relationships of a part, or of the package itself for "". */
  relationships(part: string): Relationship[] {
    const slash = part.lastIndexOf("/") + 1;
    const folder = part.slice(0, slash);
    const rels = `${folder}_rels/${part.slice(slash)}.rels`;
    const found: Relationship[] = [];
    if (!this.has(rels)) return found;
    eachElement(this.scan(rels), (scanner) => {
      if (scanner.name !== "Relationship") return;
      if (++this.relationshipCount > MAX_NAMED) tooMany(rels);
      const external = scanner.attribute("TargetMode")?.toLowerCase() === "external";
      const type = scanner.attribute("Type") ?? "";
      const target = scanner.attribute("Target") ?? "";
      found.push({
        id: scanner.attribute("Id") ?? "",
        kind: type.slice(type.lastIndexOf("/") + 1),
        target: external ? target : resolveTarget(folder, target, rels),
        external,
      });
    });
    return found;
  }

  /** A zip that is no Office file: said by what it is. */
  private refuseByContent(): never {
    if (this.has("mimetype")) {
      const block = this.blocks("mimetype").next() ?? new Uint8Array(0);
      const type = new TextDecoder("latin1").decode(block.subarray(0, 100));
      if (type.includes("opendocument")) refuse("openDocument");
      refuse("notAWorkbook", { found: type });
    }
    if (this.has("Index/Document.iwa")) refuse("notAWorkbook", { found: "Apple Numbers" });
    return refuse("notAWorkbook", { found: "ZIP" });
  }
}

/** Calls back at the start of every element of a part. */
export function eachElement(scanner: XmlScanner, onOpen: (scanner: XmlScanner) => void): void {
  for (let token = scanner.next(); token !== END; token = scanner.next()) if (token === OPEN) onOpen(scanner);
}

/** Calls back for each direct child of the element just opened, which must read or skip it to its end. */
export function eachChild(scanner: XmlScanner, onChild: (name: string) => void): void {
  const depth = scanner.depth;
  for (let token = scanner.next(); !(token === CLOSE && scanner.depth < depth); token = scanner.next())
    if (token === OPEN) {
      onChild(scanner.name);
      if (scanner.depth > depth) scanner.skip();
    }
}

const tooMany = (part: string): never => refuse("tooManyCells", { part, found: "links", limit: MAX_NAMED });
const partKey = (part: string): string => part.replace(/^\//, "").toLowerCase();

/** A target as a part name: relative to the folder of its source, or absolute; may not leave the package. */
function resolveTarget(folder: string, target: string, rels: string): string {
  let path: string;
  try {
    path = decodeURI(target.replace(/\\/g, "/").replace(/#.*$/, ""));
  } catch {
    return refuse("damaged", { part: rels, found: target });
  }
  const segments = path.startsWith("/") ? [] : folder.split("/").filter(Boolean);
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) refuse("unsafeEntry", { found: target });
  }
  return segments.join("/");
}
