// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.storage;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jdbi.v3.core.Jdbi;

/** Secrets of the service itself, made once. Thread-safe. */
public final class Secrets {
  private final Jdbi jdbi;

  public Secrets(Database database) {
    this.jdbi = database.jdbi();
  }

  /** A secret by its name, 32 random bytes, the same at each call. */
  public byte[] get(String name) {
    byte[] fresh = new byte[32];
    new SecureRandom().nextBytes(fresh);
    return HexFormat.of()
        .parseHex(
            jdbi.inTransaction(
                handle -> {
                  handle.execute(
                      "INSERT INTO secrets (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING",
                      name,
                      HexFormat.of().formatHex(fresh));
                  return handle
                      .createQuery("SELECT value FROM secrets WHERE name = ?")
                      .bind(0, name)
                      .mapTo(String.class)
                      .one();
                }));
  }
}
