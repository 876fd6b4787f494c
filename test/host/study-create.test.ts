import { createOrRepair } from "../../src/excel/workbook/createOrRepair";
import { inspect } from "../../src/excel/workbook/inspect";
import { readDetails } from "../../src/excel/workbook/details";
import { Codebook, editionById } from "../../src/domain/codebook";
import { closeBook, newBook } from "../support/headless";

afterEach(closeBook);

test("debug", async () => {
  const book = await newBook({ lang: "fr" });
  let t = Date.now();
  await createOrRepair({ language: "fr" });
  console.log(Date.now() - t, "ms create"); t = Date.now();
  await book.host.settled();
  console.log(Date.now() - t, "ms settled"); t = Date.now();
  await book.Excel.run(async (context) => {
    const facts = await inspect(context);
    console.log(Date.now() - t, "ms inspect", facts.tables.length); t = Date.now();
    await readDetails(context, facts, new Codebook(editionById("2014")));
    console.log(Date.now() - t, "ms details"); t = Date.now();
  });
  const again = await createOrRepair({ language: "fr" });
  console.log(again.done.map((d) => d.fr).join("; "), [...again.plan.names]);
});
