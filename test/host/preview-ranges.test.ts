import { closeBook, failure, newBook } from "../support/headless";

afterEach(closeBook);

test("values written come back, null leaves a cell as it is", async () => {
  const { host } = await newBook();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Feuil1").getRange("A1:B2");
    range.values = [
      [1, "x"],
      [true, "'007"],
    ];
    await context.sync();
    range.values = [
      [null, "y"],
      ["3.5", ""],
    ] as any[][];
    range.load("values, address, rowIndex, valueTypes");
    await context.sync();
    expect(range.values).toEqual([
      [1, "y"],
      [3.5, ""],
    ]);
    expect(range.address).toBe("Feuil1!A1:B2");
  });
  expect(host.read("Feuil1!A1:B2")).toEqual([
    [1, "y"],
    [3.5, ""],
  ]);
});

test("formulas are calculated before a read in the same batch", async () => {
  await newBook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:A3").values = [[1], [2], [3]];
    const sum = sheet.getRange("B1");
    sum.formulas = [["=SUM(A1:A3)*1.5"]];
    sum.load("values, formulas, formulasLocal");
    await context.sync();
    expect(sum.values).toEqual([[9]]);
    expect(sum.formulas).toEqual([["=SUM(A1:A3)*1.5"]]);
    expect(sum.formulasLocal).toEqual([["=SOMME(A1:A3)*1,5"]]);
  });
});

test("reading before load and sync throws PropertyNotLoaded", async () => {
  await newBook();
  const error = await failure(
    Excel.run(async (context) => {
      return context.workbook.worksheets.getActiveWorksheet().getRange("A1").values;
    }),
  );
  expect(error.code).toBe("PropertyNotLoaded");
});

test("a missing sheet is a null object, or ItemNotFound", async () => {
  await newBook();
  await Excel.run(async (context) => {
    const none = context.workbook.worksheets.getItemOrNullObject("Absente");
    await context.sync();
    expect(none.isNullObject).toBe(true);
  });
  const error = await failure(
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Absente").getRange("A1").values = [[1]];
      await context.sync();
    }),
  );
  expect(error.code).toBe("ItemNotFound");
});

test("a member the preview lacks is named", async () => {
  await newBook();
  const error = await failure(
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1:A3").removeDuplicates([0], false);
      await context.sync();
    }),
  );
  expect(error.code).toBe("NotImplemented");
  expect(error.message).toContain("Range.removeDuplicates");
});
