import type { Base, BaseTableId } from "../base/base";
import { CodeColumn, MARK, NumberColumn, TextColumn } from "../base/columns";
import type { BaseTable } from "../base/table";
import { normalizeText } from "../text/normalize";
import { completenessOf, type Completeness, type TerritoryAnswers } from "./sections";

/** What the base knows of one territory in its edition. */
export interface BaseTerritory {
  /** Name in the panel. */
  readonly name: string;
  /** Row of the panel. */
  readonly row: number;
  /** It has answered: a day of return, the status, or answers in the edition. */
  readonly hasReturned: boolean;
  readonly completeness: Completeness;
}

const known = new WeakMap<Base, { version: number; territories: readonly BaseTerritory[] }>();

/** Every territory of the panel with what it answered; computed once for each state of the base. O(rows). */
export function baseTerritories(base: Base): readonly BaseTerritory[] {
  const before = known.get(base);
  if (before?.version === base.version) return before.territories;
  const territories = compute(base);
  known.set(base, { version: base.version, territories });
  return territories;
}

type Cells = Record<string, unknown>;

function compute(base: Base): BaseTerritory[] {
  const panel = base.tableOf("panel");
  const names = panel.columns.get("name");
  if (!(names instanceof TextColumn)) return [];
  const answers = new Map<string, { [table in "projects" | "motivations" | "actors"]: Cells[] }>();
  for (const table of ["projects", "motivations", "actors"] as const) collect(base, table, answers);
  const returnedCode = base.codebook.reader("contact").read("Reçu");
  const contact = panel.columns.get("contact");
  const returned = panel.columns.get("returned");
  const result: BaseTerritory[] = [];
  for (let row = 0; row < panel.length; row++) {
    const name = names.texts[names.ids[row]];
    if (!name) continue;
    const own = answers.get(normalizeText(name)) ?? { projects: [], motivations: [], actors: [] };
    const territory: TerritoryAnswers = { ...own, panel: cellsOf(panel, row) };
    const isContacted =
      contact instanceof CodeColumn &&
      returnedCode.kind === "code" &&
      contact.bytes[row] === returnedCode.code;
    const hasDay = returned instanceof TextColumn && returned.ids[row] !== 0;
    const hasReturned =
      isContacted || hasDay || own.projects.length + own.motivations.length + own.actors.length > 0;
    result.push({ name, row, hasReturned, completeness: completenessOf(base.codebook, territory) });
  }
  return result;
}

function collect(
  base: Base,
  id: Extract<BaseTableId, "projects" | "motivations" | "actors">,
  answers: Map<string, Record<"projects" | "motivations" | "actors", Cells[]>>,
): void {
  const table = base.tableOf(id);
  const territory = table.columns.get("territory");
  const edition = table.columns.get("edition");
  if (!(territory instanceof TextColumn)) return;
  for (let row = 0; row < table.length; row++) {
    if (edition instanceof TextColumn && edition.texts[edition.ids[row]] !== base.editionId) continue;
    const key = territory.keys[territory.ids[row]];
    if (!key) continue;
    let own = answers.get(key);
    if (!own) answers.set(key, (own = { projects: [], motivations: [], actors: [] }));
    own[id].push(cellsOf(table, row));
  }
}

/** A row as cells would show it, as far as completeness looks: blank or not, and which code. */
function cellsOf(table: BaseTable, row: number): Cells {
  const cells: Cells = {};
  for (const [id, column] of table.columns) {
    if (column instanceof CodeColumn) {
      const byte = column.bytes[row];
      cells[id] = byte === MARK.notReported ? "" : byte < MARK.dontKnow ? byte : "NR";
    } else if (column instanceof NumberColumn) {
      const isSaid = !Number.isNaN(column.numbers[row]) || column.invalidValue(row) !== undefined;
      cells[id] = isSaid ? column.numbers[row] || "NR" : "";
    } else if (column instanceof TextColumn) cells[id] = column.texts[column.ids[row]];
  }
  return cells;
}
