import { readFileSync } from "node:fs";
import { join } from "node:path";
import { closeBook, failure, newBook } from "../support/headless";

afterEach(closeBook);

/** A real file of 80 by 80 pixels, base 64. */
const png = readFileSync(join(__dirname, "../../assets/help-80.png")).toString("base64");
const LOADED = "items/name,items/type,items/left,items/top,items/width,items/height,items/altTextTitle";
const shapesOf = (sheet: string) =>
  Excel.run(async (context) => {
    const { shapes } = context.workbook.worksheets.getItem(sheet);
    shapes.load(LOADED);
    await context.sync();
    return shapes.items.map(({ name, type, left, top, width, height, altTextTitle }) => ({
      name,
      type,
      left,
      top,
      width,
      height,
      altTextTitle,
    }));
  });

test("a picture keeps its name, place, size and text, and follows its cell", async () => {
  const { host } = await newBook();
  const at = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Feuil1");
    const shape = sheet.shapes.addImage(png);
    shape.name = "Carte";
    shape.altTextTitle = "Où";
    const cell = sheet.getRange("B3").load("left,top");
    await context.sync();
    shape.left = cell.left;
    shape.top = cell.top;
    shape.width = 120;
    sheet.getRange("1:2").insert("Down");
    const below = sheet.getRange("B5").load("left,top");
    await context.sync();
    return { left: below.left, top: below.top };
  });
  const size = { width: 120, height: 120 };
  expect(await shapesOf("Feuil1")).toEqual([
    { name: "Carte", type: "Image", ...at, ...size, altTextTitle: "Où" },
  ]);
  await Excel.run(async (context) => {
    const { shapes } = context.workbook.worksheets.getItem("Feuil1");
    const shape = shapes.getItem("carte");
    shape.lockAspectRatio = false;
    shape.height = 30;
    await context.sync();
  });
  expect(await shapesOf("Feuil1")).toMatchObject([{ width: 120, height: 30 }]);
  await Excel.run(async (context) => {
    const { shapes } = context.workbook.worksheets.getItem("Feuil1");
    shapes.getItem("Carte").delete();
    const gone = shapes.getItemOrNullObject("Carte");
    await context.sync();
    expect(gone.isNullObject).toBe(true);
  });
  expect(host.core.shapes.all()).toEqual([]);
});

test("what is no PNG file, a size of nothing and other shapes are refused", async () => {
  await newBook();
  const batch = (act: (sheet: Excel.Worksheet) => void) =>
    Excel.run(async (context) => {
      act(context.workbook.worksheets.getItem("Feuil1"));
      await context.sync();
    });
  expect(await failure(batch((sheet) => sheet.shapes.addImage("PHN2Zz4=")))).toMatchObject({
    code: "InvalidArgument",
  });
  expect(await failure(batch((sheet) => void (sheet.shapes.addImage(png).height = 0)))).toMatchObject({
    code: "InvalidArgument",
  });
  const other = await failure(batch((sheet) => sheet.shapes.addTextBox("non")));
  expect(other).toMatchObject({ code: "NotImplemented" });
  expect(other.message).toContain("ShapeCollection.addTextBox");
});
