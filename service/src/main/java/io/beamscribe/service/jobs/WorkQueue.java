// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.content.DataFolder;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Status;
import io.beamscribe.service.storage.Entities;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one kind of work, several at a time, taking turns between accounts: the next is the oldest
 * of the account that has the least running. What waits and what was begun is in the database, so a
 * process that dies loses nothing; the next one goes on with what was begun. Thread-safe.
 */
public final class WorkQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);
  private static final int LOOK_MILLIS = 1000;
  private static final int STOP_SECONDS = 20;

  private final Entities entities;
  private final DataFolder folder;
  private final Work work;
  private final int atOnce;
  private final ExecutorService workers;
  private final Thread dispatcher;
  private final Map<String, Integer> running = new HashMap<>();
  private int busy;
  private final Semaphore signals = new Semaphore(1);
  private volatile boolean closed;

  public WorkQueue(Entities entities, DataFolder folder, Work work, int atOnce) {
    this.entities = entities;
    this.folder = folder;
    this.work = work;
    this.atOnce = atOnce;
    String name = work.kind().word();
    this.workers = Executors.newFixedThreadPool(atOnce, task -> new Thread(task, name));
    this.dispatcher = new Thread(this::dispatch, name + "-queue");
    dispatcher.setDaemon(true);
  }

  /** Goes on with what an earlier process began, and begins to take new work. */
  public void start() {
    entities.withStatus(Status.RUNNING, Integer.MAX_VALUE).stream()
        .filter(entity -> entity.kind() == work.kind())
        .forEach(this::submit);
    dispatcher.start();
  }

  /** Says that there may be new work. */
  public void wake() {
    signals.release();
  }

  private void dispatch() {
    while (!closed) {
      try {
        signals.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        signals.drainPermits();
        Optional<Entity> next = next();
        while (next.isPresent() && !closed) {
          submit(next.get());
          next = next();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (!closed) {
          LOG.error("The queue of {}s fails", work.kind().word(), e);
        }
      }
    }
  }

  /** Claims the next entity, if a worker is free. */
  private Optional<Entity> next() {
    List<String> owners;
    synchronized (this) {
      if (busy >= atOnce) {
        return Optional.empty();
      }
      owners =
          entities.owners(work.kind()).stream()
              .sorted(Comparator.comparing(owner -> running.getOrDefault(owner, 0)))
              .toList();
    }
    for (String owner : owners) {
      Optional<Entity> claimed =
          entities
              .waiting(owner, work.kind())
              .flatMap(
                  found ->
                      entities.advance(
                          found.id(),
                          Status.NOT_STARTED,
                          each ->
                              each.with(Status.RUNNING, Instant.now(), null, each.properties())));
      if (claimed.isPresent()) {
        return claimed;
      }
    }
    return Optional.empty();
  }

  private void submit(Entity entity) {
    synchronized (this) {
      busy++;
      running.merge(entity.owner(), 1, Integer::sum);
    }
    workers.execute(
        () -> {
          try {
            run(entity);
          } finally {
            synchronized (this) {
              busy--;
              running.merge(entity.owner(), -1, Integer::sum);
              running.remove(entity.owner(), 0);
            }
            wake();
          }
        });
  }

  private void run(Entity entity) {
    try {
      ObjectNode results = work.run(entity);
      end(entity, Status.SUCCEEDED, results);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.info("{} {} goes on at the next start", entity.kind().word(), entity.id());
    } catch (WorkException e) {
      LOG.info("{} {} failed: {}", entity.kind().word(), entity.id(), e.getMessage());
      fail(entity, e.code(), e.getMessage());
    } catch (RuntimeException | Error e) {
      if (closed) {
        return; // what it needs is closed already; it is done again at the next start
      }
      LOG.error("{} {} failed", entity.kind().word(), entity.id(), e);
      fail(entity, "InternalServerError", "The service failed; its log says why.");
    }
  }

  private void fail(Entity entity, String code, @Nullable String message) {
    ObjectNode results = Jsons.object();
    results.putObject("error").put("code", code).put("message", message);
    end(entity, Status.FAILED, results);
    clean(entity.id(), folder::deleteFiles); // half a model, a text without a usable line
  }

  private void end(Entity entity, Status status, ObjectNode results) {
    Instant now = Instant.now();
    entities.advance(
        entity.id(),
        Status.RUNNING,
        each ->
            each.with(
                status,
                now,
                lifetime(each).map(now::plus).orElse(null),
                each.properties().deepCopy().setAll(results)));
    leave(entity.id());
  }

  /** Takes away what only the work needed; of an entity deleted meanwhile, all that it made. */
  private void leave(String id) {
    clean(id, entities.find(id).isPresent() ? folder::deleteWork : folder::delete);
  }

  private void clean(String id, Consumer<String> deletion) {
    try {
      deletion.accept(id);
    } catch (UncheckedIOException e) {
      LOG.warn("What {} {} does not need stays", work.kind().word(), id, e);
    }
  }

  private static Optional<Duration> lifetime(Entity entity) {
    long minutes = entity.hidden().path("timeToLiveMinutes").asLong();
    return minutes > 0 ? Optional.of(Duration.ofMinutes(minutes)) : Optional.empty();
  }

  @Override
  public void close() {
    closed = true;
    dispatcher.interrupt();
    workers.shutdownNow();
    try {
      if (!workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Some {}s did not stop in time", work.kind().word());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
