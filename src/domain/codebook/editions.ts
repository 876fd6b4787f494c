import type { CodeList, Edition, Field, TableId } from "./types";
import barometer from "./editions/barometer.json";
import edition2013 from "./editions/2013.json";
import edition2014 from "./editions/2014.json";
import observatory2017 from "./editions/observatory-2017.json";

/** What an edition file may say: a whole edition, or its differences from the one it extends. */
interface EditionFile extends Partial<Omit<Edition, "id">> {
  readonly id: string;
  readonly extends?: string;
  /** Codes of the extended lists that this edition does not have. */
  readonly withoutCodes?: Readonly<Record<string, readonly number[]>>;
  /** Columns this edition has more, and the column they stand behind. */
  readonly addFields?: Readonly<
    Partial<Record<TableId, { readonly after: string; readonly fields: readonly Field[] }>>
  >;
}

const files = [barometer, edition2013, edition2014, observatory2017] as unknown as readonly EditionFile[];

function resolve(file: EditionFile): Edition {
  const parentFile = files.find((candidate) => candidate.id === file.extends);
  if (file.extends && !parentFile)
    throw new Error(`Edition ${file.id} extends an unknown edition: ${file.extends}`);
  const parent = parentFile ? resolve(parentFile) : undefined;
  const { extends: _parent, withoutCodes = {}, addFields = {}, ...own } = file;
  const lists: Record<string, CodeList> = { ...parent?.lists, ...own.lists };
  for (const [id, absent] of Object.entries(withoutCodes)) {
    lists[id] = { ...lists[id], codes: lists[id].codes.filter(({ code }) => !absent.includes(code)) };
  }
  const tables = { ...parent?.tables, ...own.tables } as Edition["tables"];
  for (const [id, { after, fields }] of Object.entries(addFields)) {
    const table = tables[id as TableId];
    const at = table.fields.findIndex((field) => field.id === after) + 1;
    (tables as Record<TableId, Edition["tables"][TableId]>)[id as TableId] = {
      ...table,
      fields: [...table.fields.slice(0, at), ...fields, ...table.fields.slice(at)],
    };
  }
  const domains = new Set(lists.domain.codes.map(({ code }) => code));
  const listed = own.listedProjects ?? parent?.listedProjects ?? [];
  return {
    ...parent,
    ...own,
    lists,
    tables,
    listedProjects: listed.filter(({ domain }) => domains.has(domain)),
  } as Edition;
}

/** The editions the product ships, oldest first. `barometer` is only what they extend. */
export const editions: readonly Edition[] = files
  .filter((file) => file.extends)
  .map(resolve)
  .sort((a, b) => a.year - b.year);

/** Edition a new study is made with unless another is chosen. */
export const defaultEditionId = "2014";

/**
 * The shipped edition of this id.
 * @throws RangeError if there is none.
 * @example editionById("2014").year // 2014
 */
export function editionById(id: string): Edition {
  const edition = editions.find((candidate) => candidate.id === id);
  if (!edition)
    throw new RangeError(`Unknown edition: ${id}. Known: ${editions.map((e) => e.id).join(", ")}`);
  return edition;
}
