#!/usr/bin/env bash
# PostgreSQL, the first copy of a logical subscription, and a table with a row policy at the source.
#
# Expected: the account of the subscription may SELECT the table and has REPLICATION, so all rows arrive; or, if the policy
# is in the way, the copy stops with an error.
# Seen with 18.4 on 2026-11-30: the rows that the policy hides are left out, and the table is reported as copied and ready, without
# an error or a warning on either side. Rows that are inserted later arrive whether hidden or not. BYPASSRLS is what is missing.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pg8000==1.31.6
start_postgres 18.4.0 wal_level=logical
seen=$(python - "$port" << 'PYTHON'
import sys
import time
import pg8000.native

port = int(sys.argv[1])

def connect(database):
    return pg8000.native.Connection("postgres", host="127.0.0.1", port=port, database=database)

connect("postgres").run("CREATE DATABASE copy")
source, copy = connect("postgres"), connect("copy")
source.run("CREATE ROLE drs_user LOGIN REPLICATION")
for statement in (
    "CREATE TABLE orders (id int PRIMARY KEY)",
    "INSERT INTO orders SELECT generate_series(1, 10)",
    "ALTER TABLE orders ENABLE ROW LEVEL SECURITY",
    "CREATE POLICY half ON orders USING (id % 2 = 0)",
    "GRANT SELECT ON orders TO drs_user",
    "CREATE PUBLICATION p FOR TABLE orders",
    "SELECT pg_create_logical_replication_slot('s', 'pgoutput')",
):
    source.run(statement)
copy.run("CREATE TABLE orders (id int PRIMARY KEY)")
where = f"host=127.0.0.1 port={port} user=drs_user dbname=postgres"
# Source and copy are databases of one server, where the slot has to be made by hand.
copy.run(f"CREATE SUBSCRIPTION s CONNECTION '{where}' PUBLICATION p WITH (create_slot = false)")

def until(query, wanted):
    for _ in range(240):
        seen = copy.run(query)[0][0]
        if seen == wanted:
            break
        time.sleep(0.5)
    return seen

print("state", until("SELECT srsubstate::text FROM pg_subscription_rel", "r"))
print("rows at the source", source.run("SELECT count(*) FROM orders")[0][0])
print("rows copied", copy.run("SELECT count(*) FROM orders")[0][0])
print("errors of the copy", copy.run("SELECT sync_error_count FROM pg_stat_subscription_stats")[0][0])
source.run("INSERT INTO orders VALUES (11)")
print("rows after a hidden one more", until("SELECT count(*) FROM orders", 6))
copy.run("DROP SUBSCRIPTION s")
PYTHON
)
expect 'PostgreSQL 18.4' "$seen" 'state r
rows at the source 10
rows copied 5
errors of the copy 0
rows after a hidden one more 6'
