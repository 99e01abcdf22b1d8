// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.storage;

import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.entities.Page;
import io.beamscribe.service.entities.StoredFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** What is known about files of entities; their bytes are elsewhere. Thread-safe. */
public final class Files {
  private final Jdbi jdbi;

  public Files(Database database) {
    this.jdbi = database.jdbi();
  }

  /** Replaces the files of an entity. */
  public void replace(String entity, List<StoredFile> files) {
    jdbi.useTransaction(
        handle -> {
          handle.execute("DELETE FROM files WHERE entity = ?", entity);
          insert(handle, files, 0);
        });
  }

  /** Adds files to those of their entity. */
  public void add(List<StoredFile> files) {
    jdbi.useTransaction(
        handle -> {
          int last =
              handle
                  .createQuery("SELECT COALESCE(MAX(position), -1) FROM files WHERE entity = ?")
                  .bind(0, files.get(0).entity())
                  .mapTo(Integer.class)
                  .one();
          insert(handle, files, last + 1);
        });
  }

  private static void insert(Handle handle, List<StoredFile> files, int first) {
    int position = first;
    for (StoredFile file : files) {
      handle.execute(
          "INSERT INTO files (id, entity, owner, name, kind, size, created, location,"
              + " duration, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          file.id(),
          file.entity(),
          file.owner(),
          file.name(),
          file.kind(),
          file.size(),
          file.created().toEpochMilli(),
          file.location(),
          file.durationMilliseconds(),
          position++);
    }
  }

  /** Files of entities of a kind that were made before a time, as many as asked for at most. */
  public List<StoredFile> before(Kind kind, Instant time, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM files WHERE created < ? AND entity IN"
                        + " (SELECT id FROM entities WHERE kind = ?) ORDER BY created LIMIT ?")
                .bind(0, time.toEpochMilli())
                .bind(1, kind.name())
                .bind(2, most)
                .map(Rows::file)
                .list());
  }

  /** A part of the files of an entity, in their order. */
  public Page<StoredFile> list(String entity, Condition condition, int skip, int top) {
    List<StoredFile> found =
        jdbi.withHandle(
            handle -> {
              Query query =
                  handle.createQuery(
                      "SELECT * FROM files WHERE entity = ? AND ("
                          + condition.sql()
                          + ") ORDER BY position, id LIMIT ? OFFSET ?");
              query.bind(0, entity);
              int at = 1;
              for (Object value : condition.values()) {
                query.bind(at++, value);
              }
              return query.bind(at, top + 1).bind(at + 1, skip).map(Rows::file).list();
            });
    boolean more = found.size() > top;
    return new Page<>(more ? found.subList(0, top) : found, more);
  }

  /** Forgets files; of their bytes the caller sees. */
  public void remove(List<String> ids) {
    jdbi.useTransaction(
        handle -> ids.forEach(id -> handle.execute("DELETE FROM files WHERE id = ?", id)));
  }

  public Optional<StoredFile> find(String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM files WHERE id = ?")
                .bind(0, id)
                .map(Rows::file)
                .findOne());
  }
}
