// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import io.beamscribe.service.content.DataFolder;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.storage.Entities;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes entities whose time is over, with all that belongs to them. */
public final class Janitor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Janitor.class);
  private static final int LOOK_SECONDS = 10;
  private static final int BATCH = 100;

  private final Entities entities;
  private final DataFolder folder;
  private final Thread thread = new Thread(this::look, "janitor");

  public Janitor(Entities entities, DataFolder folder) {
    this.entities = entities;
    this.folder = folder;
    thread.setDaemon(true);
  }

  /** Begins. */
  public void start() {
    thread.start();
  }

  private void look() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        for (Entity entity : entities.expired(Instant.now(), BATCH)) {
          entities.delete(entity);
          folder.delete(entity.id());
        }
        TimeUnit.SECONDS.sleep(LOOK_SECONDS);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("Entities whose time is over cannot be deleted", e);
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
