// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.storage.ObjectStorage;
import io.beamscribe.transforms.storage.shared.StoredObject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.beam.sdk.annotations.Internal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the marker index in object storage: each run writes its entries as one object, which is
 * never changed, so concurrent runs do not interfere. It is a cache: the markers are what counts.
 * Local folders have none, since reading their markers is as fast as listing them.
 */
@Internal
public final class MarkerIndexFiles {
  private static final Logger LOG = LoggerFactory.getLogger(MarkerIndexFiles.class);

  /** For fewer files the markers are read, at a request each. */
  private static final int FEW = 50;

  /** Objects listed by one request. */
  private static final long NAMES = 1000;

  private static final int MOST_OBJECTS = 8;

  private final OutputLayout output;
  private final ObjectStorage storage;
  private final String run;

  public MarkerIndexFiles(OutputLayout output, String run) {
    this.output = output;
    this.storage = new ObjectStorage(output.storage());
    this.run = run;
  }

  /**
   * Reads the index and lists the markers.
   *
   * @param files number of files to look up; if listing takes more requests than reading their
   *     markers, the index returned is empty
   */
  public MarkerIndex read(long files) {
    if (files < FEW || !storage.has(output.root())) {
      return MarkerIndex.empty();
    }
    try {
      List<StoredObject> objects = objects();
      long entries = objects.stream().mapToLong(each -> MarkerIndex.entries(each.size())).sum();
      // At most as many requests as it saves.
      long most = Math.min(files, entries) * NAMES;
      if (Math.max(files, entries) > most) {
        return MarkerIndex.empty();
      }
      List<byte[]> contents = new ArrayList<>();
      for (StoredObject each : objects) {
        contents.add(content(each));
      }
      MarkerIndex index = MarkerIndex.of(contents);
      contents.clear();
      if (list(index, most)) {
        tidy(index, objects);
      }
      return index;
    } catch (IOException e) {
      LOG.warn("The marker index cannot be read; reading the markers instead", e);
      return MarkerIndex.empty();
    }
  }

  /**
   * Indexes of other runs only: after a restart this run's own files must be reported as its work,
   * not as skipped.
   */
  private List<StoredObject> objects() throws IOException {
    List<StoredObject> objects = new ArrayList<>();
    storage.list(
        output.markerIndex() + "/",
        each -> {
          if (!each.name().equals(run)) {
            objects.add(each);
          }
          return true;
        });
    return objects;
  }

  private byte[] content(StoredObject object) throws IOException {
    try {
      return storage.read(object.address(), object.size());
    } catch (FileNotFoundException e) {
      return new byte[0]; // another run has merged it
    }
  }

  /** Returns whether the listing was read to its end. */
  private boolean list(MarkerIndex index, long most) throws IOException {
    String folder = output.markers() + "/";
    AtomicLong listed = new AtomicLong();
    storage.list(
        folder,
        marker -> {
          index.list(marker.address().substring(folder.length()), marker.version());
          return listed.incrementAndGet() <= most;
        });
    return listed.get() <= most;
  }

  // Merges many objects into one, and drops entries whose markers are gone or changed.
  private void tidy(MarkerIndex index, List<StoredObject> objects) {
    boolean old = index.listed() < index.size() / 2;
    if (objects.size() <= MOST_OBJECTS && !old) {
      return;
    }
    try {
      if (index.listed() > 0) {
        storage.write(address("all-"), index.storedListed());
      }
      for (StoredObject each : objects) {
        storage.delete(each.address());
      }
    } catch (IOException e) {
      LOG.warn("The marker index cannot be tidied", e);
    }
  }

  /**
   * Writes entries for later runs.
   *
   * @param entries as {@link MarkerIndex#entry} makes them
   */
  public void write(Collection<String> entries) {
    if (entries.isEmpty() || !storage.has(output.root())) {
      return;
    }
    try {
      storage.write(address(""), MarkerIndex.stored(entries));
    } catch (IOException e) {
      LOG.warn("The marker index cannot be written; the next run reads the markers", e);
    }
  }

  private String address(String kind) {
    return output.markerIndex() + "/" + kind + run;
  }
}
