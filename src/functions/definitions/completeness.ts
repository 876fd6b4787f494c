import {
  completenessShare,
  sectionLabels,
  type Completeness,
  type SectionId,
} from "../../domain/completeness";
import { baseTerritories } from "../../domain/completeness/fromBase";
import { territoryNamed } from "../../domain/indicators/peers";
import type { ResultTable } from "../../domain/indicators/tables";
import type { Localized } from "../../domain/language";
import { FormulaError } from "../../domain/messages";
import { normalizeText } from "../../domain/text/normalize";
import { isBlank } from "../../domain/values/answer";
import type { Argument } from "../arguments";
import type { FunctionDefinition } from "../definition";
import { panelPairs } from "../parameters";
import { filledShare } from "../rangeCells";
import { baseSource, takeEdition } from "../source";

const words = {
  section: { fr: "Section", en: "Section" },
  answered: { fr: "Renseigné", en: "Answered" },
  expected: { fr: "Attendu", en: "Expected" },
  share: { fr: "Complétude", en: "Completeness" },
  total: { fr: "Ensemble", en: "Overall" },
} as const;

const sections = Object.keys(sectionLabels) as SectionId[];

/** The pair "Section";… among the criteria: a section, or "*" for the table. */
function sectionAsked(repeated: readonly Argument[]): {
  section: SectionId | "*" | null;
  rest: readonly Argument[];
} {
  for (let i = 0; i + 1 < repeated.length; i += 2) {
    if (normalizeText(repeated[i].text() ?? "") !== "section") continue;
    const rest = [...repeated.slice(0, i), ...repeated.slice(i + 2)];
    const value = repeated[i + 1].single();
    if (value === "*") return { section: "*", rest };
    const key = normalizeText(String(value ?? ""));
    const found = sections.find((id) =>
      [id, sectionLabels[id].fr, sectionLabels[id].en].some((name) => normalizeText(name) === key),
    );
    if (found) return { section: found, rest };
    const expected = ["*", ...sections.map((id) => sectionLabels[id].fr)];
    throw FormulaError.value("unknownOption", { option: words.section, value: value ?? "", expected });
  }
  return { section: null, rest: repeated };
}

function tableOf(all: readonly Completeness[]): ResultTable {
  const totals = new Map(sections.map((id) => [id, { answered: 0, expected: 0 }]));
  for (const one of all) {
    for (const { section, answered, expected } of one.sections) {
      const total = totals.get(section)!;
      total.answered += answered;
      total.expected += expected;
    }
  }
  const sum = (read: (completeness: Completeness) => number) =>
    all.reduce((total, one) => total + read(one), 0);
  const of = (id: SectionId, part: "answered" | "expected") => totals.get(id)![part];
  const line = (label: Localized, answered: number, expected: number) =>
    [label, answered, expected, expected ? completenessShare({ answered, expected }) : null] as const;
  return [
    [words.section, words.answered, words.expected, words.share],
    ...sections.map((id) => line(sectionLabels[id], of(id, "answered"), of(id, "expected"))),
    line(
      words.total,
      sum(({ answered }) => answered),
      sum(({ expected }) => expected),
    ),
  ];
}

export const completeness: FunctionDefinition = {
  id: "COMPLETENESS",
  description: {
    fr: 'Complétude (0 à 1) : cellules renseignées sur cellules attendues, d’un territoire ou de tous ceux qui ont répondu ; "Section";"*" donne le tableau.',
    en: 'Completeness (0 to 1): cells answered over cells expected, of a territory or of all that answered; "Section","*" gives the table.',
  },
  parameters: [
    {
      name: { fr: "territoire", en: "territory" },
      description: {
        fr: "Nom du territoire ; vide : tous ceux qui ont répondu ; ou une plage : sa part de cellules remplies.",
        en: "Name of the territory; blank: all that answered; or a range: its share of filled cells.",
      },
      optional: true,
      takes: { kind: "territory" },
    },
    panelPairs,
  ],
  result: "matrix",
  examples: [[], ["Vannes"], [null, "Section", "*"]],
  compute: (context, [territory], repeated) => {
    if (territory.isRange) return filledShare(context, territory, repeated);
    const { section, rest: pairs } = sectionAsked(repeated);
    const { edition, rest } = takeEdition(context, pairs);
    const rows = new Set(baseSource(context, rest, "panel").rows());
    const name = territory.isOmitted ? null : territory.single();
    const named = !isBlank(name);
    const key = normalizeText(String(name ?? ""));
    const all = baseTerritories(context.base!, edition);
    if (named && !all.some((one) => normalizeText(one.name) === key))
      territoryNamed(context.base!, String(name));
    const chosen = all.filter(
      (one) => rows.has(one.row) && (named ? normalizeText(one.name) === key : one.hasReturned),
    );
    if (!chosen.length) throw FormulaError.notAvailable("noData");
    const table = tableOf(chosen.map((one) => one.completeness));
    if (section === "*") return table;
    const share = table[section ? sections.indexOf(section) + 1 : table.length - 1][3];
    if (share === null) throw FormulaError.notAvailable("noData");
    return share;
  },
};
