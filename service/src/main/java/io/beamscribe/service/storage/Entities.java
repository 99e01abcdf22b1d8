// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.storage;

import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.entities.Page;
import io.beamscribe.service.entities.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Entities in the database. Each change and the events of it are one transaction. Thread-safe. */
public final class Entities {
  /** What it needs is there: its own content, and the datasets that it is made of. */
  private static final String READY =
      " AND waits = 0 AND NOT EXISTS (SELECT 1 FROM entity_references needs"
          + " JOIN entities needed ON needed.id = needs.target WHERE needs.source = entities.id"
          + " AND needed.kind = 'DATASET' AND needed.status IN ('NotStarted', 'Running'))";

  private final Jdbi jdbi;
  private final String lock;
  private final HookEvents events;

  public Entities(Database database, HookEvents events) {
    this.jdbi = database.jdbi();
    this.lock = database.lock();
    this.events = events;
  }

  /** Adds an entity. */
  public void insert(Entity entity) {
    jdbi.useTransaction(
        handle -> {
          handle.execute(
              "INSERT INTO entities (id, kind, owner, version, version_rank, subkind, display_name,"
                  + " description, locale, status, created, last_action, expires, web_url, project,"
                  + " custom_properties, properties, hidden, waits) VALUES (?, ?, ?, ?, ?, ?, ?, ?,"
                  + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              entity.id(),
              entity.kind().name(),
              entity.owner(),
              entity.version().label(),
              entity.version().ordinal(),
              entity.subkind(),
              entity.displayName(),
              entity.description(),
              entity.locale(),
              entity.status().label(),
              entity.created().toEpochMilli(),
              entity.lastAction().toEpochMilli(),
              millis(entity.expires()),
              entity.hidden().path("webUrl").textValue(),
              entity.reference("project").orElse(null),
              Jsons.write(entity.customProperties()),
              Jsons.write(entity.properties()),
              Jsons.write(entity.hidden()),
              waits(entity));
          refer(handle, entity);
          events.add(handle, entity, "Creation");
        });
  }

  /** Finds an entity, whoever owns it. */
  public Optional<Entity> find(String id) {
    return jdbi.withHandle(handle -> find(handle, id, ""));
  }

  /** Finds an entity of one kind that belongs to an account. */
  public Optional<Entity> find(Kind kind, String owner, String id) {
    return find(id).filter(each -> each.kind() == kind && each.owner().equals(owner));
  }

  /**
   * A part of the entities of an account, oldest first. Rows are read of that part only: what is
   * before it is passed over in an index.
   */
  public Page<Entity> list(Kind kind, String owner, Condition condition, int skip, int top) {
    List<Entity> found =
        jdbi.withHandle(
            handle -> {
              Query query =
                  handle.createQuery(
                      "SELECT entities.* FROM (SELECT id AS listed FROM entities"
                          + " WHERE owner = ? AND kind = ? AND ("
                          + condition.sql()
                          + ") ORDER BY created, id LIMIT ? OFFSET ?) part"
                          + " JOIN entities ON id = listed ORDER BY created, id");
              query.bind(0, owner).bind(1, kind.name());
              int at = 2;
              for (Object value : condition.values()) {
                query.bind(at++, value);
              }
              return query.bind(at, top + 1).bind(at + 1, skip).map(Rows::entity).list();
            });
    boolean more = found.size() > top;
    return new Page<>(more ? found.subList(0, top) : found, more);
  }

  /**
   * Changes an entity as it is now.
   *
   * @return as changed; empty if there is none
   */
  public Optional<Entity> update(String id, UnaryOperator<Entity> change) {
    return jdbi.inTransaction(
        handle -> {
          Optional<Entity> before = find(handle, id, lock);
          Optional<Entity> after = before.map(change);
          after.ifPresent(next -> write(handle, next));
          return after;
        });
  }

  /**
   * Moves an entity on, if it still has the status before.
   *
   * @param change returns it with its next status
   * @return as changed; empty if it is gone or another did it
   */
  public Optional<Entity> advance(String id, Status before, UnaryOperator<Entity> change) {
    return jdbi.inTransaction(
        handle -> {
          Optional<Entity> found = find(handle, id, lock).filter(each -> each.status() == before);
          Optional<Entity> next = found.map(change);
          next.ifPresent(
              after -> {
                write(handle, after);
                if (after.status() == Status.RUNNING) {
                  events.add(handle, after, "Processing");
                } else if (after.status().ended()) {
                  events.add(handle, after, "Completion");
                }
              });
          return next;
        });
  }

  /** Deletes an entity with its files and references; of its bytes in files the caller sees. */
  public boolean delete(Entity entity) {
    return jdbi.inTransaction(
        handle -> {
          boolean there = find(handle, entity.id(), lock).isPresent();
          if (there) {
            events.add(handle, entity, "Deletion");
            handle.execute("DELETE FROM entities WHERE id = ?", entity.id());
          }
          return there;
        });
  }

  /** The entity of an account that was created last, of those that fit. */
  public Optional<Entity> newest(Kind kind, String owner, Condition condition) {
    return jdbi.withHandle(
        handle -> {
          Query query =
              handle.createQuery(
                  "SELECT * FROM entities WHERE owner = ? AND kind = ? AND ("
                      + condition.sql()
                      + ") ORDER BY created DESC LIMIT 1");
          query.bind(0, owner).bind(1, kind.name());
          int at = 2;
          for (Object value : condition.values()) {
            query.bind(at++, value);
          }
          return query.map(Rows::entity).findOne();
        });
  }

  /** Entities with a status in all accounts, oldest first. */
  public List<Entity> withStatus(Status status, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM entities WHERE status = ? ORDER BY created, id LIMIT ?")
                .bind(0, status.label())
                .bind(1, most)
                .map(Rows::entity)
                .list());
  }

  /** The oldest entity of an account that waits for work and has all that it needs. */
  public Optional<Entity> waiting(String owner, Kind kind) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM entities WHERE status = ? AND kind = ? AND owner = ?"
                        + READY
                        + " ORDER BY created LIMIT 1")
                .bind(0, Status.NOT_STARTED.label())
                .bind(1, kind.name())
                .bind(2, owner)
                .map(Rows::entity)
                .findOne());
  }

  /** The accounts of which entities of a kind wait for work. */
  public List<String> owners(Kind kind) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT DISTINCT owner FROM entities WHERE status = ? AND kind = ?" + READY)
                .bind(0, Status.NOT_STARTED.label())
                .bind(1, kind.name())
                .mapTo(String.class)
                .list());
  }

  /** Entities whose time is over. */
  public List<Entity> expired(Instant now, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM entities WHERE expires <= ? LIMIT ?")
                .bind(0, now.toEpochMilli())
                .bind(1, most)
                .map(Rows::entity)
                .list());
  }

  /** Whether others refer to an entity. */
  public boolean isReferenced(String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT 1 FROM entity_references WHERE target = ? LIMIT 1")
                .bind(0, id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  /** How many entities there are, by kind and status. */
  public Map<String, Long> counts() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT kind || ' ' || status AS name, COUNT(*) AS number FROM entities"
                        + " GROUP BY kind, status")
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Optional<Entity> find(Handle handle, String id, String ending) {
    return handle
        .createQuery("SELECT * FROM entities WHERE id = ?" + ending)
        .bind(0, id)
        .map(Rows::entity)
        .findOne();
  }

  private static void write(Handle handle, Entity entity) {
    handle.execute(
        "UPDATE entities SET display_name = ?, description = ?, status = ?, last_action = ?,"
            + " expires = ?, web_url = ?, project = ?, custom_properties = ?, properties = ?,"
            + " hidden = ?, waits = ? WHERE id = ?",
        entity.displayName(),
        entity.description(),
        entity.status().label(),
        entity.lastAction().toEpochMilli(),
        millis(entity.expires()),
        entity.hidden().path("webUrl").textValue(),
        entity.reference("project").orElse(null),
        Jsons.write(entity.customProperties()),
        Jsons.write(entity.properties()),
        Jsons.write(entity.hidden()),
        waits(entity),
        entity.id());
    handle.execute("DELETE FROM entity_references WHERE source = ?", entity.id());
    refer(handle, entity);
  }

  private static int waits(Entity entity) {
    return entity.hidden().path("waits").asBoolean() ? 1 : 0;
  }

  private static void refer(Handle handle, Entity entity) {
    List<Map.Entry<String, String>> targets = new ArrayList<>();
    entity
        .hidden()
        .path("references")
        .fields()
        .forEachRemaining(
            each -> {
              if (each.getValue().isArray()) {
                each.getValue().forEach(one -> targets.add(Map.entry(each.getKey(), one.asText())));
              } else {
                targets.add(Map.entry(each.getKey(), each.getValue().asText()));
              }
            });
    for (Map.Entry<String, String> each : targets) {
      handle.execute(
          "INSERT INTO entity_references (source, name, target) VALUES (?, ?, ?)",
          entity.id(),
          each.getKey(),
          each.getValue());
    }
  }

  private static @org.jspecify.annotations.Nullable Long millis(
      @org.jspecify.annotations.Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }
}
