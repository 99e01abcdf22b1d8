// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.storage.ObjectStorage;
import io.beamscribe.transforms.storage.shared.StorageScope;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of markers in object storage: each run that wrote or read markers leaves theirs as one
 * object, and nobody changes one, so runs at the same time do each other no harm. It is a cache:
 * whatever becomes of it, the markers are what counts. On disks, where markers are read as fast as
 * listed, there is none.
 */
@Internal
public final class MarkerIndexFiles {
  private static final Logger LOG = LoggerFactory.getLogger(MarkerIndexFiles.class);

  /** For fewer files markers are read: that costs a request each. */
  private static final int FEW = 50;

  /** What one request lists. */
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
   * What the store lists of markers that are in the index.
   *
   * @param files how many are to be looked up: where the listing would take more requests than
   *     reading, it is left
   */
  public MarkerIndex read(long files) {
    if (files < FEW || !storage.has(output.root())) {
      return MarkerIndex.empty();
    }
    try {
      List<LocatedFileStatus> objects = objects();
      long entries = objects.stream().mapToLong(each -> MarkerIndex.entries(each.getLen())).sum();
      // As many requests as it spares at most.
      long most = Math.min(files, entries) * NAMES;
      if (Math.max(files, entries) > most) {
        return MarkerIndex.empty();
      }
      List<byte[]> contents = new ArrayList<>();
      for (LocatedFileStatus each : objects) {
        contents.add(content(each));
      }
      MarkerIndex index = MarkerIndex.of(contents);
      contents.clear();
      if (list(index, most)) {
        tidy(index, objects);
      }
      return index;
    } catch (IOException e) {
      LOG.warn("The index of markers cannot be read, so the markers are", e);
      return MarkerIndex.empty();
    }
  }

  /** Those of other runs: what this one has done, when it is started again, is told as its work. */
  private List<LocatedFileStatus> objects() throws IOException {
    List<LocatedFileStatus> objects = new ArrayList<>();
    for (LocatedFileStatus each : storage.listFiles(output.markerIndex())) {
      if (!each.getPath().getName().equals(run)) {
        objects.add(each);
      }
    }
    return objects;
  }

  private byte[] content(LocatedFileStatus object) throws IOException {
    try {
      return storage.read(object.getPath().toString(), object.getLen());
    } catch (FileNotFoundException e) {
      return new byte[0]; // another run has put it together with others
    }
  }

  /** Whether these were all. */
  private boolean list(MarkerIndex index, long most) throws IOException {
    String folder = ObjectStorage.path(output.markers()) + "/";
    try (StorageScope scope = StorageScope.open()) {
      RemoteIterator<LocatedFileStatus> markers =
          storage.files(folder).listFiles(ObjectStorage.path(output.markers()), true);
      for (long i = 0; i < most && markers.hasNext(); i++) {
        LocatedFileStatus marker = markers.next();
        String address = marker.getPath().toString();
        if (address.startsWith(folder) && marker instanceof EtagSource tagged) {
          String etag = tagged.getEtag();
          index.list(address.substring(folder.length()), etag == null ? "" : etag);
        }
      }
      return !markers.hasNext();
    }
  }

  // One object for many, and none for markers that are gone or new.
  private void tidy(MarkerIndex index, List<LocatedFileStatus> objects) {
    boolean old = index.listed() < index.size() / 2;
    if (objects.size() <= MOST_OBJECTS && !old) {
      return;
    }
    try {
      if (index.listed() > 0) {
        storage.write(address("all-"), index.storedListed());
      }
      for (LocatedFileStatus each : objects) {
        storage.delete(each.getPath().toString());
      }
    } catch (IOException e) {
      LOG.warn("The index of markers cannot be put in order", e);
    }
  }

  /**
   * Keeps the entries of markers for runs to come.
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
      LOG.warn("The index of markers cannot be written; the next run reads the markers", e);
    }
  }

  private String address(String kind) {
    return output.markerIndex() + "/" + kind + run;
  }
}
