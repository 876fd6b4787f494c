import { op, table } from "arquero";
import { mean } from "simple-statistics";
import { AVERAGEIFS } from "@formulajs/formulajs";
import { call, formula } from "./calls";
import { codebook, ROWS } from "./data";
import { against, asked, type Figure, type Section } from "./measure";
import { mulberry32 } from "../../src/domain/sample/random";

/** The same question on the same arrays: status codes, and domains as texts. */
function figures(): Figure[] {
  const random = mulberry32(7);
  const domains = codebook.list("domain").codes.map(({ label }) => label.fr);
  const status = Array.from({ length: ROWS }, () => 1 + Math.floor(random() * 3));
  const domain = Array.from({ length: ROWS }, () => domains[Math.floor(random() * domains.length)]);
  // Through JSON, as Excel hands ranges over: every text is an object of its own.
  const statusCells: number[][] = JSON.parse(JSON.stringify(status.map((value) => [value])));
  const domainCells: string[][] = JSON.parse(JSON.stringify(domain.map((value) => [value])));
  const wanted = domains[0];
  const plainLoop = () => {
    let sum = 0;
    let n = 0;
    for (let i = 0; i < statusCells.length; i++) {
      if (domainCells[i][0] === wanted) {
        sum += statusCells[i][0];
        n++;
      }
    }
    return sum / n;
  };
  const expected = plainLoop();
  const checked = (name: string, runs: number, work: () => unknown) => asked(name, runs, expected, work);
  const own = checked("BVN.MATURITY(range; range; criterion)", 15, () =>
    call(null, formula("MATURITY", [statusCells, domainCells, wanted])),
  );
  const plain = checked("plain loop over the cells", 15, plainLoop);
  const flat = <T>(cells: readonly (readonly T[])[]): T[] => cells.map((row) => row[0]);
  const arquero = checked("arquero filter + rollup", 7, () => {
    const columns = table({ status: flat(statusCells), domain: flat(domainCells) }).params({ wanted });
    const rows = columns.filter((d: { domain: string }, $: { wanted: string }) => d.domain === $.wanted);
    return (rows.rollup({ mean: op.mean("status") }).object() as { mean: number }).mean;
  });
  const simple = checked("simple-statistics mean of the filtered", 7, () =>
    mean(flat(statusCells.filter((_, i) => domainCells[i][0] === wanted))),
  );
  const formulaJs = checked("formulajs AVERAGEIFS", 3, () =>
    AVERAGEIFS(flat(statusCells), flat(domainCells), wanted),
  );
  return [
    against(own, plain),
    plain,
    against(arquero, plain),
    against(simple, plain),
    against(formulaJs, plain),
  ];
}

/** The range form, which is handed a million cells at each call. */
export function rangeFormBench(): Section[] {
  return [
    {
      title: `Range form: mean status code of one domain, ${ROWS.toLocaleString("en")} rows`,
      note: "Everyone starts from the blocks of cells as Excel hands them over.",
      figures: figures(),
    },
  ];
}
