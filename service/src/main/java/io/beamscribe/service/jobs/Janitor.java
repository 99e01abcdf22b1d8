// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import io.beamscribe.service.content.DataFolder;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.entities.StoredFile;
import io.beamscribe.service.storage.Entities;
import io.beamscribe.service.storage.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes entities whose time is over, with all that belongs to them, old logs of endpoints, and at
 * the start what an earlier process left.
 */
public final class Janitor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Janitor.class);
  private static final int LOOK_SECONDS = 10;
  private static final int BATCH = 100;
  private static final Duration LOGS = Duration.ofDays(30);

  /** All files are looked at for those that are old. */
  private static final Duration LOOK_AT_LOGS = Duration.ofHours(1);

  private final Entities entities;
  private final Files files;
  private final DataFolder folder;
  private final Leftovers leftovers;
  private Instant nextLogs = Instant.EPOCH;
  private final Thread thread = new Thread(this::look, "janitor");

  public Janitor(Entities entities, Files files, DataFolder folder) {
    this.entities = entities;
    this.files = files;
    this.folder = folder;
    this.leftovers = new Leftovers(entities, folder, Instant.now());
    thread.setDaemon(true);
  }

  /** Begins. */
  public void start() {
    thread.start();
  }

  private void look() {
    try {
      leftovers.delete();
    } catch (RuntimeException e) {
      LOG.warn("What an earlier process left cannot be deleted", e);
    }
    while (!Thread.currentThread().isInterrupted()) {
      try {
        for (Entity entity : entities.expired(Instant.now(), BATCH)) {
          entities.delete(entity);
          folder.delete(entity.id());
        }
        if (!Instant.now().isBefore(nextLogs)) {
          deleteLogs();
          nextLogs = Instant.now().plus(LOOK_AT_LOGS);
        }
        TimeUnit.SECONDS.sleep(LOOK_SECONDS);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("Entities whose time is over cannot be deleted", e);
      }
    }
  }

  private void deleteLogs() {
    List<StoredFile> old;
    do {
      old = files.before(Kind.ENDPOINT, Instant.now().minus(LOGS), BATCH);
      old.forEach(log -> folder.deleteFile(log.location()));
      files.remove(old.stream().map(StoredFile::id).toList());
    } while (old.size() == BATCH);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
