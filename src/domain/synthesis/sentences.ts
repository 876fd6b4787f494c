import type { Code, Field } from "../codebook";
import type { Localized } from "../language";
import {
  answerBase,
  baseText,
  cautionText,
  intervalOf,
  nothing,
  projectsText,
  type AnswerBase,
} from "./facts";
import { byGreatest, enumerated, figure, groupLines, named, numberOf, totalLine, type Line } from "./reading";
import type { Described, Telling } from "./types";

type Describe = (telling: Telling) => Described;

/** Lines that share the greatest figure of a column. */
const leaders = (lines: readonly Line[], column: number): readonly Line[] =>
  lines.filter(({ cells }) => cells[column] === lines[0]?.cells[column]);

const labels = (lines: readonly Line[], { language }: Telling) =>
  enumerated(
    lines.map(({ label }) => named(label, language)),
    language,
  );

/** Answers to one field: which comes first, which next, and how far ahead. */
export function distributionSentence(field: Field): Describe {
  return (telling) => {
    const { table, codebook, evaluate, language } = telling;
    const base = answerBase(codebook, evaluate, field);
    const lines = byGreatest(groupLines(table, language), 1).filter(({ cells }) => numberOf(cells[1]));
    if (!base.valid || !lines.length) return nothing(language);
    const first = leaders(lines, 1);
    const [second] = lines.slice(first.length);
    const share = (line: Line) => figure(line.cells[2], "share", language);
    const n = (line: Line) => figure(line.cells[1], "count", language);
    const names = labels(first, telling);
    const next = second && `${named(second.label, language)} (${share(second)})`;
    const fr =
      first.length > 1
        ? `${names} sont à égalité en tête, avec ${share(first[0])} des réponses chacun${next ? `, devant ${next}` : ""}.`
        : `${names} vient en tête avec ${share(first[0])} des réponses (${n(first[0])})${next ? `, devant ${next}` : ""}.`;
    const en =
      first.length > 1
        ? `${names} come first together, with ${share(first[0])} of the answers each${next ? `, ahead of ${next}` : ""}.`
        : `${names} comes first with ${share(first[0])} of the answers (${n(first[0])})${next ? `, ahead of ${next}` : ""}.`;
    return {
      base: baseText(base, language),
      sentence: (language === "fr" ? fr : en) + cautionText(codebook, base, language),
    };
  };
}

/** Projects by domain: the first ones and what they make of the whole. */
export function domainsSentence(field: Field): Describe {
  return ({ table, codebook, evaluate, language }) => {
    const base = answerBase(codebook, evaluate, field);
    const lines = byGreatest(groupLines(table, language), 1).filter(({ cells }) => numberOf(cells[1]));
    if (!lines.length) return nothing(language);
    const top = lines.slice(0, 3);
    const sum = top.reduce((total, { cells }) => total + numberOf(cells[1]), 0);
    const names = enumerated(
      top.map(({ label, cells }) => `${named(label, language)} (${figure(cells[1], "count", language)})`),
      language,
    );
    const share = figure(base.valid ? sum / base.valid : 0, "share", language);
    const [one] = lines;
    const fr =
      top.length > 1
        ? `${names} rassemblent ${figure(sum, "count", language)} projets sur ${figure(base.valid, "count", language)}, soit ${share}.`
        : `Tous les projets sont dans le domaine ${named(one.label, language)}.`;
    const en =
      top.length > 1
        ? `${names} hold ${figure(sum, "count", language)} of ${figure(base.valid, "count", language)} projects, ${share}.`
        : `All projects are in the domain ${named(one.label, language)}.`;
    return {
      base: projectsText(base, language),
      sentence: (language === "fr" ? fr : en) + cautionText(codebook, base, language),
    };
  };
}

/**
 * Shares of a code by group (a crosstab in row %): where it is highest and lowest. Of an ordered scale the code
 * is its top; else the one most answers give.
 */
export function shareByGroupSentence(
  field: Field,
  groups: Field,
  codes: readonly Code[],
  ordered: boolean,
): Describe {
  return (telling) => {
    const { table, codebook, evaluate, language } = telling;
    const base = answerBase(codebook, evaluate, field);
    const whole = totalLine(table);
    const columns = codes.map((_, i) => i + 1);
    const column = ordered
      ? codes.length
      : columns.reduce((a, b) => (numberOf(whole?.[b]) > numberOf(whole?.[a]) ? b : a), 1);
    const lines = byGreatest(groupLines(table, language), column);
    if (!lines.length) return nothing(language);
    const value = (line: Line) => figure(line.cells[column], "share", language);
    const [most, least] = [lines[0], lines.at(-1)!];
    const all = figure(whole?.[column], "share", language);
    const name = named(codes[column - 1].label[language], language);
    const [high, low] = [most, least].map(({ label }) => named(label, language));
    const said =
      lines.length < 2
        ? {
            fr: `${name} représente ${all} des réponses, toutes pour ${high}.`,
            en: `${name} makes ${all} of the answers, all for ${high}.`,
          }
        : {
            fr: `La part de ${name} est la plus forte pour ${high} (${value(most)}), la plus faible pour ${low} (${value(least)}) ; ${all} dans l’ensemble.`,
            en: `The share of ${name} is highest for ${high} (${value(most)}), lowest for ${low} (${value(least)}); ${all} overall.`,
          };
    return {
      base: baseText(base, language),
      sentence:
        said[language] +
        (ordered ? "" : mostlyBlank(field, groups, telling)) +
        cautionText(codebook, base, language),
    };
  };
}

/** Groups more than half of whose answers are not reported, as sentences to add; "" if there is none. */
function mostlyBlank(field: Field, groups: Field, { evaluate, language }: Telling): string {
  const counts = evaluate({ id: "CROSSTAB", args: [groups.label.fr, field.label.fr] });
  const said = groupLines(counts ?? [], language).flatMap(({ label, cells }) => {
    // The total of valid answers stands before "not reported".
    const [valid, blank] = cells.slice(-2);
    if (typeof valid !== "number" || typeof blank !== "number" || blank <= valid) return [];
    const [missing, all] = [blank, valid + blank].map((n) => figure(n, "count", language));
    const share = figure(blank / (valid + blank), "share", language);
    const name = named(label, language);
    return language === "fr"
      ? ` Pour ${name}, ${missing} projets sur ${all} sont sans réponse (${share}).`
      : ` For ${name}, ${missing} of ${all} projects have no answer (${share}).`;
  });
  return said.join("");
}

/** Columns of a ranking: rank, value of the field, figure, valid answers, not reported, territories, reliability. */
export const rankingColumns = { label: 1, figure: 2, valid: 3, notReported: 4, territories: 5 } as const;

/** What a ranking rests on: its last line counts everything, what is not shown too. */
function rankingBase({ table }: Telling): AnswerBase {
  const whole = table.at(-1)!;
  const { valid, notReported, territories } = rankingColumns;
  return {
    valid: numberOf(whole[valid]),
    notReported: numberOf(whole[notReported]),
    territories: numberOf(whole[territories]),
  };
}
const rankedLines = ({ table, language }: Telling): readonly Line[] =>
  groupLines(table, language, 1, rankingColumns.label).filter(
    ({ cells }) => typeof cells[rankingColumns.figure] === "number",
  );

/** A mean by group, ranked: the highest, the lowest, the whole with its interval. */
export function rankedMeanSentence(indicator: string, scale: readonly [number, number]): Describe {
  return (telling) => {
    const { table, codebook, evaluate, language } = telling;
    const base = rankingBase(telling);
    const lines = rankedLines(telling);
    if (!lines.length) return nothing(language);
    const mean = ({ cells }: Pick<Line, "cells">) => figure(cells[rankingColumns.figure], "mean", language);
    const [most, least] = [lines[0], lines.at(-1)!];
    const interval = intervalOf(evaluate, indicator, scale);
    const all = mean({ cells: table.at(-1)! });
    const range = interval && [interval.low, interval.high].map((end) => figure(end, "mean", language));
    const within = range
      ? language === "fr"
        ? ` (intervalle à 95 % : ${range.join(" à ")})`
        : ` (95% interval: ${range.join(" to ")})`
      : "";
    const said =
      language === "fr"
        ? `${named(most.label, language)} a la moyenne la plus haute (${mean(most)}), ${named(least.label, language)} la plus basse (${mean(least)}) ; moyenne d’ensemble ${all}${within} sur une échelle de ${scale[0]} à ${scale[1]}.`
        : `${named(most.label, language)} has the highest mean (${mean(most)}), ${named(least.label, language)} the lowest (${mean(least)}); overall mean ${all}${within} on a scale of ${scale[0]} to ${scale[1]}.`;
    return {
      base: baseText(base, language),
      sentence: said + cautionText(codebook, base, language, interval),
    };
  };
}

/** A ranking by number: who leads, and how many share the last place shown. */
export function rankedCountSentence(noun: Localized): Describe {
  return (telling) => {
    const { codebook, language } = telling;
    const { figure: column } = rankingColumns;
    const lines = rankedLines(telling);
    if (!lines.length) return nothing(language);
    const first = leaders(lines, column);
    const names = labels(first, telling);
    const value = figure(lines[0].cells[column], "count", language);
    const last = lines.at(-1)!;
    const tied = lines.filter(({ cells }) => cells[column] === last.cells[column]).length;
    const shared = tied > 1 && tied < lines.length;
    const many = first.length > 1;
    const base = rankingBase(telling);
    const said =
      language === "fr"
        ? `${names} ${many ? "viennent" : "vient"} en tête avec ${value} ${noun.fr}.${shared ? ` ${tied} sont ex æquo au dernier rang montré.` : ""}`
        : `${names} ${many ? "come" : "comes"} first with ${value} ${noun.en}.${shared ? ` ${tied} share the last rank shown.` : ""}`;
    return {
      base: projectsText(base, language),
      sentence: said + cautionText(codebook, base, language),
    };
  };
}
