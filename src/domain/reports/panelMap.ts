import type { Base } from "../base/base";
import { baseTerritories } from "../completeness/fromBase";
import { indicatorById } from "../indicators/registry";
import type { Language, Localized } from "../language";
import { byDepartment, type MappedTerritory } from "../map/byDepartment";
import type { Evaluate } from "../synthesis";
import { baseCell } from "./baseCells";
import { unitFormats, type ReportMap } from "./model";

/** The territories that answered on the map, coloured by an indicator; null when nobody did. */
export function panelMap(
  base: Base,
  evaluate: Evaluate,
  indicatorId: string,
  language: Language,
): ReportMap | null {
  const { codebook } = base;
  const indicator = indicatorById(codebook, indicatorId);
  const territory = codebook.field("projects", "territory").label.fr;
  const ranking = evaluate({ id: "RANKING", args: [territory, indicator.label.fr] }) ?? [];
  const figures = new Map(
    ranking
      .slice(1)
      .flatMap(([rank, label, value]) =>
        typeof rank === "number" && typeof value === "number" ? [[(label as Localized).fr, value]] : [],
      ),
  );
  const text = (row: number, field: string): string =>
    String(baseCell(base, "panel", field, row, "fr") ?? "");
  const answered = baseTerritories(base)
    .filter(({ hasReturned }) => hasReturned)
    .map(({ name, row }): MappedTerritory => ({
      name,
      code: text(row, "code"),
      parent: text(row, "parent"),
      figure: figures.get(name) ?? null,
    }));
  if (!answered.length) return null;
  const { label, scale, unit } = indicator;
  return {
    title:
      language === "fr"
        ? `Territoires ayant répondu – ${label.fr.toLowerCase()}`
        : `Territories that answered – ${label.en.toLowerCase()}`,
    map: byDepartment(answered),
    scale: unit === "count" ? null : scale,
    format: unitFormats[unit],
  };
}
