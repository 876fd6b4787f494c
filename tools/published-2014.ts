import { audit } from "../src/domain/plausibility/audit";
import type { Figure, Finding } from "../src/domain/plausibility/figures";
import { readPrinted, type Bounds } from "../src/domain/plausibility/printed";
import published from "../src/domain/plausibility/published-2014.json";

/**
 * Where the synthesis built from sample 2014 shows each figure that was published: the test compares them one by
 * one, and docs/study-2014.md lists them. In French, as the figures were published.
 */
export const publishedFigures = published as readonly Figure[];

/** Cells of a table that make a figure together: those of some rows in some columns, added up. */
export interface Cells {
  readonly section: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

/** How a figure is read off the synthesis. */
export type Place =
  | { readonly sum: Cells; readonly over?: Cells; readonly times?: Cells; readonly mean?: true }
  /** Number of rows that have something in a column. */
  | { readonly rowsWith: string; readonly section: string }
  /** The number that stands before a word of the base or the sentence, or behind a name in a cell. */
  | { readonly section: string; readonly text: "base" | "sentence"; readonly before: string }
  | { readonly named: string; readonly cell: Cells };

const cells = (
  section: string,
  rows: string | readonly string[],
  columns: string | readonly string[],
): Cells => ({
  section,
  rows: typeof rows === "string" ? [rows] : rows,
  columns: typeof columns === "string" ? [columns] : columns,
});
const at = (...where: Parameters<typeof cells>): Place => ({ sum: cells(...where) });
const before = (section: string, text: "base" | "sentence", word: string): Place => ({
  section,
  text,
  before: word,
});

const domains: Readonly<Record<string, string>> = {
  education: "Éducation",
  energy: "Énergie / Eau / Déchets",
  leisure: "Loisirs / Culture",
  transport: "Transport / Mobilité",
  health: "Santé / Social",
  safety: "Sécurité",
  e_citizenship: "E-gouvernement / E-citoyenneté",
  building: "Bâtiment / Urbanisme",
  economy: "Développement économique",
  cross_cutting: "Domaines transverses",
};

/** What is published of a domain, by the last part of the figure's id. */
function ofDomain(figure: string, domain: string): Place {
  const status = (...columns: string[]): Place => at("status-domain", domain, columns);
  const projects = cells("domains", domain, "Nombre");
  const statusCount = (...columns: string[]): Place => ({
    sum: cells("status-domain", domain, columns),
    times: projects,
  });
  const each = (column: string): Place => at("per-territory", domain, column);
  const places: Record<string, Place> = {
    count: { sum: projects },
    share: at("domains", domain, "Part du total"),
    study: status("Étude"),
    study_again: status("Étude"),
    running: status("En cours"),
    done: status("Réalisé"),
    running_or_done: status("En cours", "Réalisé"),
    done_count: statusCount("Réalisé"),
    not_done_count: statusCount("Étude", "En cours"),
    maturity: at("maturity-domain", domain, "Maturité"),
    mean_per_territory: each("Moyenne par territoire"),
    "mean_per_territory.1": each("Moyenne par territoire"),
    "mean_per_territory.2": each("Moyenne par territoire"),
    median_per_territory: each("Médiane"),
    "range.1": each("Minimum"),
    "range.2": each("Maximum"),
  };
  return places[figure];
}

const panelCount = (section: string, row: string) => at(section, row, "Ont répondu");
const panelShare = (section: string, row: string | readonly string[]) =>
  at(section, row, "Part des répondants");
const groupTypes = ["Communauté d'agglomération", "Communauté urbaine", "Métropole"];
const motivation: Readonly<Record<string, string>> = {
  "qualité de service": "Qualité de service",
  attractivité: "Attractivité",
  "efficacité budgétaire": "Efficacité budgétaire",
  "développement durable": "Développement durable",
  exemplarité: "Exemplarité",
};
const quality = motivation["qualité de service"];
const ofDecision = (row: string) => at("decision", row, "Part du total");
const ofCoordination = (...rows: string[]) => at("coordination", rows, "Part du total");
const citizens = "Citoyens : construit avec les citoyens";
const businesses = "Entreprises : construit avec les entreprises";
const disagreement = ["Pas du tout d'accord", "Plutôt pas d'accord"];

const places: Readonly<Record<string, Place>> = {
  "panel.participants_2014": panelCount("panel-type", "Total"),
  "panel.usable.projects": before("domains", "base", "territoires"),
  "panel.usable.motivations": before("motivations", "base", "territoires"),
  "panel.usable.actors": before("statements", "base", "territoires"),
  "panel.usable.measure": before("measure", "base", "territoires"),
  "panel.usable.means": before("means", "base", "territoires"),
  "panel.by_type_share.intercommunalités": panelShare("panel-type", groupTypes),
  "panel.regions.participating": { section: "panel-region", rowsWith: "Ont répondu" },
  "panel.below_100000.count": panelCount("panel-sizeClass", "50 000 à 99 999"),
  "panel.below_100000.listed_names": panelCount("panel-sizeClass", "50 000 à 99 999"),
  "panel.below_100000.share": panelShare("panel-sizeClass", "50 000 à 99 999"),
  "panel.below_100000.complement": panelShare("panel-sizeClass", ["100 000 à 249 999", "250 000 et plus"]),
  "panel.works_in_digital.yes": panelShare("panel-digitalDepartment", "Oui"),
  "panel.works_in_digital.no": panelShare("panel-digitalDepartment", "Non"),
  "motivations.respondents": before("motivations", "base", "territoires"),
  "motivations.quality_of_service_ranks.1": at("motivations", quality, "Rang 1"),
  "motivations.quality_of_service_ranks.3": at("motivations", quality, "Rang 3"),
  "motivations.quality_of_service_ranks.others": at("motivations", quality, "Rang 2"),
  "actors.built_with_citizens_agree": at("statements", citizens, "Part d’accord"),
  "actors.own_territory_first_agree": at(
    "statements",
    "Territoire : intérêts propres d'abord",
    "Part d’accord",
  ),
  "actors.built_with_businesses.agree": at("statements", businesses, [
    "Plutôt d'accord",
    "Tout à fait d'accord",
  ]),
  "actors.built_with_businesses.disagree": at("statements", businesses, disagreement),
  "actors.built_with_businesses.fully_agree": at("statements", businesses, "Tout à fait d'accord"),
  "projects.total": at("domains", "Total", "Nombre"),
  "projects.top_three.count": before("domains", "sentence", "projets"),
  "projects.top_three.share": at(
    "domains",
    [domains.education, domains.transport, domains.e_citizenship],
    "Part du total",
  ),
  "steering.measure.projects": before("measure", "base", "réponses"),
  "steering.measure.level_1": at("measure", "Aucun indicateur", "Part des réponses"),
  "steering.measure.each_other_level_on_average": {
    ...at("measure", ["Premiers éléments", "Suivi en place", "Tableau de bord complet"], "Part des réponses"),
    mean: true,
  },
  "steering.measure.territories": before("measure", "base", "territoires"),
  "steering.means.projects": before("means", "base", "réponses"),
  "steering.means.level_1": at("means", "Ni organisation ni budget", "Part des réponses"),
  "steering.means.level_4": at("means", "Moyens optimisés", "Part des réponses"),
  "steering.means.territories": before("means", "base", "territoires"),
  "governance.management.base": at("management", "Total", "Nombre"),
  "governance.management.not_reported": at("management", "Non renseigné", "Nombre"),
  "governance.decision.shares.unilateral": ofDecision("Unilatérale"),
  "governance.decision.shares.collective": ofDecision("Collective multipartenaire"),
  "governance.decision.shares.open_to_citizens": ofDecision("Ouverte aux citoyens"),
  "governance.decision.not_reported_between.1": at("management", "Non renseigné", "Part du total"),
  "governance.decision.not_reported_between.2": ofDecision("Non renseigné"),
  "governance.decision.transport.projects": before("decision-domain", "sentence", "sont sans réponse"),
  "governance.decision.transport.not_reported": before("decision-domain", "sentence", "projets sur"),
  "governance.decision.transport.said": at("decision-domain", domains.transport, "Non renseigné"),
  "governance.coordination.internal": ofCoordination(
    "Chef de projet interne",
    "Équipe dédiée / direction numérique",
  ),
  "governance.coordination.internal_project_manager": ofCoordination("Chef de projet interne"),
  "governance.coordination.dedicated_team": ofCoordination("Équipe dédiée / direction numérique"),
  "governance.coordination.not_reported": ofCoordination("Non renseigné"),
};

/** Families of figures, by what stands behind the beginning of their ids. */
const families: readonly (readonly [start: string, of: (rest: string) => Place | undefined])[] = [
  ["panel.by_type.", (row) => panelCount("panel-type", row)],
  ["panel.by_type_share.", (row) => panelShare("panel-type", row)],
  ["panel.by_region.", (row) => panelCount("panel-region", row)],
  ["motivations.first_rank.", (row) => at("motivations", motivation[row], "Rang 1")],
  [
    "motivations.first_rank_share.",
    (row) => ({
      sum: cells("motivations", motivation[row], "Rang 1"),
      over: cells("motivations", motivation[row], "Réponses"),
    }),
  ],
  ["motivations.score.", (row) => at("motivations", motivation[row], "Score (1 à 5)")],
  ["motivations.score_again.", (row) => at("motivations", motivation[row], "Score (1 à 5)")],
  [
    "projects.by_domain.",
    (rest) => ofDomain(rest.slice(rest.indexOf(".") + 1), domains[rest.slice(0, rest.indexOf("."))]),
  ],
  [
    "projects.leaders.",
    (rest) => {
      const [domain, named] = rest.split(".");
      return { named, cell: cells("per-territory", domains[domain], "Premiers territoires") };
    },
  ],
  ["governance.management.counts.", (row) => at("management", row, "Nombre")],
  ["governance.management.shares.", (row) => at("management", row, "Part du total")],
];

/** Where the synthesis shows a figure; undefined if nowhere. */
export function placeOf(id: string): Place | undefined {
  const family = families.find(([start]) => id.startsWith(start));
  return places[id] ?? family?.[1](id.slice(family[0].length));
}

const contacts =
  "counts the contact file or the mailing, which are not in the sample (the file was not published)";
/** Consistent figures that the synthesis of the sample cannot show, with the reason. */
export const notShown: Readonly<Record<string, string>> = {
  "panel.participants_2013": "the sample holds no answers of 2013: the edition's rows were not published",
  "panel.population_territories":
    "the 82 territories that did not answer are not in the panel of the sample: the list of the 119 was not published",
  "panel.contacted_territories": contacts,
  "panel.contacted_people": contacts,
  "panel.mails.known": contacts,
  "panel.mails.new": contacts,
  "panel.mails.contacts": contacts,
  "panel.mails.sent": contacts,
  "panel.mails.waves": contacts,
  "panel.regions.of":
    "a fact about France (regions of the mainland before 2016), no answer of a territory; the list of the code book has the overseas ones too",
};

/** Right only with digits cut off, though the auditor, who takes either reading, need not say so. */
const cutOffToo: Readonly<Record<string, string>> = {
  "steering.measure.each_other_level_on_average":
    "(100 − 38) / 3 is 20.7: with 38 % rounded, 20 % is cut off, and the other way round",
};

const { findings } = audit(publishedFigures);
const findingOf = new Map<string, Finding>();
for (const finding of findings) if (!findingOf.has(finding.figure)) findingOf.set(finding.figure, finding);

/** Whether no counts can give a figure: what the auditor finds. */
export const isImpossible = ({ id }: Figure): boolean => findingOf.get(id)?.severity === "impossible";
const isCutOff = ({ id }: Figure): boolean => findingOf.get(id)?.code === "cutOff" || id in cutOffToo;

/** A table of the synthesis, as it stands in a workbook or a report. */
export interface ShownTable {
  readonly header: readonly unknown[];
  readonly rows: readonly (readonly unknown[])[];
  readonly base: string;
  readonly sentence: string;
}

/** What the synthesis shows at a place. @throws RangeError if the place is not there. */
export function shownAt(place: Place, table: (section: string) => ShownTable): number {
  const cellsAt = ({ section, rows, columns }: Cells): unknown[] => {
    const { header, rows: lines } = table(section);
    return rows.flatMap((row) =>
      columns.map((column) => {
        const [line, at] = [lines.find((cells) => cells.includes(row)), header.indexOf(column)];
        if (!line || at < 0) throw new RangeError(`${section} has no cell ${row} / ${column}`);
        return line[at];
      }),
    );
  };
  const sum = (where: Cells) => cellsAt(where).reduce((total: number, cell) => total + Number(cell), 0);
  if ("named" in place) {
    const text = String(cellsAt(place.cell)[0]);
    return Number(new RegExp(`${place.named}[^,(]*\\((\\d+)\\)`).exec(text)?.[1]);
  }
  if ("text" in place) {
    const text = table(place.section)[place.text].replace(/(\d)[\u202f\u00a0 ](?=\d{3})/g, "$1");
    const found = new RegExp(`(\\d+) ${place.before}`).exec(text)?.[1] ?? NaN;
    return Number(found);
  }
  if ("rowsWith" in place) {
    const { header, rows } = table(place.section);
    const at = header.indexOf(place.rowsWith);
    return rows.filter((cells) => !cells.includes("Total") && Number(cells[at]) > 0).length;
  }
  const { sum: where, over, times, mean } = place;
  const value = sum(where) * (times ? sum(times) : 1);
  return value / (over ? sum(over) : 1) / (mean ? where.rows.length : 1);
}

/** Whether a value comes out as a figure is printed: rounded, or cut off where only that makes it right. */
export function isPrintedAs(figure: Figure, value: number): boolean {
  const reading = readPrinted(figure.printed === "reste" ? String(restOf(figure)) : figure.printed);
  if (!reading || !Number.isFinite(value)) return false;
  const within = ({ low, high, per, open }: Bounds) =>
    value * per >= low - 1e-9 && (open ? value * per < high : value * per <= high + 1e-9);
  if (isCutOff(figure)) return reading.truncated !== null && within(reading.truncated);
  const whole = reading.unit === "number" && reading.decimals === 0 && figure.kind !== "mean";
  return whole ? Math.abs(value - reading.value) < 1e-9 : within(reading.rounded);
}

/** "reste": what the other counts of a question leave of their base. */
function restOf({ question, of }: Figure): number {
  const numberOf = (id: string) => Number(publishedFigures.find((one) => one.id === id)!.printed);
  const others = publishedFigures.filter(
    (one) => one.kind === "count" && one.question === question && one.of === of && one.printed !== "reste",
  );
  return others.reduce((rest, { id }) => rest - numberOf(id), numberOf(of!));
}

/** A place in words: table · row · column. */
export function placeInWords(place: Place): string {
  const words = ({ section, rows, columns }: Cells) =>
    `${section} · ${rows.join(" + ")} · ${columns.join(" + ")}`;
  if ("named" in place) return `${words(place.cell)}, behind ${place.named}`;
  if ("text" in place) return `${place.section} · ${place.text}, before “${place.before}”`;
  if ("rowsWith" in place) return `${place.section} · rows with “${place.rowsWith}”`;
  const { sum, over, times, mean } = place;
  const by = times ? ` × ${words(times)}` : over ? ` ÷ ${over.columns.join(" + ")}` : "";
  return `${mean ? "mean of " : ""}${words(sum)}${by}`;
}

/** Why a figure that is compared is held to be cut off; "" if it is rounded. */
export const cutOffReason = (figure: Figure): string =>
  isCutOff(figure) ? (cutOffToo[figure.id] ?? findingOf.get(figure.id)!.message.en) : "";
