import { localeOf, type Language } from "../../domain/language";
import type { ImportRecord } from "../../excel/importContract";
import type { ImportTexts } from "../texts/imports";

/** An import in words: when, and which files. */
export function pastTitle({ when, files }: ImportRecord, texts: ImportTexts, language: Language): string {
  const date = new Date(when);
  const moment = Number.isNaN(date.getTime())
    ? when
    : date.toLocaleString(localeOf(language), { dateStyle: "short", timeStyle: "short" });
  return `${moment} – ${texts.pastFiles(files[0]?.name ?? "", Math.max(0, files.length - 1))}`;
}
