// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** The open database, migrated to this version. Thread-safe. */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 8;

  private final HikariDataSource source;
  private final Jdbi jdbi;
  private final boolean locksRows;

  private Database(HikariDataSource source, boolean locksRows) {
    this.source = source;
    this.locksRows = locksRows;
    this.jdbi = Jdbi.create(source);
  }

  /**
   * Opens a database and migrates it.
   *
   * @param url of JDBC: {@code jdbc:postgresql:...} or {@code jdbc:sqlite:...}
   */
  public static Database open(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setPoolName("beamscribe");
    boolean file = url.startsWith("jdbc:sqlite:");
    if (file) {
      // Transactions take the lock to write at once: one that asks for it late can only fail.
      config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
      config.addDataSourceProperty("journal_mode", "WAL");
      config.addDataSourceProperty("synchronous", "FULL");
      config.addDataSourceProperty("busy_timeout", "30000");
      config.addDataSourceProperty("foreign_keys", "true");
      // 16 MB for each connection: an index of a hundred thousand entities, for pages far into a
      // list.
      config.addDataSourceProperty("cache_size", "-16000");
    }
    HikariDataSource source = new HikariDataSource(config);
    try {
      Flyway.configure(Database.class.getClassLoader())
          .dataSource(source)
          .locations("classpath:io/beamscribe/service/storage")
          .load()
          .migrate();
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
    return new Database(source, !file);
  }

  /** The URL of the database that needs no other set-up: a file in a folder. */
  public static String inFolder(Path folder) {
    return "jdbc:sqlite:" + folder.resolve("beamscribe.db").toAbsolutePath();
  }

  Jdbi jdbi() {
    return jdbi;
  }

  /**
   * What a query of a row ends with that the same transaction then changes, so that no other does
   * between. A transaction of SQLite has the whole file for itself.
   */
  String lock() {
    return locksRows ? " FOR UPDATE" : "";
  }

  /** Whether it answers. */
  public boolean healthy() {
    try {
      return jdbi.withHandle(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one())
          == 1;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
