import { closeBook, failure, newBook } from "../support/headless";

afterEach(closeBook);

async function projects(context: Excel.RequestContext): Promise<Excel.Table> {
  const sheet = context.workbook.worksheets.getItem("Feuil1");
  sheet.getRange("B2:D4").values = [
    ["Projet", "Etat", "Coût"],
    ["École", "3 – Réalisé", 10],
    ["Wifi", "1 – Prévu", 20],
  ];
  const table = sheet.tables.add("B2:D4", true);
  table.name = "Projets";
  await context.sync();
  return table;
}

test("a table is found by name, its columns and rows are read", async () => {
  await newBook();
  await Excel.run(async (context) => {
    const table = await projects(context);
    table.load("name, id, showHeaders, style, columns/items/name, columns/items/index");
    const body = table.getDataBodyRange().load("address, values");
    const rows = table.rows.load("count");
    const column = table.columns.getItem("Coût").load("values, index");
    const none = table.columns.getItemOrNullObject("Absente");
    const all = context.workbook.tables.load("items/name");
    await context.sync();
    expect(table.columns.items.map((c) => c.name)).toEqual(["Projet", "Etat", "Coût"]);
    expect(body.address).toBe("Feuil1!B3:D4");
    expect(rows.count).toBe(2);
    expect(column.values).toEqual([["Coût"], [10], [20]]);
    expect(none.isNullObject).toBe(true);
    expect(all.items.map((t) => t.name)).toEqual(["Projets"]);
  });
  await Excel.run(async (context) => {
    const none = context.workbook.tables.getItemOrNullObject("Autre");
    await context.sync();
    expect(none.isNullObject).toBe(true);
  });
});

test("rows are added at the end and in the middle, what is below moves down", async () => {
  const { host } = await newBook();
  await Excel.run(async (context) => {
    const table = await projects(context);
    context.workbook.worksheets.getItem("Feuil1").getRange("B5").values = [["Note"]];
    context.workbook.worksheets.getItem("Feuil1").getRange("F1").formulas = [["=SUM(Projets[Coût])"]];
    table.rows.add(undefined, [
      ["Fibre", "2 – En cours", 30],
      ["Parc", "", 40],
    ]);
    table.rows.add(0, [["Début", "x", 1]]);
    await context.sync();
    table.rows.load("count");
    await context.sync();
    expect(table.rows.count).toBe(5);
  });
  expect(host.read("B2:D8")).toEqual([
    ["Projet", "Etat", "Coût"],
    ["Début", "x", 1],
    ["École", "3 – Réalisé", 10],
    ["Wifi", "1 – Prévu", 20],
    ["Fibre", "2 – En cours", 30],
    ["Parc", "", 40],
    ["Note", "", ""],
  ]);
  expect(host.read("F1")).toBe(101);
});

test.each([
  [undefined, 11],
  [false, 10],
])(
  "with alwaysInsert %s, a note far below stands in row %s and goes up when the row goes",
  async (insert, row) => {
    const { host } = await newBook();
    await Excel.run(async (context) => {
      const table = await projects(context);
      const sheet = context.workbook.worksheets.getItem("Feuil1");
      sheet.getRange("B10").values = [["Note"]];
      table.rows.add(undefined, [["Fibre", "2 – En cours", 30]], insert);
      await context.sync();
      expect(host.read(`B${row}`)).toBe("Note");
      sheet.getRange("B5:D5").delete("Up");
      await context.sync();
      expect(host.read(`B${row - 1}`)).toBe("Note");
    });
  },
);

test("a table of headers alone has no row, and the first row added takes the blank one", async () => {
  const { host } = await newBook();
  await Excel.run(async (context) => {
    const table = context.workbook.tables.add("Feuil1!A1:B1", true);
    table.getHeaderRowRange().values = [["A", "B"]];
    table.rows.load("count");
    await context.sync();
    expect(table.rows.count).toBe(0);
    table.rows.add(undefined, [[1, 2]]);
    await context.sync();
    table.rows.load("count");
    await context.sync();
    expect(table.rows.count).toBe(1);
  });
  expect(host.read("A1:B3")).toEqual([
    ["A", "B"],
    [1, 2],
    ["", ""],
  ]);
});

test("rows and columns are deleted, columns added and renamed, references follow", async () => {
  const { host } = await newBook();
  await Excel.run(async (context) => {
    const table = await projects(context);
    const sheet = context.workbook.worksheets.getItem("Feuil1");
    sheet.getRange("H1").formulas = [["=SUM(Projets[Coût])"]];
    table.columns.add(1, [["Domaine"], ["Social"], ["Culture"]]);
    table.columns.getItem("Etat").name = "Statut";
    await context.sync();
    expect(host.read("Projets[Domaine]")).toEqual([["Social"], ["Culture"]]);
    table.rows.deleteRowsAt(0, 1);
    await context.sync();
    table.columns.getItem("Domaine").delete();
    table.columns.load("items/name");
    await context.sync();
    expect(table.columns.items.map((c) => c.name)).toEqual(["Projet", "Statut", "Coût"]);
  });
  await host.settled();
  expect(host.read("Projets[#All]")).toEqual([
    ["Projet", "Statut", "Coût"],
    ["Wifi", "1 – Prévu", 20],
  ]);
  expect(host.read("H1")).toBe(20);
});

test("typing under a table makes it grow", async () => {
  const { host } = await newBook();
  await Excel.run(projects as never);
  host.write("B5", "Parc");
  await host.settled();
  expect(host.read("Projets[Projet]")).toEqual([["École"], ["Wifi"], ["Parc"]]);
});

test("inserted sheet rows move the table and what refers to it", async () => {
  const { host } = await newBook();
  await Excel.run(async (context) => {
    const table = await projects(context);
    const sheet = context.workbook.worksheets.getItem("Feuil1");
    const kept = sheet.getRange("D4").load("address");
    await context.sync();
    sheet.getRange("1:2").insert("Down");
    sheet.getRange("6:6").insert("Down");
    await context.sync();
    const range = table.getRange().load("address");
    kept.load("address");
    await context.sync();
    expect(range.address).toBe("Feuil1!B4:D7");
    expect(kept.address).toBe("Feuil1!D7");
  });
  expect(host.read("Projets[Coût]")).toEqual([[10], [""], [20]]);
});

test("this row's references are written and read as Excel shows them", async () => {
  const { host } = await newBook();
  await Excel.run(async (context) => {
    const table = await projects(context);
    table.columns.add(undefined, [["Double"], ["=[@Coût]*2"], ["=Projets[@Coût]*2"]]);
    const column = table.columns.getItem("Double").getDataBodyRange().load("formulas, values");
    await context.sync();
    expect(column.values).toEqual([[20], [40]]);
    expect(column.formulas).toEqual([["=Projets[@Coût]*2"], ["=Projets[@Coût]*2"]]);
  });
  expect(host.readFormula("E3")).toBe("=Projets[@Coût]*2");
});

test("a table over another, or a second one of the same name, is refused", async () => {
  await newBook();
  const overlap = await failure(
    Excel.run(async (context) => {
      await projects(context);
      context.workbook.tables.add("Feuil1!D4:F6", true);
      await context.sync();
    }),
  );
  expect(overlap.code).toBe("InvalidArgument");
  const twice = await failure(
    Excel.run(async (context) => {
      context.workbook.tables.add("Feuil1!H1:I2", true).name = "projets";
      await context.sync();
    }),
  );
  expect(twice.code).toBe("ItemAlreadyExists");
});

test("names stand for ranges and formulas, and follow the table they stand on", async () => {
  const { host } = await newBook();
  await Excel.run(async (context) => {
    const table = await projects(context);
    const { names } = context.workbook;
    names.add("BVN_Etat", "=Projets[Etat]", "Les états");
    names.add("Edition", "2026");
    names.add("Cellule", table.getRange().getCell(1, 2));
    const sheet = context.workbook.worksheets.getItem("Feuil1");
    sheet.getRange("F1:F2").formulas = [["=COUNTA(BVN_Etat)"], ["=Edition+Cellule"]];
    const etat = names.getItem("BVN_Etat").load("formula, type, comment, visible");
    const range = names.getItem("BVN_Etat").getRange().load("address");
    const none = names.getItemOrNullObject("Rien");
    const cells = sheet.getRange("F1:F2").load("values");
    names.load("items/name");
    await context.sync();
    expect(etat.toJSON()).toMatchObject({
      formula: "=Projets[Etat]",
      type: "Range",
      comment: "Les états",
      visible: true,
    });
    expect(range.address).toBe("Feuil1!C3:C4");
    expect(none.isNullObject).toBe(true);
    expect(cells.values).toEqual([[2], [2036]]);
    expect(names.items.map((n) => n.name)).toEqual(["BVN_Etat", "Cellule", "Edition"]);
    table.rows.add(undefined, [["Parc", "0", 5]]);
    cells.load("values");
    await context.sync();
    expect(cells.values).toEqual([[3], [2036]]);
    names.getItem("Edition").formula = "=2027";
    cells.load("values");
    await context.sync();
    expect(cells.values).toEqual([[3], [2037]]);
    names.getItem("Edition").delete();
    await context.sync();
  });
  await host.settled();
  expect(host.read("F2")).toBe("#NAME?");
});

test("a filter hides rows until it is cleared; sorting reorders the body and says so", async () => {
  const { host } = await newBook();
  await Excel.run(async (context) => {
    const table = await projects(context);
    table.rows.add(undefined, [["Parc", "3 – Réalisé", ""]]);
    await context.sync();
    const sorted: string[] = [];
    context.workbook.worksheets.onRowSorted.add(async (args) => void sorted.push(args.address));
    await context.sync();
    table.sort.apply([{ key: 2, ascending: false }]);
    await context.sync();
    expect(host.read("Projets[Projet]")).toEqual([["Wifi"], ["École"], ["Parc"]]);
    await host.settled();
    expect(sorted).toEqual(["B3:D5"]);
    table.columns.getItem("Etat").filter.applyValuesFilter(["3 – Réalisé"]);
    const rows = ["3:3", "4:4", "3:5"].map((a) =>
      context.workbook.worksheets.getItem("Feuil1").getRange(a).load("rowHidden"),
    );
    await context.sync();
    expect(rows.map((r) => r.rowHidden)).toEqual([true, false, null]);
    table.clearFilters();
    rows.forEach((r) => r.load("rowHidden"));
    await context.sync();
    expect(rows.map((r) => r.rowHidden)).toEqual([false, false, false]);
  });
});

test("a sheet column taken out of a table by a person takes the table's column with it", async () => {
  const { host, univerAPI } = await newBook();
  await Excel.run(projects as never);
  univerAPI.getActiveWorkbook()!.getSheetByName("Feuil1")!.deleteColumns(2, 1);
  await host.settled();
  await Excel.run(async (context) => {
    const columns = context.workbook.tables.getItem("Projets").columns.load("items/name");
    await context.sync();
    expect(columns.items.map((c) => c.name)).toEqual(["Projet", "Coût"]);
  });
  host.write("G1", "=SOMME(Projets[Coût])");
  await host.settled();
  expect(host.read("G1")).toBe(30);
});
