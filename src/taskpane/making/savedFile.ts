import type { MadeFile } from "../../files/zip";

/** A file handed over to the person by a link. */
export interface SavedFile {
  readonly name: string;
  readonly url: string;
}

const TYPES: Readonly<Record<string, string>> = {
  zip: "application/zip",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
  json: "application/json",
  html: "text/html",
  parquet: "application/vnd.apache.parquet",
};

/** A file that was made, behind a link of this page; `letGo` frees it. */
export function savedFile({ name, bytes }: MadeFile): SavedFile {
  const type = TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "text/plain";
  return { name, url: URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type })) };
}

/** Lets files go whose links are shown no more. */
export function letGo(files: readonly SavedFile[]): void {
  for (const { url } of files) URL.revokeObjectURL(url);
}
