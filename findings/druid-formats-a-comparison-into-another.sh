#!/usr/bin/env bash
# Alibaba Druid's formatter of SQL, and the query by which a table of PostgreSQL is compared with its copy, in both directions.
#
# Expected: a formatted statement asks the same question, with the brackets that it needs; what cannot be read is given back with a warning.
# Seen with Druid 1.2.27 and PostgreSQL 18.4 on 2026-12-01: the brackets around a part of UNION and EXCEPT are dropped, so what is missing in the
# copy is not found any more, only what is too much in it. For MySQL they stay. No error, no warning.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

java_with com.alibaba:druid:1.2.27 org.postgresql:postgresql:42.7.7
start_postgres 18.4.0
cd "$folder"
cat > Format.java << 'JAVA'
import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.SQLUtils;
import java.sql.*;
import java.util.StringJoiner;

class Format {
  static String ask(Statement server, String statement) throws SQLException {
    var all = new StringJoiner(" ", "[", "]");
    try (ResultSet rows = server.executeQuery(statement)) {
      while (rows.next()) all.add(rows.getString(1));
    }
    return all.toString();
  }

  public static void main(String[] args) throws Exception {
    try (Connection connection = DriverManager.getConnection(args[0]); Statement server = connection.createStatement()) {
      server.execute("CREATE TABLE orders AS SELECT unnest(ARRAY['one', 'two', 'three']) AS name");
      server.execute("CREATE TABLE copy AS SELECT unnest(ARRAY['one', 'more']) AS name");
      for (String question : new String[] {
        "(SELECT * FROM orders EXCEPT SELECT * FROM copy) UNION ALL (SELECT * FROM copy EXCEPT SELECT * FROM orders) ORDER BY 1",
        "SELECT * FROM orders EXCEPT (SELECT * FROM orders EXCEPT SELECT * FROM copy)",
        "SELECT * FROM copy WHERE name = 'one' UNION ALL (SELECT * FROM orders WHERE name = 'one' UNION SELECT 'one')"
      }) {
        String formatted = SQLUtils.format(question, DbType.postgresql);
        System.out.println(ask(server, question) + " and formatted " + ask(server, formatted));
      }
      String nested = "SELECT 1 EXCEPT (SELECT 2 EXCEPT SELECT 1)";
      for (DbType type : new DbType[] {DbType.mysql, DbType.postgresql})
        System.out.println(type + ": " + SQLUtils.format(nested, type).replaceAll("\\s+", " "));
    }
  }
}
JAVA
java -cp "$classpath" Format.java "jdbc:postgresql://127.0.0.1:$port/postgres?user=postgres" > out 2> err || { cat err >&2; exit 1; }
expect 'warnings' "$(grep -ci warning err || true)" 0
expect 'PostgreSQL' "$(cat out)" '[more three two] and formatted [more]
[one] and formatted []
[one one] and formatted [one]
mysql: SELECT 1 EXCEPT (SELECT 2 EXCEPT SELECT 1)
postgresql: SELECT 1 EXCEPT SELECT 2 EXCEPT SELECT 1'
