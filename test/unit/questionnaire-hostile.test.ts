import { applyChanges, applyPlan, planImport } from "../../src/domain/imports";
import type { ReturnedQuestionnaire } from "../../src/domain/questionnaire/returned";
import { readQuestionnaire } from "../../src/files/questionnaire";
import { FileRefused, readWorkbook } from "../../src/files/xlsx";
import { codebooks, codes, essence, made, previous, territory } from "../golden/questionnaire/support";
import { partlyRead, readWhole, refusedWhole } from "../support/corpus/questionnaires";
import { study } from "../support/returns";

const file = made({ previous });
const MOST_MS = 2000;

function read(bytes: Uint8Array): ReturnedQuestionnaire {
  const start = process.cpuUsage();
  const found = readQuestionnaire(readWorkbook(bytes), { file: "retour.xlsx", codebooks });
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(MOST_MS);
  if (found.kind === "refused") throw new Error(found.anomaly.reason.en);
  return found;
}
const filled = read(file);

/** Rows and Rejets of the base once the file is imported. */
function imported(questionnaire: ReturnedQuestionnaire) {
  const base = study({ panel: [{ ...territory }] });
  const plan = planImport(base, [{ digest: "d1", received: "2014-03-01", questionnaire }]);
  const { tables } = applyChanges(base, applyPlan(plan, { today: "2014-03-20" }));
  const { projects, motivations, actors, rejects } = tables;
  return {
    rows: { projects, motivations, actors },
    rejects: plan.rejects.map(({ code }) => code),
    told: rejects,
  };
}

describe("a filled questionnaire comes back", () => {
  test.each(readWhole.map((each) => [each.name, each] as const))(
    "%s: read whole",
    (_, { change, said = [] }) => {
      const found = read(change(file));
      expect(essence(found)).toEqual(essence(filled));
      expect(codes(found)).toEqual(said);
      expect(imported(found).rows).toEqual(imported(filled).rows);
    },
  );

  test.each(partlyRead.map((each) => [each.name, each] as const))(
    "%s: that answer is put aside, all others are taken",
    (_, { change, said = [], lost = [] }) => {
      const found = read(change(file));
      expect(codes(found)).toEqual(said);
      const [first, ...others] = essence(found).projects;
      const [whole, ...rest] = essence(filled).projects;
      const left = Object.entries(whole[3] as object).filter(([field]) => !lost.includes(field));
      expect(left.length).toBe(Object.keys(whole[3] as object).length - lost.length);
      expect([first, others]).toEqual([[...whole.slice(0, 3), Object.fromEntries(left)], rest]);
      const { rejects, told } = imported(found);
      expect(rejects).toEqual(said.slice(0, 1));
      expect(told).toMatchObject([{ file: "retour.xlsx", sheetName: "Projets", cell: "D6" }]);
    },
  );

  test.each(refusedWhole.map((each) => [each.name, each] as const))(
    "%s: refused",
    (_, { change, refused }) => {
      const start = process.cpuUsage();
      const answer = () => readWorkbook(change(file));
      expect(answer).toThrow(FileRefused);
      expect(answer).toThrow(expect.objectContaining({ code: refused }));
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(2 * MOST_MS);
    },
  );
});
