#!/usr/bin/env bash
# Debezium and a partitioned table of PostgreSQL, by its name in table.include.list and without such a list.
#
# Expected: a table that is named is copied and followed, or refused; without a list each row comes once.
# Seen with PostgreSQL 18.4 and Debezium 3.6.1 on 2026-12-01: the rows of the named table are copied, and no change to them arrives, without a warning:
# its publication names the partition for each change, which is not in the list. Without a list each row is copied twice, as one of the table and
# as one of the partition, and followed as one of the partition only. With publish.via.partition.root, which is false by default, the changes come.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pg8000==1.31.6
java_with io.debezium:debezium-embedded:3.6.1.Final io.debezium:debezium-connector-postgres:3.6.1.Final
start_postgres 18.4.0 wal_level=logical
# read_by NUMBER [PROPERTY=VALUE ...]: which rows come (r: copied, c: new, u: changed) by a reader of its own
read_by() {
  ask_postgres 'DROP TABLE IF EXISTS orders, markers' 'CREATE TABLE markers (id INT PRIMARY KEY)' \
    'CREATE TABLE orders (id INT, made DATE, pieces INT, PRIMARY KEY (id, made)) PARTITION BY RANGE (made)' \
    "CREATE TABLE orders_2025 PARTITION OF orders FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')" \
    "CREATE TABLE orders_2026 PARTITION OF orders FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')" \
    "INSERT INTO orders VALUES (1, '2025-02-03'), (2, '2026-02-03')" > /dev/null
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
converter.schemas.enable=false
errors.max.retries=0
PROPERTIES
  printf '%s\n' "${@:2}" >> "$folder/reader.properties"
  : > "$folder/changes" # that of the reader before
  java -cp "$classpath" "$(dirname "$0")/lib/Reader.java" "$folder/reader.properties" 300 >> "$folder/changes" 2> "$folder/reader.log" &
  local reader=$!
  servers+=("$reader")
  until [[ $(ask_postgres "SELECT active FROM pg_replication_slots WHERE slot_name = 'slot_$1'") == True ]]; do sleep 0.5; done
  ask_postgres "INSERT INTO orders VALUES (3, '2025-02-03')" "UPDATE orders SET pieces = 7 WHERE id = 2" 'INSERT INTO markers VALUES (4)' > /dev/null
  for _ in {1..240}; do grep -q '"table":"markers"' "$folder/changes" && break; sleep 0.5; done
  sed -n 's/.*"after":{"id":\(.\).*"table":"\([a-z_0-9]*\)".*"op":"\(.\)".*/\2 \3\1/p' "$folder/changes" | LC_ALL=C sort | paste -sd,
  kill "$reader"
  wait "$reader" || true
}
named='table.include.list=public.orders,public.markers'
expect 'by its name' "$(read_by 1 "$named")" 'markers c4,orders r1,orders r2'
expect 'by its name, and through the table' "$(read_by 2 "$named" publish.via.partition.root=true)" \
  'markers c4,orders c3,orders r1,orders r2,orders u2'
expect 'without a list' "$(read_by 3)" 'markers c4,orders r1,orders r2,orders_2025 c3,orders_2025 r1,orders_2026 r2,orders_2026 u2'
expect 'rows in the table' "$(ask_postgres 'SELECT count(*) FROM orders')" 3
