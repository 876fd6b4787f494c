import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { departmentOf, departments } from "../src/domain/territories/departments";
import { separator, territoriesFile, type TerritoriesFile } from "../src/domain/territories/file";

/**
 * Cuts the official list of communes and groups of communes (`@etalab/decoupage-administratif`: code officiel
 * géographique of INSEE, list of groups of the DGCL, Licence Ouverte) down to what the pane searches: code,
 * name, population, group. The build writes it to `dist/reference/territories.json`. Columns instead of
 * records: a tenth of the size of the source, and quicker to parse.
 */
const packageName = "@etalab/decoupage-administratif";

interface SourceCommune {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly population?: number;
}

interface SourceGroup {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly populationMunicipale?: number;
  readonly membres: readonly { readonly code: string; readonly populationMunicipale: number }[];
}

/** Kinds of groups that the code book knows by another name. */
const kinds: Readonly<Record<string, string>> = { METRO: "Métropole", MET69: "METLYON" };

const source = <T>(name: string): T => require(`${packageName}/data/${name}.json`) as T;

/** Only communes and groups in a department: the collectivities of the Pacific have no region here. */
const inDepartment = (inseeCode: string): boolean => departments.has(departmentOf(inseeCode));

/** The most populous member, where people look for the group. */
const seat = ({ membres }: SourceGroup): string =>
  membres.reduce((a, b) => (b.populationMunicipale > a.populationMunicipale ? b : a)).code;

/** The reference file, as text. */
export function buildTerritories(): string {
  const communes = source<SourceCommune[]>("communes")
    .filter(({ type, code }) => type === "commune-actuelle" && inDepartment(code))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const groups = [...source<SourceGroup[]>("epci"), ...source<SourceGroup[]>("ept")].filter((group) =>
    inDepartment(seat(group)),
  );
  // A territory of Greater Paris comes after its metropolis in the list, and is the nearer group: it wins.
  const groupOf = new Map<string, number>();
  const parents = groups.map((group, at) => {
    const above = group.type === "EPT" ? (groupOf.get(group.membres[0].code) ?? -1) : -1;
    for (const { code } of group.membres) groupOf.set(code, at);
    return above;
  });
  const column = (values: readonly string[]): string => {
    const odd = values.find((value) => value.includes(separator));
    if (odd) throw new Error(`"${odd}" holds the separator of the reference file`);
    return values.join(separator);
  };
  const { version } = source<{ version: string }>("../package");
  const file: TerritoriesFile = {
    source: `${packageName} ${version}`,
    groups: {
      codes: column(groups.map(({ code }) => code)),
      kinds: column(groups.map(({ type }) => kinds[type] ?? type)),
      names: column(groups.map(({ nom }) => nom)),
      departments: column(groups.map((group) => departmentOf(seat(group)))),
      populations: groups.map(
        ({ populationMunicipale, membres }) =>
          populationMunicipale ?? membres.reduce((sum, member) => sum + member.populationMunicipale, 0),
      ),
      parents,
    },
    communes: {
      codes: column(communes.map(({ code }) => code)),
      names: column(communes.map(({ nom }) => nom)),
      populations: communes.map(({ population }) => population ?? -1),
      parents: communes.map(({ code }) => groupOf.get(code) ?? -1),
    },
  };
  return JSON.stringify(file);
}

/** `node -r ./tools/register.cjs tools/territories.ts [path]` writes the file and says its size. */
if (require.main === module) {
  const path = process.argv[2] ?? join(__dirname, "..", "dist", "reference", territoriesFile);
  const text = buildTerritories();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const size = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  console.log(`${path}: ${size(Buffer.byteLength(text))}, ${size(gzipSync(text).length)} gzipped`);
}
