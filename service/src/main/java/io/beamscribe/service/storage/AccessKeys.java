// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Keys of callers; of a secret only its digest is stored. Thread-safe. */
public final class AccessKeys {
  private final Jdbi jdbi;

  /**
   * A key.
   *
   * @param owner the account whose entities it sees
   */
  public record AccessKey(String id, String name, String role, String owner, Instant created) {}

  public AccessKeys(Database database) {
    this.jdbi = database.jdbi();
  }

  public void insert(AccessKey key, String secretHash) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO access_keys (id, name, secret_hash, role, owner, created)"
                    + " VALUES (?, ?, ?, ?, ?, ?)",
                key.id(),
                key.name(),
                secretHash,
                key.role(),
                key.owner(),
                key.created().toEpochMilli()));
  }

  public Optional<AccessKey> find(String secretHash) {
    return select("WHERE secret_hash = ?", secretHash).stream().findFirst();
  }

  public Optional<AccessKey> byId(String id) {
    return select("WHERE id = ?", id).stream().findFirst();
  }

  public List<AccessKey> all() {
    return select("WHERE ? = ''", "");
  }

  public boolean delete(String id) {
    return jdbi.withHandle(
        handle -> handle.execute("DELETE FROM access_keys WHERE id = ?", id) > 0);
  }

  private List<AccessKey> select(String where, String value) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM access_keys " + where + " ORDER BY created")
                .bind(0, value)
                .map(
                    (row, context) ->
                        new AccessKey(
                            row.getString("id"),
                            row.getString("name"),
                            row.getString("role"),
                            row.getString("owner"),
                            Instant.ofEpochMilli(row.getLong("created"))))
                .list());
  }
}
