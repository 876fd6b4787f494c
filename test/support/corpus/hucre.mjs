/**
 * Writes workbooks with hucre, which is an ES module only and so runs beside the tests: rows of each sheet as
 * JSON on standard input, the files as base64 on standard output.
 */
import { text } from "node:stream/consumers";
import { writeXlsx } from "hucre";

const books = JSON.parse(await text(process.stdin));
const files = [];
for (const rows of books) files.push(Buffer.from(await writeXlsx({ sheets: [{ name: "Projets", rows }] })));
process.stdout.write(JSON.stringify(files.map((file) => file.toString("base64"))));
