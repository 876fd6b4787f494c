import { Codebook, defaultEditionId, editionById } from "../codebook";
import type { Localized } from "../language";
import { departmentOf, departments, regionFor } from "./departments";
import { separator, territoriesFile, type TerritoriesFile } from "./file";
import { SearchIndex } from "./search";

/** A commune or a group of communes of the official list, in the terms of an edition. */
export interface OfficialTerritory {
  /** INSEE code of a commune, SIREN of a group. */
  readonly code: string;
  readonly name: string;
  /** Code of the edition's list "type"; null if the edition does not survey this kind. */
  readonly type: number | null;
  readonly typeLabel: Localized;
  /** Region as the edition names it: one of its own list, else today's. */
  readonly region: string;
  /** Code of the edition's list "region"; null if it has no such region. */
  readonly regionCode: number | null;
  /** Inhabitants (municipal population of the last census); null where none is published. */
  readonly population: number | null;
  /** Group the territory belongs to: name and SIREN. */
  readonly parent: string | null;
  readonly parentCode: string | null;
  /** Department, which tells homonyms apart; of a group, that of its most populous member. */
  readonly department: string;
  readonly departmentName: string;
}

/** An entry of the file, before an edition gives it its type and region. */
interface Entry {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly population: number;
  readonly parent: number;
  readonly department: string;
  readonly isGroup: boolean;
  readonly place: string;
}

/** The official list, searched; see `loadReference`. */
export class TerritoryReference {
  private constructor(
    private readonly entries: readonly Entry[],
    private readonly positions: ReadonlyMap<string, number>,
    /** Made when first searched: looking up codes does without. */
    private readonly index: () => SearchIndex,
    private readonly codebook: Codebook,
    /** The most populous member of each group, by the group's position; filled when first asked for. */
    private readonly mainTowns = new Map<number, Entry>(),
  ) {}

  /** From the content of the reference file. @throws TypeError if it is not one. */
  static from(content: unknown, codebook: Codebook): TerritoryReference {
    const entries = readEntries(content);
    const positions = new Map(entries.map(({ code }, at) => [code, at]));
    let index: SearchIndex | undefined;
    return new TerritoryReference(entries, positions, () => (index ??= new SearchIndex(entries)), codebook);
  }

  /** The same list in the terms of another edition; costs nothing. */
  in(codebook: Codebook): TerritoryReference {
    return new TerritoryReference(this.entries, this.positions, this.index, codebook, this.mainTowns);
  }

  /** Number of communes and groups. */
  get size(): number {
    return this.entries.length;
  }

  /** Territories that answer what a person types: a name, its beginning, a word of it, or a code. */
  search(text: string, limit = 20): OfficialTerritory[] {
    return this.index()
      .search(text, limit)
      .map((at) => this.territory(this.entries[at]));
  }

  /** The territory with this INSEE code or SIREN. */
  byCode(code: string): OfficialTerritory | undefined {
    const at = this.positions.get(code);
    return at === undefined ? undefined : this.territory(this.entries[at]);
  }

  /** The most populous member of a group. The first call looks at all entries. */
  mainTown(code: string): OfficialTerritory | null {
    const group = this.positions.get(code);
    if (group === undefined || !this.entries[group].isGroup) return null;
    if (!this.mainTowns.size) {
      for (const entry of this.entries) {
        const known = this.mainTowns.get(entry.parent);
        if (entry.parent >= 0 && !entry.isGroup && (!known || entry.population > known.population))
          this.mainTowns.set(entry.parent, entry);
      }
    }
    const town = this.mainTowns.get(group);
    return town ? this.territory(town) : null;
  }

  private territory(entry: Entry): OfficialTerritory {
    const { codebook } = this;
    const answer = codebook.reader("type").read(entry.kind);
    const type = answer.kind === "code" ? answer.code : null;
    const department = departments.get(entry.department)!;
    const regionCode = regionFor(codebook, entry.department) ?? null;
    const parent = entry.parent < 0 ? null : this.entries[entry.parent];
    return {
      code: entry.code,
      name: entry.name,
      type,
      typeLabel: (type !== null && codebook.code("type", type)?.label) || { fr: entry.kind, en: entry.kind },
      region: regionCode === null ? department.region : codebook.label("region", regionCode, "fr"),
      regionCode,
      population: entry.population < 0 ? null : entry.population,
      parent: parent && parent.name,
      parentCode: parent && parent.code,
      department: department.code,
      departmentName: department.name,
    };
  }
}

/** Groups first, so that a parent's position in the file is its position here. */
function readEntries(content: unknown): Entry[] {
  const { groups, communes } = content as TerritoriesFile;
  if (!groups?.codes || !communes?.codes) throw new TypeError(`Not a reference of territories`);
  const column = (values: string) => values.split(separator);
  const place = new Map(
    [...departments.values()].map((d) => [d.code, `${d.code} ${d.name} ${d.region} ${d.regionBefore2016}`]),
  );
  const [kinds, groupNames, seats] = [groups.kinds, groups.names, groups.departments].map(column);
  const names = column(communes.names);
  return [
    ...column(groups.codes).map((code, i) => ({
      code,
      name: groupNames[i],
      kind: kinds[i],
      population: groups.populations[i],
      parent: groups.parents[i],
      department: seats[i],
      isGroup: true,
      place: place.get(seats[i])!,
    })),
    ...column(communes.codes).map((code, i) => ({
      code,
      name: names[i],
      kind: "Commune",
      population: communes.populations[i],
      parent: communes.parents[i],
      department: departmentOf(code),
      isGroup: false,
      place: place.get(departmentOf(code))!,
    })),
  ];
}

/**
 * Loads the official list. `fetchJson` brings the content of a reference file by its name
 * ("territories.json", which the build writes to `reference/`).
 */
export async function loadReference(
  fetchJson: (name: string) => Promise<unknown>,
  codebook: Codebook = new Codebook(editionById(defaultEditionId)),
): Promise<TerritoryReference> {
  return TerritoryReference.from(await fetchJson(territoriesFile), codebook);
}
