import { closeBook, failure, newBook } from "../support/headless";

afterEach(closeBook);

const table = [
  ["Domaine", "Étude", "Réalisé"],
  ["Éducation", 3, 5],
  ["Santé", 2, 7],
  ["Sécurité", 0, 4],
];
const withChart = (act: (sheet: Excel.Worksheet, chart: Excel.Chart) => void = () => undefined) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Feuil1");
    sheet.getRange("B2:D5").values = table;
    const chart = sheet.charts.add("BarStacked", sheet.getRange("B2:D5"));
    chart.name = "États";
    act(sheet, chart);
    await context.sync();
  });
const chartNamed = (host: Awaited<ReturnType<typeof newBook>>["host"], name: string) => {
  const { charts } = host.core;
  return charts.drawn(charts.all().find((chart) => chart.name === name)!);
};

test("a chart reads names, categories and values off its range", async () => {
  const { host } = await newBook();
  await withChart((_, chart) => void (chart.title.text = "États d’avancement"));
  const { title, type, series } = chartNamed(host, "États");
  expect({ title, type }).toEqual({ title: "États d’avancement", type: "BarStacked" });
  expect(series.map(({ name }) => name)).toEqual(["Étude", "Réalisé"]);
  expect(series[1]!.categories).toEqual(["Éducation", "Santé", "Sécurité"]);
  expect(series[1]!.values).toEqual([5, 7, 4]);
});

test("series are given values and categories of their own, colours and labels", async () => {
  const { host } = await newBook();
  await withChart((sheet, chart) => {
    const first = chart.series.getItemAt(0);
    first.setValues(sheet.getRange("D3:D4"));
    first.setXAxisValues(sheet.getRange("B3:B4"));
    first.name = "Faits";
    first.format.fill.setSolidColor("#0072B2");
    first.hasDataLabels = true;
    chart.series.getItemAt(1).delete();
    chart.series.add("Études").setValues(sheet.getRange("C3:C4"));
  });
  const { series } = chartNamed(host, "États");
  expect(series.map(({ name, values, color }) => [name, values, color])).toEqual([
    ["Faits", [5, 7], "#0072B2"],
    ["Études", [3, 2], null],
  ]);
});

test("the client reads back what it has set, after a sync, by name, place and count", async () => {
  await newBook();
  await withChart((sheet, chart) => {
    chart.setPosition(sheet.getRange("F2"), "J10");
    chart.legend.position = "Bottom";
    chart.axes.valueAxis.maximum = 10;
    chart.axes.categoryAxis.reversePlotOrder = true;
  });
  await Excel.run(async (context) => {
    const { charts } = context.workbook.worksheets.getItem("Feuil1");
    charts.load("items/name,items/chartType,items/top,items/left,items/height,count");
    const chart = charts.getItem("États").load("id,name,legend/position,axes/valueAxis/maximum");
    const none = charts.getItemOrNullObject("rien").load("name");
    const cell = context.workbook.worksheets.getItem("Feuil1").getRange("F2:J10").load("top,left,height");
    const values = chart.series.getItemAt(1).getDimensionValues("Values");
    await context.sync();
    const [found] = charts.items;
    expect([found!.name, found!.chartType, charts.count]).toEqual(["États", "BarStacked", 1]);
    expect([found!.top, found!.left, found!.height]).toEqual([cell.top, cell.left, cell.height]);
    expect([chart.legend.position, chart.axes.valueAxis.maximum]).toEqual(["Bottom", 10]);
    expect(none.isNullObject).toBe(true);
    expect(values.value).toEqual([5, 7, 4]);
    chart.delete();
    await context.sync();
    const left = charts.getCount();
    await context.sync();
    expect(left.value).toBe(0);
  });
});

test("charts follow their cells: rows inserted above and within, edits, a sheet deleted", async () => {
  const { host } = await newBook();
  await withChart((sheet, chart) => chart.setPosition(sheet.getRange("F2"), "J10"));
  const before = chartNamed(host, "États");
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Feuil1");
    sheet.getRange("1:1").insert("Down");
    sheet.getRange("5:5").insert("Down");
    await context.sync();
    sheet.getRange("B5:D5").values = [["Énergie", 1, 9]];
    await context.sync();
  });
  const after = chartNamed(host, "États");
  expect(after.top).toBeGreaterThan(before.top);
  expect(after.series[1]!.values).toEqual([5, 9, 7, 4]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.add("Autre");
    context.workbook.worksheets.getItem("Feuil1").delete();
    await context.sync();
  });
  expect(host.core.charts.all()).toEqual([]);
});

test("what the preview cannot do with charts is said by name", async () => {
  await newBook();
  const unknownType = failure(
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Feuil1");
      sheet.charts.add("Sunburst", sheet.getRange("A1:B2"));
      await context.sync();
    }),
  );
  expect(await unknownType).toMatchObject({ code: "InvalidArgument" });
  const unknownMember = await failure(
    withChart((_, chart) => void chart.series.getItemAt(0).trendlines.add()),
  );
  expect(unknownMember).toMatchObject({ code: "NotImplemented" });
  expect(unknownMember.message).toContain("ChartSeries.trendlines");
});

test("a protected sheet refuses new charts", async () => {
  await newBook();
  const refused = await failure(
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Feuil1");
      sheet.protection.protect();
      await context.sync();
      sheet.charts.add("Line", sheet.getRange("A1:B2"));
      await context.sync();
    }),
  );
  expect(refused.code).toBe("AccessDenied");
});
