import fc from "fast-check";
import {
  applyChanges,
  applyPlan,
  decide,
  inverse,
  planImport,
  type ImportPlan,
  type Return,
  type StudySnapshot,
} from "../../src/domain/imports";
import { mulberry32, shuffled } from "../../src/domain/sample/random";
import { returnOf, study, type Filled } from "../support/returns";

const today = "2014-03-20";
const territories = [
  { code: "44109", name: "Nantes" },
  { code: "244400404", name: "Nantes Métropole" },
  { code: "97411", name: "Saint-Denis" },
];
const names = ["Wifi public", "wi-fi publics", "Carte de vie", "Carte de vies", "Drones", "E-bus"];
const code = (most: number) => fc.oneof(fc.integer({ min: 1, max: most }), fc.constantFrom("NR", "SO"));
const answers = fc
  .record(
    { status: code(3), measure: code(4), comment: fc.constantFrom("un", "deux", "=1+1") },
    { requiredKeys: [] },
  )
  .filter((given) => Object.keys(given).length > 0);
const project = fc.record({ domain: fc.constantFrom(7, 8), project: fc.constantFrom(...names), answers });
const some = <T>(values: fc.Arbitrary<T>, keys: number) =>
  fc.dictionary(fc.integer({ min: 1, max: keys }).map(String), values, { maxKeys: 3 });

/** A file gives each rank once: of two motivations that share one the reader takes neither. */
const ranks = some(fc.integer({ min: 1, max: 5 }), 5).map((given) =>
  Object.fromEntries(
    Object.entries(given).filter(([, rank], i, all) => all.findIndex(([, other]) => other === rank) === i),
  ),
);

const filled = fc.record({
  received: fc.constantFrom("2014-03-01", "2014-03-10", "2014-03-16", "2014-03-20"),
  territory: fc.constantFrom(...territories),
  projects: fc.array(project, { maxLength: 4 }),
  ranks,
  agreements: some(code(4), 7),
  fiche: fc.record(
    { population: fc.constantFrom(291604, 300000), respondent: code(2) },
    { requiredKeys: [] },
  ),
  who: fc.constantFrom("Anne", "Karim", undefined),
});
/** Departments of one town that all declare the same project, some of them several times. */
const repeating = filled.chain((each) =>
  fc.record({
    ...Object.fromEntries(Object.entries(each).map(([key, value]) => [key, fc.constant(value)])),
    received: fc.constantFrom("2014-03-01", "2014-03-10", "2014-03-20"),
    territory: fc.constant(territories[0]),
    projects: fc.array(fc.record({ domain: fc.constant(7), project: fc.constant("Drones"), answers }), {
      maxLength: 3,
    }),
  }),
) as typeof filled;
/** Departments of one town that quarrel about a few ranks, some of them late. */
const quarrelling = fc.record({
  received: fc.constantFrom("2014-03-01", "2014-03-10", "2014-03-16"),
  ranks: fc
    .uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 2 })
    .chain((given) =>
      fc
        .uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: given.length, maxLength: given.length })
        .map((motivations) => Object.fromEntries(motivations.map((motivation, i) => [motivation, given[i]]))),
    ),
});
/** Files with digests of their own; a file says the same whenever it is generated. */
const files = fc
  .oneof(
    { weight: 3, arbitrary: fc.array(filled, { minLength: 1, maxLength: 5 }) },
    { weight: 1, arbitrary: fc.array(repeating, { minLength: 2, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.array(quarrelling, { minLength: 3, maxLength: 6 }) },
  )
  .map((all) =>
    all.map((each, i) => returnOf({ ...(each as Omit<Filled, "digest">), digest: `d${i}e${i}` })),
  );
/** Chooses an option of each question by its key, so that the same question gets the same answer. */
const chosen = (plan: ImportPlan, seed: number) =>
  plan.questions.flatMap((question) => {
    const at = (question.key.charCodeAt(2) + seed) % (question.options.length + 1);
    const option = [...question.options].sort((a, b) => (a.id < b.id ? -1 : 1))[at];
    return option ? [decide(question, option.id)] : [];
  });
/** Decisions on every question, those that follow from others included. */
function decisions(snapshot: StudySnapshot, returns: readonly Return[], seed: number) {
  let taken = chosen(planImport(snapshot, returns), seed);
  for (let round = 0; round < 3; round++)
    taken = [...taken, ...chosen(planImport(snapshot, returns, taken), seed)];
  return taken;
}
const shuffledOf = (returns: readonly Return[], seed: number) => shuffled(mulberry32(seed), returns);
const imported = (snapshot: StudySnapshot, plan: ImportPlan) =>
  applyChanges(snapshot, applyPlan(plan, { today }));
/** Other cases at every run; a failure prints its seed and path. BVN_RUNS=6000 looks longer, BVN_SEED and BVN_PATH look again. */
const { BVN_RUNS, BVN_SEED, BVN_PATH } = process.env;
const runs = {
  numRuns: Number(BVN_RUNS) || 60,
  ...(BVN_SEED ? { seed: Number(BVN_SEED) } : {}),
  ...(BVN_PATH ? { path: BVN_PATH } : {}),
};

describe("whatever the files", () => {
  test("their order does not matter: same plan, same questions, same base", () => {
    fc.assert(
      fc.property(files, fc.nat(9), fc.nat(), (returns, seed, order) => {
        const taken = decisions(study(), returns, seed);
        const plan = planImport(study(), returns, taken);
        const other = planImport(study(), shuffledOf(returns, order), taken);
        expect(other).toEqual(plan);
        expect(applyPlan(other, { today })).toEqual(applyPlan(plan, { today }));
      }),
      runs,
    );
  });
  test("imported again they change nothing; read once more, with what was decided, nothing either", () => {
    fc.assert(
      fc.property(files, fc.nat(9), (returns, seed) => {
        const taken = decisions(study(), returns, seed);
        const after = imported(study(), planImport(study(), returns, taken));
        expect(applyPlan(planImport(after, shuffledOf(returns, 2)), { today }).changes).toEqual([]);
        const again = applyPlan(planImport(after, returns, taken, { reread: true }), { today });
        const { questions } = planImport(study(), returns, taken);
        if (questions.every(({ required, decided }) => !required || decided !== null))
          expect(again.changes.filter(({ table }) => table !== "journal" && table !== "rejects")).toEqual([]);
      }),
      runs,
    );
  });
  test("taken back, everything but the journal is as it was", () => {
    fc.assert(
      fc.property(files, files, fc.nat(9), (before, returns, seed) => {
        const start = imported(study(), planImport(study(), before.slice(0, 2)));
        const again = returns.map((each) => ({ ...each, digest: `${each.digest}x` }));
        const plan = planImport(start, again, decisions(start, again, seed));
        const after = imported(start, plan);
        const { changes, refused } = inverse(after, applyPlan(plan, { today }), { today });
        expect(refused).toEqual([]);
        // A row of Rejets that was decided comes back, behind the others.
        const told = ({ tables }: StudySnapshot) => tables.rejects.map((row) => JSON.stringify(row)).sort();
        const restored = applyChanges(after, changes);
        expect(told(restored)).toEqual(told(start));
        const { journal: _, rejects: __, ...tables } = restored.tables;
        const { journal: ___, rejects: ____, ...former } = start.tables;
        expect(tables).toEqual(former);
      }),
      runs,
    );
  });
  test("every answer is in the base, in a question or in Rejets", () => {
    fc.assert(
      fc.property(files, fc.nat(9), (returns, seed) => {
        const plan = planImport(study(), returns, decisions(study(), returns, seed));
        const after = imported(study(), plan);
        for (const { digest, questionnaire } of returns) {
          const territory = questionnaire.identity.territory.name;
          const inQuestion = (value: string | number) =>
            plan.questions.some(({ options }) =>
              options.some(({ said }) =>
                said.some((each) => each.source.digest === digest && each.value === value),
              ),
            );
          const inRows = (
            table: "projects" | "actors" | "motivations" | "panel",
            field: string,
            value: string | number,
          ) =>
            after.tables[table].some(
              (row) =>
                (row.territory ?? row.name) === territory &&
                String(row[field] ?? "")
                  .split(" / ")
                  .includes(String(value)),
            );
          const found = (table: Parameters<typeof inRows>[0], field: string, value: string | number) =>
            inRows(table, field, value) ||
            inQuestion(value) ||
            plan.rejects.some((reject) => reject.digest === digest && reject.value === value);
          for (const { answers: given } of questionnaire.projects) {
            for (const [field, { value }] of Object.entries(given))
              expect([field, value, found("projects", field, value)]).toEqual([field, value, true]);
          }
          for (const { rank } of questionnaire.motivations)
            if (rank) expect(found("motivations", "rank", rank.value)).toBe(true);
          for (const { agreement } of questionnaire.statements)
            expect(found("actors", "agreement", agreement.value)).toBe(true);
          for (const [field, { value }] of Object.entries(questionnaire.fiche))
            expect(found("panel", field, value)).toBe(true);
        }
      }),
      runs,
    );
  });
  test("undecided or not contradicted, files one by one as they came in give the same answers as together", () => {
    const answersOf = ({ tables }: StudySnapshot) =>
      [tables.panel, tables.projects, tables.motivations, tables.actors]
        .flat()
        .map(({ id: _, ...row }) => JSON.stringify(row))
        .sort();
    fc.assert(
      fc.property(files, (generated) => {
        const returns = generated.map((file) => ({ ...file, received: file.received.slice(0, 8) + "01" }));
        const together = imported(study(), planImport(study(), returns));
        const oneByOne = returns.reduce((base, file) => imported(base, planImport(base, [file])), study());
        expect(answersOf(oneByOne)).toEqual(answersOf(together));
      }),
      runs,
    );
  });
  test("files that do not contradict each other give the same answers one by one, in any order", () => {
    const truth = (file: Return): Return => {
      const settled = (answer: { value: string | number } | undefined, at: string) =>
        answer && { ...answer, value: (at.charCodeAt(at.length - 1) % 3) + 1 };
      const { questionnaire: q } = file;
      const seen = new Set<string>();
      return {
        ...file,
        received: "2014-03-01",
        questionnaire: {
          ...q,
          fiche: {},
          projects: q.projects
            .filter(
              ({ domain, project: name }) => !seen.has(`${domain}${name}`) && seen.add(`${domain}${name}`),
            )
            .map((each) => ({
              ...each,
              answers: Object.fromEntries(
                Object.entries(each.answers)
                  .filter(([field]) => field !== "comment")
                  .map(([field, answer]) => [field, settled(answer, each.project)!]),
              ) as typeof each.answers,
            })),
          motivations: q.motivations.map((each) => ({
            ...each,
            rank: each.rank && { ...each.rank, value: each.motivation },
          })),
          statements: q.statements.map((each) => ({
            ...each,
            agreement: settled(each.agreement, String(each.statement)) as typeof each.agreement,
          })),
        },
      };
    };
    const answersOf = ({ tables }: StudySnapshot) =>
      [tables.projects, tables.motivations, tables.actors]
        .flat()
        .map(({ id: _, source: __, ...row }) => JSON.stringify(row))
        .sort();
    fc.assert(
      fc.property(files, fc.nat(), (generated, order) => {
        const returns = generated.map(truth);
        const together = imported(study(), planImport(study(), returns));
        const oneByOne = shuffledOf(returns, order).reduce(
          (base, file) => imported(base, planImport(base, [file])),
          study(),
        );
        expect(answersOf(oneByOne)).toEqual(answersOf(together));
        expect(oneByOne.tables.panel).toEqual(together.tables.panel);
        expect(together.tables.rejects).toEqual([]);
      }),
      runs,
    );
  });
});
