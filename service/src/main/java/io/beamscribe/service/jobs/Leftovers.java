// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import io.beamscribe.service.content.DataFolder;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.storage.Entities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a process that was killed left in the folder: the work of entities that have ended, and all
 * of entities that are deleted. Such a process was between the database and the folder, which do
 * not change together.
 */
final class Leftovers {
  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

  private final Entities entities;
  private final DataFolder folder;
  private final Instant start;

  /**
   * @param start of this process, which may store files of an entity before the entity
   */
  Leftovers(Entities entities, DataFolder folder, Instant start) {
    this.entities = entities;
    this.folder = folder;
    this.start = start;
  }

  /**
   * Deletes it. Nothing is deleted if the folder has files of more entities that the database does
   * not know than of those that it knows: it is rather the wrong database for this folder, or an
   * old copy, as kills leave little.
   */
  void delete() {
    List<String> gone = new ArrayList<>();
    AtomicInteger known = new AtomicInteger();
    folder.eachFiles(
        start,
        id -> {
          if (entities.find(id).isEmpty()) {
            gone.add(id);
          } else {
            known.incrementAndGet();
          }
        });
    if (entities.counts().isEmpty() || gone.size() > known.get()) {
      if (!gone.isEmpty()) {
        LOG.warn(
            "The folder of data has files of {} entities that the database does not know, and of {}"
                + " that it knows: nothing is deleted, as it may be another one's folder",
            gone.size(),
            known);
      }
      return;
    }
    folder.eachWork(
        start,
        id -> {
          if (entities.find(id).map(Entity::status).filter(status -> !status.ended()).isEmpty()) {
            LOG.info("Deleting what is left of the work of {}", id);
            folder.deleteWork(id);
          }
        });
    for (String id : gone) {
      LOG.info("Deleting files of {}, which is no more", id);
      folder.delete(id);
    }
  }
}
