import { applyChanges, applyPlan, decide, planImport, type Return } from "../../src/domain/imports";
import { only, returnOf, study } from "../support/returns";

/** Sets of files that changed something when they came again, as the property test found them. */
const today = "2014-03-20";
const twice = (returns: Return[], decide_ = (plan: ReturnType<typeof planImport>) => plan.decisions) => {
  const taken = decide_(planImport(study(), returns));
  const after = applyChanges(study(), applyPlan(planImport(study(), returns, taken), { today }));
  return { after, again: applyPlan(planImport(after, returns), { today }).changes };
};

test("a rank confirmed late, that gave way to another motivation, is no row of its own when the files come again", () => {
  const { after, again } = twice([
    returnOf({ digest: "d1", ranks: { 2: 5 } }),
    returnOf({ digest: "d2", ranks: { 5: 5 } }),
    returnOf({ digest: "d3", ranks: { 5: 1 }, received: "2014-03-10" }),
    returnOf({ digest: "d4", ranks: { 5: 5 }, received: "2014-03-16" }),
  ]);
  expect(only(after.tables.motivations, "motivation", "rank")).toEqual([
    { motivation: 2, rank: 5 },
    { motivation: 5, rank: 1 },
  ]);
  expect(after.tables.rejects.map(({ file, value }) => [file, value])).toEqual([
    ["d2.xlsx", "5"],
    ["d4.xlsx", "5"],
  ]);
  expect(again).toEqual([]);
});

test("a late rank that the row in time comes to, as another motivation took its first, waits nowhere", () => {
  const { after, again } = twice(
    [
      returnOf({ digest: "d1", ranks: { 1: 5 } }),
      returnOf({ digest: "d2", ranks: { 5: 5 } }),
      returnOf({ digest: "d3", ranks: { 5: 1 } }),
      returnOf({ digest: "d4", ranks: { 3: 1 }, received: "2014-03-16" }),
      returnOf({ digest: "d5", ranks: { 5: 1 }, received: "2014-03-16" }),
    ],
    ({ questions }) =>
      questions
        .filter(({ message }) => /le rang 5 est donné à plusieurs motivations/.test(message.fr))
        .map((question) => decide(question, question.options[0].id)),
  );
  expect(only(after.tables.motivations, "motivation", "rank", "inclusion")).toEqual([
    { motivation: 1, rank: 5, inclusion: null },
    { motivation: 3, rank: 1, inclusion: 2 },
    { motivation: 5, rank: 1, inclusion: null },
  ]);
  expect(after.tables.rejects).toEqual([]);
  expect(again).toEqual([]);
});

test("three departments that each declare one project twice: what waits finds the row it waited beside", () => {
  const drones = (...all: Record<string, string | number>[]) =>
    all.map((answers) => ({ domain: 7, project: "Drones", answers }));
  const { after, again } = twice(
    [
      returnOf({ digest: "d0", projects: drones({ comment: "A" }, { comment: "un" }) }),
      returnOf({ digest: "d1", projects: drones({ status: 1 }, { comment: "deux" }) }),
      returnOf({
        digest: "d2",
        projects: drones({ measure: "NR", comment: "un" }, { measure: 1, comment: "A" }),
      }),
    ],
    ({ questions }) =>
      questions.flatMap((question) =>
        question.kind === "conflict" && question.options.length === 3
          ? [decide(question, question.options[0].id)]
          : [],
      ),
  );
  expect(only(after.tables.projects, "status", "measure", "comment")).toEqual([
    { status: 1, measure: "NR", comment: "A" },
    { status: null, measure: 1, comment: "un" },
  ]);
  expect(after.tables.rejects.map(({ file, value }) => [file, value])).toEqual([
    ["d1.xlsx", "deux"],
    ["d2.xlsx", "A"],
  ]);
  expect(again).toEqual([]);
});
