import { ideasOf, ideasTable } from "../../domain/indicators/ideas";
import { mostSimilar, peersOf, territoryNamed, type Similar } from "../../domain/indicators/peers";
import { keysOf, territoriesWithRows } from "../../domain/indicators/territoryColumns";
import type { Localized } from "../../domain/language";
import { FormulaError } from "../../domain/messages";
import { both } from "../../domain/messages/define";
import { normalizeText } from "../../domain/text/normalize";
import { isBlank } from "../../domain/values/answer";
import { Argument, wholeNumber } from "../arguments";
import type { FunctionDefinition } from "../definition";
import { pairs, territoryParameter } from "../parameters";
import { parsedBase } from "../source";
import { peerFields } from "./position";

const top = { fr: "nombre", en: "top" };
/** Ideas shown unless more are asked for. */
const USUAL_TOP = 10;

/** One more criterion, as if it had been typed. */
const pair = (field: string, value: unknown): Argument[] => [
  new Argument([[field]], 2),
  new Argument([[value]], 2),
];

export const ideas: FunctionDefinition = {
  id: "IDEAS",
  description: {
    fr: "Projets réalisés par des territoires semblables (type, taille, région) et absents de celui-ci, les plus fréquents d’abord.",
    en: "Projects done by similar territories (type, size, region) and absent from this one, most frequent first.",
  },
  parameters: [
    territoryParameter,
    {
      name: { fr: "domaine", en: "domain" },
      description: { fr: "Domaine ; vide : tous.", en: "Domain; blank: all." },
      optional: true,
      takes: { kind: "answer", of: ["projects", "domain"] },
    },
    {
      name: top,
      description: {
        fr: `Nombre d’idées (${USUAL_TOP} sinon) ; celles à égalité avec la dernière restent.`,
        en: `Number of ideas (${USUAL_TOP} otherwise); those level with the last are kept.`,
      },
      optional: true,
      takes: { kind: "number" },
    },
    {
      ...pairs,
      description: {
        fr: 'Paires champ ; critère. "Pairs";"type|taille" : en quoi les territoires se ressemblent ; sinon type, taille et région, puis moins s’ils sont trop peu.',
        en: 'Pairs field, criterion. "Peers","type|size class": in what territories are alike; otherwise type, size and region, then less if they are too few.',
      },
    },
  ],
  result: "matrix",
  examples: [
    ["Vannes", null, 5],
    ["Vannes", "Éducation", 3],
  ],
  compute: (context, [argument, domain, topArgument], repeated) => {
    const { codebook } = context;
    argument.range(territoryParameter.name);
    const most = wholeNumber(topArgument, top, 1) ?? USUAL_TOP;
    const { plain: everywhere, options } = parsedBase(context, repeated, "projects", ["peers"], []);
    const base = context.base!;
    const territory = territoryNamed(base, String(argument.single() ?? ""));
    const own = normalizeText(territory);
    const isAll = isBlank(domain.single());
    const given = [...repeated, ...(isAll ? [] : pair("domain", domain.single()))];
    const query = (more: readonly Argument[]) =>
      parsedBase(context, [...given, ...more], "projects", ["peers"], []).plain;
    const best = Math.max(...codebook.list("status").codes.map(({ code }) => code));
    const [byProject, byTerritory, byDomain] = ["project", "territory", "domain"].map((name) => ({ name }));
    const keys = keysOf(everywhere.groupsOf(byTerritory));
    const ownPlace = keys.indexOf(own);
    const answering = territoriesWithRows(everywhere).filter((place) => place !== ownPlace);
    const answered = new Set(answering.map((place) => keys[place]));
    const alike = peerFields(codebook, options.peers);
    const { keys: like, alike: found }: Similar = alike.length
      ? { keys: peersOf(base, territory, alike), alike }
      : mostSimilar(base, territory, codebook.edition.reliability.peers, (key) => answered.has(key));
    const similar = answering.filter((place) => !like || like.has(keys[place]));
    if (!similar.length) throw FormulaError.notAvailable("noData");
    const all = query([]);
    return ideasTable(
      ideasOf(
        {
          all: all.cube([byProject, byTerritory]),
          done: query(pair("status", best)).cube([byProject, byTerritory]),
          domains: all.cross(byProject, byDomain),
        },
        ownPlace,
        similar,
      ),
      { count: similar.length, alike: alikeIn(found) },
      codebook.field("projects", "domain").label,
      most,
    );
  },
};

function alikeIn(fields: Similar["alike"]): Localized {
  if (!fields.length) return { fr: "tous les autres", en: "all others" };
  const list = both((language) => fields.map(({ label }) => label[language].toLowerCase()).join(", "));
  return { fr: `semblables par : ${list.fr}`, en: `alike in: ${list.en}` };
}
