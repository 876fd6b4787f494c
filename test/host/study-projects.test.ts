import { Base } from "../../src/domain/base/base";
import { Codebook, editionById } from "../../src/domain/codebook";
import { Study } from "../../src/excel";
import type { HeadlessExcel } from "../../src/preview/headless";
import { closeBook, newBook } from "../support/headless";

let book: HeadlessExcel;
let study: Study;
let base: Base;
beforeEach(async () => {
  book = await newBook({ lang: "fr" });
  base = new Base(new Codebook(editionById("2014")));
  study = new Study(base, { language: "fr" });
});
afterEach(async () => {
  await study.close();
  closeBook();
});

test("debug", async () => {
  await study.open();
  console.log(study.getState().status);
  let r = book.host.counters.requests;
  const count = (l: string) => { console.log(l, book.host.counters.requests - r); r = book.host.counters.requests; };
  await study.createOrRepair();
  count("create");
  console.log(study.getState().status, study.getState().notice);
  await book.host.settled(); await study.idle(); 
  count("events");
  const ref = await study.addProject({ territory: "Lyon", domain: 2, project: "=1+1 Éclairage", status: 3, comment: "a\nb 😀" });
  count("add");
  await book.host.settled(); await study.idle();
  count("events");
  console.log(ref, base.rowCount("projects"), book.host.read("Projets!A1:N3"), study.getState().anomalies.map((a) => a.message.fr), study.getState().projectCount);
  const ref2 = await study.addProject({ territory: "Lyon", domain: 2, project: "Éclairage public autonome", status: 3 });
  count("add2");
  await book.host.settled(); await study.idle();
  count("events");
  const row = await study.readProject(ref2);
  count("read");
  await study.updateProject(ref2, { ...row.draft, status: 1 }, row.draft);
  count("update");
  console.log(book.host.read("Projets!A1:N3"), book.host.read("Accueil!A1:B24"));
  console.log(book.host.dropdown("Projets!D3"), book.host.dropdown("Projets!E3"), book.host.dropdown("Projets!B3"));
  await study.undo();
  await study.undo();
  await study.undo();
  console.log(book.host.read("Projets!A1:N3"), study.getState().notice);
});
