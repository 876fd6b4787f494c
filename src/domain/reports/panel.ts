import type { Base } from "../base/base";
import { localeOf, type Language, type Localized } from "../language";
import { chapters, publishedTable, studySections, type ChapterId, type Evaluate } from "../synthesis";
import { panelMap } from "./panelMap";
import { secretive } from "./secrecy";
import type { Report, ReportSection } from "./model";

export interface PanelReportRequest {
  readonly base: Base;
  readonly evaluate: Evaluate;
  readonly language: Language;
  /** Whether cells that too few territories stand behind are hidden (threshold of the code book). */
  readonly hidesSmallCells: boolean;
  /** Id of the indicator that colours the map. */
  readonly mapOf: string;
  /** ISO date of today. */
  readonly made: string;
}

/**
 * The report of the whole panel: the sections of the synthesis as values, with their charts and sentences. Tables
 * without data are left out, and so are chapters without tables.
 */
export function panelReport({
  base,
  evaluate,
  language,
  mapOf,
  hidesSmallCells,
  made,
}: PanelReportRequest): Report {
  const { codebook } = base;
  const least = codebook.edition.reliability.peers;
  const shown = hidesSmallCells ? secretive(evaluate, codebook, least) : evaluate;
  const sections = studySections(codebook, evaluate);
  const telling = { codebook, evaluate: shown, language };
  const parts = (Object.keys(chapters) as ChapterId[]).map((chapter): ReportSection => {
    const tables = sections
      .filter((section) => section.chapter === chapter)
      .flatMap((section) => publishedTable(section, telling) ?? []);
    const note = chapter === "panel" && hidesSmallCells ? [smallCells(least)[language]] : [];
    const map = chapter === "panel" ? panelMap(base, evaluate, mapOf, language) : null;
    return { id: chapter, title: chapters[chapter][language], text: note, tables, ...(map && { map }) };
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

const smallCells = (least: number): Localized => ({
  fr: `Les cases qui reposent sur moins de ${least} territoires sont masquées (« s »), avec celles qui permettraient de les recalculer.`,
  en: `Cells that rest on fewer than ${least} territories are hidden (“s”), with those they could be computed from.`,
});

/** A day as people write it. */
export function day(iso: string, language: Language): string {
  return new Date(`${iso}T12:00:00`).toLocaleDateString(localeOf(language), {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}
