#!/usr/bin/env bash
# Liquibase and a PostgreSQL database whose tables are all published for logical replication.
#
# Expected: the tables that a migration tool makes for itself can be replicated like any other, or its first run says what is missing.
# Seen with Liquibase 4.33.0 and PostgreSQL 18.4 on 2026-11-30: its own list of changes has no primary key (its lock has one). Changes are made
# for months, as the list only grows; then a changed view, which has to be noted in an old row, or a tag fails: no replica identity.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pg8000==1.31.6
java_with org.liquibase:liquibase-core:4.33.0 org.postgresql:postgresql:42.7.7 info.picocli:picocli:4.7.7
start_postgres 18.4.0 wal_level=logical
cd "$folder"
run() {
  java -cp "$classpath" liquibase.integration.commandline.LiquibaseCommandLine --username=postgres \
    --url="jdbc:postgresql://127.0.0.1:$port/postgres" "$@" &> run.log && echo 'done' && return
  grep -m1 -o 'cannot update table "databasechangelog".*updates' run.log || cat run.log
}
ask() {
  python -c 'import sys, pg8000.native as pg
print(*(pg.Connection("postgres", host="127.0.0.1", port=int(sys.argv[1])).run(sys.argv[2]) or [["done"]])[0])' "$port" "$1"
}
changes() {
  printf -- '-- liquibase formatted sql\n\n-- changeset a:1\nCREATE TABLE orders (id int PRIMARY KEY);\n'
  printf -- '\n-- changeset a:2 runOnChange:true\nCREATE OR REPLACE VIEW latest AS SELECT * FROM orders LIMIT %s;\n' "$1"
}
refused='cannot update table "databasechangelog" because it does not have a replica identity and publishes updates'
keys="SELECT string_agg(table_name, ' ') FROM information_schema.table_constraints
  WHERE constraint_type = 'PRIMARY KEY' AND table_name LIKE 'databasechangelog%'"

ask 'CREATE PUBLICATION p FOR ALL TABLES' > /dev/null
changes 10 > changes.sql
expect 'first update' "$(run update --changelog-file=changes.sql)" 'done'
expect 'those of its two tables that have a key' "$(ask "$keys")" 'databasechangeloglock'
changes 10 > changes.sql
printf -- '\n-- changeset a:3\nCREATE TABLE lines (id int PRIMARY KEY);\n' >> changes.sql
expect 'update with a new change' "$(run update --changelog-file=changes.sql)" 'done'
changes 20 > changes.sql
expect 'update with a changed view' "$(run update --changelog-file=changes.sql)" "$refused"
expect 'tag' "$(run tag one)" "$refused"
