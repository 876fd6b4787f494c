import { closeBook, failure, newBook } from "../support/headless";

afterEach(closeBook);

const write = (values: unknown[][]) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Feuil1");
    sheet.getRange("A1").values = [[values[0]![0]]];
    sheet.getRange("A2").values = [[values[1]![0]]];
    await context.sync();
  });

test("an action made to fail leaves the ones before it applied, as Excel does", async () => {
  const { host } = await newBook();
  const seen: unknown[] = [];
  for (let n = 1; ; n++) {
    await write([[0], [0]]);
    const fault = host.failAt(n, { code: "GeneralException", message: "essai" });
    const outcome = await failure(write([[1], [2]])).catch(() => null);
    if (!fault.hit) break;
    expect(outcome).toMatchObject({ code: "GeneralException" });
    seen.push(host.read("A1:A2"));
  }
  expect(seen[0]).toEqual([[0], [0]]);
  expect(seen.at(-1)).toEqual([[1], [0]]);
});

test("a request made to fail applies nothing", async () => {
  const { host } = await newBook();
  host.failAt(1, { code: "Timeout", message: "essai" }, "request");
  expect((await failure(write([[1], [2]]))).code).toBe("Timeout");
  expect(host.read("A1")).toBe("");
  await write([[1], [2]]);
  expect(host.read("A2")).toBe(2);
});

test("while somebody types in a cell, requests are refused", async () => {
  const { host } = await newBook();
  host.cellEditMode(true);
  expect((await failure(write([[1], [2]]))).code).toBe("InvalidOperationInCellEditMode");
  host.cellEditMode(false);
  await write([[1], [2]]);
  expect(host.read("A1:A2")).toEqual([[1], [2]]);
});

test("more than 5 MB in one request are refused", async () => {
  await newBook();
  const error = await failure(
    Excel.run(async (context) => {
      const text = "x".repeat(30000);
      context.workbook.worksheets.getItem("Feuil1").getRange("A1:A200").values = Array.from(
        { length: 200 },
        () => [text],
      );
      await context.sync();
    }),
  );
  expect(error.code).toBe("RequestPayloadSizeLimitExceeded");
});

test("the error says where: statement and member", async () => {
  await newBook();
  try {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Feuil1").getRange("A1:B2").values = [[1]];
      await context.sync();
    });
    throw new Error("It was expected to fail.");
  } catch (error) {
    expect(error).toBeInstanceOf(OfficeExtension.Error);
    expect((error as OfficeExtension.Error).code).toBe("InvalidArgument");
    expect((error as OfficeExtension.Error).debugInfo.errorLocation).toBe("Range.values");
    expect((error as OfficeExtension.Error).debugInfo.statement).toContain("values");
  }
});

test("requests and bytes are counted", async () => {
  const { host } = await newBook();
  const before = host.counters.requests;
  await write([[1], [2]]);
  expect(host.counters.requests).toBe(before + 1);
  expect(host.counters.requestBytes).toBeGreaterThan(100);
});

test("Office is ready, says Excel and the supported sets, and passes pane and ribbon on", async () => {
  const { host, Office } = await newBook();
  const info = await Office.onReady();
  expect(info.host).toBe(Office.HostType.Excel);
  expect(Office.context.displayLanguage).toBe("fr-FR");
  expect(Office.context.requirements.isSetSupported("ExcelApi", "1.17")).toBe(true);
  expect(Office.context.requirements.isSetSupported("ExcelApi", "1.18")).toBe(false);
  expect(Office.context.requirements.isSetSupported("SharedRuntime")).toBe(true);
  expect(Office.context.requirements.isSetSupported("WordApi", "1.1")).toBe(false);
  host.office.sets.ExcelApi = "1.9";
  expect(Office.context.requirements.isSetSupported("ExcelApi", "1.10")).toBe(false);
  const shown: string[] = [];
  const stop = await Office.addin.onVisibilityModeChanged(
    ({ visibilityMode }) => void shown.push(visibilityMode),
  );
  await Office.addin.hide();
  await Office.addin.showAsTaskpane();
  await stop();
  await Office.addin.hide();
  expect(shown).toEqual(["Hidden", "Taskpane"]);
  await Office.ribbon.requestUpdate({
    tabs: [{ id: "BVN", groups: [{ id: "G", controls: [{ id: "Import", enabled: false }] }] }],
  });
  expect(host.office.controls.get("Import")).toBe(false);
  let ran = "";
  Office.actions.associate("importer", (event: { completed(): void }) => {
    ran = "importer";
    event.completed();
  });
  await host.office.runAction("IMPORTER");
  expect(ran).toBe("importer");
});
