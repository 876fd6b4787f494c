#!/bin/sh
# Has the golden files read by PSPP 1.6.2 (Debian: apt install pspp) and by DuckDB 1.5.6 with pyarrow 25 (pip install
# duckdb pyarrow), and keeps what they read. From the project's root: sh test/golden/exports/read.sh [python]
set -e
here=$(cd "$(dirname "$0")" && pwd)
python=${1:-python3}
work=$(mktemp -d)
cp "$here"/files/*.dat "$here"/files/*.sps "$work"
cd "$work"
for table in panel projets motivations acteurs; do
  { cat $table.sps; printf 'DISPLAY DICTIONARY.\nLIST.\n'; } > run.sps
  pspp run.sps -O format=csv -o "$here/pspp/$table.csv"
done
$python - "$here" <<'PY'
import duckdb, json, pyarrow.parquet as pq, sys
here = sys.argv[1]
found = {}
for table in ["panel", "projets", "motivations", "acteurs"]:
    path = f"{here}/files/{table}.parquet"
    query = duckdb.sql(f"select * from '{path}'")
    found[table] = {
        "duckdb": [[name, str(kind)] for name, kind in zip(query.columns, query.types)],
        "pyarrow": [[field.name, str(field.type)] for field in pq.read_table(path).schema],
        "rows": [[str(cell) if hasattr(cell, "isoformat") else cell for cell in row] for row in query.fetchall()],
    }
    assert [list(row.values()) for row in pq.read_table(path).to_pylist()] == [list(row) for row in query.fetchall()]
json.dump(found, open(f"{here}/parquet.json", "w"), ensure_ascii=False, indent=1)
PY
rm -r "$work"
