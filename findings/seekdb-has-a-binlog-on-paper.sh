#!/usr/bin/env bash
# OceanBase's seekdb, asked what a check of a MySQL source asks.
#
# Expected: a server that says log_bin = ON, binlog_format = ROW and binlog_row_image = FULL writes a binlog, and a client finds out from it
# how far it has come.
# Seen with pylibseekdb 1.4.0.post1 on 2026-11-30: it says all three and has no binlog at all: the statements that show one are
# syntax errors. gtid_mode = ON is accepted too, and the value stays OFF; that it is a mock is said in a warning only.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pylibseekdb==1.4.0.post1
cd "$folder"
cat > ask.py << 'PYTHON'
import os
import pylibseekdb as seekdb

seekdb.open(db_dir=os.path.join(os.getcwd(), "db"))
cursor = seekdb.connect(database="test").cursor()

def ask(statement):
    try:
        cursor.execute(statement)
        return " ".join(str(value) for row in cursor.fetchall() for value in row)
    except Exception as error:
        return "syntax error" if "syntax" in str(error) else str(error)

print(ask("SELECT VERSION()"))
for name in ("log_bin", "binlog_format", "binlog_row_image"):
    print(ask(f"SHOW VARIABLES LIKE '{name}'"))
for statement in ("SHOW MASTER STATUS", "SHOW BINARY LOGS"):
    print(f"{statement}:", ask(statement))
print("SET GLOBAL gtid_mode = ON:", ask("SET GLOBAL gtid_mode = ON") or "done")
print(ask("SHOW WARNINGS"))
print(ask("SHOW GLOBAL VARIABLES LIKE 'gtid_mode'"))
os._exit(0)
PYTHON
python ask.py > out 2> err || { cat out err; exit 1; }
expect 'seekdb' "$(cat out)" '5.7.25-OceanBase seekdb-v1.4.0.0
log_bin ON
binlog_format ROW
binlog_row_image FULL
SHOW MASTER STATUS: syntax error
SHOW BINARY LOGS: syntax error
SET GLOBAL gtid_mode = ON: done
Warning 1235 This system variable now is mock not supported
gtid_mode OFF'
