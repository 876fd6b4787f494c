import type { Codebook } from "../codebook";
import type { Localized } from "../language";
import { importOptions, importQuestions } from "../messages/imports";
import { listedMatcher } from "../validation/listedProjects";
import type { ProjectName } from "./keys";
import { nearGroups } from "./near";
import { stableKey, type QuestionList } from "./questions";
import { compareText } from "./source";
import type { Question, Said } from "./types";

/** A free text that stands for a project, and all who use it. */
export interface Spelling {
  readonly edition: string;
  readonly domain: number;
  readonly name: ProjectName;
  /** Territories that use it, in the base or in a file. */
  readonly territories: ReadonlySet<string>;
  readonly inBase: boolean;
  /** Who says it in the files now being imported. */
  readonly said: readonly Said[];
}

/** Project a free text is taken for, by edition and key; texts that stay as they are have none. */
export type Aliases = ReadonlyMap<string, { readonly domain: number; readonly name: ProjectName }>;

export const aliasKey = (edition: string, name: ProjectName): string => `${edition}|${name.key}`;

const filesOf = (...said: readonly (readonly Said[])[]): string[] =>
  [...new Set(said.flat().map(({ source }) => source.digest!))].sort(compareText);

const onlyTerritory = (...sets: readonly ReadonlySet<string>[]): string => {
  const names = new Set(sets.flatMap((set) => [...set]));
  return names.size === 1 ? [...names][0] : "";
};

/** Texts already compared with the listed projects of a code book: a plan is made again after each decision. */
const matchers = new WeakMap<Codebook, ReturnType<typeof listedMatcher>>();

function matcherOf(codebook: Codebook): ReturnType<typeof listedMatcher> {
  let matcher = matchers.get(codebook);
  if (!matcher) matchers.set(codebook, (matcher = listedMatcher(codebook)));
  return matcher;
}

/**
 * Proposes free texts that look like a listed project of their domain, or that are one of another domain; then
 * those that look like each other. Returns what was decided. Nothing is merged without a person.
 */
export function proposeNames(
  codebook: Codebook,
  questions: QuestionList,
  spellings: readonly Spelling[],
): Aliases {
  const aliases = new Map<string, { domain: number; name: ProjectName }>();
  const free: Spelling[] = [];
  const nearestListed = matcherOf(codebook);
  const sorted = [...spellings].sort((a, b) =>
    compareText(aliasKey(a.edition, a.name), aliasKey(b.edition, b.name)),
  );
  for (const spelling of sorted) {
    if (!spelling.said.length) {
      free.push(spelling);
      continue;
    }
    const { edition, domain, name, said, territories } = spelling;
    const listed = nearestListed(name.text, domain) ?? codebook.findListedProject(name.text);
    if (!listed) {
      free.push(spelling);
      continue;
    }
    const domainLabel = codebook.code("domain", listed.domain)?.label ?? { fr: "", en: "" };
    const chosen = questions.ask({
      key: stableKey("listed", edition, name.key, listed.id),
      kind: "listed",
      required: false,
      edition,
      territory: onlyTerritory(territories),
      table: "projects",
      field: "project",
      group: stableKey("listed", edition, listed.id),
      message: importQuestions.listed({ text: name.text, listed: listed.label, domain: domainLabel }),
      options: [
        { id: "listed", role: "join", label: importOptions.isListed, said: [] },
        { id: "own", role: "apart", label: importOptions.isOther, said },
      ],
      files: filesOf(said),
    });
    if (chosen?.role === "join") {
      const key = `${listed.domain}|id:${listed.id}`;
      aliases.set(aliasKey(edition, name), {
        domain: listed.domain,
        name: { key, listed: listed.id, text: listed.label.fr },
      });
    } else if (chosen) free.push(spelling);
  }
  for (const cluster of clusters(free)) proposeSpelling(questions, cluster, aliases);
  return aliases;
}

/** Every other spelling of a cluster is proposed as its head: the one the base has, then the most used. */
function proposeSpelling(
  questions: QuestionList,
  cluster: readonly Spelling[],
  aliases: Map<string, { domain: number; name: ProjectName }>,
): void {
  const [head, ...others] = [...cluster].sort(
    (a, b) =>
      Number(b.inBase) - Number(a.inBase) ||
      b.territories.size - a.territories.size ||
      compareText(a.name.key, b.name.key),
  );
  const group = stableKey("spelling", head.edition, head.name.key);
  for (const other of others) {
    if (!other.said.length && !head.said.length) continue;
    const said = [...head.said, ...other.said];
    const quote = (text: string): Localized => ({ fr: `« ${text} »`, en: `“${text}”` });
    const asked: Omit<Question, "decided"> = {
      key: stableKey("spelling", head.edition, ...[head.name.key, other.name.key].sort(compareText)),
      kind: "spelling",
      required: false,
      edition: head.edition,
      territory: onlyTerritory(head.territories, other.territories),
      table: "projects",
      field: "project",
      group,
      message: importQuestions.spelling({
        text: other.name.text,
        other: head.name.text,
        territories: new Set([...head.territories, ...other.territories]).size,
      }),
      options: [
        {
          id: stableKey("same", head.name.key),
          role: "join",
          label: {
            fr: `${importOptions.sameProject.fr} : ${quote(head.name.text).fr}`,
            en: `${importOptions.sameProject.en}: ${quote(head.name.text).en}`,
          },
          said,
        },
        { id: "apart", role: "apart", label: importOptions.twoProjects, said: [] },
      ],
      files: filesOf(said),
    };
    if (questions.ask(asked)?.role === "join") {
      aliases.set(aliasKey(other.edition, other.name), { domain: head.domain, name: head.name });
    }
  }
}

/** Spellings of one edition and domain that are near each other. */
function clusters(spellings: readonly Spelling[]): Spelling[][] {
  const byDomain = new Map<string, Spelling[]>();
  for (const spelling of spellings) {
    const key = `${spelling.edition}|${spelling.domain}`;
    const same = byDomain.get(key);
    if (same) same.push(spelling);
    else byDomain.set(key, [spelling]);
  }
  return [...byDomain.values()].flatMap((same) => nearGroups(same, ({ name }) => name.text));
}
