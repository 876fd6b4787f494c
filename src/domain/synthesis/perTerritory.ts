import type { Codebook } from "../codebook";
import { answerBase, cautionText, nothing, projectsText } from "./facts";
import { byGreatest, figure, groupLines, named, type Line } from "./reading";
import { codesOf, formats } from "./planParts";
import type { Described, Section, Telling } from "./types";
import { words } from "./words";

/** Columns of the table: group, projects, territories, mean, median, lowest, highest, first territories. */
const columns = { mean: 3, lowest: 5, highest: 6 } as const;

/** How many projects the territories have in each domain, and which have most. */
export function perTerritory(codebook: Codebook): Section {
  const domain = codebook.field("projects", "domain");
  return {
    id: "per-territory",
    chapter: "territories",
    title: words.perTerritory(domain.label),
    call: { id: "CROSSTAB", args: [domain.label.fr, null, "par territoire"] },
    format: formats("text", "count", "count", "mean", "index", "count", "count", "text"),
    rows: codesOf(codebook, domain).length + 3,
    chart: { type: "bar", title: words.perTerritoryChart(domain.label), series: [columns.mean] },
    describe: perTerritorySentence,
  };
}

/** Where territories have most projects each, where fewest, and how far apart they are. */
function perTerritorySentence({ table, codebook, evaluate, language }: Telling): Described {
  const base = answerBase(codebook, evaluate, codebook.field("projects", "domain"));
  const lines = byGreatest(groupLines(table, language), columns.mean);
  if (!lines.length) return nothing(language);
  const [most, least] = [lines[0], lines.at(-1)!];
  const mean = ({ cells }: Line) => figure(cells[columns.mean], "mean", language);
  const range = ({ cells }: Line) => {
    const ends = [cells[columns.lowest], cells[columns.highest]];
    if (ends.some((end) => typeof end !== "number")) return "";
    const [low, high] = ends.map((end) => figure(end, "count", language));
    return language === "fr" ? `, de ${low} à ${high}` : `, from ${low} to ${high}`;
  };
  const [first, last] = [most, least].map(({ label }) => named(label, language));
  const said =
    language === "fr"
      ? `Les territoires qui ont des projets en ont le plus pour ${first} (${mean(most)} en moyenne${range(most)})${lines.length > 1 ? `, le moins pour ${last} (${mean(least)}${range(least)})` : ""}.`
      : `Territories that have projects have most for ${first} (${mean(most)} on average${range(most)})${lines.length > 1 ? `, fewest for ${last} (${mean(least)}${range(least)})` : ""}.`;
  return { base: projectsText(base, language), sentence: said + cautionText(codebook, base, language) };
}
