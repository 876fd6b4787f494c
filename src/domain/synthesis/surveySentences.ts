import { cautionText, nothing, nouns } from "./facts";
import { byGreatest, counted, enumerated, figure, groupLines, named, numberOf, totalLine } from "./reading";
import type { Described, Telling } from "./types";

const territories = (n: number, { language }: Telling): string =>
  counted(n, nouns.territory[language], language);
const baseOf = (n: number, telling: Telling): string =>
  `Base${telling.language === "fr" ? " :" : ":"} ${territories(n, telling)}.`;

/** Who answered, by a field of the panel. */
export function responseSentence(telling: Telling): Described {
  const { table, language } = telling;
  const total = totalLine(table);
  const answered = numberOf(total?.[2]);
  const lines = byGreatest(groupLines(table, language), 2).filter(({ cells }) => numberOf(cells[2]));
  if (!lines.length) return nothing(language);
  const [first] = lines;
  const share = figure(first.cells[4], "share", language);
  const rate = figure(total?.[3], "share", language);
  const panel = numberOf(total?.[1]);
  const said =
    language === "fr"
      ? `${named(first.label, language)} : ${territories(numberOf(first.cells[2]), telling)} sur les ${answered} répondants (${share}). Taux de réponse d’ensemble : ${rate} (${answered} sur ${panel}).`
      : `${named(first.label, language)}: ${territories(numberOf(first.cells[2]), telling)} of the ${answered} that answered (${share}). Overall response rate: ${rate} (${answered} of ${panel}).`;
  return { base: baseOf(panel, telling), sentence: said };
}

/** Why territories act: the first motivation, the last, and how far they agree. */
export function motivationSentence(telling: Telling): Described {
  const { table, codebook, language } = telling;
  const lines = byGreatest(groupLines(table, language, 1), 1);
  const concordance = table.at(-1)!;
  if (!lines.length) return nothing(language);
  const [first, last] = [lines[0], lines.at(-1)!];
  const n = Math.max(...lines.map(({ cells }) => numberOf(cells[2])));
  const score = (line: typeof first) => figure(line.cells[1], "mean", language);
  // The number may be hidden.
  const [, , , rank] = first.cells;
  const most = typeof rank === "number" ? figure(rank, "count", language) : null;
  const firsts = {
    fr: most === null ? "" : `, au premier rang pour ${most} territoires sur ${n}`,
    en: most === null ? "" : `, ranked first by ${most} of ${n} territories`,
  }[language];
  const w = typeof concordance[1] === "number" ? figure(concordance[1], "mean", language) : "";
  const said =
    language === "fr"
      ? `${named(first.label, language)} est la première motivation (${score(first)} sur 5${firsts}) ; ${named(last.label, language)} est la dernière (${score(last)}).${w ? ` Concordance des classements (W de Kendall) : ${w}.` : ""}`
      : `${named(first.label, language)} is the first motivation (${score(first)} of 5${firsts}); ${named(last.label, language)} comes last (${score(last)}).${w ? ` Agreement of the rankings (Kendall’s W): ${w}.` : ""}`;
  return {
    base: baseOf(n, telling),
    sentence: said + cautionText(codebook, { valid: n, territories: n }, language),
  };
}

/** What each motivation means: the first meaning of each. */
export function meaningSentence(telling: Telling): Described {
  const { table, codebook, language } = telling;
  const lines = table.slice(1);
  if (!lines.length) return nothing(language);
  const firsts = new Map<string, string>();
  let n = 0;
  for (const [meaning, motivation, , answers] of lines) {
    n = Math.max(n, numberOf(answers));
    const [a, b] = [motivation, meaning].map((cell) => (cell as { fr: string; en: string })[language]);
    if (!firsts.has(a)) firsts.set(a, b);
  }
  const pairs = [...firsts].map(
    ([motivation, meaning]) => `${named(motivation, language)} : ${meaning.toLocaleLowerCase()}`,
  );
  const said =
    language === "fr"
      ? `Sens mis en premier – ${enumerated(pairs, language, 6)}.`
      : `Meaning put first – ${enumerated(pairs, language, 6).replaceAll("” :", "”:")}.`;
  return {
    base: baseOf(n, telling),
    sentence: said + cautionText(codebook, { valid: n, territories: n }, language),
  };
}

/** Statements about actors: the one most agreed with, the one least. */
export function agreementSentence(telling: Telling): Described {
  const { table, codebook, language } = telling;
  const lines = byGreatest(groupLines(table, language), 1);
  if (!lines.length) return nothing(language);
  const [most, least] = [lines[0], lines.at(-1)!];
  const n = Math.max(...lines.map(({ cells }) => numberOf(cells[2])));
  const share = (line: typeof most) => figure(line.cells[1], "share", language);
  const said =
    language === "fr"
      ? `${named(most.label, language)} recueille le plus d’accord (${share(most)}), ${named(least.label, language)} le moins (${share(least)}).`
      : `${named(most.label, language)} is agreed with most (${share(most)}), ${named(least.label, language)} least (${share(least)}).`;
  return {
    base: baseOf(n, telling),
    sentence: said + cautionText(codebook, { valid: n, territories: n }, language),
  };
}

/** How complete the answers are: the whole, and the weakest part. */
export function completenessSentence({ table, language }: Telling): Described {
  const lines = byGreatest(groupLines(table, language, 1), 3);
  if (!lines.length) return nothing(language);
  const whole = table.at(-1)!;
  const weak = lines.at(-1)!;
  const cells = figure(whole[2], "count", language);
  return language === "fr"
    ? {
        base: `Base : ${cells} réponses attendues des territoires qui ont répondu.`,
        sentence: `${figure(whole[3], "share", language)} des réponses attendues sont là ; la partie la moins remplie est ${named(weak.label, language)} (${figure(weak.cells[3], "share", language)}). Les anomalies se lisent avec =BVN.AUDIT().`,
      }
    : {
        base: `Base: ${cells} answers expected of the territories that answered.`,
        sentence: `${figure(whole[3], "share", language)} of the expected answers are there; the least complete part is ${named(weak.label, language)} (${figure(weak.cells[3], "share", language)}). Anomalies are listed by =BVN.AUDIT().`,
      };
}
