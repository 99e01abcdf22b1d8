// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a folder as a zip archive: the same files give the same bytes. */
public final class FolderArchive {
  /** The first that the format knows. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private FolderArchive() {}

  /** Writes a new archive with the folder in it. */
  public static void write(Path folder, Path archive) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, Path> file : Manifest.files(folder).entrySet()) {
        ZipEntry entry = new ZipEntry(folder.getFileName() + "/" + file.getKey());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        Files.copy(file.getValue(), zip);
        zip.closeEntry();
      }
    }
  }
}
