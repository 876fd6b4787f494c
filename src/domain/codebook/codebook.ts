import type { Language } from "../language";
import { normalizeText } from "../text/normalize";
import { nearest } from "../text/similarity";
import { AnswerReader } from "../values/answer";
import type { Code, CodeList, Edition, Field, ListedProject, TableDefinition, TableId } from "./types";

/**
 * An edition ready for use: look-ups over its fields, lists and listed projects. It never changes; a
 * workbook whose `Codes` table was edited makes a new one (see `codesTable.ts`).
 */
export class Codebook {
  private readonly readers = new Map<string, AnswerReader>();
  private readonly fieldsByName = new Map<TableId, Map<string, Field>>();

  private readonly projectsByLabel = new Map<string, ListedProject[]>();

  constructor(readonly edition: Edition) {
    for (const project of edition.listedProjects) {
      for (const key of new Set([normalizeText(project.label.fr), normalizeText(project.label.en)])) {
        const same = this.projectsByLabel.get(key) ?? [];
        this.projectsByLabel.set(key, [...same, project]);
      }
    }
    for (const table of Object.values(edition.tables)) {
      const byName = new Map<string, Field>();
      this.fieldsByName.set(table.id, byName);
      for (const field of table.fields) {
        for (const name of [field.id, field.label.fr, field.label.en, ...(field.aliases ?? [])]) {
          const key = normalizeText(name);
          if (!byName.has(key)) byName.set(key, field);
        }
      }
    }
  }

  table(id: TableId): TableDefinition {
    return this.edition.tables[id];
  }

  /** Field of a table by id. @throws RangeError if the table has no such field. */
  field(table: TableId, id: string): Field {
    const field = this.table(table).fields.find((candidate) => candidate.id === id);
    if (!field) throw new RangeError(`Unknown field: ${table}.${id}`);
    return field;
  }

  /** Code list by id. @throws RangeError if there is none. */
  list(id: string): CodeList {
    const list = this.edition.lists[id];
    if (!list) throw new RangeError(`Unknown code list: ${id}`);
    return list;
  }

  /** Codes of a field that may be chosen today, in order; all of them are still read. */
  activeCodes(field: Field): readonly Code[] {
    return field.list ? this.list(field.list).codes.filter((code) => code.active !== false) : [];
  }

  /** Reader of the answers of a code list. */
  reader(listId: string): AnswerReader {
    let reader = this.readers.get(listId);
    if (!reader) this.readers.set(listId, (reader = new AnswerReader(this.list(listId))));
    return reader;
  }

  /** Code of a list, if it has it. */
  code(listId: string, code: number): Code | undefined {
    return this.list(listId).codes.find((candidate) => candidate.code === code);
  }

  /** Label of a code; the number itself if the list does not have it. */
  label(listId: string, code: number, language: Language): string {
    return this.code(listId, code)?.label[language] ?? String(code);
  }

  /** What a cell shows for a code: "3 – Réalisé", or the label alone where the list says so. */
  display(listId: string, code: number, language: Language): string {
    const label = this.label(listId, code, language);
    return this.list(listId).display === "codeLabel" ? `${code} – ${label}` : label;
  }

  /**
   * Field by French header, English name, id or alias, however it is typed.
   * @param tables Tables to look in, the first that has it wins; all of them if not given.
   */
  findField(name: string, tables: Iterable<TableId> = this.fieldsByName.keys()): Field | undefined {
    const key = normalizeText(name);
    for (const table of tables) {
      const field = this.fieldsByName.get(table)?.get(key);
      if (field) return field;
    }
    return undefined;
  }

  /** The field a mistyped name most likely means. */
  suggestField(name: string, tables: readonly TableId[]): Field | undefined {
    const names = tables.flatMap((table) => [...this.fieldsByName.get(table)!.keys()]);
    const found = nearest(normalizeText(name), names);
    return found === undefined ? undefined : this.findField(found, tables);
  }

  /** Listed projects of a domain that may be chosen today. */
  listedProjects(domain: number): readonly ListedProject[] {
    return this.edition.listedProjects.filter(
      (project) => project.domain === domain && project.active !== false,
    );
  }

  /** Listed project with this label (either language) in a domain, or in any domain. */
  findListedProject(label: string, domain?: number): ListedProject | undefined {
    const found = this.projectsByLabel.get(normalizeText(label)) ?? [];
    return domain === undefined ? found[0] : found.find((project) => project.domain === domain);
  }

  /** Class of a number in a list made of classes (`min`), e.g. the size class of a population. */
  classOf(listId: string, value: number): number | undefined {
    let found: number | undefined;
    for (const { code, min } of this.list(listId).codes) if (min !== undefined && value >= min) found = code;
    return found;
  }
}
