import type { Axis, RowFilter } from "../base/axis";
import type { Base, BaseTableId } from "../base/base";
import { CodeColumn, MARK, NumberColumn, TextColumn, type Column } from "../base/columns";
import { Lookup } from "../base/lookup";
import type { BaseTable } from "../base/table";
import { Tally } from "../base/tally";
import { completenessOfCounts, isReturned, type Completeness } from "./sections";

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

type AnswerTable = Extract<BaseTableId, "projects" | "motivations" | "actors">;

/** All editions together. */
export const ALL_EDITIONS = "*";

interface Known {
  readonly version: number;
  readonly byEdition: Map<string, readonly BaseTerritory[]>;
}
const known = new WeakMap<Base, Known>();

/**
 * Every territory of the panel with what it answered; put together once for each state of the base, from
 * counts that follow it. O(territories).
 * @param edition Edition meant, or all of them; the base's own if not given. The panel's day of return and status
 *   are about the base's own edition: in another one only answers tell who took part.
 */
export function baseTerritories(base: Base, edition: string = base.editionId): readonly BaseTerritory[] {
  let before = known.get(base);
  if (before?.version !== base.version)
    known.set(base, (before = { version: base.version, byEdition: new Map() }));
  let territories = before.byEdition.get(edition);
  if (!territories) before.byEdition.set(edition, (territories = compute(base, edition)));
  return territories;
}

function compute(base: Base, edition: string): BaseTerritory[] {
  const isOwn = edition === base.editionId || edition === ALL_EDITIONS;
  const panel = base.tableOf("panel");
  const names = panel.columns.get("name");
  if (!(names instanceof TextColumn)) return [];
  const returnedCode = base.codebook.reader("contact").read("Reçu");
  const contact = panel.columns.get("contact");
  const day = panel.columns.get("returned");
  const answers = new Answers(base, edition);
  const result: BaseTerritory[] = [];
  for (let row = 0; row < panel.length; row++) {
    const name = names.text(names.ids[row]);
    if (!name) continue;
    const key = names.key(names.ids[row]);
    const isContacted =
      contact instanceof CodeColumn &&
      returnedCode.kind === "code" &&
      contact.bytes[row] === returnedCode.code;
    const hasDay = day instanceof TextColumn && day.ids[row] !== 0;
    let completeness: Completeness | undefined;
    result.push({
      name,
      row,
      hasReturned: (isOwn && (isContacted || hasDay)) || answers.has(key),
      get completeness() {
        return (completeness ??= answers.completeness(key, panel, row));
      },
    });
  }
  return result;
}

/** The answers of the edition by territory, in counts that follow the base; for one state of it. */
class Answers {
  /** Counts asked for already: there are thousands of territories. */
  private readonly known = new Map<AnswerTable, Map<string, Int32Array | null>>();

  constructor(
    private readonly base: Base,
    private readonly edition: string,
  ) {}

  /** Whether any row of a territory is in the edition. */
  has(key: string): boolean {
    return (["projects", "motivations", "actors"] as const).some((table) => this.count(table, key) > 0);
  }

  completeness(key: string, panel: BaseTable, row: number): Completeness {
    const { codebook } = this.base;
    return completenessOfCounts(codebook, {
      identity: (field) => isFilled(panel.columns.get(field), row),
      projects: this.count("projects", key, { returned: true }),
      answered: (field) => this.count("projects", key, { returned: true, filled: field }),
      motivations: this.codes("motivations", key, "motivation", "rank", "meaning"),
      statements: this.codes("actors", key, "statement", "agreement"),
    });
  }

  /** Rows of a territory: those returned, with a field filled, with another blank. */
  private count(table: AnswerTable, key: string, wanted: Wanted = {}): number {
    const id = this.territory(table)?.idOfKey(key);
    return id ? (this.counted(table, wanted)?.[id] ?? 0) : 0;
  }

  /** Codes of a field that rows with an answer have. */
  private codes(table: AnswerTable, key: string, about: string, filled: string, blank?: string): Set<number> {
    const codes = this.base.codebook.list(this.base.codebook.field(table, about).list!).codes;
    const column = this.base.tableOf(table).columns.get(about);
    const id = this.territory(table)?.idOfKey(key);
    const found = new Set<number>();
    if (!id || !(column instanceof CodeColumn)) return found;
    const axis = (): Axis => {
      const places = new Map(codes.map(({ code }, i) => [code, i]));
      return {
        buckets: new Lookup(column, (byte) => places.get(byte) ?? -1),
        size: () => codes.length,
      };
    };
    const n = this.counted(table, { returned: true, filled, blank }, axis, about);
    codes.forEach(({ code }, i) => {
      if (n?.[id * codes.length + i]) found.add(code);
    });
    return found;
  }

  private territory(table: AnswerTable): TextColumn | undefined {
    const column = this.base.tableOf(table).columns.get("territory");
    return column instanceof TextColumn ? column : undefined;
  }

  /** Counts by territory id, then by the further axis. */
  private counted(id: AnswerTable, wanted: Wanted, axis?: () => Axis, about = ""): Int32Array | null {
    let known = this.known.get(id);
    if (!known) this.known.set(id, (known = new Map()));
    const key = `${wanted.returned} ${wanted.filled} ${wanted.blank} ${about}`;
    let counts = known.get(key);
    if (counts === undefined) known.set(key, (counts = this.countedAnew(id, wanted, axis, about)));
    return counts;
  }

  private countedAnew(
    id: AnswerTable,
    { returned, filled, blank }: Wanted,
    axis: (() => Axis) | undefined,
    about: string,
  ): Int32Array | null {
    const territory = this.territory(id);
    if (!territory) return null;
    const key = ["answers", this.edition, returned, filled, blank, about].join("\n");
    const tally = this.base.tally(id, key, (table) => {
      const filters: RowFilter[] = [];
      const edition = table.columns.get("edition");
      if (edition instanceof TextColumn && this.edition !== ALL_EDITIONS)
        filters.push(new Lookup(edition, (text) => (edition.text(text) === this.edition ? 1 : 0)));
      const inclusion = table.columns.get("inclusion");
      if (returned && inclusion instanceof CodeColumn)
        filters.push(new Lookup(inclusion, (byte) => (this.isReturned(byte) ? 1 : 0)));
      if (filled !== undefined) filters.push(filledFilter(table.columns.get(filled), true));
      if (blank !== undefined) filters.push(filledFilter(table.columns.get(blank), false));
      const byTerritory = { buckets: new Lookup(territory, (text) => text), size: () => territory.size };
      return new Tally(table, filters, [byTerritory, ...(axis ? [axis()] : [])]);
    });
    return tally.read().counts;
  }

  private isReturned(byte: number): boolean {
    const isCode = byte > 0 && byte < MARK.dontKnow;
    return !isCode || isReturned(this.base.codebook, { kind: "code", code: byte });
  }
}

interface Wanted {
  readonly returned?: boolean;
  readonly filled?: string;
  readonly blank?: string;
}

/** Whether a cell is not blank; "NR" said on purpose is not. */
function isFilled(column: Column | undefined, row: number): boolean {
  if (column instanceof CodeColumn) return column.bytes[row] !== MARK.notReported;
  if (column instanceof TextColumn) return column.ids[row] !== 0;
  return column instanceof NumberColumn && !column.isBlank(row);
}

function filledFilter(column: Column | undefined, wanted: boolean): RowFilter {
  const bucket = (filled: boolean) => (filled === wanted ? 1 : 0);
  if (column instanceof CodeColumn || column instanceof TextColumn)
    return new Lookup(column, (stored) => bucket(stored !== 0));
  return { at: (row) => bucket(isFilled(column, row)) };
}
