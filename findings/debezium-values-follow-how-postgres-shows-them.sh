#!/usr/bin/env bash
# Debezium and PostgreSQL, and the settings by which a server or a database says how values are shown.
#
# Expected: what is replicated is the value. How it is shown is a matter for clients, and a reader that gets values as text sets for itself what
# that text depends on.
# Seen with Debezium 3.6.1 and PostgreSQL 10.23 and 18.4 on 2026-11-30: on 10, with nothing set, a double is copied whole at the start and comes with 15 digits
# when it is followed. On 18, ALTER DATABASE ... SET IntervalStyle = 'sql_standard' makes one year and two months 0, copied and followed, and
# extra_float_digits rounds. No error, no warning.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pg8000==1.31.6
java_with io.debezium:debezium-embedded:3.6.1.Final io.debezium:debezium-connector-postgres:3.6.1.Final
insert="INSERT INTO spans (part, span) VALUES (0.1::float8 + 0.2::float8, '1 year 2 months')"
# read_by NUMBER [SETTING ...]: makes $copied and $followed, by a reader of its own
read_by() {
  local setting
  for setting in "${@:2}"; do ask_postgres "ALTER DATABASE postgres SET $setting" > /dev/null; done
  ask_postgres 'DROP TABLE IF EXISTS spans' 'CREATE TABLE spans (id serial PRIMARY KEY, part float8, span interval)' "$insert" > /dev/null
  cat > "$folder/reader.properties" << PROPERTIES
name=reader
connector.class=io.debezium.connector.postgresql.PostgresConnector
offset.storage=org.apache.kafka.connect.storage.MemoryOffsetBackingStore
topic.prefix=t
database.hostname=127.0.0.1
database.port=$port
database.user=postgres
database.password=none
database.dbname=postgres
plugin.name=pgoutput
slot.name=slot_$1
publication.name=publication_$1
table.include.list=public.spans
converter.schemas.enable=false
errors.max.retries=0
PROPERTIES
  : > "$folder/changes" # that of the reader before
  java -cp "$classpath" "$(dirname "$0")/lib/Reader.java" "$folder/reader.properties" 300 >> "$folder/changes" 2> "$folder/reader.log" &
  local reader=$!
  servers+=("$reader")
  copied=$(value r)
  until [[ $(ask_postgres "SELECT active FROM pg_replication_slots WHERE slot_name = 'slot_$1'") == True ]]; do sleep 0.5; done
  ask_postgres "$insert" > /dev/null
  followed=$(value c)
  kill "$reader"
  wait "$reader" || true
}
# value OPERATION: the row that came by it (r: copied, c: a new row that was followed)
value() {
  for _ in {1..240}; do grep -q "\"op\":\"$1\"" "$folder/changes" && break; sleep 0.5; done
  sed -n "s/.*\"after\":{\"id\":.,\(.*\)},\"source\".*\"op\":\"$1\".*/\1/p" "$folder/changes" | tr -d '"'
}

start_postgres 10.23.0 wal_level=logical
read_by 1
expect '10.23, copied' "$copied" 'part:0.30000000000000004,span:36817200000000'
expect '10.23, followed' "$followed" 'part:0.3,span:36817200000000'
start_postgres 18.4.0 wal_level=logical
read_by 2
expect '18.4, copied' "$copied" 'part:0.30000000000000004,span:36817200000000'
expect '18.4, followed' "$followed" 'part:0.30000000000000004,span:36817200000000'
read_by 3 "IntervalStyle = 'sql_standard'" 'extra_float_digits = 0'
expect '18.4 with settings, copied' "$copied" 'part:0.3,span:0'
expect '18.4 with settings, followed' "$followed" 'part:0.3,span:0'
expect 'seconds that the server sees in it' "$(ask_postgres 'SELECT DISTINCT extract(epoch FROM span) FROM spans')" '36741600.000000'
