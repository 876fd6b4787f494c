const SLOTS = 256;
const UNKNOWN = -128;

/**
 * Remembers what each distinct cell value means, so that a range of a million cells costs a look at each
 * and no more. Small whole numbers (codes) and the texts of a code list are found without hashing.
 */
export class CellMemo {
  private readonly small = new Int32Array(SLOTS).fill(UNKNOWN);
  private readonly texts: unknown[] = new Array(SLOTS).fill(undefined);
  private readonly meanings = new Int32Array(SLOTS);
  private readonly others = new Map<unknown, number>();

  /** @param understand What a value means: any number but −128. */
  constructor(private readonly understand: (value: unknown) => number) {}

  of(value: unknown): number {
    if (typeof value === "number") {
      if ((value & 255) === value) {
        const known = this.small[value];
        return known === UNKNOWN ? (this.small[value] = this.understand(value)) : known;
      }
    } else if (typeof value === "string" && value.length > 0) {
      const length = value.length;
      const slot =
        (length * 31 +
          value.charCodeAt(0) * 7 +
          value.charCodeAt(length >> 1) * 3 +
          value.charCodeAt(length - 1)) &
        255;
      if (this.texts[slot] === value) return this.meanings[slot];
      const meaning = this.lookUp(value);
      this.texts[slot] = value;
      return (this.meanings[slot] = meaning);
    }
    return this.lookUp(value);
  }

  private lookUp(value: unknown): number {
    let meaning = this.others.get(value);
    if (meaning === undefined) {
      meaning = this.understand(value);
      if (this.others.size < MAX_REMEMBERED) this.others.set(value, meaning);
    }
    return meaning;
  }
}

/** Beyond this many distinct values (free texts), understanding again is cheaper than remembering. */
const MAX_REMEMBERED = 200_000;
