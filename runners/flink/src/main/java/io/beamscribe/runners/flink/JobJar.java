// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The job jar for a cluster whose workers have the shared jar: without speech, object storage and
 * what only these use. A smaller jar lets each worker start sooner.
 */
final class JobJar {
  /** For speech: native programs, engines and their bindings; for storage: its clients. */
  private static final List<String> SHARED =
      List.of(
          "io/beamscribe/speech/",
          "org/bytedeco/",
          "ai/onnxruntime/",
          "linux-x86-64/libvosk",
          "org/vosk/",
          "com/ibm/icu/",
          "io/beamscribe/transforms/storage/shared/",
          "org/apache/hadoop/",
          "org/apache/http/",
          "software/amazon/",
          "io/netty/");

  private JobJar() {}

  /**
   * The jar without shared classes, written once beside the whole jar and with its modification
   * time.
   */
  static Path withoutShared(Path whole) throws IOException {
    String name = whole.getFileName().toString().replaceFirst("[.]jar$", "");
    Path part = whole.resolveSibling(name + "-without-shared.jar");
    FileTime time = Files.getLastModifiedTime(whole);
    if (Files.exists(part) && Files.getLastModifiedTime(part).equals(time)) {
      return part;
    }
    Path made = Files.createTempFile(whole.toAbsolutePath().getParent(), name, ".part");
    try {
      copy(whole, made);
      Files.setLastModifiedTime(made, time);
      Files.move(made, part, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(made);
    }
    return part;
  }

  /** Copies entries without recompressing them. */
  private static void copy(Path whole, Path to) throws IOException {
    try (ZipFile from = ZipFile.builder().setPath(whole).get();
        ZipArchiveOutputStream out = new ZipArchiveOutputStream(to)) {
      out.setUseZip64(Zip64Mode.AsNeeded);
      for (ZipArchiveEntry entry : Collections.list(from.getEntriesInPhysicalOrder())) {
        if (SHARED.stream().noneMatch(entry.getName()::startsWith)) {
          out.addRawArchiveEntry(entry, from.getRawInputStream(entry));
        }
      }
    }
  }
}
