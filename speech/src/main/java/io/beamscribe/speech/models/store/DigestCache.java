// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import io.beamscribe.speech.models.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Digests of the user's own files, cached so that large models are not read at every start. They
 * are valid while names, sizes and times of the files stay the same; if the cache cannot be
 * written, the files are read each time.
 */
final class DigestCache {
  private final Path folder;

  DigestCache(Path folder) {
    this.folder = folder;
  }

  /**
   * The digest of some files, as in {@link Manifest#digest}.
   *
   * @param place identifies the set of files
   * @param files by their relative names, in order
   */
  String of(Path place, Map<String, Path> files) throws IOException {
    StringBuilder looks = new StringBuilder();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      looks
          .append(file.getKey())
          .append('\0')
          .append(Files.size(file.getValue()))
          .append('\0')
          .append(Files.getLastModifiedTime(file.getValue()).toMillis())
          .append('\n');
    }
    String key = Digests.sha256(looks.toString());
    Path cached = folder.resolve(Digests.sha256(place.toString()));
    if (Files.isRegularFile(cached)) {
      String[] lines = Files.readString(cached).split("\n");
      if (lines.length == 2 && lines[0].equals(key) && lines[1].length() == 64) {
        return lines[1];
      }
    }
    List<Manifest.Entry> entries = new ArrayList<>();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      entries.add(new Manifest.Entry(file.getKey(), 0, Digests.sha256(file.getValue())));
    }
    String digest = Manifest.digest(entries);
    remember(cached, key + "\n" + digest + "\n");
    return digest;
  }

  private void remember(Path cached, String text) {
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, "new", null);
      Files.writeString(fresh, text);
      Files.move(fresh, cached, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // costs only time at the next start
    }
  }
}
