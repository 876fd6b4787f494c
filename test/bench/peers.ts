import { op, table } from "arquero";
import { AVERAGEIFS } from "@formulajs/formulajs";
import HyperFormula from "hyperformula";
import { devDependencies } from "../../package.json";
import { duckDb } from "../support/duckdb";
import { call, formula } from "./calls";
import { codebook, loadedBase, panelRows, projectRows, ROWS } from "./data";
import { libreOffice } from "./libreoffice";
import { against, asked, figure, spent, once, time, type Figure, type Section } from "./measure";

/** The columns of the question, row by row, as those who take plain values want them. */
interface Answers {
  readonly domain: string[];
  readonly type: string[];
  /** Code, NaN where it is not reported. */
  readonly status: number[];
}

const wanted = { domain: "Éducation", type: "Commune" };

/** Rows of the edition kept in it, the panel's type beside each. */
function answers(rows: number): Answers {
  const typeOf = new Map(panelRows.map(({ name, type }) => [name, String(type)]));
  const all: Answers = { domain: [], type: [], status: [] };
  for (const row of projectRows(rows)) {
    if (row.edition !== "2014" || row.inclusion !== "") continue;
    all.domain.push(String(row.domain).replace(/^\d+ – /, ""));
    all.type.push(typeOf.get(row.territory)!);
    all.status.push(row.status === "" ? NaN : Number(String(row.status)[0]));
  }
  return all;
}

/** The version of a library measured. */
const version = (library: keyof typeof devDependencies): string => devDependencies[library];

function ours(rows: number): { figures: Figure[]; mean: number } {
  const base = loadedBase(rows);
  const cubes = () => base.tableOf("projects").cubes.clear();
  let domain = 0;
  const { codes } = codebook.list("domain");
  const one = (name: string) => formula("MATURITY", ["Domaine", name, "Type", wanted.type]);
  const mean = Number(call(base, one(wanted.domain)));
  // A pair that changes nothing makes the question a new one each time.
  const unseen = () =>
    formula("MATURITY", [...one(codes[domain % codes.length].label.fr).args, "Population", `>${domain++}`]);
  return {
    mean,
    figures: [
      time("BVN.MATURITY, first question on its fields", 15, () => {
        cubes();
        call(base, unseen());
      }),
      time("BVN.MATURITY, another question on the same fields", 15, () => call(base, unseen())),
      time("BVN.MATURITY, the same question again", 200, () => call(base, one(wanted.domain))),
    ],
  };
}

/** Loops anyone would write. */
function loops({ domain, type, status }: Answers, mean: number): Figure[] {
  const rows = status.map((code, i) => ({ domain: domain[i], type: type[i], status: code }));
  const objects = () => {
    let sum = 0;
    let n = 0;
    for (const row of rows) {
      if (row.domain === wanted.domain && row.type === wanted.type && row.status > 0) {
        sum += row.status;
        n++;
      }
    }
    return sum / n;
  };
  const coded = (texts: readonly string[]) => {
    const ids = new Map<string, number>();
    return {
      bytes: Uint8Array.from(texts, (text) => ids.get(text) ?? (ids.set(text, ids.size), ids.size - 1)),
      ids,
    };
  };
  const [domains, types] = [coded(domain), coded(type)];
  const codes = Uint8Array.from(status, (code) => code || 0);
  const typed = () => {
    const [d, t] = [domains.ids.get(wanted.domain)!, types.ids.get(wanted.type)!];
    let sum = 0;
    let n = 0;
    for (let i = 0; i < codes.length; i++) {
      if (domains.bytes[i] === d && types.bytes[i] === t && codes[i] > 0) {
        sum += codes[i];
        n++;
      }
    }
    return sum / n;
  };
  return [
    asked("plain loop over an array of objects", 15, mean, objects),
    asked("plain loop over typed arrays", 15, mean, typed),
  ];
}

function withArquero({ domain, type, status }: Answers, mean: number): Figure {
  const rows = table({ domain, type, status });
  type Row = { domain: string; type: string; status: number };
  return asked(`arquero ${version("arquero")}, table loaded`, 7, mean, () => {
    const chosen = rows
      .params(wanted)
      .filter((d: Row, $: typeof wanted) => d.domain === $.domain && d.type === $.type && d.status > 0);
    return (chosen.rollup({ mean: op.mean("status") }).object() as { mean: number }).mean;
  });
}

async function withDuckDb({ domain, type, status }: Answers, mean: number): Promise<Figure> {
  const duck = await duckDb();
  const lines = status.map((code, i) => `${domain[i]};${type[i]};${code || ""}`);
  duck.file("rows.csv", new TextEncoder().encode(["domain;type;status", ...lines].join("\n")));
  duck.rows("CREATE TABLE answers AS SELECT * FROM read_csv('rows.csv', delim=';', header=true)");
  const sql = `SELECT avg(status) AS mean FROM answers WHERE domain = '${wanted.domain}' AND type = '${wanted.type}'`;
  const name = `duckdb-wasm ${version("@duckdb/duckdb-wasm")} in Node, table loaded`;
  return asked(name, 15, mean, () => duck.rows(sql)[0].mean);
}

function withFormulaJs({ domain, type, status }: Answers, mean: number): Figure {
  // It takes no blank: what is not reported is 0 and left out by a criterion of its own.
  const codes = status.map((code) => code || 0);
  return asked(`formulajs ${version("@formulajs/formulajs")} AVERAGEIFS`, 3, mean, () =>
    AVERAGEIFS(codes, domain, wanted.domain, type, wanted.type, codes, ">0"),
  );
}

/** HyperFormula has no AVERAGEIFS and keeps its criteria caches: each run asks for another domain and type. */
function withHyperFormula({ domain, type, status }: Answers, mean: number): Figure {
  const rows = status.length;
  const cells = status.map((code, i) => [domain[i], type[i], code || null]);
  const sheet = HyperFormula.buildFromArray(cells, { licenseKey: "gpl-v3", maxRows: rows + 10 });
  const range = (column: string) => `$${column}$1:$${column}$${rows}`;
  const types = codebook
    .list("type")
    .codes.slice(0, 4)
    .map(({ label }) => label.fr);
  const domains = codebook.list("domain").codes.map(({ label }) => label.fr);
  const ask = (place: number, d: string, t: string) => {
    const cell = { sheet: 0, row: place, col: 5 };
    const criteria = `${range("A")},"${d}",${range("B")},"${t}"`;
    const text = `=SUMIFS(${range("C")},${criteria})/COUNTIFS(${criteria},${range("C")},">0")`;
    sheet.setCellContents(cell, [[text]]);
    return sheet.getCellValue(cell);
  };
  const found = Number(ask(0, wanted.domain, wanted.type));
  if (!(Math.abs(found - mean) < 1e-9)) throw new Error(`HyperFormula: ${found} instead of ${mean}`);
  const runs = domains.slice(1, 8).map((d, i) => once(() => ask(i + 1, d, types[i % 4])));
  sheet.destroy();
  return spent(`HyperFormula ${version("hyperformula")} SUMIFS/COUNTIFS, sheet loaded`, runs);
}

/** The mean status of one domain in the territories of one type, asked of everyone on the same rows. */
export async function peersBench(): Promise<Section[]> {
  const full = answers(ROWS);
  const { figures, mean } = ours(ROWS);
  const typed = loops(full, mean);
  const others = [...typed, withArquero(full, mean), await withDuckDb(full, mean), withFormulaJs(full, mean)];
  const [objects] = typed;
  const sections: Section[] = [
    {
      title: `One question, asked of everyone: ${ROWS.toLocaleString("en")} rows`,
      note: "Mean status of one domain in the communes. The others are given columns where the edition, what it leaves out and the type of the territory are sorted out already; our function starts from the workbook's tables.",
      figures: [...figures, ...others].map((one) => (one === objects ? one : against(one, objects))),
    },
  ];
  const few = 100_000;
  const some = answers(few);
  const small = ours(few);
  const office = await libreOffice(some, wanted, small.mean);
  const [own] = small.figures;
  sections.push({
    title: `The same of spreadsheets: ${few.toLocaleString("en")} rows`,
    note: "A million rows make HyperFormula and LibreOffice take minutes to load.",
    figures: [
      ...small.figures,
      against(withHyperFormula(some, small.mean), own),
      ...(office.figures.length ? office.figures.map((one) => against(one, own)) : []),
      ...(office.skipped ? [figure("LibreOffice", [NaN], "ms", office.skipped)] : []),
    ],
  });
  return sections;
}
