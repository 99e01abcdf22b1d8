// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/** The databases that the service runs on: tests of what it stores run on each. */
public enum Databases {
  SQLITE,
  POSTGRESQL;

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /**
   * The URL of an empty database of its own. Where PostgreSQL cannot run, the test is skipped.
   *
   * @param folder for the file of SQLite
   */
  public String fresh(Path folder) throws SQLException {
    int number = NUMBER.incrementAndGet();
    if (this == SQLITE) {
      return "jdbc:sqlite:" + folder.resolve("test" + number + ".db");
    }
    EmbeddedPostgres server = Server.RUNNING;
    Assumptions.assumeTrue(server != null, "PostgreSQL cannot run here: " + Server.why);
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE test" + number);
    }
    return server.getJdbcUrl("postgres", "test" + number);
  }

  /** One server for all tests of a JVM; it is started with the first and stops with the JVM. */
  private static final class Server {
    private static String why = "";
    private static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        return server;
      } catch (IOException | RuntimeException | LinkageError e) {
        why = String.valueOf(e.getMessage());
        return null;
      }
    }

    private static void stop(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        // It ends with the machine.
      }
    }
  }
}
