import type { Codebook } from "../codebook";
import { codeKey, PanelIndex } from "../imports/territories";
import { mappingOptions, mappingWords } from "../messages/olderBase";
import type { FilePlace } from "../questionnaire/returned";
import type { Draft } from "../records/project";
import { panelDraft, panelName } from "../records/territory";
import { bareKey, searchKey } from "../territories/key";
import type { OfficialTerritory } from "../territories/reference";
import { normalizeText } from "../text/normalize";
import type { Language } from "../language";
import { outcomeOf, type MappingItems } from "./items";
import type { MappingOption } from "./types";

/** Official territories that a name may mean, the most likely first. */
export type OfficialNames = (name: string) => readonly OfficialTerritory[];

/** A row of the older file's own panel. */
export interface OlderTerritory {
  readonly name: string;
  readonly draft: Draft;
}

export type Placed =
  { readonly kind: "territory"; readonly name: string } | { readonly kind: "leaveOut" | "open" };

const CODE = /^(?:\d{4,5}|\d[abAB]\d{3}|\d{9})$/;
/** Panel names offered where none is near, and official ones. */
const MOST_OFFICIAL = 6;

const ofPanel = (territory: string): MappingOption => ({
  id: `panel:${territory}`,
  label: { fr: territory, en: territory },
});

/** Finds the panel's territory for each name of an older file, and makes rows for those that are added. */
export class TerritoryMap {
  private readonly panel: PanelIndex;
  /** The whole panel as options, the same objects for every name. */
  private readonly everyone: readonly MappingOption[];
  private readonly older: ReadonlyMap<string, OlderTerritory>;
  private readonly official = new Map<string, readonly OfficialTerritory[]>();
  private readonly made = new Map<string, Draft>();
  private readonly placed = new Map<string, { readonly subject: string; name: string }>();

  constructor(
    private readonly codebook: Codebook,
    private readonly language: Language,
    private readonly rows: readonly Draft[],
    older: readonly OlderTerritory[],
    private readonly officialNames: OfficialNames | undefined,
    private readonly items: MappingItems,
  ) {
    this.panel = new PanelIndex(rows);
    this.everyone = rows
      .map((row) => String(row.name ?? "").trim())
      .filter(Boolean)
      .map(ofPanel);
    this.older = new Map(older.map((each) => [normalizeText(each.name), each]));
  }

  /** Rows of the panel the choices add. */
  get added(): readonly Draft[] {
    return [...this.made.values()];
  }

  place(found: string, place: () => FilePlace): Placed {
    let known = this.placed.get(found);
    if (!known) this.placed.set(found, (known = { subject: normalizeText(found), name: found.trim() }));
    const { subject, name } = known;
    const item = this.items.count("territory", subject, place, () => this.ask(name));
    const outcome = outcomeOf(item);
    if (outcome === null) return { kind: "open" };
    if (outcome === "leaveOut") return { kind: "leaveOut" };
    if (outcome.startsWith("panel:")) return { kind: "territory", name: outcome.slice("panel:".length) };
    return { kind: "territory", name: String(this.add(name, outcome).name) };
  }

  private ask(name: string) {
    const [proposed, certain] = this.propose(name);
    const officials = this.officialOf(name);
    const near = this.candidates(name);
    const options: MappingOption[] = [
      ...near.map(ofPanel),
      ...officials.map(({ code, name: official, departmentName }) => ({
        id: `official:${code}`,
        label: mappingOptions.addOfficial({ name: official, code, department: departmentName }),
      })),
      { id: "add", label: mappingOptions.addAsIs },
      { id: "leaveOut", label: mappingOptions.leaveOut },
      ...this.everyone.filter(({ label }) => !near.includes(label.fr)),
    ];
    return { where: mappingWords.territory, found: name, options, proposed, certain };
  }

  /** Territories of the panel the name may mean, likeliest first. */
  private candidates(name: string): string[] {
    const code = this.codeOf(name);
    const near = this.panel.near(name);
    const rows = [code ? this.panel.withCode(code) : undefined, ...this.panel.named(name), near];
    return [...new Set(rows.flatMap((row) => (row ? [row.name] : [])))];
  }

  /** The code a name is, or that the older file's panel gives it. */
  private codeOf(name: string): string | undefined {
    if (CODE.test(name)) return codeKey(name);
    const code = this.older.get(normalizeText(name))?.draft.code;
    return code ? codeKey(String(code)) : undefined;
  }

  private propose(name: string): readonly [string | null, boolean] {
    const code = this.codeOf(name);
    const coded = code ? this.panel.withCode(code) : undefined;
    const named = this.panel.named(name);
    if (coded) {
      const agrees = CODE.test(name) || named.includes(coded);
      return [`panel:${coded.name}`, agrees];
    }
    if (named.length === 1 && (!code || !named[0].code)) return [`panel:${named[0].name}`, true];
    const near = this.panel.near(name);
    if (named.length || near) return [named.length > 1 ? null : `panel:${(named[0] ?? near!).name}`, false];
    const officials = this.officialOf(name);
    const own = officials.filter((territory) => this.belongs(territory));
    if (own.length === 1) return [`official:${own[0].code}`, false];
    return [this.older.has(normalizeText(name)) ? "add" : null, false];
  }

  /** Official territories of this very name, in whatever writing. */
  private officialOf(name: string): readonly OfficialTerritory[] {
    let found = this.official.get(name);
    if (!found) {
      const key = searchKey(name);
      found = (this.officialNames?.(name) ?? [])
        .filter((territory) => {
          const other = searchKey(territory.name);
          return territory.code === name || other === key || bareKey(other) === bareKey(key);
        })
        .filter(({ code }) => !this.panel.withCode(code))
        .slice(0, MOST_OFFICIAL);
      this.official.set(name, found);
    }
    return found;
  }

  /** Whether the panel's rules take a territory in: homonyms of a city are villages. */
  private belongs({ type, population }: OfficialTerritory): boolean {
    const rule = this.codebook.edition.populationRules.find((each) => each.type === type);
    return rule !== undefined && population !== null && population > rule.above;
  }

  private add(name: string, outcome: string): Draft {
    const official = this.officialOf(name).find(({ code }) => outcome === `official:${code}`);
    const key = official ? outcome : `add ${normalizeText(name)}`;
    let draft = this.made.get(key);
    if (!draft) {
      const own = this.older.get(normalizeText(name))?.draft ?? {};
      const facts: Draft = official
        ? {
            code: official.code,
            name: official.name,
            type: official.type,
            region: official.regionCode,
            population: official.population,
            parent: official.parent,
          }
        : {
            ...own,
            code: own.code ?? (CODE.test(name) ? codeKey(name) : null),
            name: String(own.name ?? name),
          };
      const named = [...this.rows, ...this.made.values()].map((row) => ({
        code: String(row.code ?? ""),
        name: String(row.name ?? ""),
      }));
      const unique = panelName({ code: String(facts.code ?? ""), name: String(facts.name) }, named);
      draft = panelDraft(this.codebook, { ...facts, name: unique }, this.language);
      this.made.set(key, draft);
    }
    return draft;
  }
}
