import type { Localized } from "../language";
import { byGreatest, enumerated, figure, groupLines, named, numberOf } from "../synthesis/reading";
import { rankingColumns } from "../synthesis/sentences";
import type { Described, Telling } from "../synthesis/types";

const say = ({ language }: Telling, fr: string, en: string): string => (language === "fr" ? fr : en);

export function projectsSentence(telling: Telling): Described {
  const { table, language } = telling;
  const lines = groupLines(table, language).filter(({ cells }) => numberOf(cells.at(-2)) > 0);
  const total = lines.reduce((sum, { cells }) => sum + numberOf(cells.at(-2)), 0);
  const most = [...lines].sort((a, b) => numberOf(b.cells.at(-2)) - numberOf(a.cells.at(-2)))[0];
  if (!most) return none(telling);
  const n = figure(total, "count", language);
  const top = figure(most.cells.at(-2), "count", language);
  return {
    base: say(
      telling,
      `Base : ${n} projets dont l’état est connu.`,
      `Base: ${n} projects whose status is known.`,
    ),
    sentence: say(
      telling,
      `${n} projets dans ${lines.length} domaines ; le plus fourni est ${named(most.label, language)} (${top}).`,
      `${n} projects in ${lines.length} domains; most are in ${named(most.label, language)} (${top}).`,
    ),
  };
}

/** Columns of POSITION. */
const VALUE = 1;
const PERCENTILE = 5;
const PEERS = 7;

export function positionSentence(telling: Telling): Described {
  const { table, language } = telling;
  const lines = groupLines(table, language);
  const placed = lines.filter(({ cells }) => typeof cells[PERCENTILE] === "number");
  const names = (above: boolean): string[] =>
    placed
      .filter(({ cells }) => (above ? numberOf(cells[PERCENTILE]) > 0.5 : numberOf(cells[PERCENTILE]) < 0.5))
      .map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1));
  const peers = Math.max(0, ...lines.map(({ cells }) => numberOf(cells[PEERS])));
  const base = say(
    telling,
    `Pairs ayant répondu : ${peers} au plus.`,
    `Peers that answered: ${peers} at most.`,
  );
  if (!placed.length) {
    const isSilent = lines.every(({ cells }) => typeof cells[VALUE] !== "number");
    return {
      base,
      sentence: isSilent
        ? say(
            telling,
            "Le territoire n’a pas de réponse à comparer.",
            "The territory has no answer to compare.",
          )
        : say(
            telling,
            "Trop peu de pairs : la comparaison est masquée. Choisissez des pairs plus larges.",
            "Too few peers: the comparison is hidden. Choose wider peers.",
          ),
    };
  }
  const [high, low] = [names(true), names(false)].map((list) => enumerated(list, language, 4));
  const parts = [
    high && say(telling, `Au-dessus de la moitié des pairs : ${high}.`, `Above half of the peers: ${high}.`),
    low && say(telling, `En dessous : ${low}.`, `Below: ${low}.`),
  ].filter(Boolean);
  return {
    base,
    sentence: parts.join(" ") || say(telling, "Au milieu de ses pairs.", "In the middle of its peers."),
  };
}

const { label: LABEL, figure: FIGURE } = rankingColumns;

export function domainsSentence(telling: Telling): Described {
  const { table, language } = telling;
  const lines = table
    .slice(1)
    .filter((row) => typeof row[0] === "number" && typeof row[FIGURE] === "number")
    .map((cells) => ({ label: (cells[LABEL] as Localized)[language], cells }));
  const order = byGreatest(lines, FIGURE);
  if (!order.length) return none(telling);
  const [first, last] = [order[0], order.at(-1)!];
  const mean = (line: typeof first): string => figure(line.cells[FIGURE], "mean", language);
  const base = say(
    telling,
    "Base : projets du territoire dont l’état est connu ; un domaine n’en compte souvent que quelques-uns.",
    "Base: the territory’s projects whose status is known; a domain often has but a few.",
  );
  if (first === last || numberOf(first.cells[FIGURE]) === numberOf(last.cells[FIGURE]))
    return {
      base,
      sentence: say(
        telling,
        `Tous les domaines ont la même maturité (${mean(first)}).`,
        `All domains have the same maturity (${mean(first)}).`,
      ),
    };
  return {
    base,
    sentence: say(
      telling,
      `Domaine le plus avancé : ${named(first.label, language)} (${mean(first)}) ; le moins avancé : ${named(last.label, language)} (${mean(last)}).`,
      `Most advanced domain: ${named(first.label, language)} (${mean(first)}); least advanced: ${named(last.label, language)} (${mean(last)}).`,
    ),
  };
}

export function progressSentence(telling: Telling): Described {
  const { table, language } = telling;
  const moved = table.slice(1).filter((row) => typeof row[3] === "number" && typeof row[1] === "number");
  const base = say(
    telling,
    "Seuls comptent les domaines présents dans les deux éditions.",
    "Only domains of both editions count.",
  );
  if (!moved.length)
    return {
      base,
      sentence: say(
        telling,
        "Le territoire n’a pas répondu aux deux éditions : rien à comparer.",
        "The territory did not answer both editions: nothing to compare.",
      ),
    };
  const names = (up: boolean): string =>
    enumerated(
      moved
        .filter((row) => (up ? numberOf(row[3]) > 0 : numberOf(row[3]) < 0))
        .map(([label]) => (label as Localized)[language]),
      language,
      4,
    );
  const [up, down] = [names(true), names(false)];
  const parts = [
    up && say(telling, `En hausse : ${up}.`, `Up: ${up}.`),
    down && say(telling, `En baisse : ${down}.`, `Down: ${down}.`),
  ].filter(Boolean);
  return { base, sentence: parts.join(" ") || say(telling, "Rien n’a changé.", "Nothing changed.") };
}

export function ideasSentence(telling: Telling): Described {
  const { table, language } = telling;
  const lines = groupLines(table, language, 1);
  const similar = table.at(-1)!;
  const count = figure(similar[2], "count", language);
  const alike = typeof similar[1] === "object" && similar[1] ? similar[1][language] : "";
  const base = say(
    telling,
    `Base : ${count} territoires semblables ayant répondu (${alike}).`,
    `Base: ${count} similar territories that answered (${alike}).`,
  );
  if (!lines.length)
    return {
      base,
      sentence: say(
        telling,
        "Aucun projet réalisé ailleurs ne manque ici.",
        "No project done elsewhere is missing here.",
      ),
    };
  const [first] = lines;
  return {
    base,
    sentence: say(
      telling,
      `Le plus souvent réalisé ailleurs : ${named(first.label, language)} (${figure(first.cells[2], "count", language)} territoires).`,
      `Most often done elsewhere: ${named(first.label, language)} (${figure(first.cells[2], "count", language)} territories).`,
    ),
  };
}

export function completenessSentence(telling: Telling): Described {
  const { table, language } = telling;
  const total = table.at(-1)!;
  const lines = groupLines(table, language).filter(
    ({ cells }) => numberOf(cells[2]) > 0 && typeof cells[3] === "number",
  );
  const missing = lines
    .filter(({ cells }) => numberOf(cells[3]) < 1 && cells !== total)
    .map(({ label }) => label);
  const share = figure(total[3], "share", language);
  return {
    base: "",
    sentence: say(
      telling,
      `${share} des réponses attendues sont là.${missing.length ? ` Sections à compléter : ${enumerated(missing, language, 5)}.` : ""}`,
      `${share} of the expected answers are there.${missing.length ? ` Sections to complete: ${enumerated(missing, language, 5)}.` : ""}`,
    ),
  };
}

const none = (telling: Telling): Described => ({
  base: "",
  sentence: say(telling, "Aucun projet de ce territoire.", "No project of this territory."),
});
