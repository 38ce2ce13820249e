#!/usr/bin/env bash
# PostgreSQL, a replica identity whose index was dropped, and a primary key that is added afterwards.
#
# Expected: a published table whose identity index is gone refuses UPDATE; add a primary key, which is what every advice and
# every check for tables without a key asks for, and it works.
# Seen with 10.23 and 18.4 on 2026-11-30: the table goes on refusing every UPDATE although it has a primary key now. The
# catalogue keeps "identity by index" with no index behind it, until somebody says REPLICA IDENTITY DEFAULT.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pg8000==1.31.6
for version in 10.23.0 18.4.0; do
  start_postgres "$version" wal_level=logical
  seen=$(python - "$port" << 'PYTHON'
import sys
import pg8000.native

db = pg8000.native.Connection("postgres", host="127.0.0.1", port=int(sys.argv[1]))

def update():
    identity = db.run("SELECT relreplident::text FROM pg_class WHERE relname = 'orders'")[0][0]
    try:
        db.run("UPDATE orders SET note = note || '.'")
        return f"identity {identity}, UPDATE done"
    except pg8000.native.DatabaseError as error:
        return f"identity {identity}, UPDATE {error.args[0]['C']}"

db.run("CREATE TABLE orders (id int NOT NULL, note text)")
db.run("INSERT INTO orders VALUES (1, 'a')")
db.run("CREATE UNIQUE INDEX by_id ON orders (id)")
db.run("ALTER TABLE orders REPLICA IDENTITY USING INDEX by_id")
db.run("CREATE PUBLICATION p FOR ALL TABLES")
print("with the index:", update())
db.run("DROP INDEX by_id")
print("without it:", update())
db.run("ALTER TABLE orders ADD PRIMARY KEY (id)")
print("with a primary key:", update())
db.run("ALTER TABLE orders REPLICA IDENTITY DEFAULT")
print("and by default:", update())
PYTHON
)
  expect "PostgreSQL $version" "$seen" 'with the index: identity i, UPDATE done
without it: identity i, UPDATE 55000
with a primary key: identity i, UPDATE 55000
and by default: identity d, UPDATE done'
done
