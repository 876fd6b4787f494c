import type { archiveRemarks } from "../../../domain/messages/files";
import { inflateEntry, wholePart } from "./inflate";
import { MAX_ARCHIVE_BYTES, MAX_FILE_BYTES } from "./limits";
import { refuse } from "./refused";
import { checkFirstBytes } from "./signature";
import { readZipDirectory } from "./zipDirectory";

/** A workbook inside a .zip; inflated when asked for, so that one is in memory at a time. */
export interface ArchivedFile {
  /** Path inside the archive. */
  readonly name: string;
  /** @throws FileRefused, for this file only */
  read(): Uint8Array;
}

export interface Archive {
  readonly files: readonly ArchivedFile[];
  /** Entries that are no workbook, and why; the sentence is in archiveRemarks. */
  readonly ignored: readonly { readonly name: string; readonly reason: keyof typeof archiveRemarks }[];
}

/** Whether bytes are a workbook, a .zip that holds files, or neither (readWorkbook says what it is). */
export function fileKind(bytes: Uint8Array): "workbook" | "archive" | "other" {
  try {
    if (bytes.length > MAX_ARCHIVE_BYTES) return "other";
    checkFirstBytes(bytes);
    const names = readZipDirectory(bytes);
    if (names.has("[content_types].xml") || names.has("mimetype")) return "workbook";
    return [...names.keys()].some((name) => /\.(xlsx|xlsm|zip)$/.test(name)) ? "archive" : "other";
  } catch {
    return "other";
  }
}

/**
 * Lists the workbooks of a .zip of questionnaires, in order of name. Archives inside it are not opened.
 * @throws FileRefused for the archive as a whole
 */
export function inspectZip(bytes: Uint8Array): Archive {
  if (bytes.length > MAX_ARCHIVE_BYTES)
    refuse("tooLarge", { found: Math.ceil(bytes.length / 1e6), limit: MAX_ARCHIVE_BYTES / 1e6 });
  checkFirstBytes(bytes);
  const entries = readZipDirectory(bytes);
  const files: ArchivedFile[] = [];
  const ignored: { name: string; reason: keyof typeof archiveRemarks }[] = [];
  const ordered = [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of ordered) {
    const { name } = entry;
    if (name.endsWith("/")) continue;
    const reason = whyIgnored(name);
    if (reason) ignored.push({ name, reason });
    else
      files.push({ name, read: () => wholePart(inflateEntry(bytes, entry, { total: 0 }), MAX_FILE_BYTES) });
  }
  return { files, ignored };
}

function whyIgnored(path: string): keyof typeof archiveRemarks | null {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  if (
    /(^|\/)__MACOSX\//.test(path) ||
    [".ds_store", "thumbs.db", "desktop.ini"].includes(name) ||
    name.startsWith("._")
  )
    return "systemFile";
  if (name.startsWith("~$") || name.startsWith(".~lock.")) return "lockFile";
  if (/\.(zip|rar|7z|gz|tar)$/.test(name)) return "nestedArchive";
  return /\.xls[xm]$/.test(name) ? null : "notXlsx";
}
