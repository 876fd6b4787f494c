import { mappingOptions, mappingWords } from "../messages/olderBase";
import type { FilePlace } from "../questionnaire/returned";
import { normalizeText } from "../text/normalize";
import { outcomeOf, type MappingItems } from "./items";

/** Where rows belong: an edition, nowhere, or as proposed while nobody has decided. */
export interface PlacedEdition {
  readonly kind: "edition" | "leaveOut" | "open";
  readonly id: string | null;
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;

/** Says which edition rows belong to: by their own column, or for the whole file. */
export class EditionMap {
  private readonly placed = new Map<string, string>();

  /**
   * @param known Editions there are. @param current The study's: its figures change with such rows, so that a
   * person is asked. @param ofFile What the file says of itself.
   */
  constructor(
    private readonly known: readonly string[],
    private readonly current: string,
    private readonly ofFile: string | null,
    private readonly file: string,
    private readonly items: MappingItems,
  ) {}

  place(found: string, place: () => FilePlace): PlacedEdition {
    let subject = this.placed.get(found);
    if (subject === undefined) this.placed.set(found, (subject = normalizeText(found)));
    const item = this.items.count("edition", subject, place, () => this.ask(found));
    const outcome = outcomeOf(item);
    if (outcome === "leaveOut") return { kind: "leaveOut", id: null };
    const id = idOf(outcome ?? item.proposed);
    return { kind: outcome === null ? "open" : "edition", id };
  }

  private ask(found: string) {
    const exact = this.known.find((id) => normalizeText(id) === normalizeText(found));
    const proposed = exact ?? this.propose(found);
    return {
      where: mappingWords.edition,
      found,
      options: [
        ...this.known.map((id) => ({
          id: `edition:${id}`,
          label: id === this.current ? mappingOptions.current({ edition: id }) : { fr: id, en: id },
        })),
        { id: "leaveOut", label: mappingOptions.leaveOut },
      ],
      proposed: proposed === undefined ? null : `edition:${proposed}`,
      certain: exact !== undefined && exact !== this.current,
    };
  }

  private propose(found: string): string | undefined {
    if (found) return this.yearIn(found);
    if (this.ofFile !== null && this.known.includes(this.ofFile)) return this.ofFile;
    return this.yearIn(this.file);
  }

  /** "Baromètre 2013": the only known year of a text. */
  private yearIn(text: string): string | undefined {
    const years = [...new Set(text.match(YEAR) ?? [])].filter((year) => this.known.includes(year));
    return years.length === 1 ? years[0] : undefined;
  }
}

const idOf = (option: string | null): string | null =>
  option?.startsWith("edition:") ? option.slice("edition:".length) : null;
