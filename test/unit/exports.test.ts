/** Files handed out, as other programs read them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { guarded, unguarded, type Dataset, datasetOf, wellFormed } from "../../src/domain/exports";
import { sample2014 } from "../../src/domain/sample";
import { exportFormats, writeExport, type ExportFormat, type ExportOptions } from "../../src/files/exports";
import { baseOf, codebook2014 } from "../support/base";
import { duckDb } from "../support/duckdb";
import { golden, goldenDay, hostileTexts, study } from "../golden/exports/study";

const folder = join(__dirname, "..", "golden", "exports");

async function made(
  dataset: Dataset,
  formats: readonly ExportFormat[] = exportFormats,
  own: Partial<ExportOptions["csv"]> = {},
) {
  const csv = { bom: true, separator: ",", ...own } as const;
  const files = new Map<string, Buffer>();
  const writing = writeExport(dataset, { formats: new Set(formats), csv, now: goldenDay });
  for (;;) {
    const { done, value } = await writing.next();
    if (done) return { files, facts: value };
    files.set(value.name, Buffer.from(value.bytes));
  }
}

describe("the golden files", () => {
  test("are what is written today: what other programs read of them still holds", async () => {
    const { files, facts } = await made(golden());
    expect(facts).toEqual({ notUnderstood: 4, cut: 0 });
    expect([...files.keys()].sort()).toEqual(readdirSync(join(folder, "files")).sort());
    for (const [name, bytes] of files) {
      expect([name, bytes.equals(readFileSync(join(folder, "files", name)))]).toEqual([name, true]);
    }
  });

  test("PSPP reads every row, keeps NR, SO and NSP apart as missing, and knows every label", () => {
    const pspp = (table: string) => readFileSync(join(folder, "pspp", `${table}.csv`), "utf8");
    const list = (table: string) => pspp(table).split("Table: Data List\n")[1].trim().split("\n");
    expect(list("projets")).toHaveLength(1 + hostileTexts.length + 1);
    expect(list("panel")).toHaveLength(1 + study.tables.panel.length);
    expect(list("projets")[1]).toBe("2014,Ajaccio,1,Portail citoyen,1,.,-1,.,.,.,=1+1,.,p0000000,saisie");
    expect(
      list("projets")
        .map((line) => line.split(",")[6])
        .slice(1, 4),
    ).toEqual(["-1", "-2", "-3"]);
    for (const table of ["panel", "projets", "motivations", "acteurs"]) {
      expect(pspp(table)).not.toMatch(/(error|warning): /i);
      for (const { variable } of golden().tables.find(({ name }) => name === table)!.columns) {
        for (const { label } of variable.codes) expect(pspp(table)).toContain(label.fr);
        expect(pspp(table)).toContain(variable.field.label.fr);
      }
    }
    expect(pspp("projets")).toContain("moyens,7,Moyens,Ordinal,Input,8,Right,F4.0,F4.0,-1; -2; -3");
    expect(pspp("panel")).toContain("69123,Lyon,1,Grand Lyon,22,-999999993");
  });

  test("DuckDB and pyarrow read the Parquet files with the types and values of the study", async () => {
    const { parquetReadObjects } = await import("hyparquet");
    const read = JSON.parse(readFileSync(join(folder, "parquet.json"), "utf8"));
    for (const table of golden().tables) {
      const bytes = readFileSync(join(folder, "files", `${table.name}.parquet`));
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
      const rows = await parquetReadObjects({ file });
      const { duckdb, rows: theirs } = read[table.name];
      const names: string[] = duckdb.map(([name]: [string]) => name);
      expect(rows.map((row) => names.map((name) => cell(row[name])))).toEqual(theirs);
      const type = Object.fromEntries(duckdb);
      for (const { variable } of table.columns) {
        const expected = { code: "INTEGER", number: "DOUBLE", date: "DATE", text: "VARCHAR" }[variable.type];
        expect([variable.name, type[variable.name]]).toEqual([variable.name, expected]);
      }
    }
    const projects = read.projets.rows;
    expect(projects.slice(0, hostileTexts.length).map((row: unknown[]) => row[17])).toEqual(
      hostileTexts.map(wellFormed),
    );
  });
});
const cell = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null));

describe("CSV", () => {
  const everything = (name: string, separator: string) =>
    `select * from read_csv('${name}', delim='${separator}', header=true, all_varchar=true, strict_mode=true)`;

  test.each([
    [",", true],
    [";", false],
  ] as const)(
    "with separator %s is read back by DuckDB as the study is, text by text",
    async (separator, bom) => {
      const duck = await duckDb();
      const { files } = await made(golden(), ["csv"], { separator, bom });
      expect(
        files
          .get("projets.csv")!
          .subarray(0, 3)
          .equals(Buffer.from([0xef, 0xbb, 0xbf])),
      ).toBe(bom);
      duck.file(`p${bom}.csv`, files.get("projets.csv")!);
      const rows = duck.rows(everything(`p${bom}.csv`, separator));
      const expected = study.tables.projects.filter((row) => row.id);
      expect(rows).toHaveLength(expected.length);
      rows.forEach((row, i) => {
        const { comment, project, territory, id } = expected[i];
        const texts = [row.commentaire, row.projet, row.territoire, row.identifiant];
        expect(texts.map((text) => unguarded(String(text ?? "")))).toEqual(
          [comment, project, territory, id].map((text) => wellFormed(String(text ?? ""))),
        );
      });
      expect(rows.slice(0, 8).map(({ moyens }) => moyens)).toEqual([
        "NR",
        "SO",
        "NSP",
        "2",
        "3",
        "NSP",
        null,
        null,
      ]);
      expect(rows[6].moyens_libelle).toBe("peut-être");
    },
  );

  test("DuckDB counts in it what formulas count in the base", async () => {
    const duck = await duckDb();
    const { panel, projects } = sample2014(codebook2014);
    const tables = { panel, projects, motivations: [], actors: [], respondents: [] };
    const dataset = datasetOf(
      { codebook: codebook2014, editionId: "2014", tables },
      { language: "fr", personal: false },
    );
    const { files } = await made(dataset, ["csv"]);
    duck.file("projets.csv", files.get("projets.csv")!);
    const base = baseOf(projects, panel).tableOf("projects");
    const missing = "nullstr=['', 'NR', 'SO', 'NSP']";
    for (const { variable } of dataset.tables[1].columns) {
      if (variable.type !== "code") continue;
      const counted = duck.rows(
        `select ${variable.name}::int as code, count(*)::int as n from read_csv('projets.csv', ${missing}) where ${variable.name} is not null group by 1 order by 1`,
      );
      const { histogram } = base.columns.get(variable.field.id) as unknown as { histogram: Uint32Array };
      const ours = [...histogram].flatMap((n, code) => (n && code > 0 && code <= 240 ? [{ code, n }] : []));
      expect([variable.name, counted]).toEqual([variable.name, ours]);
    }
  });

  test("no field is a formula to a spreadsheet, whatever it separates columns by, and the text comes back", () => {
    const signs = ["=", "+", "-", "@", "'", '"', ";", ",", "\t", "\n", " ", "a", "＝", "1"];
    let seed = 7;
    const next = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
    for (let run = 0; run < 20_000; run++) {
      const text = Array.from({ length: next(9) }, () => signs[next(signs.length)]).join("");
      expect(unguarded(guarded(text))).toBe(text);
      for (const piece of guarded(text).split(/[;,\t\r\n]/)) {
        expect(piece.replace(/^[\s"]*/, "")).not.toMatch(/^[=+\-@＝＋－＠]/);
      }
    }
  });
});

describe("docs/scale.md", () => {
  const page = readFileSync(join(__dirname, "..", "..", "docs", "scale.md"), "utf8");
  const commands = [...page.matchAll(/```sql\n([^]*?)```/g)].map(([, sql]) => sql.trim());

  test("its commands on CSV files run on exported files", async () => {
    const duck = await duckDb();
    const { files } = await made(golden(), ["csv"]);
    for (const name of ["projets.csv", "panel.csv"]) duck.file(name, files.get(name)!);
    const onCsv = commands.filter((sql) => sql.includes("read_csv("));
    expect(onCsv).toHaveLength(3);
    const [byDomain, codes, texts] = onCsv.map((sql) => duck.rows(sql));
    expect(byDomain.map(({ projets }) => Number(projets)).reduce((a, b) => a + b)).toBe(17);
    expect(codes.map(({ code }) => code)).toContain("01004");
    expect(texts.map(({ commentaire }) => commentaire ?? null)).toEqual(
      study.tables.projects
        .filter(({ id }) => id)
        .map(({ comment }) => (comment === null ? null : wellFormed(String(comment)))),
    );
  });
});

describe("Table Schema", () => {
  test("says types, answers, missing values and keys of the code book", async () => {
    const { files } = await made(golden(), ["csv"]);
    const schema = JSON.parse(files.get("projets.schema.json")!.toString());
    const field = (name: string) => schema.fields.find((each: { name: string }) => each.name === name);
    expect(field("etat")).toMatchObject({
      type: "integer",
      constraints: { required: true, enum: codebook2014.list("status").codes.map(({ code }) => code) },
    });
    expect(schema.missingValues).toEqual(["", "NR", "SO", "NSP"]);
    expect(schema.primaryKey).toEqual(["identifiant"]);
    expect(schema.foreignKeys).toEqual([
      { fields: ["territoire"], reference: { resource: "panel", fields: ["territoire"] } },
    ]);
    const { resources } = JSON.parse(files.get("datapackage.json")!.toString());
    const header = files.get("projets.csv")!.toString().split("\r\n")[0].replace("\ufeff", "").split(",");
    expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(header);
    for (const { path, schema: own } of resources) {
      expect(files.has(path)).toBe(true);
      expect(files.has(own)).toBe(true);
    }
  });
});

describe("what is asked for", () => {
  test("people leave only when ticked", async () => {
    const without = await made(golden());
    const all = Buffer.concat([...without.files.values()]).toString("latin1");
    expect(all).not.toMatch(/Quesnel|example\.org|repondants/);
    const withPeople = await made(datasetOf(study, { language: "fr", personal: true }), ["csv"]);
    expect(withPeople.files.get("repondants.csv")!.toString()).toContain("Zoé Quesnel");
    expect(withPeople.files.get("LISEZ-MOI.txt")!.toString()).toContain("AVEC le tableau Répondants");
  });

  test("labels are in the language asked for, names of columns are not", async () => {
    const { files } = await made(datasetOf(study, { language: "en", personal: false }), [
      "csv",
      "dictionary",
    ]);
    const csv = files.get("projets.csv")!.toString();
    expect(csv).toContain("1,Education");
    expect(csv).toContain("domaine,domaine_libelle");
    expect(files.get("dictionnaire.html")!.toString()).toContain("Data dictionary");
  });

  test("an empty study gives files with their headers, and none fails", async () => {
    const tables = { panel: [], projects: [], motivations: [], actors: [], respondents: [] };
    const empty = datasetOf(
      { codebook: codebook2014, editionId: "2014", tables },
      { language: "fr", personal: true },
    );
    const { files, facts } = await made(empty);
    expect(facts).toEqual({ notUnderstood: 0, cut: 0 });
    expect(files.get("projets.csv")!.toString().split("\r\n")).toHaveLength(2);
    const { parquetMetadata } = await import("hyparquet");
    const bytes = files.get("panel.parquet")!;
    const { num_rows } = parquetMetadata(new Uint8Array(bytes).buffer);
    expect(Number(num_rows)).toBe(0);
  });

  test("100,000 projects in every format, stopped half-way when asked", async () => {
    const { panel, projects } = sample2014(codebook2014);
    const many = Array.from({ length: 100_000 }, (_, i) => ({
      ...projects[i % projects.length],
      id: `x${i}`,
    }));
    const tables = { panel, projects: many, motivations: [], actors: [], respondents: [] };
    const dataset = datasetOf(
      { codebook: codebook2014, editionId: "2014", tables },
      { language: "fr", personal: false },
    );
    const options = {
      formats: new Set(exportFormats),
      csv: { bom: true, separator: "," as const },
      now: goldenDay,
    };
    const shares: number[] = [];
    const sizes = new Map<string, number>();
    for await (const { name, bytes } of writeExport(dataset, options, ({ share }) => shares.push(share))) {
      sizes.set(name, bytes.length);
    }
    expect(shares.length).toBeGreaterThan(100);
    expect(shares.every((share, i) => share >= (shares[i - 1] ?? 0) && share <= 1)).toBe(true);
    expect(sizes.get("projets.csv")).toBeGreaterThan(5_000_000);
    const stop = new AbortController();
    const names: string[] = [];
    const stopped = (async () => {
      for await (const { name } of writeExport(
        dataset,
        options,
        ({ share }) => share > 0.3 && stop.abort(),
        stop.signal,
      )) {
        names.push(name);
      }
    })();
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    expect(names).not.toContain("LISEZ-MOI.txt");
  });
});
