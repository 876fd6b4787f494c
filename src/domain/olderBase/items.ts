import { stableKey } from "../imports/questions";
import type { FilePlace } from "../questionnaire/returned";
import type { Choices, MappingItem, MappingSection } from "./types";

type Asked = Omit<MappingItem, "key" | "section" | "count" | "chosen" | "place">;

interface Counted {
  readonly item: MappingItem;
  count: number;
}

const ORDER: readonly MappingSection[] = ["column", "edition", "territory", "value", "same"];

/** What an item is taken for: what a person chose, else what it says exactly; null while it is open. */
export const outcomeOf = ({ chosen, certain, proposed }: MappingItem): string | null =>
  chosen ?? (certain ? proposed : null);

/** Things found, each once, counted, with what was chosen for them. */
export class MappingItems {
  private readonly items = new Map<string, Counted>();

  constructor(private readonly choices: Choices) {}

  /** The item of this subject, one row more. @param make Called the first time only. */
  count(
    section: MappingSection,
    subject: string,
    place: () => FilePlace,
    make: () => Asked,
    rows = 1,
  ): MappingItem {
    const own = `${section}\u0001${subject}`;
    let known = this.items.get(own);
    if (!known) {
      const asked = make();
      const key = stableKey("base", own);
      const choice = this.choices.get(key);
      const chosen = choice !== undefined && asked.options.some(({ id }) => id === choice) ? choice : null;
      known = { item: { key, section, ...asked, place: place(), count: 0, chosen }, count: 0 };
      this.items.set(own, known);
    }
    known.count += rows;
    return known.item;
  }

  /** All of them: by section, those to be looked at first, in the order they were met. */
  all(): MappingItem[] {
    return [...this.items.values()]
      .map(({ item, count }) => ({ ...item, count }))
      .sort(
        (a, b) =>
          ORDER.indexOf(a.section) - ORDER.indexOf(b.section) || Number(a.certain) - Number(b.certain),
      );
  }
}
