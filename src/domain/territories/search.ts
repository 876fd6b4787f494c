import { lacking, letters, mistypedDistance } from "./fuzzy";
import { bareKey, searchKey } from "./key";

/** What the index needs to know of an entry. */
export interface Searchable {
  readonly code: string;
  readonly name: string;
  readonly population: number;
  readonly isGroup: boolean;
  /** Words that tell homonyms apart: department code and name, region. */
  readonly place: string;
}

/** How well an entry answers a query, best first. */
const Rank = { exact: 0, prefix: 1, wordPrefix: 2, wordsAndPlace: 3 } as const;
type Rank = (typeof Rank)[keyof typeof Rank];

/** Mistyped names are looked for only when fewer entries than this were found. */
const ENOUGH = 5;

const { min } = Math;

/**
 * Entries found as a person types: the code or the whole name first, then names that start with the text,
 * then names with words that do, then names whose words and place together hold every word ("saint denis
 * reunion"), then mistyped names; within each the bigger population first. One pass over all entries, which
 * are kept by falling population so that the first found are the biggest: O(entries), a few milliseconds.
 */
export class SearchIndex {
  /** Positions of the entries, biggest first; all other columns are in this order. */
  private readonly order: number[];
  private readonly keys: string[];
  private readonly bare: string[];
  private readonly codes: string[];
  private readonly places: string[];
  private readonly masks: Int32Array;

  constructor(entries: readonly Searchable[]) {
    this.order = [...entries.keys()].sort((a, b) => entries[b].population - entries[a].population);
    const sorted = this.order.map((at) => entries[at]);
    const places = new Map<string, string>();
    this.keys = sorted.map(({ name }) => searchKey(name));
    this.bare = sorted.map(({ isGroup }, i) => (isGroup ? bareKey(this.keys[i]) : this.keys[i]));
    this.codes = sorted.map(({ code }) => code.toLowerCase());
    this.places = sorted.map(({ place }) => {
      let key = places.get(place);
      if (key === undefined) places.set(place, (key = ` ${searchKey(place)}`));
      return key;
    });
    this.masks = Int32Array.from(this.keys, letters);
  }

  /** Positions, among the entries given, of those that answer the text; at most `limit`. */
  search(text: string, limit: number): number[] {
    const query = searchKey(text);
    if (!query) return [];
    if (/^\d[\dab]?[\d ]*$/.test(query)) {
      return this.byCode(query.replaceAll(" ", ""), limit).map((at) => this.order[at]);
    }
    const found = this.byName(query, limit);
    if (found.length < min(ENOUGH, limit)) {
      for (const at of this.mistyped(query, limit)) {
        if (found.length >= limit) break;
        if (!found.includes(at)) found.push(at);
      }
    }
    return found.map((at) => this.order[at]);
  }

  /** A spreadsheet takes the leading zero from a code: "1004" finds 01004. */
  private byCode(query: string, limit: number): number[] {
    const ranks: number[][] = [[], [], []];
    this.codes.forEach((code, at) => {
      if (code === query || (query.length === 4 && code === `0${query}`)) ranks[0].push(at);
      else if (code.startsWith(query) && ranks[1].length < limit) ranks[1].push(at);
      else if (query.length < 4 && code.startsWith(`0${query}`) && ranks[2].length < limit) ranks[2].push(at);
    });
    return ranks.flat().slice(0, limit);
  }

  private byName(query: string, limit: number): number[] {
    const ranks: number[][] = Object.keys(Rank).map(() => []);
    const inside = ` ${query}`;
    const words = query.split(" ").map((word) => ` ${word}`);
    const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
    for (let at = 0; at < this.keys.length; at++) {
      const rank = this.rank(at, query, inside, words, longest);
      if (rank !== undefined && ranks[rank].length < limit) ranks[rank].push(at);
    }
    return ranks.flat().slice(0, limit);
  }

  private rank(
    at: number,
    query: string,
    inside: string,
    words: readonly string[],
    longest: string,
  ): Rank | undefined {
    const key = this.keys[at];
    if (key === query) return Rank.exact;
    if (key.startsWith(query) || this.bare[at].startsWith(query)) return Rank.prefix;
    if (key.includes(inside)) return Rank.wordPrefix;
    if (words.length === 1) return undefined;
    const place = this.places[at];
    const name = ` ${key}`;
    if (!name.includes(longest) && !place.includes(longest)) return undefined;
    let named = 0;
    for (const word of words) {
      if (name.includes(word)) named++;
      else if (!place.includes(word)) return undefined;
    }
    if (named === 0) return undefined;
    return named === words.length ? Rank.wordPrefix : Rank.wordsAndPlace;
  }

  private mistyped(query: string, limit: number): number[] {
    if (query.length < 4) return [];
    const most = query.length < 8 ? 1 : 2;
    const mask = letters(query);
    const found: { at: number; distance: number }[] = [];
    for (let at = 0; at < this.keys.length; at++) {
      if (lacking(mask, this.masks[at]) > most) continue;
      const key = this.keys[at];
      let distance = mistypedDistance(query, key, most);
      if (this.bare[at] !== key) distance = min(distance, mistypedDistance(query, this.bare[at], most));
      if (distance <= most + 1) found.push({ at, distance });
    }
    // The sort is stable: equal distances keep the order of populations.
    found.sort((a, b) => a.distance - b.distance);
    return found.slice(0, limit).map(({ at }) => at);
  }
}
