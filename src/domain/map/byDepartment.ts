import { departmentOf, departments } from "../territories/departments";

/** A territory on the map, with its figure if it has one. */
export interface MappedTerritory {
  /** INSEE code of a commune, SIREN of a group. */
  readonly code: string;
  readonly name: string;
  /** Name of the group a commune belongs to, "" if none. */
  readonly parent: string;
  readonly figure: number | null;
}

/** A department with the territories that lie in it. */
export interface MappedDepartment {
  readonly code: string;
  readonly name: string;
  readonly territories: readonly MappedTerritory[];
  /** Mean of the figures of its territories, each counted once; null if none has one. */
  readonly figure: number | null;
}

export interface DepartmentMap {
  readonly departments: ReadonlyMap<string, MappedDepartment>;
  /** Territories whose department cannot be told from their code. */
  readonly unplaced: readonly MappedTerritory[];
}

/**
 * Territories put in their departments: a commune by its INSEE code; a group by the third and fourth digit of
 * its SIREN where it was numbered so (24dd…), else by a commune of the list that belongs to it. O(territories).
 *
 * Source: numbering of groups of communes in the SIRENE register: 24, then the department, for those founded
 * before 2010.
 * @example [...byDepartment([{ code: "73065", name: "Chambéry", parent: "", figure: 2 }]).departments.keys()] // ["73"]
 * @example [...byDepartment([{ code: "246900245", name: "Grand Lyon", parent: "", figure: null }]).departments.keys()] // ["69"]
 * @example byDepartment([{ code: "200033157", name: "Caen la Mer", parent: "", figure: null }]).unplaced.length // 1
 */
export function byDepartment(territories: readonly MappedTerritory[]): DepartmentMap {
  const ofGroup = new Map<string, string>();
  for (const { code, parent } of territories) {
    if (parent && isInsee(code) && !ofGroup.has(parent)) ofGroup.set(parent, departmentOf(code));
  }
  const placed = new Map<string, MappedTerritory[]>();
  const unplaced: MappedTerritory[] = [];
  for (const territory of territories) {
    const code = departmentOfTerritory(territory) ?? ofGroup.get(territory.name);
    if (!code || !departments.has(code)) unplaced.push(territory);
    else placed.set(code, [...(placed.get(code) ?? []), territory]);
  }
  return {
    departments: new Map(
      [...placed].map(([code, members]) => [
        code,
        { code, name: departments.get(code)!.name, territories: members, figure: meanOf(members) },
      ]),
    ),
    unplaced,
  };
}

const isInsee = (code: string): boolean => /^\d[\dAB]\d{3}$/i.test(code);

function departmentOfTerritory({ code }: MappedTerritory): string | undefined {
  if (isInsee(code)) return departmentOf(code.toUpperCase());
  const [, numbered] = /^24(\d\d)\d{5}$/.exec(code) ?? [];
  return numbered;
}

function meanOf(territories: readonly MappedTerritory[]): number | null {
  const figures = territories.flatMap(({ figure }) => (figure === null ? [] : [figure]));
  return figures.length ? figures.reduce((sum, figure) => sum + figure, 0) / figures.length : null;
}
