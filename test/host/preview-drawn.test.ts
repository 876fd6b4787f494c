import { closeBook, newBook } from "../support/headless";

/** What the page shows: rules handed to Univer itself. */
afterEach(closeBook);

test("a dropdown on a name is drawn with the name's cells, and again when they change", async () => {
  const { host, univerAPI } = await newBook({ draws: true });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Feuil1");
    sheet.getRange("A1:A3").values = [["Libellé"], ["Oui"], ["Non"]];
    sheet.tables.add("A1:A3", true).name = "Codes";
    context.workbook.names.add("BVN_Etat", "=Codes[Libellé]");
    sheet.getRange("C2:C1048576").dataValidation.rule = {
      list: { inCellDropDown: true, source: "=BVN_Etat" },
    };
    const format = sheet.getRange("C2:C1048576").conditionalFormats.add("Custom");
    format.custom.rule.formula = "=LEN($C2)=0";
    format.custom.format.fill.color = "#FFEEAA";
    await context.sync();
  });
  await host.settled();
  const sheet = univerAPI.getActiveWorkbook()!.getSheetByName("Feuil1")!;
  const rule = () => (sheet.getRange("C2").getDataValidation() as any)?.rule;
  expect(rule()).toMatchObject({ type: "list", formula1: "=Feuil1!$A$2:$A$3" });
  const rules = sheet.getConditionalFormattingRules();
  expect(rules).toHaveLength(1);
  expect(rules[0]!.ranges[0]!.endRow).toBeLessThan(1000);
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Codes").rows.add(undefined, [["Peut-être"]]);
    await context.sync();
  });
  await host.settled();
  expect(rule()).toMatchObject({ formula1: "=Feuil1!$A$2:$A$4" });
});

test("formulas typed in the grid may be French", async () => {
  const { host, univerAPI } = await newBook();
  const sheet = univerAPI.getActiveWorkbook()!.getSheetByName("Feuil1")!;
  sheet.getRange("A1").setFormula("=SOMME(1,5;2)");
  sheet.getRange("A2").setFormula("=ROUND(1.26,1)");
  await host.settled();
  expect(host.read("A1:A2")).toEqual([[3.5], [1.3]]);
});
