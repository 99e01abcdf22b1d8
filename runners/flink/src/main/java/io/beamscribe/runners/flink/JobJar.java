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
 * The jar of a job as a cluster needs it: where the workers have what all jobs share, speech and
 * object storage, without what only these use. Half as much to send makes each worker begin sooner.
 */
final class JobJar {
  /** Of speech: native programs, engines and what they are reached by; of storage: its clients. */
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

  /** The jar without them: made once, beside the whole one, which it is as old as. */
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

  /** Entries are copied as they are, which is quick. */
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
