import { closeBook, failure, newBook } from "../support/headless";

afterEach(closeBook);
const sheetOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem("Feuil1");

test("sheets are added, renamed, hidden, coloured, frozen, ordered and deleted", async () => {
  await newBook();
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.add("Panel");
    sheet.tabColor = "#FF0000";
    sheet.showGridlines = false;
    sheet.freezePanes.freezeRows(2);
    sheet.load("name, id, position, tabColor, showGridlines, visibility");
    const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
    await context.sync();
    expect(sheet.toJSON()).toMatchObject({
      name: "Panel",
      position: 1,
      tabColor: "#FF0000",
      showGridlines: false,
      visibility: "Visible",
    });
    expect(frozen.address).toBe("Panel!1:2");
    sheet.name = "Panel 2014";
    sheet.visibility = "VeryHidden";
    sheet.freezePanes.unfreeze();
    sheet.getRange("A1").values = [[1]];
    const range = sheet.getRange("A1").load("address");
    const none = sheet.freezePanes.getLocationOrNullObject();
    sheet.load("visibility");
    worksheets.load("items/name, items/visibility");
    const count = worksheets.getCount(true);
    await context.sync();
    expect(range.address).toBe("'Panel 2014'!A1");
    expect(none.isNullObject).toBe(true);
    expect(worksheets.items.map((s) => [s.name, s.visibility])).toEqual([
      ["Feuil1", "Visible"],
      ["Panel 2014", "VeryHidden"],
    ]);
    expect(count.value).toBe(1);
    sheet.delete();
    worksheets.load("items/name");
    await context.sync();
    expect(worksheets.items.map((s) => s.name)).toEqual(["Feuil1"]);
  });
  const last = await failure(
    Excel.run(async (context) => {
      sheetOf(context).delete();
      await context.sync();
    }),
  );
  expect(last.code).toBe("InvalidArgument");
  const double = await failure(
    Excel.run(async (context) => {
      context.workbook.worksheets.add("feuil1");
      await context.sync();
    }),
  );
  expect(double.code).toBe("ItemAlreadyExists");
});

test("formats are written and read, null where cells differ", async () => {
  await newBook();
  await Excel.run(async (context) => {
    const range = sheetOf(context).getRange("A1:B2");
    range.format.fill.color = "#abcdef";
    range.format.font.bold = true;
    range.format.font.color = "red";
    range.format.wrapText = true;
    range.format.horizontalAlignment = "Center";
    range.format.columnWidth = 90;
    range.numberFormat = [
      ["0.00", "0%"],
      ["@", "General"],
    ];
    range.values = [
      [1.5, 0.25],
      ["0012", 3],
    ];
    range.format.borders.getItem("EdgeBottom").style = "Continuous";
    range.getCell(0, 0).format.fill.clear();
    await context.sync();
    range.load(
      "text, numberFormat, values, format/wrapText, format/columnWidth, format/horizontalAlignment, format/fill/color, format/font/bold",
    );
    const second = range.getCell(0, 1);
    second.load("format/fill/color, format/font/color");
    const border = range.format.borders.getItem("EdgeBottom").load("style");
    await context.sync();
    expect(range.format.fill.color).toBeNull();
    expect(second.format.fill.color).toBe("#ABCDEF");
    expect(range.format).toMatchObject({ wrapText: true, columnWidth: 90, horizontalAlignment: "Center" });
    expect(range.format.font.bold).toBe(true);
    expect(range.values).toEqual([
      [1.5, 0.25],
      ["0012", 3],
    ]);
    expect(range.text).toEqual([
      ["1,50", "25%"],
      ["0012", "3"],
    ]);
    expect(range.numberFormat).toEqual([
      ["0.00", "0%"],
      ["@", "General"],
    ]);
    expect(border.style).toBe("Continuous");
  });
});

test("used range, neighbours, intersection and shape of ranges", async () => {
  await newBook();
  await Excel.run(async (context) => {
    const sheet = sheetOf(context);
    const empty = sheet.getUsedRangeOrNullObject();
    await context.sync();
    expect(empty.isNullObject).toBe(true);
    sheet.getRange("B2:D5").values = [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
      [1, 1, 1],
    ];
    const addresses = [
      sheet.getUsedRange(),
      sheet.getRange("B2").getResizedRange(1, 2),
      sheet.getRange("B2:C3").getOffsetRange(1, -1),
      sheet.getRange("B2:D5").getLastRow(),
      sheet.getRange("B2:D5").getRowsBelow(2),
      sheet.getRange("B2:D5").getColumn(1),
      sheet.getRange("C3").getEntireRow(),
      sheet.getRange("C:D").getUsedRangeOrNullObject(true),
      sheet.getRange("A1:C3").getIntersectionOrNullObject("C3:F9"),
    ].map((range) => range.load("address"));
    const apart = sheet.getRange("A1").getIntersectionOrNullObject("B1");
    await context.sync();
    expect(addresses.map((r) => r.address.replace("Feuil1!", ""))).toEqual([
      "B2:D5",
      "B2:D3",
      "A3:B4",
      "B5:D5",
      "B6:D7",
      "C2:C5",
      "3:3",
      "C2:D5",
      "C3",
    ]);
    expect(apart.isNullObject).toBe(true);
  });
});

test("cells are inserted, deleted, cleared, merged and hidden", async () => {
  const { host } = await newBook();
  await Excel.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("A1:B3").values = [
      [1, 10],
      [2, 20],
      [3, 30],
    ];
    sheet.getRange("D1").formulas = [["=A3"]];
    sheet.getRange("A2").insert("Down");
    await context.sync();
    expect(host.read("A1:B4")).toEqual([
      [1, 10],
      ["", 20],
      [2, 30],
      [3, ""],
    ]);
    expect(host.readFormula("D1")).toBe("=A4");
    sheet.getRange("A2").delete("Up");
    sheet.getRange("2:2").delete("Up");
    await context.sync();
    expect(host.read("A1:B2")).toEqual([
      [1, 10],
      [3, 30],
    ]);
    sheet.getRange("A1:B1").clear("Contents");
    sheet.getRange("A4:B4").merge();
    const rows = sheet.getRange("5:6");
    rows.rowHidden = true;
    rows.load("rowHidden");
    await context.sync();
    expect(rows.rowHidden).toBe(true);
    expect(host.read("A1:B1")).toEqual([["", ""]]);
  });
});

test("a list on a name drops down what the name means, also when that changes", async () => {
  const { host } = await newBook();
  await Excel.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("A1:A3").values = [["Libellé"], ["Oui"], ["Non"]];
    sheet.tables.add("A1:A3", true).name = "Codes";
    context.workbook.names.add("BVN_Etat", "=Codes[Libellé]");
    const cells = sheet.getRange("C2:C1048576");
    cells.dataValidation.rule = { list: { inCellDropDown: true, source: "=BVN_Etat" } };
    cells.dataValidation.errorAlert = {
      title: "Hors liste",
      message: "Choisissez.",
      showAlert: true,
      style: "Stop",
    };
    cells.dataValidation.prompt = { title: "État", message: "Un code", showPrompt: true };
    await context.sync();
    expect(host.dropdown("C2")).toEqual(["Oui", "Non"]);
    context.workbook.tables.getItem("Codes").rows.add(undefined, [["Peut-être"]]);
    await context.sync();
    const one = sheet.getRange("C900").dataValidation.load("rule, type, prompt, errorAlert");
    const none = sheet.getRange("D2").dataValidation.load("type, rule");
    await context.sync();
    expect(one.toJSON()).toMatchObject({
      type: "List",
      rule: { list: { source: "=BVN_Etat" } },
      errorAlert: { title: "Hors liste" },
    });
    expect(none.type).toBe("None");
  });
  expect(host.dropdown("C50")).toEqual(["Oui", "Non", "Peut-être"]);
  // A paste goes around the validation; the cell is then found invalid.
  host.write("C2:C3", [["Oui"], ["Jamais"]]);
  await Excel.run(async (context) => {
    const column = sheetOf(context).getRange("C2:C10").dataValidation;
    column.load("valid");
    const invalid = column.getInvalidCellsOrNullObject().load("address");
    await context.sync();
    expect(column.valid).toBe(false);
    expect(invalid.address).toBe("Feuil1!C3");
    column.clear();
    await context.sync();
  });
  expect(host.dropdown("C2")).toBeNull();
  expect(host.dropdown("C11")).toEqual(["Oui", "Non", "Peut-être"]);
});

test("conditional formats are kept and read back", async () => {
  await newBook();
  await Excel.run(async (context) => {
    const range = sheetOf(context).getRange("A2:A1048576");
    const blank = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
    blank.custom.rule.formula = "=LEN($A2)=0";
    blank.custom.format.fill.color = "#FFEEAA";
    const high = range.conditionalFormats.add(Excel.ConditionalFormatType.cellValue);
    high.cellValue.rule = { formula1: "=3", operator: "GreaterThan" };
    high.cellValue.format.font.color = "#FF0000";
    await context.sync();
    const formats = sheetOf(context).getRange("A5").conditionalFormats;
    formats.load("items/type, items/priority, items/custom/rule/formula");
    const count = formats.getCount();
    await context.sync().catch(() => undefined);
    formats.load("items/type, items/id");
    await context.sync();
    expect(formats.items.map((f) => f.type)).toEqual(["CellValue", "Custom"]);
    const custom = formats.items[1]!.custom;
    custom.load("rule/formula, format/fill/color");
    await context.sync();
    expect(custom.rule.formula).toBe("=LEN($A2)=0");
    expect(custom.format.fill.color).toBe("#FFEEAA");
    void count;
    range.conditionalFormats.clearAll();
    const left = range.conditionalFormats.getCount();
    await context.sync();
    expect(left.value).toBe(0);
  });
});

test("writing to a locked cell of a protected sheet is denied, to an unlocked one it is not", async () => {
  const { host } = await newBook();
  await Excel.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("B2:B5").format.protection.locked = false;
    sheet.protection.protect({ allowFormatCells: false });
    sheet.protection.load("protected");
    sheet.getRange("B2").values = [["libre"]];
    await context.sync();
    expect(sheet.protection.protected).toBe(true);
  });
  const denied = await failure(
    Excel.run(async (context) => {
      sheetOf(context).getRange("A1:B2").values = [
        [1, 2],
        [3, 4],
      ];
      await context.sync();
    }),
  );
  expect(denied.code).toBe("AccessDenied");
  expect(host.read("A1:B2")).toEqual([
    ["", ""],
    ["", "libre"],
  ]);
  await Excel.run(async (context) => {
    sheetOf(context).protection.unprotect();
    sheetOf(context).getRange("A1").values = [[1]];
    await context.sync();
  });
  expect(host.read("A1")).toBe(1);
});

test("text that starts like a formula is a formula, or refused; with an apostrophe it is text", async () => {
  const { host } = await newBook();
  await Excel.run(async (context) => {
    sheetOf(context).getRange("A1:A4").values = [["'=1+1"], ["'+33 6 12"], ["=1+1"], ["-5"]];
    await context.sync();
  });
  await host.settled();
  expect(host.read("A1:A4")).toEqual([["=1+1"], ["+33 6 12"], [2], [-5]]);
  const refused = await failure(
    Excel.run(async (context) => {
      sheetOf(context).getRange("A1").values = [["+33 6 12"]];
      await context.sync();
    }),
  );
  expect(refused.code).toBe("InvalidArgument");
});

test("manual calculation calculates what is entered, and the rest on calculate()", async () => {
  const { host } = await newBook();
  await Excel.run(async (context) => {
    const { application } = context.workbook;
    application.calculationMode = "Manual";
    const sheet = sheetOf(context);
    sheet.getRange("A1").values = [[1]];
    const b1 = sheet.getRange("B1");
    b1.formulas = [["=A1+1"]];
    b1.load("values");
    await context.sync();
    expect(b1.values).toEqual([[2]]);
    sheet.getRange("A1").values = [[5]];
    b1.load("values");
    await context.sync();
    expect(b1.values).toEqual([[2]]);
    await host.settled();
    application.calculate("Recalculate");
    b1.load("values");
    await context.sync();
    expect(b1.values).toEqual([[6]]);
    sheet.getRange("A1").values = [[7]];
    application.calculationMode = "Automatic";
    b1.load("values");
    await context.sync();
    expect(b1.values).toEqual([[8]]);
  });
});

test("custom properties and settings are kept", async () => {
  const { Office } = await newBook();
  await Excel.run(async (context) => {
    const { custom } = context.workbook.properties;
    custom.add("BVN_Edition", "2026");
    context.workbook.settings.add("langue", "fr");
    const edition = custom.getItemOrNullObject("bvn_edition").load("value, key, type");
    const none = custom.getItemOrNullObject("autre");
    const setting = context.workbook.settings.getItem("langue").load("value");
    await context.sync();
    expect([edition.key, edition.value, edition.type]).toEqual(["BVN_Edition", "2026", "String"]);
    expect(none.isNullObject).toBe(true);
    expect(setting.value).toBe("fr");
    edition.delete();
    const gone = custom.getItemOrNullObject("BVN_Edition");
    await context.sync();
    expect(gone.isNullObject).toBe(true);
  });
  expect(Office.context.document.settings.get("langue")).toBe("fr");
});

test("a list may be given as a range, and a rule may be cleared or replaced for some cells", async () => {
  const { host } = await newBook();
  await Excel.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("F1:F2").values = [["a"], ["b"]];
    sheet.getRange("A1:A9").dataValidation.rule = {
      list: { inCellDropDown: true, source: sheet.getRange("F1:F2") },
    };
    sheet.getRange("A3:A4").dataValidation.rule = {
      wholeNumber: { formula1: 0, formula2: 3, operator: "Between" },
    };
    const all = sheet.getRange("A1:A9").dataValidation.load("type");
    const some = sheet.getRange("A3:A4").dataValidation.load("type, rule");
    await context.sync();
    expect(all.type).toBe("Inconsistent");
    expect(some.type).toBe("WholeNumber");
    expect(some.rule.wholeNumber!.formula2).toBe(3);
  });
  expect(host.dropdown("A5")).toEqual(["a", "b"]);
  expect(host.dropdown("A3")).toBeNull();
});

test("load() without names reads every simple property", async () => {
  await newBook();
  await Excel.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("A1").values = [[1]];
    const range = sheet.getRange("A1:B1").load();
    sheet.load();
    const column = sheet.getRange("A:A").load("values, address, rowCount");
    context.workbook.load("name, isDirty");
    await context.sync();
    expect(range.toJSON()).toMatchObject({
      values: [[1, ""]],
      text: [["1", ""]],
      rowCount: 1,
      hidden: false,
    });
    expect(sheet.name).toBe("Feuil1");
    expect(column.values).toBeNull();
    expect(column.address).toBe("Feuil1!A:A");
    expect(context.workbook.isDirty).toBe(true);
  });
});

test("names of a sheet are its own; renaming the sheet keeps references", async () => {
  const { host } = await newBook();
  await Excel.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("A1").values = [[4]];
    sheet.names.add("Ici", sheet.getRange("A1"));
    context.workbook.names.add("Partout", "=Feuil1!$A$1");
    const other = context.workbook.worksheets.add("Autre");
    other.getRange("A1:A2").formulas = [["=Feuil1!A1*2"], ["=Partout+1"]];
    await context.sync();
    sheet.name = "Fiche 2026";
    await context.sync();
    const own = sheet.names.load("items/name, items/scope, items/formula");
    const book = context.workbook.names.load("items/name, items/formula");
    await context.sync();
    expect(own.items.map((n) => [n.name, n.scope, n.formula])).toEqual([
      ["Ici", "Worksheet", "='Fiche 2026'!$A$1"],
    ]);
    expect(book.items.map((n) => [n.name, n.formula])).toEqual([["Partout", "='Fiche 2026'!$A$1"]]);
    sheet.getRange("A1").values = [[5]];
    await context.sync();
  });
  await host.settled();
  expect(host.read("Autre!A1:A2")).toEqual([[10], [6]]);
  expect(host.readFormula("Autre!A1")).toBe("='Fiche 2026'!A1*2");
});
