#!/usr/bin/env bash
# Debezium and a PostgreSQL server whose wal_level is not logical.
#
# Expected: the connector stops with an error that names wal_level and leaves the source as it was.
# Seen with Debezium 3.6.1 and PostgreSQL 18.4 on 2026-11-30: it stops with that error and makes no slot, but leaves a publication of all
# tables, and from then on the application's own UPDATE and DELETE fail on tables without a key, though nothing is replicated.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pg8000==1.31.6
java_with io.debezium:debezium-embedded:3.6.1.Final io.debezium:debezium-connector-postgres:3.6.1.Final
start_postgres 18.4.0 wal_level=replica
ask() {
  python - "$port" "$1" << 'PYTHON'
import sys
import pg8000.native

db = pg8000.native.Connection("postgres", host="127.0.0.1", port=int(sys.argv[1]))
try:
    print(*(db.run(sys.argv[2]) or [["done"]])[0])
except pg8000.native.DatabaseError as error:
    print(error.args[0]["M"])
PYTHON
}
ask 'CREATE TABLE notes (body text)' > /dev/null
ask "INSERT INTO notes VALUES ('a')" > /dev/null
expect 'UPDATE before' "$(ask "UPDATE notes SET body = 'b'")" 'done'
cat > "$folder/reader.properties" << PROPERTIES
name=reader
connector.class=io.debezium.connector.postgresql.PostgresConnector
offset.storage=org.apache.kafka.connect.storage.MemoryOffsetBackingStore
topic.prefix=t
plugin.name=pgoutput
database.hostname=127.0.0.1
database.port=$port
database.user=postgres
database.password=unused
database.dbname=postgres
errors.max.retries=0
PROPERTIES
ended=$(java -cp "$classpath" "$(dirname "$0")/lib/Reader.java" "$folder/reader.properties" 60 2> "$folder/reader.log" | grep '^end')
expect 'the connector' "$ended" 'end ERROR: logical decoding requires "wal_level" >= "logical"'
expect 'slots' "$(ask 'SELECT count(*) FROM pg_replication_slots')" 0
expect 'publications' "$(ask "SELECT pubname || ' for all tables: ' || puballtables FROM pg_publication")" 'dbz_publication for all tables: true'
expect 'UPDATE after' "$(ask "UPDATE notes SET body = 'c'")" \
  'cannot update table "notes" because it does not have a replica identity and publishes updates'
