import type { Base } from "../base/base";
import { TextColumn } from "../base/columns";
import { editions, type Code } from "../codebook";
import { OneOf } from "../criteria/criterion";
import type { Localized } from "../language";
import { FormulaError } from "../messages";
import { both } from "../messages/define";
import { BaseQuery, type CriterionPair } from "../query/baseQuery";
import type { CountingOptions } from "../query/counts";
import { normalizeText } from "../text/normalize";
import { nearest } from "../text/similarity";
import type { Figure } from "./figures";
import { tableWords, type ResultCell, type ResultTable } from "./tables";

/** What two lists share, and what only one of them has. */
export interface Shared<T> {
  readonly both: readonly T[];
  readonly onlyFrom: readonly T[];
  readonly onlyTo: readonly T[];
}

/**
 * Parts two lists by key, in their order.
 * @example shared(["a", "b"], ["b", "c"], (text) => text) // { both: ["b"], onlyFrom: ["a"], onlyTo: ["c"] }
 */
export function shared<T>(
  from: readonly T[],
  to: readonly T[],
  keyOf: (item: T) => string | number,
): Shared<T> {
  const [inFrom, inTo] = [from, to].map((items) => new Set(items.map(keyOf)));
  return {
    both: from.filter((item) => inTo.has(keyOf(item))),
    onlyFrom: from.filter((item) => !inTo.has(keyOf(item))),
    onlyTo: to.filter((item) => !inFrom.has(keyOf(item))),
  };
}

/** Two editions brought to what they have in common. */
export interface Comparable {
  readonly from: string;
  readonly to: string;
  readonly territories: Shared<string>;
  readonly domains: Shared<Code>;
  /** Rows of each edition that name no territory, so that they cannot be compared. */
  readonly withoutTerritory: readonly [number, number];
  /** The rows of each edition in the territories and domains of both. */
  readonly queries: readonly [BaseQuery, BaseQuery];
}

/** The editions the projects are from. */
function editionsIn(base: Base): string[] {
  const column = base.tableOf("projects").columns.get("edition");
  if (!(column instanceof TextColumn)) return [base.editionId];
  return column.texts.filter((text, id) => text !== "" && column.count(id) > 0).sort();
}

/**
 * An edition that has projects, as the workbook writes it.
 * @throws FormulaError unknownEdition, with those there are.
 */
export function editionNamed(base: Base, value: unknown): string {
  const expected = editionsIn(base);
  const key = normalizeText(String(value ?? ""));
  const found = expected.find((id) => normalizeText(id) === key);
  if (found !== undefined) return found;
  throw FormulaError.value("unknownEdition", {
    value: value ?? "",
    expected,
    suggestion: nearest(key, expected),
  });
}

/**
 * What two editions have in common under the same criteria: the territories with rows in both, and the domains
 * both ask for (their code books say so, or there are rows). Rows without a domain stay.
 * @throws FormulaError as a query of the base does.
 */
export function comparable(
  base: Base,
  from: string,
  to: string,
  criteria: readonly CriterionPair[],
  options: CountingOptions,
): Comparable {
  const of = (edition: string, more: readonly CriterionPair[] = [], how = options) =>
    new BaseQuery(base, "projects", [...criteria, ["edition", edition], ...more], how);
  const [before, after] = [from, to].map((edition) => of(edition).counts({ name: "territory" }));
  const names = ({ grouping }: typeof before) => grouping.groups.map(({ label }) => label.fr);
  const territories = shared(names(before), names(after), normalizeText);
  // A domain of one edition is no valid answer in the code book of the other.
  const lenient = { ...options, invalid: "ignore" } as const;
  const [asked, askedNow] = [from, to].map((edition) => domainsOf(base, edition, of(edition, [], lenient)));
  const domains = shared(asked, askedNow, ({ code }) => code);
  const apart = ({ onlyFrom, onlyTo }: Shared<unknown>) => onlyFrom.length + onlyTo.length > 0;
  const inBoth = domains.both.map(({ code }) => code);
  const more: CriterionPair[] = [
    ...(apart(territories) || before.notReported + after.notReported
      ? [["territory", new OneOf(new Set(territories.both.map(normalizeText)))] as const]
      : []),
    ...(apart(domains) ? [["domain", [...inBoth, "NR"].join("|")] as const] : []),
  ];
  return {
    from,
    to,
    territories,
    domains,
    withoutTerritory: [before.notReported, after.notReported],
    queries: [of(from, more), of(to, more)],
  };
}

/** The domains an edition asks for: its code book's, and those of the workbook's that have rows. */
function domainsOf({ codebook }: Base, edition: string, query: BaseQuery): Code[] {
  const own = edition === codebook.edition.id ? codebook.edition : editions.find(({ id }) => id === edition);
  const asked = own?.lists.domain.codes ?? [];
  const { n } = query.counts({ name: "domain" });
  const met = codebook.list("domain").codes.filter((_, i) => n[i] > 0);
  return [...new Map([...met, ...asked].map((code) => [code.code, code])).values()].sort(
    (a, b) => a.code - b.code,
  );
}

/** One row of the table: a label and the figure of each edition; null where it has none. */
export interface ProgressLine {
  readonly label: Localized;
  readonly figures: readonly [Figure | null, Figure | null];
}

const words = {
  difference: { fr: "Différence", en: "Difference" },
  answers: (edition: string) => ({ fr: `Réponses ${edition}`, en: `Answers ${edition}` }),
  notReported: (edition: string) => ({
    fr: `${tableWords.notReported.fr} ${edition}`,
    en: `${tableWords.notReported.en} ${edition}`,
  }),
  compared: { fr: "Territoires comparés", en: "Territories compared" },
  comparedDomains: { fr: "Domaines comparés", en: "Domains compared" },
  territoriesOf: (edition: string) => ({
    fr: `Territoires de ${edition} seulement`,
    en: `Territories of ${edition} only`,
  }),
  domainsOf: (edition: string) => ({
    fr: `Domaines de ${edition} seulement`,
    en: `Domains of ${edition} only`,
  }),
  withoutTerritory: {
    fr: "Projets sans territoire, hors comparaison",
    en: "Projects without a territory, left out",
  },
} as const;

/** Characters of names in one cell; Excel holds 32,767. */
const MAX_NAMES = 8000;

/** All names, or as many as a cell takes and how many more there are. */
function named(labels: readonly Localized[]): ResultCell {
  if (!labels.length) return null;
  return both((language) => {
    let [text, i] = ["", 0];
    for (; i < labels.length && text.length < MAX_NAMES; i++) text += (i ? ", " : "") + labels[i][language];
    return i < labels.length ? `${text} … (+ ${labels.length - i})` : text;
  });
}

/**
 * Two editions side by side and the difference, with each one's base; below, what is compared and what is not,
 * counted and named.
 */
export function progressTable(
  head: Localized,
  lines: readonly ProgressLine[],
  compared: Comparable,
): ResultTable {
  const { from, to, territories, domains, withoutTerritory } = compared;
  const edition = (id: string): Localized => ({ fr: id, en: id });
  const row = (label: Localized, count: number, names: readonly Localized[] = []): ResultCell[] => [
    label,
    count,
    named(names),
    ...new Array<null>(5).fill(null),
  ];
  const plain = (names: readonly string[]) => names.map((name) => ({ fr: name, en: name }));
  const labels = (codes: readonly Code[]) => codes.map(({ label }) => label);
  const lost = withoutTerritory[0] + withoutTerritory[1];
  return [
    [
      head,
      edition(from),
      edition(to),
      words.difference,
      words.answers(from),
      words.answers(to),
      words.notReported(from),
      words.notReported(to),
    ],
    ...lines.map(({ label, figures: [before, after] }) => {
      const [a, b] = [before?.value ?? null, after?.value ?? null];
      const difference = a === null || b === null ? null : b - a;
      const bases = [before?.n, after?.n, before?.notReported, after?.notReported];
      return [label, a, b, difference, ...bases.map((n) => n ?? 0)];
    }),
    row(words.compared, territories.both.length),
    row(words.territoriesOf(from), territories.onlyFrom.length, plain(territories.onlyFrom)),
    row(words.territoriesOf(to), territories.onlyTo.length, plain(territories.onlyTo)),
    row(words.comparedDomains, domains.both.length),
    row(words.domainsOf(from), domains.onlyFrom.length, labels(domains.onlyFrom)),
    row(words.domainsOf(to), domains.onlyTo.length, labels(domains.onlyTo)),
    ...(lost ? [row(words.withoutTerritory, lost)] : []),
  ];
}
