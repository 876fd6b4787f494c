import { Codebook, editions } from "../../domain/codebook";
import type { ImportTable, StudySnapshot } from "../../domain/imports";
import type { Draft } from "../../domain/records/project";
import { loadReference, type TerritoryReference } from "../../domain/territories";
import type { StudyPart } from "./protocol";

const noRows = (): Record<ImportTable, Draft[]> => ({
  panel: [],
  projects: [],
  motivations: [],
  actors: [],
  respondents: [],
  rejects: [],
  journal: [],
});

/** The study as the page told it, put together from its parts. */
export class StudyParts {
  private facts: (StudyPart & { part: "begin" }) | null = null;
  /** Code books files are read with: the study's own first. */
  codebooks: readonly Codebook[] = [];
  private tables = noRows();
  private loading: Promise<TerritoryReference | null> | null = null;

  take(part: StudyPart): void {
    if (part.part === "rows") {
      for (const row of part.rows) this.tables[part.table].push(row);
      return;
    }
    this.facts = part;
    const others = editions.filter(({ id }) => id !== part.edition.id);
    this.codebooks = [part.edition, ...others].map((edition) => new Codebook(edition));
    this.tables = noRows();
  }

  /** @throws Error before anything was told */
  get codebook(): Codebook {
    const [codebook] = this.codebooks;
    if (!codebook) throw new Error("The study has not been told");
    return codebook;
  }

  rows(table: ImportTable): readonly Draft[] {
    return this.tables[table];
  }

  snapshot(): StudySnapshot {
    const { codebook, tables } = this;
    const { editionId, language, closingDate } = this.facts!;
    return { codebook, editionId, language, tables, ...(closingDate === undefined ? {} : { closingDate }) };
  }

  /** Starts to load the official list from the folder at this address. */
  prepare(address: string): void {
    this.loading ??= loadReference(async (name) => {
      const answer = await fetch(new URL(name, address));
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      return answer.json();
    }).catch(() => null);
  }

  /** The official list; null where it cannot be read: it is a help, not a need. */
  async reference(): Promise<TerritoryReference | null> {
    const { reference } = this.facts ?? {};
    if (!reference) return null;
    this.prepare(reference);
    return (await this.loading)?.in(this.codebook) ?? null;
  }
}
