#!/usr/bin/env bash
# pgcopydb clone --follow, which copies a database and then replays the changes of its source, by each of its two plugins.
#
# Expected: a change arrives with its values, and where one cannot be replayed, the command does not end with 0.
# Seen with Debian's pgcopydb 0.10, its wal2json 2.5 and PostgreSQL 15.13 on 2026-12-01: by either plugin each number is rounded to six
# digits, the key too, so that 12345678 is 12345700, and a BYTEA comes as the text of its digits, without an error. At a row of a
# table with a generated column the replay stops with an error, nothing after it is replayed, and the exit code is 0.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pg8000==1.31.6
debian_with pgcopydb=0.10-1 postgresql-15-wal2json=2.5-1+b1 postgresql-client-15
start_postgres 15.13.0 wal_level=logical "dynamic_library_path=\$libdir:$debian/usr/lib/postgresql/15/lib"
at="postgres://postgres@127.0.0.1:$port"

# on DATABASE STATEMENT ...
on() {
  python - "$port" "$@" << 'PYTHON'
import sys
import pg8000.native

db = pg8000.native.Connection("postgres", host="127.0.0.1", port=int(sys.argv[1]), database=sys.argv[2])
for statement in sys.argv[3:]:
    for row in db.run(statement) or []:
        print(", ".join(str(value) for value in row))
PYTHON
}

# follow PLUGIN CHANGE ...: a clone of shop into copy that goes on until the changes should be there.
follow() {
  local plugin=$1 code=0 run
  rm -rf "$folder/run" "$folder/out"
  on postgres 'DROP DATABASE IF EXISTS shop' 'DROP DATABASE IF EXISTS copy' 'CREATE DATABASE shop' 'CREATE DATABASE copy' \
    'SELECT pg_replication_origin_drop(roname) FROM pg_replication_origin' > "$folder/log"
  on shop 'CREATE TABLE orders (id BIGINT PRIMARY KEY, amount NUMERIC, share FLOAT8, seal BYTEA)' \
    'CREATE TABLE totals (id INT PRIMARY KEY, price INT, twice INT GENERATED ALWAYS AS (price * 2) STORED)'
  PATH="$debian/usr/lib/postgresql/15/bin:$PATH" setsid --wait timeout 90 "$debian/usr/bin/pgcopydb" clone --follow \
    --source "$at/shop" --target "$at/copy" --dir "$folder/run" --plugin "$plugin" --slot-name "$plugin" &> "$folder/out" &
  run=$!
  for _ in {1..60}; do
    ! grep -qs 'Catching up' "$folder/out" || break
    sleep 0.5
  done
  on shop "${@:2}" 'SELECT pg_switch_wal()' "INSERT INTO orders (id) VALUES (0)" > "$folder/log"
  setsid --wait "$debian/usr/bin/pgcopydb" stream sentinel set endpos --current --source "$at/shop" &> "$folder/log"
  on shop 'SELECT pg_switch_wal()' "INSERT INTO orders (id) VALUES (-1)" > "$folder/log"
  wait "$run" || code=$?
  printf 'exit code %s, %s lines with ERROR\n' "$code" "$(grep -c 'ERROR.*\[TARGET\] ERROR' "$folder/out")"
  on copy "SELECT id, amount, share, encode(seal, 'escape') FROM orders WHERE id > 0 ORDER BY id"
}

for plugin in test_decoding wal2json; do
  seen=$(follow "$plugin" "INSERT INTO orders VALUES (12345678, 1234567.89, 0.123456789, '\\x00ff')")
  expect "$plugin, 12345678, 1234567.89, 0.123456789, \\000\\377" "$seen" 'exit code 0, 0 lines with ERROR
12345700, 1234570, 0.123457, 00ff'
  seen=$(follow "$plugin" "INSERT INTO orders (id) VALUES (1)" "INSERT INTO totals (id, price) VALUES (1, 5)" "INSERT INTO orders (id) VALUES (2)")
  expect "$plugin, rows 1 and 2, and between them one with a generated column" "$seen" 'exit code 0, 1 lines with ERROR
1, None, None, None'
done
