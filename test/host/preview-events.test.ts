import { closeBook, newBook } from "../support/headless";

afterEach(closeBook);

async function table(): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Feuil1");
    sheet.getRange("A1:B2").values = [
      ["A", "B"],
      [1, 2],
    ];
    sheet.tables.add("A1:B2", true).name = "T";
    await context.sync();
  });
}

test("a person's edit tells sheet, workbook and table, with the values of a single cell", async () => {
  const { host } = await newBook();
  await table();
  await host.settled();
  const seen: Record<string, any>[] = [];
  await Excel.run(async (context) => {
    const note = (where: string) => async (args: any) => void seen.push({ where, ...args });
    context.workbook.worksheets.onChanged.add(note("sheets"));
    context.workbook.worksheets.getItem("Feuil1").onChanged.add(note("sheet"));
    context.workbook.tables.onChanged.add(note("tables"));
    context.workbook.tables.getItem("T").onChanged.add(note("table"));
    await context.sync();
  });
  host.write("B2", 5);
  await host.settled();
  expect(seen.map((s) => s.where).sort()).toEqual(["sheet", "sheets", "table", "tables"]);
  const sheet = seen.find((s) => s.where === "sheet")!;
  expect(sheet).toMatchObject({
    address: "B2",
    changeType: "RangeEdited",
    source: "Local",
    details: { valueBefore: 2, valueAfter: 5, valueTypeBefore: "Double", valueTypeAfter: "Double" },
  });
  expect(sheet.triggerSource).not.toBe("ThisLocalAddin");
  const inTable = seen.find((s) => s.where === "table")!;
  expect(inTable).toMatchObject({ address: "B2", changeType: "RangeEdited" });
  expect(inTable.tableId).toBeTruthy();
});

test("the add-in hears its own writes, marked as its own", async () => {
  const { host } = await newBook();
  const seen: any[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (args) => void seen.push(args));
    await context.sync();
    context.workbook.worksheets.getItem("Feuil1").getRange("A1:B2").values = [
      [1, 2],
      [3, 4],
    ];
    await context.sync();
  });
  await host.settled();
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({
    address: "A1:B2",
    triggerSource: "ThisLocalAddin",
    changeType: "RangeEdited",
  });
  await Excel.run(async (context) => {
    const range = seen[0].getRange(context).load("values");
    await context.sync();
    expect(range.values).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});

test("rows added by the add-in are one event, and calculation is none", async () => {
  const { host } = await newBook();
  await table();
  host.write("D1", "=SUM(T[B])");
  await host.settled();
  const seen: any[] = [];
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("T").onChanged.add(async (args) => void seen.push(args));
    await context.sync();
    context.workbook.tables.getItem("T").rows.add(undefined, [[3, 4]]);
    await context.sync();
  });
  await host.settled();
  expect(host.read("D1")).toBe(6);
  expect(seen.map((s) => [s.changeType, s.address])).toEqual([["RowInserted", "A3:B3"]]);
});

test("events can be removed and switched off", async () => {
  const { host } = await newBook();
  let count = 0;
  const handler = await Excel.run(async (context) => {
    const added = context.workbook.worksheets.onChanged.add(async () => void count++);
    await context.sync();
    context.runtime.enableEvents = false;
    context.workbook.worksheets.getItem("Feuil1").getRange("A1").values = [[1]];
    context.runtime.enableEvents = true;
    await context.sync();
    return added;
  });
  await host.settled();
  expect(count).toBe(0);
  host.write("A1", 2);
  await host.settled();
  expect(count).toBe(1);
  await Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  });
  host.write("A1", 3);
  await host.settled();
  expect(count).toBe(1);
});

test("selection, sheets and tables coming and going are told", async () => {
  const { host } = await newBook();
  await table();
  await host.settled();
  const seen: string[] = [];
  await Excel.run(async (context) => {
    const { workbook } = context;
    const note = (what: string) => async (args: any) =>
      void seen.push(`${what} ${args.address ?? ""}`.trim());
    workbook.onSelectionChanged.add(note("workbook selection"));
    workbook.worksheets.onSelectionChanged.add(note("sheets selection"));
    workbook.tables.getItem("T").onSelectionChanged.add(note("table selection"));
    workbook.worksheets.onAdded.add(note("sheet added"));
    workbook.worksheets.onDeleted.add(note("sheet deleted"));
    workbook.worksheets.onActivated.add(note("sheet activated"));
    workbook.tables.onAdded.add(note("table added"));
    workbook.tables.onDeleted.add(note("table deleted"));
    await context.sync();
  });
  host.select("B2:C3");
  await host.settled();
  expect(seen.splice(0).sort()).toEqual([
    "sheets selection B2:C3",
    "table selection B2",
    "workbook selection",
  ]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Deux");
    sheet.tables.add("A1:A2", true);
    sheet.activate();
    await context.sync();
    const selected = context.workbook.getSelectedRange().load("address");
    await context.sync();
    expect(selected.address).toBe("Deux!A1");
    context.workbook.worksheets.getItem("Feuil1").activate();
    context.workbook.tables.getItem("T").delete();
    sheet.delete();
    await context.sync();
  });
  await host.settled();
  // The client hands events of different kinds to their handlers in no fixed order.
  expect(seen.filter((s) => !s.includes("selection")).sort()).toEqual([
    "sheet activated",
    "sheet activated",
    "sheet added",
    "sheet deleted",
    "table added",
    "table deleted",
    "table deleted",
  ]);
});

test("what a person typed can be undone, and that too is an event", async () => {
  const { host } = await newBook();
  host.write("A1", "un");
  host.write("A1", "deux");
  await host.settled();
  const seen: any[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (args) => void seen.push(args.details));
    await context.sync();
  });
  await host.undo();
  await host.settled();
  expect(host.read("A1")).toBe("un");
  expect(seen).toEqual([expect.objectContaining({ valueBefore: "deux", valueAfter: "un" })]);
});
