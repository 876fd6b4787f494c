import type { Axis, RowFilter } from "../base/axis";
import type { Base, BaseTableId } from "../base/base";
import { CodeColumn, MARK, NumberColumn, TextColumn, type Column } from "../base/columns";
import { Lookup } from "../base/lookup";
import type { BaseTable } from "../base/table";
import { Tally } from "../base/tally";
import { normalizeText } from "../text/normalize";
import {
  completenessAt,
  completenessColumns,
  isReturned,
  type Completeness,
  type SectionColumns,
} from "./sections";

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

const sameTerritories = (a: readonly BaseTerritory[], b: readonly BaseTerritory[]): boolean =>
  a.length === b.length &&
  a.every((one, i) => {
    const other = b[i];
    return one.name === other.name && one.row === other.row && one.hasReturned === other.hasReturned;
  });

/**
 * Every territory of the panel with what it answered, from counts that follow the base; whoever asks hears
 * of a change only if it concerns what was asked. O(territories).
 * @param edition Edition meant, or all of them; the base's own if not given. The panel's day of return and status
 *   are about the base's own edition: in another one only answers tell who took part.
 */
export function baseTerritories(base: Base, edition: string = base.editionId): readonly BaseTerritory[] {
  const key = JSON.stringify(["territories", edition]);
  return base.derived(key, () => listed(base, edition), sameTerritories);
}

const sameSections = (a: readonly SectionColumns[], b: readonly SectionColumns[]): boolean =>
  a.every(({ answered, expected }, s) => same(answered, b[s].answered) && same(expected, b[s].expected));
const same = (a: Int32Array, b: Int32Array): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

/** Completeness of the territories, by their place in `baseTerritories`. O(territories). */
export function baseCompleteness(base: Base, edition: string = base.editionId): readonly SectionColumns[] {
  const key = JSON.stringify(["completeness", edition]);
  return base.derived(key, () => completenessOfListed(base, edition), sameSections);
}

function completenessOfListed(base: Base, edition: string): SectionColumns[] {
  const territories = baseTerritories(base, edition);
  const panel = base.tableOf("panel");
  const keys = territories.map(({ name }) => normalizeText(name));
  const answers = new Answers(base, edition, keys);
  return completenessColumns(base.codebook, {
    territories: territories.length,
    identity: (field) => {
      const column = panel.columns.get(field);
      return territories.map(({ row }) => Number(isFilled(column, row)));
    },
    projects: answers.count("projects", { returned: true }),
    answered: (filled) => answers.count("projects", { returned: true, filled }),
    motivations: answers.codes("motivations", "motivation", "rank", "meaning"),
    statements: answers.codes("actors", "statement", "agreement"),
  });
}

function listed(base: Base, edition: string): BaseTerritory[] {
  const isOwn = edition === base.editionId || edition === ALL_EDITIONS;
  const panel = base.tableOf("panel");
  const names = panel.columns.get("name");
  if (!(names instanceof TextColumn)) return [];
  const returnedCode = base.codebook.reader("contact").read("Reçu");
  const contact = panel.columns.get("contact");
  const day = panel.columns.get("returned");
  const rows = Array.from({ length: panel.length }, (_, row) => row);
  const named = rows.filter((row) => names.text(names.ids[row]));
  const keys = named.map((row) => names.key(names.ids[row]));
  const answers = new Answers(base, edition, keys);
  const counts = (["projects", "motivations", "actors"] as const).map((table) => answers.count(table));
  return named.map((row, place): BaseTerritory => {
    const isContacted =
      contact instanceof CodeColumn &&
      returnedCode.kind === "code" &&
      contact.bytes[row] === returnedCode.code;
    const hasDay = day instanceof TextColumn && day.ids[row] !== 0;
    const hasAnswered = counts.some((count) => count[place] > 0);
    return {
      name: names.text(names.ids[row]),
      row,
      hasReturned: (isOwn && (isContacted || hasDay)) || hasAnswered,
      get completeness() {
        return completenessAt(baseCompleteness(base, edition), place);
      },
    };
  });
}

/** Id of a territory that a table does not have: there is no count at such a place. */
const UNKNOWN = -1;

/** The answers of an edition by territory, in counts that follow the base. */
class Answers {
  private readonly ids = new Map<AnswerTable, Int32Array>();

  constructor(
    private readonly base: Base,
    private readonly edition: string,
    private readonly keys: readonly string[],
  ) {}

  /** Rows of each territory that are as wanted. */
  count(table: AnswerTable, wanted: Wanted = {}): Int32Array {
    const counts = this.counted(table, wanted);
    return this.idsIn(table).map((id) => counts?.[id] ?? 0);
  }

  /** Rows of each territory with an answer, by the code of what they are about. */
  codes(table: AnswerTable, about: string, filled: string, blank?: string): (code: number) => Int32Array {
    const ids = this.idsIn(table);
    const { codes } = this.base.codebook.list(this.base.codebook.field(table, about).list!);
    const places = new Map(codes.map(({ code }, i) => [code, i]));
    const column = this.table(table).columns.get(about);
    if (!(column instanceof CodeColumn)) return () => new Int32Array(ids.length);
    const axis = (): Axis => ({
      buckets: new Lookup(column, (byte) => places.get(byte) ?? -1),
      size: () => codes.length,
    });
    const counts = this.counted(table, { returned: true, filled, blank }, axis, about);
    return (code) => ids.map((id) => counts?.[id * codes.length + places.get(code)!] ?? 0);
  }

  /** A table seen without being watched: what is counted of it is. */
  private table(table: AnswerTable): BaseTable {
    return this.base.view(table).table;
  }

  private territory(table: AnswerTable): TextColumn | undefined {
    const column = this.table(table).columns.get("territory");
    if (column instanceof TextColumn) return column;
    // Nothing is counted: it is the table itself that may come.
    this.base.tableOf(table);
    return undefined;
  }

  /** What a table calls each territory. */
  private idsIn(table: AnswerTable): Int32Array {
    let ids = this.ids.get(table);
    if (!ids) {
      const column = this.territory(table);
      ids = Int32Array.from(this.keys, (key) => column?.idOfKey(key) || UNKNOWN);
      this.ids.set(table, ids);
    }
    return ids;
  }

  /** Counts by territory id, then by the further axis. */
  private counted(
    id: AnswerTable,
    { returned, filled, blank }: Wanted,
    axis?: () => Axis,
    about = "",
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
