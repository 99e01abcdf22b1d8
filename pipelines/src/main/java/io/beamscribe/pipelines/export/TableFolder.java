// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export;

import io.beamscribe.transforms.storage.AtomicFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder of the tables. What is there already with the same bytes is left alone, and what an
 * earlier export wrote and this one does not is removed. Files of others are never touched: the
 * list of one's own is kept in {@value #LIST}. Not thread-safe.
 */
final class TableFolder {
  static final String LIST = "_beamscribe_tables";

  private final String root;
  private final AtomicFiles files;
  private final Set<String> written = new TreeSet<>();
  private int changed;

  TableFolder(String root, AtomicFiles files) {
    this.root = root.replaceFirst("/$", "");
    this.files = files;
  }

  /** The address of what is below the folder. */
  String address(String path) {
    return root + "/" + path;
  }

  /** Puts a local file in its place. */
  void put(String path, Path local) throws IOException {
    String address = root + "/" + path;
    written.add(path);
    if (!isSame(address, local)) {
      files.write(address, out -> Files.copy(local, out));
      changed++;
    }
  }

  /** Keeps files that are in their places already. */
  void keep(String folder, Collection<String> paths) {
    paths.forEach(path -> written.add(folder + "/" + path));
  }

  private boolean isSame(String address, Path local) throws IOException {
    if (!files.exists(address)) {
      return false;
    }
    try (InputStream there = new BufferedInputStream(files.open(address));
        InputStream here = new BufferedInputStream(Files.newInputStream(local))) {
      int next;
      do {
        next = here.read();
        if (next != there.read()) {
          return false;
        }
      } while (next >= 0);
      return true;
    }
  }

  /** Removes what is left of earlier exports; returns how many files were changed in all. */
  int finish() throws IOException {
    Set<String> stale = new HashSet<>(earlier());
    stale.removeAll(written);
    // Before files go, so that an export that is interrupted here is completed by the next one.
    list(union(stale, written));
    for (String path : stale) {
      files.delete(root + "/" + path);
      changed++;
    }
    list(written);
    for (Table table : Table.values()) {
      files.deleteEmptyFolders(root + "/" + table.folder());
    }
    return changed;
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  private List<String> earlier() throws IOException {
    Optional<byte[]> list = files.read(root + "/" + LIST);
    return list.isEmpty() ? List.of() : new ArrayList<>(lines(list.get()));
  }

  private static List<String> lines(byte[] list) {
    return new String(list, StandardCharsets.UTF_8).lines().toList();
  }

  private void list(Set<String> paths) throws IOException {
    byte[] lines = (String.join("\n", paths) + "\n").getBytes(StandardCharsets.UTF_8);
    Optional<byte[]> there = files.read(root + "/" + LIST);
    if (there.isEmpty() || !Arrays.equals(there.get(), lines)) {
      files.write(root + "/" + LIST, lines);
    }
  }
}
