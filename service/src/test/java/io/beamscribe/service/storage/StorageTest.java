// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.ApiVersion;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.entities.Status;
import io.beamscribe.service.entities.StoredFile;
import io.beamscribe.service.testing.Databases;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is stored, on each database. */
class StorageTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  @TempDir Path folder;

  private static Entities entities(Database database) {
    return new Entities(database, events(database));
  }

  private static HookEvents events(Database database) {
    return new HookEvents(database, (entity, hook) -> "https://host/" + entity.id());
  }

  private static Entity entity(Kind kind, String owner, Instant created, ObjectNode hidden) {
    return new Entity(
        UUID.randomUUID().toString(),
        kind,
        owner,
        ApiVersion.V3_2,
        "",
        "name",
        null,
        "en-US",
        Status.NOT_STARTED,
        created,
        created,
        null,
        Jsons.object(),
        Jsons.object(),
        hidden);
  }

  private static Entity with(Entity entity, Status status) {
    return entity.with(status, NOON, null, entity.properties());
  }

  private static ObjectNode refers(String name, Entity target) {
    ObjectNode hidden = Jsons.object();
    hidden.putObject("references").putArray(name).add(target.id());
    return hidden;
  }

  @ParameterizedTest
  @EnumSource
  void pagesOfAListHaveEachEntityOfTheAccountOnceAndInOrder(Databases kind) throws Exception {
    try (Database database = Database.open(kind.fresh(folder))) {
      Entities entities = entities(database);
      List<Entity> all =
          IntStream.range(0, 25)
              .mapToObj(
                  i ->
                      entity(
                          Kind.PROJECT, "one", NOON.plusMillis(i / 2 % 3 * 1000L), Jsons.object()))
              .toList();
      all.forEach(entities::insert);
      entities.insert(entity(Kind.PROJECT, "two", NOON, Jsons.object()));
      entities.insert(entity(Kind.ENDPOINT, "one", NOON, Jsons.object()));
      List<Entity> paged =
          IntStream.of(0, 10, 20)
              .mapToObj(skip -> entities.list(Kind.PROJECT, "one", Condition.ALL, skip, 10))
              .flatMap(page -> page.values().stream())
              .toList();
      assertThat(paged).containsExactlyInAnyOrderElementsOf(all);
      assertThat(paged).extracting(Entity::created).isSorted();
      assertThat(entities.list(Kind.PROJECT, "one", Condition.ALL, 10, 10).more()).isTrue();
      assertThat(entities.list(Kind.PROJECT, "one", Condition.ALL, 20, 10).more()).isFalse();
      Condition later = new Condition("created >= ?", List.of(NOON.plusMillis(1).toEpochMilli()));
      assertThat(entities.list(Kind.PROJECT, "one", later, 0, 100).values())
          .hasSameElementsAs(all.stream().filter(each -> each.created().isAfter(NOON)).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEntityIsMovedOnOnce(Databases kind) throws Exception {
    try (Database database = Database.open(kind.fresh(folder))) {
      Entities entities = entities(database);
      Entity entity = entity(Kind.ENDPOINT, "one", NOON, Jsons.object());
      entities.insert(entity);
      List<Optional<Entity>> claims =
          IntStream.range(0, 8)
              .parallel()
              .mapToObj(
                  i ->
                      entities.advance(
                          entity.id(), Status.NOT_STARTED, now -> with(now, Status.RUNNING)))
              .toList();
      assertThat(claims).filteredOn(Optional::isPresent).hasSize(1);
      assertThat(entities.counts()).containsEntry("ENDPOINT Running", 1L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void workWaitsForContentAndForTheDatasetsThatItIsMadeOf(Databases kind) throws Exception {
    try (Database database = Database.open(kind.fresh(folder))) {
      Entities entities = entities(database);
      Entity dataset = entity(Kind.DATASET, "one", NOON, Jsons.object().put("waits", true));
      entities.insert(dataset);
      Entity model = entity(Kind.MODEL, "one", NOON, refers("datasets", dataset));
      entities.insert(model);
      assertThat(entities.waiting("one", Kind.DATASET)).isEmpty();
      entities.update(
          dataset.id(), now -> now.withHidden(now.hidden().deepCopy().put("waits", false)));
      assertThat(entities.waiting("one", Kind.DATASET)).isPresent();
      assertThat(entities.owners(Kind.MODEL)).isEmpty();
      entities.advance(dataset.id(), Status.NOT_STARTED, now -> with(now, Status.RUNNING));
      assertThat(entities.waiting("one", Kind.MODEL)).isEmpty();
      entities.advance(dataset.id(), Status.RUNNING, now -> with(now, Status.FAILED));
      assertThat(entities.waiting("one", Kind.MODEL)).isPresent();
      assertThat(entities.owners(Kind.MODEL)).containsExactly("one");
      assertThat(entities.isReferenced(dataset.id())).isTrue();
      assertThat(entities.delete(model)).isTrue();
      assertThat(entities.delete(model)).isFalse();
      assertThat(entities.isReferenced(dataset.id())).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void eventsOfAHookComeInOrderAndWaitForTheFirst(Databases kind) throws Exception {
    try (Database database = Database.open(kind.fresh(folder))) {
      Entities entities = entities(database);
      HookEvents events = events(database);
      ObjectNode hidden = Jsons.object().put("validated", true);
      hidden.putObject("events").put("endpointCreation", true).put("endpointCompletion", true);
      Entity hook = entity(Kind.WEBHOOK, "one", NOON, hidden);
      entities.insert(hook);
      Entity other = entity(Kind.WEBHOOK, "two", NOON, hidden);
      entities.insert(other);
      Entity endpoint = entity(Kind.ENDPOINT, "one", NOON, Jsons.object());
      entities.insert(endpoint);
      entities.advance(endpoint.id(), Status.NOT_STARTED, now -> with(now, Status.RUNNING));
      entities.advance(endpoint.id(), Status.RUNNING, now -> with(now, Status.SUCCEEDED));
      events.add(other.id(), "Ping", "other", "{}");
      Instant soon = Instant.now().plusSeconds(5);
      assertThat(events.due(soon)).containsExactlyInAnyOrder(hook.id(), other.id());
      HookEvents.Due first = events.first(hook.id(), soon).orElseThrow();
      assertThat(first.event()).isEqualTo("EndpointCreation");
      events.postpone(first.id(), soon.plusSeconds(60));
      assertThat(events.due(soon)).containsExactly(other.id());
      assertThat(events.first(hook.id(), soon)).isEmpty();
      assertThat(events.first(hook.id(), soon.plusSeconds(60)))
          .hasValueSatisfying(again -> assertThat(again.id()).isEqualTo(first.id()))
          .hasValueSatisfying(again -> assertThat(again.attempts()).isEqualTo(1));
      events.remove(first.id());
      assertThat(events.first(hook.id(), soon).orElseThrow().event())
          .isEqualTo("EndpointCompletion");
      entities.delete(hook);
      assertThat(events.waiting()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void filesAreReplacedTogetherAndGoWithTheirEntity(Databases kind) throws Exception {
    try (Database database = Database.open(kind.fresh(folder))) {
      Entities entities = entities(database);
      Files files = new Files(database);
      Entity entity = entity(Kind.TRANSCRIPTION, "one", NOON, Jsons.object());
      entities.insert(entity);
      List<StoredFile> stored = List.of(file(entity, "b.json", 5L), file(entity, "a.json", null));
      files.replace(entity.id(), List.of(file(entity, "old", null)));
      files.replace(entity.id(), stored);
      assertThat(files.list(entity.id(), Condition.ALL, 0, 10).values()).isEqualTo(stored);
      assertThat(files.list(entity.id(), Condition.ALL, 1, 10).values())
          .isEqualTo(stored.subList(1, 2));
      entities.delete(entity);
      assertThat(files.find(stored.get(0).id())).isEmpty();
    }
  }

  private static StoredFile file(Entity of, String name, Long duration) {
    String id = UUID.randomUUID().toString();
    return new StoredFile(
        id, of.id(), of.owner(), name, "Transcription", 3L << 32, NOON, "files/" + id, duration);
  }

  @ParameterizedTest
  @EnumSource
  void secretsAndEntitiesOutliveTheProcess(Databases kind) throws Exception {
    String url = kind.fresh(folder);
    Entity entity =
        entity(Kind.PROJECT, "one", NOON, Jsons.object().put("secret", "s\u0001\uD83D\uDE00"));
    byte[] secret;
    try (Database database = Database.open(url)) {
      entities(database).insert(entity);
      secret = new Secrets(database).get("files");
    }
    try (Database database = Database.open(url)) {
      assertThat(entities(database).find(entity.id())).contains(entity);
      assertThat(new Secrets(database).get("files")).isEqualTo(secret);
    }
  }

  /** What the first version of the tables stored is there after all migrations. */
  @ParameterizedTest
  @EnumSource
  void olderDatabasesAreMigratedWithWhatIsInThem(Databases kind) throws Exception {
    String url = kind.fresh(folder);
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(url, null, null)
        .locations("classpath:io/beamscribe/service/storage")
        .target("1")
        .load()
        .migrate();
    Jdbi.create(url)
        .useHandle(
            handle -> {
              for (boolean waits : new boolean[] {true, false}) {
                handle.execute(
                    "INSERT INTO entities (id, kind, owner, version, version_rank, subkind,"
                        + " display_name, locale, status, created, last_action, custom_properties,"
                        + " properties, hidden) VALUES (?, 'DATASET', 'one', 'v3.2', 2, 'Language',"
                        + " 'd', 'en-US', 'NotStarted', 1, 1, '{}', '{}', ?)",
                    "waits-" + waits,
                    "{\"waits\":" + waits + "}");
              }
            });
    try (Database database = Database.open(url)) {
      Entities entities = entities(database);
      assertThat(entities.waiting("one", Kind.DATASET).orElseThrow().id()).isEqualTo("waits-false");
      assertThat(entities.list(Kind.DATASET, "one", Condition.ALL, 0, 10).values()).hasSize(2);
      assertThat(database.healthy()).isTrue();
    }
  }
}
