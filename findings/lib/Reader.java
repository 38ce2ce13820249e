import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.format.Json;
import java.io.FileInputStream;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs a Debezium connector with the properties of a file for so many seconds; prints each change, and how it ended. */
class Reader {
  public static void main(String[] args) throws Exception {
    Properties properties = new Properties();
    properties.load(new FileInputStream(args[0]));
    var engine =
        DebeziumEngine.create(Json.class)
            .using(properties)
            .using(
                (success, message, error) -> {
                  Throwable cause = error;
                  while (cause != null && cause.getCause() != null) cause = cause.getCause();
                  System.out.println("end " + (cause == null ? "without an error" : cause.getMessage()));
                })
            .notifying(record -> System.out.println("change " + record.value()))
            .build();
    var runner = Executors.newSingleThreadExecutor();
    runner.execute(engine);
    runner.shutdown();
    if (!runner.awaitTermination(Long.parseLong(args[1]), TimeUnit.SECONDS)) engine.close();
    System.exit(0);
  }
}
