/** DuckDB in Node, from its package alone: nothing is fetched. Its Parquet reader would be, so CSV only. */
import { dirname, join } from "node:path";

interface DuckDb {
  registerFileBuffer(name: string, bytes: Uint8Array): void;
  connect(): { query(sql: string): { toArray(): { toJSON(): Record<string, unknown> }[] }; close(): void };
}
export interface Duck {
  file(name: string, bytes: Uint8Array): void;
  rows(sql: string): Record<string, unknown>[];
}

let known: Promise<Duck> | undefined;

async function open(): Promise<Duck> {
  const folder = dirname(require.resolve("@duckdb/duckdb-wasm"));
  const duckdb = require(join(folder, "duckdb-node-blocking.cjs"));
  const bundle = (name: string) => ({ mainModule: join(folder, `duckdb-${name}.wasm`), mainWorker: "" });
  const bundles = { mvp: bundle("mvp"), eh: bundle("eh") };
  const db = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await db.instantiate(() => undefined);
  const connection = (db as DuckDb).connect();
  return {
    file: (name, bytes) => (db as DuckDb).registerFileBuffer(name, bytes),
    rows: (sql) =>
      connection
        .query(sql)
        .toArray()
        .map((row) => row.toJSON()),
  };
}

/** One DuckDB for the tests of a file: starting it takes two seconds. */
export const duckDb = (): Promise<Duck> => (known ??= open());
