import {
  completenessShare,
  sectionLabels,
  sectionOption,
  type SectionColumns,
  type SectionId,
} from "../../domain/completeness";
import { baseCompleteness, baseTerritories } from "../../domain/completeness/fromBase";
import { territoryNamed } from "../../domain/indicators/peers";
import type { ResultTable } from "../../domain/indicators/tables";
import { FormulaError } from "../../domain/messages";
import { normalizeText } from "../../domain/text/normalize";
import { isBlank } from "../../domain/values/answer";
import type { Argument } from "../arguments";
import type { FunctionDefinition } from "../definition";
import { panelPairs } from "../parameters";
import { filledShare } from "../rangeCells";
import { baseSource, takeEdition } from "../source";

const words = {
  section: sectionOption,
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
    if (normalizeText(repeated[i].text() ?? "") !== normalizeText(sectionOption.fr)) continue;
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

/** The sections of some territories added up, and all of them. */
function tableOf(columns: readonly SectionColumns[], places: readonly number[]): ResultTable {
  const sumAt = (cells: Int32Array) => {
    let sum = 0;
    for (const place of places) sum += cells[place];
    return sum;
  };
  const totals = columns.map(({ section, answered, expected }) => ({
    label: sectionLabels[section],
    answered: sumAt(answered),
    expected: sumAt(expected),
  }));
  const sum = (part: "answered" | "expected") => totals.reduce((all, total) => all + total[part], 0);
  const whole = { label: words.total, answered: sum("answered"), expected: sum("expected") };
  return [
    [words.section, words.answered, words.expected, words.share],
    ...[...totals, whole].map(({ label, answered, expected }) => [
      label,
      answered,
      expected,
      expected ? completenessShare({ answered, expected }) : null,
    ]),
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
    const isMeant = baseSource(context, rest, "panel").mask();
    const name = territory.single();
    const named = !isBlank(name);
    const key = normalizeText(String(name ?? ""));
    const all = baseTerritories(context.base!, edition);
    if (named && !all.some((one) => normalizeText(one.name) === key))
      territoryNamed(context.base!, String(name));
    const chosen: number[] = [];
    all.forEach(({ row, name: own, hasReturned }, place) => {
      if (isMeant[row] && (named ? normalizeText(own) === key : hasReturned)) chosen.push(place);
    });
    if (!chosen.length) throw FormulaError.notAvailable("noData");
    const table = tableOf(baseCompleteness(context.base!, edition), chosen);
    if (section === "*") return table;
    const share = table[section ? sections.indexOf(section) + 1 : table.length - 1][3];
    if (share === null) throw FormulaError.notAvailable("noData");
    return share;
  },
};
