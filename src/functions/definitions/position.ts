import { peerChoices, peersOf, territoryNamed } from "../../domain/indicators/peers";
import { positionTable, type PositionLine } from "../../domain/indicators/position";
import { isProjectIndicator, profileIndicators } from "../../domain/indicators/profile";
import { indicatorNamed, type Indicator } from "../../domain/indicators/registry";
import { figureAt, keysOf, territoryColumns, valueAt } from "../../domain/indicators/territoryColumns";
import type { Codebook, Field } from "../../domain/codebook";
import { FormulaError } from "../../domain/messages";
import type { CriterionPair } from "../../domain/query/baseQuery";
import { normalizeText } from "../../domain/text/normalize";
import { nearest } from "../../domain/text/similarity";
import type { Argument } from "../arguments";
import type { FunctionDefinition } from "../definition";
import { pairs, territoryParameter } from "../parameters";
import { parsedBase } from "../source";

/** The fields of the panel that option "Pairs" names, one by one or in the words of a choice ("même type"). */
export function peerFields(codebook: Codebook, names: readonly string[]): Field[] {
  const key = normalizeText(names.join("|"));
  const choiceOf = (wanted: string | undefined) =>
    peerChoices.find(({ label: { fr, en } }) => [fr, en].some((name) => normalizeText(name) === wanted));
  const choice = choiceOf(key);
  return (choice?.fields ?? names).map((name) => {
    const field = codebook.findField(name, ["panel"]);
    if (field) return field;
    const near = nearest(
      key,
      peerChoices.flatMap(({ label: { fr, en } }) => [fr, en].map(normalizeText)),
    );
    const suggestion = (codebook.suggestField(name, ["panel"]) ?? choiceOf(near))?.label;
    throw FormulaError.value("unknownField", { value: name, suggestion });
  });
}

/** Indicators asked for by name, or those that tell a territory in full. */
export function indicatorsAsked(codebook: Codebook, names: readonly string[]): readonly Indicator[] {
  if (!names.length) return profileIndicators(codebook);
  return names.map((name) => indicatorNamed(codebook, name, isProjectIndicator));
}

/** Parts the pairs about the panel, which choose the peers, from those about the projects. */
function splitPanel(
  codebook: Codebook,
  repeated: readonly Argument[],
): { rows: Argument[]; panel: CriterionPair[] } {
  const rows: Argument[] = [];
  const panel: CriterionPair[] = [];
  for (let i = 0; i < repeated.length; i += 2) {
    const name = repeated[i].text();
    const field = name === null ? undefined : codebook.findField(name, ["projects", "panel"]);
    const isPanel = field !== undefined && !codebook.table("projects").fields.includes(field);
    if (isPanel && i + 1 < repeated.length) panel.push([name!, repeated[i + 1].single()]);
    else rows.push(...repeated.slice(i, i + 2));
  }
  return { rows, panel };
}

export const position: FunctionDefinition = {
  id: "POSITION",
  description: {
    fr: "Place d’un territoire parmi ses pairs, indicateur par indicateur : sa valeur, médiane et quartiles des pairs, percentile, écart, nombre de pairs.",
    en: "Where a territory stands among its peers, indicator by indicator: its value, the peers’ median and quartiles, percentile, gap, number of peers.",
  },
  parameters: [
    territoryParameter,
    {
      ...pairs,
      description: {
        fr: '"Pairs";"type|taille|région" : comparer aux territoires de mêmes type, taille et région ; "Type";"Commune" : à ceux-là. "Domaine";"Éducation" : sur ces projets. "Indicateur";"Maturité|Projets".',
        en: '"Peers","type|size class|region": compare with territories of the same type, size and region; "Type","Commune": with those. "Domain","Education": on these projects. "Indicator","Maturity|Projects".',
      },
    },
  ],
  result: "matrix",
  examples: [["Vannes"], ["Vannes", "Pairs", "type|taille", "Indicateur", "Maturité|Projets"]],
  compute: (context, [argument], repeated) => {
    const { codebook } = context;
    argument.range(territoryParameter.name);
    const { rows, panel } = splitPanel(codebook, repeated);
    const { plain, options } = parsedBase(context, rows, "projects", ["peers", "indicator"], []);
    const base = context.base!;
    const territory = territoryNamed(base, String(argument.single() ?? ""));
    const own = normalizeText(territory);
    const peers = peersOf(base, territory, peerFields(codebook, options.peers), panel);
    const keys = keysOf(plain.groupsOf({ name: "territory" }));
    const ownPlace = keys.indexOf(own);
    const peerPlaces = [...keys.keys()].filter(
      (place) => place !== ownPlace && (!peers || peers.has(keys[place])),
    );
    const lines = indicatorsAsked(codebook, options.indicators).map((indicator): PositionLine => {
      const columns = territoryColumns(plain, indicator);
      const values: number[] = [];
      for (const place of peerPlaces) {
        const value = valueAt(columns, place);
        if (!Number.isNaN(value)) values.push(value);
      }
      return { indicator, own: figureAt(columns, ownPlace), peers: values };
    });
    if (lines.every((line) => !line.own && !line.peers.length)) throw FormulaError.notAvailable("noData");
    return positionTable(territory, lines, codebook.edition.reliability);
  },
};
