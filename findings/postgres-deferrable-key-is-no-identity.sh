#!/usr/bin/env bash
# PostgreSQL, logical replication and a primary key that is deferrable.
#
# Expected: a table with a primary key can be replicated: whoever looks for tables without one has found those that are
# going to make trouble.
# Seen with 10.23 and 18.4 on 2026-11-30: a deferrable primary key is no replica identity. As soon as the table is published,
# every UPDATE and DELETE of the application fails at the source, and the key cannot be named as identity either.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pg8000==1.31.6
for version in 10.23.0 18.4.0; do
  start_postgres "$version" wal_level=logical
  seen=$(python - "$port" << 'PYTHON'
import sys
import pg8000.native

db = pg8000.native.Connection("postgres", host="127.0.0.1", port=int(sys.argv[1]))

def said(statement):
    try:
        db.run(statement)
        return "done"
    except pg8000.native.DatabaseError as error:
        return error.args[0]["C"] + " " + error.args[0]["M"]

db.run("CREATE TABLE orders (id int PRIMARY KEY DEFERRABLE, note text)")
db.run("INSERT INTO orders VALUES (1, 'a')")
print(db.run("SELECT count(*) FROM information_schema.table_constraints WHERE table_name = 'orders' AND constraint_type = 'PRIMARY KEY'")[0][0], "primary key")
print("before:", said("UPDATE orders SET note = 'b'"))
db.run("CREATE PUBLICATION p FOR ALL TABLES")
print("UPDATE:", said("UPDATE orders SET note = 'c'"))
print("DELETE:", said("DELETE FROM orders"))
print("identity:", said("ALTER TABLE orders REPLICA IDENTITY USING INDEX orders_pkey"))
PYTHON
)
  expect "PostgreSQL $version" "$seen" '1 primary key
before: done
UPDATE: 55000 cannot update table "orders" because it does not have a replica identity and publishes updates
DELETE: 55000 cannot delete from table "orders" because it does not have a replica identity and publishes deletes
identity: 0A000 cannot use non-immediate index "orders_pkey" as replica identity'
done
