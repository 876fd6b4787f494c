import type { Codebook } from "../../domain/codebook";
import { editions } from "../../domain/codebook";
import { peerChoices } from "../../domain/indicators/peers";
import type { Language } from "../../domain/language";
import { sheetNames } from "../../domain/messages/workbook";
import { asText, type CellValue } from "../../domain/records/project";
import { columnLetters, columnReference, quotedSheet } from "../tables/addresses";

/**
 * The lists that dropdowns and conditional formats look at. Validations need ranges, and ranges need cells:
 * a very hidden sheet holds one column a list, generated from the code book (the edition changed by the
 * `Codes` table) and generated again whenever that changes. Defined names stand for the columns, because a
 * list that points straight at another sheet is lost by several programs that rewrite the file.
 */
export const listNames = {
  /** Answers offered today, as cells show them. */
  offered: (listId: string) => `BVN_Liste_${listId}`,
  /** Everything that is understood as an answer of the list. */
  understood: (listId: string) => `BVN_Connu_${listId}`,
  editions: "BVN_Liste_Editions",
  /** Whom a territory is set against. */
  peers: "BVN_Liste_Pairs",
  territories: "BVN_Territoires",
  /** NR, SO, NSP. */
  missing: "BVN_SansReponse",
  /** The empty cell above the listed projects, and the domain of each of them. */
  projects: "BVN_Projets",
  projectDomains: "BVN_ProjetsDomaines",
} as const;

/** Answers that are no codes, as cells show them. */
const MISSING = ["NR", "SO", "NSP"];

export interface ListsBlock {
  /** Cells of the helper sheet, from A1; a rectangle. */
  readonly values: CellValue[][];
  /** Defined names and their formulas, to these cells or to the panel's table. */
  readonly names: ReadonlyMap<string, string>;
}

/** The helper sheet of a code book in the workbook's language. */
export function listsBlock(codebook: Codebook, language: Language): ListsBlock {
  const columns: CellValue[][] = [];
  const names = new Map<string, string>();
  const add = (name: string, header: string, values: readonly CellValue[], skip = 0) => {
    const letters = columnLetters(columns.length);
    const count = Math.max(values.length - skip, 1);
    const first = 2 + skip;
    columns.push([header, ...values]);
    names.set(
      name,
      `=${quotedSheet(sheetNames.lists)}!$${letters}$${first}${count > 1 ? `:$${letters}$${first + count - 1}` : ""}`,
    );
  };
  for (const [id, list] of Object.entries(codebook.edition.lists)) {
    const active = list.codes.filter((code) => code.active !== false);
    add(
      listNames.offered(id),
      id,
      active.map(({ code }) => codebook.display(id, code, language)),
    );
    const spellings = new Set<CellValue>(MISSING);
    for (const { code, label, aliases = [] } of list.codes) {
      spellings.add(code);
      for (const lang of ["fr", "en"] as const)
        spellings.add(codebook.display(id, code, lang)).add(label[lang]);
      for (const alias of aliases) spellings.add(alias);
    }
    add(listNames.understood(id), `${id} *`, [...spellings]);
  }
  const numeric = (id: string): CellValue => (/^\d+$/.test(id) ? Number(id) : id);
  const known = new Set([...editions.map(({ id }) => id), codebook.edition.id]);
  add(listNames.editions, "editions", [...known].map(numeric));
  add(listNames.missing, "missing", MISSING);
  add(
    listNames.peers,
    "peers",
    peerChoices.map(({ label }) => label[language]),
  );

  const projects = [...codebook.edition.listedProjects]
    .filter(({ active }) => active !== false)
    .sort((a, b) => a.domain - b.domain);
  // The first cell stays empty: it is what the dropdown shows while the row has no domain.
  add(
    listNames.projectDomains,
    "domain",
    ["", ...projects.map((p) => codebook.display("domain", p.domain, language))],
    1,
  );
  add(listNames.projects, "project", ["", ...projects.map(({ label }) => label[language])]);
  const anchor = names.get(listNames.projects)!;
  names.set(listNames.projects, anchor.replace(/:.*$/, ""));
  names.set(
    listNames.territories,
    `=${columnReference(codebook.table("panel"), codebook.field("panel", "name"))}`,
  );

  const height = Math.max(...columns.map(({ length }) => length));
  const values = Array.from({ length: height }, (_, row) =>
    columns.map((column): CellValue => {
      const value = column[row] ?? "";
      return typeof value === "string" ? asText(value) : value;
    }),
  );
  return { values, names };
}

/**
 * List of the projects of the row's domain: the classic dependent dropdown, a block of the sorted project
 * list found by the domain's cell. Without a domain it shows the empty cell above the list. OFFSET, MATCH
 * and COUNTIF in a list validation work in Excel on every platform and in LibreOffice.
 */
export function projectSource(domainCell: string): string {
  const { projects, projectDomains } = listNames;
  return (
    `=OFFSET(${projects},IFERROR(MATCH(${domainCell},${projectDomains},0),0),0,` +
    `MAX(1,COUNTIF(${projectDomains},${domainCell})),1)`
  );
}
