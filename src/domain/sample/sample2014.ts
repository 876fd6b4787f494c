import { editionById, type Codebook, type TableId } from "../codebook";
import type { Localized } from "../language";
import type { Draft } from "../records/project";
import { assign, distribute } from "./allocate";
import { notes2014, panel2014, plan2014, type Counts, type DomainPlan } from "./plan";
import { inventPolitics } from "./politics";
import { mulberry32, multiset, shuffled, type Random } from "./random";

export interface Sample {
  readonly panel: Draft[];
  readonly projects: Draft[];
  readonly motivations: Draft[];
  readonly actors: Draft[];
  /** Sentences the workbook shows: the answers are invented, which published figures they match. */
  readonly notes: Localized[];
}

/** A project while it is being invented. */
interface Invented extends Record<string, string | number | null> {
  territory: string;
  domain: number;
  project: string;
  status: number;
}

const NOT_APPLICABLE = "SO";
const editionId = "2014";

/**
 * The sample of 2014: the panel of the published barometer, with projects, motivations and statements invented so
 * that they add up to its published figures wherever these agree with each other (docs/study-2014.md). Answers are drawn
 * independently of each other: a link between two of them, or a territory's place among the others, says
 * nothing about the real ones. The same seed gives the same rows. A few milliseconds.
 * @throws RangeError for the code book of another edition.
 */
export function sample2014(codebook: Codebook, seed: number = plan2014.seed): Sample {
  if (codebook.edition.id !== editionId)
    throw new RangeError(`The sample belongs to edition ${editionId}, not ${codebook.edition.id}`);
  const random = mulberry32(seed);
  const projects = inventProjects(random, codebook);
  answerGovernance(random, projects);
  answerSteering(random, projects);
  const usable = [...new Set(projects.map(({ territory }) => territory))];
  const { motivations, actors } = inventPolitics(random, codebook, usable);
  const drafts = (table: TableId, rows: readonly Readonly<Record<string, Draft[string]>>[]) =>
    rows.map((row) => draft(codebook, table, { ...row, edition: editionId, source: plan2014.source }));
  return {
    panel: samplePanel(codebook),
    projects: drafts(
      "projects",
      projects.map((project, i) => ({ ...project, id: `EX14-${String(i + 1).padStart(3, "0")}` })),
    ),
    motivations: drafts("motivations", motivations),
    actors: drafts("actors", actors),
    notes: [...notes2014],
  };
}

/** A row with every field of its table, blank where nothing is said. */
function draft(codebook: Codebook, table: TableId, values: Readonly<Record<string, Draft[string]>>): Draft {
  return Object.fromEntries(codebook.table(table).fields.map(({ id }) => [id, values[id] ?? null]));
}

/** The 37 territories, with the codes of the code book; all of them returned their questionnaire. */
function samplePanel(codebook: Codebook): Draft[] {
  const returned = codebook.reader("contact").read("Reçu");
  return panel2014.map((territory) => {
    const values: Record<string, Draft[string]> = { ...territory, parent: territory.parent || null };
    for (const { id, list } of codebook.table("panel").fields) {
      if (!list || values[id] === undefined) continue;
      const answer = codebook.reader(list).read(values[id]);
      if (answer.kind === "code") values[id] = answer.code;
    }
    if (returned.kind === "code") values.contact = returned.code;
    const size = codebook.classOf("sizeClass", territory.population as number);
    if (size !== undefined) values.sizeClass = codebook.display("sizeClass", size, "fr");
    return draft(codebook, "panel", values);
  });
}

/** Territory, domain, name and status of every project, in the order of the panel. */
function inventProjects(random: Random, codebook: Codebook): Invented[] {
  const leaders = new Set(plan2014.domains.flatMap(({ fixed = {} }) => Object.keys(fixed)));
  const names = panel2014.map(({ name }) => String(name));
  const others = shuffled(
    random,
    names.filter((name) => !leaders.has(name)),
  ).slice(0, plan2014.usableTerritories - leaders.size);
  const usable = names.filter((name) => leaders.has(name) || others.includes(name));
  const zeal = new Map(usable.map((name) => [name, 0.4 + 1.2 * random()]));
  const projects = plan2014.domains.flatMap((domain) => inventDomain(random, codebook, domain, zeal));
  const order = new Map(usable.map((name, index) => [name, index]));
  return projects.sort((a, b) => order.get(a.territory)! - order.get(b.territory)! || a.domain - b.domain);
}

function inventDomain(
  random: Random,
  codebook: Codebook,
  plan: DomainPlan,
  zeal: ReadonlyMap<string, number>,
): Invented[] {
  const total = plan.status.reduce((sum, count) => sum + count, 0);
  const counts = projectsByTerritory(random, plan, total, zeal);
  const listed = Object.entries(plan.listed);
  const cited = listed.reduce((sum, [, count]) => sum + count, 0);
  const free = shuffled(random, plan.invented).map((name, i, { length }) => ({
    name,
    count: Math.floor((total - cited) / length) + (i < (total - cited) % length ? 1 : 0),
  }));
  const labels = [...listed.map(([id]) => listedLabel(codebook, id)), ...free.map(({ name }) => name)];
  const columns = [...listed.map(([, count]) => count), ...free.map(({ count }) => count)];
  const taken = assign(random, [...counts.values()], columns);
  const [study, running, done] = plan.status;
  const status = multiset(random, { 1: study, 2: running, 3: done }, total);
  let next = 0;
  return [...counts.keys()].flatMap((territory, row) =>
    taken[row].map((column) => ({
      territory,
      domain: plan.domain,
      project: labels[column],
      status: status[next++]!,
    })),
  );
}

/** The team may have relabelled a listed project; one it removed keeps its shipped name. */
function listedLabel(codebook: Codebook, id: string): string {
  const find = (edition: Codebook["edition"]) => edition.listedProjects.find((project) => project.id === id);
  return (find(codebook.edition) ?? find(editionById(editionId)))!.label.fr;
}

/** How many projects each territory has in a domain: the published range, median and leaders hold. */
function projectsByTerritory(
  random: Random,
  plan: DomainPlan,
  total: number,
  zeal: ReadonlyMap<string, number>,
): Map<string, number> {
  const fixed = new Map(Object.entries(plan.fixed ?? {}));
  const chosen = shuffled(
    random,
    [...zeal.keys()].filter((name) => !fixed.has(name)),
  ).slice(0, plan.territories - fixed.size);
  const unnamed = [...chosen];
  // The published ranges start at 1, and the largest number is one territory's alone.
  fixed.set(unnamed.pop()!, 1);
  if (plan.largest) fixed.set(unnamed.pop()!, plan.largest);
  const cap = Math.min(...[...fixed.values()].filter((count) => count > 1)) - 1;
  const below = new Set<string>();
  if (plan.median !== undefined) {
    // An even number of territories: half of them at or below the median, the middle two beside it.
    const [low, high] = [Math.floor(plan.median), Math.ceil(plan.median)];
    fixed.set(unnamed.pop()!, low).set(unnamed.pop()!, high);
    const atOrBelow = [...fixed.values()].filter((count) => count <= low).length;
    for (const name of unnamed.slice(0, plan.territories / 2 - atOrBelow)) below.add(name);
  }
  const names = [...fixed.keys(), ...unnamed];
  const counts = distribute(
    random,
    total,
    names.map((name) => {
      const weight = zeal.get(name)!;
      const exact = fixed.get(name);
      if (exact !== undefined) return { floor: exact, cap: exact, weight };
      if (plan.median === undefined) return { floor: 1, cap, weight };
      return below.has(name)
        ? { floor: 1, cap: Math.floor(plan.median), weight }
        : { floor: Math.ceil(plan.median), cap, weight };
    }),
  );
  return new Map(names.map((name, i) => [name, counts[i]]));
}

/** Management, decision and coordination: "sans objet" outside the published base, answered within it. */
function answerGovernance(random: Random, projects: readonly Invented[]): void {
  const { base, outsideByDomain, management, decision, decisionIn, coordination } = plan2014.governance;
  const named = (project: Invented) => project.domain in outsideByDomain;
  const studied = shuffled(
    random,
    projects.filter(({ status }) => status === 1),
  );
  const outside = new Set(
    Object.entries(outsideByDomain).flatMap(([domain, count]) =>
      studied.filter((project) => project.domain === Number(domain)).slice(0, count),
    ),
  );
  for (const project of studied.filter((p) => !named(p)).slice(0, projects.length - base - outside.size))
    outside.add(project);
  for (const project of outside)
    Object.assign(project, {
      management: NOT_APPLICABLE,
      decision: NOT_APPLICABLE,
      coordination: NOT_APPLICABLE,
    });

  const inside = projects.filter((project) => !outside.has(project));
  answer(random, inside, "management", management);
  answer(random, inside, "coordination", coordination);
  const rest: Record<string, number> = { ...decision };
  for (const [domain, counts] of Object.entries(decisionIn)) {
    const own = inside.filter((project) => project.domain === Number(domain));
    answer(random, own, "decision", counts);
    for (const [code, count] of Object.entries(counts)) rest[code] -= count;
  }
  const others = inside.filter(({ domain }) => !(domain in decisionIn));
  answer(random, others, "decision", rest);
}

/** Measure and means: reported by fewer territories than have projects, the same ones for both. */
function answerSteering(random: Random, projects: readonly Invented[]): void {
  const sizes = new Map<string, number>();
  for (const { territory } of projects) sizes.set(territory, (sizes.get(territory) ?? 0) + 1);
  // Silent territories come from the smaller half, so that the others have projects enough.
  const bySize = [...sizes.keys()].sort((a, b) => sizes.get(a)! - sizes.get(b)!);
  const smaller = shuffled(random, bySize.slice(0, Math.ceil(bySize.length / 2)));
  for (const field of ["measure", "means"] as const) {
    const { territories, codes } = plan2014[field];
    const silent = new Set(smaller.slice(0, sizes.size - territories));
    const heard = projects.filter(({ territory }) => !silent.has(territory));
    answer(random, heard, field, codes);
  }
}

/** Spreads answers over projects at random; those left over are not reported. */
function answer(random: Random, projects: readonly Invented[], field: string, counts: Counts): void {
  const answers = multiset(random, counts, projects.length);
  projects.forEach((project, i) => (project[field] = answers[i]));
}
