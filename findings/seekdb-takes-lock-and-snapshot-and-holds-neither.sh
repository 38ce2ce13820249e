#!/usr/bin/env bash
# OceanBase's seekdb, and how a dump by several sessions gets one state of the data: lock the tables, let every session start its snapshot,
# unlock.
#
# Expected: as in MySQL, nobody writes while the lock is held, and in REPEATABLE READ each session sees the rows as they were at START
# TRANSACTION WITH CONSISTENT SNAPSHOT; or the statements are refused, as FLUSH TABLES WITH READ LOCK is.
# Seen with pylibseekdb 1.4.0.post1 on 2026-11-30: both are accepted without a warning. The lock keeps nobody from writing, and the snapshot begins
# with the first read, so that two sessions which started together see different rows.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pylibseekdb==1.4.0.post1
cd "$folder"
cat > ask.py << 'PYTHON'
import os
import pylibseekdb as seekdb

seekdb.open(db_dir=os.path.join(os.getcwd(), "db"))

def session():
    connection = seekdb.connect(database="test", autocommit=True)
    cursor = connection.cursor()

    def ask(statement):
        try:
            cursor.execute(statement)
            return " ".join(str(value) for row in cursor.fetchall() for value in row) or "done"
        except Exception as error:
            return "syntax error" if "syntax" in str(error) else str(error)

    ask.connection = connection  # which is closed with its last user
    return ask

lock, writer, first, second = (session() for _ in range(4))
print(lock("SELECT VERSION()"))
print("create:", lock("CREATE TABLE orders (id INT AUTO_INCREMENT PRIMARY KEY)"))
print("flush:", lock("FLUSH TABLES WITH READ LOCK"))
print("lock:", lock("LOCK TABLES orders READ"), lock("SHOW WARNINGS"))
for reader in (first, second):
    print("level:", reader("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ"), reader("SELECT @@transaction_isolation"))
    print("snapshot:", reader("START TRANSACTION WITH CONSISTENT SNAPSHOT"), reader("SHOW WARNINGS"))
print("write under the lock:", writer("INSERT INTO orders VALUES ()"))
print("the first reader sees rows:", first("SELECT COUNT(*) FROM orders"))
print("unlock:", lock("UNLOCK TABLES"))
print("write:", writer("INSERT INTO orders VALUES ()"))
print("the first reader sees rows:", first("SELECT COUNT(*) FROM orders"))
print("the second reader sees rows:", second("SELECT COUNT(*) FROM orders"))
os._exit(0)
PYTHON
python ask.py > out 2> err || { cat out err; exit 1; }
expect 'seekdb' "$(cat out)" '5.7.25-OceanBase seekdb-v1.4.0.0
create: done
flush: syntax error
lock: done done
level: done REPEATABLE-READ
snapshot: done done
level: done REPEATABLE-READ
snapshot: done done
write under the lock: done
the first reader sees rows: 1
unlock: done
write: done
the first reader sees rows: 1
the second reader sees rows: 2'
