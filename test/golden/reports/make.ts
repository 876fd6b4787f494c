import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { reportWorkbook } from "../../../src/files/reports/workbook";
import { goldenReport } from "./report";

void reportWorkbook(goldenReport).then((bytes) => writeFileSync(join(__dirname, "report.xlsx"), bytes));
