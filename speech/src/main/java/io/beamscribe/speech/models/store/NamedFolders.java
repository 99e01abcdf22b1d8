// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import io.beamscribe.speech.models.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers the folders of custom models that were used on this machine, so that they are listed.
 */
final class NamedFolders {
  private static final Logger LOG = LoggerFactory.getLogger(NamedFolders.class);

  private final Path notes;

  NamedFolders(Path root) {
    this.notes = root.resolve(".named");
  }

  /** Remembers a folder; a machine whose store cannot be written does without. */
  void add(Path folder) {
    Path note = notes.resolve(Digests.sha256(folder.toString()).substring(0, 16));
    try {
      if (!Files.exists(note)) {
        Files.createDirectories(notes);
        Path fresh = Files.createTempFile(notes, "new", null);
        Files.writeString(fresh, folder.toString());
        Files.move(fresh, note);
      }
    } catch (IOException e) {
      LOG.debug("{} is not remembered", folder, e);
    }
  }

  /** Those that are still there, in order. */
  List<Path> all() {
    if (!Files.isDirectory(notes)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(notes)) {
      return all.map(NamedFolders::read).filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Path read(Path note) {
    try {
      return Path.of(Files.readString(note));
    } catch (IOException e) {
      return note;
    }
  }
}
