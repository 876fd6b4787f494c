import type { Base } from "../base/base";
import type { Language } from "../language";
import { chapters, publishedTable, studySections, type ChapterId, type Evaluate } from "../synthesis";
import { panelMap } from "./panelMap";
import type { Report, ReportSection } from "./model";

export interface PanelReportRequest {
  readonly base: Base;
  readonly evaluate: Evaluate;
  readonly language: Language;
  /** Id of the indicator that colours the map. */
  readonly mapOf: string;
  /** ISO date of today. */
  readonly made: string;
}

/**
 * The report of the whole panel: the sections of the synthesis as values, with their charts and sentences. Tables
 * without data are left out, and so are chapters without tables.
 */
export function panelReport({ base, evaluate, language, mapOf, made }: PanelReportRequest): Report {
  const { codebook } = base;
  const sections = studySections(codebook, evaluate);
  const telling = { codebook, evaluate, language };
  const parts = (Object.keys(chapters) as ChapterId[]).map((chapter): ReportSection => {
    const tables = sections
      .filter((section) => section.chapter === chapter)
      .flatMap((section) => publishedTable(section, telling) ?? []);
    const map = chapter === "panel" ? panelMap(base, evaluate, mapOf, language) : null;
    return { id: chapter, title: chapters[chapter][language], text: [], tables, ...(map && { map }) };
  });
  const { edition } = codebook;
  return {
    language,
    title: edition.label[language],
    subtitle:
      language === "fr"
        ? `Rapport du panel, chiffres arrêtés au ${day(made, language)}`
        : `Report of the panel, figures as of ${day(made, language)}`,
    fileTitle: language === "fr" ? `Rapport ${edition.id} - panel` : `Report ${edition.id} - panel`,
    made,
    sections: parts.filter(({ tables }) => tables.length),
  };
}

/** A day as people write it. */
export function day(iso: string, language: Language): string {
  return new Date(`${iso}T12:00:00`).toLocaleDateString(language === "fr" ? "fr-FR" : "en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}
