import { Codebook, editionById } from "../../src/domain/codebook";
import { followRibbon } from "../../src/commands/ribbon";
import { everything, importOf, withPanel } from "./imports-support";
import { bench, closeBench, excel, project, refusal, type Bench } from "./study-support";

afterEach(closeBench);
afterEach(() => jest.restoreAllMocks());

const codebook = new Codebook(editionById("2014"));
const states = [3, 2, 1].map((code) => codebook.display("status", code, "fr"));

/** A study with these statuses, one project each. */
async function withStatuses(...cells: unknown[]): Promise<Bench> {
  const b = await bench();
  await withPanel(b, 1);
  const rows = cells.map((cell, i) => [2014, "Ville 1", "1 – Éducation", `Projet ${i}`, cell as string]);
  b.book.host.write("Projets!A2:E2", rows);
  await b.settle();
  return b;
}
const statuses = async (b: Bench) => (await b.study.snapshot()).tables.projects.map(({ status }) => status);
const refused = (b: Bench) =>
  b.study
    .getState()
    .anomalies.flatMap(({ code, place: { row, field } }) => (code === "notACode" ? [[row, field]] : []));

/**
 * Somebody begins to type in a cell once Excel was asked so many times, and goes on for so long.
 * @param before Done just before the last of these requests.
 */
function typingAfter(
  { book: { host } }: Bench,
  requests: number,
  ms: number,
  before: () => void = () => undefined,
): () => void {
  const execute = host.execute.bind(host);
  let left = requests;
  let over: ReturnType<typeof setTimeout> | undefined;
  host.execute = (body) => {
    if (left === 1) before();
    const { requests: so } = host.counters;
    return execute(body).finally(() => {
      if (host.counters.requests === so || --left !== 0) return;
      host.cellEditMode(true);
      over = setTimeout(() => host.cellEditMode(false), ms);
    });
  };
  return () => {
    clearTimeout(over);
    host.execute = execute;
    host.cellEditMode(false);
  };
}

describe("a cell being typed in while an import is under way", () => {
  const input = async (b: Bench) => importOf(await b.study.snapshot(), { territories: 2, projects: 2 });

  test.each([1, 2, 3])("after request %i is waited for; all of it is written, once", async (n) => {
    const b = await bench();
    await withPanel(b, 2);
    const asked = await input(b);
    const end = typingAfter(b, n, 700);
    await b.study.applyImport(asked);
    end();
    await b.settle();
    expect(b.study.getState().projectCount).toBe(4);
    expect(await b.study.imports()).toHaveLength(1);
  });

  test.each([1, 2])("for long, from request %i on, is told; nothing is written", async (n) => {
    const b = await bench();
    await withPanel(b, 2);
    const asked = await input(b);
    const before = await everything(b);
    const end = typingAfter(b, n, 60_000);
    expect((await refusal(b.study.applyImport(asked))).code).toBe("cellEdit");
    end();
    expect(await everything(b)).toEqual(before);
    await b.study.applyImport(asked);
    expect(b.study.getState().projectCount).toBe(4);
  });

  test("while what was written is to be put back is waited for, even long", async () => {
    const b = await bench();
    await withPanel(b, 2);
    const asked = await input(b);
    const before = await everything(b);
    // The request that writes stops half-way, and somebody begins to type just then.
    const faults: { hit: boolean }[] = [];
    const end = typingAfter(b, 3, 11_000, () => {
      if (!faults.length) faults.push(b.book.host.failAt(20, { code: "GeneralException", message: "?" }));
    });
    expect((await refusal(b.study.applyImport(asked))).code).toBe("writeFailed");
    expect(faults.map(({ hit }) => hit)).toEqual([true]);
    end();
    expect(await everything(b)).toEqual(before);
  }, 30_000);
});

describe("a fill over a filtered table", () => {
  test("changes what is shown; hidden rows stay as they are, and all is read once", async () => {
    const b = await withStatuses(...states, ...states);
    await excel(b, async (c) => {
      const column = c.workbook.tables.getItem("Projets").columns.getItem("État");
      column.filter.applyValuesFilter([states[0]]);
    });
    await b.settle();
    // Rows 2 and 5 are shown: what Excel fills, and tells as one bundle.
    const requests = await b.requests(() => {
      b.book.host.write("Projets!E2", "2");
      b.book.host.write("Projets!E5", "n’importe quoi");
    });
    expect(requests).toBe(1);
    expect(refused(b)).toEqual([[3, "status"]]);
    b.book.host.write("Projets!E5", "1");
    await b.settle();
    expect(await statuses(b)).toEqual([2, 2, 1, 1, 2, 1]);
  });
});

describe("cells formatted as text", () => {
  test.each(["@", "@@@", '@" (saisi)"'])(
    "as %s: numbers and labels typed there are read as codes",
    async (format) => {
      const b = await withStatuses(...states);
      await excel(b, async (c) => {
        c.workbook.worksheets.getItem("Projets").getRange("A2:E9").numberFormat = Array.from(
          { length: 8 },
          () => Array(5).fill(format),
        );
      });
      b.book.host.write("Projets!A2:E2", [
        ["2014", "Ville 1", "1", "Projet 0", "3"],
        ["2014", "Ville 1", "1 – Éducation", "Projet 1", states[1]],
        ["2014", "Ville 1", "éducation", "Projet 2", "SO"],
      ]);
      await b.settle();
      expect(refused(b)).toEqual([]);
      const { tables } = await b.study.snapshot();
      expect(tables.projects.map((row) => [row.edition, row.domain, row.status])).toEqual([
        ["2014", 1, 3],
        ["2014", 1, 2],
        ["2014", 1, "SO"],
      ]);
      const ref = await b.study.addProject(project({ territory: "Ville 1", status: 2 }));
      const { draft } = await b.study.readProject(ref);
      expect([draft.edition, draft.status]).toEqual(["2014", 2]);
    },
  );
});

describe("an older Excel", () => {
  test("that cannot switch ribbon buttons has them all on, and the study works", async () => {
    const b = await bench({ created: false });
    delete b.book.host.office.sets.RibbonApi;
    const asked = jest.spyOn(Office.ribbon, "requestUpdate");
    const stop = followRibbon(b.study);
    await b.study.createOrRepair();
    await b.study.addProject(project());
    stop();
    expect(b.study.getState().projectCount).toBe(1);
    expect(asked).not.toHaveBeenCalled();
  });
});
