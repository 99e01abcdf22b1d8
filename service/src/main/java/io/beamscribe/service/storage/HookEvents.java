// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Events on their way to web hooks. They are stored with the change that they tell of, so that none
 * is lost, and keep their id until delivered. Thread-safe.
 */
public final class HookEvents {
  private final Jdbi jdbi;
  private final BiFunction<Entity, Entity, String> address;

  /**
   * An event to deliver.
   *
   * @param id the same at each attempt
   * @param event such as {@code TranscriptionCompletion}
   * @param next when it is to be tried
   */
  public record Due(
      String id, String hook, String event, String body, int attempts, Instant next) {}

  /**
   * @param address the address of an entity, as the second, a hook, is to name it
   */
  public HookEvents(Database database, BiFunction<Entity, Entity, String> address) {
    this.jdbi = database.jdbi();
    this.address = address;
  }

  /** Adds an event for each hook of the account that asks for it and knows entities so new. */
  void add(Handle handle, Entity entity, String phase) {
    if (!entity.kind().hasEvents()) {
      return;
    }
    String member = entity.kind().word() + phase;
    List<Entity> hooks =
        handle
            .createQuery(
                "SELECT * FROM entities WHERE owner = ? AND kind = ? AND version_rank >= ?")
            .bind(0, entity.owner())
            .bind(1, Kind.WEBHOOK.name())
            .bind(2, entity.version().ordinal())
            .map(Rows::entity)
            .list();
    for (Entity hook : hooks) {
      if (hook.hidden().path("events").path(member).asBoolean()
          && hook.hidden().path("validated").asBoolean()) {
        String id = UUID.randomUUID().toString();
        ObjectNode body = Jsons.object().put("self", address.apply(entity, hook));
        body.put("invocationId", id);
        insert(handle, id, hook.id(), event(member), Jsons.write(body));
      }
    }
  }

  /** Adds an event that is not of a change. */
  public void add(String hook, String event, String id, String body) {
    jdbi.useHandle(handle -> insert(handle, id, hook, event, body));
  }

  /** The name of an event in headers. */
  public static String event(String member) {
    return Character.toUpperCase(member.charAt(0)) + member.substring(1);
  }

  private static void insert(Handle handle, String id, String hook, String event, String body) {
    long now = Instant.now().toEpochMilli();
    handle.execute(
        "INSERT INTO hook_events (id, hook, event, body, attempts, next_attempt, created, number)"
            + " VALUES (?, ?, ?, ?, 0, ?, ?,"
            + " (SELECT COALESCE(MAX(number), 0) + 1 FROM hook_events WHERE hook = ?))",
        id,
        hook,
        event,
        body,
        now,
        now,
        hook);
  }

  /** Hooks whose first event is due. Those that wait behind one that is not are not, either. */
  public List<String> due(Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT hook FROM entities JOIN hook_events ON hook_events.id = (SELECT id FROM"
                        + " hook_events first WHERE first.hook = entities.id"
                        + " ORDER BY number, created LIMIT 1)"
                        + " WHERE kind = 'WEBHOOK' AND next_attempt <= ? ORDER BY next_attempt")
                .bind(0, now.toEpochMilli())
                .mapTo(String.class)
                .list());
  }

  /** The first event of a hook, if it is due. */
  public Optional<Due> first(String hook, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM hook_events WHERE hook = ? ORDER BY number, created LIMIT 1")
                .bind(0, hook)
                .map(
                    (row, context) ->
                        new Due(
                            row.getString("id"),
                            row.getString("hook"),
                            row.getString("event"),
                            row.getString("body"),
                            row.getInt("attempts"),
                            Instant.ofEpochMilli(row.getLong("next_attempt"))))
                .findOne()
                .filter(event -> !event.next().isAfter(now)));
  }

  /** Forgets an event that was delivered, or will not be. */
  public void remove(String id) {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM hook_events WHERE id = ?", id));
  }

  /** Puts off the next attempt. */
  public void postpone(String id, Instant until) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE hook_events SET attempts = attempts + 1, next_attempt = ? WHERE id = ?",
                until.toEpochMilli(),
                id));
  }

  /** Number of events that are not delivered yet. */
  public long waiting() {
    return jdbi.withHandle(
        handle -> handle.createQuery("SELECT COUNT(*) FROM hook_events").mapTo(Long.class).one());
  }
}
