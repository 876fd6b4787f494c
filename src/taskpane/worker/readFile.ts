import type { Localized } from "../../domain/language";
import { archiveRemarks, pickedFileMessages } from "../../domain/messages/files";
import type { PlannedAnomaly } from "../../domain/imports";
import { FileRefused, fileKind, inspectZip } from "../../files/xlsx";
import { MAX_ARCHIVE_BYTES, MAX_FILE_BYTES } from "../../files/xlsx/read/limits";
import { localDay } from "../localDay";
import type { FileNews, PickedFile } from "./protocol";

/** Bytes of one workbook, and where they came from. */
export interface Found {
  readonly key: string;
  readonly name: string;
  readonly archive?: string;
  readonly modified: string;
  /** @throws FileRefused */
  read(): Uint8Array;
}

const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const LOCK = /^(~\$|\.~lock\.)/;

/** Why a file is not taken, in words. */
export class NotTaken extends Error {
  constructor(
    readonly state: "refused" | "ignored",
    readonly sentence: Localized,
    readonly code: string,
  ) {
    super(sentence.en);
  }
}

const mb = (bytes: number) => Math.ceil(bytes / 1e6);

/** The bytes of a picked file; one too large is refused before they are read. @throws NotTaken */
export async function bytesOf(file: File): Promise<Uint8Array> {
  const { name } = file;
  if (LOCK.test(name)) throw new NotTaken("ignored", archiveRemarks.lockFile({ found: name }), "lockFile");
  const limit = /\.zip$/i.test(name) ? MAX_ARCHIVE_BYTES : MAX_FILE_BYTES;
  if (file.size > limit) {
    throw refusal(new FileRefused("tooLarge", { found: mb(file.size), limit: mb(limit) }));
  }
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new NotTaken("refused", gone(error), "unreadable");
  }
}

/** The workbooks a picked file holds: itself, or those of an archive. @throws NotTaken */
export function openPicked(
  { key, file }: PickedFile,
  bytes: Uint8Array,
  tell: (news: FileNews) => void,
): readonly Found[] {
  const { name } = file;
  const modified = localDay(file.lastModified);
  if (fileKind(bytes) !== "archive") return [{ key, name, modified, read: () => bytes }];
  const archive = refusing(() => inspectZip(bytes));
  const base = { archive: name, modified, share: 1 };
  for (const { name: path, reason } of archive.ignored) {
    const message = archiveRemarks[reason]({ found: baseName(path) });
    tell({ ...base, key: `${key}/${path}`, name: baseName(path), state: "ignored", message });
  }
  for (const { name: path } of archive.files) {
    tell({ ...base, key: `${key}/${path}`, name: baseName(path), state: "waiting", share: 0 });
  }
  if (!archive.files.length) throw new NotTaken("refused", pickedFileMessages.emptyArchive, "emptyArchive");
  tell({ key, name, modified, state: "read", share: 1, opened: true });
  return archive.files.map(({ name: path, read }) => ({
    key: `${key}/${path}`,
    name: baseName(path),
    archive: name,
    modified,
    read,
  }));
}

/** Runs a reader; its refusal comes out in words. @throws NotTaken */
export function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw refusal(error);
  }
}

/** Any error as words; a reader that fails in a way nobody foresaw refuses its file, not the others. */
export function refusal(error: unknown): NotTaken {
  if (error instanceof NotTaken) return error;
  if (error instanceof FileRefused) return new NotTaken("refused", error.sentence, error.code);
  const detail = error instanceof Error ? error.message : String(error);
  return new NotTaken("refused", pickedFileMessages.unreadable(detail), "unexpected");
}

/** A file refused as a whole, as Rejets tells it. */
export function refusedAnomaly(name: string, digest: string, { sentence, code }: NotTaken): PlannedAnomaly {
  const nothing = { fr: "", en: "" };
  return {
    code,
    severity: "error",
    file: name,
    place: {},
    digest,
    territory: "",
    reason: sentence,
    action: nothing,
  };
}

function gone(error: unknown): Localized {
  const detail = error instanceof Error ? error.name : String(error);
  return pickedFileMessages.gone(detail);
}
