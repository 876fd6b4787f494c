import type { Base } from "../base/base";
import { TextColumn } from "../base/columns";
import { OneOf } from "../criteria/criterion";
import type { Field } from "../codebook";
import type { Localized } from "../language";
import { FormulaError } from "../messages";
import { BaseQuery, type CriterionPair } from "../query/baseQuery";
import { normalizeText } from "../text/normalize";
import { nearest } from "../text/similarity";
import { panelTerritories } from "./byTerritory";

const PLAIN = { base: "valid", invalid: "ignore" } as const;

/** What a formula calls the peers it asks for. */
export const peersOption = { fr: "Pairs", en: "Peers" } as const satisfies Localized;

/** Whom a territory is set against: the fields of the panel in which its peers are like it; none is the whole panel. */
export interface PeerGroup {
  readonly fields: readonly string[];
  readonly label: Localized;
}

/** The peers a person may choose in words. */
export const peerChoices = [
  { id: "panel", fields: [], label: { fr: "tout le panel", en: "the whole panel" } },
  { id: "type", fields: ["type"], label: { fr: "même type", en: "same type" } },
  { id: "size", fields: ["sizeClass"], label: { fr: "même taille", en: "same size" } },
  { id: "region", fields: ["region"], label: { fr: "même région", en: "same region" } },
  {
    id: "typeSize",
    fields: ["type", "sizeClass"],
    label: { fr: "même type et même taille", en: "same type and size" },
  },
] as const satisfies readonly (PeerGroup & { id: string })[];
export type PeerChoiceId = (typeof peerChoices)[number]["id"];

/** Fields of the panel that make territories alike. */
export const SIMILAR_BY = ["type", "sizeClass", "region"] as const;

/**
 * A territory of the panel or of the projects, as the workbook writes it.
 * @throws FormulaError unknownTerritory, with the nearest name.
 */
export function territoryNamed(base: Base, name: string): string {
  const all = new Set<string>();
  for (const [table, field] of [
    ["panel", "name"],
    ["projects", "territory"],
  ] as const) {
    const column = base.tableOf(table).columns.get(field);
    if (!(column instanceof TextColumn)) continue;
    const id = column.find(name);
    if (id && column.count(id)) return column.text(id);
    column.texts.forEach((text, i) => i && column.count(i) && all.add(text));
  }
  throw FormulaError.value("unknownTerritory", { value: name, suggestion: nearest(name, all) });
}

/** What a territory has in a field of the panel: a code, a text, or null. */
function ownValue(base: Base, territory: string, field: Field): number | string | null {
  return base.derived(JSON.stringify(["own value", territory, field.id]), () => {
    const query = new BaseQuery(base, "panel", [["name", onlyThis(territory)]], PLAIN);
    const { grouping, n } = query.counts({ name: field.id });
    const group = grouping.groups.find((_, i) => n[i] > 0);
    return group ? (group.code ?? group.label.fr) : null;
  });
}

/** A criterion for the territory of exactly this name, whatever signs it is written with. */
export const onlyThis = (territory: string): OneOf => new OneOf(new Set([normalizeText(territory)]));

/**
 * Keys of the territories of the panel that are like one in these fields and meet the criteria, itself left
 * out; null when nothing is asked of them, so that every territory may be one.
 * @throws FormulaError ownValueMissing if the panel does not tell the field of the territory.
 */
export function peersOf(
  base: Base,
  territory: string,
  alike: readonly Field[],
  criteria: readonly CriterionPair[] = [],
): ReadonlySet<string> | null {
  if (!alike.length && !criteria.length) return null;
  const key = JSON.stringify(["peers", territory, alike.map(({ id }) => id), criteria]);
  return base.derived(key, () => foundPeers(base, territory, alike, criteria));
}

function foundPeers(
  base: Base,
  territory: string,
  alike: readonly Field[],
  criteria: readonly CriterionPair[],
): Set<string> {
  const same = alike.map((field): CriterionPair => {
    const value = ownValue(base, territory, field);
    if (value === null) throw FormulaError.value("ownValueMissing", { field: field.label, territory });
    return [field.id, typeof value === "string" ? new OneOf(new Set([normalizeText(value)])) : value];
  });
  const rows = new BaseQuery(base, "panel", [...same, ...criteria], PLAIN).rows();
  const keys = new Set(panelTerritories(base, rows).map(normalizeText));
  keys.delete(normalizeText(territory));
  return keys;
}

/** Similar territories, and in which fields they are. */
export interface Similar {
  readonly keys: ReadonlySet<string> | null;
  readonly alike: readonly Field[];
}

/**
 * The territories most like one that are at least so many: alike in type, size class and region; if they are
 * too few, in type and size class, then in type, then all. A field the panel does not tell is passed over.
 * @param isCandidate Whether a territory (by key) can be one, e.g. because it answered.
 */
export function mostSimilar(
  base: Base,
  territory: string,
  least: number,
  isCandidate: (key: string) => boolean,
): Similar {
  const known = SIMILAR_BY.map((id) => base.codebook.field("panel", id)).filter(
    (field) => ownValue(base, territory, field) !== null,
  );
  for (let many = known.length; many > 0; many--) {
    const alike = known.slice(0, many);
    const keys = peersOf(base, territory, alike)!;
    if ([...keys].filter(isCandidate).length >= least) return { keys, alike };
  }
  return { keys: null, alike: [] };
}
