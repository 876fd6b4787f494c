import { CodeColumn, NumberColumn, TextColumn } from "../base/columns";
import type { Base } from "../base/base";
import { FormulaError } from "../messages";
import type { Group, Grouping } from "./counts";

/** A field of the panel: its groups, and which one each row of the panel belongs to. */
export interface PanelGroups extends Grouping {
  /** Place of a row's group; −1 if nothing is said. */
  groupOf(row: number): number;
}

/**
 * The groups of a coded field or of the texts of the panel, those of the size classes included. O(rows).
 * @throws FormulaError unknownField, fieldNotInTable, notACodedField.
 */
export function panelGroups(base: Base, name: string): PanelGroups {
  const { codebook } = base;
  const field = codebook.findField(name, ["panel"]);
  if (!field) {
    const suggestion = codebook.suggestField(name, ["panel"]);
    throw FormulaError.value("unknownField", { value: name, suggestion: suggestion?.label });
  }
  const panel = base.tableOf("panel");
  const isClass = field.id === "sizeClass";
  const column = panel.columns.get(isClass ? "population" : field.id);
  const { label } = field;
  if (column instanceof TextColumn) {
    const texts = [
      ...new Set(Array.from({ length: panel.length }, (_, row) => column.texts[column.ids[row]])),
    ]
      .filter(Boolean)
      .sort((a, b) => a.localeCompare(b, "fr"));
    const places = new Map(texts.map((text, i) => [text, i]));
    const groups = texts.map((text): Group => ({ label: { fr: text, en: text } }));
    return {
      label,
      groups,
      ordered: false,
      groupOf: (row) => places.get(column.texts[column.ids[row]]) ?? -1,
    };
  }
  if (!field.list || (isClass ? !(column instanceof NumberColumn) : !(column instanceof CodeColumn))) {
    throw FormulaError.value("notACodedField", { field: label });
  }
  const { codes, ordered = false } = codebook.list(field.list);
  const places = new Map(codes.map(({ code }, i) => [code, i]));
  const codeOf = (row: number): number | undefined => {
    if (column instanceof CodeColumn) return column.bytes[row];
    const population = (column as NumberColumn).numbers[row];
    return Number.isNaN(population) ? undefined : codebook.classOf(field.list!, population);
  };
  return { label, groups: codes, ordered, groupOf: (row) => places.get(codeOf(row) ?? 0) ?? -1 };
}
